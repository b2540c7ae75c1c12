import re
from datetime import datetime
from random import Random

import pytest
from inventing_numbers import INVENTED, chi, iban_checked, luhn_digit, mod_11_digit, nhs, spoken_phone
from making_corpus import SEEDS, for_each_origin, frames, from_frames, made
from naming import Cast, origins
from reading_corpus import NOTHING, Annotated, cut_at_marks, joined, read_part
from rewriting import called, dictated, lowered, mistyped, names_only, shouted, swapped, unpunctuated

PARTS = ("develop", "report")


def annotated(body: str, register: str = "formal") -> Annotated:
    return joined(cut_at_marks(body, where="test"), id="t", register=register)


def marked(text: Annotated) -> list[str]:
    return [text.text[gold.start : gold.end] for gold in text.gold]


def polish() -> Cast:
    return Cast(next(origin for origin in origins("develop") if origin.name == "polish"), Random(1))


def test_the_checksums_are_those_of_known_good_numbers() -> None:
    assert mod_11_digit("943476591") == 9
    assert mod_11_digit("010101001") in range(11)
    assert luhn_digit("411111111111111") == 1
    assert iban_checked("GB", "WEST12345698765432") == "GB82WEST12345698765432"


@pytest.mark.parametrize("part", PARTS)
def test_every_chi_has_a_real_date_and_checks_and_no_nhs_number_reads_as_one(part: str) -> None:
    random = Random(4)
    for _ in range(200):
        digits = re.sub(r"\D", "", chi(random, part))
        assert datetime.strptime(digits[:6], "%d%m%y")  # noqa: DTZ007
        assert int(digits[9]) == mod_11_digit(digits[:9])
        other = re.sub(r"\D", "", nhs(random, part))
        assert int(other[9]) == mod_11_digit(other[:9])
        assert int(other[:2]) > 31


def test_a_spoken_number_says_eleven_digits() -> None:
    for seed in range(30):
        words = spoken_phone(Random(seed), "report").split()
        assert sum(1 for word in words if word != "double") + words.count("double") == 11


def test_a_person_has_one_new_name_all_through_and_keeps_title_case_and_possessive() -> None:
    text = annotated(
        "{{person:Mrs Brown}} and {{person:Kirsty Brown}}. {{person:Kirsty}}'s {{person:BROWN}} {{person:big kirsty}}"
    )
    cast = polish()
    new = swapped(text, cast, id="n")
    mrs, full, kirsty, shouting, big = marked(new)
    first, family = full.split()
    assert mrs == f"Mrs {family}"
    assert first in cast.origin.first
    assert family in cast.origin.family
    assert (kirsty, shouting, big) == (first, family.upper(), f"big {first.lower()}")
    assert first not in {"Kirsty", family}
    assert f"{kirsty}'s" in new.text
    assert {gold.origin for gold in new.gold} == {"polish"}


def test_what_is_no_name_stays_when_names_are_swapped() -> None:
    text = annotated("{{person:Jo}} of {{place:Leith}}, {{age:P4}}")
    assert marked(swapped(text, polish(), id="n"))[1:] == ["Leith", "P4"]


def test_other_hands_keep_every_mark() -> None:
    text = annotated(
        "Well, {{person:Jo}}'s gran (in {{place:Leith}}) rang, at {{date:15:40}}. It was nothing, really; she laughed."
    )
    assert lowered(text, id="n").text == text.text.lower()
    assert marked(shouted(text, id="n")) == ["JO", "LEITH", "15:40"]
    bare = unpunctuated(text, id="n", random=Random(0))
    assert not set(",.;()") & set(bare.text)
    assert marked(bare) == marked(text)
    assert marked(dictated(text, id="n", random=Random(0))) == ["Jo", "Leith", "twenty to four"]


def test_typos_change_words_and_never_what_is_marked() -> None:
    text = annotated(
        "people wandering around {{organisation:wandering people}} wondering about everything always"
    )
    new = mistyped(text, id="n", random=Random(0), rate=1.0)
    assert marked(new) == ["wandering people"]
    assert not new.text.startswith("people wandering")


def test_what_a_person_is_called_leaves_out_the_title() -> None:
    assert [called(words) for words in ("Mrs Kirsty Brown", "Big Tam", "Auntie", "Jo")] == [
        "Kirsty Brown",
        "Tam",
        "",
        "Jo",
    ]
    text = names_only(annotated("{{person:Mrs Brown}} of {{place:Leith}}"))
    assert (text.text, marked(text)) == ("Mrs Brown of Leith", ["Brown"])


def test_no_name_of_the_report_is_a_name_of_development() -> None:
    develop, report = (
        {name.casefold() for origin in origins(part) for name in (*origin.first, *origin.family)}
        for part in PARTS
    )
    assert not develop & report
    assert len(develop) > 500


def test_there_are_at_least_fourteen_origins_with_enough_names() -> None:
    both = [origins(part) for part in PARTS]
    assert len(both[0]) >= 14
    for develop, report in zip(*both, strict=True):
        assert len(develop.first) + len(report.first) >= 30
        assert len(develop.family) + len(report.family) >= 30


def test_the_parts_share_no_frame() -> None:
    develop, report = ({frame.text for frame in frames(part)} for part in PARTS)
    assert not develop & report


@pytest.mark.parametrize("part", PARTS)
def test_filled_frames_leave_no_slot_open_and_plant_every_shape(part: str) -> None:
    texts = tuple(from_frames(part, Random(2)))
    assert not [text.id for text in texts if re.search(r"<\w+>", text.text)]
    planted = {gold.label for text in texts for gold in text.gold}
    assert planted >= {label for label, _ in INVENTED.values()} | {"person", "date", "age"}
    assert not [text.id for text in texts if text.register == NOTHING and text.gold]


def test_a_title_and_a_name_are_one_mark() -> None:
    texts = from_frames("develop", Random(2))
    titled = [
        words for text in texts for words in marked(text) if words.startswith(("Mrs", "Mr ", "Ms", "Dr"))
    ]
    assert len(titled) > 10
    assert all(" " in words for words in titled)


@pytest.mark.parametrize("part", PARTS)
def test_the_builder_makes_several_hundred_texts_the_same_each_time(part: str) -> None:
    written = read_part(part)
    once = made(written, part, Random(SEEDS[part]))
    assert once == made(written, part, Random(SEEDS[part]))
    assert once != made(written, part, Random(SEEDS[part] + 1))
    assert len(once) > 300
    assert len({text.id for text in once}) == len(once)


def test_each_origin_has_the_same_texts_and_as_many_names() -> None:
    texts = (annotated("{{person:Jo}} and {{person:Mrs Brown}}"), annotated("no one"))
    by_origin = [[gold.origin for gold in text.gold] for text in for_each_origin(texts, "report", Random(1))]
    assert len(by_origin) == len(origins("report"))
    assert all(len(each) == 2 for each in by_origin)
