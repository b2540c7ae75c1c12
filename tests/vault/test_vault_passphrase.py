"""Guidance while a passphrase is chosen: plain, calm, and never quoting it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import UsageProblem
from tip_reflect.vault.passphrase import guide, normalise


@pytest.mark.parametrize("short", ["", "a", "Xk3!pq9", "1234567"])
def test_under_eight_characters_is_the_only_thing_that_blocks(short):
    said = guide(short)
    assert not said.acceptable
    assert said.label == "Too short"
    assert "at least 8 characters" in said.advice


@pytest.mark.parametrize("weak", ["password", "12345678", "aaaaaaaa", "        ", "abcdefgh"])
def test_eight_characters_are_let_through_however_weak_with_advice(weak):
    said = guide(weak)
    assert said.acceptable
    assert said.label == "Easy to guess"
    assert "Another word or two" in said.advice


def test_length_is_counted_in_characters_as_they_will_be_sealed():
    assert not guide("e\u0301" * 7).acceptable
    assert guide("e\u0301" * 8).acceptable


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("password", "A password that many people use"),
        ("P@ssw0rd", "A password that many people use"),
        ("ghjkvbnm", "side by side"),
        ("xkqzvwpj", "trying everything"),
        ("abababababab", "Repeating"),
        ("ghijklmno", "follow on from each other"),
        ("19/04/1987", "Dates and years"),
        ("fitzgeraldine", "Names"),
        ("Netherlands", "Common words"),
    ],
)
def test_the_advice_says_why_in_our_own_words(passphrase, reason):
    assert reason in guide(passphrase).advice


def test_the_labels_rise_with_what_is_hard_to_guess():
    assert [
        guide(one).label for one in ("password", "river-gate", "willowslate4", "velvet anvil thistle orbit")
    ] == [
        "Easy to guess",
        "Could be harder to guess",
        "Quite hard to guess",
        "Hard to guess",
    ]


def test_a_strong_passphrase_is_given_no_advice_and_no_praise():
    said = guide("velvet anvil thistle orbit")
    assert said.acceptable
    assert said.advice == ""


@pytest.mark.parametrize("length", [40, 72, 73, 101, 5000])
def test_a_long_passphrase_is_welcome(length):
    said = guide(("velvet anvil thistle orbit " * 200)[:length])
    assert said.acceptable
    assert said.label == "Hard to guess"


@pytest.mark.parametrize(
    "passphrase",
    [
        "password",
        "fitzgeraldine",
        "velvetine",
        "19/04/1987",
        "ghjkvbnm",
        "Xk3!pq",
        "kettle-moth7",
        "caf\udce9 willow",
    ],
)
def test_the_passphrase_is_never_said_back(passphrase):
    said = guide(passphrase)
    # "password" is also our own word for what it is close to.
    shown = repr(said).replace("A password that many people use", "")
    assert passphrase not in shown


@given(
    st.text(max_size=80)
    | st.text(alphabet="4@8({[<369!|+7$5%20a1", max_size=60)
    | st.text("0123456789²٣/", max_size=12)
)
@settings(deadline=None, max_examples=60)
def test_any_text_gets_guidance_and_long_enough_is_never_blocked(passphrase):
    said = guide(passphrase)
    assert said.acceptable == (len(normalise(passphrase).decode()) >= 8)
    assert said.label


def test_what_is_not_text_is_not_accepted_and_says_so():
    said = guide("a long enough one \udce9")
    assert not said.acceptable
    assert "could not be read as text" in said.advice


@pytest.mark.parametrize(
    ("typed", "sealed"),
    [
        ("caf\u00e9", b"caf\xc3\xa9"),
        ("cafe\u0301", b"caf\xc3\xa9"),
        ("\ufb01eld", b"field"),
        ("\uff34\uff29\uff30", b"TIP"),
        ("\u212bngstrom", b"\xc3\x85ngstrom"),
        ("\U0001f331 seedling", b"\xf0\x9f\x8c\xb1 seedling"),
        ("", b""),
        (" kept ", b" kept "),
    ],
)
def test_one_spelling_is_sealed_for_the_same_characters(typed, sealed):
    assert normalise(typed) == sealed


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_normalising_twice_changes_nothing(passphrase):
    once = normalise(passphrase)
    assert normalise(once.decode("utf-8")) == once


def test_a_refusal_of_what_is_not_text_holds_none_of_it():
    with pytest.raises(UsageProblem) as refused:
        normalise("willow\udce9")
    assert "willow" not in str(refused.value)
    assert refused.value.__suppress_context__
