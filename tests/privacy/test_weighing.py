"""What the company a word keeps says of it, and what it must never say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy import weighing, weights
from tip_reflect.privacy.check import by_rules, find
from tip_reflect.privacy.dictionary import ENGLISH, Flag, dictionary
from tip_reflect.privacy.evidence import sight
from tip_reflect.privacy.finding import Level, Tier
from tip_reflect.privacy.tokens import tokens

WEIGHTS = st.integers(-400, 400).map(lambda twentieths: twentieths / 20)
THINGS = st.text("abcdefghijklmnop <>'", min_size=1, max_size=8)
PIECES = st.sampled_from(
    [
        "she",
        "they",
        "the",
        "a",
        "wee",
        "boy",
        "shed",
        "project",
        "said",
        "at",
        "on",
        "with",
        "from",
        "Kirsty",
        "Tomasz",
        "will",
        "Leith",
        "half",
        "three",
        "P4",
        "41",
        ".",
        ",",
        "\n",
    ]
)


def seen(text):
    return sight(text, tokens(text), ())


@given(
    st.dictionaries(st.sampled_from(["0", "-1"]), st.dictionaries(THINGS, WEIGHTS, min_size=1), min_size=1),
    st.dictionaries(
        st.sampled_from(["0", "f"]),
        st.dictionaries(THINGS, st.lists(WEIGHTS, min_size=8, max_size=8), min_size=1),
        min_size=1,
    ),
    st.dictionaries(
        st.sampled_from(["0", "r g +r"]), st.dictionaries(THINGS, WEIGHTS, min_size=1), min_size=1
    ),
)
def test_weights_are_read_as_they_were_packed(worth, kinds, links):
    assert len(weights.KINDS) == 8
    assert weights.unpacked(weights.packed(worth, kinds, links)) == (worth, kinds, links)


def test_no_name_was_learned():
    known = (weights.worth(0), weights.links())
    for ways in known:
        assert {"0", "-1", "+1"} <= set(ways)
        for word in {word for way in ("0", "-1", "+1", "+2") for word in ways.get(way, ())}:
            if not word.startswith("<"):
                (token,) = tokens(word)
                assert token.flags & (ENGLISH | Flag.CAPITAL), word


@pytest.mark.parametrize(
    ("one", "other"), [("Agnieszka", "Oluwaseun"), ("okonkwo", "kowalczyk"), ("Nguyen", "Hussain")]
)
def test_where_a_name_comes_from_says_nothing(one, other):
    text = "i told {} on the stair and {} laughed"
    flags = dictionary().flags
    first, second = seen(text.format(one, one)), seen(text.format(other, other))
    assert (flags[one.casefold()] == flags[other.casefold()]) <= (first.words == second.words)
    assert one.casefold() not in first.words


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_it_only_adds_what_wants_a_look_and_lets_nothing_sure_go(text):
    ruled = by_rules(text)
    after = weighing.second_look(text, ruled.words, ruled.spans)
    sure = [span for span in ruled.spans if span.level is Level.SURE]
    assert all(
        any(one.start <= span.start and span.end <= one.end for one in after if one.level is Level.SURE)
        for span in sure
    )
    assert all(
        any(one.start < span.end and span.start < one.end for span in sure)
        for one in after
        if one.level is Level.SURE
    )
    assert {span for span in ruled.spans if span.kind.tier is Tier.DIRECT} <= set(after)


@pytest.mark.parametrize(
    "text",
    [
        "tommy's gran takes him to the friday kitchen at the hall and he helps wi the soup",
        "ryan goes to the stove on a thursday and the lads there are sound",
    ],
)
def test_everyday_words_that_name_a_service_are_looked_at(text):
    assert {"kitchen", "stove"} & {word for one in find(text) for word in one.text.casefold().split()}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("She goes to the young carers in Crieff on Fridays.", "young carers in Crieff"),
        ("Karen from the Dunfermline Pipe Band rang.", "Dunfermline Pipe Band"),
        ("i met her at the lunch club in kelty", "lunch club in kelty"),
    ],
)
def test_words_of_one_thing_are_one_finding(text, whole):
    assert any(whole in one.text for one in find(text))


@pytest.mark.parametrize("text", ["I saw Jamie and Callum again.", "i told jamie and callum the plan"])
def test_two_people_are_never_one(text):
    assert len({one.subject for one in find(text)}) == 2


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_nothing_grows_to_end_in_a_small_word(text):
    ruled = by_rules(text)
    ends = {span.end for span in ruled.spans}
    for span in weighing.second_look(text, ruled.words, ruled.spans):
        if span.end not in ends:
            assert text[span.start : span.end].split()[-1] not in ("the", "a", "at", "on", "with", "from")
