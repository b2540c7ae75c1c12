"""Dates, times and weekdays are found in every hand, and what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.privacy.dates import recognise
from tip_reflect.privacy.finding import Kind, Level
from tip_reflect.privacy.pages import read


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in recognise(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday at half three", ["on Tuesday at half three"]),
        ("we met 12/3/24 and 12.03.2024", ["12/3/24", "12.03.2024"]),
        ("held 2024-03-12 here", ["2024-03-12"]),
        ("on 12/3 she rang", ["on 12/3"]),
        ("the 12th of March she moved", ["the 12th of March"]),
        ("March 12 was bad", ["March 12"]),
        ("3rd of may", ["3rd of may"]),
        ("2 July", ["2 July"]),
        ("between 3 and 5 March", ["3 and 5 March"]),
        ("on the 14th she left", ["on the 14th"]),
        ("handed in on teh 28th wihtout a word", ["on teh 28th"]),
        ("on the twelfth", ["on the twelfth"]),
        ("the first of may twenty twenty four", ["the first of may twenty twenty four"]),
        ("in March 2019 they came", ["in March 2019"]),
        ("I gave it him in 2019.", ["in 2019"]),
        ("removed 2019, home 2021.", ["2019", "2021"]),
        ("in twenty nineteen", ["in twenty nineteen"]),
        ("she died in may", ["in may"]),
        ("packed his case in Mairch", ["in Mairch"]),
        ("not since january", ["january"]),
        ("w/c 4 March", ["w/c 4 March"]),
        ("seen at 3pm", ["at 3pm"]),
        ("visit at 3.15", ["at 3.15"]),
        ("rang at 9.20 to say", ["at 9.20"]),
        ("14:30 meeting", ["14:30"]),
        ("till 1500hrs", ["1500hrs"]),
        ("2-4pm on Friday", ["2-4pm on Friday"]),
        ("Wed and Fri, 10.15 to 10.55", ["Wed", "Fri, 10.15 to 10.55"]),
        ("half past 3 it was", ["half past 3"]),
        ("quarter to four", ["quarter to four"]),
        ("nearly half four before i left", ["half four"]),
        ("half seven to nine", ["half seven to nine"]),
        ("left at ten past two", ["at ten past two"]),
        ("came the back of nine", ["the back of nine"]),
        ("the back o fower", ["the back o fower"]),
        ("at hauf eleven an it wis quarter past wan", ["at hauf eleven", "quarter past wan"]),
        ("at wan o'clock", ["at wan o'clock"]),
        ("it was ten to when he phoned", ["ten to"]),
        ("at noon and at midnight", ["at noon", "at midnight"]),
        ("call at 4", ["at 4"]),
        ("call at four, she said", ["at four"]),
        ("till 4. then", ["4"]),
        ("it's eleven and i can still feel it", ["eleven"]),
        ("ten at night by the time i left", ["ten at night"]),
        ("doing that at 9 tmrw", ["at 9"]),
        ("COSTA, TWELVE FORTY, BLUE FOLDER", ["TWELVE FORTY"]),
        ("tues visit then thurs", ["tues", "thurs"]),
        ("Tuesday's visit", ["Tuesday's"]),
        ("Tuesday’s visit", ["Tuesday’s"]),
        ("Friday night again", ["Friday night"]),
        ("this Wednesday", ["this Wednesday"]),
        ("on mondays he goes", ["on mondays"]),
        ("because it was Firday and Thurdsay and Saterday", ["Firday", "Thurdsay", "Saterday"]),
        ("tak him on a Setterday", ["on a Setterday"]),
        ("Tribunal Mon 10am.", ["Mon 10am"]),
        ("retry 4pm Fri.", ["4pm Fri"]),
        ("i said on mon u cannot", ["on mon"]),
        ("on sat night", ["on sat night"]),
        ("Monday there she phoned", ["Monday there"]),
        ("at 21:35 on Saturday 18 May I was", ["at 21:35 on Saturday 18 May"]),
        ("Christmas Eve and Hogmanay", ["Christmas Eve", "Hogmanay"]),
        ("home for xmas", ["xmas"]),
        ("dob 12 03 11", ["12 03 11"]),
        ("DOB 120311", ["120311"]),
        ("born 3 June 2011", ["3 June 2011"]),
        ("rang first thing monday", ["first thing monday"]),
        ("it's a week on tuesday", ["a week on tuesday"]),
        ("left on a wet thursday", ["on a wet thursday"]),
        ("hid till after six.", ["after six"]),
        ("Forty meenits past wan tae see", ["Forty meenits past wan"]),
        ("N.T. rang 0130, 0155, 0240.", ["0130", "0155", "0240"]),
        ("cover her tmrw 11am", ["tmrw 11am"]),
        ("wed in since 98, out in '14", ["98", "'14"]),
        ("ten past eleven till twenty five to twelve", ["ten past eleven till twenty five to twelve"]),
        ("on Sunday the first", ["on Sunday the first"]),
        ("On Tuesday. Sat EDT.", ["On Tuesday", "Sat"]),
        ("oan tuesday nicht", ["oan tuesday nicht"]),
        ("yesterday afternoon", ["yesterday afternoon"]),
    ],
)
def test_a_date_is_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "today, now, this week, last week",
        "we had ten minutes and half an hour",
        "she may be late and this may have been why",
        "i march on and march him out",
        "we sat with it and sat at the table",
        "the sun came out",
        "mon then",
        "newly wed",
        "24/7 and 1:1 and 50/50 and 7/10",
        "a 7 year old",
        "at one point, at first, at two homes",
        "one of us had a second chance",
        "in second place on the second",
        "3 of them",
        "table for two",
        "it was the tenth which was not on the list",
        "Sat. Had to.",
        "quarter of the time",
        "level 3.15 of it",
        "the Children (Scotland) Act 1995",
        "as others say (Munro, 2011)",
        "for the third time",
        "on the 3rd floor",
        "the 21st century",
        "her 16th birthday",
        "five to ten minutes",
        "the back of the car",
        "at six meetings",
        "2.5 hours",
        "half of it",
        "school holidays",
        "£14.30 a week",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_uncertain_time_is_worth_a_look_and_a_certain_one_is_sure() -> None:
    assert [span.level for span in recognise(read("at 3pm"))] == [Level.SURE]
    assert [span.level for span in recognise(read("yesterday afternoon"))] == [Level.LOOK]


PIECES = [
    "on ",
    "Tuesday",
    " at ",
    "half ",
    "three",
    "12/3/24",
    "the 14th",
    "March",
    " 2019",
    "İ",
    "’s",
    "\n",
    ". ",
    "é́",
    "3pm",
    "ten to ",
    "sat ",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for span in recognise(read(text)):
        assert end <= span.start < span.end <= len(text)
        assert span.kind is Kind.DATE
        end = span.end
