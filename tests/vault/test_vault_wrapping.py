"""Sealing the secret under a passphrase, and what opens it and what does not."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import UsageProblem, WrongPassphrase
from tip_reflect.vault import wrapping
from tip_reflect.vault.header import Header, WrapParameters, read_header, seal, unseal
from tip_reflect.vault.secret import Secret

CHEAP = WrapParameters(memory_kib=8 * 1024, iterations=1, lanes=1)
SECRET = Secret(bytes(range(16)))
FROZEN = Path(__file__).parent / "frozen"

# Test-only: what the frozen vaults beside this file were sealed with, by the version that made them.
FROZEN_PASSPHRASE = "test-only: a frozen lantern by the weir"


def counting_source():
    """A random source that gives 0x40, 0x41, 0x42… across calls."""
    following = 0x40

    def source(count):
        nonlocal following
        given_bytes = bytes(following + step for step in range(count))
        following += count
        return given_bytes

    return source


@pytest.mark.parametrize(
    ("parameters", "wrapped"),
    [
        (CHEAP, "9e431cfa9d9aca88edbf9fe8805d153449a45d624a53c974ecf48deb0741272b"),
        (WrapParameters(), "dae931ea664d26160de7a0f4c1d1757390d3e65fd4f85ecd557536a924da7656"),
    ],
)
def test_a_known_secret_under_a_known_passphrase_is_sealed_to_known_bytes(parameters, wrapped):
    # The keys were also derived with the reference Argon2 library, and the associated data was typed out by hand.
    header = seal(SECRET, "Caf\u00e9 under the old bridge", parameters=parameters, random=counting_source())
    assert header.salt.hex() == "404142434445464748494a4b4c4d4e4f"
    assert header.nonce.hex() == "505152535455565758595a5b"
    assert header.wrapped.hex() == wrapped
    assert unseal(header, "Caf\u00e9 under the old bridge") == SECRET


def test_the_default_is_the_second_recommended_option_of_rfc_9106():
    header = seal(SECRET, "a passphrase", random=counting_source())
    assert header.parameters == WrapParameters(memory_kib=65536, iterations=3, lanes=4)


def test_the_vault_that_0_1_0_wrote_still_opens():
    secret = unseal(read_header(FROZEN / "0.1.0" / "vault.json"), FROZEN_PASSPHRASE)
    assert (
        " ".join(secret.words()) == "slim club oppose crisp true inch belt equip genre approve fever hazard"
    )
    assert secret.database_key().hex() == "1dac09e98754856bd7ad5b66a3afef970f57f1314a714267b4bd18f9407f63f5"


@given(bits=st.binary(min_size=16, max_size=16), passphrase=st.text(max_size=60))
@settings(deadline=None, max_examples=15)
def test_what_is_sealed_is_opened_by_the_same_passphrase(bits, passphrase):
    assert unseal(seal(Secret(bits), passphrase, parameters=CHEAP), passphrase) == Secret(bits)


@pytest.mark.parametrize(
    "almost", ["", "Passphrase one", "passphrase one ", "passphrase onf", "passphrase one\n"]
)
def test_another_passphrase_is_refused_calmly_and_never_repeated(almost):
    header = seal(SECRET, "passphrase one", parameters=CHEAP)
    with pytest.raises(WrongPassphrase) as refused:
        unseal(header, almost)
    said = str(refused.value)
    assert "Nothing has changed" in said
    assert "tip-reflect recover" in said
    assert "passphrase on" not in said
    assert refused.value.__suppress_context__


@pytest.mark.parametrize(
    ("chosen", "typed_later"),
    [
        ("Cafe\u0301 under the bridge", "Caf\u00e9 under the bridge"),  # composed, decomposed
        ("\uff34\uff29\uff30 reflect", "TIP reflect"),  # full-width letters of an input method
        ("the \ufb01eld gate", "the field gate"),  # a ligature that a word processor put in
    ],
)
def test_the_same_characters_typed_another_way_open_the_journal(chosen, typed_later):
    assert unseal(seal(SECRET, chosen, parameters=CHEAP), typed_later) == SECRET
    assert unseal(seal(SECRET, typed_later, parameters=CHEAP), chosen) == SECRET


def test_a_very_long_passphrase_counts_to_its_last_character():
    long = "a quiet row of garden sheds " * 400
    header = seal(SECRET, long + "1", parameters=CHEAP)
    assert unseal(header, long + "1") == SECRET
    with pytest.raises(WrongPassphrase):
        unseal(header, long + "2")


def test_sealing_twice_under_one_passphrase_shares_neither_salt_nor_nonce():
    first, second = (seal(SECRET, "the same one", parameters=CHEAP) for _ in range(2))
    assert first.salt != second.salt
    assert first.nonce != second.nonce
    assert first.wrapped != second.wrapped


def test_a_new_passphrase_wraps_the_same_secret_so_the_words_stay_true():
    resealed = seal(
        unseal(seal(SECRET, "the old one", parameters=CHEAP), "the old one"), "new", parameters=CHEAP
    )
    assert unseal(resealed, "new").words() == SECRET.words()
    with pytest.raises(WrongPassphrase):
        unseal(resealed, "the old one")


@pytest.mark.parametrize(
    "weaker",
    [
        WrapParameters(memory_kib=8 * 1024, iterations=2, lanes=2),
        WrapParameters(memory_kib=16 * 1024, iterations=1, lanes=2),
        WrapParameters(memory_kib=16 * 1024, iterations=2, lanes=1),
    ],
)
def test_a_header_edited_to_weaker_parameters_does_not_open(weaker):
    strong = WrapParameters(memory_kib=16 * 1024, iterations=2, lanes=2)
    header = seal(SECRET, "a passphrase", parameters=strong)
    with pytest.raises(WrongPassphrase, match="even if the key file has been changed"):
        unseal(dataclasses.replace(header, parameters=weaker), "a passphrase")


def test_parameters_are_authenticated_even_when_the_key_would_be_the_same(monkeypatch):
    # With the derivation out of the way, only the associated data can tell the two headers apart.
    monkeypatch.setattr(wrapping, "_wrapping_key", lambda *_: bytes(32))
    header = seal(SECRET, "a passphrase", parameters=WrapParameters(memory_kib=16 * 1024, iterations=2))
    assert unseal(header, "a passphrase") == SECRET
    with pytest.raises(WrongPassphrase):
        unseal(dataclasses.replace(header, parameters=CHEAP), "a passphrase")
    with pytest.raises(WrongPassphrase):
        unseal(dataclasses.replace(header, salt=bytes(16)), "a passphrase")


@given(st.integers(0, 16 + 12 + 32 - 1), st.integers(0, 7))
@settings(deadline=None, max_examples=15)
def test_one_flipped_bit_anywhere_keeps_the_secret_shut(byte, bit):
    header = seal(SECRET, "a passphrase", parameters=CHEAP, random=counting_source())
    whole = bytearray(header.salt + header.nonce + header.wrapped)
    whole[byte] ^= 1 << bit
    flipped = dataclasses.replace(
        header, salt=bytes(whole[:16]), nonce=bytes(whole[16:28]), wrapped=bytes(whole[28:])
    )
    with pytest.raises(WrongPassphrase):
        unseal(flipped, "a passphrase")


@pytest.mark.parametrize(
    "wanted",
    [
        {"memory_kib": 8 * 1024 - 1},
        {"memory_kib": 1024 * 1024 + 1},
        {"iterations": 0},
        {"iterations": 11},
        {"lanes": 0},
        {"lanes": 17},
        {"memory_kib": -1},
    ],
)
def test_parameters_out_of_bounds_cannot_be_made(wanted):
    with pytest.raises(ValueError, match="out of bounds"):
        WrapParameters(**wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        {"memory_kib": 8 * 1024, "iterations": 1, "lanes": 1},
        {"memory_kib": 1024 * 1024, "iterations": 10, "lanes": 16},
    ],
)
def test_parameters_on_the_bounds_can_be_made(wanted):
    assert dataclasses.asdict(WrapParameters(**wanted)) == wanted


@pytest.mark.parametrize("part", ["salt", "nonce", "wrapped"])
def test_a_header_with_a_part_cut_short_cannot_be_made(part):
    header = seal(SECRET, "a passphrase", parameters=CHEAP)
    with pytest.raises(ValueError, match="wrong length"):
        dataclasses.replace(header, **{part: getattr(header, part)[:-1]})


def test_a_passphrase_that_is_not_text_is_refused_without_being_shown():
    header = seal(SECRET, "a passphrase", parameters=CHEAP)
    for refuse in (lambda: unseal(header, "caf\udce9"), lambda: seal(SECRET, "caf\udce9", parameters=CHEAP)):
        with pytest.raises(UsageProblem) as refused:
            refuse()
        assert "caf" not in str(refused.value)
        assert refused.value.__suppress_context__


def test_a_header_keeps_its_sealed_bytes_out_of_its_repr():
    header = seal(SECRET, "a passphrase", parameters=CHEAP)
    assert isinstance(header, Header)
    assert header.wrapped.hex() not in repr(header)
    assert "wrapped" not in repr(header)
