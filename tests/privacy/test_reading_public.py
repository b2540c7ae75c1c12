import json
from pathlib import Path

import pytest
from reading_corpus import CorpusError
from reading_public import FOLDER, read_public

WNUT = "@paul\tO\nEmpire\tB-location\nState\tI-location\nBuilding\tI-location\nby\tO\nIkea\tB-corporation\nBilly\tB-product\n\nJo\tB-person\nAnn\tB-person\n"
WIKIGOLD = "-DOCSTART- O\n\nJohn I-PER\nSmith I-PER\nof O\nLeith I-LOC\n"


def marked(folder: Path, name: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (text.text, [(text.text[gold.start : gold.end], gold.label) for gold in text.gold])
        for text in read_public(folder)[name]
    ]


def test_columns_of_bio_tags_become_sentences_with_spans(tmp_path: Path) -> None:
    (tmp_path / "wnut17.conll").write_text(WNUT, encoding="utf-8")
    assert marked(tmp_path, "wnut17") == [
        (
            "@paul Empire State Building by Ikea Billy",
            [("Empire State Building", "place"), ("Ikea", "organisation")],
        ),
        ("Jo Ann", [("Jo", "person"), ("Ann", "person")]),
    ]


def test_the_older_tags_that_begin_with_i_are_read(tmp_path: Path) -> None:
    (tmp_path / "wikigold.txt").write_text(WIKIGOLD, encoding="utf-8")
    assert marked(tmp_path, "wikigold") == [
        ("John Smith of Leith", [("John Smith", "person"), ("Leith", "place")])
    ]


def test_presidio_research_spans_keep_their_offsets(tmp_path: Path) -> None:
    sample = {
        "full_text": "Ask Éva Kovács at 3",
        "spans": [
            {"entity_type": "PERSON", "entity_value": "Éva Kovács", "start_position": 4, "end_position": 14},
            {"entity_type": "TITLE", "entity_value": "Ask", "start_position": 0, "end_position": 3},
        ],
    }
    (tmp_path / "generated.json").write_text(json.dumps([sample]), encoding="utf-8")
    assert marked(tmp_path, "generated") == [("Ask Éva Kovács at 3", [("Éva Kovács", "person")])]


def test_a_broken_public_file_is_an_error_that_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "bad.conll").write_text("Jo\tB-person\nloose\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"bad\.conll:2:"):
        read_public(tmp_path)


def test_a_span_outside_its_text_is_an_error(tmp_path: Path) -> None:
    sample = {"full_text": "Jo", "spans": [{"entity_type": "PERSON", "start_position": 0, "end_position": 3}]}
    (tmp_path / "bad.json").write_text(json.dumps([sample]), encoding="utf-8")
    with pytest.raises(CorpusError, match="outside its text"):
        read_public(tmp_path)


def test_without_the_variable_there_are_no_public_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    assert read_public() == {}
