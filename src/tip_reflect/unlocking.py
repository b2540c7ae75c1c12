"""From a passphrase to an open journal: the one place where the vault and the store meet.

The command line and the app both come through here. The store is imported only when it is opened, so that
the lock screen is on the terminal before SQLModel is loaded.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tip_reflect.errors import DamagedHeader, JournalBusy, JournalExists, NoJournal, WrongRecoveryWords
from tip_reflect.vault.folder import make_folder
from tip_reflect.vault.header import WrapParameters, read_header, seal, unseal, write_header
from tip_reflect.vault.refusals import refusal
from tip_reflect.vault.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tip_reflect.clock import Clock
    from tip_reflect.places import Places
    from tip_reflect.store.store import Store

WAIT_SECONDS = 30
"""How long to wait for another program that is writing the key file."""

EXISTS = "There is a journal here already. Nothing was changed. Open it with: tip-reflect"
BUSY = (
    "Another program is making this journal or changing its passphrase, and did not finish in time. "
    "Nothing was changed here. Try again in a moment."
)
NO_JOURNAL = (
    "There is no journal here yet. Nothing is lost. Open tip-reflect to make one, or run: tip-reflect init"
)
JOURNAL_FILE_MISSING = (
    "The key file is here but the journal file, journal.db, is missing. It may have been moved. "
    "Put it back beside vault.json, or copy journal.db there from the newest folder in backups."
)
HEADER_MISSING = (
    "The journal is here but its key file, vault.json, is missing. Your text is safe in journal.db. "
    "Your 12 recovery words open it: tip-reflect recover"
)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A journal whose key is known. `key` is SQLCipher's raw key, 32 bytes."""

    places: Places
    key: bytes = field(repr=False)
    clock: Clock

    def open_store(self, *, read_only_ok: bool = False) -> Store:
        """Open the journal; call it in the thread that will use it."""
        from tip_reflect.store.store import Store

        return Store.open(self.places, self.key, self.clock, read_only_ok=read_only_ok)


def exists(places: Places) -> bool:
    """Whether a journal, or a part of one, is in this folder."""
    return places.journal.exists() or places.header.exists()


def create(
    places: Places, passphrase: str, clock: Clock, *, parameters: WrapParameters | None = None
) -> tuple[Unlocked, tuple[str, ...]]:
    """Make a new, empty journal and give its 12 recovery words.

    Raises JournalExists, ReadOnlyPlace, DiskFull, JournalBusy.
    """
    from tip_reflect.store.store import Store

    if exists(places):
        raise JournalExists(EXISTS)
    make_folder(places.home)
    secret = Secret.new()
    header = seal(secret, passphrase, parameters=parameters or WrapParameters())
    with _alone_at_the_key_file(places):
        if exists(places):  # another program was quicker
            raise JournalExists(EXISTS)
        # The header is whole on the disk before the journal appears: killed in between, `_finish_making` joins the two.
        write_header(places.header_in_making, header)
        try:
            Store.create(places, secret.database_key(), clock).close()
        except BaseException:
            # A journal that has its name needs its key, whatever failed after that.
            if not places.journal.exists():
                places.header_in_making.unlink(missing_ok=True)
            raise
        places.header_in_making.replace(places.header)
    return Unlocked(places, secret.database_key(), clock), secret.words()


def unlock(places: Places, passphrase: str, clock: Clock) -> Unlocked:
    """Raises NoJournal, DamagedHeader, NewerJournal or WrongPassphrase."""
    return Unlocked(places, _secret(places, passphrase).database_key(), clock)


def change_passphrase(places: Places, old: str, new: str) -> None:
    """Wrap the same secret again; the journal itself is not touched, whatever its size."""
    header = seal(_secret(places, old), new)
    with _alone_at_the_key_file(places):
        write_header(places.header, header)


def recovery_words(places: Places, passphrase: str) -> tuple[str, ...]:
    """The 12 words, for the recovery sheet."""
    return _secret(places, passphrase).words()


def recover(places: Places, words: str, new_passphrase: str, clock: Clock) -> Unlocked:
    """Set a new passphrase with the 12 words. The header is written only when the words open the journal."""
    from tip_reflect.store.verify import check_key

    if not places.journal.exists():
        raise NoJournal(JOURNAL_FILE_MISSING if places.header.exists() else NO_JOURNAL)
    secret = Secret.from_words(words)
    key = secret.database_key()
    if not check_key(places, key):
        raise WrongRecoveryWords(
            "Those are 12 good words, but they do not open this journal. Nothing has changed. "
            "If you have another sheet, try that. If you are sure of these, the journal file itself may be damaged."
        )
    header = seal(secret, new_passphrase)
    with _alone_at_the_key_file(places):
        write_header(places.header, header)
    return Unlocked(places, key, clock)


def require_whole(places: Places) -> None:
    """Say what is missing before anyone is asked for a passphrase. Raises NoJournal or DamagedHeader."""
    if not exists(places):
        raise NoJournal(NO_JOURNAL)
    _finish_making(places)
    if not places.header.exists():
        raise DamagedHeader(HEADER_MISSING)
    if not places.journal.exists():
        raise NoJournal(JOURNAL_FILE_MISSING)


def _finish_making(places: Places) -> None:
    """Give a new journal's header its name, where the program that made it was killed before it could."""
    if places.header.exists() or not places.header_in_making.exists():
        return
    with _alone_at_the_key_file(places):
        if places.journal.exists() and not places.header.exists() and places.header_in_making.exists():
            places.header_in_making.replace(places.header)


@contextmanager
def _alone_at_the_key_file(places: Places) -> Iterator[None]:
    """One program at a time; a kill lets go of it. Raises JournalBusy, ReadOnlyPlace, DiskFull."""
    from filelock import FileLock, Timeout

    lock = FileLock(places.header_lock, timeout=WAIT_SECONDS, thread_local=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise JournalBusy(BUSY) from None
    except OSError as error:
        raise refusal(error, "the key file could not be written") from None
    try:
        yield
    finally:
        lock.release()


def _secret(places: Places, passphrase: str) -> Secret:
    require_whole(places)
    return unseal(read_header(places.header), passphrase)
