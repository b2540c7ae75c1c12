"""What stands beside a span: what fits there as English depends on it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from tip_reflect.privacy.cues import ACTS, AUXILIARIES
from tip_reflect.privacy.finding import Kind, Span
from tip_reflect.privacy.swap_words import ENDS_A_PHRASE, NO_ARTICLE, VERBS_OF_BEING
from tip_reflect.privacy.tokens import SENTENCE_END, Token

_GAPS = (" ", "\u00a0")
_NO_NOUNS = ENDS_A_PHRASE | ACTS | AUXILIARIES | VERBS_OF_BEING


@dataclass(slots=True)
class Sides:
    """One text, `low` in plain signs, and its words."""

    text: str
    low: str
    words: Sequence[Token]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [token.start for token in self.words]

    def before(self, start: int) -> Token | None:
        """The word just before a place in the text, with one space between and no 's."""
        return self.before_word(bisect_left(self.starts, start), start)

    def before_word(self, at: int, start: int) -> Token | None:
        """The same where the place's first word is known."""
        if at == 0:
            return None
        token = self.words[at - 1]
        return token if self.text[token.end : start] in _GAPS and not token.possessive else None

    def after(self, span: Span) -> Token | None:
        """The word just after a span, or joined to it with a hyphen."""
        at = bisect_left(self.starts, span.end)
        if at >= len(self.words) or self.text[span.end : self.words[at].start] not in (*_GAPS, "-"):
            return None
        return self.words[at]

    def noun_after(self, span: Span) -> Token | None:
        """The word just after a span, where it seems to be a noun that the span is said of: the Monday `meeting`."""
        token = self.after(span)
        if token is None or token.key in _NO_NOUNS or token.key.endswith("ly") or not token.english:
            return None
        return None if token.capital and not token.shouted else token

    def is_said_whose(self, span: Span) -> bool:
        """Whether the word before takes no article after it: `their`, `the`, `her own`, `Kirsty's`."""
        at = bisect_left(self.starts, span.start)
        if at == 0 or self.text[span.start : span.start + 1] in "\"“‘'":
            return False
        before = self.words[at - 1]
        if before.key == "that" and span.kind is Kind.PERSON:
            return False  # I learned that Shona left
        if before.possessive:
            return self.low[before.end : span.start] in ("'s ", "' ")
        return before.key in NO_ARTICLE and self.text[before.end : span.start] == " "

    def begins(self, start: int) -> bool:
        """Whether a sentence begins at a place in the text."""
        at = bisect_left(self.starts, start)
        if at < len(self.words) and self.words[at].start == start:
            return self.words[at].begins
        return at == 0 or SENTENCE_END.search(self.text, self.words[at - 1].end, start) is not None  # EH6

    def shouts(self, span: Span) -> bool:
        """Whether it is written in capitals, among capitals in its own sentence."""
        written = self.text[span.start : span.end]
        if (len(written) == 1 and written.isalpha()) or written != written.upper():
            return False
        before, after = bisect_left(self.starts, span.start) - 1, bisect_left(self.starts, span.end)
        return (
            before >= 0
            and _is_shouted(self.words[before])
            and not SENTENCE_END.search(self.text, self.words[before].end, span.start)
        ) or (
            after < len(self.words)
            and _is_shouted(self.words[after])
            and not SENTENCE_END.search(self.text, span.end, self.words[after].start)
        )

    def eats_a_full_stop(self, span: Span) -> bool:
        """Whether its last sign ends the sentence too: `I met Mr H-W.`"""
        if not self.text.endswith(".", span.start, span.end):
            return False
        at = bisect_left(self.starts, span.end)
        if at == len(self.words) or "\n" in self.text[span.end : self.words[at].start]:
            return True
        return self.words[at].capital and not self.words[at].shouted


def _is_shouted(word: Token) -> bool:
    """Whether a word is in capitals, and not because it is CAMHS."""
    return word.shouted and (word.english or not word.cased)
