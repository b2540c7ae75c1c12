"""The door to every recogniser of numbers and addresses, tier 1 of DOMAIN 6.4. Overlaps are left for others to settle."""

from collections.abc import Iterator

from tip_reflect.privacy import addresses, identity, phones, postcodes, references, said_codes, vehicles
from tip_reflect.privacy.finding import Span
from tip_reflect.privacy.plain_signs import Signs, plain


def recognise(text: str, low: str | None = None) -> Iterator[Span]:
    """Spans of all numbers and addresses; offsets are characters of the text as given, `low` the same in plain signs."""
    signs = Signs(plain(text) if low is None else low)
    for room in (identity, phones, references, addresses, postcodes, vehicles, said_codes):
        yield from room.recognise(text, signs)
