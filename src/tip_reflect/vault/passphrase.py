"""The passphrase: one spelling for the same characters, and guidance while it is chosen.

Guidance informs; only a passphrase under a low floor is refused. Nothing here says back what was typed.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any

from tip_reflect.errors import UsageProblem

FLOOR = 8
"""Characters; the only thing that blocks."""

LOOKED_AT = 40
"""Characters that are weighed: what is past them only helps, and zxcvbn slows with the square of the length."""

ENOUGH_GUESSES = 3  # of zxcvbn's 0 to 4

ADD_WORDS = "Another word or two that do not belong with the rest would make it much harder to guess."


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Whether a passphrase can be used, how hard it is to guess in a word or two, and what would help."""

    acceptable: bool
    label: str
    advice: str


def normalise(passphrase: str) -> bytes:
    """Spell the passphrase as bytes (NFKC, UTF-8), so that é typed as one character or as two is the same key.

    Raises UsageProblem for what is not text (bytes that the terminal could not read as characters).
    """
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        # The cause holds the passphrase, so it is cut off here.
        raise UsageProblem(
            "Some of what was given as a passphrase could not be read as text. Nothing has changed. "
            "Set the terminal or the file to UTF-8, or use other characters, and try again."
        ) from None


def guide(passphrase: str) -> Guidance:
    """Say what would help someone who is choosing this passphrase, in words that never quote it."""
    try:
        text = normalise(passphrase).decode("utf-8")
    except UsageProblem as problem:
        return Guidance(acceptable=False, label="Not text", advice=str(problem))
    if len(text) < FLOOR:
        return Guidance(
            acceptable=False,
            label="Too short",
            advice=f"Use at least {FLOOR} characters. "
            "Four or five plain words that do not belong together are easy to remember and hard to guess.",
        )
    # Imported when used: its word lists take a while to load, and only someone choosing a passphrase needs them.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    weighed = zxcvbn(text[:LOOKED_AT])
    score: int = weighed["score"]
    if score > ENOUGH_GUESSES:
        return Guidance(acceptable=True, label="Hard to guess", advice="")
    if score == ENOUGH_GUESSES:
        return Guidance(
            acceptable=True, label="Quite hard to guess", advice="One more word would make it harder still."
        )
    label = "Could be harder to guess" if score == ENOUGH_GUESSES - 1 else "Easy to guess"
    return Guidance(acceptable=True, label=label, advice=f"{_why_guessable(weighed['sequence'])} {ADD_WORDS}")


def _why_guessable(sequence: list[dict[str, Any]]) -> str:
    """Give the reason behind the longest part that zxcvbn recognised, in our own words."""
    longest = max(sequence, key=lambda match: len(match["token"]))
    match longest["pattern"]:
        case "dictionary":
            return _why_listed(longest["dictionary_name"])
        case "spatial":
            return "Keys that lie side by side are among the first things tried."
        case "repeat":
            return "Repeating the same characters adds little."
        case "sequence":
            return "Letters or numbers that follow on from each other are among the first things tried."
        case "date" | "regex":
            return "Dates and years are among the first things tried."
        case _:
            return "It is short enough to be found by trying everything."


def _why_listed(dictionary: str) -> str:
    if dictionary == "passwords":
        return "A password that many people use is in it, or close to it."
    if dictionary in {"male_names", "female_names", "surnames"}:
        return "Names are among the first things tried."
    return "Common words on their own are among the first things tried."
