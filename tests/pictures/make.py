"""Makes the README's pictures from the running app, on the demo journal, at a moment that stands still.

Run: python tests/pictures/make.py
"""

from __future__ import annotations

import asyncio
import random
import re
import sys
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from textual.widgets import Input, TextArea

from tip_reflect.app.app import ReflectApp, Surroundings
from tip_reflect.cli.starting_app import make_demo
from tip_reflect.journal.entry import Answer, PathId
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.places import Places
from tip_reflect.reflecting.sitting import Choices, begin
from tip_reflect.settings import Settings

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / ".github"
PASSPHRASE = "an invented passphrase"
SIZE = (92, 26)
WIDE = (112, 28)
ASKED = "real choice the person had"
WRITTEN = """She asked to meet in the garden instead of the office. I nearly said no because of the form.
When we sat outside she talked for the first time about school.

The thing I had already decided for her was"""


class Afternoon:
    """Sunday 22 November 2026, a little after two; it never moves but by hand."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-22T14:05+00:00")

    def __call__(self) -> datetime:
        return self.now


def without_addresses(svg: str) -> str:
    """The picture with no font from outside: whoever looks at it asks nobody for anything."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("<!-- Generated with Rich https://www.textualize.io -->", "")
    return re.sub(r"\bterminal-\d+-", "terminal-", svg).replace("Fira Code", "Fira Code, Menlo, Consolas")


async def until(pilot, so) -> None:
    for _ in range(1000):
        if so():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise SystemExit("the app did not come to the place of the picture")


def still(app: ReflectApp) -> None:
    """No cursor caught between two blinks."""
    for box in (*app.screen.query(Input), *app.screen.query(TextArea)):
        box.cursor_blink = False


async def picture(places: Places, clock: Afternoon, theme: str, name: str, go, *, size=SIZE) -> None:
    """Come to a place in the app and draw what is on the screen."""
    around = Surroundings(places=places, clock=clock, settings=Settings(theme=theme), random=random.Random(7))
    app = ReflectApp(around, demo_passphrase=PASSPHRASE)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.session is not None and app.screen.query("WaitingRow"))
        await go(app, pilot)
        still(app)
        await pilot.pause()
        drawn = without_addresses(app.export_screenshot(title="notes"))
    app.session.close()
    (PICTURES / name).write_text(drawn, encoding="utf-8", newline="\n")


async def today(app, pilot) -> None:
    """As it opens."""


async def write(app, pilot) -> None:
    chooser = await app.session.chooser()
    chosen = Choices(path=PathId.STANDARD, purpose=Purpose.EVALUATING, principle=Principle.CHOICE)
    entry = begin(chooser, chosen, entry_id=UUID(int=1), now=app.session.now())
    step = next(at for at, one in enumerate(entry.answers) if one.principle is Principle.CHOICE)
    asked = next(one for one in app.library.in_set("choice") if ASKED in one.text)
    question = Answer(prompt_id=asked.id, prompt=asked.text, principle=Principle.CHOICE)
    entry = replace(entry, answers=(*entry.answers[:step], question, *entry.answers[step + 1 :]))
    entry = entry.with_text(0, "A first visit.")
    await app.write(entry)
    await pilot.pause()
    for _ in range(step):
        await pilot.press("ctrl+n")
    app.screen.query_one(TextArea).insert(WRITTEN)
    await until(
        pilot, lambda: app.screen.entry.revision and "Saved" in str(app.screen.query_one("#kept").visual)
    )


async def journal(app, pilot) -> None:
    await pilot.press("2")
    await until(
        pilot, lambda: app.screen.query("JournalList") and app.screen.query_one("JournalList").current
    )
    await pilot.press("down", "down", "enter")
    await until(pilot, lambda: app.screen.query_one("Reader").entry is not None)


async def make_all() -> None:
    clock = Afternoon()
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder) / "journal")
        make_demo(places, PASSPHRASE, clock)
        clock.now += timedelta(minutes=1)
        await picture(places, clock, "dusk", "today-dusk.svg", today)
        await picture(places, clock, "dusk", "journal-dusk.svg", journal, size=WIDE)
        await picture(places, clock, "daylight", "write-daylight.svg", write)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    asyncio.run(make_all())
    sys.stdout.write(
        f"{PICTURES.name}: " + ", ".join(sorted(one.name for one in PICTURES.glob("*.svg"))) + "\n"
    )
