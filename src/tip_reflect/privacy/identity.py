"""Numbers given to one person by a state or a bank: CHI, NHS, National Insurance, passport, licence, card, account, IBAN."""

from collections.abc import Iterator

from tip_reflect.privacy.checksums import card_lengths, iban_length, is_card, is_chi, is_day, is_iban, is_nhs
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_labels import Label, label_before
from tip_reflect.privacy.plain_signs import Later, Places, Signs, matches

_GAP = r"[\s.\-_]{0,3}"
_WIDE_GAP = r"[\s.\-_/]{0,3}"
_TEN = Later(rf"(?<!\d)(?=(\d(?:{_GAP}\d){{5}}(?:{_GAP}|/)\d(?:{_GAP}\d){{3}})(?!\d))")
_LABELLED_TEN = Later(r"(?<![a-z])(?:(?<!tai )(chi)|nhs)\b[^\d\n]{0,30}(\d(?:[\s.\-_/]{0,3}\d){5,11})(?!\d)")
_CHI_TAIL = Later(r"(?<![a-z])chi\b[^\d\n]{0,12}(?:end|last)[^\d\n]{0,16}(\d{3,4})(?!\d)")
# The letters that HMRC gives out (NIM39110): never D, F, I, Q, U or V, no O second; the suffix is A to D.
_INSURANCE = Later(
    rf"(?<![a-z0-9])(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z]{_GAP}[abceghj-nprstw-z]{_GAP}"
    rf"\d(?:{_GAP}\d){{5}}(?:{_GAP}([a-d]))?(?![a-z0-9])"
)
# Letters that are never given out, and `O` or `I` for a figure, where capitals or the five pairs show what is meant.
_PAIRED_INSURANCE = Later(
    rf"(?<![a-z0-9])[a-z]{{2}}{_WIDE_GAP}[\doil]{{2}}({_WIDE_GAP})[\doil]{{2}}\1[\doil]{{2}}{_WIDE_GAP}[a-d](?![a-z0-9])"
)
_INSURANCE_TAIL = Later(
    r"(?<![a-z])(?:ni|nino|n\.i\.|nat(?:ional)?\.? ins(?:urance)?)\b[^\d\n]{0,16}(?:end|last|finish)[^\d\n]{0,16}(\d{2,6}[ \-]?[a-d]?)(?![a-z0-9])"
)
_PASSPORT_TAIL = Later(r"(?<![a-z])passport[^\d\n]{0,16}(?:end|last|finish)[^\d\n]{0,16}(\d{3,6})(?!\d)")
_ACCOUNT_TAIL = Later(
    r"(?<![a-z])(?:account|acc|acct|a/c|bank)[^\d\n]{0,20}(?:end|last|finish)[^\d\n]{0,16}(\d{3,4})(?!\d)"
)
_LABELLED_INSURANCE = Later(
    rf"(?<![a-z0-9])(?:[a-z]{_WIDE_GAP}[a-z]{_WIDE_GAP})?\d(?:{_WIDE_GAP}[\do]){{4,6}}(?:{_WIDE_GAP}[a-z])?(?![a-z0-9])"
)
# DVLA: five of the surname (9 pads it), decade, month (50 more for a woman), day, year, two initials, three more.
_LICENCE = Later(
    rf"(?<![a-z0-9])[a-z](?:[ .]?[a-z9]){{4}}{_GAP}\d(?:[ .\-]?\d){{5}}{_GAP}[a-z9][ .]?[a-z0-9]{_GAP}[a-z0-9](?:[ .]?[a-z]){{2}}(?:\s?\d\d)?(?![a-z0-9])"
)
_DOCUMENT = Later(
    r"(?<![a-z0-9])(?:(\d{1,2} [a-z]{1,3}|[a-z]{1,3})[\s\-])?((?=[a-z]{0,6}\d)[a-z0-9]{1,22}(?:[\s\-/](?=[a-z]{0,6}\d)[a-z0-9]{1,12}){0,4})(?![a-z0-9])"
)
_CARD = Later(rf"(?<!\d)(?=([2-6](?:{_GAP}\d){{12,18}})(?!\d))")
_CARD_SHAPE = Later(
    r"(?<!\d)(?:\d{4}[\s.\-]{1,2}){3}\d{4}(?!\d)|(?<!\d)3[47]\d\d[\s.\-]\d{6}[\s.\-]\d{5}(?!\d)"
)
_CARD_TAIL = Later(
    r"(?<![a-z])(?:(?:card|visa|mastercard|amex|debit)[^\d\n]{0,24}(?:end(?:s|ing)?|last (?:four|4)(?: digits)?)[^\d\n]{0,8}"
    r"|cv[vc]2?[^\d\n]{0,6}|security code[^\d\n]{0,6})(\d{3,4})(?!\d)"
)
_CARD_WORDS = ("card", "visa", "amex", "debit", "cvv", "cvc", "security code")
_ACCOUNTS = ("acc", "a/c", "bank")
_ACCOUNT_WORDS = (*_ACCOUNTS, "roll")
_ENDS = ("end", "last", "finish")
_SORT = Later(r"(?<![\d/.\-])(\d\d)([\-. ]|\s-\s|)(\d\d)\2(\d\d)(?![\d/%]|[.\-]\d)")
_ACCOUNT_AFTER = Later(r"([^\d\n]{0,40}|\s*\n[^\d\n]{0,40})(?<!\d)(\d{8}|\d{4}[ \-]\d{4})(?!\d)")
_ACCOUNT = Later(r"(?<![\d£$€.,])\d{1,12}(?:[ \-/]\d{1,8}){0,7}(?![\d%:]|[.,]\d)")
_IBAN = Later(r"(?<![a-z0-9])([a-z][\s\-]?[a-z])[\s\-]?\d[\s\-]?\d(?=[\s\-]{0,2}[a-z0-9])")
_LABELLED_IBAN = Later(r"[a-z0-9](?:[\s\-]?[a-z0-9]{2,4}){3,9}(?![a-z0-9])")
_IBAN_GB = Later(r"(?<![a-z0-9])gb\d\d[\s\-]?[a-z]{4}(?:[\s\-]?\d){14}(?![a-z0-9])")
_FEWEST = 4
_JOINED = 4
_CROWD = 24
_NOT_DIGITS = Later(r"\D+")


def recognise(text: str, signs: Signs) -> Iterator[Span]:
    """Spans of numbers that one person holds."""
    if not signs.places:
        return
    places = signs.with_digits(_FEWEST)
    yield from _health(signs)
    yield from _insurance(text, signs, places)
    yield from _documents(text, signs, places)
    yield from _cards(signs)
    yield from _accounts(signs)
    yield from _ibans(signs, places)


def _digits(signs: str) -> str:
    return _NOT_DIGITS.sub("", signs)


def _health(signs: Signs) -> Iterator[Span]:
    for match in _CHI_TAIL.finditer(signs) if "chi" in signs.words and signs.speaks_of(_ENDS) else ():
        yield Span(*match.span(1), Kind.CHI, Level.LOOK)
    for match in _LABELLED_TEN.finditer(signs) if not signs.words.isdisjoint(("chi", "nhs")) else ():
        held = _digits(match[2])
        if match[1] or len(held) >= 9:
            yield Span(*match.span(2), Kind.CHI if match[1] else Kind.NHS, Level.SURE)
    end = crowd = 0
    for match in matches(_TEN, signs, signs.close_digits(10)):
        # In a page of single figures one number in eleven is right: no need to hear of each.
        crowd = crowd + 1 if match.start(1) < end + _CROWD else 0
        if crowd > _CROWD and match.start(1) < end:
            continue
        held = _digits(match[1])
        if is_nhs(held):
            end = match.end(1)
            label = label_before(signs, match.start(1))
            chi = label is Label.CHI or (label is not Label.NHS and is_chi(held))
            yield Span(*match.span(1), Kind.CHI if chi else Kind.NHS, Level.SURE)


def _insurance(text: str, signs: Signs, places: Places) -> Iterator[Span]:
    for match in matches(_INSURANCE, signs, signs.close_digits(6)):
        written = text[match.start() : match.end()]
        sure = bool(match[1]) and (written[0].isupper() or len(written) == 9 or not written[1:2].isalpha())
        if match[1]:
            yield Span(*match.span(), Kind.NATIONAL_INSURANCE, Level.SURE if sure else Level.LOOK)
        elif written[:2].isupper():
            yield Span(*match.span(), Kind.NATIONAL_INSURANCE, Level.LOOK)
    for match in matches(_PAIRED_INSURANCE, signs, signs.close_digits(_FEWEST)):
        written = text[match.start() : match.end()]
        figures = sum(map(str.isdigit, written))
        if figures >= 4 and (match[1] or written.isupper()):
            yield Span(
                *match.span(), Kind.NATIONAL_INSURANCE, Level.SURE if written.isupper() else Level.LOOK
            )
    if not _speaks_of_insurance(signs):
        return
    for match in _INSURANCE_TAIL.finditer(signs):
        yield Span(*match.span(1), Kind.NATIONAL_INSURANCE, Level.SURE)
    for match in matches(_LABELLED_INSURANCE, signs, places):
        if label_before(signs, match.start()) is Label.INSURANCE:
            yield Span(*match.span(), Kind.NATIONAL_INSURANCE, Level.SURE)


def _speaks_of_insurance(signs: Signs) -> bool:
    return not signs.words.isdisjoint(("ni", "nino", "ins")) or "n.i." in signs or "insurance" in signs


def _documents(text: str, signs: Signs, places: Places) -> Iterator[Span]:
    for match in _PASSPORT_TAIL.finditer(signs) if "passport" in signs else ():
        yield Span(*match.span(1), Kind.PASSPORT, Level.SURE)
    for match in matches(_LICENCE, signs, signs.with_digits(6)):
        yield Span(*match.span(), Kind.DRIVING_LICENCE, Level.SURE)
    for word, label, kind in (
        ("passport", Label.PASSPORT, Kind.PASSPORT),
        ("licen", Label.LICENCE, Kind.DRIVING_LICENCE),
    ):
        if word not in signs and not (
            kind is Kind.PASSPORT and ("travel doc" in signs or "id card" in signs)
        ):
            continue
        for match in matches(_DOCUMENT, signs, places):
            capitals = (
                match[1]
                and text[match.start(1) : match.end(1)].isupper()
                and match[1] not in {"no", "id", "is", "n", "was", "on"}
            )
            start = match.start(1) if capitals else match.start(2)
            figures = sum(map(str.isdigit, match[2]))
            if 4 <= figures <= 16 and len(match[2]) >= 5 and label_before(signs, start) is label:
                yield Span(start, match.end(), kind, Level.SURE)


def _cards(signs: Signs) -> Iterator[Span]:
    for match in matches(_CARD, signs, signs.close_digits(13)):
        start, run = match.start(1), match[1]
        held = _digits(run)
        for length in card_lengths(held):
            if is_card(held[:length]):
                end = _digit_end(run, length)
                if not run[end : end + 1].isdigit():
                    yield Span(start, start + end, Kind.CARD, Level.SURE)
    for match in matches(_CARD_SHAPE, signs, signs.close_digits(15)):
        labelled = label_before(signs, match.start()) is Label.CARD
        yield Span(*match.span(), Kind.CARD, Level.SURE if labelled else Level.LOOK)
    for match in _CARD_TAIL.finditer(signs) if signs.speaks_of(_CARD_WORDS) else ():
        yield Span(*match.span(1), Kind.CARD, Level.SURE)


def _digit_end(run: str, length: int) -> int:
    """Where the first `length` digits of a run end."""
    for offset, sign in enumerate(run):
        length -= sign.isdigit()
        if not length:
            return offset + 1
    return len(run)


def _accounts(signs: Signs) -> Iterator[Span]:
    places = signs.close_digits(6)
    tail = signs.speaks_of(_ACCOUNTS) and signs.speaks_of(_ENDS)
    for match in _ACCOUNT_TAIL.finditer(signs) if tail else ():
        yield Span(*match.span(1), Kind.ACCOUNT, Level.SURE)
    for match in matches(_SORT, signs, places):
        start, end = match.span()
        label = label_before(signs, start)
        account = _ACCOUNT_AFTER.match(signs, end)
        paired = account is not None and (
            label in (Label.SORT, Label.ACCOUNT)
            or len(account[1]) <= _JOINED
            or "acc" in account[1]
            or "a/c" in account[1]
        )
        if account is not None and paired:
            yield Span(*account.span(2), Kind.ACCOUNT, Level.SURE)
            if len(account[1]) <= _JOINED:
                yield Span(start, account.end(2), Kind.ACCOUNT, Level.SURE)
        if paired or label is Label.SORT:
            yield Span(start, end, Kind.ACCOUNT, Level.SURE)
        elif match[2] == "-" and not is_day(match[1], match[3], match[4]):
            yield Span(start, end, Kind.ACCOUNT, Level.SURE if label is Label.ACCOUNT else Level.LOOK)
    for match in matches(_ACCOUNT, signs, places) if signs.speaks_of(_ACCOUNT_WORDS) else ():
        figures = sum(map(str.isdigit, match[0]))
        if not 6 <= figures <= 14 or (figures < 9 and "/" in match[0] and _day(match[0])):
            continue
        if label_before(signs, match.start()) in (Label.ACCOUNT, Label.SORT):
            yield Span(*match.span(), Kind.ACCOUNT, Level.SURE)


def _day(written: str) -> bool:
    parts = written.split("/")
    return (
        len(parts) == 3 and is_day(parts[0], parts[1], parts[2][-2:])
        if all(map(str.isdigit, parts))
        else False
    )


def _ibans(signs: Signs, places: Places) -> Iterator[Span]:
    for match in matches(_IBAN, signs, places):
        end = _iban_end(signs, match.start(), iban_length(match[1][0] + match[1][-1]))
        if end:
            yield Span(match.start(), end, Kind.ACCOUNT, Level.SURE)
        elif "iban" in signs[max(0, match.start() - 24) : match.start()] and (
            long := _LABELLED_IBAN.match(signs, match.start())
        ):
            yield Span(*long.span(), Kind.ACCOUNT, Level.SURE)
    for match in matches(_IBAN_GB, signs, signs.with_digits(16)):
        yield Span(*match.span(), Kind.ACCOUNT, Level.LOOK)


def _iban_end(signs: Signs, start: int, length: int | None) -> int:
    """Where `length` letters and digits, spaced anyhow, end as an IBAN whose checksum is right; 0 when they do not."""
    if length is None:
        return 0
    held: list[str] = []
    for offset, sign in enumerate(signs[start : start + 4 * length], start):
        if sign.isascii() and sign.isalnum():
            held.append(sign)
            if len(held) == length:
                after = signs[offset + 1 : offset + 2]
                return offset + 1 if not after.isalnum() and is_iban("".join(held)) else 0
        elif sign not in " -.\n\r\t_":
            return 0
    return 0
