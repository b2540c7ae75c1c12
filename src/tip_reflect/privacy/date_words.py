"""The words dates and times are made of, in English and Scots, and a piece of a date that was found."""

from typing import NamedTuple

from tip_reflect.privacy.pages import misspelt

HOURS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "wan", "yin", "twa", "fower", "fowr", "sax", "seeven", "sivin", "eicht", "echt", "eleeven", "twal",
]  # fmt: skip
UNIT_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
LATER_ORDINALS = [
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "fowerteenth", "fifteent", "twintieth",
]  # fmt: skip
SCOTS_ORDINALS = ["fowerth", "fift", "saxt", "sixt", "seevent", "eicht", "nint", "tent"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SHORT_DAYS = ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"]
MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
SHORT_MONTHS = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
SCOTS_MONTHS = [
    "mairch",
    "januar",
    "februar",
    "aprile",
    "febuary",
    "janurary",
    "januray",
    "feburary",
    "septermber",
    "spetember",
]

TYPED_DAYS = frozenset(
    {
        *(typed for day in DAYS for typed in misspelt(day)),
        *(
            "wensday wendsday wenesday wednsday wedensday teusday tewsday munday satterday setterday setturday thurday "
            "thirsday fryday mondy tuseday wedsday tyesday thurrsday sabbath monandy wedneday thrusday fridy sundya"
        ).split(),
    }
    - {"sunda", "unday"}
)
FULL_DAYS = frozenset({*DAYS, *TYPED_DAYS})
ALL_DAYS = frozenset({*FULL_DAYS, *SHORT_DAYS})
TYPED_MONTHS = frozenset(
    typed for name in MONTHS if len(name) > len("june") for typed in misspelt(name)
) - {"auguste", "augus", "august"} | {"jnue", "juen", "jluy", "juyl"}  # fmt: skip

PARTS = (
    r"(?:mornin[g']?s?|mroning|mornign|afternoons?|afternon|efternoon|evenin[g']?s?|evneing|nights?|nihgt|nigth|nicht|lunch ?time|tea ?time|dinner ?time|bedtime|"
    r"dinnertime|breakfast|lunch|tea)\b"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
MON = r"(?:1[0-2]|0?[1-9])"
YEAR4 = r"(?:19|20)[0-9]{2}"
HOUR = r"(?:2[0-3]|[01]?[0-9])"
MINUTE = r"[0-5][0-9]"
NTH = r"(?:st|nd|rd|th|ht|dn)"
AMPM = r"(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)"
HOUR_WORDS = rf"(?:{'|'.join(HOURS)})"
HOUR_SAID = rf"(?:{'|'.join(HOURS)}|1[0-2]|[1-9])"
MONTH = (
    r"(?:jan(?:uary|urary|uray|uar)?|feb(?:ruary|uary|urary|ruar)?|mar(?:ch)?|mairch|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember|ermber)?|spetember|oct(?:ober)?|nov(?:ember)?|novmber|dec(?:ember)?)\b\.?"
)
ORDINAL = (
    rf"(?:(?:twenty|twinty|thirty)[\s-](?:{'|'.join([*UNIT_ORDINALS, *SCOTS_ORDINALS])})|{'|'.join(UNIT_ORDINALS)}"
    rf"|{'|'.join(LATER_ORDINALS)}|{'|'.join(name for name in SCOTS_ORDINALS if name != 'eicht')}|thirtieth)"
)
_TEN_WORDS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
YEAR_WORDS = (
    r"(?:two thousand(?: and)?(?: [a-z]{3,9})?|"
    rf"(?:nineteen|twenty)[\s-](?:(?:{_TEN_WORDS})(?:[\s-](?:{'|'.join(HOURS[:9])}))?|{'|'.join(TEENS)}"
    rf"|oh[\s-](?:{'|'.join(HOURS[:9])})))\b"
)
YEAR = rf"(?:,?\s(?:of\s|in\s)?(?:{YEAR4}\b(?!/)|'[0-9]{{2}}\b|{YEAR_WORDS})|\s[0-3][0-9]\b(?![:./][0-9]|\s?{AMPM}))"
TAIL = (
    rf"(?:\s(?:(?:in the|at|the|this|on the|that|yesterday|tomorrow|the morra)\s{PARTS}|the (?:day|morn)|every (?:day|{PARTS})|sharp|prompt|"
    r"on the dot|ish|or so)\b)"
)

HOUR_LEADS = frozenset(
    "at @ by bi till til until untill before after fae frae from since aboot gone afer atfer afore efter befor around roon form for "
    "fur roond past".split()
)
ABOUT = frozenset("about around aboot roughly just like approx nearly gone half exactly only".split())


class Atom(NamedTuple):
    """A piece of a date: `form` is W for a weekday, D for a date, T for a time, P for a part of a day."""

    start: int
    end: int
    form: str
    sure: bool
