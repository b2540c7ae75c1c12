import pytest
from reading_corpus import CorpusError, cut_at_marks, joined, parsed, read_part

TWO = """# a comment
@ a1 | terse

Saw {{person:Kirsty}}'s gran.
{{date:Half three}}, {{place:Leith}}

@ a2 | nothing
Tired.
"""


def test_marks_become_exact_spans_and_the_rest_is_untouched() -> None:
    first, second = parsed(TWO, where="f")
    assert first.text == "Saw Kirsty's gran.\nHalf three, Leith"
    assert [(first.text[gold.start : gold.end], gold.label) for gold in first.gold] == [
        ("Kirsty", "person"),
        ("Half three", "date"),
        ("Leith", "place"),
    ]
    assert (second.id, second.register, second.text, second.gold) == ("a2", "nothing", "Tired.", ())


def test_a_text_cut_and_joined_is_the_same_text() -> None:
    for text in parsed(TWO, where="f"):
        assert joined(text.pieces, id=text.id, register=text.register) == text


@pytest.mark.parametrize(
    ("whole", "message"),
    [
        ("@ a1 | terse\n\nfine\n{{persn:Kirsty}} left", "f:4: no kind"),
        ("@ a1 | terse\nfine\n{{person:Kirsty left", "f:3: {{"),
        ("@ a1 | terse\nKirsty}} left", "f:2: }}"),
        ("@ a1 | terse\n{{jigsaw:twin of {{person:Jo}}}}", "f:2: {{"),
        ("@ a1 | terse\n{{person: Kirsty}} left", "f:2: ' Kirsty'"),
        ("@ a1 | terse\n{{person:}} left", "f:2: {{"),
        ("@ a1 | sleepy\nleft", "f:1: no register"),
        ("@ a1 terse\nleft", "f:1: a header"),
        ("@ a1 | terse\n\n@ a2 | terse\nleft", "f:1: a1 has no text"),
        ("@ a1 | terse\nx\n@ a1 | terse\ny", "f:3: a1 is used twice"),
        ("@ a1 | nothing\n{{person:Jo}} left", "f:1: a1 says nothing"),
        ("left\n@ a1 | terse\nx", "f:1: words before"),
    ],
)
def test_what_is_not_the_format_is_an_error_that_names_the_line(whole: str, message: str) -> None:
    with pytest.raises(CorpusError) as raised:
        parsed(whole, where="f")
    assert str(raised.value).startswith(message)


def test_a_mark_without_words_around_it_is_one_piece() -> None:
    assert [tuple(piece) for piece in cut_at_marks("{{ni:AB123456C}}", where="f")] == [
        ("AB123456C", "ni", "")
    ]


@pytest.mark.parametrize("part", ["develop", "report"])
def test_the_corpus_itself_reads(part: str) -> None:
    texts = read_part(part)
    assert len(texts) > 250
    assert sum(len(text.gold) for text in texts) > 1500


def test_no_text_is_in_both_parts() -> None:
    develop = {text.text for text in read_part("develop")}
    assert not develop & {text.text for text in read_part("report")}
