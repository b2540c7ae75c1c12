"""What the words round a number say of it: sure to be an age, perhaps one, or none."""

from functools import cached_property
from typing import Literal

from tip_reflect.privacy.age_words import (
    AGED,
    BABIES,
    BEING,
    COUNTING,
    FILLERS,
    KIN,
    NO_SUBJECTS,
    NUMBERED,
    SUBJECTS,
    TURNING,
    WEE,
)
from tip_reflect.privacy.finding import Level
from tip_reflect.privacy.number_words import NUMBERS, Number
from tip_reflect.privacy.pages import Page
from tip_reflect.privacy.plain_signs import Later

_MOST_FILLERS = 5
_A_CHILD = 2
_MORE_THAN_HOURS = 13
_GROWN = 100


class Said:
    """A number in its place, and the words that lead up to it, past any `only` and `nearly`."""

    def __init__(
        self, page: Page, number: Number, end: int, *, alone: bool, unit: bool, halved: bool = False
    ) -> None:
        self.page = page
        self.number = number
        self.value = number.value
        self.end = end
        self.alone = alone
        self.unit = unit
        self.halved = halved
        self.figures = page.low[number.start].isdigit()
        self.following = page.low[end : end + 1]
        self.gap = page.gap(number.first)
        self.at = number.first - 1
        while self._filler(self.at):
            self.at -= 1
        self.filled = set(page.words[self.at + 1 : number.first])
        self.lead = page.words[self.at] if self.at >= 0 else ""
        self.spaced = page.gap(self.at + 1) if self.at >= 0 else "."

    def _filler(self, at: int) -> bool:
        if at < 0 or self.number.first - at > _MOST_FILLERS or self.page.words[at] not in FILLERS:
            return False
        return not set(self.page.gap(at + 1)) & set(".!?;:\n")

    @cached_property
    def before(self) -> str:
        """The word before the leading word, when no mark parts them."""
        if self.at < 1:
            return ""
        word = self.page.words[self.at - 1]
        return word if self.page.gap(self.at) in {" ", "'", ", ", " ("} or len(word) == 1 else ""

    @cached_property
    def named(self) -> bool:
        """Whether the word just before the number has a capital, as a name has."""
        return self.number.first > 0 and self.page.capital(self.number.first - 1) and not self.numbered

    @cached_property
    def numbered(self) -> bool:
        word = self.page.words[self.number.first - 1] if self.number.first else ""
        return self.gap in {" ", "-", "."} and (word in NUMBERED or (word[:1].isdigit() and word[-1:] == "t"))


_Verdict = Level | Literal[False] | None
"""What a rule says: how sure, False for `no age`, or nothing."""
_NO: Literal[False] = False


def evidence(said: Said) -> Level | None:
    """The level at which this number is an age: the first rule that knows."""
    if said.lead in AGED and not set(said.spaced) & set(".;!?"):
        return Level.SURE if said.alone or said.unit or said.following in "),-" else None
    if said.lead in {"between", "of"} and said.before in AGED:
        return Level.SURE
    if _COUNTED.match(said.page.low, said.end) or (
        said.value in _MINUTES and _TIME.match(said.page.low, said.end)
    ):
        return None
    if not said.alone and said.following not in {")", ",", "-"}:
        return _who_did(said)
    for rule in (_turned, _of_kin, _looks, _is, _at_life, _beside_kin, _in_brackets, _after_name, _standing):
        level = rule(said)
        if level is not None:
            return level or None
    return None


_MINUTES = {5, 10, 20, 25}
_TIME = Later(r"\s(?:to|tae|past|efter)\s(?:the\s)?(?:[a-z]{3,6}\b|[0-9])")
_COUNTED = Later(
    r"\s(?:out of|or (?:more|less|fewer)|to [0-9]|times|per|apiece|together|altogether|in (?:all|total|a row|the room|ten)|pages|each)\b"
)
_DID = Later(
    r"\s(?:[a-z]{3,9}ed|held|ran|came|took|stood|cried|ate|hid|kept|lost|made|gave|slept|drew|sang|threw|bit|broke|spoke|wrote|"
    r"knew|grew|fell|felt|found|caught|brought|bought|woke|wore|loves|likes|wants|thinks|knows|lives|goes|cannae)\b"
)


def _who_did(said: Said) -> Level | None:
    """`Kelsie who's seven held my hand`, `Saoirse is ten eleven in August`."""
    after = said.page.after(said.number.last)
    did = _DID.match(said.page.low, said.end) is not None
    in_notes = (
        said.spaced == " "
        and said.lead not in COUNTING
        and said.lead not in BEING
        and not (said.unit or said.numbered)
    )
    grown = did and said.figures and said.value >= _MORE_THAN_HOURS
    among_kin = said.lead in KIN and (after.isdecimal() or after in KIN)
    if in_notes and (grown or among_kin):
        return Level.LOOK
    if said.lead not in BEING or said.unit or not (after in NUMBERS or did):
        return None
    level = _is(said)
    return Level.LOOK if level else None


def _turned(said: Said) -> _Verdict:
    """`she just turned forty`; not `it turned six`."""
    if said.lead not in TURNING or said.spaced != " ":
        return None
    return _NO if said.before in {"it", "time", "clock"} else Level.SURE


def _of_kin(said: Said) -> _Verdict:
    """`a man of seventy-four`."""
    return (
        Level.SURE if said.lead in {"of", "o"} and said.spaced in {" ", "' "} and said.before in KIN else None
    )


def _looks(said: Said) -> _Verdict:
    lead = {"looks", "looked", "acts", "seems", "says", "like"}
    return Level.LOOK if said.lead in lead and said.spaced == " " and said.value > _A_CHILD else None


def _is(said: Said) -> _Verdict:
    """`she's 41`, `the wee one is four`, `he'll be sixteen`: who is it that is?"""
    if said.lead not in BEING or said.spaced not in {" ", "'", "  "}:
        return None
    words, at = said.page.words, said.at
    if words[at] in {"be", "been", "being"} and _someone(set(words[max(0, at - 4) : at])):
        return Level.SURE
    while at > 1 and words[at - 1] in {"just", "only", "also", "still", "now", "s", "going"}:
        at -= 1
    subject = words[at - 1] if at and said.before else ""
    if said.value <= 1:
        return Level.LOOK if subject in BABIES else _NO
    if subject in SUBJECTS:
        return _someone_is(said, subject, words[at - 2] if at > 1 else "")
    if not subject or subject in NO_SUBJECTS or not subject[0].isalpha():
        return _NO
    if said.page.capital(at - 1):
        return Level.LOOK if said.unit else Level.SURE
    return _NO if at > 1 and words[at - 2] in _DETERMINERS else Level.LOOK


_DETERMINERS = {"the", "my", "our", "a", "this", "that", "of", "their", "your", "an", "these", "those"}


def _someone(near: set[str]) -> bool:
    return bool(near & {"he", "she", "they", "i", "him", "her", "you", "ah", "ye"} or near & KIN)


def _someone_is(said: Said, subject: str, ahead: str) -> _Verdict:
    if subject == "one" and ahead not in WEE:
        return Level.LOOK if said.value >= _MORE_THAN_HOURS or said.unit else _NO
    if subject in {"they", "you", "her", "them"} and said.value <= _A_CHILD:
        return _NO
    return Level.SURE


_STARTED_LIFE = Later(
    r"\s(?:when|whan)\s(?:he|she|they|i|it|his|her|their|mum|dad|we|ah)\s(?:\w{1,10}\s)?(?:went|was|were|wis|lost|came|moved|left|"
    r"had|died|split|first|started|stopped|became|got|took|arrived|entered|ran|signed|began)\b"
)
_IN_A_LIFE = {"care", "adopted", "orphaned", "widowed", "married"}
_YEARS_ON = Later(r"\syears\b")


def _at_life(said: Said) -> _Verdict:
    """`at 7 when she went to foster care`: an age, and not the time."""
    if said.lead != "at" or said.spaced != " " or said.value <= 1 or said.filled - {"just", "only"}:
        return None
    if _STARTED_LIFE.match(said.page.low, said.end) or said.before in _IN_A_LIFE:
        return Level.SURE
    if _MORE_THAN_HOURS <= said.value < _GROWN:
        return Level.LOOK
    return Level.LOOK if _YEARS_ON.match(said.page.low, said.end) else None


_PARTS = {" ", ", ", " (", "(", " - ", ": ", ","}


def _beside_kin(said: Said) -> _Verdict:
    """`mum 34`, `her son, 15,`, `him only nine`."""
    said_so = said.lead in {"hes", "shes", "theyre", "im"}
    if (
        said.value > 1
        and not said.unit
        and (said_so or (said.lead in {"him", "her", "them"} and said.filled))
    ):
        return Level.SURE
    if said.lead not in KIN or said.spaced not in _PARTS:
        return None
    if said.unit:
        clear = said.gap in {" ", ", ", " ("} and not said.filled
        return Level.SURE if clear else Level.LOOK
    if said.value <= 1 or (said.spaced == " " and said.before == "the" and said.lead in {"ones", "other"}):
        return _NO
    marked = said.spaced in {" (", ", ", "("}
    return Level.SURE if marked or said.lead not in {"wee", "middle", "foster", "ones", "yin"} else Level.LOOK


def _in_brackets(said: Said) -> _Verdict:
    """`Kayla (9)`, `J.M. (38, Wester Hailes)`."""
    if not said.gap.endswith("(") or not said.number.first or said.following not in {")", ","}:
        return None
    if said.value <= 1 or said.numbered:
        return _NO
    return Level.SURE if said.page.capital(said.number.first - 1) else Level.LOOK


def _after_name(said: Said) -> _Verdict:
    """`Omnia 7, Mazin 4.`, `Rhiannon Tait, twenty months, and`, `koby eighteen months`."""
    if said.unit:
        marked = said.gap in {", ", " - ", ": "} and said.following in {",", ".", ")", ""}
        led = said.gap == " " and (said.named or said.lead == "one") and said.following in {",", ".", "", " "}
        if "day" in said.page.low[said.number.end : said.end] or said.value <= 1:
            return _NO
        close = (marked and said.lead not in COUNTING and not said.filled) or (
            led and said.lead not in COUNTING
        )
        return Level.LOOK if close and not said.numbered else _NO
    if said.gap == " " and said.named and said.following in {",", ".", ";", ")", ""} and said.value > 1:
        return (
            _NO if said.lead in COUNTING or said.lead in NUMBERS or said.lead.endswith(_DOING) else Level.LOOK
        )
    return None


_DOING = ("ed", "ing")


def _standing(said: Said) -> _Verdict:
    """A number that counts nothing and that no other rule explains: `Fifteen, and nobody asked`."""
    close = said.filled & _NEARLY
    if said.value <= 1 or (said.value <= _A_CHILD and not (close or said.halved)):
        return _NO
    if said.numbered or said.lead in NUMBERED or _numeral(said) or _list_mark(said):
        return _NO
    if set(said.gap) & set("+*=<>") or (
        said.following in {"!", "?"} and said.value < _MORE_THAN_HOURS and not close
    ):
        return _NO
    if said.spaced == " ":
        if said.lead in {"an", "and"}:
            return Level.LOOK if said.value >= _MORE_THAN_HOURS and said.before not in _BIG else _NO
        if said.lead in _SAYING:
            return Level.LOOK
        if said.lead in COUNTING or said.lead in NO_SUBJECTS or said.lead in BEING:
            return _NO
        if said.lead in NUMBERS and not (close or said.halved):
            return _NO
        if said.lead.endswith(_DOING) and not close:
            return _NO
        return Level.LOOK if said.value >= _MORE_THAN_HOURS or said.halved or close or said.figures else _NO
    if said.following == " " and not said.figures and said.value < _MORE_THAN_HOURS and not close:
        return Level.LOOK if _AND_SO.match(said.page.low, said.end) else _NO
    return Level.LOOK


_NEARLY = {
    "nearly",
    "almost",
    "quite",
    "just",
    "jist",
    "barely",
    "gey",
    "near",
    "coming",
    "rising",
    "only",
    "going",
    "gaun",
    "hardly",
    "now",
}
_BIG = {"hundred", "thousand"}
_SAYING = {
    "what",
    "says",
    "say",
    "said",
    "now",
    "then",
    "called",
    "once",
    "comma",
    "stop",
    "himself",
    "herself",
}
_AND_SO = Later(
    r"\s(?:and|an|but|when|next|nxt|in|on|come|since|at|by)\s(?!(?:a|an|the|one|two|three|four|five|other|then|those|these)\b)|\s(?:today|tomorrow|next|nxt|now)\b"
)


def _numeral(said: Said) -> bool:
    """True in a run of figures: `58 2 34 56`, `80-22-60`."""
    page, first, last = said.page, said.number.first, said.number.last
    around = [(first - 1, page.gap(first))] if first else []
    if last + 1 < len(page.words):
        around.append((last + 1, page.gap(last + 1)))
    return any(page.words[at].isdecimal() and gap in {" ", "-", ".", "/", ":"} for at, gap in around)


def _list_mark(said: Said) -> bool:
    """True for `1.` and `3)` that head a line."""
    begins = not said.number.first or "\n" in said.gap
    return begins and said.following in {".", ")", ":"} and said.figures
