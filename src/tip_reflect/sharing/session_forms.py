"""The forms a page can leave in, and what each will show before it does."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tip_reflect.errors import UsageProblem

if TYPE_CHECKING:
    from tip_reflect.sharing.document import Document

NO_LOCK = (
    "Only a Word file can have a password here, so no file was made. Your own words are safe. "
    "Choose Word, or leave the password out."
)


class SessionForm(StrEnum):
    """The value is what the command line takes."""

    MARKDOWN = "md"
    TEXT = "txt"
    HTML = "html"
    WORD = "docx"
    WORD_WITH_PASSWORD = "docx-with-password"  # noqa: S105 - a form's name
    PDF = "pdf"

    @property
    def ending(self) -> str:
        """How the file's name ends."""
        return "docx" if self is SessionForm.WORD_WITH_PASSWORD else self.value

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    SessionForm.MARKDOWN: "Markdown",
    SessionForm.TEXT: "plain text",
    SessionForm.HTML: "web page (HTML)",
    SessionForm.WORD: "Word",
    SessionForm.WORD_WITH_PASSWORD: "Word with a password",
    SessionForm.PDF: "PDF",
}


def write_document(document: Document, form: SessionForm, *, password: str | None = None) -> bytes:
    """The bytes of a file that holds this document and nothing else; the same each time, but for a locked one.

    A Word file is locked when a password is given. Raises UsageProblem for a password that cannot be used or has no
    place in the form, and where PDF's extra part is not installed; TipReflectError for a text that no file can hold.
    """
    if form is SessionForm.WORD_WITH_PASSWORD or (form is SessionForm.WORD and password is not None):
        from tip_reflect.sharing.page_word import write_word_page
        from tip_reflect.sharing.word_password import locked

        return locked(write_word_page(document), password or "")
    if password is not None:
        raise UsageProblem(NO_LOCK)
    match form:
        case SessionForm.MARKDOWN:
            from tip_reflect.sharing.page_markdown import as_markdown

            return as_markdown(document).encode()
        case SessionForm.TEXT:
            from tip_reflect.sharing.page_text import as_text

            return as_text(document).encode()
        case SessionForm.HTML:
            from tip_reflect.sharing.page_html import write_html_page

            return write_html_page(document)
        case SessionForm.WORD:
            from tip_reflect.sharing.page_word import write_word_page

            return write_word_page(document)
        case SessionForm.PDF:
            from tip_reflect.sharing.page_pdf import write_pdf_page

            return write_pdf_page(document)


def preview(document: Document, form: SessionForm) -> str:
    """What the file will show: its exact text, or for Word and PDF the words in it, each line to write on as dots.

    For Word they are read back out of the file itself. Raises as `write_document` does.
    """
    from tip_reflect.sharing.page_text import as_text

    if form in {SessionForm.WORD, SessionForm.WORD_WITH_PASSWORD}:
        from tip_reflect.sharing.reading_word import document_of_word

        return as_text(document_of_word(write_document(document, SessionForm.WORD)))
    made = write_document(document, form)
    return as_text(document) if form is SessionForm.PDF else made.decode()
