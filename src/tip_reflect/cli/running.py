"""Runs one command line from its words to its exit code; the one place where a problem becomes a sentence.

No message that was not written for people is ever shown: it could hold what someone wrote.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

PACKAGE = Path(__file__).parent.parent
REFUSED = 1
NOT_PRINTED = (
    "Something could not be read or printed, perhaps because a disk is full or a pipe was closed. "
    "The journal is safe, and what was saved is saved: look with `tip-reflect list` before you try again."
)
NOWHERE = (
    "Standard output is closed, so there is nowhere to print to. Nothing was done. "
    f"To throw away what is printed, send it to {os.devnull}."
)
STOPPED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""


def run(words: Sequence[str] | None = None) -> int:
    """Do what these words ask (without the program's name), or what the program was started with."""
    from tip_reflect.cli.group import tip_reflect

    _take_closed_streams()
    _speak_any_text()
    sys.excepthook = _hook
    threading.excepthook = _thread_hook
    try:
        _require_output()
        code = tip_reflect.main(
            None if words is None else list(words), prog_name="tip-reflect", standalone_mode=False
        )
    except TipReflectError as problem:
        _say(str(problem))
        return problem.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Stopped. What was saved before is safe; nothing else was changed.")
        return STOPPED
    except OSError:
        _say(NOT_PRINTED)
        return REFUSED
    except Exception as mistake:  # noqa: BLE001  the last resort: anything else would print what it holds
        _say(mistake_report(mistake, mistake.__traceback__))
        return REFUSED
    return code if isinstance(code, int) else 0


def mistake_report(mistake: BaseException, trace: TracebackType | None) -> str:
    """What a person may read of an unexpected exception: its type and the place in our code, never its message."""
    ours = [frame for frame in traceback.extract_tb(trace) if Path(frame.filename).is_relative_to(PACKAGE)]
    where = "outside our own code"
    if ours:
        place = Path(ours[-1].filename).relative_to(PACKAGE).as_posix()
        where = f"{place}, line {ours[-1].lineno}, in {ours[-1].name}"
    return (
        "tip-reflect had to stop because of a mistake in the program. What was saved before is safe.\n"
        f"For whoever mends it, with nothing private in it: {type(mistake).__name__} at {where}."
    )


def _say(words: str) -> None:
    with suppress(OSError):  # the terminal may have gone
        click.echo(words, err=True)


def _require_output() -> None:
    """Raises TipReflectError, before anything is done, where what was done could not be told."""
    if sys.stdout is None:
        raise TipReflectError(NOWHERE)


def _take_closed_streams() -> None:
    """A closed standard input is an empty one, and what is said on a closed standard error is lost.

    Their numbers are taken, so that no file of ours gets them.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY), encoding="utf-8", closefd=False)  # noqa: SIM115  to the end
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8", closefd=False)  # noqa: SIM115  to the end


def _speak_any_text() -> None:
    """A character that the terminal's encoding lacks is shown as a stand-in, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _hook(_kind: type[BaseException], mistake: BaseException, trace: TracebackType | None) -> None:
    _say(mistake_report(mistake, trace))


def _thread_hook(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
        _say(mistake_report(failed.exc_value, failed.exc_traceback))
