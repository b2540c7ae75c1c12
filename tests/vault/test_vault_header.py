"""`vault.json`: what is written is read back, and each kind of damage has its own calm sentence."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import DamagedHeader, NewerJournal, WrongPassphrase
from tip_reflect.vault import wrapping
from tip_reflect.vault.header import Header, WrapParameters, read_header, seal, unseal, write_header
from tip_reflect.vault.header_json import header_from_json, header_to_json
from tip_reflect.vault.secret import Secret

CHEAP = WrapParameters(memory_kib=8 * 1024, iterations=1, lanes=1)
SECRET = Secret(bytes(range(16)))
HEADER = Header(
    parameters=CHEAP,
    salt=bytes(range(0x40, 0x50)),
    nonce=bytes(range(0x50, 0x5C)),
    wrapped=bytes.fromhex("9e431cfa9d9aca88edbf9fe8805d153449a45d624a53c974ecf48deb0741272b"),
)
AS_WRITTEN = b"""{
  "format": "tip-reflect vault",
  "version": 1,
  "kdf": {
    "name": "argon2id",
    "memory_kib": 8192,
    "iterations": 1,
    "lanes": 1
  },
  "cipher": "chacha20-poly1305",
  "salt": "404142434445464748494a4b4c4d4e4f",
  "nonce": "505152535455565758595a5b",
  "wrapped": "9e431cfa9d9aca88edbf9fe8805d153449a45d624a53c974ecf48deb0741272b",
  "checksum": "9759d3566a5dfb23da8ff6a8e06d46a6695fea53ff6c7b4ce20e822e04d0b2cf"
}
"""

headers = st.builds(
    Header,
    parameters=st.builds(
        WrapParameters,
        memory_kib=st.integers(8 * 1024, 1024 * 1024),
        iterations=st.integers(1, 10),
        lanes=st.integers(1, 16),
    ),
    salt=st.binary(min_size=16, max_size=16),
    nonce=st.binary(min_size=12, max_size=12),
    wrapped=st.binary(min_size=32, max_size=32),
)

MISSING = object()


def edited(changes, *, with_true_checksum=True):
    """The bytes of a good header with some fields changed; `kdf.lanes` names a field inside another."""
    fields = json.loads(AS_WRITTEN)
    for name, value in changes.items():
        holder, _, inner = name.rpartition(".")
        place = fields[holder] if holder else fields
        if value is MISSING:
            del place[inner]
        else:
            place[inner] = value
    if with_true_checksum and "checksum" in fields and "checksum" not in changes:
        del fields["checksum"]
        spelled = json.dumps(fields, sort_keys=True, separators=(",", ":"))
        fields["checksum"] = hashlib.sha256(spelled.encode()).hexdigest()
    return json.dumps(fields).encode()


@pytest.fixture
def no_derivation(monkeypatch):
    """Fail at once if anything tries to derive a key."""

    def refuse(*_):
        raise AssertionError("a key was derived")

    monkeypatch.setattr(wrapping, "_wrapping_key", refuse)


def test_a_known_header_is_written_as_known_bytes(tmp_path):
    write_header(tmp_path / "vault.json", HEADER)
    assert (tmp_path / "vault.json").read_bytes() == AS_WRITTEN
    assert read_header(tmp_path / "vault.json") == HEADER


@given(headers)
@settings(deadline=None, max_examples=100)
def test_any_header_is_read_back_as_it_was_written(header):
    assert header_from_json(header_to_json(header)) == header


def test_a_sealed_secret_survives_the_file(tmp_path):
    write_header(tmp_path / "vault.json", seal(SECRET, "a passphrase", parameters=CHEAP))
    assert unseal(read_header(tmp_path / "vault.json"), "a passphrase") == SECRET


def test_a_header_is_the_same_whatever_its_order_and_spacing():
    fields = json.loads(AS_WRITTEN)
    shuffled = json.dumps(dict(reversed(fields.items())), indent=7).encode()
    assert shuffled != AS_WRITTEN
    assert header_from_json(shuffled) == HEADER


def test_neither_the_secret_nor_the_passphrase_nor_the_key_is_in_the_file():
    data = header_to_json(seal(SECRET, "willow and slate", parameters=CHEAP))
    for hidden in (
        bytes(range(16)).hex(),
        "willow",
        b"willow and slate".hex(),
        SECRET.database_key().hex(),
        *(f'"{word}"' for word in SECRET.words()),
    ):
        assert hidden.encode() not in data


def test_a_missing_header_says_so_and_points_to_the_words(tmp_path):
    with pytest.raises(DamagedHeader, match="is missing") as refused:
        read_header(tmp_path / "vault.json")
    assert "has not been touched" in str(refused.value)
    assert "tip-reflect recover" in str(refused.value)


def test_a_lost_header_is_replaced_from_the_words_alone(tmp_path):
    path = tmp_path / "vault.json"
    write_header(path, seal(SECRET, "forgotten", parameters=CHEAP))
    on_paper = " ".join(SECRET.words())
    key_before = SECRET.database_key()
    path.unlink()
    write_header(path, seal(Secret.from_words(on_paper), "chosen anew", parameters=CHEAP))
    assert unseal(read_header(path), "chosen anew").database_key() == key_before


def test_something_that_is_not_a_file_is_a_damaged_header(tmp_path):
    (tmp_path / "vault.json").mkdir()
    with pytest.raises(DamagedHeader, match="could not be opened"):
        read_header(tmp_path / "vault.json")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 434,
        b"\xff\xfe{}",
        b"not json",
        b"[]",
        b'"vault"',
        b"null",
        b"{}",
        b"[" * 10_000,
        b'{"version": ' + b"9" * 5000 + b"}",
        b'{"format": NaN}',
        AS_WRITTEN * 2,
        AS_WRITTEN + b" " * 20_000,
        AS_WRITTEN.replace(b'"version": 1', b'"version": 1, "version": 1'),
    ],
)
def test_what_is_not_a_header_is_called_damaged(tmp_path, data):
    (tmp_path / "vault.json").write_bytes(data)
    with pytest.raises(DamagedHeader, match="12 recovery words still open it") as refused:
        read_header(tmp_path / "vault.json")
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@pytest.mark.parametrize("length", range(0, len(AS_WRITTEN) - 2, 7))
def test_a_header_cut_short_anywhere_is_called_damaged(length):
    with pytest.raises(DamagedHeader):
        header_from_json(AS_WRITTEN[:length])


@given(st.binary(max_size=600))
@settings(deadline=None, max_examples=100)
def test_any_bytes_at_all_are_a_calm_refusal(data):
    with pytest.raises(DamagedHeader):
        header_from_json(data)


def test_one_flipped_bit_anywhere_is_noticed_before_any_passphrase_is_tried():
    for byte in range(len(AS_WRITTEN) - 1):  # all but the last line's end
        for bit in range(8):
            flipped = bytearray(AS_WRITTEN)
            flipped[byte] ^= 1 << bit
            # A flip in the version's own digit makes it look newer; every other one is damage.
            with pytest.raises((DamagedHeader, NewerJournal)):
                header_from_json(bytes(flipped))


@pytest.mark.parametrize("name", ["salt", "nonce", "wrapped", "checksum"])
def test_a_changed_value_is_damage_and_not_a_wrong_passphrase(name):
    value = json.loads(AS_WRITTEN)[name]
    changed = ("0" if value[0] != "0" else "1") + value[1:]
    with pytest.raises(DamagedHeader, match="is damaged"):
        header_from_json(edited({name: changed}, with_true_checksum=False))


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "another vault"},
        {"format": MISSING},
        {"version": MISSING},
        {"version": 0},
        {"version": -1},
        {"version": 1.0},
        {"version": True},
        {"version": "1"},
        {"cipher": "none"},
        {"cipher": MISSING},
        {"kdf": "argon2id"},
        {"kdf": None},
        {"kdf.name": "pbkdf2"},
        {"kdf.name": ["argon2id"]},
        {"kdf.lanes": MISSING},
        {"kdf.pepper": 1},
        {"kdf.iterations": 1.0},
        {"kdf.iterations": True},
        {"kdf.memory_kib": "8192"},
        {"kdf.memory_kib": None},
        {"salt": ""},
        {"salt": MISSING},
        {"salt": 4},
        {"salt": "40" * 15},
        {"salt": "40" * 17},
        {"salt": "4A" * 16},
        {"salt": " ".join(["40"] * 16)},
        {"salt": "zz" * 16},
        {"nonce": "50" * 11},
        {"nonce": ["50"]},
        {"wrapped": "9e" * 31},
        {"wrapped": MISSING},
        {"checksum": MISSING},
        {"checksum": None},
        {"comment": "mine"},
    ],
)
def test_a_field_that_is_not_as_we_write_it_is_damage_even_with_a_true_checksum(changes, no_derivation):
    with pytest.raises(DamagedHeader):
        header_from_json(edited(changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"kdf.memory_kib": 8 * 1024 - 1},
        {"kdf.memory_kib": 1},
        {"kdf.memory_kib": 1024 * 1024 + 1},
        {"kdf.memory_kib": 2**80},
        {"kdf.iterations": 0},
        {"kdf.iterations": 11},
        {"kdf.iterations": -3},
        {"kdf.lanes": 0},
        {"kdf.lanes": 17},
    ],
)
def test_parameters_out_of_bounds_are_refused_before_anything_is_derived(changes, no_derivation):
    with pytest.raises(DamagedHeader, match="not safe to use") as refused:
        header_from_json(edited(changes))
    assert "12 recovery words" in str(refused.value)


def test_a_downgrade_made_with_care_still_opens_for_no_one():
    strong = WrapParameters(memory_kib=16 * 1024, iterations=2, lanes=2)
    fields = json.loads(header_to_json(seal(SECRET, "a passphrase", parameters=strong)))
    weakened = edited(
        {name: fields[name] for name in ("salt", "nonce", "wrapped")}  # sealed under the strong parameters
    )
    header = header_from_json(weakened)
    assert header.parameters == CHEAP
    with pytest.raises(WrongPassphrase):
        unseal(header, "a passphrase")


@pytest.mark.parametrize(
    "changes", [{"version": 2}, {"version": 99, "kdf": "something new", "salt": MISSING}]
)
def test_a_header_of_a_newer_version_is_not_called_damaged(changes):
    with pytest.raises(NewerJournal, match="Update tip-reflect") as refused:
        header_from_json(edited(changes, with_true_checksum=False))
    assert "safe" in str(refused.value)


def test_each_way_to_fail_has_its_own_error():
    assert len({DamagedHeader, NewerJournal, WrongPassphrase}) == 3
    assert (DamagedHeader.exit_code, NewerJournal.exit_code, WrongPassphrase.exit_code) == (4, 1, 3)
