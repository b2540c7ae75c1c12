"""Strict reading of one TOML file: every refusal names the file, the line and the reason."""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tip_reflect.errors import PackProblem
from tip_reflect.prompts.lines import Where, find_lines

_AT_LINE = re.compile(
    r"^(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# What tomllib says, and what it means to someone who edits words.
_PLAIN_REASONS = {
    "Illegal character '\\n'": "words in quotes must end with a quote on the same line",
    "Unterminated string": "the quotes that begin here or earlier are never closed",
    "Unclosed array": "a list needs a comma between its parts and a ] at its end",
    "Unclosed inline table": "a step needs a comma between its parts and a } at its end",
    "Invalid value": 'words need straight quotes around them, like "this"',
    "Cannot overwrite a value": "the same key is given twice",
    "Cannot declare": "the same [heading] is given twice (the heading of a list has two: [[heading]])",
    "Expected '=' after a key": "a key needs an = after it",
    "Expected newline": 'something follows where the line should end (a quote inside words is written \\")',
    "Unescaped '\\' in a string": "a \\ inside words is written \\\\",
    "Invalid statement": "this line is not a key, a [heading] or a comment",
}


def plain(text: str) -> str:
    """A word from a pack made fit for a message: short, on one line, no control characters."""
    shown = _CONTROL.sub("?", text)
    return shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004 -- what fits on a line beside the rest


def did_you_mean(word: str, known: Iterable[str], *, near: float = 0.6) -> str:
    """A hint to end a sentence with, or nothing where no known word is near (1 is the same word, 0 no letter of it)."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=near)
    return f" (did you mean {close[0]}?)" if close else ""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file's name and its text, so that a problem can be given its line."""

    name: str
    text: str = field(repr=False)

    def line(self, where: Where) -> int:
        """The line of this place, or of the nearest thing that encloses it."""
        lines = find_lines(self.text)
        while where not in lines:
            where = where[:-1]
        return lines[where]

    def problem(self, where: Where, reason: str) -> PackProblem:
        return PackProblem(f"{self.name}, line {self.line(where)}: {reason}")

    def place(self, where: Where) -> str:
        return f"{self.name}, line {self.line(where)}"


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table that gives each value only as the kind it should be."""

    file: PackFile
    where: Where
    values: Mapping[str, Any]

    def problem(self, key: str | int, reason: str) -> PackProblem:
        return self.file.problem((*self.where, key), reason)

    def only(self, *known: str) -> None:
        """Refuse a key that nothing reads: most often a slip of the finger."""
        for key in self.values:
            if key not in known:
                raise self.problem(key, f"“{plain(key)}” is not a key we know here{did_you_mean(key, known)}")

    def text(self, key: str, default: str | None = None) -> str:
        """Words on one line; needed where there is no default."""
        if key not in self.values:
            if default is None:
                raise self.problem(key, f"“{key}” is missing")
            return default
        return self._words(key, self.values[key], may_be_empty=default == "")

    def _words(self, key: str, value: object, *where: int, may_be_empty: bool = False) -> str:
        place = (*self.where, key, *where)
        if not isinstance(value, str):
            raise self.file.problem(place, f"“{key}” must be words in quotes")
        if not value.strip() and not may_be_empty:
            raise self.file.problem(place, f"“{key}” is empty")
        if _CONTROL.search(value):
            raise self.file.problem(place, f"“{key}” must stay on one line, with no control characters")
        return value

    def word(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """One of the known words."""
        value = self.text(key, default)
        if value not in known:
            choices = ", ".join(sorted(word for word in known if word))
            hint = did_you_mean(value, known) or f": it can be {choices}"
            raise self.problem(key, f"“{plain(value)}” is not a {key} we know{hint}")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number from 1."""
        value = self.values.get(key, default)
        if value is None:
            raise self.problem(key, f"“{key}” is missing")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.problem(key, f"“{key}” must be a whole number, 1 or more, without quotes")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.problem(key, f"“{key}” must be true or false, without quotes")
        return value

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if value is None:
            raise self.problem(key, f"“{key}” is missing")
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.problem(key, f"“{key}” must be a day such as 2026-01-31, without quotes")
        return value

    def listed(self, key: str) -> list[Any]:
        """The parts of a list; none where the key is left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.problem(key, f"“{key}” must be a list in [ ]")
        return value

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of words, none of them twice."""
        words = tuple(self._words(key, value, at) for at, value in enumerate(self.listed(key)))
        if needed and not words:
            raise self.problem(key, f"“{key}” is {'empty' if key in self.values else 'missing'}")
        for at, word in enumerate(words):
            if word in words[:at]:
                raise self.file.problem((*self.where, key, at), f"“{plain(word)}” is in the list twice")
        return words

    def table(self, key: str) -> "Table":
        if key not in self.values:
            raise self.problem(key, f"the [{key}] part is missing")
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.problem(key, f"“{key}” must be a table: put [{key}] on a line of its own")
        return Table(self.file, (*self.where, key), value)

    def tables(self, key: str, *, needed: bool = True) -> "list[Table]":
        """Every [[key]] of the file, in order."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.problem(key, f"“{key}” must be tables: put [[{key}]] on a line before each")
        if needed and not values:
            raise self.problem(key, f"there is no [[{key}]]")
        return [Table(self.file, (*self.where, key, at), value) for at, value in enumerate(values)]


def open_table(path: Path) -> Table:
    """The whole of a TOML file as a table; PackProblem where it cannot be read or is not TOML."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PackProblem(f"{path.name}: this file is missing from the packs") from None
    except OSError as error:
        raise PackProblem(f"{path.name}: this file cannot be read ({error.strerror})") from None
    try:
        # Notepad may put a byte order mark in front; it is no part of the words.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackProblem(
            f"{path.name}, line {line}: a letter here is not UTF-8: save the file as UTF-8"
        ) from None
    try:
        return Table(PackFile(path.name, text), (), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_problem(path.name, text, str(error)) from None


def _syntax_problem(name: str, text: str, said: str) -> PackProblem:
    match = _AT_LINE.match(said)
    reason, line = (match["reason"], match["line"]) if match else (said, None)
    number = int(line) if line else text.rstrip("\n").count("\n") + 1
    for start, meaning in _PLAIN_REASONS.items():
        if reason.startswith(start):
            reason = meaning
            break
    return PackProblem(f"{name}, line {number}: {_CONTROL.sub('?', reason)}")
