"""Facts that could be put together are seen when they are tied to someone; the work's own words are let be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy import jigsaw
from tip_reflect.privacy.finding import Kind, Level, Tier
from tip_reflect.privacy.plain_signs import plain


def recognise(text):
    return jigsaw.recognise(text, plain(text))


def found(text: str) -> list[tuple[str, Kind]]:
    return [(text[span.start : span.end], span.kind) for span in recognise(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Ms Eze and her twin sons", "twin sons", Kind.FAMILY),
        ("she is the eldest of five", "eldest of five", Kind.FAMILY),
        ("an only child", "only child", Kind.FAMILY),
        ("mum of four", "mum of four", Kind.FAMILY),
        ("the three wee sisters", "three wee sisters", Kind.FAMILY),
        ("she has four kids", "four kids", Kind.FAMILY),
        ("his mum died last year", "mum died", Kind.FAMILY),
        ("hus maw had passed", "maw had passed", Kind.FAMILY),
        ("she lost her twin sister", "lost her twin sister", Kind.FAMILY),
        ("seven months gone", "months gone", Kind.FAMILY),
        ("she's pregnant", "pregnant", Kind.FAMILY),
        ("She's twinty and expectin and", "expectin", Kind.FAMILY),
        ("third miscarriage", "third miscarriage", Kind.FAMILY),
        ("he lives with his gran", "lives with his gran", Kind.FAMILY),
        ("he was adopted at birth", "was adopted", Kind.FAMILY),
        ("his stepdad hit him", "stepdad", Kind.FAMILY),
        ("whose first language is Kurmanji", "Kurmanji", Kind.BACKGROUND),
        ("out of Urdu", "Urdu", Kind.BACKGROUND),
        ("her dad is polish", "polish", Kind.BACKGROUND),
        ("he walked here from Somalia", "Somalia", Kind.BACKGROUND),
        ("an asylum seeker", "asylum seeker", Kind.BACKGROUND),
        ("they call them the travellers", "travellers", Kind.BACKGROUND),
        ("without his turban", "turban", Kind.BACKGROUND),
        ("a muslim family", "muslim", Kind.BACKGROUND),
        ("the Huntington's runs in them", "Huntington's", Kind.HEALTH),
        ("the Huntington’s runs in them", "Huntington’s", Kind.HEALTH),
        ("HE HAS CEREBRAL PALSY", "CEREBRAL PALSY", Kind.HEALTH),
        ("he's autistic", "autistic", Kind.HEALTH),
        ("she uses a wheelchair", "wheelchair", Kind.HEALTH),
        ("she had a stroke in the spring", "a stroke", Kind.HEALTH),
        ("he's trans and i knew that", "trans", Kind.IDENTITY),
        ("she came out to her mum", "came out to her", Kind.IDENTITY),
        ("his boyfriend was there", "his boyfriend", Kind.IDENTITY),
        ("her dad is a police officer", "police officer", Kind.JOB),
        ("She is a care home nurse", "nurse", Kind.JOB),
        ("she's a pharmacist", "pharmacist", Kind.JOB),
        ("a firefighter for twenty-six years", "firefighter", Kind.JOB),
        ("Welder, nights.", "Welder", Kind.JOB),
        ("she works in the fish factory", "works in the fish", Kind.JOB),
        ("the permanence order", "permanence order", Kind.OFFENCE),
        ("he's on a CSO", "CSO", Kind.OFFENCE),
        ("the section 25 says her", "section 25", Kind.OFFENCE),
        ("a registered sex offender", "registered sex offender", Kind.OFFENCE),
        ("got parole", "parole", Kind.OFFENCE),
        ("Breach of the non-harassment order.", "non-harassment", Kind.OFFENCE),
        ("it was in the paper", "in the paper", Kind.INCIDENT),
        ("the house fire took it", "house fire", Kind.INCIDENT),
        ("after the overdose", "overdose", Kind.INCIDENT),
        ("he jumped off it", "jumped off", Kind.INCIDENT),
        ('she said "you never came back"', "you never came back", Kind.QUOTE),
        ("he shouted “get out of my house”", "get out of my house", Kind.QUOTE),
        ("mum said \u2018you can’t have him’ to me", "you can’t have him", Kind.QUOTE),
        ("mum said 'you can't have him' to me", "you can't have him", Kind.QUOTE),
        ("he said dinnae worry, ma da does it.", "dinnae worry, ma da does it", Kind.QUOTE),
    ],
)
def test_a_telling_fact_is_seen(text: str, words: str, kind: Kind) -> None:
    assert any(words in seen and kind is of for seen, of in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the social worker rang and the nurse was kind",
        "a teacher asked me, and the police were late",
        "child protection, the children's hearing and the panel",
        "kinship is a word I use too lightly",
        "trauma-informed practice is manners",
        "I was anxious and sad and I sat with it",
        "my own mum would have known what to do",
        "they were a blind spot of mine",
        "I could not fit it in",
        "dealing with the form",
        "the wisdom of the group",
        "I polish the report",
        "transition to high school",
        'I wrote "engaged" and "did not engage"',
        'I asked myself "what did I miss"',
        "it's a twin-track plan",
        "what works in a room",
        "our fire alarm was tested",
        "it doesn't matter and I don't mind",
        "the other worker said sorry",
    ],
)
def test_the_words_of_the_work_are_let_be(text: str) -> None:
    assert found(text) == []


def test_every_kind_here_is_a_jigsaw_piece() -> None:
    text = "her twin brother, a Somali asylum seeker with epilepsy, on parole, was in the paper"
    assert {span.kind.tier for span in recognise(text)} == {Tier.JIGSAW}
    assert Level.SURE in {span.level for span in recognise(text)}


PIECES = [
    "her ",
    "mum ",
    "died",
    " is a ",
    "nurse",
    " said ",
    '"',
    "“",
    "”",
    "'",
    "you never",
    "two sisters ",
    "Polish ",
    "İ",
    "’s ",
    "\n",
    ". ",
    "é́",
    "lost her ",
    "autistic ",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_spans_lie_inside_the_text_in_order(text: str) -> None:
    start = 0
    for span in recognise(text):
        assert start <= span.start < span.end <= len(text)
        start = span.start
