"""Ages and stages of school are found in figures and words, and a number that counts something is no age."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy.ages import recognise
from tip_reflect.privacy.finding import Kind, Level
from tip_reflect.privacy.pages import read


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in recognise(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 7 yr old boy", ["7 yr old"]),
        ("the seven-year-old cried", ["seven-year-old"]),
        ("Eicht year auld.", ["Eicht year auld"]),
        ("Her three yera old, he", ["three yera old"]),
        ("Fiffty-eight years old", ["Fiffty-eight years old"]),
        ("is five weeks old", ["five weeks old"]),
        ("two and a half year old", ["two and a half year old"]),
        ("6yo and 14 y/o", ["6yo", "14 y/o"]),
        ("12, 14 and 17 year olds", ["12", "14", "17 year olds"]),
        ("he is aged 41", ["aged 41"]),
        ("aged between 4 and 9", ["4", "9"]),
        ("at the age of 12", ["12"]),
        ("she's 41", ["41"]),
        ("she’s 41", ["41"]),
        ("she's nine", ["nine"]),
        ("he is nine and a half, small for it", ["nine and a half"]),
        ("He is ninety-two.", ["ninety-two"]),
        ("She's ninety-wan noo", ["ninety-wan"]),
        ("She's twinty noo", ["twinty"]),
        ("he is seventy nine he came over", ["seventy nine"]),
        ("She is fuorteen and has learnt", ["fuorteen"]),
        ("HE IS THIRTEEN AND HE DID", ["THIRTEEN"]),
        ("she just turned forty", ["just turned forty"]),
        ("she'll be 16 in June", ["16 in June"]),
        ("I was fifteen when", ["fifteen"]),
        ("he's fifteen now and taller than me", ["fifteen"]),
        ("Kayla (9) was there", ["9"]),
        ("Tyler-James Boyle (14) left", ["14"]),
        ("her son, 15, said", ["15"]),
        ("a man of seventy-four, a fall", ["seventy-four"]),
        ("mum 34", ["34"]),
        ("they're 15 and 17", ["15", "17"]),
        ("siblings 3, 5 and 8", ["3", "5", "8"]),
        ("kids are 3 and 5", ["3", "5"]),
        ("the wee one is four", ["four"]),
        ("the wean's 4", ["4"]),
        ("him only nine.", ["nine"]),
        ("L.M., who is only 4, was", ["4"]),
        ("E. is ten, no trouble", ["ten"]),
        ("Bobby's six and his chest is bad", ["six"]),
        ("taken NEVER. Not at 7 when she went to foster care", ["7"]),
        ("not at SIXTEEN when she signed", ["SIXTEEN"]),
        ("6 today!! and me", ["6"]),
        ("he'd promised. 6 today!! and me", ["6"]),
        ("baby is 6 weeks", ["6 weeks"]),
        ("a baby of eleven weeks and", ["eleven weeks"]),
        ("her twin sons, nineteen months, at", ["nineteen months"]),
        ("a man in his 30s", ["in his 30s"]),
        ("both in their eighties", ["in their eighties"]),
        ("early forties", ["early forties"]),
        ("mid-fifties", ["mid-fifties"]),
        ("her eighteenth birthday", ["eighteenth"]),
        ("his 16th birthday", ["16th"]),
        ("she's in P7, S3 next", ["P7", "S3"]),
        ("P6/7", ["P6/7"]),
        ("starts S1 in the autumn", ["S1"]),
        ("since primary two and i", ["primary two"]),
        ("rowan is nearly seven, skye four and a half", ["nearly seven", "four and a half"]),
        ("koby is eighteen months.", ["eighteen months"]),
        ("shes barely 18", ["barely 18"]),
        ("saw Omnia 7, Mazin 4.", ["7", "4"]),
        ("callum 8 and sophie 11 were in", ["8", "11"]),
        ("Hendry, Isa. 76y. Bank card", ["76y"]),
        ("Kyla, 14y7m, missing", ["14y7m"]),
        ("baby A. (9/52)", ["9/52"]),
        ("Arlo, aged 2 years 4 months, and", ["aged 2 years 4 months"]),
        ("She's echty-sax.", ["echty-sax"]),
        ("Kelsie who's seven held my hand", ["seven"]),
        ("the sisters. 19, 17, 15. sikh", ["19", "17", "15"]),
        ("with Uncle Gaz, 40s.", ["40s"]),
        ("went into care at seven", ["seven"]),
        ("mr oyelaran, seventy odd, opened it", ["seventy odd"]),
        ("robin is in nursery, four in may", ["in nursery", "four in may"]),
        ("he's in third year at school", ["third year at school"]),
    ],
)
def test_an_age_is_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "for 7 years",
        "three months ago",
        "three children and two of us",
        "she's 5 minutes late",
        "she scored 4",
        "he is one of them and she's one to watch",
        "it was two, there were four",
        "that's three now",
        "my caseload is 15",
        "she's 6 weeks clean",
        "she's 12 weeks pregnant",
        "in my first year of practice",
        "in the sixties",
        "she was in the early stages",
        "page p4",
        "under 5s",
        "question 4 and 5 and step 3",
        "£20 and 15%",
        "we were nine",
        "the primary school",
        "ten out of ten for effort",
        "i made a hundred and twenty of them",
        "i counted to ten and got twelve",
        "eleven calls and room 4",
        "table for two",
        "Mags + 4 of them",
        "nine of us round the table and one of them",
        "twenty nineteen",
        "at half four",
        "at four",
    ],
)
def test_a_number_that_counts_something_is_no_age(text: str) -> None:
    assert found(text) == []


def test_an_age_said_outright_is_sure_and_a_guess_is_worth_a_look() -> None:
    assert [span.level for span in recognise(read("a 7 year old"))] == [Level.SURE]
    assert [span.level for span in recognise(read("jamie is 9"))] == [Level.LOOK]


PIECES = [
    "she's ",
    "nine",
    " and ",
    "a half",
    "7",
    " year old",
    "her son",
    ", ",
    "15",
    "P7",
    "in his ",
    "30s",
    "İ",
    "’s ",
    "\n",
    ". ",
    "é́",
    "(9)",
    "twenty-",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for span in recognise(read(text)):
        assert end <= span.start < span.end <= len(text)
        assert span.kind is Kind.AGE
        end = span.end
