"""The start: from the command to a lock screen that shows a typed key."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from measured import Row
from pace import by_turns, in_ms, middle, seconds
from pseudo_terminal import python
from workplace import BOX, BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workplace import Workplace


def rows(place: Workplace) -> Iterator[Row]:
    journal, painted = place.journals[0], []

    def lock_screen() -> float:
        with place.app(journal) as app:
            painted.append(app.painted(BOX) - app.started)
            app.type(b"a")
            return app.painted(BULLET) - app.started

    def bare_import() -> float:
        command = python("-c", "import textual.app")
        return seconds(lambda: subprocess.run(command, env=place.environ(), check=True))

    typing, importing = by_turns(place.times(9, 2), lock_screen, bare_import)
    yield Row(
        what="lock screen painted and typing",
        measured=middle(typing),
        reference="a process with bare `import textual.app`",
        referred=middle(importing),
        budget=1.5,
        note=f"painted after {in_ms(middle(painted[1:]))}; from spawn to a typed key's bullet, in a pseudo-terminal",
    )
