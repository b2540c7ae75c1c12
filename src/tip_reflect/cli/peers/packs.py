"""A pack on the command line: what is copied into it, how it is listed, and how it reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from tip_reflect.cli import plain
from tip_reflect.cli.naming import short_ids
from tip_reflect.cli.terminal import say
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.pack import MOST_BRIEF_LINES, PackLine, Part
from tip_reflect.sharing.session_page import LINES_ON_A_SIDE, WORDS_ON_A_SIDE, on_one_side, pack_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.pack import Leaving, Pack
    from tip_reflect.privacy.finding import Finding
    from tip_reflect.store.store import Store

ALL_COPIED = "Nothing is marked in entry {}, so all of its answers were copied. Mark words to bring less: tip-reflect mark {}"
NO_WORDS = "There are no words in that entry to copy, so no pack was made or changed."


def copied(store: Store, entries: Iterable[Entry], part: Part) -> tuple[PackLine, ...]:
    """The marked words of these entries, in their order; all the answers of one that has no mark, which is said.

    Naming an entry on the command line is the worker's own marking of it (SP1). Raises TipReflectError for no words.
    """
    lines: list[PackLine] = []
    for entry in entries:
        words = [mark.words for mark in store.marks(entry.id)]
        if not words:
            words = [answer.text.strip() for answer in entry.answered()]
            short = short_ids([entry.id])[entry.id]
            if not words:
                raise TipReflectError(NO_WORDS)
            say(ALL_COPIED.format(short, short))
        lines += [PackLine(part=part, text=each, source=entry.id) for each in words]
    return tuple(lines)


def with_lines(pack: Pack, lines: Sequence[PackLine]) -> Pack:
    """The pack with more lines; the part on the impact is switched on where there are some for it (SP4)."""
    if not lines:
        return pack
    impact = pack.with_impact or any(line.part is Part.IMPACT for line in lines)
    return pack.changed(lines=(*pack.lines, *lines), with_impact=impact)


def own_lines(words: str, part: Part) -> tuple[PackLine, ...]:
    """What the worker typed, a line for each."""
    return tuple(PackLine(part=part, text=line.strip()) for line in words.split("\n") if line.strip())


def pack_as_text(pack: Pack) -> str:
    """How the page reads as plain text: exactly what `pack export --format txt` writes."""
    from tip_reflect.sharing.session_forms import SessionForm, write_document

    return write_document(pack_document(pack), SessionForm("txt")).decode()


def print_packs(packs: Sequence[Pack]) -> None:
    """One line each: start of the id, the day, how far it has come, and what it asks."""
    shorts = short_ids(pack.id for pack in packs)
    for pack in packs:
        click.echo(
            f"{shorts[pack.id]}  {pack.made.local_date.isoformat()}  {pack.state.value:<5}  {plain.line(pack.title)}"
        )


def say_room(pack: Pack) -> None:
    """How much of its one side it fills; over is allowed, with a gentle note (SP3)."""
    words, lines = on_one_side(pack)
    say(
        f"{words} words and about {lines} lines. One side of paper holds about {WORDS_ON_A_SIDE} words, {LINES_ON_A_SIDE} lines."
    )
    if words > WORDS_ON_A_SIDE or lines > LINES_ON_A_SIDE:
        say("That is more than one side. It can stay so; shorter is easier to listen to.")
    elif len(pack.of(Part.BRIEF)) > MOST_BRIEF_LINES:
        say(
            f"The brief has more than {MOST_BRIEF_LINES} lines. It can stay so; fewer are easier to listen to."
        )


def pack_as_json(pack: Pack) -> dict[str, Any]:
    """Everything of a pack; a line's number is what `pack edit` takes."""
    words, lines = on_one_side(pack)
    return {
        **row(pack),
        "question_only": pack.question_only,
        "lines": [
            {
                "number": number,
                "part": line.part.value,
                "text": line.text,
                "entry": str(line.source) if line.source else None,
            }
            for number, line in enumerate(pack.lines, start=1)
        ],
        "with_impact": pack.with_impact,
        "lens": pack.lens.value if pack.lens else None,
        "please_do_not": pack.please_do_not or None,
        "hard_to_hear": pack.hard_to_hear,
        "theme": pack.theme or None,
        "guess": pack.guess.value or None,
        "with_sheet": pack.with_sheet,
        "words_on_the_side": words,
        "lines_on_the_side": lines,
    }


def row(pack: Pack) -> dict[str, Any]:
    """What a list says of a pack."""
    return {
        "id": str(pack.id),
        "made_at": pack.made.at.isoformat(),
        "state": pack.state.value,
        "want": pack.want.value if pack.want else None,
        "question": pack.question or None,
        "entries": [str(one) for one in pack.sources()],
    }


def leaving_as_json(leaving: Leaving) -> dict[str, Any]:
    return {
        "number": leaving.key,
        "at": leaving.at.at.isoformat(),
        "form": leaving.form,
        "pack": str(leaving.pack_id),
        "entries": [str(one) for one in leaving.entry_ids],
        "sha256": leaving.digest,
    }


def print_standing(found: Sequence[tuple[str, Finding]], *, err: bool) -> None:
    """One line each: where, what it is, the words, and what to say instead."""
    for title, one in found:
        instead = plain.line(one.suggestions[0]) if one.suggestions and one.suggestions[0] else "leave it out"
        click.echo(f"{title}: {one.kind.label}: {plain.line(one.text)}  ->  {instead}", err=err)


def without_lines(pack: Pack, gone: Iterable[int]) -> Pack:
    """The pack without the lines of these numbers, counted from 1."""
    out = set(gone)
    return pack.changed(
        lines=tuple(line for number, line in enumerate(pack.lines, start=1) if number not in out)
    )


def with_line(pack: Pack, number: int, words: str) -> Pack:
    """The pack with this line in other words; its entry stays as it is (SP2)."""
    lines = list(pack.lines)
    lines[number - 1] = replace(lines[number - 1], text=words)
    return pack.changed(lines=tuple(lines))


def standing_as_json(title: str, one: Finding) -> dict[str, Any]:
    """A finding and the heading it stands under; offsets are those of its piece."""
    return {
        "under": title,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind.value,
        "tier": int(one.tier),
        "level": one.level.value,
        "suggestions": list(one.suggestions),
    }
