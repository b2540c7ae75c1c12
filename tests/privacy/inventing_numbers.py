"""Invented identifiers in the shapes people write them in, with true checksums, all from the random source given.

In a pattern `#` is any digit, `%` a digit that is not nought and `@` any capital letter; the rest stands for itself.
Develop and report draw from different patterns where a kind has enough of them.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

_POSTCODE_AREAS = {
    "develop": ("EH", "G", "KY", "AB", "PA", "FK", "DG", "HS", "M", "NE", "SW"),
    "report": ("ML", "DD", "PH", "IV", "KA", "TD", "KW", "ZE", "L", "CA", "N"),
}
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"
_NI_FIRST, _NI_SECOND = "ABCEGHJKLMNOPRSTWXYZ", "ABCEGHJKLMNPRSTWXYZ"
_NI_NEVER = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_PLATE_AREAS = "SABCDEFGHJKLMNOPRSTUVWXY"

_PHONES: Mapping[str, tuple[str, ...]] = {
    "develop": (
        "07700 900###",
        "07700900###",
        "077 0090 0###",
        "+44 7700 900###",
        "+447700900###",
        "(0131) 496 0###",
        "0141 496 0###",
        "0131-496-0###",
        "01632 960###",
        "020 7946 0###",
        "07%#% ### ###",
        "+48 6## ### ###",
        "+353 87 ### ####",
        "0040 72# ### ###",
        "+234 803 ### ####",
    ),
    "report": (
        "07700-900-###",
        "07700 900 ###",
        "07700.900.###",
        "0044 7700 900###",
        "+44 (0)7700 900###",
        "0131 496 0###",
        "0141 4960###",
        "(01632) 960 ###",
        "0808 157 0###",
        "07%#%######",
        "+380 67 ### ## ##",
        "+92 300 #######",
        "0048 5## ### ###",
        "+90 53# ### ## ##",
        "0 7 7 0 0 9 0 0 # # #",
    ),
}

_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "develop": (
        "SW/20##/0####",
        "SW######",
        "CYP-####",
        "SCRA/##/####",
        "R######",
        "EDI-B###-##",
        "GLA/A/###/##",
        "PS-202%0%1%-####",
        "HL/#####/##",
        "TEN%%%####",
        "4#######",
        "CP-20##-###",
        "W######",
        "MOS ######",
    ),
    "report": (
        "CF ########",
        "AIS/%####",
        "C&F/##/####",
        "SCRA ##-#####",
        "PD%-F%##-2#",
        "HAM/B###/2#",
        "PS/202#/####/##",
        "CR/0#####/2#",
        "HSG-######",
        "HO-@@-####",
        "P%######",
        "20##/####",
        "LL%%%%%%",
        "@@#######",
    ),
}

_PLATES: Mapping[str, tuple[str, ...]] = {
    "develop": ("S@%% @@@", "s@%% @@@", "@%%# @@@", "@@@ %##@"),
    "report": ("S@%%@@@", "@@%% @@@", "@%## @@@", "s@%%@@@"),
}

_PASSPORTS: Mapping[str, tuple[str, ...]] = {
    "develop": ("%########", "E@#######", "@%######"),
    "report": ("%## ### ###", "A########", "%########"),
}

_EMAILS: Mapping[str, tuple[str, ...]] = {
    "develop": (
        "{first}.{family}@example.com",
        "{first}{number}@example.co.uk",
        "{FIRST}.{FAMILY}@EXAMPLE.COM",
        "{family}_{first}@mail.example.org",
    ),
    "report": (
        "{first}-{family}@example.gov.uk",
        "{initial}{family}{number}@example.net",
        "{first}+school@example.org",
        "{initial}.{family}@sw.example.scot",
    ),
}

_WEBS: Mapping[str, tuple[str, ...]] = {
    "develop": (
        "https://www.example.com/{first}.{family}",
        "www.example.org/{first}",
        "@{first}_{family}{number}",
        "facebook.com/{first}.{family}.{number}",
    ),
    "report": (
        "http://example.scot/groups/{number}?u={first}",
        "instagram.com/{first}{number}",
        "@{family}{number}",
        "tiktok.com/@{first}.{family}",
    ),
}

_SPOKEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def filled(pattern: str, random: Random) -> str:
    """A pattern with its wildcards drawn."""
    drawn = {
        "#": lambda: random.choice("0123456789"),
        "%": lambda: random.choice("123456789"),
        "@": lambda: random.choice("ABCDEFGHJKLMNPRSTUVWXY"),
    }
    return "".join(drawn[letter]() if letter in drawn else letter for letter in pattern)


def mod_11_digit(nine: str) -> int:
    """The tenth digit of a CHI or NHS number: weights 10 to 2; 10 means that the nine cannot be used."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return 0 if rest == 11 else rest


def luhn_digit(number: str) -> int:
    """The last digit of a card number."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def iban_checked(country: str, account: str) -> str:
    """An IBAN with its two check digits (ISO 13616: mod 97 is 1)."""
    moved = "".join(str(int(letter, 36)) for letter in f"{account}{country}00")
    return f"{country}{98 - int(moved) % 97:02d}{account}"


def chi(random: Random, part: str) -> str:
    """A real date as DDMMYY, three digits of which the third says man or woman, and the check digit."""
    while True:
        born = date(1930, 1, 1) + timedelta(days=random.randrange(96 * 365))
        nine = f"{born:%d%m%y}{random.randrange(1000):03d}"
        if mod_11_digit(nine) < 10:
            break
    number = f"{nine}{mod_11_digit(nine)}"
    shapes = {
        "develop": (number, f"{number[:6]} {number[6:]}", f"{number[:6]}-{number[6:]}"),
        "report": (number, f"{number[:6]} {number[6:]}", f"{number[:3]} {number[3:6]} {number[6:]}"),
    }
    return random.choice(shapes[part])


def nhs(random: Random, part: str) -> str:
    """Ten digits of which the tenth checks, never one that reads as a CHI's date."""
    while True:
        nine = f"{random.choice('4567')}{random.randrange(10**8):08d}"
        if mod_11_digit(nine) < 10:
            break
    number = f"{nine}{mod_11_digit(nine)}"
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    shapes = {"develop": (number, spaced), "report": (number, spaced.replace(" ", "-"), spaced)}
    return random.choice(shapes[part])


def ni(random: Random, part: str) -> str:
    while True:
        prefix = random.choice(_NI_FIRST) + random.choice(_NI_SECOND)
        if prefix not in _NI_NEVER:
            break
    digits, last = filled("######", random), random.choice("ABCD")
    spaced = f"{prefix} {digits[:2]} {digits[2:4]} {digits[4:]} {last}"
    shapes = {
        "develop": (f"{prefix}{digits}{last}", spaced, spaced.lower()),
        "report": (
            f"{prefix}{digits}{last}".lower(),
            spaced,
            f"{prefix} {digits} {last}",
            spaced.replace(" ", "-"),
        ),
    }
    return random.choice(shapes[part])


def passport(random: Random, part: str) -> str:
    return filled(random.choice(_PASSPORTS[part]), random)


def licence(random: Random, part: str) -> str:
    """Sixteen characters: five of the family name, the birth date turned about, initials, and a check we invent."""
    family = random.choice(("MORGAN", "BROWN", "MCLEOD", "FOX", "KAUR", "NOWAK", "OKAFOR"))
    born = date(1950, 1, 1) + timedelta(days=random.randrange(55 * 365))
    month = born.month + random.choice((0, 50))
    name = family[:5].ljust(5, "9")
    year = f"{born:%y}"
    number = f"{name}{year[0]}{month:02d}{born:%d}{year[1]}{filled('@9#@@', random)}"
    return random.choice(
        {"develop": (number,), "report": (number, f"{number[:5]} {number[5:11]} {number[11:]}")}[part]
    )


def vehicle(random: Random, part: str) -> str:
    plate = filled(random.choice(_PLATES[part]), random)
    return plate.lower() if plate[0] == "s" else plate


def card(random: Random, part: str) -> str:
    start = random.choice({"develop": ("4929", "5412"), "report": ("4539", "5105", "2221")}[part])
    fifteen = start + filled("###########", random)
    number = f"{fifteen}{luhn_digit(fifteen)}"
    by_four = [number[at : at + 4] for at in range(0, 16, 4)]
    shapes = {"develop": (number, " ".join(by_four)), "report": ("-".join(by_four), " ".join(by_four))}
    return random.choice(shapes[part])


def sort_code(random: Random, part: str) -> str:
    return filled({"develop": "8#-##-##", "report": "%#-##-##"}[part], random)


def account(random: Random, part: str) -> str:
    return filled({"develop": "########", "report": "%#######"}[part], random)


def iban(random: Random, part: str) -> str:
    if part == "develop":
        number = iban_checked("GB", filled("NWBK##############", random))
    else:
        number = iban_checked(
            *random.choice((("GB", filled("BOFS##############", random)), ("PL", filled("#" * 24, random))))
        )
    by_four = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return random.choice((number, by_four))


def ip(random: Random, part: str) -> str:
    four = ".".join(str(random.randrange(1, 255)) for _ in range(4))
    six = {
        "develop": f"2001:db8::{random.randrange(1, 65536):x}",
        "report": f"fe80::{random.randrange(65536):x}:8a2e:370:7334",
    }
    return random.choice((four, four, six[part]))


def postcode(random: Random, part: str) -> str:
    outward = postcode_part(random, part)
    inward = random.choice("123456789") + random.choice(_INWARD) + random.choice(_INWARD)
    return random.choice((f"{outward} {inward}", f"{outward}{inward}", f"{outward} {inward}".lower()))


def postcode_part(random: Random, part: str) -> str:
    return f"{random.choice(_POSTCODE_AREAS[part])}{random.randrange(1, 29)}"


def phone(random: Random, part: str) -> str:
    return filled(random.choice(_PHONES[part]), random)


def spoken_phone(random: Random, part: str) -> str:
    """A mobile number as a dictating phone writes it: `oh seven seven double oh nine ...`."""
    digits = "07700900" + filled("###", random)
    nought = random.choice(("oh", "zero"))
    doubles = random.choice((True, False)) or part == "report"
    words = []
    at = 0
    while at < len(digits):
        word = nought if digits[at] == "0" else _SPOKEN[int(digits[at])]
        if doubles and digits[at : at + 2] == digits[at] * 2:
            words.append(f"double {word}")
            at += 2
        else:
            words.append(word)
            at += 1
    return " ".join(words)


def reference(random: Random, part: str) -> str:
    return filled(random.choice(_REFERENCES[part]), random)


def email(random: Random, part: str) -> str:
    return _named(random.choice(_EMAILS[part]), random)


def web(random: Random, part: str) -> str:
    return _named(random.choice(_WEBS[part]), random)


def _named(pattern: str, random: Random) -> str:
    first = random.choice(("kirsty", "tariq", "agata", "ngozi", "callum", "mei"))
    family = random.choice(("brown", "nowak", "okeke", "mackay", "sharif", "li"))
    return pattern.format(
        first=first,
        family=family,
        FIRST=first.upper(),
        FAMILY=family.upper(),
        initial=first[0],
        number=random.randrange(1, 100),
    )


INVENTED: Mapping[str, tuple[str, Callable[[Random, str], str]]] = {
    "chi": ("chi", chi),
    "nhs": ("nhs", nhs),
    "ni": ("ni", ni),
    "passport": ("passport", passport),
    "licence": ("licence", licence),
    "vehicle": ("vehicle", vehicle),
    "card": ("card", card),
    "sortcode": ("account", sort_code),
    "account": ("account", account),
    "iban": ("account", iban),
    "ip": ("ip", ip),
    "postcode": ("postcode", postcode),
    "postcodepart": ("postcode", postcode_part),
    "phone": ("phone", phone),
    "spokenphone": ("phone", spoken_phone),
    "reference": ("reference", reference),
    "email": ("email", email),
    "web": ("web", web),
}
"""What a frame may ask for: the gold label it gets, and what makes it from a random source and a part."""
