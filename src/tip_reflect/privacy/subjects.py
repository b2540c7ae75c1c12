"""Which findings mean the same person, place or fact, so that they change together."""

import re
from collections.abc import Sequence
from itertools import islice

from tip_reflect.privacy.cues import HONORIFICS, KIN, PET, SMALL_WORDS, TITLES
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind, Span
from tip_reflect.privacy.tokens import WORD, Token

_NOT_A_NAME = TITLES | PET | KIN | SMALL_WORDS
_NOT_A_FACT = SMALL_WORDS | HONORIFICS
_HE, _SHE = frozenset(("mr", "mister")), frozenset(("mrs", "ms", "miss", "missus"))
_PEOPLE = (Kind.PERSON, Kind.INITIALS)


def subjects(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[int]:
    """A number for each span; the same for the same person in every form of the name: Kirsty, Ms McKay, K.M."""
    del words
    names = {at: _name(text[span.start : span.end]) for at, span in enumerate(spans) if span.kind in _PEOPLE}
    people: list[tuple[str, ...]] = []  # the fullest form of each person's name
    lettered: dict[str, int] = {}
    called: dict[str, list[int]] = {}  # who has a word in their name
    titled: list[str] = []  # whether a title says he or she, where they have no given name
    who: dict[int, int] = {}
    for at in sorted(
        (at for at, name in names.items() if spans[at].kind is Kind.PERSON),
        key=lambda at: (-len(names[at]), at),
    ):
        name = names[at]
        said = _title(text[spans[at].start : spans[at].end])
        near = sorted({n for word in name for n in called.get(word.removesuffix("s"), ())})
        person = next(
            (
                n
                for n in near
                if _same_person(people[n], name) and not (said and titled[n] and said != titled[n])
            ),
            None,
        )
        if person is None:
            person = len(people)
            people.append(name)
            titled.append(said)
            for word in name:
                called.setdefault(word.removesuffix("s"), []).append(person)
        elif not titled[person]:
            titled[person] = said
        who[at] = person
    for at in (at for at in names if spans[at].kind is Kind.INITIALS):
        letters = "".join(names[at])
        fitting = list(islice((n for n, full in enumerate(people) if full and _initials(full, letters)), 2))
        if len(fitting) == 1:
            who[at] = fitting[0]
        else:
            person = lettered.get(letters)
            if person is None:
                person = lettered[letters] = len(people)
                people.append((letters,))
                titled.append("")
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


def _title(words: str) -> str:
    first = plain(words).split()[:1]
    title = first[0].rstrip(".") if first else ""
    return "he" if title in _HE else "she" if title in _SHE else ""


def _same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not full or not name:
        return full == name
    if len(name) == 1:
        return any(_same_word(part, name[0]) for part in full)
    first = _same_word(full[0], name[0]) or (len(name[0]) == 1 and full[0][0] == name[0])  # K McKay
    return first and (len(full) == 1 or full[-1] == name[-1] or full[-1][0] == name[-1])


def _same_word(one: str, other: str) -> bool:
    return one == other or one + "s" == other or one == other + "s"


def _initials(full: tuple[str, ...], letters: str) -> bool:
    first = "".join(part[0] for part in full)
    return (
        first == letters
        or (len(letters) == 1 and full[0][0] == letters)
        or (
            len(full) > 1
            and full[0][0] == letters[0]
            and len(letters) > 2
            and full[-1].startswith(letters[1:])
        )
    )  # KM, K, KMcK


def _bare(words: str) -> str:
    keys = plain(words).split()
    while keys and keys[0] in _NOT_A_FACT:
        keys = keys[1:]
    return " ".join(keys) or plain(words)
