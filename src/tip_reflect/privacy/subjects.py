"""Which findings mean the same person, place or fact, so that they change together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

from tip_reflect.privacy.cues import HONORIFICS, KIN, PET, SMALL_WORDS, TITLES
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind, Span
from tip_reflect.privacy.short_forms import FULL_NAMES
from tip_reflect.privacy.tokens import WORD, Token

PEOPLE = (Kind.PERSON, Kind.INITIALS)
PAIR, FAMILY, SEVERAL = "pair", "family", "several"
"""Who is no one person: Mr and Mrs Khan, the McGuigans, both Kayleighs."""
HE = frozenset("mr mister sir lord".split())
SHE = frozenset("mrs ms miss missus madam lady".split())

_GROUPS = frozenset((PAIR, FAMILY, SEVERAL))
_NOT_A_NAME = TITLES | PET | KIN | SMALL_WORDS
_NOT_A_FACT = SMALL_WORDS | HONORIFICS
_AGES = {
    "wee": "younger",
    "young": "younger",
    "little": "younger",
    "big": "older",
    "auld": "older",
    "old": "older",
}
_AND = re.compile(r"\w (?:and|an|&) (?!Mac|mac)\w", re.IGNORECASE)
"""Two people named together: Heather and Jim Corrie."""
_PAIR = re.compile(r"\bm(?:rs?|s|iss|ister|issus)\.? (?:and|&) m(?:rs?|s|iss|ister|issus)\b")
_APOSTROPHES = re.compile("['’‘`´]")
_WHOSE = re.compile("['’‘`´]s?$")
_COUNTED = re.compile(r"\b(?:both|two|three|four|several|other) (?:of )?$", re.IGNORECASE)
_LONGEST_COUNT = len("several of ")
_SPELLED_OUT = 3
"""So many single letters or more are one name: T o o t s."""
_LONGEST_NAME = 8
"""Words; what is longer is no name, and is compared by so many."""
_TITLE_WITHIN = 2
"""Words: a Mrs Cruickshank."""
_LETTERS_OF_A_FAMILY = 4
_PARTICLES = frozenset(("o", "mc", "mac"))
_INITIAL = 1
_MOST = 8
"""Among so many who have a word in common, one is looked for."""
_SIDE_BY_SIDE = frozenset((" and ", ", ", " & ", " or ", ", and ", " n "))


class Named(NamedTuple):
    """A name as it is compared: its words without titles, and what else it says of who it is."""

    words: tuple[str, ...]
    who: str = ""
    """`he` or `she` by a title, or what kind of group."""
    age: str = ""
    """`younger` or `older`: wee Jamie, big Jamie."""

    def other_than(self, other: "Named") -> bool:
        """Whether two names with words in common mean two people all the same."""
        if not _GROUPS.isdisjoint((self.who, other.who)):
            return self.who != other.who
        return bool(
            (self.who and other.who and self.who != other.who)
            or (self.age and other.age and self.age != other.age)
        )


def subjects(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[int]:
    """A number for each span; the same for the same person in every form of the name: Kirsty, Ms McKay, K.M."""
    del words
    who = _who(text, spans)
    numbers: dict[object, int] = {}
    return [
        numbers.setdefault(
            who[at] if at in who else (span.kind, _bare(text[span.start : span.end])), len(numbers)
        )
        for at, span in enumerate(spans)
    ]


def named(text: str, span: Span) -> Named:
    """The name that a span holds; a title alone stands for itself."""
    written = text[span.start : span.end]
    if written.isalpha():
        counted = _is_plural(written) and _COUNTED.search(
            text, max(0, span.start - _LONGEST_COUNT), span.start
        )
        return Named((plain(written),), SEVERAL if counted else "")
    keys = [_key(word) for word in WORD.findall(written)]
    if len(keys) >= _SPELLED_OUT and all(len(key) == 1 for key in keys):
        keys = ["".join(keys)]
    if not _PARTICLES.isdisjoint(keys[:-1]):
        keys = _with_particles(keys)
    own = tuple([key for key in keys if key not in _NOT_A_NAME][:_LONGEST_NAME])
    first = keys[0] if keys else ""
    who = next(("he" if key in HE else "she" for key in keys[:_TITLE_WITHIN] if key in HE or key in SHE), "")
    if (who and _PAIR.search(written.casefold())) or _AND.search(written):
        who = PAIR
    elif len(own) == 1 and _is_plural(written):
        if _COUNTED.search(text, max(0, span.start - _LONGEST_COUNT), span.start):
            who = SEVERAL
        elif first == "the" and len(keys) > 1:
            who = FAMILY
    age = next((_AGES[key] for key in keys[:-1] if key in _AGES), "")
    return Named(own or tuple(keys[:_LONGEST_NAME]) or (plain(written),), who, age)


def _key(word: str) -> str:
    """A word of a name, without apostrophes and a possessive s: O'Brien and OBrien are one."""
    key = plain(word)
    return key if key.isalpha() else _APOSTROPHES.sub("", _WHOSE.sub("", key))


def _with_particles(keys: Sequence[str]) -> list[str]:
    """O Brien and Mc Kay as one word each."""
    joined: list[str] = []
    for key in keys:
        if joined and joined[-1] in _PARTICLES:
            joined[-1] += key
        else:
            joined.append(key)
    return joined


def _is_plural(written: str) -> bool:
    return written[-1:] in "sS" and written[-2:-1] not in "sS'’"


@dataclass(slots=True)
class _People:
    """Those named so far, and by which forms of their names they can be found again."""

    names: list[Named] = field(default_factory=list)
    called: dict[object, list[int]] = field(default_factory=dict)

    def who(self, name: Named) -> int:
        """The first whom this name fits, or someone new."""
        for form in _asked(name.words):
            for person in islice(self.called.get(form, ()), _MOST):
                known = self.names[person]
                if known[1:] == name[1:]:
                    return person
                if not known.other_than(name):
                    self.names[person] = Named(known.words, known.who or name.who, known.age or name.age)
                    return person
        return self.add(name)

    def lettered(self, letters: str) -> int:
        """Someone of whom there are only initials."""
        found = self.called.get((letters,))
        if found is None:
            self.names.append(Named((letters,)))
            found = self.called[letters,] = [len(self.names) - 1]
        return found[0]

    def add(self, name: Named) -> int:
        self.names.append(name)
        for form in _forms(name.words):
            self.called.setdefault(form, []).append(len(self.names) - 1)
        return len(self.names) - 1


def _who(text: str, spans: Sequence[Span]) -> dict[int, int]:
    """A number for the person of each span that names one. The longest names come first: they say most."""
    found: dict[int, Named] = {at: named(text, span) for at, span in enumerate(spans) if span.kind in PEOPLE}
    people = _People()
    longest = sorted([(-len(name.words), at) for at, name in found.items() if spans[at].kind is Kind.PERSON])
    who = {at: people.who(found[at]) for _, at in longest}
    if not FULL_NAMES.keys().isdisjoint([name.words[0] for name in people.names]):
        same = _short_forms(text, spans, people.names, who)
        who = {at: same.get(person, person) for at, person in who.items()}
    initials = [at for at in found if spans[at].kind is Kind.INITIALS]
    if initials:
        lettered: dict[str, list[int]] = {}
        for person in dict.fromkeys(who.values()):
            for letters in _initials(people.names[person].words):
                lettered.setdefault(letters, []).append(person)
    for at in initials:
        letters = "".join(found[at].words).replace("-", "")
        fitting = lettered.get(letters, ())
        who[at] = fitting[0] if len(fitting) == 1 else people.lettered(letters)
    return who


def squeezed(words: Iterable[str]) -> str:
    """Words as one, without hyphens, and without an s that may be a possessive: Anne Marie, Anne-Marie, Annemarie."""
    word = "".join(words)
    if not word.isalpha():
        word = word.replace("-", "").replace("‐", "").replace("‑", "")
    return word.removesuffix("s") if len(word) > _INITIAL else word


def _forms(words: tuple[str, ...]) -> Iterable[object]:
    """By what a name can be found: each of its words, its beginnings and ends as one word, and who with which family."""
    if len(words) == 1:
        return (squeezed(words),)
    forms: set[object] = {squeezed((word,)) for word in words}
    for at in range(1, len(words)):
        forms |= {squeezed(words[:at]), squeezed(words[at:])}
    forms.add(squeezed(words))
    return forms.union(_pairs(words, first="-"))


def _asked(words: tuple[str, ...]) -> Iterator[object]:
    """The forms by which to ask who a name is, the fullest first."""
    yield squeezed(words)
    if len(words) > 1:
        yield from _pairs(words, first="")


def _pairs(words: tuple[str, ...], first: str) -> Iterator[tuple[str, str]]:
    """Given names with family names, each also as its first letter: K McKay, Kirsty M."""
    givens = {squeezed(words[:1]), squeezed(words[:-1])}
    families = {squeezed(words[-1:]), squeezed(words[1:])}
    if first:
        givens.add(words[0][:1])
        families.add(words[-1][:1])
        if "-" in words[0]:
            givens.add(
                first + squeezed(words[0].split("-")[:1])
            )  # Kayleigh-Ann Smith, asked for as Kayleigh Smith
    elif "-" in words[0]:
        givens.add(squeezed(words[0].split("-")[:1]))
    else:
        givens.add("-" + squeezed(words[:1]))
    if "-" in words[-1]:
        families.update(squeezed((part,)) for part in words[-1].split("-"))
    for given in sorted(givens, key=len, reverse=True):
        for family in sorted(families, key=len, reverse=True):
            yield given, family


def _initials(words: tuple[str, ...]) -> set[str]:
    """K, KM, KMcK; of Kayleigh-Ann Smith both KS and KAS."""
    first = words[0][:1]
    if len(words) == 1 and words[0].isalpha():
        return {first}
    found = {
        first,
        "".join(word[:1] for word in words),
        "".join(part[:1] for word in words for part in word.split("-")),
    }
    if len(words) > 1:
        found.update(first + words[-1][:more] for more in range(2, _LETTERS_OF_A_FAMILY))
    return found


def _short_forms(
    text: str, spans: Sequence[Span], names: Sequence[Named], who: Mapping[int, int]
) -> dict[int, int]:
    """Whose short form each is: Rab is Robert, where there is one Robert and they are not named in one breath."""
    given: dict[str, list[int]] = {}
    for person, name in enumerate(names):
        given.setdefault(name.words[0], []).append(person)
    fitting: dict[int, int] = {}
    for person, name in enumerate(names):
        if full := FULL_NAMES.get(name.words[0]):
            theirs = list(islice((one for word in full for one in given.get(word, ())), 2))
            if len(theirs) == 1 and not name.other_than(names[theirs[0]]):
                fitting[person] = theirs[0]
    apart = _side_by_side(text, spans, who) if fitting else set()
    families: dict[int, str] = {}
    together: dict[int, list[int]] = {}
    same: dict[int, int] = {}
    for person, one in fitting.items():
        family = families.setdefault(one, _family(names[one])) or _family(names[person])
        theirs = together.setdefault(one, [one])
        if _family(names[person]) in ("", family) and not any(
            frozenset((person, other)) in apart for other in theirs
        ):
            families[one] = family
            theirs.append(person)
            same[person] = one
    return {person: same.get(one, one) for person, one in same.items()}


def _family(name: Named) -> str:
    return name.words[-1] if len(name.words) > 1 else ""


def _side_by_side(text: str, spans: Sequence[Span], who: Mapping[int, int]) -> set[frozenset[int]]:
    """Who is named in one breath with whom, and so is another: `Tam and Thomas`."""
    return {
        frozenset((who[at], who[at + 1]))
        for at, (one, other) in enumerate(pairwise(spans))
        if at in who and at + 1 in who and text[one.end : other.start] in _SIDE_BY_SIDE
    }


def _bare(words: str) -> str:
    keys = plain(words).split()
    while keys and keys[0] in _NOT_A_FACT:
        keys = keys[1:]
    return " ".join(keys) or plain(words)
