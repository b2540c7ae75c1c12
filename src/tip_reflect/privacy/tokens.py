"""A text as words: where each stands, how it is written, and what the dictionary knows of it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.dictionary import ENGLISH, NAME, Flag, Flags, dictionary, plain

MARKS = "\u0300-\u036f"
_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
WORD = re.compile(rf"{_LETTERS}(?:['’`´‐‑-]{_LETTERS})*")
"""Letters with their accents; apostrophes and hyphens inside a word."""
POSSESSIVE = re.compile(r"['’`´]s?$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…\n\r•|]|[:;]\s*\n|^\s*[-*>]\s", re.MULTILINE)
_WITHIN = (" ", ", ")
"""What parts most words, and ends no sentence."""
MOSTLY = 0.6
SHOUTED = 0.7
ENOUGH_WORDS = 3
TITLE_WORDS = 6
SHORTEST_STEM = 3
GLUED = 2
"""So many letters beside a figure are part of a number."""

_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "in",
    "er",
    "ers",
    "est",
    "ly",
    "ness",
    "less",
    "ful",
    "y",
    "able",
    "ish",
    "wise",
)
_BEGINNINGS = (
    "un",
    "re",
    "non",
    "over",
    "under",
    "mis",
    "pre",
    "out",
    "co",
    "anti",
    "self",
    "de",
    "dis",
    "up",
    "down",
    "mid",
    "semi",
)


@dataclass(slots=True)
class Token:
    """One word. `start` and `end` leave out a possessive 's; `key` is how it is looked up.

    `capital`: it begins with one; `shouted`: it is nothing else. `begins`: it stands where a sentence begins. `cased`: it stands among words whose capitals mean something.
    """

    start: int
    end: int
    text: str
    key: str
    flags: int
    begins: bool
    possessive: bool
    index: int
    capital: bool
    shouted: bool
    accented: bool
    cased: bool = True

    @property
    def english(self) -> bool:
        return bool(self.flags & ENGLISH)

    @property
    def name(self) -> bool:
        return bool(self.flags & NAME)


def tokens(text: str) -> list[Token]:
    """The words of a text in order. Linear in its length."""
    found: list[Token] = []
    known = dictionary().flags
    read = _everyday().copy()
    before = count = 0
    begins = True
    for match in WORD.finditer(text):
        start, end = match.span()
        if end - start <= GLUED and (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()):
            continue  # S1, 9am, 2nd: no word
        if count:
            between = text[before:start]
            begins = between not in _WITHIN and (
                SENTENCE_END.search(between) is not None or _opens_speech(between)
            )
        before = end
        written = match[0]
        seen = read.get(written)
        if seen is None:
            seen = read[written] = _read(written, known)
        word, key, flags, lost, capital, shouted, accented = seen
        found.append(
            Token(start, end - lost, word, key, flags, begins, lost > 0, count, capital, shouted, accented)
        )
        count += 1
    _judge_capitals(found)
    return found


_Word = tuple[str, str, int, int, bool, bool, bool]
"""A word by itself: it without a possessive 's, its key and flags, how many signs that takes off, and how it is written."""


@cache
def _everyday() -> dict[str, _Word]:
    """The small words of every text, read once; all others are forgotten with their text."""
    known = dictionary().flags
    return {word: _read(word, known) for word in SMALL_WORDS}


@cache
def _typed_in_a_hurry() -> frozenset[str]:
    """`teh`, `adn`, `wiht`: small words with two letters in each other's place."""
    return frozenset(
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for word in SMALL_WORDS
        if len(word) > 2
        for at in range(len(word) - 1)
    )


def _read(written: str, known: Flags) -> _Word:
    key = plain(written)
    lost = 0
    flags = known[key]
    if "'" in key:
        stem = POSSESSIVE.sub("", written)
        if stem != written and (not flags or flags & NAME) and key not in _CONTRACTIONS:
            lost = len(written) - len(stem)
            written, key = stem, plain(stem)
            flags = known[key]
    accented = not written.isascii() and _has_marks(written)
    capital = written[0].isupper()
    if accented and flags & ENGLISH and key not in _WITH_ACCENTS:
        flags &= ~(ENGLISH | Flag.ALSO_WORD | Flag.SELDOM)  # Hằng is not `hang`
    elif not flags:
        flags = derived(key, known, capital=capital)
        if not flags and not capital and key in _typed_in_a_hurry():
            flags = Flag.WORD
    return written, key, flags, lost, capital, len(written) > 1 and written.isupper(), accented


_CONTRACTIONS = frozenset(
    "it's that's what's there's here's he's she's who's where's how's when's let's everybody's everyone's "
    "someone's nobody's somebody's one's today's yesterday's tomorrow's mum's dad's wan's".split()
)


_WITH_ACCENTS = frozenset(
    "cafe cafes cliche cliched creche creches deja decor debut elite entree fete fetes fiance fiancee fiances matinee melee "
    "naive naively naivete nee passe precis protege puree regime resume resumes role roles saute seance soiree touche "
    "vis-a-vis a-la ecole pate expose emigre cortege voila senor facade facades apero jalapeno pinata angst uber".split()
)
"""English words that may be written with accents; any other that has one is no English word."""


def _has_marks(written: str) -> bool:
    """Whether a letter carries an accent."""
    return any(unicodedata.combining(sign) for sign in unicodedata.normalize("NFD", written))


def _opens_speech(between: str) -> bool:
    """A quotation mark after a space opens someone's words, and they begin as a sentence does."""
    return between[-1:] in "\"“‘'" and (between[-2:-1] in "( \t\u00a0" or len(between) == 1)


def derived(key: str, flags: Flags, *, capital: bool) -> int:
    """A word the dictionary lacks but whose parts it knows: `unhurriedly`, `trauma-informed`, `over-thought`."""
    if "-" in key or "‑" in key or "‐" in key:
        parts = re.split("[-‑‐]", key)
        values = [flags.get(part, 0) or len(part) == 1 for part in parts]
        if capital and len(parts) > 1 and all(flags.get(part, 0) & Flag.GIVEN for part in parts):
            return Flag.GIVEN  # Poppy-Jo
        if all(value and (value is True or value & ENGLISH) for value in values):
            return Flag.WORD
        return 0
    if "'" in key:
        head, _, tail = key.rpartition("'")
        if tail in ("ve", "d", "ll", "m", "re", "s", "t", "nt", ""):
            return flags.get(head, 0) & ENGLISH or flags.get(key.replace("'", ""), 0) & ENGLISH
        return flags.get(key.replace("'", ""), 0) & ENGLISH
    beside = flags.beside
    for ending in _ENDINGS:
        if key.endswith(ending) and len(stem := key[: -len(ending)]) > 2:
            for whole in (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem, f"{stem[:-1]}y"):
                if len(whole) > SHORTEST_STEM and beside(whole, 0) & (Flag.COMMON | Flag.WORD):
                    return Flag.RARE if ending != "y" else 0
    for beginning in () if capital else _BEGINNINGS:
        stem = key.removeprefix(beginning)
        if 3 < len(stem) < len(key) and flags.get(stem, 0) & (Flag.COMMON | Flag.WORD):
            return Flag.RARE
    return 0


def _judge_capitals(found: Sequence[Token]) -> None:
    """Where nobody uses capitals, or nothing else, a capital tells nothing."""
    firsts = [token.index for token in found if token.begins]
    sentences = list(pairwise([*firsts, len(found)]))
    starts = [found[first].capital for first, after in sentences if after - first > 1]
    no_capitals = len(starts) - sum(starts) > MOSTLY * len(starts) and _few_inside(found)
    capitals = [0, *accumulate([token.capital or token.shouted for token in found])]
    for first, after in sentences:
        enough = capitals[after] - capitals[first] >= ENOUGH_WORDS
        if no_capitals or (enough and _is_in_capitals(found[first:after])):
            for token in found[first:after]:
                token.cased = False


def _few_inside(found: Sequence[Token]) -> bool:
    """Whether hardly a word inside a sentence has a capital."""
    inside = [
        token.capital for token in found if not token.begins and len(token.text) > 1 and token.key != "i"
    ]
    return sum(inside) <= len(inside) // 50


def _is_in_capitals(sentence: Sequence[Token]) -> bool:
    """Whether a sentence is shouted, or written as a title is."""
    long = [token.shouted for token in sentence if len(token.text) > 1]
    if len(long) >= ENOUGH_WORDS and sum(long) > SHOUTED * len(long):
        return True
    content = [token.capital for token in sentence[1:] if len(token.text) > 3 and not token.shouted]
    return len(content) > TITLE_WORDS and sum(content) > SHOUTED * len(content)


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span so that it never splits a letter from its accents or joiners."""
    if text.isascii():
        return start, end
    while end < len(text) and _joins(text[end]):
        end += 1
    while start > 0 and _joins(text[start]):
        start -= 1
    return start, end


def _joins(character: str) -> bool:
    return character in "\u200d\ufe0f" or (character > "\u02ff" and unicodedata.combining(character) != 0)
