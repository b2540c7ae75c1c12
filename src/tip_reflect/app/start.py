"""The way into the app for the command line; Textual is loaded only after its environment is made safe."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from tip_reflect.clock import Clock
    from tip_reflect.places import Places
    from tip_reflect.settings import Settings

# Textual reads these when it is imported; with them it would log keys, save pictures, connect, or not start.
UNSAFE_VARIABLES = (
    "TEXTUAL",
    "TEXTUAL_LOG",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DRIVER",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SCREENSHOT_FILENAME",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_ALLOW_SIGNALS",
)


def make_safe(environ: MutableMapping[str, str]) -> None:
    """Take those variables away; TEXTUAL_ANIMATIONS and NO_COLOR are the worker's and stay."""
    for name in UNSAFE_VARIABLES:
        environ.pop(name, None)


def run_app(places: Places, clock: Clock, settings: Settings, *, demo_passphrase: str | None = None) -> int:
    """Run the app to its end and give its exit code. With `demo_passphrase` it opens without asking."""
    make_safe(os.environ)
    logging.getLogger("asyncio").disabled = True  # in its debug mode it prints what tasks hold
    from tip_reflect.app.app import ReflectApp, Surroundings

    surroundings = Surroundings(places=places, clock=clock, settings=settings)
    app = ReflectApp(surroundings, demo_passphrase=demo_passphrase)
    try:
        code = app.run()
    finally:
        if app.session is not None:  # closed when no screen can ask it any more
            app.session.close()
    if sys.__stderr__ is not None and sys.__stderr__.isatty():
        sys.__stderr__.write("\x1b[23;0t")  # give the window the title it had before
        sys.__stderr__.flush()
    return code if isinstance(code, int) else app.return_code or 0
