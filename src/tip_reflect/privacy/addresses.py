"""Addresses on the internet: email, web, handles, IP and MAC, as typed and as said aloud."""

import re
from collections.abc import Iterator

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.plain_signs import Later, Signs, matches

# Top-level domains (IANA) that nobody ends a sentence with, so that `net.she` with no space is not one.
_TLD = (
    r"(?:com|org|net|uk|scot|wales|cymru|ie|eu|edu|gov|mil|int|info|biz|app|dev|online|site|blog|club|shop|store|tech|"
    r"cloud|email|page|link|live|news|social|care|health|space|website|xyz|io|tv|fm|gg|ly|ai|co|"
    r"pl|ro|de|fr|es|pt|nl|se|dk|fi|cz|sk|hu|bg|lt|lv|ee|ua|ru|gr|tr|pk|bd|ng|gh|ke|za|jp|cn|hk|sg|"
    r"au|nz|ca|br|mx|ch|ae|ir|iq|sy|af)"
)
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._%+'-!#$&*=?^`{|}~")
_LOCAL_LONGEST = 64
_HOST = Later(r"\[?[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,6}")
_SPACED_HOST = (
    r"(?: at |[\[(<{] ?(?:at|@) ?[\])>}]|@) ?(?!www\.)"
    rf"([\w\-]{{1,63}}(?:(?: dot | ?[\[(] ?(?:dot|\.) ?[\])] ?|\. ?| \.)[\w\-]{{1,63}}){{0,4}}(?: dot | ?[\[(] ?(?:dot|\.) ?[\])] ?|\.| \. ?){_TLD})(?![\w])"
)
_AT_HOST = Later(_SPACED_HOST)
_SPACED_AT = Later(
    r"(?<![\w.+\-])([\w.+\-]{1,64}(?: (?:dot|underscore|dash|hyphen|plus) [\w\-]{1,64}){0,4}) ?"
    + _SPACED_HOST
)
_PROVIDER = Later(
    r"(?<![\w.+\-])[\w.+\-]{2,64} at (?:gmail|hotmail|outlook|yahoo|icloud|btinternet|googlemail|aol|protonmail)(?!\w)"
)
_AT_DOMAIN = Later(r" at [\w\-]{1,63}(?:\.| ?[\[(])[\w .]")
_AT_IN_BRACKETS = Later(r"[\[(<{] ?at ?[\])>}]")
_AT_PROVIDER = Later(r" at (?:g|hot|out|ya|ic|bt|ao|pr)")
_SCHEME = Later(r"(?<![a-z])(?:https?|ftp)://[^\s<>\"]{1,2000}|(?<![\w.@])www\.[^\s<>\"]{1,2000}")
_DOMAIN = Later(
    rf"(?<![\w@.\-])(?:[\w\-]{{1,63}}\.){{1,5}}{_TLD}(?![\w\-]|\.\w)(?::\d{{1,5}})?(?:[/?#][^\s<>\"]{{0,2000}})?"
)
_DOT_INSIDE = Later(r"\.[a-z]")
_DOMAIN_END = Later(rf"\.{_TLD}(?![\w\-]|\.\w)")
_SHORT_LINK = Later(
    r"(?<![\w@.\-])(?:t\.me|wa\.me|youtu\.be|fb\.me|m\.me|linktr\.ee|paypal\.me|about\.me)/[^\s<>\"]{1,200}"
)
_SPOKEN_DOMAIN = Later(
    rf"(?<![\w.\-])(?:www dot )?[\w\-]{{1,63}}(?: dot [\w\-]{{1,63}}){{0,3}} dot {_TLD}(?:(?: slash |/)[\w\-]{{1,64}}){{0,4}}(?!\w)"
)
_HANDLE = Later(r"@(?<![\w@./]@)([\w.\-]{1,63}\w)")
_EVERYDAY_HANDLES = frozenset(
    ("home", "work", "school", "the", "least", "all", "once", "risk", "night", "lunch", "uni", "college")
)
_PLATFORMS = frozenset(
    (
        "insta instagram ig snap tik tiktok twitter facebook fb bluesky bsky threads discord telegram kik linkedin reddit "
        "youtube twitch steam xbox psn playstation roblox fortnite minecraft onlyfans tinder grindr bumble messenger yubo "
        "wizz vinted depop skype gamertag username handle screenname x"
    ).split()
)
_PLATFORMS_IN_TWO_WORDS = ("snap chat", "snapchat", "tik tok", "gamer tag", "user name", "screen name")
_PLATFORM_OPENINGS = frozenset(name.split()[0] for name in (*_PLATFORMS, *_PLATFORMS_IN_TWO_WORDS))
_PLATFORM = f"(?:{'|'.join((*_PLATFORMS_IN_TWO_WORDS, *sorted(_PLATFORMS)))})"
_PLATFORM_COLON = Later(
    rf"(?<![\w]){_PLATFORM}(?: (?:name|handle|account|username|id|user|profile))? ?[:=] ?[\"'@]?([\w][\w.\-]{{0,40}}\w)"
)
_PLATFORM_WORDS = Later(
    rf"(?<![\w]){_PLATFORM}(?: (?:name|handle|account|username|id|user|profile|is|was|as|called|under|page|named|it's|its|goes|by)){{0,5}} "
    r"[\"'@]?(?=[\w.\-]{0,30}[\d_.]\w)([a-z_][\w.\-]{0,40}\w)"
)
_USER = Later(r"(?<![\w/])(?:u|user|r)/([a-z][\w\-]{2,30})")
_NAME_OPENINGS = frozenset(("username", "user", "screenname", "screen", "gamertag", "gamer", "handle"))
_NAMED = Later(
    r"(?<!\w)(?:user ?name|gamer ?tag|screen ?name|handle)(?: (?:is|was|of|on|called|there|snap|insta)){1,3} [\"'@]?([\w][\w.\-]{1,40}\w)"
)
_V4 = Later(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2}|:\d{1,5})?(?![\w]|\.\d)")
_V6 = Later(
    r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?:%\w{1,16}|/\d{1,3})?(?![\w:])"
)
_V6_MIDDLE = Later(r":[0-9a-f]{0,4}:")
_MAC = Later(r"(?<![\w:\-])[0-9a-f]{2}([:\-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:\-])")
_MAC_JOINS = 5
_MAC_MIDDLE = Later(r"\.[0-9a-f]{4}\.")
_MAC_DOTTED = Later(r"(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|\.\w)")
_UNDERSCORED = Later(r"(?<![\w@./\-])[a-z][a-z0-9.]{0,30}_[\w.]{0,30}[a-z0-9](?![\w@])")
"""A handle wherever it stands: nothing else in prose has an underscore."""
_THREE_WORDS = Later(r"///[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}")
"""Three words for three metres of ground."""
_TRAILING = ".,;:!?)]}'\"*_>-"


def recognise(_text: str, signs: Signs) -> Iterator[Span]:
    """Spans of addresses on the internet."""
    if "@" in signs:
        yield from _emails(signs)
        yield from _handles(signs)
    for match in _UNDERSCORED.finditer(signs) if "_" in signs else ():
        yield Span(*match.span(), Kind.WEB, Level.SURE)
    for match in _THREE_WORDS.finditer(signs) if "///" in signs else ():
        yield Span(*match.span(), Kind.WEB, Level.SURE)
    yield from _said_aloud(signs)
    if "." in signs:
        yield from _web(signs)
        for match in matches(_MAC_DOTTED, signs, signs.places) if _MAC_MIDDLE.search(signs) else ():
            yield Span(*match.span(), Kind.IP, Level.SURE)
        yield from _v4(signs)
    spoken_of = not signs.words.isdisjoint(_PLATFORM_OPENINGS)
    labelled = (_PLATFORM_COLON,) if spoken_of and (":" in signs or "=" in signs) else ()
    named = () if signs.words.isdisjoint(_NAME_OPENINGS) else (_NAMED,)
    for pattern in (*labelled, *((_PLATFORM_WORDS,) if spoken_of else ()), *named):
        for match in pattern.finditer(signs):
            yield Span(match.start(1), match.end(1), Kind.WEB, Level.SURE)
    if "u/" in signs or "r/" in signs:
        for match in _USER.finditer(signs):
            yield Span(*match.span(), Kind.WEB, Level.LOOK)
    yield from _hardware(signs)


def _emails(signs: str) -> Iterator[Span]:
    at = signs.find("@")
    while at != -1:
        start = at
        while (
            start
            and at - start < _LOCAL_LONGEST
            and (signs[start - 1] in _LOCAL or _other_letter(signs[start - 1]))
        ):
            start -= 1
        while start < at and signs[start] in ".'*-":
            start += 1
        host = _HOST.match(signs, at + 1)
        if start < at and host:
            end = host.end() - (len(host[0]) - len(host[0].rstrip("-_")))
            known = "." in host[0] or len(host[0]) >= 2
            yield Span(start, end, Kind.EMAIL, Level.SURE if known else Level.LOOK)
        at = signs.find("@", at + 1)


def _other_letter(sign: str) -> bool:
    return not sign.isascii() and sign.isalnum()


def _handles(signs: str) -> Iterator[Span]:
    for match in _HANDLE.finditer(signs):
        name = match[1]
        if name[0].isdigit() and (len(name) < 5 or not any(map(str.isalpha, name))):
            continue
        yield Span(*match.span(), Kind.WEB, Level.LOOK if name in _EVERYDAY_HANDLES else Level.SURE)


def _said_aloud(signs: Signs) -> Iterator[Span]:
    if _speaks_of_email(signs) and _AT_HOST.search(signs):
        for match in _SPACED_AT.finditer(signs):
            spoken = " at " in match[0] and " dot " not in match[0]
            if not spoken or re.search(r"[a-z]\.[a-z]", match[2]):
                yield Span(*match.span(), Kind.EMAIL, Level.SURE)
    for match in _PROVIDER.finditer(signs) if _AT_PROVIDER.search(signs) else ():
        yield Span(*match.span(), Kind.EMAIL, Level.SURE)
    if " dot " in signs:
        for match in _SPOKEN_DOMAIN.finditer(signs):
            yield Span(*match.span(), Kind.WEB, Level.SURE)


def _speaks_of_email(signs: Signs) -> bool:
    if signs.speaks_of(("@", " dot ")) or (_AT_DOMAIN.search(signs) and _DOT_INSIDE.search(signs)):
        return True
    return signs.speaks_of("[(<{") and _AT_IN_BRACKETS.search(signs) is not None


def _web(signs: Signs) -> Iterator[Span]:
    schemes = (_SCHEME,) if "://" in signs or "www." in signs else ()
    links = (_SHORT_LINK,) if signs.speaks_of((".me/", ".be/", ".ee/")) else ()
    domains = (_DOMAIN,) if _DOMAIN_END.search(signs) else ()
    for pattern in (*schemes, *links, *domains):
        for match in pattern.finditer(signs):
            end = match.start() + len(match[0].rstrip(_TRAILING))
            if end > match.start():
                yield Span(match.start(), end, Kind.WEB, Level.SURE)


def _v4(signs: Signs) -> Iterator[Span]:
    for match in matches(_V4, signs, signs.close_digits(4)):
        if all(int(part) <= 255 for part in re.split(r"[/:]", match[0])[0].split(".")):
            yield Span(*match.span(), Kind.IP, Level.SURE)


def _hardware(signs: str) -> Iterator[Span]:
    if _V6_MIDDLE.search(signs):
        for match in _V6.finditer(signs):
            address = re.split(r"[%/]", match[0])[0]
            squeezed = address.count("::") == 1 and ":::" not in address and re.search(r"[0-9a-f]", address)
            if squeezed or (address.count(":") == 7 and address[0] != ":" and address[-1] != ":"):
                yield Span(*match.span(), Kind.IP, Level.SURE)
    for match in _MAC.finditer(signs) if max(map(signs.count, ":-")) >= _MAC_JOINS else ():
        yield Span(*match.span(), Kind.IP, Level.SURE)
