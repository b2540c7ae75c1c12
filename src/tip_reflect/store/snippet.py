"""The words around a find, on one line."""

LONGEST = 160
_BEFORE = 48


def marked(highlighted: str, opening: str, closing: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where each marked part was."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    first, *rest = highlighted.split(opening)
    plain.append(first)
    length += len(first)
    for part in rest:
        match, _, after = part.partition(closing)
        spans.append((length, length + len(match)))
        plain += (match, after)
        length += len(match) + len(after)
    return "".join(plain), spans


def around(text: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
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
