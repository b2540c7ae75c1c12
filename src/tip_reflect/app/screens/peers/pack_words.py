"""What the pack builder says: the choices it offers, and how much of one side of A4 a pack fills."""

from __future__ import annotations

from textual.content import Content

from tip_reflect.app.widgets.choice_row import Choice
from tip_reflect.journal.pack import MOST_BRIEF_LINES, Pack, PackState, Part, Want
from tip_reflect.sharing.session_page import LINES_ON_A_SIDE, WORDS_ON_A_SIDE, on_one_side

WANTS: tuple[Choice[Want | None], ...] = (
    Choice(None, "not said yet"),
    *(Choice(want, want.label) for want in Want),
)
ONLY = (Choice(False, "a whole page"), Choice(True, "the question only"))
IMPACT = (Choice(False, "leave it out"), Choice(True, "put it in"))
HARD: tuple[Choice[bool | None], ...] = (Choice(None, "not said"), Choice(False, "no"), Choice(True, "yes"))
HINTS = {
    Part.BRIEF: "up to five lines, with roles and not names",
    Part.IMPACT: "only if you want to",
}
WHAT_IS_LEFT_OUT = "No dates, no author and nothing you did not choose is on the page. Changing a line here never changes the entry."
STATES = {
    PackState.DRAFT: "a draft",
    PackState.READY: "ready to take",
    PackState.TAKEN: "taken",
}
OVER = "More than one side. That is allowed; a shorter page is easier to listen to."
MANY_LINES = "The brief has more than five lines. That is allowed."


def part_heading(part: Part) -> Content:
    hint = HINTS.get(part, "")
    return Content.assemble((part.label, "bold"), (f"   {hint}" if hint else "", "$muted"))


def state_words(pack: Pack, *, saved: bool) -> Content:
    """Where the pack has come to, how much of one side it fills, and that it is saved."""
    words, lines = on_one_side(pack)
    room = f"{words} of {WORDS_ON_A_SIDE} words, {lines} of {LINES_ON_A_SIDE} lines"
    kept = " · saved" if saved else ""
    notes = []
    if words > WORDS_ON_A_SIDE or lines > LINES_ON_A_SIDE:
        notes.append(OVER)
    if len(pack.of(Part.BRIEF)) > MOST_BRIEF_LINES and not pack.question_only:
        notes.append(MANY_LINES)
    return Content.assemble(
        ("Your pack", "bold"),
        (f"   {STATES[pack.state]} · {room}{kept}", "$muted"),
        ("".join(f"\n{note}" for note in notes), "$accent"),
    )
