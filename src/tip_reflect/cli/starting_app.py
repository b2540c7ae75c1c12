"""Opening the whole-screen app, on the person's journal or on the invented one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tip_reflect.errors import SettingProblem, TipReflectError
from tip_reflect.places import Places
from tip_reflect.settings import Settings, read_settings

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.clock import Clock

NO_TERMINAL = (
    "The app needs a terminal to draw on, and this is not one. Nothing was changed. "
    "For text in and out, see: tip-reflect --help"
)

DEMO_PASSPHRASE = "look around a while"  # noqa: S105  no secret
"""Shown on the demo's lock screen: there is nothing behind it but invented words."""


def start_app(around: Surroundings) -> int:
    """Run the app and give its exit code. A settings file that cannot be read must not keep anyone from writing."""
    _need_terminal()
    try:
        settings = read_settings(around.places.settings)
    except SettingProblem as problem:
        click.echo(f"{problem} For now the usual settings are used.", err=True)
        settings = Settings()
    from tip_reflect.app.start import run_app

    return run_app(around.places, around.clock, settings)


def start_demo(around: Surroundings) -> int:
    """Run the app on an invented journal in a private temporary folder, gone afterwards."""
    _need_terminal()
    from tip_reflect.app.start import run_app
    from tip_reflect.demo.folder import demo_folder

    with demo_folder() as folder:
        places = Places(folder / "journal")
        make_demo(places, DEMO_PASSPHRASE, around.clock)
        return run_app(places, around.clock, Settings(), demo_passphrase=DEMO_PASSPHRASE)


def make_demo(places: Places, passphrase: str, clock: Clock) -> None:
    """Make a journal here and fill it with the invented entries."""
    from tip_reflect import unlocking
    from tip_reflect.demo.journal import demo_contacts, demo_entries
    from tip_reflect.journal.entry import Moment
    from tip_reflect.prompts.reading import packs_folder, read_library

    unlocked, _ = unlocking.create(places, passphrase, clock)
    entries = demo_entries(read_library(packs_folder()), Moment(at=clock()))
    store = unlocked.open_store()
    try:
        for entry in entries:
            store.save(entry)
        store.save_own_contacts(demo_contacts())
    finally:
        store.close()


def _need_terminal() -> None:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise TipReflectError(NO_TERMINAL)
