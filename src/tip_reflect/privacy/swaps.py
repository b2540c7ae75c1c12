"""Other words in the worker's own voice: one person, one role, everywhere, and English after an article or an 's."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy.cues import PET, TITLES
from tip_reflect.privacy.dictionary import Flag, plain
from tip_reflect.privacy.finding import Kind, Span, Tier
from tip_reflect.privacy.plain_signs import Later
from tip_reflect.privacy.tokens import SENTENCE_END, Token

ARTICLES = frozenset("a an the my our".split())
DETERMINERS = ARTICLES | frozenset("his her their your this that ma wir yer".split())
_WITH_ARTICLES = (Kind.PERSON, Kind.INITIALS, Kind.ORGANISATION, Kind.PLACE)
REMOVED = "[removed]"
NEAR = 12
"""How many words after a name are asked whether it is a woman or a man."""

_ROLES: dict[str, tuple[str, ...]] = {}
for _words, _swaps in {
    "mum mam mammy maw mother ma mums": ("the mother", "the parent", "a woman I support"),
    "dad da daddy faither father dads": ("the father", "the parent", "a man I support"),
    "son": ("the son", "the child", "the young person"),
    "daughter": ("the daughter", "the child", "the young person"),
    "boy lad laddie wean bairn kid child baby toddler girl lassie lass twin twins stepson stepdaughter": (
        "the child", "the young person", "a child I work with",
    ),
    "brother bro sister sis": ("the child's relative", "a relative", "someone in the family"),
    "gran granny grannie nan nana nanny grandmother": ("the grandmother", "a relative", "an older relative"),
    "grandad granda grandpa grampa papa grandfather": ("the grandfather", "a relative", "an older relative"),
    "uncle unkie aunt auntie aunty cousin niece nephew": ("a relative", "someone in the family", "the person"),
    "partner husband wife boyfriend girlfriend fiance fiancee ex": ("the partner", "the person", "a relative"),
    "stepdad stepmum stepfather stepmother": ("the step-parent", "the parent", "a relative"),
    "grandson granddaughter": ("the grandchild", "the child", "the young person"),
    "neighbour friend pal mate": ("a friend", "someone they know", "the person"),
    "nurse midwife doctor dr gp consultant psychologist psychiatrist therapist pharmacist hv cpn dentist visitor": (
        "a health colleague", "a colleague", "a professional",
    ),
    "teacher headteacher head deputy tutor janitor": ("a school colleague", "a colleague", "a professional"),
    "worker colleague keyworker key-worker coordinator advocate counsellor": (
        "a colleague", "someone I work with", "a professional",
    ),
    "manager boss senior supervisor chair": ("a manager", "a colleague", "someone I work with"),
    "officer pc dc ds di wpc sgt sergeant inspector constable": ("an officer", "a colleague", "a professional"),
    "solicitor lawyer": ("a lawyer", "a professional", "someone in the case"),
    "sheriff judge reporter councillor cllr": ("an official", "a professional", "someone in the case"),
    "interpreter": ("an interpreter", "a colleague", "a professional"),
    "carer foster childminder": ("the carer", "the foster carer", "the person"),
    "client tenant patient resident": ("the person", "the person I support", "someone I work with"),
    "student": ("a student", "a colleague", "someone I work with"),
    "rev reverend imam pastor fr sheikh": ("a faith leader", "a professional", "the person"),
}.items():  # fmt: skip
    for _word in _words.split():
        _ROLES[_word] = _swaps

_TWO_WORD_ROLES = frozenset(
    "health social foster support family housing duty team police prison head key care youth community project link "
    "welfare guidance class nursery school kinship adoption residential outreach addictions addiction criminal justice "
    "district practice".split()
)
_TITLES_ALONE = TITLES - {"sister", "brother", "cousin", "doctor"}
_ANYONE = ("the person", "someone I work with", "a person")
_WOMAN = ("the woman", "the person", "a woman I support")
_MAN = ("the man", "the person", "a man I support")
_CHILD = ("the child", "the young person", "a child I work with")
_SHE = frozenset("she her hers herself she's".split())
_HE = frozenset("he him his himself he's".split())
_CHILDHOOD = Later(r"\b(?:school|nursery|p[1-7]|s[1-6]|foster|bedtime|playground|teacher|baby|toddler)\b")
_ORDINALS = (
    "", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip

_SERVICES = (
    (
        Later(r"\bnursery|playgroup|early years|childcare|daycare"),
        ("the nursery", "a service", "nursery"),
    ),
    (
        Later(r"\bprimary|high\b|academy|school|college|university|grammar"),
        ("the school", "a service", "school"),
    ),
    (
        Later(r"\bhospital|infirmary|ward|hospice|unit|sick kids|clinic"),
        ("the hospital", "a service", "a ward"),
    ),
    (
        Later(r"\bsurgery|practice|medical|health|dental|pharmacy|chemist"),
        ("the surgery", "a health service", "a service"),
    ),
    (
        Later(r"\bhm[py]|yoi|prison|barlinnie|polmont|wing"),
        ("the prison", "a service", "custody"),
    ),
    (
        Later(r"\bhostel|lodge|court|house|hall|home"),
        ("the house", "a service", "where they stay"),
    ),
    (
        Later(r"\bchurch|kirk|chapel|mosque|temple|gurdwara|synagogue|parish"),
        ("a place of worship", "a community group", ""),
    ),
    (
        Later(r"\bclub|fc\b|thistle|rovers|united|juniors|brigade|scouts|guides|brownies|gym"),
        ("a club", "a group", ""),
    ),
)


@dataclass(slots=True)
class Swaps:
    """Suggestions for one text, `low` in plain signs; `roles` holds what the words before a name said of them, by where it stands."""

    text: str
    low: str
    words: Sequence[Token]
    starts: list[int] = field(init=False)
    roles: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [token.start for token in self.words]

    # Widening a span, so that its swap reads as English

    def with_role(self, span: Span) -> Span:
        """`her mum Kirsty` is one span: the swap says who she is."""
        at = bisect_left(self.starts, span.start)
        role = self._before(at, span.start)
        start = span.start
        if role is not None and role.key in _ROLES and role.key not in _TITLES_ALONE:
            self.roles[span.end] = role.key
            start = role.start
            two = self._before(role.index, role.start)
            if two is not None and two.key in _TWO_WORD_ROLES:
                start = two.start
                two = self._before(two.index, two.start)
            if two is not None and (two.key in DETERMINERS or two.key in PET):
                start = two.start
        return span.over(start, span.end)

    def with_articles(self, spans: Sequence[Span]) -> list[Span]:
        """`the Larkfield Primary`, `an Easterhouse flat`: the article changes with the word."""
        widened: list[Span] = []
        last = 0
        for span in spans:
            if (
                span.kind in _WITH_ARTICLES
                and (before := self._before(bisect_left(self.starts, span.start), span.start))
                and before.key in ARTICLES
                and before.start >= last
            ):
                widened.append(span.over(before.start, span.end))
            else:
                widened.append(span)
            last = span.end
        return widened

    def _before(self, at: int, start: int) -> Token | None:
        """The word just before a place in the text, with one space between."""
        if at == 0:
            return None
        token = self.words[at - 1]
        return token if self.text[token.end : start] in (" ", "\u00a0") and not token.possessive else None

    # What to say instead

    def suggested(
        self, spans: Sequence[Span], subjects: Sequence[int], watched: Sequence[WatchedName]
    ) -> Iterator[tuple[Span, int, tuple[str, ...]]]:
        """Each span with its subject and its suggestions."""
        people = self._people(spans, subjects, watched)
        for span, subject in zip(spans, subjects, strict=True):
            if span.kind in (Kind.PERSON, Kind.INITIALS):
                swaps = people[subject]
                if self._possessive_without_sign(span):
                    swaps = tuple(f"{swap}'s" for swap in swaps)
            else:
                swaps = self._fact(span)
            yield span, subject, self._cased(span, dict.fromkeys(swaps))

    def _people(
        self, spans: Sequence[Span], subjects: Sequence[int], watched: Sequence[WatchedName]
    ) -> dict[int, tuple[str, ...]]:
        mentions: dict[int, list[Span]] = {}
        for span, subject in zip(spans, subjects, strict=True):
            if span.kind in (Kind.PERSON, Kind.INITIALS):
                mentions.setdefault(subject, []).append(span)
        own = {plain(line.words): line.instead for line in watched if line.instead}
        used: dict[str, int] = {}
        chosen: dict[int, tuple[str, ...]] = {}
        for subject, theirs in mentions.items():
            swaps = self._role(theirs)
            for span in theirs:
                for words, instead in own.items():
                    name = plain(self.text[span.start : span.end])
                    if (
                        name == words
                        or name in words.split()
                        or any(part in words.split() for part in name.split())
                    ):
                        swaps = (instead, *swaps)
            chosen[subject] = tuple(_told_apart(swap, used) for swap in swaps[:1]) + swaps[1:]
        return chosen

    def _role(self, mentions: Sequence[Span]) -> tuple[str, ...]:
        for span in mentions:
            if role := self.roles.get(span.end) or self._title(span) or self._apposition(span):
                return _ROLES[role]
        she = he = child = 0
        for span in mentions:
            text = self.text[span.start : span.end].casefold()
            she += 3 * text.startswith(("mrs", "ms ", "ms.", "miss"))
            he += 3 * text.startswith(("mr ", "mr.", "mister"))
            at = bisect_left(self.starts, span.end)
            for token in self.words[at : at + NEAR]:
                if (
                    token.flags & Flag.GIVEN and token.capital
                ):  # another given name: from here on it is about them
                    break
                she += token.key in _SHE
                he += token.key in _HE
            child += bool(_CHILDHOOD.search(self.low, max(0, span.start - 60), span.end + 60))
            child += text.startswith("wee ")
        if child and not text.startswith(("mr", "ms", "miss")):
            return _CHILD
        if she == he:
            return _ANYONE
        return _WOMAN if she > he else _MAN

    def _title(self, span: Span) -> str:
        first = plain(self.text[span.start : span.end]).replace(".", "").split()[:1]
        return first[0] if first and first[0] in _ROLES else ""

    def _apposition(self, span: Span) -> str:
        """`Kirsty, his mum`, `Anne the health visitor`, `Anne is her teacher`."""
        at = bisect_left(self.starts, span.end)
        near = self.words[at : at + 4]
        if (
            not near
            or near[0].start - span.end > 3
            or SENTENCE_END.search(self.text, span.end, near[0].start)
        ):
            return ""
        keys = [token.key for token in near]
        if keys[0] in ("is", "was"):
            keys = keys[1:]
        if len(keys) > 1 and keys[0] in DETERMINERS:
            for key in keys[1:3]:
                if key in _ROLES:
                    return key
        return ""

    def _possessive_without_sign(self, span: Span) -> bool:
        """`kirstys mum`: an s that stands for 's, because a noun follows."""
        word = self.text[span.start : span.end].split()[-1]
        return (
            len(word) > 3
            and word[-1] == "s"
            and word.islower()
            and not word.endswith("ss")
            and (any(self.text[token.start : token.end].casefold() == word[:-1] for token in self.words))
        )

    def _fact(self, span: Span) -> tuple[str, ...]:
        words = self.text[span.start : span.end]
        if span.kind.tier is Tier.DIRECT:
            return (REMOVED, "") if span.kind is not Kind.POSTCODE else ("their area", REMOVED, "")
        if span.kind is Kind.DATE:
            return self._date(span, words)
        if span.kind is Kind.AGE:
            return self._age(span, words)
        if span.kind is Kind.PLACE:
            return self._place(span, words)
        if span.kind is Kind.ORGANISATION:
            return self._service(words)
        return _JIGSAW[span.kind]

    def _place(self, span: Span, words: str) -> tuple[str, ...]:
        following = self._following(span)
        article = plain(words).split()[:1]
        if article and article[0] in ARTICLES:
            noun = following is not None and following.key not in _ENDS_A_PHRASE and not following.capital
            lead = "a local" if article[0] in ("a", "an") else f"{article[0]} local"
            last = plain(words).split()[-1]
            if last in _DWELLINGS:  # an Easterhouse flat
                return (f"{lead} {last}", "their home", "nearby")
            return (lead, "their local") if noun else ("their area", "a local place", "nearby")
        if _BUS.search(words):
            return ("the bus", "transport", "")
        if _ROOM.match(words):
            return ("their home", "where they stay", "")
        return ("their area", "a local place", "nearby")

    def _service(self, words: str) -> tuple[str, ...]:
        lower = words.lower()
        for pattern, swaps in _SERVICES:
            if pattern.search(lower):
                return swaps
        return ("a service", "an organisation", "somewhere local")

    def _date(self, span: Span, words: str) -> tuple[str, ...]:
        before = self._before(bisect_left(self.starts, span.start), span.start)
        following = self._following(span)
        if _BORN.search(self.text, max(0, span.start - 16), span.start):
            return (REMOVED, "")
        if before is not None and before.key in _NEEDS_A_NOUN:
            return ("that time", "then", "the day")
        if self.text[span.end : span.end + 2].casefold() in ("'s", "’s"):
            return ("that day", "the day", "that week")
        if before is not None and before.key in DETERMINERS:
            return ("recent", "earlier", "")
        if following is not None and following.key in _VERBS_OF_BEING:
            return ("that day", "that week", "lately")
        if _YEAR.search(words):
            return ("some time ago", "in an earlier year", "early in the work")
        return ("recently", "early in the work", "that week")

    def _age(self, span: Span, words: str) -> tuple[str, ...]:
        lower = plain(words)
        following = self._following(span)
        if _PRIMARY.search(lower):
            return ("primary", "school", "primary-age")
        if re.search(r"\b(?:s\.?\s?[1-6]|year|secondary)\b", lower) and not re.search(r"old|aged?", lower):
            return ("secondary", "school", "a teenager")
        band = _band(lower)
        adjective, noun, predicate = _BANDS[band]
        if re.match(r"(?:aged?|at age|age of)\b", lower):
            return (predicate, adjective, "")
        if re.search(r"\byears?[- ]olds?\b|\by/?o\b|months?[- ]old|\byr", lower) or "old" in lower:
            before = self._before(bisect_left(self.starts, span.start), span.start)
            joined = following is not None and following.key not in _ENDS_A_PHRASE
            if before is not None and (before.key in DETERMINERS or before.key in PET):
                return (adjective if joined else noun, "young" if band < 4 else "adult", "")
        return (predicate, adjective, "")

    def _following(self, span: Span) -> Token | None:
        at = bisect_left(self.starts, span.end)
        if at >= len(self.words) or self.text[span.end : self.words[at].start] not in (" ", "-", "\u00a0"):
            return None
        return self.words[at]

    def _shouted(self, at: int) -> bool:
        """Whether a word stands in a sentence of capitals alone."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return not word.cased and word.shouted

    def _cased(self, span: Span, swaps: Iterable[str]) -> tuple[str, ...]:
        """A capital where a sentence begins, if this writer uses them; nothing but capitals among nothing but capitals."""
        if not self.text[span.start].isupper():
            return tuple(swaps)
        at = bisect_left(self.starts, span.start)
        written = self.text[span.start : span.end]
        if (
            len(written) > 1
            and written.isupper()
            and any(self._shouted(near) for near in (at - 1, at, at + 1))
        ):
            return tuple(swap.upper() for swap in swaps)
        first = self.words[at] if at < len(self.words) else None
        if first is not None and first.start == span.start and first.begins:
            return tuple(swap[:1].upper() + swap[1:] for swap in swaps)
        return tuple(swaps)


_DWELLINGS = frozenset("flat flats house home street scheme estate area".split())
_BUS = Later(r"\bbus(?:es)?\b|\bservice\b", re.IGNORECASE)
_ROOM = Later(r"\s*(?:flat|room)\b", re.IGNORECASE)
_BORN = Later(r"\b(?:dob|born)\b", re.IGNORECASE)
_YEAR = Later(r"\b(?:19|20)\d\d\b")
_PRIMARY = Later(r"\b(?:p\.?\s?[1-7]|primary|reception)\b")


def _told_apart(swap: str, used: dict[str, int]) -> str:
    """The second mother is `the other mother`: two people never share words."""
    used[swap] = count = used.get(swap, 0) + 1
    if count == 1:
        return swap
    rest = re.sub(r"^(?:the|an?)\s+", "", swap)
    if count == 2:
        return f"another {rest}" if swap.startswith("a") else f"the other {rest}"
    ordinal = _ORDINALS[count] if count < len(_ORDINALS) else "further " * (count - len(_ORDINALS) + 1)
    return f"the {ordinal.strip()} {rest}"


_ENDS_A_PHRASE = frozenset(
    "and or but so who is was has had said says told asked went came in on at to from for with by of as than then when "
    "because cos that which where if while she he they i we it the a an her his their my our again now today already "
    "about after before since until".split()
)
_NEEDS_A_NOUN = frozenset("since until till til before after from by for of between around".split())
_VERBS_OF_BEING = frozenset("is was will would had has wis might could should".split())

_BANDS = (
    ("baby", "baby", "a baby"),
    ("pre-school", "pre-school child", "of pre-school age"),
    ("primary-age", "primary-age child", "of primary age"),
    ("teenage", "teenager", "a teenager"),
    ("young adult", "young adult", "a young adult"),
    ("adult", "adult", "an adult"),
    ("older", "older person", "an older person"),
)
_LIMITS = (1, 5, 12, 18, 26, 65)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def _band(lower: str) -> int:
    if re.search(r"\b(?:weeks?|months?|days?|mths?|wks?|newborn)\b", lower):
        return 0
    years = -1
    if found := re.search(r"\d{1,3}", lower):
        years = int(found.group())
    else:
        for word in re.findall(r"[a-z]+", lower):
            singular = word.removesuffix("s").replace("tie", "ty")
            if word in _TENS or singular in _TENS:
                years = 10 * _TENS.index(word if word in _TENS else singular) + max(
                    0, years % 10 if years > 0 else 0
                )
            elif word in _UNITS:
                years = (years if years > 0 and years % 10 == 0 else 0) + _UNITS.index(word)
    if years < 0:
        return 5
    return next((band for band, limit in enumerate(_LIMITS) if years < limit), len(_LIMITS))


_JIGSAW: dict[Kind, tuple[str, ...]] = {
    Kind.FAMILY: ("part of the family", "in the family", ""),
    Kind.BACKGROUND: ("their background", "their community", ""),
    Kind.HEALTH: ("a health need", "their health", ""),
    Kind.IDENTITY: ("who they are", "part of their identity", ""),
    Kind.JOB: ("their work", "works shifts", ""),
    Kind.OFFENCE: ("a legal matter", "an order", ""),
    Kind.QUOTE: ("words to that effect", "what they told me", ""),
    Kind.INCIDENT: ("something that happened", "an event", ""),
    Kind.FACT: ("something about them", "part of their story", ""),
}
