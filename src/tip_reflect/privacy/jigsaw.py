"""Facts that can be a name when they are put together: family, background, health, identity, work, offences, words, events.

Most are phrases from the lists below. A phrase that the work itself uses every day counts only when it is tied to
someone: when a person stands shortly before it in the same sentence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.jigsaw_phrases import COUNTRIES, PERSON, PHRASES, SELF, SHY_COUNTRIES, TRIGGERS, Tie
from tip_reflect.privacy.plain_signs import Later

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STOP = re.compile(r"[.!?;\n]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A shape is compiled when a text first needs it, so that the program starts light."""
    return re.compile(pattern)


class _Page(NamedTuple):
    text: str
    low: str
    keys: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]


def _near(page: _Page, i: int, back: int = 6) -> bool:
    """True when someone else stands shortly before word `i` in its sentence, and the writer does not stand nearer."""
    for j in range(i - 1, max(-1, i - 1 - back), -1):
        if _STOP.search(page.low, page.ends[j], page.starts[j + 1]):
            return False
        key = page.keys[j]
        if key in PERSON:
            return True
        if key in SELF:
            return False
        if page.raw[j].endswith("'s") and page.text[page.starts[j]].isupper() and j and key not in _PLAIN_IS:
            return True
    return False


_PLAIN_IS = {"it", "that", "there", "what", "here", "let", "who", "how", "where", "when", "this"}
_BEING_BEFORE = Later(
    r"(?:\b(?:is|was|wis|be|been|being|became|as|are|were|hes|shes|works as|once)|'s|,|\bretired|\bex|\bformer|\boff[ -]duty|\bserving)[ -]"
    r"(?:only |just |now |still |also |once |a retired |an ex[ -]|a former |retired |former |ex[ -])?"
    r"(?:(?:a|an|the|his|her) )?(?:(?:retired|senior|care home|primary|police|trainee|student|mental health|local|taxi|church|prison|bank|maths|english|psychiatric|former|junior|well known|famous) ){0,2}$"
)


def _being(page: _Page, i: int) -> bool:
    start = page.starts[i]
    before = page.low[max(0, start - 48) : start]
    found = _BEING_BEFORE.search(before)
    if found is None or not re.search(
        r"\b(?:an?|retired|former|ex|serving|duty)[ -](?:\w+ ){0,3}$|the $", before
    ):
        return False
    return _near(page, i, back=7)


def _tied(page: _Page, i: int, tie: Tie) -> bool:
    if tie.being:
        return _being(page, i)
    if (
        tie.capital
        and page.text[page.starts[i]].isupper()
        and page.text[page.starts[i] + 1 : page.starts[i] + 2].islower()
    ):
        return bool(i and not _STOP.search(page.low, page.ends[i - 1], page.starts[i])) or _near(page, i)
    return not tie.near or _near(page, i)


def _following(keys: Sequence[str], i: int) -> str:
    return keys[i + 1] if i + 1 < len(keys) else ""


def _here(page: _Page, i: int) -> Iterator[Span]:
    """The longest phrase and the shapes that begin at word `i`."""
    keys, low = page.keys, page.low
    for phrase in (*PHRASES.get((keys[i], _following(keys, i)), ()), *PHRASES.get((keys[i], ""), ())):
        last = i + len(phrase.rest)
        if phrase.rest and tuple(keys[i + 1 : last + 1]) != phrase.rest:
            continue
        if phrase.rest and any(low[page.ends[k] : page.starts[k + 1]] not in _JOINS for k in range(i, last)):
            continue
        if (keys[i], *phrase.rest) in _BLOCKED and _blocked(page, i, last):
            continue
        if _tied(page, i, phrase.tie):
            yield Span(page.starts[i], page.ends[last], phrase.kind, phrase.level)
            break
    for pattern, kind, level, tie in TRIGGERS.get(keys[i], ()):
        found = _compiled(pattern).match(low, page.starts[i])
        if found is not None and _tied(page, i, tie):
            yield Span(found.start(), found.end(), kind, level)


_JOINS = {" ", "-", "  ", "\n", "/"}
_NOT_BEFORE = {
    ("blind",): {"spot", "spots", "eye", "to", "panic"}, ("deaf",): {"ear", "ears", "to"}, ("trans",): {"fats"},
    ("thai",): {"food", "curry", "takeaway"}, ("twin",): {"track", "set", "room", "beds"}, ("fits",): {"in", "with", "the", "into", "well", "me", "and", "it", "all"},
    ("breach",): {"of", "the"}, ("famous",): {"for", "last"}, ("adopted",): {"a", "the", "an", "my", "this"}, ("fled",): {"the"},
    ("oxygen",): {"mask"}, ("terminal",): {"on", "at"}, ("surgery",): {"rang", "phoned"}, ("fire",): {"alarm", "exit", "drill", "door"},
    ("the", "fire"): {"alarm", "exit", "drill", "door", "in", "doors", "escape"}, ("a", "fire"): {"alarm", "drill", "door", "in", "exit"},
    ("crash",): {"course", "mat"}, ("the", "bridge"): set(), ("temple",): set(), ("gaelic",): {"coffee"}, ("separated",): {"out", "from"},
    ("released",): {"from"}, ("escort",): {"him", "her", "them", "me"}, ("abandoned",): {"the", "my", "it"}, ("tagged",): {"along", "on", "in"},
    ("gay",): {"gordons"}, ("model",): {"of"}, ("polish",): {"off", "up", "the", "my", "it", "gies", "his"}, ("drag",): {"it", "on", "me", "my", "the", "us"},
    ("suicide",): {"prevention", "training", "awareness"}, ("overdose",): {"training", "awareness"}, ("dealing",): {"with", "wi"}, ("raid",): {"the"},
    ("married",): {"up"}, ("expecting",): {"me", "to", "a", "him", "them", "us", "it", "too", "the", "someone"}, ("licence",): {"to"},
    ("temperature",): set(), ("limp",): set(), ("operation",): {"of"}, ("diagnosis",): {"of"}, ("faith",): {"in", "that"}, ("the", "tag"): {"line"},
}  # fmt: skip
_BLOCKED = frozenset(_NOT_BEFORE)
_NOT_AFTER = {
    ("polish",): {"flair", "floor", "nail", "shoe", "to", "spit"},
    ("fire",): {"on", "under", "by"},
    ("crash",): {"to"},
    ("the", "fire"): {"by", "at", "round"},
}


def _blocked(page: _Page, first: int, last: int) -> bool:
    """True for the other meaning of a word: a blind spot, to fit in, dealing with."""
    words = tuple(page.keys[first : last + 1])
    following = page.keys[last + 1] if last + 1 < len(page.keys) else ""
    before = page.keys[first - 1] if first else ""
    return following in _NOT_BEFORE[words] or before in _NOT_AFTER.get(words, ())


# ---- words somebody said -------------------------------------------------------------------------------------------

_QUOTED = Later(
    r"[\"“”\u2018'](?:(?<=[\"“”])[^\"“”\n]{5,600}[\"”“]|(?<=\u2018)[^\u2018\u2019\n]{5,400}(?:’[a-z][^\u2018\u2019\n]{0,200}){0,6}’(?!\w)"
    r"|(?<=')(?<![\w']')[^'\n]{5,300}(?:'[a-z]{1,3}\b[^'\n]{0,200}){0,6}'(?!\w))"
)
_SAID = (
    "said says say saying sais told telt tell asked asks shouted shouts shouting whispered goes went replied answered texted wrote screamed yelled like "
    "called cries cried calls kept cry put signed typed shuoted mumbled muttered laughed whispers repeated wis adds added roared sayed siad"
)
_SAID_BEFORE = Later(
    rf"\b(?P<who>[\w']+)\s+(?:just |then |only |always |never |had |wis |was |had just |keeps |kept |also )?(?:{'|'.join(_SAID.split())})\b(?:\s(?!and\b|but\b)[\w']+){{0,5}}\s?[,:]?\s*$"
)
_SAID_AFTER = Later(
    rf"\s?[,.]?\s?(?:(?P<who>[\w']+)\s(?:just |then |had |only )?(?:{'|'.join(_SAID.split())})|(?:said|says|shouted|asked|goes)\s\w)\b"
)
_OWN = Later(
    r"\b(?:i|i'd|i've|we|ah|my|myself|masel|wrote|word|words|called|form|box|report|minutes?|training|thinking|thought|noted?|recorded|line|phrase|question)\b[^.!?\n]{0,40}$"
)
_TALK = Later(
    r"\b(?:i|i'm|i'll|you|you're|ye|yer|me|my|ah|ah'm|ma|dinnae|don't|dont|we|us|hen|pal|son|doll|mum|daddy|they|he|she)\b|[?!]|,$|\.$"
)
_SPEAKS = Later(
    r"(?:said|says|goes|went|shouted|sais|telt me|telt us|like|answered|replied)(?: tae me| to me| back| again| in perfect english)?[,:]? "
    r"(?P<words>(?!(?:that|so|to|nothing|naethin|something|anything|about|he|he'd|he's|she|she'd|they|it|it'd|this|his|her|him|them|and|but|or|in|on|at|for|with|as|if|out|by|from|up|down|through|round|away|back|quiet|home|into|mental|much|more|less|all|one|of|hello|goodbye|sorry|thanks|thank|yes|no|aye|ok|okay)\b)[\w'’]+(?:,? [\w'’]+){2}[^.!?\n]{0,70})"
)


def _quotes(text: str, low: str) -> Iterator[Span]:
    for found in _QUOTED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        words = low[start:end]
        count = words.count(" ") + 1
        if count < 2:
            continue
        before = low[max(0, start - 71) : start - 1]
        after = low[end + 1 : end + 31]
        said = _SAID_BEFORE.search(before)
        follows = _SAID_AFTER.match(after)
        who = (said and said["who"]) or (follows and follows["who"]) or ""
        if (said or follows) and who not in _OWN_VOICE:
            yield Span(start, end, Kind.QUOTE, Level.SURE if who in PERSON else Level.LOOK)
            continue
        if who in _OWN_VOICE or _OWN.search(before):
            continue
        if _TALK.search(words) and (count > 3 or words[-1] in ",.!?"):
            yield Span(start, end, Kind.QUOTE, Level.LOOK)


_OWN_VOICE = {
    "i", "we", "ah", "i'd", "i've", "me", "myself", "student", "supervisor", "chair", "tutor", "trainer",
    "colleague",
}  # fmt: skip


def recognise(text: str, low: str) -> Iterator[Span]:
    """The telling facts of a text, in order of their beginnings; a longer one comes before one inside it.

    `low` is the same text in plain signs.
    """
    found = list(_WORD.finditer(low))
    raw = [word[0] for word in found]
    keys = [
        word if "'" not in word else word[:-2] if word.endswith("'s") else word.replace("'", "")
        for word in raw
    ]
    starts, ends = [word.start() for word in found], [word.end() for word in found]
    page = _Page(text, low, keys, raw, starts, ends)
    spans: list[Span] = []
    for i, key in enumerate(keys):
        if key not in _TELLING:
            continue
        if key in TRIGGERS or (key, "") in PHRASES or (key, _following(keys, i)) in PHRASES:
            spans += _here(page, i)
        if key in COUNTRIES and _from_there(page, i):
            spans.append(Span(starts[i], ends[i], Kind.BACKGROUND, Level.LOOK))
        if (
            key in _SPEAKERS
            and i
            and keys[i - 1] not in _NOT_SPEAKERS
            and (key != "like" or raw[i - 1] in {"was", "wis"})
        ):
            said = _SPEAKS.match(low, starts[i])
            if said is not None:
                spans.append(Span(said.start("words"), said.end(), Kind.QUOTE, Level.LOOK))
    spans.extend(_quotes(text, low))
    spans.sort(key=lambda span: (span.start, -span.end))
    reached = -1
    for span in spans:
        if span.end > reached:
            reached = span.end
            yield span


_SPEAKERS = {"said", "says", "goes", "went", "shouted", "sais", "telt", "like", "answered", "replied"}
_NOT_SPEAKERS = {
    "i", "we", "ah", "it", "what", "as", "that", "and", "which", "not", "just", "then", "somebody",
    "someone", "people",
}  # fmt: skip


_TELLING = frozenset((*(first for first, _ in PHRASES), *TRIGGERS, *COUNTRIES, *_SPEAKERS))


def _from_there(page: _Page, i: int) -> bool:
    if page.keys[i] not in SHY_COUNTRIES:
        return True
    return (
        bool(i)
        and page.keys[i - 1] in {"from", "in", "fae", "via", "through", "to", "left", "fled"}
        and page.text[page.starts[i]].isupper()
    )
