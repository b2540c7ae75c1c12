"""Find what is on the writer's own list: every one, in any case and form."""

import re
from collections.abc import Iterator, Sequence

from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.cues import SMALL_WORDS, TITLES, VERB_NAMES
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.tokens import Token

_KINDS = {Watched.NAME: Kind.PERSON, Watched.PLACE: Kind.PLACE, Watched.SERVICE: Kind.ORGANISATION}
_SHAPES = {"#": r"\d", "@": r"[^\W\d_]", " ": r"\s*", "-": r"[\s‐‑–-]*", "/": r"\s*/\s*"}


def recognise(text: str, words: Sequence[Token], watched: Sequence[WatchedName]) -> Iterator[Span]:
    """Spans of watched names, whole and in their parts, and of numbers of a watched shape."""
    parts: dict[str, Kind] = {}
    small: set[str] = set()
    for line in watched:
        if line.what is Watched.NUMBER:
            for match in _shape(line.words).finditer(text):
                yield Span(*match.span(), Kind.REFERENCE, Level.SURE)
            continue
        kind = _KINDS[line.what]
        for match in _as_written(line.words).finditer(text):
            yield Span(*match.span(), kind, Level.SURE)
        pieces = [plain(piece) for piece in re.split(r"[\s.,‐‑-]+", line.words) if piece]
        yield from _phrases(words, pieces, kind)
        for piece in pieces if kind is Kind.PERSON else ():
            alone = len(pieces) == 1
            if not alone and (piece in TITLES | SMALL_WORDS - VERB_NAMES or len(piece) < 3):
                continue
            parts[piece] = kind
            if not alone and piece in VERB_NAMES:
                small.add(piece)
    if not parts:
        return
    for token in words:
        for piece in {token.key, *re.split("[‐‑-]", token.key)}:
            form = piece if piece in parts else _form(piece, parts)
            if form and not (form in small and not token.capital):
                yield Span(token.start, token.end, parts[form], Level.SURE)


def _form(key: str, parts: dict[str, Kind]) -> str:
    """The watched name a word is a form of: Kirstys, Kirsty's."""
    for ending in ("'s", "s", "s'", "ies"):
        stem = key[: -len(ending)] + ("y" if ending == "ies" else "")
        if key.endswith(ending) and stem in parts:
            return stem
    return ""


def _phrases(words: Sequence[Token], pieces: Sequence[str], kind: Kind) -> Iterator[Span]:
    for first in range(len(words) - len(pieces) + 1):
        run = words[first : first + len(pieces)]
        if all(_same(token.key, piece) for token, piece in zip(run, pieces, strict=True)):
            yield Span(run[0].start, run[-1].end, kind, Level.SURE)


def _same(key: str, piece: str) -> bool:
    return key == piece or key in (f"{piece}s", f"{piece}'s")


def _as_written(words: str) -> re.Pattern[str]:
    """The line as it stands, in any case and with any spaces, whatever signs are in it."""
    parts = r"[\s\u00a0]+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){parts}(?!\w)", re.IGNORECASE)


def _shape(words: str) -> re.Pattern[str]:
    """A watched number as a pattern; what is not a sign stands for itself, in any case."""
    return re.compile(
        r"(?<!\w)" + "".join(_SHAPES.get(sign, re.escape(sign)) for sign in words.strip()) + r"(?!\w)",
        re.IGNORECASE,
    )
