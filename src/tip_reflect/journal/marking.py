"""Words a worker marked for peers: a stretch of one answer, and nothing else of the entry (SP1)."""

from dataclasses import dataclass, field
from uuid import UUID

from tip_reflect.journal.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """`words == entry.answers[place].text[start:end]`, as they were when they were marked."""

    entry_id: UUID
    place: int
    start: int
    end: int
    words: str = field(repr=False, compare=False)


def mark_of(entry: Entry, place: int, start: int, end: int) -> Mark | None:
    """These words of an answer, without the blanks around them; None where nothing is left."""
    text = entry.answers[place].text
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return (
        Mark(entry_id=entry.id, place=place, start=start, end=start + len(words), words=words)
        if words
        else None
    )


def with_mark(marks: tuple[Mark, ...], new: Mark, entry: Entry) -> tuple[Mark, ...]:
    """The marks of an entry with one more; marks that touch or overlap in one answer become one."""
    start, end = new.start, new.end
    others = []
    for mark in marks:
        if mark.place == new.place and mark.start <= end and start <= mark.end:
            start, end = min(start, mark.start), max(end, mark.end)
        else:
            others.append(mark)
    text = entry.answers[new.place].text
    whole = Mark(entry_id=entry.id, place=new.place, start=start, end=end, words=text[start:end])
    return tuple(sorted((*others, whole)))


def without_mark(marks: tuple[Mark, ...], place: int, at: int) -> tuple[Mark, ...]:
    """The marks of an entry less any that lies over this character of this answer."""
    return tuple(mark for mark in marks if not (mark.place == place and mark.start <= at < mark.end))


def anchored(mark: Mark, text: str) -> Mark | None:
    """The same words in the answer as it reads now, the nearest if they stand there more than once; None if gone."""
    if text[mark.start : mark.end] == mark.words:
        return mark
    places = []
    at = text.find(mark.words)
    while at >= 0:
        places.append(at)
        at = text.find(mark.words, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - mark.start))
    return Mark(
        entry_id=mark.entry_id, place=mark.place, start=start, end=start + len(mark.words), words=mark.words
    )
