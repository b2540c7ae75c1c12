"""A Word file behind a password: ECMA-376 agile encryption with AES-256, which Word and LibreOffice open with it.

All of it happens in memory: no copy without the password is on a disk at any time.
"""

from __future__ import annotations

import unicodedata
from io import BytesIO

from tip_reflect.errors import Damaged, TipReflectError, UsageProblem, WrongPassphrase

LOCKED_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file of Microsoft's older container format begins with: a Word file with a password is one."""

LONGEST_PASSWORD = 255
"""In UTF-16 units: the most that Word takes (MS-OFFCRYPTO 2.3.4.11)."""

MOST_TURNS = 1_000_000
"""Of the password through the hash. Word makes 100,000; a file may ask for more to keep a computer busy."""

SECTOR, ENTRY, TIMES = 512, 128, slice(100, 116)
"""Of the container (MS-CFB 2.2, 2.6.1): a sector, an entry of its directory, and the two times in an entry."""

NONE_GIVEN = "A Word file with a password needs a password, so no file was made. Your own words are safe. Choose one and try again."
TOO_LONG = (
    f"This password is too long: Word takes up to {LONGEST_PASSWORD} letters. No file was made, and your own words "
    "are safe. Choose a shorter one."
)
NOT_TYPED = (
    "This password holds a sign that cannot be typed in Word, such as a line end. No file was made, and your own words "
    "are safe. Choose another."
)
LOCKED = "This file is locked with a password. Nothing in it was read. Open it with its password."
WRONG_ONE = "That is not this file's password. Nothing was changed. Try again, or ask whoever sent it. Capitals and spaces count."
NOT_OURS = (
    "This is a locked or older Office file of a kind that cannot be read here. Nothing was changed. "
    "Open it in Word, or ask for it as a .docx file."
)
BROKEN = "This locked file is damaged, so it was not read. Nothing was changed. Ask for it again."


def locked(word: bytes, password: str) -> bytes:
    """The Word file behind the password; no two are alike. Raises UsageProblem for a password Word cannot take."""
    from msoffcrypto.format.ooxml import OOXMLFile

    if not password:
        raise UsageProblem(NONE_GIVEN)
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in password):
        raise UsageProblem(NOT_TYPED)
    typed = unicodedata.normalize("NFC", password)
    if len(typed.encode("utf-16-le")) > 2 * LONGEST_PASSWORD:
        raise UsageProblem(TOO_LONG)
    made = BytesIO()
    OOXMLFile(BytesIO(word)).encrypt(typed, made)
    return _undated(made.getvalue())


def unlocked(data: bytes, password: str | None) -> bytes:
    """The Word file that was locked. Raises WrongPassphrase, Damaged or TipReflectError."""
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    problem: TipReflectError
    try:
        file = OOXMLFile(BytesIO(data))
        if file.info.get("spinValue", 0) > MOST_TURNS:
            raise DecryptionError  # noqa: TRY301 - one way out for all that is not ours
        if not password:
            problem = TipReflectError(LOCKED)
        else:
            made = BytesIO()
            file.load_key(password=unicodedata.normalize("NFC", password), verify_password=True)
            file.decrypt(made, verify_integrity=file.type == "agile")
            return made.getvalue()
    except InvalidKeyError as wrong:
        problem = Damaged(BROKEN) if "integrity" in str(wrong) else WrongPassphrase(WRONG_ONE)
    except (FileFormatError, DecryptionError):
        problem = TipReflectError(NOT_OURS)
    except Exception:  # noqa: BLE001 - a stranger's bytes go through three libraries, which fail in ways they do not name
        problem = Damaged(BROKEN)
    raise problem


def _undated(container: bytes) -> bytes:
    """The container without the times that its directory holds of when it was made."""
    from olefile import OleFileIO

    made = bytearray(container)
    with OleFileIO(BytesIO(container)) as file:
        sector = file.first_dir_sector
        while sector < len(file.fat):
            start = SECTOR * (sector + 1)
            for entry in range(start, start + SECTOR, ENTRY):
                made[entry + TIMES.start : entry + TIMES.stop] = bytes(TIMES.stop - TIMES.start)
            sector = file.fat[sector]
    return bytes(made)
