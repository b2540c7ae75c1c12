"""What a person types in the search box, as words the index understands. Any characters at all are safe here.

Each word must be found; the last one may still be being typed, so it is also taken as the beginning of a word.
"""

import string
import unicodedata

MOST_WORDS = 24
"""A pasted page is searched by its first words: each word costs a look through the index."""

# The index keeps stems. A word half typed ("walki") is no stem and begins none, so it is also tried finished.
_ENDINGS = (
    "ing", "ings", "ed", "es", "ies", "al", "ally", "ation", "ations", "ational", "ment", "ments", "ness",
    "fulness", "ful", "fully", "able", "ably", "ible", "ability", "ive", "ively", "iveness", "ity", "ities", "ly",
    "ously", "ousness", "ence", "ance", "ent", "ant", "er", "ers", "or", "ors", "ism", "ist", "ise", "ised",
    "ising", "ize", "ized", "izing", "ion", "ions", "ional", "ibility",
)  # fmt: skip
_SHORTEST_STEM = 2
_STEMMED_FROM = 3


def words_in(typed: str) -> list[str]:
    """The words in what was typed: runs of letters, digits and their marks, in any script."""
    kept = "".join(character if _in_word(character) else " " for character in typed)
    return kept.split()[:MOST_WORDS]


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] in "LNM"


def folded(text: str) -> str:
    """Text without capitals or accents, as the index compares it."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def names_word(name: str, word: str, *, unfinished: bool) -> bool:
    """Whether a tag or thread name holds this word, or one that begins so."""
    sought = folded(word)
    return any(
        there.startswith(sought) if unfinished else there == sought for there in map(folded, words_in(name))
    )


def whole(word: str) -> str:
    """The index expression for a finished word and its other forms (visit, visits, visited)."""
    return f'"{word}"'


def beginning(word: str) -> str:
    """The index expression for a word that may not be finished yet."""
    return " OR ".join((whole(word), *_prefixes(word), *(whole(finished) for finished in _finished(word))))


def _prefixes(word: str, letters_more: int = 2) -> list[str]:
    """Ask for words that begin so.

    The index would cut "was" down to the stem "wa" and then offer every word in wa-, and make "plati" of "platy",
    which begins no word. So a word whose end would be changed is asked for by its next letter: wasa-, wasb- and so
    on, and by the one after that where that letter would be changed in turn.
    """
    end = word.lower()
    changed = len(word) >= _STEMMED_FROM and end.endswith(("s", "ed", "ing", "y")) and not end.endswith("ss")
    if not changed or not letters_more:
        return [f'"{word}"*']
    return [
        asked for letter in string.ascii_lowercase for asked in _prefixes(word + letter, letters_more - 1)
    ]


def _finished(word: str) -> list[str]:
    """The words this could become when its ending is typed out: walki, walking; dropp, dropped."""
    doubled = [word + ending for ending in ("ed", "ing", "er", "y") if word[-1:] == word[-2:-1]]
    return doubled + [
        word + ending[typed:]
        for ending in _ENDINGS
        for typed in range(1, len(ending))
        if word.lower().endswith(ending[:typed]) and len(word) - typed >= _SHORTEST_STEM
    ]
