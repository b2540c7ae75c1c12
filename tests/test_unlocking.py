"""From a passphrase to an open journal, and what a kill, a loss or a mistake on the way there does."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tip_reflect import unlocking
from tip_reflect.errors import DamagedHeader, JournalExists, NoJournal, WrongPassphrase, WrongRecoveryWords
from tip_reflect.places import Places
from tip_reflect.store.store import Store
from tip_reflect.vault.header import WrapParameters

CHEAP = WrapParameters(memory_kib=8192, iterations=1, lanes=1)
PASSPHRASE = "four plain made up words"


@pytest.fixture
def words(places, clock):
    _, made = unlocking.create(places, PASSPHRASE, clock, parameters=CHEAP)
    return " ".join(made)


def opens(places, passphrase, clock):
    unlocking.unlock(places, passphrase, clock).open_store().close()
    return True


def test_a_journal_that_was_made_opens_with_its_passphrase(places, clock, words):
    assert opens(places, PASSPHRASE, clock)


def test_another_passphrase_does_not_open_it(places, clock, words):
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(places, "not the one at all", clock)


def test_no_journal_is_made_over_another(places, clock, words):
    before = places.header.read_bytes()
    with pytest.raises(JournalExists):
        unlocking.create(places, "a new passphrase", clock, parameters=CHEAP)
    assert places.header.read_bytes() == before


def test_killed_before_the_journal_appears_it_can_be_made_again(places, clock, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Store, "create", killed)
        patched.setattr("pathlib.Path.unlink", lambda *_, **__: None)  # a kill tidies nothing up
        with pytest.raises(KeyboardInterrupt):
            unlocking.create(places, "the first try", clock, parameters=CHEAP)
    assert places.header_in_making.exists()
    assert not unlocking.exists(places)
    unlocking.create(places, PASSPHRASE, clock, parameters=CHEAP)
    assert opens(places, PASSPHRASE, clock)


def test_killed_before_the_header_has_its_name_the_passphrase_still_opens_it(places, clock, words):
    places.header.rename(places.header_in_making)
    assert opens(places, PASSPHRASE, clock)
    assert not places.header_in_making.exists()


def test_a_lost_header_says_so_and_the_words_bring_it_back(places, clock, words):
    places.header.unlink()
    with pytest.raises(DamagedHeader, match="12 recovery words"):
        unlocking.unlock(places, PASSPHRASE, clock)
    unlocking.recover(places, words, "another good passphrase", clock)
    assert opens(places, "another good passphrase", clock)


def test_words_of_another_journal_change_nothing(places, clock, words, tmp_path):
    other = type(places)(tmp_path / "other")
    _, theirs = unlocking.create(other, PASSPHRASE, clock, parameters=CHEAP)
    before = places.header.read_bytes()
    with pytest.raises(WrongRecoveryWords, match="do not open this journal"):
        unlocking.recover(places, " ".join(theirs), "another good passphrase", clock)
    assert places.header.read_bytes() == before


def test_a_missing_journal_file_is_not_called_a_wrong_passphrase(places, clock, words):
    places.journal.unlink()
    with pytest.raises(NoJournal, match=r"journal\.db, is missing"):
        unlocking.unlock(places, PASSPHRASE, clock)


def test_an_empty_folder_holds_no_journal(places, clock):
    with pytest.raises(NoJournal, match="no journal here yet"):
        unlocking.unlock(places, PASSPHRASE, clock)


def test_changing_the_passphrase_rewrites_the_header_alone(places, clock, words):
    journal = places.journal.read_bytes()
    unlocking.change_passphrase(places, PASSPHRASE, "another good passphrase")
    assert places.journal.read_bytes() == journal
    assert opens(places, "another good passphrase", clock)
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(places, PASSPHRASE, clock)


def test_the_words_can_be_had_again_with_the_passphrase(places, clock, words):
    assert " ".join(unlocking.recovery_words(places, PASSPHRASE)) == words


def test_an_unlocked_journal_does_not_show_its_key(places, clock, words):
    unlocked = unlocking.unlock(places, PASSPHRASE, clock)
    assert unlocked.key.hex() not in repr(unlocked)
    assert repr(unlocked.key) not in repr(unlocked)


ROUNDS, MAKERS = 12, 6


def test_of_many_who_make_a_journal_at_once_one_makes_it_and_its_passphrase_opens_it(
    tmp_path, clock, monkeypatch
):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from making_at_once import make_each, passphrase_of

    apart = multiprocessing.get_context("spawn")
    with apart.Manager() as manager, ProcessPoolExecutor(MAKERS, mp_context=apart) as makers:
        together = manager.Barrier(MAKERS)
        asked = [makers.submit(make_each, str(tmp_path), ROUNDS, name, together) for name in range(MAKERS)]
        came = [one.result(300) for one in asked]
    for number, results in enumerate(zip(*came, strict=True)):
        assert sorted(results) == ["JournalExists"] * (MAKERS - 1) + ["made"]
        assert opens(Places(tmp_path / str(number)), passphrase_of(results.index("made")), clock)


def test_a_failure_after_the_journal_has_its_name_leaves_it_its_key(places, clock, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(Store, "open", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            unlocking.create(places, PASSPHRASE, clock, parameters=CHEAP)
    assert opens(places, PASSPHRASE, clock)


def test_a_failure_before_the_journal_has_its_name_leaves_nothing_half_made(places, clock, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("tip_reflect.store.store._make", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            unlocking.create(places, PASSPHRASE, clock, parameters=CHEAP)
    assert not unlocking.exists(places)
    assert not places.header_in_making.exists()
