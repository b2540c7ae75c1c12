"""The finder as a whole: what holds for any text."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.blurring import blur
from tip_reflect.privacy.check import find, spotted
from tip_reflect.privacy.finding import Kind, Level, Tier

WORDS = [
    *[
        "Kirsty",
        "McKay",
        "kirsty",
        "KIRSTY",
        "Jamie",
        "J.",
        "JM",
        "Mrs",
        "Dr",
        "her",
        "mum",
        "wee",
        "said",
        "told",
        "with",
        "and",
        "the",
        "a",
        "an",
        "in",
        "at",
    ],
    *[
        "Will",
        "May",
        "Grace",
        "hope",
        "mark",
        "Agnieszka",
        "Loanhead",
        "Larkfield",
        "Primary",
        "School",
        "Mill",
        "Wynd",
        "14",
        "P4",
        "seven-year-old",
    ],
    *[
        "07700",
        "900123",
        "EH8",
        "9YL",
        "kirsty@example.org",
        "on",
        "Tuesday",
        "half",
        "three",
        "12/03/2024",
        "she's",
        "41",
        "Zoë",
        "O'Neill",
    ],
    *[
        "’s",
        "'s",
        ".",
        ",",
        "\n",
        "(",
        ")",
        "“I",
        "'m",
        "not",
        "doing",
        "it”",
        "\u200d",
        "👩\u200d👧",
        "İ",
        "ß",
        "ﬁ",
        "́",
        "\r\n",
        "-",
        "–",
        "|",
        "SHOUTING",
        "no",
    ],
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120)
many = settings(max_examples=150, deadline=None)


@many
@given(TEXTS)
def test_what_is_spotted_is_what_is_found(text):
    assert [(*one[:2], one.kind, one.level) for one in find(text)] == [tuple(one) for one in spotted(text)]


@many
@given(TEXTS)
def test_findings_lie_in_the_text_in_order_and_never_split_a_character(text):
    findings = find(text)
    ends = [0, *(finding.end for finding in findings)]
    for before, finding in zip(ends, findings, strict=False):
        assert before <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        assert text[finding.end : finding.end + 1] not in ("\u0301", "\u0308", "\u200d")
        assert finding.suggestions


@many
@given(TEXTS)
def test_blurring_twice_is_blurring_once(text):
    once = blur(text)
    assert blur(once) == once
    assert all(finding.tier is Tier.JIGSAW for finding in find(once))


@pytest.mark.parametrize(
    "text",
    [
        "Kirsty rang. KIRSTY was upset. I told kirsty I would come. Kirsty's mum knew, and Kirsty McKay signed it.",
        "Mrs Okonkwo came in. I like Okonkwo. Amara Okonkwo said so.",
        "her son Tomasz ran. Tomasz fell. TOMASZ got up. I saw tomasz's hands.",
    ],
)
def test_one_person_has_one_role_in_every_form_of_the_name(text):
    people = [finding for finding in find(text) if finding.kind is Kind.PERSON]
    assert len({finding.subject for finding in people}) == 1
    assert len({finding.suggestions[0].casefold() for finding in people}) == 1
    assert not {"kirsty", "okonkwo", "tomasz"} & set(
        blur(text).casefold().replace("'s", "").replace(".", "").split()
    )


def test_two_people_never_share_a_role():
    text = "Her son Jamie hid. Her son Callum laughed. I saw Jamie and Callum again."
    roles = {}
    for finding in find(text):
        roles.setdefault(finding.subject, set()).add(finding.suggestions[0].casefold())
    assert sorted(map(sorted, roles.values())) == [["the other son"], ["the son"]]


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("Kirsty's mum left.", "The person's mum left."),
        ("Her mum Kirsty left.", "The mother left."),
        ("I saw an Easterhouse flat.", "I saw a local flat."),
        ("We met at Larkfield Primary.", "We met at the school."),
        ("We met at the Larkfield Primary.", "We met at the school."),
        ("I went on Tuesday at half three.", "I went recently."),
        ("Tuesday was hard.", "That day was hard."),
        ("I have not seen her since Tuesday.", "I have not seen her since that time."),
        ("He lives in Loanhead now.", "He lives in their area now."),
        ("Her CHI is 010101 1237.", "Her CHI is [removed]."),
        ("Dr Hariharan rang.", "A health colleague rang."),
    ],
)
def test_swaps_read_as_english(text, blurred):
    assert blur(text) == blurred


@pytest.mark.parametrize(
    "text",
    [
        "I met Grace after.",
        "grace said no.",
        "i saw mark at the shop",
        "her son will said so",
        "Rose told me.",
        "we met wee hope",
    ],
)
def test_a_word_that_is_a_name_here_is_found(text):
    assert [finding.kind for finding in find(text)].count(Kind.PERSON) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Will I remember this?",
        "May I say something?",
        "I hope so. i hope it works and i will mark the page.",
        "Mark the page and come back.",
        "We rose to it with grace and hope.",
        "The Children's Panel made a Compulsory Supervision Order.",
        "I rang CAMHS about GIRFEC and the LAC review.",
        "Ah didnae ken whit tae dae, and naebody telt me.",
        "Unhurriedly, we over-thought the trauma-informed bit.",
    ],
)
def test_a_word_is_no_person_for_its_capital_alone(text):
    assert [one for one in find(text) if one.kind in (Kind.PERSON, Kind.INITIALS)] == []


WATCHED = (
    WatchedName(words="Hope Summers", instead="the young mum"),
    WatchedName(words="the Dookit", what=Watched.PLACE),
    WatchedName(words="@@ ##-##", what=Watched.NUMBER),
)


@pytest.mark.parametrize(
    "form", ["Hope Summers", "hope summers", "HOPE SUMMERS", "summers", "Summers'", "summers's", "Hope's"]
)
def test_a_watched_name_is_found_in_any_case_and_form(form):
    text = f"so then {form} was there"
    assert any(
        one.level is Level.SURE and form.casefold().startswith(one.text.casefold()[:4])
        for one in find(text, WATCHED)
    )
    assert "the young mum" in blur(text, WATCHED)


@pytest.mark.parametrize("text", ["we went to the dookit", "it is qx 12-34 I think", "QX12 34"])
def test_watched_places_and_numbers_are_found(text):
    assert [one.level for one in find(text, WATCHED)] == [Level.SURE]
    assert [one.kind for one in find(text, WATCHED)] != [one.kind for one in find(text)]


def steps(text: str) -> int:
    """How many calls a look at a text takes: unlike its time, the same on every machine."""
    return _counted(text, sys.getprofile, sys.setprofile, ("call", "c_call"))


def lines_run(text: str) -> int:
    """How many lines of code a look at a text runs: loops without a call in them count too."""
    return _counted(text, sys.gettrace, sys.settrace, ("line",))


def _counted(text: str, get: Callable[[], Any], put: Callable[[Any], None], events: Sequence[str]) -> int:
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> Any:
        nonlocal count
        count += event in events
        return counted

    before = get()
    put(counted)
    try:
        find(text)
    finally:
        put(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_steps_in_proportion_to_its_length(piece):
    find(piece)  # what is made once is made
    few, many = (steps(piece * (length // len(piece))) for length in (1_000, 8_000))
    assert many < 8 * 1.2 * few + 200


@pytest.mark.long
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_runs_lines_in_proportion_to_its_length(piece):
    find(piece)
    few, many = (lines_run(piece * (length // len(piece))) for length in (500, 4_000))
    assert many < 8 * 1.2 * few + 600


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("An 18 year old rang.", "A young adult rang."),
        ("Kirsty's mum Donna rang.", "The person's mother rang."),
        ("SHE IS 17 AND TIRED.", "SHE IS A TEENAGER AND TIRED."),
        ("shanice and wee tommy came in", "the person and the child came in"),
        ("HER BROTHER TOM WENT HOME", "THE SIBLING WENT HOME"),
    ],
)
def test_swaps_read_as_english_in_every_hand(text, blurred):
    assert blur(text) == blurred


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("She has the dementia.", "health need"),
        ("his brother who is trans", "open about who they are"),
        ('he says "ah cannae dae this any mair pal" and left', "words to that effect"),
        ("She is the Polish one in the class.", ""),
    ],
)
def test_words_for_a_telling_fact_fit_what_stands_before_it(text, first):
    (finding,) = [one for one in find(text) if one.tier is Tier.JIGSAW]
    assert finding.suggestions[0] == first


def test_many_people_are_told_apart_in_words():
    names = [f"Kax{a}{b}" for a in "bcdfghj" for b in "bcdfghj"]
    text = " ".join(f"{name} said." for name in names)
    said = {one.subject: one.suggestions[0] for one in find(text)}
    assert len(said) == len(set(said.values())) == len(names)
    assert "The forty-ninth person" in said.values()
    assert max(map(len, said.values())) < 30


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kirsty McKay rang and K McKay laughed.", 1),
        ("Mr Khan sat and Mrs Khan stood.", 2),
        ("I saw Jamie and wee Callum.", 2),
    ],
)
def test_who_is_the_same_person(text, people):
    assert len({one.subject for one in find(text) if one.kind in (Kind.PERSON, Kind.INITIALS)}) == people


def test_a_small_word_of_a_watched_line_is_no_name():
    watched = (WatchedName(words="the blue house"), WatchedName(words="Mary of the Glen"))
    text = "The worker sat. We went out of the blue house. mary rang."
    assert [one.text for one in find(text, watched)] == ["the blue house", "mary"]


def test_a_number_among_the_words_to_say_instead_is_never_offered():
    watched = (WatchedName(words="Zed", instead="Kirsty 07700900123"),)
    (finding,) = find("I saw Zed.", watched)
    assert not any("07700900123" in swap for swap in finding.suggestions)


def test_words_of_capitals_and_figures_keep_time_with_the_text():
    """Counted, not timed: every piece of work is bounded by the words."""
    for text in ("a." * 2_000, "i " * 2_000, "A " * 2_000):
        assert len(find(text)) < 10
