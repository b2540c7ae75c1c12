"""What to say instead of a date, an age, a place, a service, a number or a telling fact, as English beside its neighbours."""

import re

from tip_reflect.privacy.cues import PET
from tip_reflect.privacy.finding import Kind, Span, Tier
from tip_reflect.privacy.subjects import PEOPLE
from tip_reflect.privacy.swap_sides import Sides
from tip_reflect.privacy.swap_words import (
    AFTER_OF,
    AGE_LEADS,
    ARTICLES,
    BANDS,
    BEING,
    BORN,
    BUS,
    COMING,
    COUNTED,
    DETERMINERS,
    DOINGS,
    DURATIONS,
    DWELLINGS,
    EVENTS,
    HOUSE_NUMBER,
    JIGSAW,
    LEADING_ARTICLE,
    LEADS_A_DATE,
    LIVING,
    NEAR_BIRTH,
    NEEDS_A_NOUN,
    NOUNS,
    OF_MANY,
    OF_SEVERAL,
    ORDINAL,
    PREDICATES,
    PREPOSITIONS,
    PRIMARY,
    REGULAR,
    REMOVED,
    ROOM,
    SERVICES,
    SEVERAL_PEOPLE,
    SOME_OF,
    SUBJECTS,
    TEENAGE,
    VERB_PHRASES,
    VERBS_OF_BEING,
    YEAR,
    band,
)

_OF_A_PERSON = re.compile(r"old|\by/?o\b|\byrs?\b|\byears?\b")
_SOMEONE_OF_AN_AGE = re.compile(r"(?:year|month|week)[- ]olds?$|y/?o$")
_SECONDARY = re.compile(r"\b(?:s\.?\s?[1-6]|year|secondary)\b")
_OLD = re.compile(r"old|aged?")
_AGED = re.compile(r"(?:aged?|at age|age of)\b")


def fact(sides: Sides, span: Span, then: Span | None) -> tuple[str, ...]:
    """Words for what is no person, the best first; empty ones take it out. `then` is the next span."""
    kind = span.kind
    if kind.tier is Tier.JIGSAW:
        return _telling(sides, span)
    if kind.tier is Tier.DIRECT:
        return (REMOVED, "") if kind is not Kind.POSTCODE else ("their area", REMOVED, "")
    lower = sides.low[span.start : span.end]
    if kind is Kind.DATE:
        return _date(sides, span, lower)
    if kind is Kind.AGE:
        names = then is not None and then.kind in PEOPLE and sides.text[span.end : then.start] == " "
        return _age(sides, span, lower) if not names else _age_of_a_name(sides, span, lower)
    return _place(sides, span, lower) if kind is Kind.PLACE else _service(lower)


def _telling(sides: Sides, span: Span) -> tuple[str, ...]:
    swaps = JIGSAW[span.kind]
    if span.kind is Kind.QUOTE:
        return swaps
    words = sides.low[span.start : span.end].split()
    last = words[-1]
    rest = f" {last}" if last in PREPOSITIONS else ""  # mum of, plays for
    if sides.is_said_whose(span):
        if sides.noun_after(span):
            return ("", NOUNS[span.kind])
        if span.kind is Kind.FAMILY and last.endswith("s"):
            return ("children" if last != "parents" else "parents", "family")
        return (NOUNS[span.kind] + rest, LEADING_ARTICLE.sub("", swaps[1]) + rest)
    before = sides.before(span.start)
    if before is not None and (before.key in SUBJECTS or words[0] in DOINGS):
        verb, _, what = VERB_PHRASES[span.kind].partition(" ")
        verb = OF_SEVERAL[verb] if before.key in SEVERAL_PEOPLE else verb
        return (f"{verb} {what}".rstrip() + rest,)
    if before is not None and (before.key in VERBS_OF_BEING or before.key in BEING):
        return (PREDICATES[span.kind] + rest, *(f"{swap}{rest}" for swap in swaps if swap))
    return tuple(f"{swap}{rest}" if swap else "" for swap in swaps) if rest else swaps


def _place(sides: Sides, span: Span, lower: str) -> tuple[str, ...]:
    words = lower.split()
    if words[0] in ARTICLES:
        lead = "a local" if words[0] in ("a", "an") else f"{words[0]} local"
        if words[-1] in DWELLINGS:  # an Easterhouse flat
            return (f"{lead} {words[-1]}", "their home", "nearby")
        return (lead, "their local") if sides.noun_after(span) else ("their area", "a local place", "nearby")
    if BUS.search(lower):
        return ("the bus", "transport", "")
    if ROOM.match(lower):
        return ("their home", "where they stay", "")
    before = sides.before(span.start)
    if HOUSE_NUMBER.match(lower):
        verb = sides.before(before.start) if before is not None else None
        if verb is not None and verb.key in LIVING:
            return ("their home", "an address", "nearby")
        return ("an address", "their home", "nearby")
    if before is not None and before.key == "at":
        return ("a local place", "their home", "their school")
    return ("their area", "a local place", "nearby")


def _service(lower: str) -> tuple[str, ...]:
    for pattern, swaps in SERVICES:
        if pattern.search(lower):
            return swaps
    return ("a service", "an organisation", "somewhere local")


def _date(sides: Sides, span: Span, lower: str) -> tuple[str, ...]:
    before, after = sides.before(span.start), sides.after(span)
    if BORN.search(sides.low, max(0, span.start - NEAR_BIRTH), span.end):
        return (REMOVED, "")
    if lower.endswith("'s"):
        return ("that day's", "that week's")
    noun = sides.noun_after(span)
    article = lower.split(maxsplit=1)[0]
    if noun and article in ("a", "an", "the"):
        return ("a recent", "an earlier") if article != "the" else ("the recent", "the earlier")
    if before is not None and before.key in SOME_OF:
        return ("days", "times")
    if before is not None and before.key in DETERMINERS and article not in LEADS_A_DATE:
        return ("recent", "earlier", "")
    if noun and noun.key in EVENTS:
        return ("recent", "earlier", "")
    if before is not None and before.key in NEEDS_A_NOUN:
        return ("that time", "then", "the day")
    if sides.text[span.end : span.end + 2].casefold() in ("'s", "’s"):
        return ("that day", "the day", "that week")
    if after is not None and after.key in VERBS_OF_BEING | BEING:
        return ("that day", "that week", "lately")
    if before is not None and before.key in BEING:
        return ("that day", "that week", "that time")
    if COMING.search(lower):
        return ("soon", "later", "")
    if REGULAR.search(lower):
        return ("regularly", "often", "")
    if YEAR.search(lower):
        return ("some time ago", "in an earlier year", "early in the work")
    return ("recently", "early in the work", "that week")


def _age(sides: Sides, span: Span, lower: str) -> tuple[str, ...]:
    before, after = sides.before(span.start), sides.after(span)
    noun = sides.noun_after(span)
    words = lower.split()
    group = band(lower)
    adjective, person, predicate = BANDS[group]
    if after is not None and after.key in ("birthday", "birthdays"):
        return ("a", "a recent") if words[0] in ("a", "an") else ("", "recent")
    if ORDINAL.search(lower) and not noun:
        return ("a birthday",) if words[0] in ("a", "an") else ("birthday",)  # his 40th
    if words[0] in ("a", "an") and len(words) > 1:
        said = adjective if noun else person
        return (f"{'an' if said[0] in 'aeio' else 'a'} {said}", "a young" if noun else "a person")
    if sides.low.startswith("'s", span.start - 3) and is_theirs(sides, span):
        return (adjective if noun else person, "young" if group <= TEENAGE else "adult")
    if words[0] in ("under", "below") and group <= TEENAGE:
        return ("a child", "young")
    if words[0] in ("turned", "turns", "turning", "started", "starts", "starting"):
        return (f"is {predicate}", "is older now", "")
    if not DURATIONS.isdisjoint(words) and "old" not in lower and not lower.startswith("aged"):
        return ("a while", "some time", "")
    if after is not None and after.key in DURATIONS:
        return ("a few", "some", "several")
    if PRIMARY.search(lower):
        return _stage("primary", "primary-age", before is not None and before.key in BEING)
    if _SECONDARY.search(lower) and not _OLD.search(lower):
        return _stage("secondary", "a teenager", before is not None and before.key in BEING)
    if _AGED.match(lower):
        return (predicate, adjective, "")
    if before is not None and before.key == "of":
        whose = sides.before(before.start)
        if whose is not None and whose.key == "age":
            return ("some years", "that time")
        counted = whose is not None and whose.key in COUNTED
        return ("several", "some") if counted else (AFTER_OF[group], "that age")
    if before is not None and before.key in AGE_LEADS:
        return ("that age", "this age")
    if before is not None and before.key == "in":
        return ("that stage", "this stage")
    if before is not None and (before.key in DETERMINERS or before.key in PET):
        several = lower.endswith("s") and not _OF_A_PERSON.search(lower)
        said = adjective if noun else OF_MANY[group] if several else person
        return (said, "young" if group <= TEENAGE else "adult", "")
    return (predicate, adjective, "")


def is_theirs(sides: Sides, span: Span) -> bool:
    """Whether the age after an 's is that of someone of theirs: `Kirsty's 14-year-old`, `Kirsty's 14 year old son`."""
    return (
        bool(_SOMEONE_OF_AN_AGE.search(sides.low[span.start : span.end]))
        or sides.noun_after(span) is not None
    )


def _age_of_a_name(sides: Sides, span: Span, lower: str) -> tuple[str, ...]:
    """`Seven-year-old Jamie` is `the primary-age child`."""
    adjective = BANDS[band(lower)][0]
    return (adjective, "young") if sides.is_said_whose(span) else (f"the {adjective}", "the young")


def _stage(stage: str, other: str, after_being: bool) -> tuple[str, ...]:
    """`in P4` is `in primary`, and `is P4` is too."""
    return (f"in {stage}", other) if after_being else (stage, "school", other)
