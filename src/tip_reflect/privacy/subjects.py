"""Which findings mean the same person, place or fact, so that they change together."""

import re
from collections.abc import Sequence

from tip_reflect.privacy.cues import HONORIFICS, KIN, PET, SMALL_WORDS, TITLES
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind, Span
from tip_reflect.privacy.tokens import WORD, Token

_NOT_A_NAME = TITLES | PET | KIN | SMALL_WORDS
_NOT_A_FACT = SMALL_WORDS | HONORIFICS
_PEOPLE = (Kind.PERSON, Kind.INITIALS)


def subjects(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[int]:
    """A number for each span; the same for the same person in every form of the name: Kirsty, Ms McKay, K.M."""
    del words
    names = {at: _name(text[span.start : span.end]) for at, span in enumerate(spans) if span.kind in _PEOPLE}
    people: list[tuple[str, ...]] = []  # the fullest form of each person's name
    who: dict[int, int] = {}
    for at in sorted(
        (at for at, name in names.items() if spans[at].kind is Kind.PERSON),
        key=lambda at: (-len(names[at]), at),
    ):
        name = names[at]
        person = next((n for n, full in enumerate(people) if _same_person(full, name)), None)
        if person is None:
            person = len(people)
            people.append(name)
        who[at] = person
    for at in (at for at in names if spans[at].kind is Kind.INITIALS):
        letters = "".join(names[at])
        fitting = [n for n, full in enumerate(people) if full and _initials(full, letters)]
        if len(fitting) == 1:
            who[at] = fitting[0]
        else:
            person = next((n for n, full in enumerate(people) if full == (letters,)), None)
            if person is None:
                person = len(people)
                people.append((letters,))
            who[at] = person
    numbers: dict[str, int] = {}
    result = []
    for at, span in enumerate(spans):
        key = f"person {who[at]}" if at in who else f"{span.kind} {_bare(text[span.start : span.end])}"
        result.append(numbers.setdefault(key, len(numbers)))
    return result


def _name(words: str) -> tuple[str, ...]:
    """The words of a name, without titles; a title alone stands for itself."""
    keys = [re.sub(r"'s?$", "", key) if "'" in key else key for key in map(plain, WORD.findall(words))]
    named = tuple(key for key in keys if key not in _NOT_A_NAME)
    return named or tuple(keys)


def _same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not full or not name:
        return full == name
    if len(name) == 1:
        return any(_same_word(part, name[0]) for part in full)
    return _same_word(full[0], name[0]) and (
        len(full) == 1 or full[-1] == name[-1] or full[-1][0] == name[-1]
    )


def _same_word(one: str, other: str) -> bool:
    return one == other or one + "s" == other or one == other + "s"


def _initials(full: tuple[str, ...], letters: str) -> bool:
    first = "".join(part[0] for part in full)
    return first == letters or (len(letters) == 1 and full[0][0] == letters)


def _bare(words: str) -> str:
    keys = plain(words).split()
    while keys and keys[0] in _NOT_A_FACT:
        keys = keys[1:]
    return " ".join(keys) or plain(words)
