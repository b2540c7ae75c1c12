"""The key header as text: written one way, read strictly.

Beside what the cipher authenticates stands a plain SHA-256 of the whole. It keeps no one out; it tells a file that
was damaged by accident from a passphrase that is wrong, which the cipher alone cannot.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from tip_reflect.errors import DamagedHeader, NewerJournal
from tip_reflect.vault.wrapping import CIPHER, FORMAT, KDF, VERSION, Header, WrapParameters, canonical

MOST_BYTES: Final = 16 * 1024
"""A header is under 500 bytes; anything much longer is something else."""

FIELDS: Final = frozenset({"format", "version", "kdf", "cipher", "salt", "nonce", "wrapped", "checksum"})
KDF_FIELDS: Final = frozenset({"name", "memory_kib", "iterations", "lanes"})


def header_to_json(header: Header) -> bytes:
    """Write the bytes of `vault.json`: readable, and the same for the same header."""
    fields = {**header.open_fields(), "wrapped": header.wrapped.hex()}
    fields["checksum"] = _checksum(fields)
    return json.dumps(fields, indent=2).encode("ascii") + b"\n"


def header_from_json(data: bytes) -> Header:
    """Read the header in the bytes of `vault.json`. Raises DamagedHeader or NewerJournal."""
    fields = _parsed(data)
    if fields.get("format") != FORMAT:
        raise damaged("is not a tip-reflect key file")
    version = _whole_number(fields, "version")
    if version > VERSION:
        raise NewerJournal(
            "A newer tip-reflect wrote this journal's key file, and this one cannot read it. "
            "Your journal is safe and nothing has changed. Update tip-reflect, then open it again."
        )
    if version != VERSION or fields.keys() != FIELDS:
        raise damaged("is incomplete, or holds something that does not belong in it")
    kdf = fields["kdf"]
    if (
        not isinstance(kdf, dict)
        or kdf.keys() != KDF_FIELDS
        or kdf["name"] != KDF
        or fields["cipher"] != CIPHER
    ):
        raise damaged("is incomplete, or holds something that does not belong in it")
    try:
        parameters = WrapParameters(
            memory_kib=_whole_number(kdf, "memory_kib"),
            iterations=_whole_number(kdf, "iterations"),
            lanes=_whole_number(kdf, "lanes"),
        )
    except ValueError:
        raise damaged("asks for a way to make the key that is not safe to use") from None
    try:
        header = Header(
            parameters=parameters,
            salt=_bytes_of(fields, "salt"),
            nonce=_bytes_of(fields, "nonce"),
            wrapped=_bytes_of(fields, "wrapped"),
        )
    except ValueError:
        raise damaged("is damaged") from None
    if fields["checksum"] != _checksum({name: fields[name] for name in fields if name != "checksum"}):
        raise damaged("is damaged")
    return header


def damaged(what: str) -> DamagedHeader:
    """Say what is the matter with the key file, that the writing is elsewhere, and what to do."""
    return DamagedHeader(
        f"The journal's key file (vault.json) {what}. Your writing is in another file and has not been touched. "
        "Your 12 recovery words still open it: tip-reflect recover."
    )


def _parsed(data: bytes) -> dict[str, object]:
    if len(data) > MOST_BYTES:
        raise damaged("is not a tip-reflect key file")
    try:
        fields = json.loads(data.decode("utf-8"), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        # ValueError is also what JSON and UTF-8 that cannot be read raise.
        raise damaged("cannot be read: it is cut short or damaged") from None
    if not isinstance(fields, dict):
        raise damaged("is not a tip-reflect key file")
    return fields


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field is there twice")
    return fields


def _whole_number(fields: Mapping[str, object], name: str) -> int:
    value = fields.get(name)
    # A bool is an int to Python, and 3.0 is equal to 3: neither is what we wrote.
    if type(value) is not int:
        raise damaged("is damaged")
    return value


def _bytes_of(fields: Mapping[str, object], name: str) -> bytes:
    value = fields[name]
    if not isinstance(value, str):
        raise damaged("is damaged")
    found = bytes.fromhex(value)
    if found.hex() != value:
        raise ValueError("not as we write it")
    return found


def _checksum(fields: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(fields)).hexdigest()
