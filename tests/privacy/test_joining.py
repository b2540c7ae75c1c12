"""Pieces that are one thing are one finding, and what is found once is found everywhere."""

import pytest

from tip_reflect.privacy.blurring import blur
from tip_reflect.privacy.check import find


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("We met at Kirkhill Primery after lunch.", "Kirkhill Primery"),
        ("Her gran is in the hospice at Ayr now.", "hospice at Ayr"),
        ("I rang Glenlee nursery class about a place.", "Glenlee nursery class"),
        ("Kinship visit to Mr and Mrs Tannahill today.", "Mr and Mrs Tannahill"),
        ("He comes home at the end of October.", "end of October"),
        ("They stay at 18 Braes View, Denny with his gran.", "18 Braes View, Denny"),
        ("The shed is up off the M8 somewhere.", "M8"),
    ],
)
def test_a_name_in_pieces_is_one_finding(text, whole):
    start = text.index(whole)
    assert any(one.start <= start and start + len(whole) <= one.end for one in find(text))


@pytest.mark.parametrize(
    ("text", "apart"),
    [("In Leith Kirsty told me.", ("Leith", "Kirsty")), ("Kirsty, Tomasz and I went.", ("Kirsty", "Tomasz"))],
)
def test_two_things_side_by_side_stay_two(text, apart):
    assert tuple(one.text.removeprefix("In ") for one in find(text)) == apart


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (
            "Kirsty's son goes to Larkfield Primary. LARKFIELD PRIMARY rang. i like larkfield primary.",
            "larkfield",
        ),
        ("I told Agnieszka. then agnieszka left, and AGNIESZKA's mum rang agnieszkas gran", "agnieszka"),
        ("We met in Garrowhill. the garrowhill bus was late", "garrowhill"),
    ],
)
def test_what_is_blurred_in_one_place_stands_in_no_other(text, gone):
    assert gone not in blur(text).casefold()
