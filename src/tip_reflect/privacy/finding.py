"""What a finding is: some words of a text, what they are, and how sure we are that they point to a person."""

from enum import IntEnum, StrEnum
from typing import NamedTuple, Self


class Tier(IntEnum):
    """How directly something points to a person: DOMAIN 6.4."""

    DIRECT = 1
    """Numbers and addresses: cannot leave."""
    NAMED = 2
    """Names, places, dates and ages: each needs a decision."""
    JIGSAW = 3
    """Facts that together can be a name: each needs a decision."""


class Level(StrEnum):
    """SURE has evidence: a checksum, a format, a list and its context. LOOK is what grammar does not explain."""

    SURE = "sure"
    LOOK = "look"

    __hash__ = str.__hash__  # an enum's own is written in Python, and asked for at every look-up


class Kind(StrEnum):
    """What was found. The value is what `check --json` prints."""

    tier: Tier
    label: str
    """What a worker reads beside the words: `a place`."""

    def __new__(cls, value: str, tier: Tier, label: str) -> Self:
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.tier = tier
        kind.label = label
        return kind

    __hash__ = str.__hash__

    CHI = "chi", Tier.DIRECT, "a CHI number"
    NHS = "nhs", Tier.DIRECT, "an NHS number"
    NATIONAL_INSURANCE = "national-insurance", Tier.DIRECT, "a National Insurance number"
    PASSPORT = "passport", Tier.DIRECT, "a passport number"
    DRIVING_LICENCE = "driving-licence", Tier.DIRECT, "a driving licence number"
    REFERENCE = "reference", Tier.DIRECT, "a case or reference number"
    PHONE = "phone", Tier.DIRECT, "a phone number"
    EMAIL = "email", Tier.DIRECT, "an email address"
    WEB = "web", Tier.DIRECT, "a web address or handle"
    IP = "ip", Tier.DIRECT, "a computer's address"
    VEHICLE = "vehicle", Tier.DIRECT, "a car registration"
    CARD = "card", Tier.DIRECT, "a card number"
    ACCOUNT = "account", Tier.DIRECT, "bank details"
    POSTCODE = "postcode", Tier.DIRECT, "a postcode"

    PERSON = "person", Tier.NAMED, "a name"
    INITIALS = "initials", Tier.NAMED, "initials"
    PLACE = "place", Tier.NAMED, "a place"
    ORGANISATION = "organisation", Tier.NAMED, "a school, service or group"
    DATE = "date", Tier.NAMED, "a date or time"
    AGE = "age", Tier.NAMED, "an age"

    FAMILY = "family", Tier.JIGSAW, "the shape of a family"
    BACKGROUND = "background", Tier.JIGSAW, "where someone comes from, or their faith"
    HEALTH = "health", Tier.JIGSAW, "a disability or condition"
    IDENTITY = "identity", Tier.JIGSAW, "gender or sexuality"
    JOB = "job", Tier.JIGSAW, "a job or uniform"
    OFFENCE = "offence", Tier.JIGSAW, "an offence, a court or an order"
    QUOTE = "quote", Tier.JIGSAW, "exact words"
    INCIDENT = "incident", Tier.JIGSAW, "an unusual event"
    FACT = "fact", Tier.JIGSAW, "a fact that may tell"


class Span(NamedTuple):
    """What one recogniser saw, before the recognisers are heard together. Offsets are characters: text[start:end]."""

    start: int
    end: int
    kind: Kind
    level: Level

    def over(self, start: int, end: int) -> "Span":
        """The same of other words; quicker than `_replace`."""
        return self if (start, end) == self[:2] else Span(start, end, self.kind, self.level)


class Finding(NamedTuple):
    """Words that point, or may point, to a person: `text == whole[start:end]`.

    Findings with the same `subject` (a number, counted from the text's beginning) mean the same person, place or
    fact, and change together. `suggestions` are other words, the best first; an empty one takes the words out.
    """

    start: int
    end: int
    text: str
    kind: Kind
    level: Level
    subject: int
    suggestions: tuple[str, ...]

    def __repr__(self) -> str:
        """Without the words: it may come to stand in a traceback."""
        return f"Finding({self.start}-{self.end} {self.kind} {self.level} of {self.subject})"

    @property
    def tier(self) -> Tier:
        return self.kind.tier
