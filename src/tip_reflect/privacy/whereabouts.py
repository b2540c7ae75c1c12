"""Places and named services: streets, towns, schemes, schools, surgeries, wards, prisons, clubs, employers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tip_reflect.privacy.calendar_days import MONTH_NAMES
from tip_reflect.privacy.cues import ACTS, KIN, PLACE_LEADS, SMALL_WORDS, SURE_PLACE_LEADS, TITLES
from tip_reflect.privacy.dictionary import SECOND_BY, Dictionary, Flag, Phrases, plain
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.place_words import (
    A_SAINTS_DAY,
    AT_THE,
    BELONGS_TO,
    BUS,
    CAPITAL_ONLY,
    FLAT,
    GAELIC,
    GAP,
    GAP_AFTER_S,
    GENERIC,
    INSTITUTIONS,
    LEADS_TO_A_STREET,
    LONGEST_BETWEEN,
    LONGEST_NAME,
    LONGEST_SLIP,
    LONGEST_WITHIN,
    MAIN_ROAD,
    MAYBE_STREETS,
    NO_STREETS,
    ON_A_STREET,
    PROJECTS,
    ROUTE,
    SAINT,
    SERVICE_GOES_ON,
    SERVICE_WORDS,
    SERVICES,
    STREET_NUMBER,
    STREET_WORDS,
    STREETS,
    THE_NUMBER,
    THERE,
    TIMES,
    TO_A_SHOP,
    WARD,
    WARD_CASELESS,
    WITHIN_ENDS,
)
from tip_reflect.privacy.plain_signs import matches, near_digits
from tip_reflect.privacy.tokens import Token

SURE, LOOK = Level.SURE, Level.LOOK


class Whereabouts:
    """One look at one text for places and services."""

    def __init__(self, text: str, words: Sequence[Token], known: Dictionary) -> None:
        self.text = text
        self.words = words
        self.known = known

    def recognise(self) -> Iterator[Span]:
        """Spans, some of which may overlap."""
        spans = sorted((*self._patterns(), *self._words()))
        yield from (self._with_what_is_there(span) for span in spans if span.kind is Kind.PLACE)
        yield from spans
        for one, other in pairwise(spans):  # Ward 4 at the Queen Margaret Hospital; 14 Mill Wynd, Paisley
            near = other.start - one.end <= LONGEST_BETWEEN
            if near and AT_THE.fullmatch(self.text, one.end, other.start):
                yield Span(one.start, other.end, one.kind, SURE)

    def _words(self) -> Iterator[Span]:
        organisations, places = self.known.organisations, self.known.places
        place, everyday = Flag.PLACE, Flag.COMMON | Flag.WORD
        for token in self.words:
            key, flags = token.key, token.flags
            if token.possessive and self._is_a_shop(token):
                yield Span(token.start, self._with_its_s(token), Kind.ORGANISATION, SURE)
            if key in organisations and (span := self._phrase(token, organisations, Kind.ORGANISATION)):
                yield span
            if key in places and (span := self._phrase(token, places, Kind.PLACE)):
                yield span
            if key in STREET_WORDS:
                yield from self._street(token)
            if key in SERVICE_WORDS:
                yield from self._service(token)
            if flags & place:
                yield from self._town(token)
            if token.capital and token.cased and not token.begins:
                if flags & everyday:
                    yield from self._titled(token)
                if not flags & place:
                    yield from self._spot(token) if token.english else self._unknown_place(token)

    def _with_what_is_there(self, span: Span) -> Span:
        """`sheriff court in Paisley`, `the nursery at Stepps`: the place says which."""
        before = self.text[max(0, span.start - LONGEST_WITHIN) : span.start].casefold().split()
        if not before or before[-1] not in WITHIN_ENDS:
            return span
        there = THERE.search(self.text, max(0, span.start - 48), span.start)
        if there is None or there.end() != span.start:
            return span
        return span._replace(start=there.start(), kind=Kind.ORGANISATION)

    def _patterns(self) -> Iterator[Span]:
        keys = {token.key for token in self.words}
        near = near_digits(self.text)
        yield from (Span(*match.span(1), Kind.PLACE, LOOK) for match in matches(MAIN_ROAD, self.text, near))
        yield from (Span(*match.span(), Kind.PLACE, LOOK) for match in matches(ROUTE, self.text, near))
        if near and not keys.isdisjoint(("bus", "buses", "service")):
            yield from (
                Span(*match.span(1), Kind.PLACE, LOOK) for match in matches(THE_NUMBER, self.text, near)
            )
            yield from (Span(*match.span(), Kind.PLACE, SURE) for match in matches(BUS, self.text, near))
        if not keys.isdisjoint(("st", "saint", "lady", "holy", "sacred")):
            yield from self._saints()
        if not keys.isdisjoint(("flat", "room", "apartment", "unit", "plot")):
            yield from (Span(*match.span(), Kind.PLACE, LOOK) for match in matches(FLAT, self.text, near))
        if not keys.isdisjoint(("sgoil", "bun-sgoil", "ard-sgoil", "taigh", "eaglais", "ospadal")):
            yield from (Span(*match.span(), Kind.ORGANISATION, SURE) for match in GAELIC.finditer(self.text))
        if not keys.isdisjoint(("ward", "wing", "block", "hall", "hmp", "hmyoi", "yoi")):
            for pattern in (WARD, WARD_CASELESS):
                for match in pattern.finditer(self.text):
                    start, end = match.span()
                    end = start + len(match.group().rstrip())
                    yield Span(start, end, Kind.ORGANISATION, SURE)

    def _saints(self) -> Iterator[Span]:
        """St Margaret's, Saint Simons: a church, a school or a town."""
        for match in SAINT.finditer(self.text):
            first, last = match.group().split()[0], match.group().split()[-1]
            name = plain(last).removesuffix("'s")
            known = self.known.flags.get(name, 0) | self.known.flags.get(name.removesuffix("s"), 0)
            called = known & (Flag.GIVEN | Flag.FAMILY) or not known
            holy = first.casefold() in ("our", "sacred", "holy") and last[0].isupper()
            if holy or (called and name not in SMALL_WORDS and (last[0].isupper() or first.islower())):
                yield Span(*match.span(), Kind.ORGANISATION, SURE)

    def _phrase(self, token: Token, phrases: Phrases, kind: Kind) -> Span | None:
        """The longest phrase that begins here."""
        beginnings = phrases[token.key]
        second = self._after(token)
        longer: Sequence[tuple[str, ...]] = (
            () if second is None else beginnings.get(second.key[:SECOND_BY], ())
        )
        for rest in (*longer, *beginnings.get("", ())):
            last = self._match(token, rest)
            if last is None:
                continue
            if not rest and token.english and not (token.capital and token.cased and not token.begins):
                return None
            if not rest and token.flags & Flag.GIVEN and not self._led_to(token):
                return None
            if rest and A_SAINTS_DAY.match(self.text, last.end):
                return None
            named_so = rest and kind is Kind.ORGANISATION and last.possessive
            end = self._with_its_s(last) if named_so else last.end
            return Span(self._from_the_number(token), end, kind, SURE)
        return None

    def _is_a_shop(self, token: Token) -> bool:
        """`at Gregg's for a roll`, `from Barnardo's`: a name nobody has, and nothing that is theirs after it."""
        if "" in self.known.organisations.get(f"{token.key}'s", ()):
            return True
        led = token.index > 0 and self.words[token.index - 1].key in TO_A_SHOP
        if not led or token.flags & (Flag.GIVEN | Flag.COMMON) or token.key in TITLES | KIN:
            return False
        following = self._after(token)
        alone = following is None or self.text[token.end + 2 : following.start] != " "
        return alone or (following is not None and following.key in SMALL_WORDS)

    def _with_its_s(self, token: Token) -> int:
        """Where Barnardo's ends, whose 's is part of its name."""
        return token.end + len("'s")

    def _match(self, token: Token, rest: tuple[str, ...]) -> Token | None:
        at = token.index
        last = token
        for part in rest:
            at += 1
            if at >= len(self.words) or self.words[at].start - last.end > 4:
                return None
            following = self.words[at]
            if following.key != part and following.key.rstrip("s").replace("'", "") != part.rstrip(
                "s"
            ).replace("'", ""):
                return None
            last = following
        return last

    def _street(self, token: Token) -> Iterator[Span]:
        """Capitals, or a number, before a word for a street."""
        first = token.index
        while first and token.index - first < 3:
            before = self.words[first - 1]
            if not GAP.fullmatch(self.text, before.end, self.words[first].start):
                break
            named = (
                before.capital and before.key not in TITLES if before.cased else before.key not in SMALL_WORDS
            )
            if before.cased and (
                (before.key in SMALL_WORDS and before.key not in ("the", "of"))
                or (before.begins and before.english and before.key in SMALL_WORDS)
            ):
                break
            if not named or before.key in NO_STREETS:
                break
            first -= 1
            if not before.cased and not (token.index - first < 2 and before.flags & Flag.COMMON):
                break
        if first == token.index:
            return
        opening = self.words[first]
        number = STREET_NUMBER.search(self.text, max(0, opening.start - 16), opening.start)
        begin = number.start() if number and number.end() == opening.start else opening.start
        numbered = begin != opening.start
        led = first > 0 and self.words[first - 1].key in LEADS_TO_A_STREET
        middle = self.words[first : token.index]
        if token.key in MAYBE_STREETS:
            ok = (token.cased and token.capital and all(word.capital for word in middle)) or (
                numbered
                and len(middle) <= 2
                and not (middle[0].flags & Flag.COMMON and token.key in ("way", "park", "view", "walk"))
            )
            if not ok or (token.key in ("st", "dr") and not numbered and not led):
                return
            if token.key in ("house", "place", "court") and all(word.key in GENERIC for word in middle):
                return
        elif not token.cased or not token.capital:
            generic = all(word.key in GENERIC or word.key in SMALL_WORDS for word in middle)
            known = any(not word.english for word in middle)
            on_it = token.key in STREETS and first > 0 and self.words[first - 1].key in ON_A_STREET
            if generic or not (numbered or known or on_it or (led and not middle[-1].flags & Flag.COMMON)):
                return
        elif all(word.key in GENERIC for word in middle) and not numbered:
            return
        yield Span(begin, token.end, Kind.PLACE, SURE)

    def _service(self, token: Token) -> Iterator[Span]:
        """A service's last word, and the words of its name before it."""
        if token.cased and (token.capital or not self._after_no_word(token)):
            yield from self._service_by_capitals(token)
        else:
            yield from self._service_without(token)

    def _after_no_word(self, token: Token) -> bool:
        """`caskieben court`, amid capitals: a name no list holds, that was not given one."""
        before = self.words[token.index - 1] if token.index else None
        return (
            before is not None and not before.capital and not before.flags and len(before.text) > LONGEST_SLIP
        )

    def _service_by_capitals(self, token: Token) -> Iterator[Span]:
        first = token.index
        while first and token.index - first < LONGEST_NAME:
            before = self.words[first - 1]
            if not GAP_AFTER_S.fullmatch(self.text, before.end, self.words[first].start):
                break
            if (
                before.capital
                and before.key != "i"
                and not (before.begins and before.key in SMALL_WORDS)
                and before.key not in PLACE_LEADS
            ) or (
                before.key in ("of", "and", "&")
                and first > 1
                and self.words[first - 2].capital
                and not self.words[first - 2].begins
            ):
                first -= 1
            else:
                break
        while first < token.index and (
            self.words[first].key in ("the", "and", "of", "at", "a")
            or (self.words[first].begins and self.words[first].key in SMALL_WORDS)
        ):
            first += 1
        middle = self.words[first : token.index]
        if not middle:
            return
        telling = [word for word in middle if word.key not in GENERIC and word.key not in SERVICES]
        if not telling or (
            not token.capital
            and middle[0].begins
            and middle[0].flags & (Flag.COMMON | Flag.WORD)
            and len(middle) == 1
        ):
            return
        named = any(word.flags & Flag.PLACE or not word.english for word in telling)
        if not token.capital and token.key in CAPITAL_ONLY and not named:
            return
        if token.capital and all(
            word.flags & Flag.COMMON and not word.flags & (Flag.PLACE | Flag.GIVEN | Flag.FAMILY)
            for word in telling
        ):
            level = LOOK if len(telling) == 1 and (token.key in CAPITAL_ONLY) else SURE
            if token.key in (
                "team",
                "service",
                "services",
                "group",
                "project",
                "partnership",
                "network",
                "unit",
            ):
                level = LOOK
        else:
            level = SURE
        yield Span(middle[0].start, self._service_end(token), Kind.ORGANISATION, level)

    def _service_without(self, token: Token) -> Iterator[Span]:
        first = token.index
        while first and token.index - first < 3:
            before = self.words[first - 1]
            if not GAP_AFTER_S.fullmatch(self.text, before.end, self.words[first].start):
                break
            if (
                before.key in SMALL_WORDS
                or before.key in PLACE_LEADS
                or before.key in ACTS
                or (before.begins and before.english)
            ):
                break
            if before.key in GENERIC and not (first > 1 and self.words[first - 2].key in ("st", "saint")):
                break
            first -= 1
            saint = first > 0 and self.words[first - 1].key in ("st", "saint", "our", "holy")
            if (not before.english or before.key in ("st", "saint")) and not saint:
                break
        middle = self.words[first : token.index]
        if not middle or (
            token.key not in PROJECTS
            and not any(
                not word.english
                or word.flags & (Flag.PLACE | Flag.GIVEN | Flag.FAMILY)
                or word.key in ("st", "saint")
                for word in middle
            )
        ):
            return
        if all(word.english for word in middle):
            if token.key in PROJECTS and not any(
                word.key in GENERIC or word.key in INSTITUTIONS for word in middle
            ):
                yield Span(middle[0].start, self._service_end(token), Kind.ORGANISATION, LOOK)
            return
        if token.key in CAPITAL_ONLY and all(word.flags & Flag.GIVEN for word in middle):
            return  # logan home
        while (
            len(middle) > 1
            and middle[0].flags & Flag.COMMON
            and not middle[0].flags & (Flag.PLACE | Flag.GIVEN)
            and middle[0].key not in ("st", "saint")
        ):
            middle = middle[1:]
        yield Span(middle[0].start, self._service_end(token), Kind.ORGANISATION, SURE)

    def _service_end(self, token: Token) -> int:
        last = token
        while last.index + 1 < len(self.words):
            following = self.words[last.index + 1]
            if (
                not GAP.fullmatch(self.text, last.end, following.start)
                or following.key not in SERVICE_GOES_ON
                or following.key == "and"
            ):
                break
            if token.cased and token.capital and not following.capital:
                break
            last = following
        return last.end

    def _town(self, token: Token) -> Iterator[Span]:
        if token.key in MONTH_NAMES:
            return
        if not token.cased:
            if token.english and not self._led_to(token, sure=True):
                return
            if token.english and token.flags & Flag.COMMON:
                return
            if token.flags & (Flag.GIVEN | Flag.FAMILY) and not self._led_to(token):
                return
            yield Span(token.start, token.end, Kind.PLACE, SURE if self._led_to(token) else LOOK)
        elif not token.capital:
            if not token.english and not token.flags & (Flag.GIVEN | Flag.FAMILY) and self._led_to(token):
                yield Span(token.start, token.end, Kind.PLACE, SURE)
        else:
            if token.english and (token.begins or (token.flags & Flag.COMMON and not self._led_to(token))):
                return
            if token.flags & (Flag.GIVEN | Flag.FAMILY) and not (
                self._led_to(token) or self._of_a_thing(token)
            ):
                return
            if self._belongs_to_a_name(token):
                return
            yield Span(token.start, token.end, Kind.PLACE, SURE)

    def _of_a_thing(self, token: Token) -> bool:
        """`a Glasgow thing`: a town, when nobody has it for a given name."""
        before, following = (self.words[token.index - 1] if token.index else None), self._after(token)
        said = before is not None and before.key in ("a", "an", "the") and not token.flags & Flag.GIVEN
        return said and following is not None and following.english and not following.capital

    def _unknown_place(self, token: Token) -> Iterator[Span]:
        if (
            self._led_to(token, sure=True)
            and token.key not in TIMES
            and not token.flags & Flag.GIVEN
            and not token.possessive
            and not self._belongs_to_a_name(token)
        ):
            following = self._after(token)
            if following is None or following.key not in ACTS:
                yield Span(token.start, token.end, Kind.PLACE, SURE)

    def _spot(self, token: Token) -> Iterator[Span]:
        """The Cross, the Fort: a landmark by an everyday word, as people there call it."""
        before = self.words[token.index - 1] if token.index else None
        if (
            before is None
            or before.key != "the"
            or not self._led_to(token)
            or token.key in INSTITUTIONS
            or token.key == "no"
            or token.shouted
        ):
            return
        following = self._after(token)
        beside = following is not None and following.capital and self.text[token.end : following.start] == " "
        if beside and following is not None and following.key not in INSTITUTIONS and following.key != "i":
            yield Span(before.start, following.end, Kind.ORGANISATION, LOOK)
        elif not beside and not token.possessive:
            yield Span(before.start, token.end, Kind.PLACE, LOOK)

    def _titled(self, token: Token) -> Iterator[Span]:
        """From Deaf Action, at Crossroads: everyday words with capitals that someone belongs to."""
        before = self.words[token.index - 1]
        if (
            before.key not in BELONGS_TO
            or not GAP.fullmatch(self.text, before.end, token.start)
            or token.shouted
        ):
            return
        last = token
        while (following := self._after(last)) is not None and following.capital and following.key != "i":
            if not GAP.fullmatch(self.text, last.end, following.start) or following.shouted:
                break
            last = following
        run = self.words[token.index : last.index + 1]
        if (
            any(word.key in INSTITUTIONS or word.key in TITLES or word.key in KIN for word in run)
            or token.flags & Flag.CAPITAL
        ):
            return
        if any(word.flags & Flag.GIVEN and not word.flags & Flag.SELDOM for word in run):
            return
        yield Span(token.start, last.end, Kind.ORGANISATION, LOOK)

    def _belongs_to_a_name(self, token: Token) -> bool:
        before = self.words[token.index - 1] if token.index else None
        following = self._after(token)
        near = before is not None and GAP.fullmatch(self.text, before.end, token.start)
        if (
            near
            and before is not None
            and (
                before.key in TITLES
                or (before.capital and before.flags & Flag.GIVEN and not before.flags & Flag.PLACE)
            )
        ):
            return True
        after = following is not None and GAP.fullmatch(self.text, token.end, following.start)
        return bool(
            after
            and following is not None
            and following.capital
            and token.flags & Flag.GIVEN
            and not following.english
        )

    def _led_to(self, token: Token, *, sure: bool = False) -> bool:
        before = self.words[token.index - 1] if token.index else None
        if before is not None and before.key == "the" and token.index > 1:
            before = self.words[token.index - 2]
        return before is not None and before.key in (SURE_PLACE_LEADS if sure else PLACE_LEADS)

    def _after(self, token: Token) -> Token | None:
        return self.words[token.index + 1] if token.index + 1 < len(self.words) else None

    def _from_the_number(self, token: Token) -> int:
        number = STREET_NUMBER.search(self.text, max(0, token.start - 16), token.start)
        return number.start() if number and number.end() == token.start else token.start
