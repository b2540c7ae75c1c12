"""Every error a person can meet: what happened, whether the text is safe, what to do next.

TipReflectError                exit code 1
├── UsageProblem               2
├── WrongPassphrase            3
├── WrongRecoveryWords         3
├── Damaged                    4
│   ├── DamagedHeader
│   └── DamagedJournal
├── NoJournal                  1
├── JournalExists              1
├── NewerJournal               1
├── ReadOnlyPlace              1
├── DiskFull                   1
├── JournalBusy                1
├── ChangedElsewhere           1
├── NoSuchEntry                1
├── PackProblem                1
└── SettingProblem             1

A message never holds entry text, a passphrase or a recovery word.
"""


class TipReflectError(Exception):
    """A refusal with a calm sentence for a person and an exit code for a script."""

    exit_code = 1


class UsageProblem(TipReflectError):
    exit_code = 2


class WrongPassphrase(TipReflectError):
    exit_code = 3


class WrongRecoveryWords(TipReflectError):
    exit_code = 3


class Damaged(TipReflectError):
    exit_code = 4


class DamagedHeader(Damaged):
    """`vault.json` is missing, unreadable or out of bounds: the recovery words still open the journal."""


class DamagedJournal(Damaged):
    """`journal.db` fails authentication or integrity: a verified backup is the next step."""


class NoJournal(TipReflectError):
    """There is no journal in this folder yet, or its database file is missing."""


class JournalExists(TipReflectError):
    """A journal is already there: nothing is written over it."""


class NewerJournal(TipReflectError):
    """A newer tip-reflect wrote this journal or its header."""


class ReadOnlyPlace(TipReflectError):
    """The journal's folder cannot be written to."""


class DiskFull(TipReflectError):
    """No room on the disk: nothing was half-written, and what is on the screen is still there."""


class JournalBusy(TipReflectError):
    """Another program kept the journal busy for longer than we wait."""


class ChangedElsewhere(TipReflectError):
    """The entry was changed by another window or command since it was read: nothing was overwritten."""


class NoSuchEntry(TipReflectError):
    """No entry has this id."""


class PackProblem(TipReflectError):
    """A prompt pack that cannot be used: which file, which line and why."""


class SettingProblem(TipReflectError):
    """A setting's name or value that cannot be used."""
