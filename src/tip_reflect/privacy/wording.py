"""How the writer's own words, and a person's initials, stand in the place of a mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tip_reflect.privacy.cues import KIN, PET, SMALL_WORDS, TITLES
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind
from tip_reflect.privacy.tokens import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tip_reflect.privacy.finding import Finding

INITIALS_POINT = "initials still point to someone"
_NOT_A_NAME = TITLES | PET | KIN | SMALL_WORDS
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…]|\n)[\s\"'“”‘’(\[•*–—-]*$")
LONGEST_LEAD = 12
"""Characters before a mention that are looked at for a sentence's end."""


def in_place(text: str, finding: Finding, words: str) -> str:
    """The writer's own words where this finding stands: its capital, its 's, and no second full stop."""
    if not words:
        return words
    if words[0].islower() and finding.text[:1].isupper() and begins_sentence(text, finding.start):
        words = words[0].upper() + words[1:]
    if _says_whose(finding) and not words.endswith(("'s", "’s")):
        words += "'s"
    if words.endswith(".") and text[finding.end : finding.end + 1] == ".":
        words = words[:-1]
    return words


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at this place."""
    return bool(_SENTENCE_BEGINS.search(text[max(0, start - LONGEST_LEAD) : start]))


def initials(findings: Sequence[Finding]) -> str:
    """K.M. for the fullest form of a person's name; empty where this is no person or no letter of it is one."""
    names = [
        [key for key in (plain(word) for word in WORD.findall(one.text)) if key not in _NOT_A_NAME]
        for one in findings
        if one.kind is Kind.PERSON
    ]
    fullest = max(names, key=len, default=[])
    return "".join(f"{key[0].upper()}." for key in fullest[:3])


def options_for(letters: str) -> Iterator[tuple[str, str]]:
    """Initials as something to choose, with what to know of them."""
    if letters:
        yield letters, INITIALS_POINT


def _says_whose(finding: Finding) -> bool:
    """`kirstys mum`: the s of the mention itself says whose, so what stands in its place must too."""
    said = [words for words in finding.suggestions if words]
    return (
        bool(said) and all(words.endswith("'s") for words in said) and not finding.text.endswith(("'s", "’s"))
    )
