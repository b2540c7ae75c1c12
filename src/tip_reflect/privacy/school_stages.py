"""Stages of school and of life that tell an age: P4, `primary four`, `third year at the academy`, `in his 30s`."""

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.pages import Page, stands_alone
from tip_reflect.privacy.plain_signs import Later

_STAGE = Later(
    r"(?:p\.?\s?[1-7]|s\.?\s?[1-6])s?(?:\s?(?:/|-|&|to|and|an|into)\s?[ps]?[1-7]\b)?(?![\w%]|[.,:/][0-9])"
    r"|(?:primary|primry|priamry|primery|primay|prim|pri)\s?-?"
    r"(?:one|wan|yin|two|twa|three|four|fower|five|six|sax|seven|seeven|[1-7])(?:'?s)?\b(?!\s?(?:schools?|kids|children|carers?)\b)"
    r"|(?:secondary|secndary)\s(?:one|two|three|four|five|six|[1-6])\b(?!\s(?:schools|kids))"
)
_YEAR = Later(
    r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th|fift|saxt)\s(?:year|yr)\b"
    r"(?P<school>\s(?:at|in|of)\s(?:the\s)?(?:\w{1,14}\s){0,3}?(?:school|schuil|high|secondary|academy|grammar|college)\b"
    r"|\s(?:pupil|boy|girl|lad|lassie)\b)?"
)
_YEAR_SOMEWHERE = Later(r"\sat\s(?!uni|college|work|the uni|all\b|this\b|least\b|last\b)")
_ENGLISH_YEAR = Later(r"(?:year|yr)\s?(?:[1-9]|1[0-3])\b(?!\s(?:of|old|in|plan|ago))")
_NURSERY = Later(
    r"(?:in|at|started|starts|starting|still at|his|her) nursery(?:\sclass)?(?=\s?(?:[,.;!?]|$|and\b|but\b|this year|next year|in the))"
    r"|(?:ante-?\s?)?pre-?\s?school(?:\syear|er)\b|nursery year\b|nursery age\b|new-?\s?born\b(?!s|\sdeaf)"
)
_DECADE = Later(
    r"(?:(?:in|intae|into|is|was|s)\s)?(?P<whose>(?:his|her|their|thur|my|thir|hir|its|your)\s)?"
    r"(?P<part>(?:very\s)?(?:early|mid|late|middle|lat)[\s-](?:to[\s-](?:mid|late)[\s-])?)?"
    r"(?:[2-9]0'?s|twenties|twneties|thirties|thrities|forties|fourties|fifties|sixties|saxties|seventies|eighties|eichties|nineties|teens)\b"
)
_NOT_A_STAGE = frozenset("see page pages ref pp section para vitamin under samsung galaxy iphone".split())
_NOT_SCHOOL = frozenset(
    "my our student placement uni practice degree newly qualified university course msc ba bsc hnc".split()
)
_TO_SCHOOL = frozenset(
    "in into intae start starts starting started is s finished finishing was soft now doing he's she's a just".split()
)
_ENGLISH_LEADS = frozenset({"in", "into", "a", "the", "from", "is", "starting", "now"})

FIRST_WORDS = frozenset(
    [f"p{n}{s}" for n in range(1, 8) for s in ("", "s")]
    + [f"s{n}{s}" for n in range(1, 7) for s in ("", "s")]
    + [f"primary{n}" for n in range(1, 8)]
    + [f"year{n}" for n in range(1, 14)]
    + (
        "p s primary primry priamry primery primay prim pri secondary secndary year yr first second third fourth fifth sixth "
        "fift saxt 1st 2nd 3rd 4th 5th 6th at started starts still nursery pre preschool preschooler ante newborn new "
        "in intae into his her their thur early mid late is was s very middle my your starting lat"
    ).split()
    + [f"{n}0s" for n in range(2, 10)]
    + "twenties thirties forties fifties sixties seventies eighties twneties".split()
)
"""The words a stage or a decade may begin with."""
LEADS = frozenset(
    "at started starts still in intae into his her their thur early mid late is was very middle my your starting lat".split()
)
"""Those that lead up to one, and are asked only where there is one to lead up to."""
_LED_UP_TO = ("nursery", "0s", "0's", "ties", "teens")


def leads_anywhere(low: str) -> bool:
    """Whether the text has anything that LEADS may lead up to."""
    return any(sign in low for sign in _LED_UP_TO)


def stage(page: Page, i: int) -> Span | None:
    """The stage of school, or the decade of a life, that begins with word `i`."""
    return _numbered(page, i) or _year(page, i) or _nursery(page, i) or _decade(page, i)


def _age(page: Page, i: int, end: int, *, sure: bool) -> Span:
    return Span(page.starts[i], end, Kind.AGE, Level.SURE if sure else Level.LOOK)


def _numbered(page: Page, i: int) -> Span | None:
    """P1 to P7, S1 to S6, `primary four`."""
    start, low, word = page.starts[i], page.low, page.words[i]
    if word[0] not in "psy":
        return None
    lead = page.words[i - 1] if i else ""
    if word[0] == "y":
        found = _ENGLISH_YEAR.match(low, start)
        return _age(page, i, found.end(), sure=False) if found and lead in _ENGLISH_LEADS else None
    found = _STAGE.match(low, start)
    if found is None or lead in _NOT_A_STAGE or _LAW.match(low, found.end()):
        return None
    letter = word in {"p", "s"}
    if letter and ((start and low[start - 1] in "'.-") or lead in {"he", "she", "it"}):
        return None
    return _age(page, i, found.end(), sure=not letter or page.capital(i))


_LAW = Later(r"\s(?:of the|\(?scotland|act)\b")


def _year(page: Page, i: int) -> Span | None:
    """`third year at the academy`; not a student's own."""
    found = _YEAR.match(page.low, page.starts[i])
    if found is None or set(page.words[max(0, i - 6) : i + 8]) & _NOT_SCHOOL:
        return None
    end = found.end()
    if found["school"]:
        return _age(page, i, end, sure=True)
    marked = page.gap(i).strip(" ") in {",", "(", ";", "-"} and page.low[end : end + 1] in {
        ",",
        ".",
        ")",
        ";",
    }
    led = page.before(i) in _TO_SCHOOL and stands_alone(page.low, end)
    if led or marked or _YEAR_SOMEWHERE.match(page.low, end):
        return _age(page, i, end, sure=False)
    return None


def _nursery(page: Page, i: int) -> Span | None:
    found = _NURSERY.match(page.low, page.starts[i])
    return None if found is None else _age(page, i, found.end(), sure=False)


def _decade(page: Page, i: int) -> Span | None:
    """`in his 30s`, `early forties`, `Gaz, 40s.`; not `in the sixties`."""
    start, low = page.starts[i], page.low
    found = _DECADE.match(low, start)
    if found is None:
        return None
    end = found.end()
    if found["whose"]:
        return _age(page, i, end, sure=not found.group().endswith("teens"))
    if found["part"]:
        return (
            None if page.before(i) == "the" else _age(page, i, end, sure=not found.group().endswith("teens"))
        )
    marked = page.gap(i) in {", ", " (", "("} and low[end : end + 1] in {",", ".", ")", ""}
    return _age(page, i, end, sure=False) if marked and start == found.start() and i else None
