"""Where in a TOML file something stands: tomllib gives values without their lines, so a problem looks here.

Read only when a problem is found, and only text that tomllib has already accepted.
"""

import re
from collections.abc import Mapping
from typing import cast

Where = tuple[str | int, ...]
"""A way down into a file: ("prompt", 2, "text") is the text of the third [[prompt]]."""

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5}(?!\") | '{3}.*?'{3,5}(?!') | "(?:\\.|[^"\\])*" | '[^']*')
      | (?P<newline>\n)
      | (?P<mark>[\[\]{}=,.])
      | (?P<bare>[^\s\[\]{}=,.\#"']+)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")


def find_lines(text: str) -> Mapping[Where, int]:
    """The line, counted from 1, of each table, key and list element."""
    return _Walk(text).lines


class _Walk:
    """One pass over the tokens, noting the line at which each thing begins."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Where, int] = {(): 1}
        self._tables: dict[Where, int] = {}
        self._tokens: list[tuple[str, str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            if match.lastgroup != "comment":
                self._tokens.append((cast("str", match.lastgroup), match.group(), line))
            line += match.group().count("\n")
        self._at = 0
        self._read()

    @property
    def _word(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self) -> tuple[str, str, int]:
        self._at += 1
        return self._tokens[self._at - 1]

    def _skip_newlines(self) -> None:
        while self._word == "\n":
            self._take()

    def _read(self) -> None:
        table: Where = ()
        while self._at < len(self._tokens):
            if self._word == "\n":
                self._take()
            elif self._word == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Where:
        line = self._take()[2]
        repeated = self._word == "["
        if repeated:
            self._take()
        where: Where = ()
        parts = self._key()
        for part in parts:
            where = self._latest(where)
            where = (*where, part)
        if repeated:
            self.lines.setdefault(where, line)
            self._tables[where] = self._tables.get(where, -1) + 1
            self._take()
        self._take()
        where = self._latest(where)
        self.lines[where] = line
        return where

    def _latest(self, where: Where) -> Where:
        """A name of repeated tables stands for the newest of them."""
        return (*where, self._tables[where]) if where in self._tables else where

    def _key(self) -> list[str]:
        parts = [self._name()]
        while self._word == ".":
            self._take()
            parts.append(self._name())
        return parts

    def _name(self) -> str:
        kind, word, _ = self._take()
        if kind != "string":
            return word
        inner = word[1:-1]
        if word[0] == "'":
            return inner
        return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else m[3], inner)

    def _pair(self, table: Where) -> None:
        line = self._tokens[self._at][2]
        where = table
        for part in self._key():
            where = (*where, part)
            self.lines.setdefault(where, line)
        self._take()
        self._value(where)

    def _value(self, where: Where) -> None:
        if self._word == "[":
            self._list(where)
        elif self._word == "{":
            self._inline(where)
        else:
            while self._word not in {"\n", ",", "]", "}", ""}:
                self._take()

    def _list(self, where: Where) -> None:
        self._take()
        count = 0
        self._skip_newlines()
        while self._word != "]":
            self.lines[(*where, count)] = self._tokens[self._at][2]
            self._value((*where, count))
            count += 1
            self._skip_newlines()
            if self._word == ",":
                self._take()
            self._skip_newlines()
        self._take()

    def _inline(self, where: Where) -> None:
        self._take()
        self._skip_newlines()
        while self._word != "}":
            self._pair(where)
            self._skip_newlines()
            if self._word == ",":
                self._take()
            self._skip_newlines()
        self._take()
