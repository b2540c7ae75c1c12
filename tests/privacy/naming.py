"""Names by origin, halved so that the names reported on are never those developed on."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from reading_corpus import CORPUS

TABLE = CORPUS / "names_by_origin.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The names of one origin that one part may use."""

    name: str
    first: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool

    def full(self, first: str, family: str) -> str:
        """A full name in the order in which its owners say it."""
        return f"{family} {first}" if self.family_first else f"{first} {family}"


class Cast:
    """Draws names of one origin without giving the same one twice while others are left."""

    def __init__(self, origin: Origin, random: Random) -> None:
        self.origin = origin
        self._first = _dealt(origin.first, random)
        self._family = _dealt(origin.family, random)

    def first(self) -> str:
        return next(self._first)

    def family(self) -> str:
        return next(self._family)


def _dealt(names: tuple[str, ...], random: Random) -> Iterator[str]:
    while names:
        yield from random.sample(names, len(names))


def origins(part: str) -> tuple[Origin, ...]:
    """Every origin with the half of its names that belongs to a part, `develop` or `report`.

    A name that is both a first and a family name, or of two origins, stays in the half where it is met first, so that
    no report name is a develop name of any origin.
    """
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    halves: dict[str, str] = {}
    chosen = []
    for name, row in table.items():
        kept = {}
        for sort in ("first", "family"):
            kept[sort] = tuple(
                each
                for at, each in enumerate(row[sort].split(", "))
                if halves.setdefault(each.casefold(), ("develop", "report")[at % 2]) == part
            )
        chosen.append(
            Origin(
                name=name,
                first=kept["first"],
                family=kept["family"],
                family_first=row.get("family_first", False),
            ),
        )
    return tuple(chosen)
