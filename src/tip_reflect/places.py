"""Where things are on this machine. Nothing is made or read until it is asked for."""

import os
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "tip-reflect"


@dataclass(frozen=True, slots=True)
class Places:
    """The one folder that holds a journal, and the files in it."""

    home: Path

    @property
    def journal(self) -> Path:
        return self.home / "journal.db"

    @property
    def change_log(self) -> Path:
        """SQLite's log of the newest changes, there while the journal is open and after a kill."""
        return self.home / "journal.db-wal"

    @property
    def header(self) -> Path:
        return self.home / "vault.json"

    @property
    def header_in_making(self) -> Path:
        """The header of a journal that is being made; a kill may leave it, and the next opening finishes the work."""
        return self.home / "vault.json.making"

    @property
    def header_lock(self) -> Path:
        """Held by the one program that is writing the header."""
        return self.home / "vault.lock"

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def settings(self) -> Path:
        return self.home / "settings.toml"

    @property
    def app_lock(self) -> Path:
        return self.home / "app.lock"


def find_places(environ: os._Environ[str] | dict[str, str] | None = None) -> Places:
    """The folder named by TIP_REFLECT_HOME, or the platform's folder for a person's own data."""
    env = os.environ if environ is None else environ
    if (home := env.get("TIP_REFLECT_HOME", "")).strip():
        return Places(Path(os.path.expanduser(home)))  # noqa: PTH111  Path's own refuses an unknown ~name
    from platformdirs import user_data_path

    return Places(user_data_path(APP_NAME, appauthor=False))
