"""A session pack as a document: the fixed order of SP4 on one side, and the session sheet of SP11 on a second page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.journal.pack import Part
from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table

if TYPE_CHECKING:
    from tip_reflect.journal.pack import Pack

TITLE = "For a peer session"
EDGE = "For a peer reflection session. Not a case record. Written so that it points to no one; if it does, tell me. Please hand back or shred."
"""SP10, in the words of the notice `pack_header`."""
WORDS_ON_A_SIDE, LINES_ON_A_SIDE = 350, 60
"""SP3: one side of A4."""
LETTERS_ON_A_LINE = 90
SHEET = (
    ("0–5", "Welcome, agreement read out, one-word check-in, “anything urgent to report first?”", "Host"),
    ("5–7", "Last time's actions (if presenter wants)", "Presenter"),
    ("7–14", "Presenter speaks from the pack; ends with the question", "Presenter"),
    ("14–19", "Clarifying questions only (no “why did you…”)", "Group"),
    (
        "19–34",
        (
            "Presenter listens. Group wonders aloud: what we notice, feel, might be assuming; one principle as lens; "
            "then, only if asked for, ideas"
        ),
        "Group",
    ),
    ("34–40", "Presenter: what landed, what I will leave, what I will try", "Presenter"),
    (
        "40–45",
        "Learning with no one in it (one line each); closing round; “need anything after this?”",
        "All",
    ),
)
"""DOMAIN 3.2."""
GROUND_RULES = (
    "Roles, not names.",
    "What is said stays, except risk of harm or a duty to report.",
    "No recording.",
    "Ask before advising.",
    "No vivid detail without warning and a yes.",
    "Pass at any time.",
    "No managers' decisions made here.",
    "Notes are about learning only.",
    "Hosts rotate.",
)
ROOM_FOR_THE_GROUP = 5


def pack_document(pack: Pack) -> Document:
    """The page as it leaves. Nothing is in it but what the worker marked or typed, and these fixed words."""
    page = _question_only(pack) if pack.question_only else _whole(pack)
    sheet = _sheet() if pack.with_sheet else ()
    return Document((Heading(TITLE, level=1), *page, *sheet), edge=EDGE)


def _question_only(pack: Pack) -> tuple[Block, ...]:
    """SP5: a single line."""
    return (Paragraph(pack.question),)


def _whole(pack: Pack) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if pack.want is not None:
        blocks += [Heading("What I want"), Paragraph(pack.want.label)]
    if pack.question.strip():
        blocks += [Heading("My one question"), Paragraph(pack.question)]
    for part in Part:
        if lines := pack.of(part):
            blocks += [Heading(part.label), Bullets(tuple(line.text for line in lines))]
    if pack.lens is not None:
        blocks += [Heading("The principle as a lens"), Paragraph(f"{pack.lens.mark} {pack.lens.label}")]
    if pack.please_do_not.strip():
        blocks += [Heading("Please do not"), Paragraph(pack.please_do_not)]
    if pack.hard_to_hear is not None:
        theme = f"Yes: {pack.theme}" if pack.theme.strip() else "Yes"
        blocks += [Heading("Is any of it hard to hear?"), Paragraph(theme if pack.hard_to_hear else "No")]
    blocks += [Heading("What the group said"), Room(ROOM_FOR_THE_GROUP)]
    return tuple(blocks)


def _sheet() -> tuple[Block, ...]:
    return (
        NewPage(),
        Heading("The session: 45 minutes"),
        Paragraph("Host: ____________________     Begins: __________     Ends: __________"),
        Table(("Minutes", "What", "Who"), SHEET),
        Heading("What we agree"),
        Bullets(GROUND_RULES),
    )


def on_one_side(pack: Pack) -> tuple[int, int]:
    """How many words and how many lines of its one side a pack fills; the sheet is not counted."""
    words = lines = 0
    for block in pack_document(pack).blocks:
        match block:
            case NewPage():
                break
            case Heading(words=text):
                written, extra = [text], 1
            case Paragraph(words=text):
                written, extra = [text], 0
            case Bullets(items=items):
                written, extra = list(items), 0
            case Room(lines=count):
                written, extra = [], count
            case Table():
                written, extra = [], 0
        words += sum(len(text.split()) for text in written)
        lines += extra + sum(
            -(-max(1, len(line)) // LETTERS_ON_A_LINE) for text in written for line in text.split("\n")
        )
    return words, lines
