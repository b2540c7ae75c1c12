"""The secret, its 12 words and the key made from it."""

import os
import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import WrongRecoveryWords
from tip_reflect.vault.secret import Secret

COUNTING = bytes(range(16))
COUNTING_WORDS = "abandon amount liar amount expire adjust cage candy arch gather drum buyer"

secrets = st.binary(min_size=16, max_size=16).map(Secret)


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        # BIP-39's own vectors.
        ("00" * 16, "abandon " * 11 + "about"),
        ("7f" * 16, "legal winner thank year wave sausage worth useful legal winner thank yellow"),
        ("80" * 16, "letter advice cage absurd amount doctor acoustic avoid letter advice cage above"),
        ("ff" * 16, "zoo " * 11 + "wrong"),
        (COUNTING.hex(), COUNTING_WORDS),
    ],
)
def test_known_bits_are_known_words_both_ways(bits, words):
    secret = Secret(bytes.fromhex(bits))
    assert " ".join(secret.words()) == words
    assert Secret.from_words(words) == secret


def test_the_database_key_of_a_known_secret_never_changes():
    # Also worked out by hand from RFC 5869 with hmac alone.
    expected = "7f958230454f410f39c57fb15a2312c3c564fad817b2462c98142404518b843e"
    assert Secret(COUNTING).database_key().hex() == expected


def test_a_new_secret_is_what_the_random_source_gives():
    asked = []

    def source(count):
        asked.append(count)
        return COUNTING

    assert " ".join(Secret.new(source).words()) == COUNTING_WORDS
    assert asked == [16]


def test_two_new_secrets_differ():
    assert Secret.new() != Secret.new()
    assert Secret.new(os.urandom).database_key() != Secret.new(os.urandom).database_key()


@given(secrets)
@settings(deadline=None, max_examples=50)
def test_any_secret_comes_back_from_its_words(secret):
    assert len(secret.words()) == 12
    assert Secret.from_words(" ".join(secret.words())) == secret


@given(secrets, st.data())
@settings(deadline=None, max_examples=50)
def test_words_are_read_however_they_are_laid_out(secret, data):
    pieces = []
    for number, word in enumerate(secret.words(), start=1):
        spelled = data.draw(st.sampled_from([word, word.upper(), word.title()]))
        numbered = data.draw(
            st.sampled_from(["", f"{number}. ", f"{number}) ", f"{number}.", f"{number} ", "- "])
        )
        pieces.append(numbered + spelled)
    between = data.draw(
        st.sampled_from([" ", "   ", "\n", "\r\n", "\t", ", ", ",", "; ", " · ", "\u00a0", " - "])
    )
    ends = data.draw(st.sampled_from(["", " ", "\n", "\ufeff", '"']))
    assert Secret.from_words(ends + between.join(pieces) + ends) == secret


def test_words_in_wide_letters_are_read():
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in COUNTING_WORDS)
    assert unicodedata.normalize("NFKC", wide) == COUNTING_WORDS
    assert Secret.from_words(wide) == Secret(COUNTING)


@pytest.mark.parametrize(
    ("given_words", "said"),
    [
        ("", "none were given"),
        (" 1. 2. 3. ", "none were given"),
        ("abandon", "1 was given"),
        (" ".join(COUNTING_WORDS.split()[:11]), "11 were given"),
        (COUNTING_WORDS + " zoo", "13 were given"),
    ],
)
def test_a_wrong_number_of_words_is_said_with_the_number(given_words, said):
    with pytest.raises(WrongRecoveryWords) as refused:
        Secret.from_words(given_words)
    assert said in str(refused.value)
    assert "12 words" in str(refused.value)
    assert "Nothing has changed" in str(refused.value)


@pytest.mark.parametrize(
    ("places", "said"),
    [([7], "Word 7 is not"), ([1, 12], "Words 1 and 12 are not"), ([2, 3, 9], "Words 2, 3 and 9 are not")],
)
def test_words_not_in_the_list_are_named_by_place_and_never_repeated(places, said):
    words = COUNTING_WORDS.split()
    for place in places:
        words[place - 1] = "pelargonium"
    with pytest.raises(WrongRecoveryWords) as refused:
        Secret.from_words(" ".join(words))
    assert said in str(refused.value)
    _tells_none_of(refused.value, words)


def test_words_that_do_not_fit_together_are_said_to_be_out_of_order():
    words = COUNTING_WORDS.split()
    words[0], words[2] = words[2], words[0]
    with pytest.raises(WrongRecoveryWords, match="do not fit together") as refused:
        Secret.from_words(" ".join(words))
    _tells_none_of(refused.value, words)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=100)
def test_any_text_at_all_is_either_words_or_a_calm_refusal(text):
    with pytest.raises(WrongRecoveryWords):
        Secret.from_words(text)


def test_a_byte_the_terminal_could_not_read_is_a_calm_refusal():
    with pytest.raises(WrongRecoveryWords):
        Secret.from_words("caf\udce9 " * 12)


def test_a_secret_never_shows_its_bits():
    secret = Secret(random.Random(3).randbytes(16))
    assert repr(secret) == str(secret) == "Secret()"


def test_a_secret_of_another_length_is_refused():
    with pytest.raises(ValueError, match="16 bytes"):
        Secret(bytes(15))


def _tells_none_of(error, words):
    """No word longer than plain English is made of is in the message or in what led to it."""
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
    said = str(error).casefold().replace(",", " ").replace(".", " ").replace(":", " ").split()
    assert not set(said) & set(words)
