"""Snapshots stand on the same desk as the tests of screens."""

import sys
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tip_reflect.settings import Settings

SMALL = (80, 24)

sys.path.append(str(Path(__file__).parent.parent / "screens"))


@pytest.fixture
def desk(places, clock):
    from a_desk import Desk

    return Desk(places, clock)


@pytest.fixture
def drawn(desk, snap_compare):
    """Compares a screen with its picture: `go` drives the desk to it."""

    def compare(go, *, theme="dusk", size=SMALL, unlock=True):
        from a_desk import library

        app = desk.new_app(unlock=unlock, settings=Settings(theme=theme))
        app.library = library()

        async def run(pilot):
            await desk.take(pilot, unlock=unlock)
            await go()
            await desk.at_rest()
            for box in (*app.screen.query(Input), *app.screen.query(TextArea)):
                box.cursor_blink = False
            await pilot.pause()

        same = snap_compare(app, terminal_size=size, run_before=run)
        if app.session is not None:
            app.session.close()
        return same

    return compare
