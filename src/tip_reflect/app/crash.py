"""What is said when the program itself fails: where it broke, and never what was being written.

Textual's own report prints local variables, which hold entry text; ours prints only file names and line numbers.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from textual.worker import WorkerFailed

PACKAGE = Path(__file__).parent.parent


def crash_report(error: BaseException, *, saved: bool) -> str:
    """A few calm lines: the error's type and the places in our code it came through, no message and no values."""
    error = error.error if isinstance(error, WorkerFailed) else error
    safe = (
        "Everything you wrote is saved and locked."
        if saved
        else "What you wrote up to the last second was saved and is locked."
    )
    lines = [
        f"tip-reflect had to stop because of a mistake in the program. {safe}",
        "Open it again to carry on.",
        "",
    ]
    lines.append(f"For whoever mends it ({type(error).__name__}); there is nothing private below:")
    lines.extend(
        f"  {_place(frame.filename)}, line {frame.lineno}, in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)[-8:]
    )
    return "\n".join(lines)


def _place(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.name
