"""The words that stand in place of what was found: roles, services, ages and facts, and how people are told apart."""

import re
from collections.abc import Callable

from tip_reflect.privacy.cues import TITLES
from tip_reflect.privacy.finding import Kind
from tip_reflect.privacy.plain_signs import Later

ARTICLES = frozenset("a an the my our".split())
DETERMINERS = ARTICLES | frozenset("his her their your this that ma wir yer".split())
GREETINGS = frozenset("dear hi hiya hello hullo hey".split())
ADDRESSING = GREETINGS | {"called", "named"}
NO_ARTICLE = DETERMINERS | frozenset("own another same other poor lovely sweet".split())
"""After these stands no article."""
REMOVED = "[removed]"
ROLES: dict[str, tuple[str, ...]] = {}
for _words, _swaps in {
    "mum mam mammy maw mother ma mums": ("the mother", "the parent", "a woman I support"),
    "dad da daddy faither father dads": ("the father", "the parent", "a man I support"),
    "son": ("the son", "the child", "the young person"),
    "daughter": ("the daughter", "the child", "the young person"),
    "boy lad laddie wean bairn kid child baby toddler girl lassie lass twin twins stepson stepdaughter": (
        "the child", "the young person", "a child I work with",
    ),
    "brother bro sister sis": ("the sibling", "a relative", "someone in the family"),
    "gran granny grannie nan nana nanny grandma grandmother": ("the grandmother", "a relative", "an older relative"),
    "grandad granddad gramps granda grandpa grampa papa grandfather": ("the grandfather", "a relative", "an older relative"),
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
    "woman lady": ("the woman", "the person", "a woman I support"),
    "man guy gentleman": ("the man", "the person", "a man I support"),
    "rev reverend imam pastor fr sheikh": ("a faith leader", "a professional", "the person"),
}.items():  # fmt: skip
    for _word in _words.split():
        ROLES[_word] = _swaps

TWO_WORD_ROLES = frozenset(
    "health social foster support family housing duty team police prison head key care youth community project link "
    "welfare guidance class nursery school kinship adoption residential outreach addictions addiction criminal justice "
    "district practice".split()
)
TITLES_ALONE = TITLES - {"sister", "brother", "cousin", "doctor"}
WITH_ARTICLES = frozenset((Kind.PERSON, Kind.INITIALS, Kind.ORGANISATION, Kind.PLACE, Kind.AGE))
ANYONE = ("the person", "someone I work with", "a person")
WOMAN = ("the woman", "the person", "a woman I support")
MAN = ("the man", "the person", "a man I support")
CHILD = ("the child", "the young person", "a child I work with")
YOUNG_PERSON = ("the young person", "the child", "a young person I work with")
COUPLE = ("the couple", "the parents", "two people")
THE_FAMILY = ("the family", "a family", "some people")
PEOPLE_TOGETHER = ("people", "some people")
SOMEONE = ("someone", "")
"""After Dear, where no article stands."""
SUBJECT_PRONOUNS = {
    form: pronoun
    for pronoun in ("she", "he")
    for form in (pronoun, *(f"{pronoun}'{end}" for end in ("s", "d", "ll")))
}
SHE = frozenset("she her hers herself she's she'd she'll".split())
HE = frozenset("he him his himself he's he'd he'll".split())
ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
TENTHS = (
    "",
    "",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
)

SERVICES = tuple(
    (Later(rf"\b(?:{words})"), swaps)
    for words, swaps in (
        (r"famil(?:y|ies)$", ("the family", "a family", "some people")),
        (
            r"nurser(?:y|ies)\b|playgroup|early years|childcare|daycare",
            ("the nursery", "a service", "nursery"),
        ),
        (
            r"primary|high\b|academy|schools?\b|college|university|grammar|secondary",
            ("the school", "a service", "school"),
        ),
        (
            r"aid\b|women'?s|advocacy|support|counselling|carers|samaritans|childline|helpline|foodbank|food bank",
            ("a support service", "a service", "somewhere local"),
        ),
        (
            r"clubs?\b|fc\b|thistle|rovers|united|juniors|athletic|rangers|celtic|brigade|scouts|guides|brownies|gym\b",
            ("a local club", "a group", ""),
        ),
        (
            r"hospital|infirmary|wards?\b|hospice|unit\b|sick kids|clinic",
            ("the hospital", "a service", "a ward"),
        ),
        (
            r"surgery|practice|medical|health|dental|pharmacy|chemist",
            ("the surgery", "a health service", "a service"),
        ),
        (r"hm[py]|yoi\b|prison|barlinnie|polmont|wing\b", ("the prison", "a service", "custody")),
        (r"hostel|lodge|court|house|hall|home", ("the house", "a service", "where they stay")),
        (
            r"church|kirk\b|chapel|mosque|temple|gurdwara|synagogue|parish",
            ("a place of worship", "a community group", ""),
        ),
    )
)


BUS = Later(r"\bbus(?:es)?\b|\bservice\b")
ROOM = Later(r"\s*(?:flat|room)\b")
HOUSE_NUMBER = Later(r"\s*(?:(?:no|number)\.? )?\d")
LIVING = frozenset("live lives lived living stay stays stayed staying home bide bides".split())
BORN = Later(r"\b(?:dob|d\.o\.b|born|birth|birthday)\b")
NEAR_BIRTH = 20
"""Characters before a date."""
REGULAR = Later(r"\b(?:every|each)\b|days$")
LEADS_A_DATE = NO_ARTICLE | frozenset(
    "on at in by over during around about before after since until till from last next every each".split()
)
"""With one of these a date stands alone: of `her on Thursday`, the day is not hers."""
SOME_OF = frozenset("most some many few".split())
ORDINAL = Later(r"\d(?:st|nd|rd|th)$")
COMING = Later(r"\b(?:next|coming|tomorrow)\b")
BEING = frozenset("is are be it's that's he's she's was were".split())
EVENTS = frozenset(
    "party parties meeting meetings week weeks weekend weekends holiday holidays break visit visits review hearing session "
    "sessions group contact night nights morning mornings afternoon evening class club concert show term shift shifts "
    "appointment appointments dinner lunch call".split()
)
"""What a bare day is said of: the `Christmas` party."""
YEAR = Later(r"\b(?:19|20)\d\d\b")
SECONDARY = Later(r"\b(?:s\.?\s?[1-6]|secondary)\b")
PRIMARY = Later(r"\b(?:p\.?\s?[1-7]|primary|reception|year (?:[1-6]|one|two|three|four|five|six))\b")


def ordinal(count: int) -> str:
    """Third, twenty-first, hundred and second: in words, for figures could be a date."""
    if count < len(ORDINALS):
        return ORDINALS[count]
    hundreds, rest = divmod(count, 100)
    if hundreds:
        lead = "hundred" if hundreds == 1 else f"{UNITS[hundreds % len(UNITS)]} hundred"
        return f"{lead} and {ordinal(rest)}" if rest else f"{lead}th"
    tens, unit = divmod(count, 10)
    return f"{TENS[tens]}-{ORDINALS[unit]}" if unit else TENTHS[tens]


def told_apart(swap: str, used: dict[str, int], taken: Callable[[str], bool] = lambda _: False) -> str:
    """The second mother is `the other mother`: two people never share words, nor words that are `taken`."""
    while True:
        used[swap] = count = used.get(swap, 0) + 1
        words = _numbered(swap, count)
        if not taken(words):
            return words


def _numbered(swap: str, count: int) -> str:
    if count == 1:
        return swap
    rest = re.sub(r"^(?:the|an?)\s+", "", swap)
    if count == 2:
        return f"another {rest}" if swap.startswith("a") else f"the other {rest}"
    return f"the {ordinal(count)} {rest}"


ENDS_A_PHRASE = frozenset(
    "and or but so who is was has had said says told asked went came in on at to from for with by of as than then when "
    "because cos that which where if while she he they i we it the a an her his their my our again now today already "
    "about after before since until are were be am been being not no never just only too still always also will would".split()
)
NEEDS_A_NOUN = frozenset("since until till til before after from by for of between around".split())
VERBS_OF_BEING = frozenset("is was will would had has wis might could should".split())

AGE_LEADS = frozenset(
    "under over below above nearly almost about around roughly by since from till until between at past before after".split()
)
"""Before an age, after which only a noun can stand: `nearly` `that age`."""
COUNTED = frozenset("mum mam mother mammy maw dad da father parent parents gran granny family".split())
"""Of so many: mum of `five`."""
AFTER_OF = (
    "a very young age", "pre-school age", "primary age", "teenage years", "young adult age", "adult age", "an older age",
)  # fmt: skip
"""By band: a lad of `primary age`."""
BANDS = (
    ("baby", "baby", "a baby"),
    ("pre-school", "pre-school child", "of pre-school age"),
    ("primary-age", "primary-age child", "of primary age"),
    ("teenage", "teenager", "a teenager"),
    ("young adult", "young adult", "a young adult"),
    ("adult", "adult", "an adult"),
    ("older", "older person", "an older person"),
)
OF_MANY = (
    "babies", "pre-school children", "primary-age children", "teenagers", "young adults", "adults", "older people",
)  # fmt: skip
LIMITS = (1, 5, 12, 18, 26, 65)
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


_STAGES = (
    (Later(r"nursery|toddler|pre-?school"), 1),
    (Later(r"\bteen"), 3),
    (Later(r"pension|retire|elderly"), 6),
)
_SCHOOL = Later(r"\b(?:p\.?\s?[1-7]|s\.?\s?[1-6]|primary|secondary|reception|nursery|high school)\b")
_TIME = Later(r"\b(?:minutes?|mins?|hours?|hrs?|nights?|times?)\b")
_FIRST_YEAR = Later(r"\b(?:weeks?|m[ont]*ths?|days?|wks?|newborn)\b")
_FIGURES = re.compile(r"\d{1,3}")
_LETTERS = re.compile(r"[a-z]+")
_YEARS = Later(r"\b(?:years?|yrs?)\b")
TEENAGE, ADULT = 3, 5


def youth(age: str) -> str:
    """`child` or `teenager` by an age; empty where it is that of neither."""
    if _TIME.search(age):
        return ""
    if _SCHOOL.search(age):
        return "child"
    if _FIRST_YEAR.search(age) and "old" not in age and not _YEARS.search(age):
        return ""  # sixteen weeks pregnant
    years = band(age)
    return "child" if years < TEENAGE else "teenager" if years == TEENAGE else ""


def band(lower: str) -> int:
    """Which of BANDS an age is in."""
    if _FIRST_YEAR.search(lower) and not _YEARS.search(lower):
        return 0
    if PRIMARY.search(lower):
        return 2
    if SECONDARY.search(lower):
        return TEENAGE
    years = -1
    if found := _FIGURES.search(lower):
        years = int(found.group())
    else:
        for word in _LETTERS.findall(lower):
            singular = word.removesuffix("s").replace("tie", "ty")
            if word in TENS or singular in TENS:
                years = 10 * TENS.index(word if word in TENS else singular) + max(
                    0, years % 10 if years > 0 else 0
                )
            elif word in UNITS:
                years = (years if years > 0 and years % 10 == 0 else 0) + UNITS.index(word)
    if years < 0:
        return next((stage for words, stage in _STAGES if words.search(lower)), ADULT)
    return next((band for band, limit in enumerate(LIMITS) if years < limit), len(LIMITS))


JIGSAW: dict[Kind, tuple[str, ...]] = {
    Kind.FAMILY: ("part of the family", "in the family", ""),
    Kind.BACKGROUND: ("their background", "their community", ""),
    Kind.HEALTH: ("a health need", "their health", ""),
    Kind.IDENTITY: ("part of their identity", "something of who they are", ""),
    Kind.JOB: ("their work", "works shifts", ""),
    Kind.OFFENCE: ("a legal matter", "an order", ""),
    Kind.QUOTE: ("words to that effect", "what they told me", ""),
    Kind.INCIDENT: ("something that happened", "an event", ""),
    Kind.FACT: ("something about them", "part of their story", ""),
}
NOUNS: dict[Kind, str] = {
    Kind.FAMILY: "family", Kind.BACKGROUND: "community", Kind.HEALTH: "health need", Kind.IDENTITY: "identity",
    Kind.JOB: "work", Kind.OFFENCE: "legal matter", Kind.INCIDENT: "event", Kind.FACT: "situation",
}  # fmt: skip
"""After `the`, `her` or `'s`, where no other noun follows: `has the` `health need`."""
PREDICATES: dict[Kind, str] = {
    Kind.FAMILY: "part of the family", Kind.BACKGROUND: "from their own community", Kind.HEALTH: "living with a health need",
    Kind.IDENTITY: "open about who they are", Kind.JOB: "in work", Kind.OFFENCE: "in a legal process",
    Kind.INCIDENT: "part of something that happened", Kind.FACT: "in that situation",
}  # fmt: skip
"""After `is` and its like: `who is` `living with a health need`."""
VERB_PHRASES: dict[Kind, str] = {
    Kind.FAMILY: "has family", Kind.BACKGROUND: "has their own background", Kind.HEALTH: "has a health need",
    Kind.IDENTITY: "is open about who they are", Kind.JOB: "works", Kind.OFFENCE: "has a legal matter",
    Kind.INCIDENT: "was part of something that happened", Kind.FACT: "has that situation",
}  # fmt: skip
"""After `she` and its like, where what was found is what she does."""
DOINGS = frozenset(
    "works worked plays played prays prayed speaks spoke wears wore drives drove served serves".split()
)
OF_SEVERAL = {"has": "have", "is": "are", "works": "work", "was": "were"}
SEVERAL_PEOPLE = frozenset("they we i".split())
SUBJECTS = frozenset("she he who".split()) | SEVERAL_PEOPLE
PREPOSITIONS = frozenset("for with at of to in on from by".split())
DURATIONS = frozenset(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks wk wks month months mth mths night nights times people "
    "generations of".split()
)
LEADING_ARTICLE = re.compile(r"^(?:the|an?|their) ")
DWELLINGS = frozenset("flat flats house home street scheme estate area".split())
