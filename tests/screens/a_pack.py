"""A journal with words marked for peers, and what came of them: what the tests of place 3 share."""

from datetime import datetime
from uuid import UUID

from a_desk import NOON, an_entry, numbered

from tip_reflect.app.widgets.shelf import Shelf
from tip_reflect.journal.bring_back import Action, BringBack, Trying
from tip_reflect.journal.entry import After, Moment
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.marking import mark_of
from tip_reflect.journal.pack import Guess, Leaving, Pack, PackLine, PackState, Part, Want
from tip_reflect.journal.principles import Principle

TRIED = "I met Kirsty's mum before the meeting. Her phone is 07700 900123."
WORKED = "Seeing the room first. It took ten minutes."
TENDER = "I said nothing when the heron was spoken over. It stays with me."
QUESTION = "How do I stay alongside without taking over?"
NOW = Moment(at=NOON)
DRAFT, READY, TAKEN = (UUID(int=number) for number in (11, 12, 13))
BROUGHT, TO_TRY, DONE, LINE = (UUID(int=number) for number in (21, 31, 32, 41))

ENTRY = an_entry(TRIED, WORKED, number=1, days_ago=4, prompts=["What I have tried", "What worked"])
TENDER_ENTRY = an_entry(TENDER, number=2, days_ago=9, tender=True)


def marked(desk):
    """Two entries with marks, one of them tender."""
    desk.make_journal(ENTRY, TENDER_ENTRY)
    with desk.store() as store:
        store.save_marks(ENTRY.id, (mark_of(ENTRY, 0, 0, 38), mark_of(ENTRY, 1, 0, len(WORKED))))
        store.save_marks(TENDER_ENTRY.id, (mark_of(TENDER_ENTRY, 0, 0, 46),))


def a_pack(*lines, pack_id=DRAFT, **fields):
    """A draft with a question; each line is (part, text) and was copied from the first entry."""
    usual = {"question": QUESTION, "made": NOW}
    given = tuple(PackLine(part=part, text=text, source=numbered(1)) for part, text in lines)
    return Pack(id=pack_id, lines=given, **{**usual, **fields})


WHOLE = a_pack(
    (Part.BRIEF, "A parent wanted to see the room first."),
    (Part.BRIEF, "She came early and so did I."),
    (Part.TRIED, TRIED),
    (Part.WORKED, WORKED),
    want=Want.FRESH_EYES,
    lens=Principle.CHOICE,
    please_do_not="Please do not give advice yet.",
)
CALM = a_pack((Part.WORKED, WORKED), pack_id=READY, state=PackState.READY, guess=Guess.NO)


def full(desk):
    """Packs in every state, one that was brought back from, things to try, learning lines and the log."""
    marked(desk)
    with desk.store() as store:
        store.save_pack(WHOLE)
        store.save_pack(CALM)
        store.save_pack(
            a_pack(
                (Part.BRIEF, "A plan was there already."),
                pack_id=TAKEN,
                state=PackState.TAKEN,
                guess=Guess.NO,
                question="What do you do when a plan is already decided?",
            )
        )
        at = Moment(at=datetime.fromisoformat("2026-11-12T10:00+00:00"))
        store.log_leaving(Leaving(pack_id=TAKEN, at=at, form="docx", entry_ids=(numbered(1),), digest="0"))
        store.save_bring_back(brought_back())
        store.save_learning(
            LearningLine(
                id=LINE,
                text="Seeing the room first changes the hour.",
                principle=Principle.CHOICE,
                statement=Statement.POWER,
            )
        )
        store.save_learning(LearningLine(id=UUID(int=42), text="Two ways to say no make a yes worth more."))


def brought_back():
    return BringBack(
        id=BROUGHT,
        at=NOW,
        pack_id=TAKEN,
        entry_ids=(numbered(1),),
        landing="steadier",
        after=After.LIGHTER,
        keep="Seeing the room gives back some of the say.",
        new_view="It is about who goes in first.",
        actions=(
            Action(
                id=TO_TRY, what="ask which room feels easier", with_whom="the mother", by_when="next week"
            ),
            Action(
                id=DONE,
                what="leave two minutes at the end",
                state=Trying.TRIED,
                happened="She used them to say no.",
                tell="Two minutes was enough.",
            ),
        ),
    )


async def to_peers(desk, mark=None):
    """Go to place 3, and put the mark on one thing there."""
    await desk.press("3")
    await desk.until(lambda: desk.screen == "PeersScreen" and desk.app.focused is not None)
    await desk.at_rest()
    if mark is not None:
        await put_mark(desk, mark)


async def put_mark(desk, key):
    """Move the mark to this line with the arrow keys."""
    shelf = desk.one(Shelf)
    await desk.press("home")
    for _ in shelf._keyed:
        if shelf.current == key:
            return
        await desk.press("down")
    assert shelf.current == key, f"{key} is not there:\n{desk.seen()}"


async def into_pack(desk, pack_id=DRAFT):
    await to_peers(desk, f"pack:{pack_id}")
    await desk.press("enter")
    await desk.until(lambda: desk.screen == "PackScreen" and desk.app.screen._ready)


def kept_pack(desk, pack_id=DRAFT):
    with desk.store() as store:
        return store.pack(pack_id)
