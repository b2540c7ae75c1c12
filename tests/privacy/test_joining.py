"""Pieces that are one thing are one finding, and what is found once is found everywhere."""

import re

import pytest
from reading_corpus import read_part

from tip_reflect.privacy.blurring import blur
from tip_reflect.privacy.check import find
from tip_reflect.privacy.cues import KIN
from tip_reflect.privacy.dictionary import Flag, plain
from tip_reflect.privacy.finding import Finding, Kind, Tier
from tip_reflect.privacy.tokens import tokens


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


def is_unmistakable(finding: Finding) -> bool:
    """Whether the same words elsewhere would be the same thing: not `a Will` and not `P4`, whose words have other uses."""
    if finding.kind in (Kind.DATE, Kind.AGE) or finding.tier is Tier.JIGSAW or len(finding.text) < 3:
        return False
    words = tokens(finding.text)
    return not words or any(
        not word.flags & (Flag.COMMON | Flag.WORD) and len(word.text) > 2 and word.key not in KIN
        for word in words
    )


@pytest.mark.parametrize("text", read_part("develop")[::3], ids=lambda text: text.id)
def test_blurred_text_holds_nothing_that_was_found_in_any_form_or_case(text):
    blurred = plain(blur(text.text))
    for finding in filter(is_unmistakable, find(text.text)):
        assert not re.search(rf"(?<!\w){re.escape(plain(finding.text))}(?!\w)", blurred), finding.kind
