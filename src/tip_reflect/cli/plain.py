"""The person's words made safe to print: no character of theirs may move the cursor or hide another.

What is typed into a journal can come from anywhere, and a terminal obeys what it is sent.
"""

from __future__ import annotations

C0_PICTURES = 0x2400
"""Unicode has a picture for each of the first 32 control characters from here on."""

DELETE, DELETE_PICTURE = 0x7F, 0x2421
STAND_IN = 0xFFFD
REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that make text read in another order than it is."""

_SHOWN = {
    **{code: C0_PICTURES + code for code in range(0x20)},
    DELETE: DELETE_PICTURE,
    **dict.fromkeys(range(0x80, 0xA0), STAND_IN),
    **dict.fromkeys(REORDERING, STAND_IN),
}
_IN_TEXT = {code: shown for code, shown in _SHOWN.items() if chr(code) not in "\n\t"}


def line(words: str) -> str:
    """One line, whatever the words hold."""
    return " ".join(words.split()).translate(_SHOWN)


def text(words: str) -> str:
    """Any number of lines; a carriage return before a newline is a line's end like any other."""
    return words.replace("\r\n", "\n").translate(_IN_TEXT)
