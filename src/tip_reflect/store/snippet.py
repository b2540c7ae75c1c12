"""The words around a find, on one line.

The found entries are indexed once more, by themselves and in memory, and their finds marked there: to mark them in
the journal's own index would mean reading it again for each of them.
"""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from tip_reflect.store.rows import AnswerRow

Spans = tuple[tuple[int, int], ...]

LONGEST = 160
_BEFORE = 48

# Characters Unicode promises never to give a meaning stand for the marks.
_OPENING, _CLOSING = "\ufdd0", "\ufdd1"
# In the copy that is marked, a text's own marks, and the NUL that would end it early, count as spaces.
_CLEAN = str.maketrans(dict.fromkeys("\0" + _OPENING + _CLOSING, " "))


def snippets_of(session: Session, keys: Sequence[int], expression: str) -> dict[int, tuple[str, Spans]]:
    """By entry key, the words around its first find; its first words where no answer holds one (a tag did)."""
    query = (
        select(AnswerRow.key, AnswerRow.entry_key, AnswerRow.text)
        .where(col(AnswerRow.entry_key).in_(keys))
        .order_by(col(AnswerRow.entry_key), col(AnswerRow.key))
    )
    answers = [(key, entry, text) for key, entry, text in session.exec(query) if text.strip()]
    found = _marked(session, [(key, text.translate(_CLEAN)) for key, _, text in answers], expression)
    chosen: dict[int, tuple[str, Spans]] = {}
    first: dict[int, tuple[str, Spans]] = {}
    for key, entry, text in answers:
        if key in found:
            chosen.setdefault(entry, (text, found[key]))
        first.setdefault(entry, (text, ()))
    return {entry: around(text, spans) for entry, (text, spans) in (first | chosen).items()}


def _marked(session: Session, texts: list[tuple[int, str]], expression: str) -> dict[int, Spans]:
    """Where the finds are in each text that has any. The index is gone when the transaction ends."""
    if not texts:
        return {}
    connection = session.connection()
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE temp.shown USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.exec_driver_sql("INSERT INTO temp.shown(rowid, text) VALUES (?, ?)", texts)
    rows = connection.exec_driver_sql(
        "SELECT rowid, highlight(shown, 0, ?, ?) FROM temp.shown WHERE shown MATCH ?",
        (_OPENING, _CLOSING, expression),
    ).all()
    connection.exec_driver_sql("DROP TABLE temp.shown")
    return {key: spans_in(highlighted) for key, highlighted in rows}


def spans_in(highlighted: str) -> Spans:
    """Where the marked parts are in the text without its marks."""
    spans: list[tuple[int, int]] = []
    before, *rest = highlighted.split(_OPENING)
    length = len(before)
    for part in rest:
        match, _, after = part.partition(_CLOSING)
        spans.append((length, length + len(match)))
        length += len(match) + len(after)
    return tuple(spans)


def around(text: str, spans: Spans) -> tuple[str, Spans]:
    """At most LONGEST characters of the text about the first span, white space made single, spans moved with it."""
    start, end = _window(text, spans[0][0] if spans else 0)
    line: list[str] = ["…"] if start else []
    places: list[int] = []
    for character in text[start:end]:
        places.append(len(line))
        if not character.isspace():
            line.append(character)
        elif line and line[-1] != " ":
            line.append(" ")
    places.append(len(line))
    if end < len(text):
        line.append("…")
    moved = (
        (places[max(a, start) - start], places[min(b, end) - start])
        for a, b in spans
        if a < end and b > start
    )
    return "".join(line), tuple(span for span in moved if span[0] < span[1])


def _window(text: str, first: int) -> tuple[int, int]:
    start = max(0, first - _BEFORE)
    if start:
        at_word = text.find(" ", start, first)
        start = at_word + 1 if at_word >= 0 else start
    end = start + LONGEST - 2
    if end < len(text):
        at_word = text.rfind(" ", first + (end - first) // 2, end)
        end = at_word if at_word >= 0 else end
    return start, end
