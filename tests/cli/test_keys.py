"""init, passphrase, recover and verify."""

import pytest

FILE, NEW_FILE = "TIP_REFLECT_PASSPHRASE_FILE", "TIP_REFLECT_NEW_PASSPHRASE_FILE"
RECOVERY_FILE = "TIP_REFLECT_RECOVERY_FILE"


@pytest.fixture
def new_passphrase(secret_file, monkeypatch):
    """A new passphrase is ready in its file; `use` makes it the one commands are given."""
    path = secret_file("new", b"four fast owls at noon\n")
    monkeypatch.setenv(NEW_FILE, path)
    return lambda: monkeypatch.setenv(FILE, path)


def test_init_prints_the_12_words_alone_on_one_line(no_journal, tip, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", b"seven slow herons\n"))
    done = tip("init")
    assert done.code == 0
    assert done.out.count("\n") == 1
    assert len(done.out.split()) == 12
    assert "It is not the case record." in done.err
    assert not any(word in done.err.split() for word in ["herons"])
    assert tip("list").code == 0


def test_the_words_of_init_recover_the_journal(no_journal, tip, secret_file, monkeypatch, new_passphrase):
    monkeypatch.setenv(FILE, secret_file("p", b"seven slow herons\n"))
    monkeypatch.setenv(RECOVERY_FILE, secret_file("words", tip("init").stdout))
    assert tip("recover").code == 0
    new_passphrase()
    assert tip("list").code == 0


@pytest.mark.parametrize("missing", ["", "header", "journal"])
def test_init_touches_no_journal_that_is_there_not_even_half_of_one(journal, tip, missing):
    if missing:
        getattr(journal, missing).unlink()
    before = {path.name: path.read_bytes() for path in journal.home.iterdir() if path.is_file()}
    done = tip("init")
    assert done.code == 1
    assert "journal here already" in done.err
    assert {path.name: path.read_bytes() for path in journal.home.iterdir() if path.is_file()} == before


def test_the_passphrase_can_be_changed(journal, tip, new_passphrase):
    assert tip("passphrase").code == 0
    assert tip("list").code == 3
    new_passphrase()
    assert tip("list").code == 0


def test_changing_the_passphrase_needs_the_old_one(locked, tip, secret_file, monkeypatch, new_passphrase):
    monkeypatch.setenv(FILE, secret_file("p", b"not the one at all"))
    before = locked.header.read_bytes()
    assert tip("passphrase").code == 3
    assert locked.header.read_bytes() == before


def test_a_wrong_old_passphrase_is_said_before_a_new_one_is_asked_for(locked, tip, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", b"not the one at all"))
    assert tip("passphrase").code == 3


def test_a_slip_in_the_words_is_said_before_a_new_passphrase_is_asked_for(
    locked, tip, secret_file, monkeypatch
):
    monkeypatch.setenv(RECOVERY_FILE, secret_file("words", b"too few"))
    assert tip("recover").code == 3


def test_a_journal_that_is_there_is_said_before_a_passphrase_is_asked_for(locked, tip):
    assert "journal here already" in tip("init").err


def test_a_new_passphrase_that_is_too_short_changes_nothing(journal, tip, secret_file, monkeypatch):
    monkeypatch.setenv(NEW_FILE, secret_file("new", b"short"))
    before = journal.header.read_bytes()
    assert tip("passphrase").code == 1
    assert journal.header.read_bytes() == before


def test_the_recovery_words_set_a_new_passphrase_even_without_a_key_file(
    *, journal, tip, add, words, secret_file, monkeypatch, new_passphrase
):
    add("Still here.")
    journal.header.unlink()
    monkeypatch.setenv(RECOVERY_FILE, secret_file("words", " ".join(words).encode() + b"\n"))
    done = tip("recover")
    assert done.code == 0
    assert not any(word in done.err for word in words if len(word) > 6)
    new_passphrase()
    assert "Still here." in tip("list").out


@pytest.mark.parametrize(
    "given",
    [
        "zoo " * 12,
        "canary " * 12,
        "too few",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    ],
)
def test_wrong_recovery_words_are_code_3_and_are_not_said_back(
    *, journal, tip, secret_file, monkeypatch, new_passphrase, given
):
    monkeypatch.setenv(RECOVERY_FILE, secret_file("words", given.encode()))
    before = journal.header.read_bytes()
    done = tip("recover")
    assert done.code == 3
    assert not any(word in done.err.split() for word in ("zoo", "canary", "abandon", "few"))
    assert journal.header.read_bytes() == before


def test_a_sound_journal_verifies_as_code_0(journal, tip, add):
    add("A line.")
    done = tip("verify")
    assert done.code == 0
    assert "sound" in done.out
    assert tip("verify", "--json").out.split() == ["{", '"sound":', "true,", '"problems":', "[]", "}"]


def test_one_flipped_bit_verifies_as_code_4(journal, tip, add):
    add("A canary line.\n" * 500)
    data = bytearray(journal.journal.read_bytes())
    data[len(data) // 2] ^= 1
    journal.journal.write_bytes(data)
    done = tip("verify")
    assert done.code == 4
    assert done.out + done.err
    assert "canary" not in done.out + done.err


def test_a_damaged_key_file_is_code_4(journal, tip):
    journal.header.write_text("{}")
    assert tip("verify").code == 4
    assert tip("list").code == 4


def test_a_journal_whose_init_was_killed_before_its_key_file_had_its_name_opens_all_the_same(journal, tip):
    journal.header.rename(journal.header_in_making)
    assert tip("list").code == 0
    assert journal.header.exists()


@pytest.mark.parametrize("command", ["list", "add"])
def test_damage_in_the_newest_changes_is_said_beside_what_a_command_prints(
    journal, tip, monkeypatch, command
):
    kept = journal.home / "journal.db-wal-damaged-1"
    monkeypatch.setattr("tip_reflect.store.store.keep_damaged_log", lambda places: kept)
    done = tip(command, stdin=b"words")
    assert done.code == 0
    assert kept.name in done.err
    assert kept.name not in done.out
