import pytest
from reading_corpus import Annotated, cut_at_marks, joined
from scoring import Found, burden, false_alarms, judged, misses, origin_gap, precision, recall

from tip_reflect.privacy.finding import Kind, Level


def annotated(body: str, register: str = "formal", id: str = "t") -> Annotated:
    return joined(cut_at_marks(body, where="test"), id=id, register=register)


def found(text: Annotated, words: str, kind: Kind, level: Level = Level.SURE) -> Found:
    start = text.text.index(words)
    return Found(start, start + len(words), kind, level)


NAMES = annotated("Saw {{person:Kirsty Brown}} in {{place:Leith}}, a {{jigsaw:twin sister}} of hers.")


def test_a_name_half_found_is_not_found_whole_and_counts_its_characters() -> None:
    result = judged([NAMES], [[found(NAMES, "Kirsty", Kind.PERSON)]])
    got = recall(hit for hit in result.hits if hit.gold.label == "person")
    assert got is not None
    assert (got.count, got.whole, got.characters, got.as_its_kind) == (1, 0.0, 6 / 12, 1.0)


def test_two_findings_that_leave_the_space_between_do_not_find_a_name_whole() -> None:
    parts = [found(NAMES, "Kirsty", Kind.PERSON), found(NAMES, "Brown", Kind.PERSON)]
    assert not judged([NAMES], [parts]).hits[0].whole
    assert judged([NAMES], [[*parts, Found(10, 11, Kind.PERSON)]]).hits[0].whole


def test_findings_of_any_kind_cover_but_only_the_right_kind_says_what_it_is() -> None:
    hit = judged([NAMES], [[found(NAMES, "Leith", Kind.PERSON)]]).hits[1]
    assert hit.whole
    assert not hit.as_its_kind


def test_look_counts_for_recall_and_not_for_sure() -> None:
    hit = judged([NAMES], [[found(NAMES, "Leith", Kind.PLACE, Level.LOOK)]]).hits[1]
    assert hit.whole
    assert not hit.sure_whole
    assert hit.sure_covered == 0


def test_a_jigsaw_fact_is_found_when_it_is_touched() -> None:
    assert judged([NAMES], [[found(NAMES, "twin", Kind.FAMILY)]]).hits[2].whole
    assert not judged([NAMES], [[]]).hits[2].whole


def test_findings_over_one_another_are_not_counted_twice() -> None:
    twice = [found(NAMES, "Kirsty", Kind.PERSON), found(NAMES, "Saw Kirsty", Kind.PERSON)]
    assert judged([NAMES], [twice]).hits[0].covered == 6


def test_precision_is_of_sure_findings_in_texts_with_something_to_find() -> None:
    quiet = annotated("Will I go home", "nothing", id="q")
    findings = [
        [
            found(NAMES, "Leith", Kind.PLACE),
            found(NAMES, "Saw", Kind.PERSON),
            found(NAMES, "hers", Kind.PERSON, Level.LOOK),
        ],
        [found(quiet, "Will", Kind.PERSON)],
    ]
    result = judged([NAMES, quiet], findings)
    assert precision(result.alarms) == (2, 0.5)
    assert [words for words, *_ in false_alarms(result.alarms)] == ["saw", "hers", "will"]


def test_burden_counts_a_word_once_a_text_and_only_where_there_is_nothing() -> None:
    quiet = [
        annotated("Hope, hope and Hope again is all. " * 10, "nothing", id=each) for each in ("q1", "q2")
    ]
    assert len(quiet[0].text.split()) == 70
    each = [
        Found(0, 4, Kind.PERSON),
        Found(6, 10, Kind.PERSON, Level.LOOK),
        Found(15, 19, Kind.PERSON),
        Found(0, 4, Kind.DATE),
    ]
    result = judged([*quiet, NAMES], [each, each, [found(NAMES, "Saw", Kind.PERSON)]])
    assert burden(result) == pytest.approx(4 * 300 / 140)
    assert burden(result, (Level.LOOK,)) == pytest.approx(2 * 300 / 140)
    assert burden(judged([NAMES], [[]])) is None


def test_the_gap_is_from_the_worst_origin_to_the_best() -> None:
    def of(origin: str, id: str) -> Annotated:
        named = (
            piece._replace(origin=origin) for piece in cut_at_marks("{{person:Jo}} {{person:Al}}", where="t")
        )
        return joined(named, id=id, register="formal")

    texts = [of("polish", "a"), of("igbo", "b")]
    result = judged(texts, [[Found(0, 2, Kind.PERSON), Found(3, 5, Kind.PERSON)], [Found(0, 2, Kind.PERSON)]])
    ordered, gap = origin_gap(result.hits)
    assert list(ordered) == ["igbo", "polish"]
    assert gap == pytest.approx(0.5)


def test_the_worst_miss_is_the_most_direct_and_the_least_covered() -> None:
    text = annotated("{{person:Kirsty}} {{person:Brown}} {{phone:07700 900123}} {{age:nine}}")
    result = judged(
        [text], [[Found(0, 3, Kind.PERSON), found(text, "07700", Kind.PHONE), found(text, "nine", Kind.AGE)]]
    )
    assert [hit.words for hit in misses(result.hits)] == ["07700 900123", "Brown", "Kirsty"]


def test_a_finding_outside_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the text"):
        judged([NAMES], [[Found(0, len(NAMES.text) + 1, Kind.PERSON)]])
