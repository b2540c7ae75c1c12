"""Festivals and the parts of a day near now: `Hogmanay`, `yesterday teatime`."""

from tip_reflect.privacy.date_words import DAYS, HOUR_SAID, PARTS, Atom
from tip_reflect.privacy.pages import Page
from tip_reflect.privacy.plain_signs import Later

_FEASTS = Later(
    r"(?:(?:christmas|xmas|crimbo)(?:\s(?:eve|day|morning|night|dinner|week|period|time)|')?|boxing day|hogmanay|ne'?er'?\s?day"
    r"|new year'?s?(?:\s(?:day|eve|night))?|easter(?:\s(?:sunday|monday|saturday|weekend|friday|week))?|good friday"
    r"|hallowe'?en|bonfire night|guy fawkes(?: night)?|burns (?:night|supper|day)|(?:st\.?|saint) (?:andrew|patrick|george|david)'?s (?:day|night)"
    r"|valentine'?s?(?: day)?|mother'?s'? day|mothering sunday|father'?s'? day|pancake (?:tuesday|day)|shrove tuesday"
    r"|ash wednesday|palm sunday|maundy thursday|eid(?:[\s-]al[\s-](?:fitr|adha))?|ramadan|diwali|hanukkah|passover"
    r"|yom kippur|rosh hashanah|vaisakhi|nowruz|orthodox easter|glasgow fair|fair (?:friday|monday|fortnight|saturday)"
    r"|trades (?:fortnight|week)|(?:\w{3,6} )?bank holiday(?: (?:monday|weekend|friday))?|may day|st\.? nicholas day"
    r"|remembrance (?:day|sunday)|armistice day|up helly aa|world book day|red nose day|chinese new year|lunar new year)\b"
)
_LEADS = frozenset(
    "at on last next since over by until till before after this during every til for come oan bi".split()
)
_LOOSE = frozenset(
    ["christmas", "xmas", "easter", "new year", "ramadan", "eid", "valentine", "passover", "diwali"]
)
_NEED_A_LEAD = frozenset({"new year", "new years", "fair monday"})
_PART_OF_DAY = Later(
    rf"(?:(?:yesterday|yestirday|tomorrow|tomorow|tmrw|yestreen|the morra|the morn)(?:\s{PARTS}|(?=\s(?:at|about|around|by|before|after)\s(?:half\s|quarter\s(?:past\s|to\s)|the back of\s)?{HOUR_SAID}\b))|last night|(?:this|that) (?:morning|afternoon|evening)"
    r"|(?P<end>(?:the )?(?:end|start|beginning|middle|back end) of (?:the|this|next|last|that) (?:week|weekend|month|year|term|summer|school year))\b"
    r"|(?P<that>this|that|the) (?:very|same|whole) (?:morning?|mornin'|afternoon|evening|night|nicht|weekend)\b"
    r"|the morn'?s? (?:night|nicht|morning)|(?:at|ower|afore|efter|since|till|til|by) the fair\b(?!\s\w)"
    rf"|the (?:morning|afternoon|evening|night) of (?=(?:the )?(?:[0-3]?[0-9]|{'|'.join(DAYS)}))"
    r"|(?:bi|by|since|until|till) the weekend|the last (?:two|three|four|five|few) (?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays))"
)
BEGINNERS = (
    "christmas xmas crimbo boxing hogmanay ne neer new easter good halloween hallowe bonfire guy burns st saint valentine "
    "valentines mother mothers mothering father fathers pancake shrove ash palm maundy eid ramadan diwali hanukkah passover "
    "yom rosh vaisakhi nowruz orthodox glasgow fair trades bank remembrance armistice world red chinese lunar"
).split()
PART_BEGINNERS = "end start beginning middle yesterday yestirday tomorrow tomorow tmrw last this that the yestreen at ower afore efter since till til bi by until".split()


def feast(page: Page, i: int) -> Atom | None:
    """A festival that begins with word `i`."""
    found = _FEASTS.match(page.low, page.starts[i])
    if found is None:
        return None
    words, lead = found.group(), page.before(i)
    if words in _NEED_A_LEAD and lead not in _LEADS | {"the"}:
        return None
    if words == "new year" and page.after(i + 1) in {"group", "plan", "class"}:
        return None
    return Atom(page.starts[i], found.end(), "P", sure=words not in _LOOSE or lead in _LEADS)


def part_of_day(page: Page, i: int) -> Atom | None:
    found = _PART_OF_DAY.match(page.low, page.starts[i])
    if found is None:
        return None
    end = found.end() - (found.group()[-1] == " ")
    return Atom(page.starts[i], end, "P", sure=bool(found["that"] or found["end"]))
