"""Words for an option: from a file or standard input, never from the command line itself, which others can see."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_INPUT = "-"
FROM_FILE = "@"
TAKEN = "tip_reflect.standard_input_taken"
NOT_HERE = (
    "words are not taken from the command line, which others on this computer could see. "
    "Give @FILE to read them from a file, or - for standard input."
)
NOT_TEXT = "What came is not UTF-8 text, so nothing was changed. Save it as UTF-8 and try again."


class Words(click.ParamType[str]):
    """`@FILE`, or `-` for standard input. With `as_given`, other words are taken as they stand; @@ is one @."""

    name = "words"

    def __init__(self, *, as_given: bool = False) -> None:
        self._as_given = as_given

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words without the blanks around them."""
        given = str(value)
        if given == STANDARD_INPUT:
            return _from_standard_input(ctx)
        if given.startswith(FROM_FILE) and not (self._as_given and given.startswith(FROM_FILE * 2)):
            return _from_file(given.removeprefix(FROM_FILE))
        if not self._as_given:
            self.fail(NOT_HERE, param, ctx)
        if any("\ud800" <= sign <= "\udfff" for sign in given):
            self.fail("some of it could not be read as text. Is the terminal set to UTF-8?", param, ctx)
        return (
            given.replace(FROM_FILE * 2, FROM_FILE, 1).strip()
            if given.startswith(FROM_FILE)
            else given.strip()
        )


WORDS = Words()
WORDS_METAVAR = "@FILE|-"


def words_from_standard_input() -> str:
    """All of it, without the blanks around it. Raises TipReflectError where it is not text."""
    from tip_reflect.cli.commands.add import HOW_TO_END
    from tip_reflect.cli.terminal import say

    if sys.stdin.isatty():
        say(f"Write or paste, and end with {HOW_TO_END} on a line of its own.")
    return as_words(sys.stdin.buffer.read())


def as_words(data: bytes) -> str:
    """The text in these bytes, with plain line ends and no blanks around it. Raises TipReflectError."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        raise TipReflectError(NOT_TEXT) from None


def numbers(written: str, most: int) -> list[int]:
    """1 to `most`, from 1,3-5. Raises click.UsageError for anything else."""
    found: list[int] = []
    for part in written.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if not (first.isdecimal() and (last.isdecimal() or part == first)):
            raise click.UsageError("Numbers look like 2 or 1,3-5.")
        found += range(int(first), min(int(last or first), most + 1) + 1)
    if not all(1 <= one <= most for one in found) or not found:
        raise click.UsageError(
            f"The numbers go from 1 to {most}." if most else "There is nothing to number here."
        )
    return list(dict.fromkeys(found))


def any_given(options: Iterable[object]) -> bool:
    """Whether something was asked for on the command line, so that nothing needs to be asked."""
    return any(one not in (None, (), "", False) for one in options)


def _from_standard_input(ctx: click.Context | None) -> str:
    if ctx is not None:
        if ctx.meta.get(TAKEN):
            raise click.UsageError("Standard input can be read only once.")
        ctx.meta[TAKEN] = True
    return words_from_standard_input()


def _from_file(name: str) -> str:
    try:
        return as_words(Path(name).read_bytes())
    except (OSError, ValueError):
        raise TipReflectError("The file with the words cannot be read. Nothing was changed.") from None
