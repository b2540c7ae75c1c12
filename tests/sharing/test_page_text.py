"""Plain text: words, list marks and lines to write on, for any document."""

import pytest
from documents import AWKWARD, EDGE, documents, page, whole_pack
from hypothesis import given, settings

from tip_reflect.errors import TipReflectError
from tip_reflect.sharing.document import Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.fitting import fitted
from tip_reflect.sharing.page_text import WIDTH, as_text
from tip_reflect.sharing.session_page import pack_document


def test_it_reads_as_a_person_would_write_it():
    made = Document(
        (
            Heading("Title", level=1),
            Heading("One"),
            Paragraph("a\nb"),
            Heading("Two"),
            Bullets(("c\nd", "e")),
            NewPage(),
            Table(("Min", "What"), (("0–5", "Welcome"), ("5–7", "More"))),
            Room(1),
        ),
        edge="The edge",
    )
    assert as_text(made) == (
        "The edge\n\nTitle\n\nOne\na\nb\n\nTwo\n- c\n  d\n- e\n\n" + "-" * 70 + "\n\n"
        "Min   What\n0–5   Welcome\n5–7   More\n\n" + "." * 70 + "\n\nThe edge\n"
    )


def test_a_table_too_wide_for_a_line_goes_on_in_its_column():
    made = as_text(Document((Table(("Min", "What", "Who"), (("0–5", "word " * 40, "Host"),)),)))
    lines = made.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert lines[1].startswith("0–5   word")
    assert lines[1].endswith("Host")
    assert lines[2].startswith("      word")


def test_a_table_of_many_wide_columns_still_ends():
    made = as_text(Document((Table(("word " * 30,) * 9, ()),)))
    assert made.count("word") == 270


@pytest.mark.parametrize("text", AWKWARD)
def test_every_line_of_a_text_is_in_it_as_it_was_written(text):
    fit = fitted(page(text)).blocks[1]
    assert isinstance(fit, Paragraph)
    assert f"\n{fit.words}\n" in as_text(page(text))


def test_what_no_page_can_carry_is_shown_as_a_picture():
    made = as_text(page("\x00a\x1b[0m\x7f\x9b"))
    assert "␀a␛[0m␡\ufffd" in made


def test_halves_of_a_character_are_refused_with_a_sentence():
    with pytest.raises(TipReflectError, match="halves of a character") as refused:
        as_text(page("the canary \ud800"))
    assert "canary" not in str(refused.value)


def test_an_empty_document_is_an_empty_text():
    assert as_text(Document(())) == ""
    assert as_text(Document((Paragraph(" \n"), Bullets(("",)), NewPage(), Room(0), Heading("")))) == ""


def test_the_edge_is_first_and_last():
    lines = as_text(pack_document(whole_pack())).splitlines()
    assert lines[0] == lines[-1] != EDGE


@settings(max_examples=200, deadline=None)
@given(documents)
def test_fitting_what_fits_changes_nothing(document):
    assert fitted(fitted(document)) == fitted(document)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_no_sign_in_it_can_drive_a_terminal(document):
    assert not any(
        (ord(letter) < 32 and letter not in "\n\t") or 127 <= ord(letter) < 160
        for letter in as_text(document)
    )
