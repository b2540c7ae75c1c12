"""Numbers and addresses: what must be found, what must not, and how long a hostile text takes."""

import re
import string
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tip_reflect.privacy.checksums import is_card, is_chi, is_iban, is_nhs
from tip_reflect.privacy.finding import Kind, Level, Tier
from tip_reflect.privacy.numbers import recognise
from tip_reflect.privacy.plain_signs import plain

POSITIVE: dict[Kind, str] = {
    Kind.CHI: """«0101011237»|CHI «010101 1237»|chi «01-01-01-1237» was on it|CHI number is «010101 1234»|chi no. «0101011230»
        |CHI: «0101011234»|«010101/1237»|«\uff10\uff11\uff10\uff11\uff10\uff11\uff11\uff12\uff13\uff17»|«010101–1237»|his chi is «2902001234» I think
        |chi ends «1237»""",
    Kind.NHS: "«9434765919»|«943 476 5919»|«943-476-5919»|NHS number «943 476 5918»|nhs no «9434765918»|9 is old, «943 476 5919»",
    Kind.NATIONAL_INSURANCE: """«AB123456C»|«ab123456c»|«AB 12 34 56 C»|«ab 12 34 56 c»|«AB-12-34-56-C»|NI number «QQ123456C»
        |national insurance «QQ 12 34 56 C»|NINO: «JG 10 37 59 A»""",
    Kind.PASSPORT: "passport «123456789»|her passport number is «925665416»|Polish passport no. «EH1234567»|passport: «123 456 789»",
    Kind.DRIVING_LICENCE: """«MORGA657054SM9IJ»|«morga657054sm9ij»|«MORGA 657054 SM9IJ»|«FOX99804152JA9AB»
        |driving licence «12345678»|driving licence number is «WX 1234567»""",
    Kind.POSTCODE: """«EH8 9YL»|«eh89yl»|flat in «g51 2ab» now|«EH8  9YL»|«Eh8-9yl»|«SW1A 1AA»|«sw1a1aa»|«M8 1AB»|«EH 8 9YL»|«KY» postcode
        |«G51» postcode|«g51» postcode|out in «EH8»|from «KY11»|moved to «G33»|the «FK1» area|postcode is «G51»|the «M8» postcode
        |«E H 8 9 Y L»|postcode «S2»|«EH8\u00a09YL»|«GIR 0AA»|«BFPO 57»""",
    Kind.EMAIL: """«jane.smith@nhs.scot»|«JANE@Example.COM»|email «j_s+x@a.b.co.uk».|«name at nhs dot scot»|«jane dot smith at gmail dot com»
        |«jane (at) gmail (dot) com»|«jane [at] gmail.com»|«jane @ gmail.com»|«sal82 at gmail»|«zoë@exámple.org»|<«j@x.io»>
        |«o'neil@x.scot»|«anne.smith at gmail.com»""",
    Kind.WEB: """«https://www.facebook.com/jane.s?x=1»|see («www.x.org»).|«facebook.com/jane»|on «example.scot» now|«bbc.co.uk/news»
        |«@kayleigh_x» said|insta: «kayleigh_x»|snap: «jade2007»|on snapchat as «jade2007»|instagram is «kay.x07»
        |username is «darkwolf»|«HTTP://X.COM/A»|«youtube dot com slash jane»|«youtu.be/abc123»""",
    Kind.IP: """«192.168.0.1»|«10.0.0.255».|«fe80::1»|«2001:0db8:85a3:0000:0000:8a2e:0370:7334»|«::1» said|«00:1B:44:11:3A:B7»
        |«00-1b-44-11-3a-b7»|«001b.4411.3ab7»""",
    Kind.CARD: """«4111 1111 1111 1111»|«4111-1111-1111-1111»|«4111111111111111»|«378282246310005»|«3782 822463 10005»|«4111 1111 1111 1111» 123
        |card «4111 1111 1111 1112»|card ending «4242»|cvv «123»|«5555.5555.5555.4444»""",
    Kind.ACCOUNT: """sort code «83-12-34»|sort code «831234»|sort code 83-12-34 account «12345678»|«83-12-34 12345678»|account no «12345678»
        |acc number: «1234 5678»|a/c «12345678»|«GB29 NWBK 6016 1331 9268 19» is hers|«gb29nwbk60161331926819»
        |«PL61 1090 1014 0000 0712 1981 2874»|«IE29 AIBK 9311 5212 3456 78»|s/c «83 12 34»""",
    Kind.PHONE: """«07700 900123»|«07700900123»|«07700 900 123»|«0131 555 1234»|«(0141) 555 1234»|«0141-555-1234»|«020 7946 0958»
        |«01506 123456»|«0800 1111»|«0800 123 4567»|«0345 600 1234»|«+44 7700 900123»|«+44 (0)131 555 1234»|«0044 7700 900123»
        |«447700900123»|«07.70.09.00.12.3»|«0 7 7 0 0 9 0 0 1 2 3»|«0131 555 1234 ext 22»|«0131 555 1234 x22»|ring «555 1234»
        |phone «5551234»|call me on «225 6789»|tel «555 123»|«oh seven seven double oh nine hundred one two three»
        |«07700 nine hundred one two three»|«oh one three one, five five five, one two three four»
        |phone «zero one four one 555 twelve thirty four»|«oh eight hundred one one one one»|«+48 601 234 567»|«00353 87 123 4567»
        |«+1 (555) 123-4567»|«+92 300 1234567»|«O7700 900123»|«7700 900123»|«\uff10\uff11\uff13\uff11 \uff15\uff15\uff15 \uff11\uff12\uff13\uff14»|«0131\u2013555\u20131234»
        |«0131\u00a0555\u00a01234»|\u2068«07700 900123»\u2069|her number is «667788»|texted her on «07700\n900123»|«01506-12 34 56»
        |«07700 900123», 2 weeks|«0131/555/1234»""",
    Kind.REFERENCE: """case ref «12345»|ref: «442»|ref. no. «AB/12/3»|SWIFT «123456»|swift id «P1234567»|Mosaic «1234567»|CareFirst ID «98765»
        |carefirst no «98765»|SCRA ref «R123456»|Reporter ref «12/345»|«SCS/2024-012345»|«EDI-AW123-24»|«GLW-2023-00123»|«GLA-F45-23»
        |«PS-20240312-0456»|«ps-20240312-0456»|incident «1234 of 12/03»|incident number «1234 of 12 March 2024»|crime ref «CR/0123456/24»
        |crime number «0123/24»|UCI «1234-5678-9012»|Home Office ref «A1234567»|«AB/12345/23»|«ab/12345/23»|file no. «442»|«#4432»
        |no. «4432»|number «4432»|ran to «12345678» there|case number «SW 12345»|housing ref «00012/3»|hospital number «G123456»
        |unit number «123456X»|mosaic «123 456»|tenancy number «100234»|the case ref I was given is «99887»|prisoner number «A1234BC»
        |case «43210»|court ref «B123/24»|«GWF012345678»|police ref «MP/1234/24»|SCN «123456789»|(ref «SW/2023/00456»)|«SW123456»""",
    Kind.VEHICLE: """«SF12 ABC»|«sf12abc»|«SF12ABC»|car «sf12 abc»|«A123 BCD»|«a123bcd»|«ABC 123D»|«abc123d»|«AIZ 1234»|reg «BIG 123»
        |plate «1234 AB»|reg plate «S3 ABC»|her car is «P4 ABC»|a red Corsa, «ab12 cde»|reg: «AB 1»|number plate is «K1 NGS»""",
}
AS_WORKERS_WRITE: dict[Kind, str] = {
    Kind.POSTCODE: """9 Moray Park, «eh 8»|flat in «EH 8»|up in «g51», top flat|the postcode starts «EH6»|down «eh six» way|in «gee fifty one» I think
        |somewhere «DD2»-ish|«ML3» something|24 Baird Street, «fk2»|she stays in «e h eleven» now|«EH16, 4AB»|«G5I 2AB»|«EH1O 4LA»|«eh16 4 ab»
        |«ky11 4mk»|«dg1 2-jk»|postcode is «gee forty one three en aitch»|postcode «e h six five q t»|«ky twelve» I think|moved to «ml five»
        |postcode is «echo hotel six five quebec tango»|the house in «kay why eleven»|«G41 3» something|it was «EH8 9**»|got a house in «G20»
        |he's in «ne6» with his brother|ma flat's in «g 51»|KILMARNOCK, «KA 1»|«EH8/9YL»|(«EH8) 9YL»|from «Eh 54» over|«G 21 3» something""",
    Kind.REFERENCE: """the housing ref is «hl/20418/gw»|Hosp ref «UHPI 700318842Q»|«DA 55017» on the form|«40509-1187» it said|key no «9826 1004 5521»
        |incident «2231 of the 4th»|claim «CLM0077341902»|meter «S88A 77120»|key safe «4471»|the keysafe is «4471»|PIN «2291»|the keysafe's «1958» if|pin number «2 2 9 1»
        |buzzer code «1983»|fob «C4412»|locker «117»|home office no «c 1234567»|docket «33187»|carefirst «998877»|ASN plan «0042»|the case, «B1234», is closed
        |prison number «123456»|SPIN «118822»|PNC «24/118823K»|CRN «118-20-33K»|crn «h 1123»|share code «W12 34A BC9»|UTR «11822 34402»
        |council tax «7011822-4»|SSSC «3011822»|SCN «011822044»|MPAN «18 0004 2217 663»|gas card «1182 2044»|SAR «24/118»|booking «QX7TR2»
        |key safe is «two four seven one»|door code «seven seven four oh»|the code's «four four oh nine»|pin is «nineteen eighty four»
        |court reference is «EDI dash AW one one seven dash twenty four»|reference «H L slash two zero four one eight»|ref number «alpha bravo one two three»
        |ref «hl 20418 gw»|His refernce is «HO-M1882407»|prisoner nmuber «148803»|wifi password «kestrel4471»|his alarm unit «A 7713»""",
    Kind.VEHICLE: """his car «sm 68 ypd»|car «sm68 y p d»|reg «S M 6 8 Y P D»|reg «sierra mike six eight yankee papa delta»|his car «kilo sierra five two» something
        |reg «s m sixty eight y p d»|reg starts «sm68»|plate ending «YPD»|the old escort, «K 456 DEF»|a silver Golf «P 4 ABC»|white transit «abc 123 d»
        |number plate was «s k nineteen v t w»|registration «SK one nine VTW»|a red mazda «wlz 882»|«SM68.YPD» van|Polish plates «WX 12345»""",
    Kind.NATIONAL_INSURANCE: """NI «QQ 12 34 56 C»|Gordon, «QQ 12 34 56 C».|nino «qq/12/34/56/c»|NI «JK 4O 91 27 B»|insurance number «jk 40 91 27»
        |national insurance is «q q twelve thirty four fifty six c»|NI number «quebec quebec one two three four five six charlie»|NI number ends «27B»""",
    Kind.PASSPORT: "passport ends «8417»|passport: «12 AB 34567»|Eritrean passport no. «K0118220»|travel doc no «R118220»",
    Kind.DRIVING_LICENCE: "licence «RAHMA 855 112 S99LT»|«WISNI 712 045 K99XY»|driving licence «brown 912 315 j99 ab»",
    Kind.ACCOUNT: """sort code «83 dash 14 dash 07»|sort code «eighty three fourteen oh seven»|account is «double four one two nine oh one two»
        |acct «7001 2288 16»|account «2208 714 331»|acc «0 0 4 4 7 7 1 9»|account ending «4471»|sort code is «8 0 2 2 6 1»""",
    Kind.PHONE: "he said «double oh seven seven»",
}
FOUND = [
    pytest.param(kind, case.strip(), id=f"{kind}: {case.strip()}".encode("ascii", "replace").decode())
    for kind, cases in (*POSITIVE.items(), *AS_WORKERS_WRITE.items())
    for case in cases.split("|")
]

NOTHING = [
    "in 2019 she was 41",
    "£1,200",
    "£12000 a year",
    "12000 steps",
    "at 10:30 and 14.15",
    "P7 and S2 pupils",
    "24/7",
    "9-5",
    "50/50",
    "35%",
    "1:1",
    "2019-2023\n",
    "2023/24",
    "GIRFEC",
    "3-2",
    "Covid-19",
    "covid2020",
    "MAPPA 2",
    "section 25",
    "s.47",
    "CPL Act 2014",
    "Level 3",
    "Band 6",
    "A4",
    "M74",
    "A9",
    "M8 motorway",
    "B12 vitamin",
    "12/03/2024 at 10\n",
    "12.03.24",
    "mid-2019",
    "the 1990s",
    "1500mg",
    "120/80",
    "0900-1700",
    "10am-12pm",
    "the 2014 Act",
    "S6 5th period",
    "we took the A720",
    "7.30pm-8.15pm\n",
    "breathe in one two three four five six seven eight",
    "one two three",
    "Order 2014",
    "report 2021",
    "called 3 times in 2019",
    "pH 7",
    "so 12 3pm\n",
    "at 15 she was",
    "the 12a bus",
    "step 1.2.3 done",
    "call me at 10.30 on 12/03/2024",
    "case study 2",
    "the case in 2019",
    "P5/P6",
    "S1-S3",
    "ages 5-12\n",
    "10-15 minutes",
    "Children (Scotland) Act 1995",
    "and the office.me and her",
    "it was good.so we left",
    "@ 3pm",
    "100 per cent",
    "room 101",
    "phase 3",
    "number 25\n",
    "page 123",
    "one hundred and twenty",
    "three four or five times",
    "P1-P7",
    "the S4 boy",
    "a P6 and a P4",
    "M8 bus",
    "the A9 road",
    "rang 3 times",
    "tai chi at 1030\n",
    "NHS 24",
    "NHS 111",
    "called 999",
    "in 2019 2020 and 2021",
    "AT 15 SHE WAS AND NOBODY KNEW",
    "20 minutes, 10 minutes",
    "24 hours",
    "H2O",
    "4x4",
    "1st 2nd 3rd\n",
    "Section 12A",
    "s.22",
    "para 3.4",
    "1 in 4",
    "2.5 hours",
    "£50k",
    "50p",
    "7-8 year olds",
    "01/02/2024 11am",
    "from 2019-20 to 2022-23",
    "look at this",
    "the text in it\n",
    "ran on and on...then",
    "a week or so",
    "me 2 they",
    "he is 6ft",
    "SCQF 7",
    "Level 2 of 4",
    "Form E",
    "page 3 of 12",
    "the bank at 10",
    "eh two minutes later she laughed",
    "eh, six of them",
    "I said eh 8 times",
    "he has a wee one two streets over",
    "it was one or two slash three, I could not say",
    "we spoke about section 12 and part 3 of the Act",
    "she was seen in ward 12 at 10 past",
    "case conference at 2.30",
    "the case of the 4th",
    "report due by 2024",
    "my plan for 2025",
    "the plan at 1030",
    "I pinned 3 papers",
    "the door opened at 1015",
    "the alarm went at 0715",
    "I set my alarm for 0630",
    "alarm at 6.45",
    "the key thing is 3 of us",
    "code red 2 times",
    "rate your stress one two three",
    "box 3 of 12",
    "in the year twenty twenty four",
    "meeting at nine thirty in room twelve",
    "at ten to six",
    "ten past eight and the car was gone",
    "the car at 10.15",
    "the car park on level 2",
    "we drove 120 miles",
    "the van 20 minutes late",
    "he drove the A82 in 2019",
    "we parked for 20 min and left",
    "a ford fiesta from 2012",
    "two cars in 10 minutes",
    "a bike for her 8 year",
    "S1 to S6",
    "P1 and P2 classes",
    "in my p4 class",
    "she got 4 As and 2 Bs",
    "ML 5mg",
    "take 5 ml at 8",
    "PA 2 days a week",
    "PH 7.4",
    "pa five times",
    "ma pa two years ago",
    "the G20 summit",
    "G8 leaders",
    "one a one b",
    "plan a plan b",
    "I have 2 to 3 a week",
    "10 a day",
    "number one two three testing",
    "twenty twenty vision",
    "I told her a hundred times",
    "chapter 3, page 118",
    "the M77 and the A737",
    "it scored 18/24",
    "he is on 20 mg then 40 mg",
    "ni hao 2019",
    "NI in 1998",
    "peace in NI 1998 agreement",
    "account for 20 minutes",
    "account of 45 minutes",
    "card of 30 words",
    "licence to 2028",
    "on a scale of one to ten I was a seven",
    "breathing in for four hold for four out for six",
    "it cost 12 pounds 50",
    "SC 2024",
    "Q4 2023",
    "B1 English",
    "A1 to B2 level",
    "C2 and C1 levels",
    "H5N1",
    "CO2 levels",
    "Type 2 diabetes",
    "T2 and T21",
    "week 12 of 16",
    "step 12",
    "aged 14 to 16",
    "two three years back",
    "he said one, two, three, go",
    "twenty five to nine",
    "we met at 14:30 on the 12th",
    "my hands at ten and two",
    "in 30 to 40 minutes",
    "regulation 12",
    "ward 3b at 9",
    "number 7 bus",
    "the 44 bus",
    "a dozen, no, ten",
    "the order of 2 May",
    "hearing on 12 March 2024",
    "hearing 12 March 2024",
    "hearing at 1030",
    "court at 10",
    "police at 0230",
    "the incident at 2145",
    "housing in 2021",
    "app for 3 days",
    "log off at 1700",
    "key worker 2 days",
    "a tag for 120 days",
    "tag for 4 months",
    "her account of 2019",
]


def whole(case: str) -> tuple[str, str]:
    before, rest = case.split("«")
    wanted, after = rest.split("»")
    return before + wanted + after, wanted


@pytest.mark.parametrize(("kind", "case"), FOUND)
def test_a_number_is_found_whole(kind: Kind, case: str) -> None:
    text, wanted = whole(case)
    start = text.index(wanted, case.index("«"))
    exactly = [
        span
        for span in recognise(text)
        if (span.start, span.end, span.kind) == (start, start + len(wanted), kind)
    ]
    assert exactly, [(text[s.start : s.end], s.kind.value) for s in recognise(text)]


@pytest.mark.parametrize("text", [case.strip() for case in NOTHING])
def test_an_everyday_figure_is_left_alone(text: str) -> None:
    assert [(text[s.start : s.end], s.kind.value, s.level.value) for s in recognise(text)] == []


def test_a_labelled_number_with_a_wrong_checksum_is_still_sure() -> None:
    assert {s.level for s in recognise("CHI 0101011230") if s.kind is Kind.CHI} == {Level.SURE}


def test_digits_that_nothing_explains_are_only_looked_at() -> None:
    assert {s.level for s in recognise("it said 12345678 there")} == {Level.LOOK}


def test_checksums_know_the_published_examples() -> None:
    assert is_chi("0101011237")
    assert not is_chi("0101201234")
    assert is_nhs("9434765919")
    assert not is_nhs("9434765918")
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert is_iban("gb29nwbk60161331926819")
    assert not is_iban("gb29nwbk60161331926818")


def found_whole(text: str, wanted: str, kind: Kind) -> bool:
    start = text.index(wanted)
    return any(s.start == start and s.end == start + len(wanted) and s.kind is kind for s in recognise(text))


gaps = st.sampled_from(["", " ", "-", "  ", " - ", "\u00a0", "\u2013", "\u2009", "\u2011"])
dotted_gaps = st.sampled_from(["", " ", "-", ".", "  ", "\u00a0", "\u2013"])


def spaced(
    draw: Callable[[st.SearchStrategy[str]], str], signs: str, separators: st.SearchStrategy[str] = gaps
) -> str:
    return "".join(sign + draw(separators) for sign in signs[:-1]) + signs[-1]


@st.composite
def health_numbers(draw: st.DrawFn, *, chi: bool) -> str:
    if chi:
        born = draw(st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 1, 1)))
        body = f"{born:%d%m%y}{draw(st.integers(0, 999)):03}"
    else:
        body = str(draw(st.integers(400_000_000, 999_999_999)))
    for check in string.digits:
        if is_nhs(body + check):
            return spaced(draw, body[:6]) + draw(gaps) + spaced(draw, body[6:] + check)
    return "0101011237" if chi else "9434765919"


@given(health_numbers(chi=True))
def test_every_chi_number_is_found_in_any_spacing(number: str) -> None:
    assert found_whole(f"it is {number}, I think", number, Kind.CHI)


@given(health_numbers(chi=False))
def test_every_nhs_number_is_found_in_any_spacing(number: str) -> None:
    text = f"it is {number}, I think"
    assert found_whole(text, number, Kind.NHS) or found_whole(text, number, Kind.CHI)


@given(
    st.data(),
    st.from_regex(r"[ABCEGHJ-PRSTWXYZ][ABCEGHJ-NPRSTWXYZ][0-9]{6}[A-D]", fullmatch=True),
    st.booleans(),
)
def test_every_national_insurance_number_is_found(data: st.DataObject, number: str, lower: bool) -> None:
    if number[:2] in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}:
        return
    separator = data.draw(gaps)
    number = separator.join((number[:2], number[2:4], number[4:6], number[6:8], number[8]))
    number = number.lower() if lower else number
    assert found_whole(f"it is {number}, I think", number, Kind.NATIONAL_INSURANCE)


AREAS = [
    "AB",
    "AL",
    "B",
    "BA",
    "BD",
    "BT",
    "CA",
    "CF",
    "DD",
    "DG",
    "E",
    "EC",
    "EH",
    "FK",
    "G",
    "GL",
    "HS",
    "IV",
    "KA",
    "KW",
    "KY",
    "L",
    "LS",
    "M",
    "ML",
    "N",
    "NE",
    "PA",
    "PH",
    "S",
    "SE",
    "SW",
    "TD",
    "W",
    "YO",
    "ZE",
]


@given(
    st.sampled_from(AREAS),
    st.from_regex(r"[0-9][0-9]?", fullmatch=True),
    st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True),
    st.sampled_from(["", " ", "  ", "-", "\u00a0"]),
    st.booleans(),
)
@example("S", "1", "2UP", " ", True)
def test_every_full_postcode_is_found(area: str, district: str, unit: str, gap: str, lower: bool) -> None:
    code = area + district + gap + unit
    if lower and unit in {"1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH"}:
        return  # `s6 5th` is a school year and a period
    code = code.lower() if lower else code
    assert found_whole(f"it is {code}, I think", code, Kind.POSTCODE)


@given(st.data(), st.sampled_from(["4", "51", "55", "2221", "6011", "34", "37"]))
def test_every_card_is_found_in_any_spacing(data: st.DataObject, opening: str) -> None:
    length = 15 if opening in {"34", "37"} else 16
    body = opening + data.draw(
        st.text(string.digits, min_size=length - 1 - len(opening), max_size=length - 1 - len(opening))
    )
    number = next(body + check for check in string.digits if is_card(body + check))
    number = spaced(data.draw, number)
    assert found_whole(f"it is {number}, I think", number, Kind.CARD)


@given(
    st.data(),
    st.from_regex(r"[A-Z]{4}[0-9]{14}", fullmatch=True),
    st.sampled_from([("GB", 22), ("IE", 22)]),
    st.booleans(),
)
def test_every_iban_is_found_in_any_spacing(
    data: st.DataObject, body: str, country: tuple[str, int], lower: bool
) -> None:
    code, _length = country
    check = 98 - int("".join(str(int(sign, 36)) for sign in f"{body}{code}00")) % 97
    number = spaced(data.draw, f"{code}{check:02}{body}", st.sampled_from(["", " ", "-"]))
    number = number.lower() if lower else number
    assert found_whole(f"it is {number}, I think", number, Kind.ACCOUNT)


@given(
    st.data(),
    st.sampled_from(["07", "01", "02", "03", "0800"]),
    st.sampled_from(["0", "+44", "+44 (0)", "0044", "44 "]),
)
def test_every_british_phone_is_found_in_any_spacing(data: st.DataObject, opening: str, prefix: str) -> None:
    first = data.draw(st.sampled_from("123456789")) if opening in {"01", "02"} else "7"
    national = opening[1:] + first
    national += data.draw(st.text(string.digits, min_size=10 - len(national), max_size=10 - len(national)))
    if prefix.startswith("44") and national[0] == "8":
        return
    number = prefix + spaced(data.draw, national, dotted_gaps)
    text = f"it is {number}, I think"
    start = text.index(number)
    found = [
        s
        for s in recognise(text)
        if s.kind is Kind.PHONE and s.start <= start and s.end >= start + len(number)
    ]
    dated = re.match(
        r"\d\d[.\u2013-]\d\d[.\u2013-]\d\d(?:\d\d)?[ \u00a0]", number
    )  # `07.12.24 ...` is a day first
    assert found or dated


@settings(max_examples=300)
@given(st.text() | st.text("0123456789 @.-/:+()#abcdefoht£\u00a0\u0130é\uff11", max_size=80))
def test_spans_lie_inside_any_text_and_are_direct(text: str) -> None:
    for span in recognise(text):
        assert 0 <= span.start < span.end <= len(text)
        assert span.kind.tier is Tier.DIRECT


def test_plain_signs_keep_every_character_where_it_was() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert len(plain(every)) == len(every)
