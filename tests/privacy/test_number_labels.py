"""The words before a number: each way that one can begin is on the list of openings, or it would never be looked at."""

from importlib import import_module
from itertools import product
from typing import Any

from tip_reflect.privacy import number_labels


def _written(parts: Any) -> set[str]:
    """Every string that a parsed pattern without loops matches, what stands around it aside."""
    strings = {""}
    for kind, held in parts:
        strings = {"".join(pair) for pair in product(strings, _one(str(kind), held))}
    return strings


def _one(kind: str, held: Any) -> set[str]:
    match kind:
        case "LITERAL":
            return {chr(held)}
        case "IN":
            assert all(str(kind) == "LITERAL" for kind, _code in held)
            return {chr(code) for _kind, code in held}
        case "BRANCH":
            return set().union(*map(_written, held[1]))
        case "SUBPATTERN":
            return _written(held[3])
        case "MAX_REPEAT":
            assert held[:2] == (0, 1)
            return {""} | _written(held[2])
    assert kind in {"ASSERT", "ASSERT_NOT"}, kind
    return {""}


def test_every_opening_of_a_telling_word_is_listed() -> None:
    labels = _written(import_module("re._parser").parse(number_labels._LABEL._pattern.pattern))
    assert len(labels) > 5000
    assert {
        found[0] for label in labels if (found := number_labels._OPENING.match(label))
    } == number_labels._OPENINGS
