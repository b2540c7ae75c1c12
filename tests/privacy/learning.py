"""Learns the weights of `privacy/weights.py` from the develop texts, and writes them beside the finder's words.

    uv run --with scikit-learn python tests/privacy/learning.py [--look]

Three straight-line models (logistic regression, with the smallest weights left out): does a word belong to anything
that is marked, and if so to what; and do two words side by side belong to one thing. The report part is never read. `--look` writes nothing: it learns from four fifths of the develop texts at a
time and prints what is found in the other fifth.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, partial
from random import Random
from unittest.mock import patch

import numpy as np
from finding_ours import found_by_us
from making_corpus import SEEDS, made
from reading_corpus import JIGSAW, KINDS, Annotated, Gold, read_part
from scipy.sparse import csr_matrix
from scoring import Found, burden, judged, recall_by
from sklearn.linear_model import LogisticRegression
from tables import share, table

from tip_reflect.privacy import weighing, weights
from tip_reflect.privacy.check import by_rules
from tip_reflect.privacy.evidence import WAYS_BETWEEN, between, evidence, sight
from tip_reflect.privacy.finding import Span, Tier

SEEN_AT_LEAST = 3
STRENGTH = 0.3
LEAST, LEAST_OF_KINDS = 0.1, 0.15
FIFTHS = 5

Thing = tuple[str, str]
"""A way of looking, and what is seen."""

Things = list[Sequence[Thing]]
"""Of each word, or each place between two, all that is weighed."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn what the company a word keeps says of it.")
    parser.add_argument(
        "--look", action="store_true", help="write nothing; print what unseen texts would show"
    )
    texts = read_part("develop")
    if parser.parse_args().look:
        print(unseen(texts))
        return
    worth, kinds, links = learned(further(texts))
    weights.WEIGHTS.write_bytes(weights.packed(worth, kinds, links))
    count = sum(map(len, (*worth.values(), *links.values())))
    print(f"{count:,} weights: {weights.WEIGHTS.stat().st_size:,} bytes")


def unseen(texts: Sequence[Annotated]) -> str:
    """What is found in each fifth of the texts with weights learned from the other four."""
    findings: dict[str, list[Found]] = {}
    for fifth in range(FIFTHS):
        others = [text for at, text in enumerate(texts) if at * FIFTHS // len(texts) != fifth]
        worth, kinds, links = learned(further(others))
        with (
            patch.object(weighing, "worth", cache(partial(weights.in_a_text, worth))),
            patch.object(weighing, "kinds", lambda k=kinds: k),
            patch.object(weighing, "links", lambda k=links: k),
        ):
            for text in texts[-(-fifth * len(texts) // FIFTHS) : -(-(fifth + 1) * len(texts) // FIFTHS)]:
                findings[text.id] = found_by_us(text.text)
    result = judged(texts, [findings[text.id] for text in texts])
    recalls = recall_by(result.hits, lambda hit: hit.gold.label)
    rows = [(label, str(found.count), share(found.whole)) for label, found in sorted(recalls.items())]
    rows.append(("decisions in 300 quiet words", "", f"{burden(result):.1f}"))
    return table("texts the weights were not learned from, found whole, %", ("kind", "n", "whole"), rows)


def further(texts: Sequence[Annotated]) -> list[Annotated]:
    """Hand-written texts, and the same with other people in other hands."""
    return [*texts, *made(tuple(texts), "develop", Random(SEEDS["develop"]))]


def weighed(text: Annotated) -> tuple[Things, list[str], Things, list[bool]]:
    """All that is seen of each word, and what each is marked as, empty where it is not; then all that is seen of each
    place between two words where something is found or marked, and whether both belong to one thing."""
    look = by_rules(text.text)
    view = sight(text.text, look.words, look.spans)
    columns = dict(evidence(view))
    for way, kept_as in weights.TOLD_BY_SURE.items():
        columns[kept_as] = [f"{view.sure} {seen}" for seen in columns[way]]
    weighed = view.weighed()
    words = [[(way, values[at]) for way, values in columns.items()] for at in range(len(weighed))]
    each = list(zip(view.starts, view.ends, strict=True))
    golds = [_over(text.gold, *word) for word in each]
    found = [_over(look.spans, *word) for word in each]
    marks = [_kind(text.gold[golds[at]].label) if golds[at] >= 0 else "" for at in weighed]
    asked = [at for at in range(len(each) - 1) if not found[at] == found[at + 1] >= 0]
    one = [golds[at] == golds[at + 1] >= 0 and text.gold[golds[at]].label != JIGSAW for at in asked]
    return words, marks, [list(zip(WAYS_BETWEEN, between(view, at), strict=True)) for at in asked], one


def _over(spans: Sequence[Gold] | Sequence[Span], start: int, end: int) -> int:
    """Which of the spans these words belong to; -1 for none."""
    return next((at for at, span in enumerate(spans) if span.start < end and start < span.end), -1)


def _kind(label: str) -> str:
    """A gold label as one of weights.KINDS."""
    if label == JIGSAW or KINDS[label].tier is Tier.NAMED:
        return label
    return "number"


def learned(texts: Iterable[Annotated]) -> tuple[weights.Worth, weights.Kinds, weights.Worth]:
    """The worth of each thing seen, what it says of each kind, and what says that two words are one thing.

    What says next to nothing is left out.
    """
    words: Things = []
    marks: list[str] = []
    between: Things = []
    one: list[bool] = []
    for text in texts:
        more, marked, places_between, are_one = weighed(text)
        words += more
        marks += marked
        between += places_between
        one += are_one
    worth = _worth(words, [bool(mark) for mark in marks])
    links = _worth(between, one)

    telling = set(weighing.WAYS_OF_KIND)
    marked_words = [
        [each for each in word if each[0] in telling] for word, mark in zip(words, marks, strict=True) if mark
    ]
    answers = [[mark == kind for mark in marks if mark] for kind in weights.KINDS]
    places, columns, _ = _straight_line(marked_words, answers)
    kinds: dict[str, dict[str, tuple[float, ...]]] = {}
    for (way, what), row in zip(places, zip(*columns, strict=True), strict=True):
        if max(map(abs, row)) >= LEAST_OF_KINDS:
            kinds.setdefault(way, {})[what] = tuple(round(float(weight), 1) for weight in row)
    return worth, kinds, links


def _worth(words: Things, answers: Sequence[bool]) -> weights.Worth:
    """What each thing seen says for a yes."""
    places, (weights,), (start,) = _straight_line(words, [answers])
    worth: dict[str, dict[str, float]] = {"all": {"": round(start, 2)}}
    for (way, what), weight in zip(places, weights, strict=True):
        if abs(weight) >= LEAST:
            worth.setdefault(way, {})[what] = round(float(weight), 2)
    return worth


def _straight_line(
    words: Things, answers: Sequence[Sequence[bool]]
) -> tuple[dict[Thing, int], list[Sequence[float]], list[float]]:
    """What was seen often enough, and for each question its weights and where it starts from."""
    places = _places(words)
    matrix = _matrix(words, places)
    models = [
        LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(matrix, each)
        for each in answers
    ]
    return places, [model.coef_[0] for model in models], [float(model.intercept_[0]) for model in models]


def _places(words: Things) -> dict[Thing, int]:
    """A column for each thing seen often enough, in order of first meeting."""
    count = Counter(each for word in words for each in word)
    return {each: at for at, each in enumerate(one for one, often in count.items() if often >= SEEN_AT_LEAST)}


def _matrix(words: Things, places: dict[Thing, int]) -> csr_matrix:
    ends, columns = [0], []
    for word in words:
        columns += [places[each] for each in word if each in places]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(places)))


if __name__ == "__main__":
    main()
