# ruff: noqa: PT017 - damage may also change nothing
"""Word with a password: AES-256, opened again with it and with nothing else, and no copy without it on a disk."""

import re
import zipfile
from io import BytesIO

import msoffcrypto
import olefile
import pytest
from documents import whole_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import Damaged, TipReflectError, UsageProblem, WrongPassphrase
from tip_reflect.sharing.document import Document, Paragraph
from tip_reflect.sharing.page_word import write_word_page
from tip_reflect.sharing.session_page import pack_document
from tip_reflect.sharing.word_password import LONGEST_PASSWORD, locked, unlocked

pytestmark = pytest.mark.long

PASSWORD = "seven slow herons"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return write_word_page(pack_document(whole_pack()))


@pytest.fixture(scope="module")
def closed(plain) -> bytes:
    return locked(plain, PASSWORD)


def test_its_own_password_gives_the_same_file_back(plain, closed):
    assert unlocked(closed, PASSWORD) == plain


def test_a_very_small_file_comes_back_too():
    plain = write_word_page(Document((Paragraph("x"),)))
    assert unlocked(locked(plain, "x"), "x") == plain


@pytest.mark.parametrize(
    "password", ["x", " spaces ", "pàsłword 🌳", "مرحبا", "e" * LONGEST_PASSWORD, "🌳" * 127]
)
def test_any_password_that_can_be_typed_opens_it(plain, password):
    assert unlocked(locked(plain, password), password) == plain


def test_a_letter_with_its_accent_apart_is_the_same_letter(plain):
    assert unlocked(locked(plain, "cafe\u0301"), "caf\u00e9") == plain
    assert unlocked(locked(plain, "caf\u00e9"), "cafe\u0301") == plain


@pytest.mark.parametrize("password", ["Seven slow herons", "seven slow heron", "x", "e" * 5000, "\x00"])
def test_another_password_is_refused_calmly(closed, password):
    with pytest.raises(WrongPassphrase, match="not this file's password"):
        unlocked(closed, password)


@pytest.mark.parametrize("password", [None, ""])
def test_no_password_is_told_from_a_wrong_one(closed, password):
    with pytest.raises(TipReflectError, match="locked with a password") as refused:
        unlocked(closed, password)
    assert not isinstance(refused.value, WrongPassphrase)


@pytest.mark.parametrize(
    "password", ["", "e" * (LONGEST_PASSWORD + 1), "🌳" * 128, "a\nb", "a\x00", "\ud800"]
)
def test_a_password_that_word_cannot_take_is_refused_and_not_repeated(plain, password):
    with pytest.raises(UsageProblem, match=r"[Nn]o file was made") as refused:
        locked(plain, password)
    assert not password or password not in str(refused.value)


def test_it_is_aes_256_with_many_turns_of_sha_512(closed):
    with olefile.OleFileIO(BytesIO(closed)) as file:
        info = file.openstream("EncryptionInfo").read()
    assert info[:4] == b"\x04\x00\x04\x00"
    text = info[8:].decode()
    assert re.findall(r'keyBits="(\d+)"', text) == ["256", "256"]
    assert set(re.findall(r'cipherAlgorithm="(\w+)"', text)) == {"AES"}
    assert set(re.findall(r'hashAlgorithm="(\w+)"', text)) == {"SHA512"}
    assert int(re.search(r'spinCount="(\d+)"', text)[1]) >= 100_000


def test_nothing_of_the_page_is_in_it_and_no_two_are_alike(plain, closed):
    assert b"word/document.xml" in plain
    assert b"word/" not in closed
    assert b"PK\x03\x04" not in closed
    assert locked(plain, PASSWORD) != closed


def test_it_says_nothing_of_when_or_by_what_it_was_made(closed):
    with olefile.OleFileIO(BytesIO(closed)) as file:
        entries = [entry for entry in file.direntries if entry is not None]
        names = ["/".join(name) for name in file.listdir()]
    assert len(entries) > 5
    assert {(entry.createTime, entry.modifyTime) for entry in entries} == {(0, 0)}
    assert sorted(names) == [
        "\x06DataSpaces/DataSpaceInfo/StrongEncryptionDataSpace",
        "\x06DataSpaces/DataSpaceMap",
        "\x06DataSpaces/TransformInfo/StrongEncryptionTransform/\x06Primary",
        "\x06DataSpaces/Version",
        "EncryptedPackage",
        "EncryptionInfo",
    ]


def test_another_reader_opens_it(plain, closed):
    file = msoffcrypto.OfficeFile(BytesIO(closed))
    file.load_key(password=PASSWORD)
    made = BytesIO()
    file.decrypt(made)
    assert zipfile.ZipFile(made).namelist() == zipfile.ZipFile(BytesIO(plain)).namelist()


def test_no_file_is_opened_on_a_disk_while_it_is_made(plain, monkeypatch):
    """The words pass through memory only: every way to a file is closed, and it is made all the same."""
    locked(plain, PASSWORD)  # so that everything is imported

    def closed_way(*_args, **_kwargs):
        raise AssertionError("a file was opened")

    monkeypatch.setattr("tempfile.TemporaryFile", closed_way)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", closed_way)
    monkeypatch.setattr("tempfile.mkstemp", closed_way)
    monkeypatch.setattr("builtins.open", closed_way)
    monkeypatch.setattr("io.open", closed_way)
    monkeypatch.setattr("os.open", closed_way)
    unlocked(locked(plain, PASSWORD), PASSWORD)


def test_a_file_that_asks_for_endless_work_is_refused(closed, monkeypatch):
    monkeypatch.setattr("tip_reflect.sharing.word_password.MOST_TURNS", 99_999)
    with pytest.raises(TipReflectError, match="cannot be read here"):
        unlocked(closed, PASSWORD)


def damaged(data: bytes, place: int, to: int) -> bytes:
    return data[:place] + bytes([to]) + data[place + 1 :]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere_is_met_calmly_or_changes_nothing(plain, closed, data):
    place = data.draw(st.integers(0, len(closed) - 1))
    try:
        made = unlocked(damaged(closed, place, data.draw(st.integers(0, 255))), PASSWORD)
    except TipReflectError as refused:
        assert refused.__cause__ is None
        assert refused.__context__ is None
    else:
        assert made == plain


@pytest.mark.parametrize("size", [8, 100, 511, 512, 1024, 4000])
def test_a_file_cut_short_is_met_calmly(closed, size):
    with pytest.raises(TipReflectError):
        unlocked(closed[:size], PASSWORD)


def test_changed_words_are_found_out(closed):
    with olefile.OleFileIO(BytesIO(closed)) as file:
        content = file.openstream("EncryptedPackage").read()
    place = closed.index(content[600:616])
    with pytest.raises(Damaged, match="damaged"):
        unlocked(damaged(closed, place, closed[place] ^ 1), PASSWORD)
