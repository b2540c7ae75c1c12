"""A pack that someone handed over, read on a terminal: Markdown, text, HTML, Word, and Word with a password.

It may come from anyone: what is too big, damaged or of another kind is refused with a sentence, and no sign in it can
drive the terminal.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from tip_reflect.errors import Damaged, TipReflectError
from tip_reflect.sharing.fitting import for_a_terminal
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.word_password import LOCKED_MAGIC, unlocked

MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024
MOST_MEMBERS = 500
"""Of a Word file. A session pack has ten."""

ZIP_MAGIC, PDF_MAGIC = b"PK\x03\x04", b"%PDF-"
MARKDOWN_STARTS = ("_", "# ")
"""How a Markdown page begins, for a file that has no name to tell by."""

MAIN_PART = "word/document.xml"
KINDS = "Markdown (.md), plain text (.txt), a web page (.html) or Word (.docx)"

TOO_BIG = "This file is far bigger than a session pack, so it was not read. Nothing was changed. Check that it is the right one."
NOT_A_PACK = f"This is not a session pack that can be read here: a pack is {KINDS}. Nothing was changed."
A_PDF = "This is a PDF, which is not read here. Nothing was changed. Open it in a PDF viewer, or ask for it as Word."
BROKEN = "This file is damaged, so it was not read. Nothing was changed. Ask for it again."
EMPTY = "There is nothing in this file. Nothing was changed. Check that it is the right one."


def needs_password(data: bytes) -> bool:
    """Whether the file is of the kind that a password locks."""
    return data.startswith(LOCKED_MAGIC)


def read_page(data: bytes, name: str, password: str | None = None) -> str:
    """The plain text of a pack, safe to print on a terminal. `name` is the file's name: its ending tells text apart.

    Raises WrongPassphrase, Damaged, or TipReflectError for what is no pack, is too big, or is locked while no
    password was given; none names a word of the file.
    """
    if len(data) > MOST_BYTES:
        raise TipReflectError(TOO_BIG)
    if not data.strip():
        raise TipReflectError(EMPTY)
    if data.startswith(PDF_MAGIC):
        raise TipReflectError(A_PDF)
    if needs_password(data):
        words = _word(unlocked(data, password))
    else:
        words = _word(data) if data.startswith(ZIP_MAGIC) else _text(data, name)
    if not words.strip():
        raise TipReflectError(EMPTY)
    return for_a_terminal(words)


def _text(data: bytes, name: str) -> str:
    if len(data) > MOST_TEXT_BYTES:
        raise TipReflectError(TOO_BIG)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise TipReflectError(NOT_A_PACK)
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if ending in {"md", "markdown"} or (not ending and text.startswith(MARKDOWN_STARTS)):
        from tip_reflect.sharing.reading_markdown import document_of_markdown

        return as_text(document_of_markdown(text))
    if ending in {"html", "htm"} or text.lstrip()[:15].casefold() == "<!doctype html>":
        from tip_reflect.sharing.reading_html import document_of_html

        return as_text(document_of_html(text))
    return text


def _word(data: bytes) -> str:
    from tip_reflect.sharing.reading_word import document_of_word

    _looked_over(data)
    try:
        words = as_text(document_of_word(data))
    except Exception:  # noqa: BLE001 - a stranger's bytes go through three libraries, which fail in ways they do not name
        words = None
    if words is None:
        raise Damaged(BROKEN)
    return words


def _looked_over(data: bytes) -> None:
    """Raises for a zip file that is no Word file, is damaged, or would unpack to more than a page ever is."""
    problem: TipReflectError | None = None
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            members = file.infolist()
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
                problem = TipReflectError(TOO_BIG)
            elif MAIN_PART not in file.namelist():
                problem = TipReflectError(NOT_A_PACK)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        problem = Damaged(BROKEN)
    if problem is not None:
        raise problem
