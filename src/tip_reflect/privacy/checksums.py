"""The arithmetic that tells a real number from any other run of digits. Each takes characters without separators."""

from operator import mul

_NHS_WEIGHTS = range(10, 0, -1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_CARD_LENGTHS = {"2": (16,), "3": (14, 15, 16), "4": (13, 16, 19), "5": (16, 13, 19), "6": (16, 17, 18, 19)}
_SHORTEST_IBAN, _LONGEST_IBAN = 15, 34
# Length by country: SWIFT's IBAN registry.
_IBAN_LENGTHS = {
    entry[:2]: int(entry[2:])
    for entry in [
        "ad24",
        "ae23",
        "al28",
        "at20",
        "az28",
        "ba20",
        "be16",
        "bg22",
        "bh22",
        "br29",
        "by28",
        "ch21",
        "cr22",
        "cy28",
        "cz24",
        "de22",
        "dk18",
        "do28",
        "ee20",
        "eg29",
        "es24",
        "fi18",
        "fo18",
        "fr27",
        "gb22",
        "ge22",
        "gi23",
        "gl18",
        "gr27",
        "gt28",
        "hr21",
        "hu28",
        "ie22",
        "il23",
        "iq23",
        "is26",
        "it27",
        "jo30",
        "kw30",
        "kz20",
        "lb28",
        "lc32",
        "li21",
        "lt20",
        "lu20",
        "lv21",
        "ly25",
        "mc27",
        "md24",
        "me22",
        "mk19",
        "mr27",
        "mt31",
        "mu30",
        "nl18",
        "no15",
        "pk24",
        "pl28",
        "ps29",
        "pt25",
        "qa29",
        "ro24",
        "rs22",
        "sa24",
        "sc31",
        "sd18",
        "se24",
        "si19",
        "sk24",
        "sm27",
        "st25",
        "sv28",
        "tl23",
        "tn24",
        "tr26",
        "ua29",
        "va22",
        "vg24",
        "xk20",
    ]
}


def is_nhs(digits: str) -> bool:
    """Ten digits, weights 10 to 2, modulus 11: the NHS Data Dictionary. Scotland's CHI and Northern Ireland's H&C are the same."""
    if len(digits) != 10:
        return False
    # Weights 10 to 1 over all ten digits, the check digit the last, make a multiple of 11; a check of 10 is never given.
    total: int = sum(map(mul, _NHS_WEIGHTS, map(int, digits)))
    return total % 11 == 0


def is_chi(digits: str) -> bool:
    """An NHS number whose first six digits are a real DDMMYY: DOMAIN 6.4."""
    return is_day(digits[:2], digits[2:4], digits[4:6]) and is_nhs(digits)


def is_day(day: str, month: str, year: str) -> bool:
    """Whether a day has been or will be; 29 February needs a leap year."""
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= _DAYS[int(month) - 1]:
        return False
    return (int(month), int(day)) != (2, 29) or int(year) % 4 == 0


def is_card(digits: str) -> bool:
    """The lengths that each card scheme gives out, and Luhn's sum: ISO/IEC 7812."""
    if len(digits) not in _CARD_LENGTHS.get(digits[0], ()):
        return False
    plainly = sum(map(int, digits[-1::-2]))
    return (plainly + sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])) % 10 == 0


def card_lengths(digits: str) -> tuple[int, ...]:
    """How long the cards are that begin as these digits do, no longer than these."""
    return tuple(length for length in _CARD_LENGTHS.get(digits[0], ()) if length <= len(digits))


def iban_length(country: str) -> int | None:
    """How long a country's IBANs are; None where it has none."""
    return _IBAN_LENGTHS.get(country)


def is_iban(characters: str) -> bool:
    """Modulus 97 is 1 with the first four characters last: ISO 13616."""
    if not _SHORTEST_IBAN <= len(characters) <= _LONGEST_IBAN:
        return False
    return int("".join(str(int(character, 36)) for character in characters[4:] + characters[:4])) % 97 == 1
