"""What a finding is: some words of a text, what they are, and how sure we are that they point to a person."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple


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


class Kind(StrEnum):
    """What was found. The value is what `check --json` prints."""

    CHI = "chi"
    NHS = "nhs"
    NATIONAL_INSURANCE = "national-insurance"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving-licence"
    REFERENCE = "reference"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    IP = "ip"
    VEHICLE = "vehicle"
    CARD = "card"
    ACCOUNT = "account"
    POSTCODE = "postcode"

    PERSON = "person"
    INITIALS = "initials"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    AGE = "age"

    FAMILY = "family"
    BACKGROUND = "background"
    HEALTH = "health"
    IDENTITY = "identity"
    JOB = "job"
    OFFENCE = "offence"
    QUOTE = "quote"
    INCIDENT = "incident"
    FACT = "fact"

    @property
    def tier(self) -> Tier:
        return _TIERS.get(self, Tier.DIRECT)

    @property
    def label(self) -> str:
        """What a worker reads beside the words: `a place`."""
        return _LABELS[self]


_TIERS = {
    Kind.PERSON: Tier.NAMED,
    Kind.INITIALS: Tier.NAMED,
    Kind.PLACE: Tier.NAMED,
    Kind.ORGANISATION: Tier.NAMED,
    Kind.DATE: Tier.NAMED,
    Kind.AGE: Tier.NAMED,
    Kind.FAMILY: Tier.JIGSAW,
    Kind.BACKGROUND: Tier.JIGSAW,
    Kind.HEALTH: Tier.JIGSAW,
    Kind.IDENTITY: Tier.JIGSAW,
    Kind.JOB: Tier.JIGSAW,
    Kind.OFFENCE: Tier.JIGSAW,
    Kind.QUOTE: Tier.JIGSAW,
    Kind.INCIDENT: Tier.JIGSAW,
    Kind.FACT: Tier.JIGSAW,
}

_LABELS = {
    Kind.CHI: "a CHI number",
    Kind.NHS: "an NHS number",
    Kind.NATIONAL_INSURANCE: "a National Insurance number",
    Kind.PASSPORT: "a passport number",
    Kind.DRIVING_LICENCE: "a driving licence number",
    Kind.REFERENCE: "a case or reference number",
    Kind.PHONE: "a phone number",
    Kind.EMAIL: "an email address",
    Kind.WEB: "a web address or handle",
    Kind.IP: "a computer's address",
    Kind.VEHICLE: "a car registration",
    Kind.CARD: "a card number",
    Kind.ACCOUNT: "bank details",
    Kind.POSTCODE: "a postcode",
    Kind.PERSON: "a name",
    Kind.INITIALS: "initials",
    Kind.PLACE: "a place",
    Kind.ORGANISATION: "a school, service or group",
    Kind.DATE: "a date or time",
    Kind.AGE: "an age",
    Kind.FAMILY: "the shape of a family",
    Kind.BACKGROUND: "where someone comes from, or their faith",
    Kind.HEALTH: "a disability or condition",
    Kind.IDENTITY: "gender or sexuality",
    Kind.JOB: "a job or uniform",
    Kind.OFFENCE: "an offence, a court or an order",
    Kind.QUOTE: "exact words",
    Kind.INCIDENT: "an unusual event",
    Kind.FACT: "a fact that may tell",
}


class Span(NamedTuple):
    """What one recogniser saw, before the recognisers are heard together. Offsets are characters: text[start:end]."""

    start: int
    end: int
    kind: Kind
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words that point, or may point, to a person: `text == whole[start:end]`.

    Findings with the same `subject` (a number, counted from the text's beginning) mean the same person, place or
    fact, and change together. `suggestions` are other words, the best first; an empty one takes the words out.
    """

    start: int
    end: int
    text: str = field(repr=False)
    kind: Kind
    level: Level
    subject: int
    suggestions: tuple[str, ...] = field(repr=False)

    @property
    def tier(self) -> Tier:
        return self.kind.tier
