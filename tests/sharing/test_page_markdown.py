"""Markdown: every word shows as it was written, in any viewer, and is read back."""

import html
import re

import pytest
from documents import AWKWARD, documents, page, whole_pack
from hypothesis import given, settings
from markdown_it import MarkdownIt

from tip_reflect.sharing.document import Document, Heading, NewPage, Paragraph
from tip_reflect.sharing.fitting import fitted
from tip_reflect.sharing.page_markdown import as_markdown, write_markdown_page
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.reading_markdown import document_of_markdown
from tip_reflect.sharing.session_page import pack_document


def viewer() -> MarkdownIt:
    """One that knows far more signs than plain Markdown."""
    return MarkdownIt("gfm-like", {"linkify": False, "typographer": True}).enable(["replacements"])


def shown(text: str) -> str:
    """The words that a viewer shows for it."""
    made = viewer().render(text)
    made = re.sub(r"<br\s*/?>\n?", "\n", made)
    return html.unescape(re.sub(r"<[^>]*>", "", made))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_shows_in_a_viewer_as_it_was_written(text):
    document = Document((Paragraph(text),))
    (fit,) = fitted(document).blocks
    assert squeezed(shown(as_markdown(document))) == squeezed(fit.words)


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_makes_anything_but_text(text):
    kinds = {token.type for token in viewer().parse(as_markdown(Document((Paragraph(text),))))}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}
    (inline,) = (t for t in viewer().parse(as_markdown(Document((Paragraph(text),)))) if t.type == "inline")
    assert {token.type for token in inline.children} <= {"text", "text_special", "hardbreak"}


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_back(text):
    assert as_text(document_of_markdown(as_markdown(page(text, "and then")))) == as_text(
        page(text, "and then")
    )


@settings(max_examples=300, deadline=None)
@given(documents)
def test_any_document_is_read_back(document):
    assert as_text(document_of_markdown(as_markdown(document))) == as_text(document)


def test_a_tab_is_never_left_to_a_viewer_to_make_code_of():
    assert as_markdown(page("\ta\tb")).count("&#9;") == 4
    assert "\t" not in as_markdown(page("\ta\tb"))


def test_prose_stays_easy_to_read_as_it_stands():
    prose = "At 14:05 I said: “no, thank you” (twice). It's fine - really; 3.5 of 7, and/or none? Yes!"
    assert as_markdown(Document((Paragraph(prose),))) == f"{prose}\n"


def test_a_pack_reads_as_a_person_would_write_it():
    made = write_markdown_page(pack_document(whole_pack(with_sheet=False))).decode()
    assert made.startswith(
        "_For a peer reflection session. Not a case record. Written so that it points to no one; if it does, tell me. Please hand back or shred._\n\n"
        "# For a peer session\n\n## What I want\n\nfresh eyes\n\n## My one question\n\n"
    )
    assert "- The older child stopped going in.  \n  Nobody asked why.\n" in made


def test_what_others_add_is_read_as_plainly_as_can_be():
    text = (
        "# T\n\n1. one\n2. two\n   - deep\n\n> quote *soft*\n\n```\ncode\n```\n\n<b>x</b> [a](b) ![pic](c)\n"
    )
    assert as_text(document_of_markdown(text)) == (
        "T\n\n- 1. one\n- 2. two\n- deep\n\nquote soft\n\ncode\n\n<b>x</b> a pic\n"
    )


def test_the_edge_and_small_print_are_told_apart():
    document = Document((Heading("T", 1), Paragraph("small", quiet=True)), edge="the edge")
    assert document_of_markdown(as_markdown(document)) == document
    alike = Document((Paragraph("a", quiet=True), NewPage(), Paragraph("a", quiet=True)))
    assert document_of_markdown(as_markdown(alike)) == alike
