"""The words before a number that say what it is: `CHI`, `call me on`, `crime ref`."""

from bisect import bisect_left
from enum import StrEnum

from tip_reflect.privacy.plain_signs import Later, Signs

_WINDOW = 48
_BLOCK = 64  # the text is read for telling words a stretch at a time, each once


class Label(StrEnum):
    """What the nearest telling word before a number promises. STRONG is followed by a number and nothing else."""

    CHI = "chi"
    NHS = "nhs"
    INSURANCE = "insurance"
    PASSPORT = "passport"
    LICENCE = "licence"
    CARD = "card"
    SORT = "sort"
    ACCOUNT = "account"
    IBAN = "iban"
    VEHICLE = "vehicle"
    STRONG = "strong"
    WEAK = "weak"
    PHONE = "phone"


_NUMBERS = r"(?:n[uo]\.?m?bers?|nu?mbers?|nmuber|nubmer|num|no|nos|nr|ids?|refs?|references?|codes?|pin)"
_LABEL = Later(
    r"(?<![a-z])(?:"
    r"(?P<chi>(?<!tai )chi|community health index)"
    r"|(?P<nhs>nhs|h&c|health and care)"
    r"|(?P<insurance>ni ?no|ni|n\.i\.|nino|nat(?:ional)?\.? ins(?:urance)?|insurance (?:number|no))"
    r"|(?P<passport>passports?|travel doc(?:ument)?|id card|identity card)"
    r"|(?P<licence>(?:driving|driver'?s?|drivers'|provisional|dvla|dl) ?(?:licen[cs]es?|no)?|licen[cs]e)"
    r"|(?P<strong>(?:gas|electric(?:ity)?|leccy|meter|top ?-?up|library|bus|nec|entitlement|young scot|key|prepay(?:ment)?|fob|swipe) "
    r"?(?:cards?|key|pass|meter|no|number|code)"
    r"|(?:key ?safe|key ?box|lock ?box|door|entry|entrance|front door|close|buzzer|gate|alarm|access|safe|lock|padlock|keypad|fob|share|pass|"
    r"collection|unlock|phone|security (?:door|gate)|locker|ward|garage|shed|wifi|voicemail) ?(?:codes?|numbers?|no|pin|combination|comb)"
    r"|sort code and reference)"
    r"|(?P<card>cards?|visa|mastercard|amex|maestro|cvv|cvc|security code)"
    r"|(?P<sort>sort ?code|sort|s/c)"
    r"|(?P<iban>iban)"
    r"|(?P<rent>council tax(?: (?:account|acc|ref))?|rent (?:account|acc|a/c|ref))"
    r"|(?P<account>bank|accounts?|acct|acc|a/c|roll|credit union|building society|savings)"
    r"|(?P<vehicle>reg|regs|vrm|vrn|vehicle|(?:car|van|vehicle|bike|taxi) reg(?:istration)?|plates?|number ?plates?)"
    r"|(?P<strongly>refs?|refe?re?nce[ds]?|refernces?|mosaic|care ?first|swift|eclipse|liquid ?logic|lcs|scra|uci|home office|ho|nass|"
    r"brp|brc|arc|pnc|cro|scro|spin|chs|crn|mrn|uhpi|trak(?:care)?|emis|seemis|scn|uprn|utr|i?vpd|storm|gwf|copfs|slab|sps|sssc|gmc|"
    r"nmc|pvg|crime|payroll|matric(?:ulation)?|ucas|mpan|mprn|mpxn|imei|(?:micro)?chip|sim|serial|datix|riddor|cica|opg|poa|awi|foi|sar|"
    r"subject access|nrm|irid|ird|asn(?: plan)?|child'?s plan|cad|ais|olm|azeus|civica|northgate|capita|servitor|apex|keysafe|key safe|"
    r"key ?box|lock ?box|pin|locker|buzzer|voucher|food ?bank|parcel|tracking|giro|cheque|fpn|fixed penalty|fine|crisis grant|welfare fund|"
    r"community care grant|blue badge|bus pass|young scot|visa ref|evisa|share code|void|property|repairs?|datastream|paris|rio|"
    r"systmone|system one|mytrak|sci ?(?:store|gateway)|casework|ticket|(?:fiscal|procurator)'?s?|"
    r"(?:unit|hospital|hosp|case|file|incident|prison|prisoner|patient|staff|collar|shoulder|badge|police|"
    r"tenancy|court|docket|log|record|client|person|personal|id|warrant|claim|policy|application|app|registration|employee|"
    r"customer|service|service user|roll|student|candidate|pupil|member(?:ship)?|booking|order|invoice|system|alarm|social fund|"
    rf"petition|complaint|hearing|report|adoption|guardianship|job|run|form|concern|lac|tag|council|housing|solicitor'?s?) ?{_NUMBERS})"
    r"|(?P<weak>cases?|file|incident|police|court|housing|hospital|hosp|patient|unit|tenancy|tenant|rent|application|app|homeless(?:ness)?|"
    r"asylum|prison|prisoner|warrant|reporter|hearing|claim|policy|invoice|order|ticket|booking|membership|member|"
    r"customer|client|service user|id|identifier|identity|record|log|logged|petition|indictment|complaint|docket|badge|collar|shoulder|"
    r"student|candidate|pupil|staff|employee|officer|pc|dc|pf|fiscal|legal aid|registration|report|referral|code|tag|fob|alarm|job|key|"
    r"meter|box|ambulance|grant|device|grounds|college|plan|quoted?|solicitors?|adoption|guardianship|system)"
    r"|(?P<phone>(?:tele|mobile )?phone[ds]?|phoning|tele?|mob|mobiles?|cell|landline|call(?:s|ed|ing)?|ring(?:s|ing)?|"
    r"rang|rung|text(?:s|ed|ing)?|txt|whatsapp(?:ed)?|dial(?:led)?|fax|contact(?:ed)?|reach|switchboard|voicemail|"
    r"answerphone|helpline|hotline|bleep|pager|"
    r"(?:his|her|my|your|our|their|new|old|work|home|office|contact) (?:number|no))"
    r")(?![a-z])"
)
_NAMES = {label.value: label for label in Label} | {"strongly": Label.STRONG, "rent": Label.STRONG}
_OPENING = Later(r"(?<![a-z])[a-z](?:[a-z]{1,3}|[/&.])")
_LONGEST_OPENING = 4
# How the telling words begin: no other word is looked at twice.
_OPENINGS = frozenset(
    """
    a/ acc acce acco acct adop ais alar ambu amex answ apex app appc appi appl appn appp appr arc asn asyl awi azeu
    badg bank bike blee blue book box brc brp buil bus busc busk busm busn busp buzz cad call cand capi car card
    care case cell cheq chi chil chip chs cica civi clai clie clos code coll comm comp conc cont copf coun cour cred
    crim cris crn cro cust cvc cvv data dati dc devi dial dl dlli dlno dock door driv dvla ecli elec emis empl enti
    entr evis fax file fine fisc fixe fob fobc fobk fobm fobn fobp foi food form fpn fron gara gas gasc gask gasm
    gasn gasp gate giro gmc gran grou guar gwf h& heal hear help her his ho home hosp hotl hous iban id idco iden
    idid idnm idno idnr idnu idpi idre imei inci indi insu invo ird irid ivpd job jobc jobi jobn jobp jobr key keyb
    keyc keyk keym keyn keyp keys lac lacc laci lacn lacp lacr land lcs lecc lega libr lice liqu lock log logc logg
    logi logn logp logr maes mast matr memb mete micr mob mobi mosa mpan mprn mpxn mrn my mytr n. nass nat nati nec
    necc neck necm necn necp new nhs ni nino nmc nort nrm numb offi old olm opg orde our padl page parc pari pass
    pati payr pc pers peti pf phon pin plan plat pnc poa poli prep pris proc prop prov pupi pvg quot rang reac reco
    ref refe refr refs reg regi regs rent repa repo ridd ring rio roll run runc rung runi runn runp runr s/ safe sar
    savi sci scig scis scn scra scro secu seem seri serv shar shed shou sim slab soci soli sort spin sps sssc staf
    stor stud subj swif swip swit syst tag tagc tagi tagn tagp tagr taxi tel tele tena text thei tick top topu trac
    trak trav txt ucas uci uhpi unit unlo uprn utr van vehi visa voic void vouc vpd vrm vrn ward warr welf what wifi
    work youn your
    """.split()
)
_LINK = Later(
    r"['\u2019]?s?(?:[ :.,#=(\"'\-]{1,3}(?:number|no|num|nos|nr|ref|id|code|pin|is|was|of|called|it'?s|under|are|form|plan|tag|as|starts|starting|ends|ending)\b){0,3}[ :.,#=(\"'\-]{0,4}"
)
_GENERIC = (Label.STRONG, Label.WEAK)
_NEAR = 3  # `CHI ref` and `passport, id` are about a CHI and a passport
_ABBREVIATIONS = (" no", " nos", " num", "ref", "tel", "mob", "ext", " ins", "nat")
_NUMBER_WORD = Later(
    r"(?:(?<![a-z])(?:no|nos|num|numbers?|nmuber|nubmer|nr|id|refs?|refe?re?nce|refernce|code)\b\.?|[#:=])"
    r"\s?[:#=\-(\"']?\s?(?:is |was |= ?|: ?)?[#(\"']?$"
)


def label_before(signs: Signs, start: int) -> Label | None:
    """The nearest telling word before `start` in the same sentence, or None."""
    label, end = None, 0
    for found_at, found_end, found in _between(signs, _opening(signs, start), start):
        if not (found in _GENERIC and label is not None and label not in _GENERIC and found_at - end < _NEAR):
            label = found
        end = found_end
    return label


def label_right_before(signs: Signs, start: int) -> bool:
    """Whether a telling word, or `number` or `is` after one, stands right before `start`: nothing else between them."""
    opening = max(0, start - _WINDOW)
    held = _between(signs, opening, start)
    return bool(held) and _LINK.fullmatch(signs, held[-1][1], start) is not None


def is_label(word: str) -> bool:
    """Whether these words are a telling word and no more."""
    return _LABEL.fullmatch(word) is not None


def _between(signs: Signs, opening: int, start: int) -> list[tuple[int, int, Label]]:
    """The telling words from `opening` to `start`, found once for each stretch of the text."""
    held: list[tuple[int, int, Label]] = []
    for block in range(opening // _BLOCK, start // _BLOCK + 1):
        labels = signs.telling.get(block)
        if labels is None:
            labels = signs.telling[block] = _in_block(signs, block)
        held += labels[bisect_left(labels, (opening,)) :] if opening > block * _BLOCK else labels
    while held and held[-1][1] > start:
        held.pop()
    return held


def _in_block(signs: Signs, block: int) -> list[tuple[int, int, Label]]:
    """The telling words that begin in a stretch; one that began before it has its own."""
    found: list[tuple[int, int, Label]] = []
    end = first = block * _BLOCK
    last = first + _BLOCK
    for opening in _OPENING.finditer(signs, first, last + _LONGEST_OPENING - 1):
        if opening[0] not in _OPENINGS or not end <= (at := opening.start()) < last:
            continue
        if match := _LABEL.match(signs, at):
            end = match.end()
            found.append((at, end, _NAMES[match.lastgroup or ""]))
    return found


def number_word_before(signs: str, start: int) -> bool:
    """Whether `no.`, `number`, `ref:` or `#` stands right before."""
    return _NUMBER_WORD.search(signs[max(0, start - 20) : start]) is not None


def _opening(signs: str, start: int) -> int:
    """Where the sentence that `start` is in begins, or where we stop looking; the full stop of `no.` ends nothing."""
    first = max(0, start - _WINDOW)
    window = signs[first:start]
    end = max(window.rfind("\n"), window.rfind("?"), window.rfind("!"))
    stop = window.rfind(". ")
    while stop > end:
        if not window.endswith(_ABBREVIATIONS, 0, stop):
            end = stop
            break
        stop = window.rfind(". ", 0, stop)
    return first + end + 1
