"""What the company a word keeps says of it, and what it must never say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy import weighing
from tip_reflect.privacy.check import by_rules, find
from tip_reflect.privacy.dictionary import ENGLISH, Flag, dictionary
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
    return weighing.see(text, tokens(text, dictionary()))


@given(
    st.dictionaries(st.sampled_from(["0", "-1"]), st.dictionaries(THINGS, WEIGHTS, min_size=1), min_size=1),
    st.dictionaries(
        st.sampled_from(["0", "f"]),
        st.dictionaries(THINGS, st.lists(WEIGHTS, min_size=8, max_size=8), min_size=1),
        min_size=1,
    ),
)
def test_weights_are_read_as_they_were_packed(worth, kinds):
    assert len(weighing.KINDS) == 8
    assert weighing.unpacked(weighing.packed(worth, kinds)) == (worth, kinds)


def test_no_name_was_learned():
    for way in ("0", "-1", "+1", "-2", "+2", "-3", "+3"):
        for word in weighing.worth()[way]:
            if not word.startswith("<"):
                (token,) = tokens(word, dictionary())
                assert token.flags & (ENGLISH | Flag.CAPITAL), word


@pytest.mark.parametrize(
    ("one", "other"), [("Agnieszka", "Oluwaseun"), ("okonkwo", "kowalczyk"), ("Nguyen", "Hussain")]
)
def test_where_a_name_comes_from_says_nothing(one, other):
    text = "i told {} on the stair and {} laughed"
    flags = dictionary().flags
    first, second = seen(text.format(one, one)), seen(text.format(other, other))
    assert (flags[one.casefold()] == flags[other.casefold()]) <= (
        [each.word for each in first] == [each.word for each in second]
    )
    assert one.casefold() not in {each.word for each in first}


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_it_only_adds_what_wants_a_look_and_lets_nothing_sure_go(text):
    ruled = by_rules(text)
    after = weighing.second_look(text, ruled.words, ruled.spans)
    assert {span for span in after if span.level is Level.SURE} == {
        span for span in ruled.spans if span.level is Level.SURE
    }
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
