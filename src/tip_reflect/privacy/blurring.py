"""Put other words in place of what was found."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy.check import find
from tip_reflect.privacy.finding import Finding, Tier
from tip_reflect.privacy.subjects import PEOPLE

ROUNDS = 6
"""New words bring new company, so the blurred text is looked at again; the last round takes out what is left."""


def blur(text: str, watched: Sequence[WatchedName] = ()) -> str:
    """The text with every tier 1 and 2 finding replaced by its first suggestion. Idempotent."""
    given: set[str] = set()
    for left in reversed(range(ROUNDS)):
        findings = [one for one in find(text, watched) if one.tier is not Tier.JIGSAW]
        if not findings:
            break
        text = replaced(text, findings, partial(_first, frozenset(given)) if left else lambda _: "")
        given.update(one.suggestions[0].casefold() for one in findings if one.kind in PEOPLE)
    return text


def replaced(text: str, findings: Iterable[Finding], words_for: Callable[[Finding], str | None]) -> str:
    """The text with each finding's words changed; None leaves them as they are.

    Words taken out take one of the spaces beside them along.
    """
    parts: list[str] = []
    at = 0
    for finding in findings:
        words = words_for(finding)
        if words is None:
            continue
        before = text[at : finding.start]
        end = finding.end
        if not words and (not before or before[-1:].isspace()) and text[end : end + 1] == " ":
            end += 1
        elif (
            not words and before.endswith(" ") and text[end : end + 1] in {"", ".", ",", ";", "!", "?", "\n"}
        ):
            before = before[:-1]
        parts += [before, words]
        at = end
    return "".join([*parts, text[at:]])


def _first(given: frozenset[str], finding: Finding) -> str:
    """The first suggestion; for a person, the first that an earlier round gave nobody."""
    offered = finding.suggestions
    if finding.kind not in PEOPLE:
        return offered[0]
    return next((words for words in offered if words.casefold() not in given), offered[0])
