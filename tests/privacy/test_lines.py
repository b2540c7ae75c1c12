"""Short texts under the check: the quick look for tier 1 misses nothing, and blurring leaves nothing straight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy.check import find
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.lines import blurred, points_straight
from tip_reflect.privacy.review import Piece

STRAIGHT = (
    "07700 900123", "EH22 1AB", "a.b@example.org", "0101011237", "943 476 5919", "QQ 12 34 56 C", "case no 4471823",
    "www.example.org/me", "SN16 ABC", "O seven seven double o nine hundred one two three",
)  # fmt: skip
PLAIN = (
    "ask first", "Kirsty", "the twins", "on Tuesday", "7-year-old", "in 10 minutes", "3 of 4", "2019", "and", "ref",
    "Loanhead", "\n", ".", "at", "number",
)  # fmt: skip
texts = st.lists(st.sampled_from((*STRAIGHT, *PLAIN)), max_size=7).map(" ".join)


@given(texts)
def test_the_quick_look_says_what_the_whole_check_says(text):
    assert points_straight(text) == any(one.tier is Tier.DIRECT for one in find(text))


@given(st.lists(texts, max_size=4))
def test_nothing_that_points_straight_to_someone_is_left_in_blurred_texts(written):
    out = blurred([Piece(text=text, title=str(at)) for at, text in enumerate(written)])
    assert [piece.title for piece in out] == [str(at) for at in range(len(written))]
    assert not any(points_straight(piece.text) for piece in out)


def test_one_person_is_the_same_words_in_every_text():
    out = blurred([Piece(text="Kirsty rang."), Piece(text="We met Kirsty.")])
    assert not any("Kirsty" in piece.text for piece in out)
    assert out[0].text.casefold().removesuffix(" rang.") == out[1].text.casefold()[7:].removesuffix(".")


@pytest.mark.parametrize("text", STRAIGHT[:5])
def test_numbers_and_addresses_point_straight_to_someone(text):
    assert points_straight(f"Write to {text} first.")


def test_texts_with_nothing_in_them_stay_as_they_are():
    pieces = (Piece(text="Ask first, then wait."), Piece(text=""))
    assert blurred(pieces) == pieces
