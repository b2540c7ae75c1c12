"""Check for people: the one review that every text passes before it leaves for others."""

from __future__ import annotations

import asyncio
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import work
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import (
    BLUR_PICKED,
    CLOSE,
    FINISH_CHECK,
    FOUND_BEFORE,
    FOUND_NEXT,
    HELP,
    HIDE,
    KEEP_IT,
    PICK,
    PREVIEW,
    STOP_PICKING,
    UNDO,
    USE,
    WORD_IT,
    bindings,
)
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.widgets.review_text import ReviewText
from tip_reflect.app.widgets.swap_list import SwapList
from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.privacy.finding import Level
from tip_reflect.privacy.packs import keeping
from tip_reflect.privacy.review import NOT_KEPT, Choice, Piece, look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from tip_reflect.app.screens.blur_words import Blurred
    from tip_reflect.app.screens.preview import Answer
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.finding import Finding
    from tip_reflect.privacy.review import Mention, Option, Review

LOOKING = "Looking through the words…"
NOTHING_LEFT = "nothing has left this computer"
CLUE = "One odd fact is a clue. Three ordinary facts can be a name."
NOTHING_FOUND = (
    "Nothing was found that points to a person. The check can miss things: read it through once yourself."
)
ALL_LOOKED_AT = "Everything that was found is looked at. Ctrl+N goes on; [ and ] go back to any of it."
PICKED = "You selected this yourself. Undo takes that back."
HOW_TO_PICK = "The arrows move to any word, and Shift with an arrow selects more. Or drag with the mouse."
NEW_COMPANY = "With the other words in place, something new is to be looked at."
COULD_TELL = "Someone could perhaps guess. Select the words that could tell, and blur them."
WATCHED = "Added to the names to watch for, locked in your journal."
NOT_WATCHED = "Undone, and taken off the names to watch for."
KEPT = "Kept as it is"
LEFT_OUT = "Left out. Nothing has left this computer, and the journal is as it was."
PICKING = {"blur_picked", "stop_picking"}
ON_A_FINDING = {"use", "word_it", "keep_it"}
LONGEST, LONGEST_WAITING = 40, 22
"""Letters shown of the current finding, and of one in the list of what is still to look at."""


class ReviewScreen(TipScreen["tuple[Piece, ...]"]):
    """Gives the pieces as they may leave, or None. What it is given is never changed."""

    BINDINGS = bindings(
        USE, WORD_IT, KEEP_IT, FOUND_BEFORE, FOUND_NEXT, UNDO, PICK, PREVIEW, FINISH_CHECK, BLUR_PICKED, STOP_PICKING,
        CLOSE, HELP, HIDE,
    )  # fmt: skip

    def __init__(
        self,
        pieces: Sequence[Piece],
        *,
        where: str = "entry",
        kept: frozenset[str] = frozenset(),
        held: bool = False,
        begun: Review | None = None,
        added: dict[int, tuple[WatchedName, WatchedName | None]] | None = None,
    ) -> None:
        """`kept` are found words that were looked at and kept before, in small letters: they begin as kept.

        `held` says that what is decided stays with the one who asked, also where it is to be left out.
        `begun` is a review of these pieces to go on with, and `added` the watch-list lines that came with words blurred
        in it, by subject, each with the line that it took the place of.
        """
        super().__init__()
        self._kept = kept
        self._held = held
        self._begun = begun
        self.guess: Answer | None = None
        self._pieces = tuple(pieces)
        self._where = where
        self._watched: Sequence[WatchedName] = ()
        self._review: Review | None = None
        self._at: int | None = None
        self._picking = False
        self._said = ""
        self._added = {} if added is None else added

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="review"):
            yield Static("", id="progress")
            with Container(id="review-parts"):
                yield ReviewText(id="review-text")
                with VerticalScroll(id="review-side", can_focus=False):
                    yield Static("", id="said")
                    yield Static("", id="found")
                    yield SwapList(id="swaps")
                    yield Static("", id="hint")
                    yield Static("", id="still")
                    yield Static(CLUE, id="clue", classes="quiet")

    def on_mount(self) -> None:
        self.query_one("#progress", Static).update(
            Content.assemble(("Check for people", "bold"), f"   {LOOKING}")
        )
        self.query_one(SwapList).display = False
        self.begin()

    @work(exclusive=True, group="look")
    async def begin(self) -> None:
        """Look for what points to someone, in a thread of its own."""
        try:
            self._watched = await self.session.run(lambda store: store.watch_list())
        except TipReflectError as problem:
            self.tip.say(str(problem))
        self._review = self._begun or keeping(
            await asyncio.to_thread(look, self._pieces, self._watched), self._kept
        )
        self.go_to(next(iter(self._review.left), None))
        self.set_focus(self.query_one(SwapList))

    @property
    def review(self) -> Review | None:
        """What was decided so far; None while it is being looked for."""
        return self._review

    def as_it_was(self) -> ReviewScreen:
        """A new screen that goes on with everything that was decided on this one."""
        return ReviewScreen(
            self._pieces, where=self._where, kept=self._kept, begun=self._review, added=self._added
        )

    # What is shown

    @property
    def current(self) -> Mention | None:
        """The first mention of the subject that is being looked at."""
        if self._review is None or self._at is None or self._at not in self._review.subjects:
            return None
        return self._review.of(self._at)[0]

    def go_to(self, subject: int | None, said: str = "") -> None:
        """Look at this subject, or at none; what is `said` stands in the panel until the next step."""
        if self._review is None:
            return
        self._at = subject
        self._said = said
        self._picking = False
        self.query_one(ReviewText).show(self._review, self.current)
        self.show_side()

    def show_side(self) -> None:
        """Show what the current finding is, and what is left."""
        review, current = self._review, self.current
        if review is None:
            return
        self._show_progress(review)
        swaps = self.query_one(SwapList)
        swaps.display = current is not None and not self._picking
        if self._picking:
            found, hint = self._picked_words(), HOW_TO_PICK
        elif current is None:
            found, hint = Content(ALL_LOOKED_AT if review.subjects else NOTHING_FOUND), ""
        else:
            found = self._heading(review, current)
            hint = PICKED if current.subject in review.by_hand else NOT_KEPT
            hint = "" if review.may_keep(current.subject) else hint
            options = review.options(current)
            swaps.offer(options, chosen=chosen_in(review, current, options))
        self._show("#said", Content.styled(self._said, "$accent") if self._said else None)
        self.query_one("#found", Static).update(found)
        self._show("#hint", Content.styled(hint, "$muted") if hint else None)
        self._show("#still", self._still(review))
        self.query_one("#review-side").scroll_home(animate=False)
        if current is not None and not self._picking:
            self.set_focus(swaps, scroll_visible=False)  # the finding's own name stays in view above them
        self.refresh_bindings()

    def _show(self, selector: str, words: Content | None) -> None:
        line = self.query_one(selector, Static)
        line.display = words is not None
        line.update(words or "")

    def _show_progress(self, review: Review) -> None:
        count = f"{review.looked_at} of {review.total} looked at" if review.total else "nothing found"
        self.query_one("#progress", Static).update(
            Content.assemble(("Check for people", "bold"), (f"   {count} · {NOTHING_LEFT}", "$muted"))
        )

    def _heading(self, review: Review, mention: Mention) -> Content:
        times = len(review.of(mention.subject))
        appears = (
            f"Appears {times} times in this {self._where}. All change together."
            if times > 1
            else "Appears once."
        )
        decision = review.decisions.get(mention.subject)
        decided = ""
        if decision is not None:
            words = decision.words or "taken out"
            decided = "You kept it as it is. " if decision.choice is Choice.KEEP else f"Now: {words}. "
        return Content.assemble(
            (_short(mention.finding.text), "bold $accent"),
            "   ",
            (what_it_is(mention.finding, by_hand=mention.subject in review.by_hand), "$muted"),
            "\n",
            (decided, "$primary"),
            (appears, "$muted"),
        )

    def _picked_words(self) -> Content:
        return Content.assemble(
            (_short(self.query_one(ReviewText).picked_words), "bold $primary"), ("   selected", "$muted")
        )

    def _still(self, review: Review) -> Content | None:
        """What waits, and what was kept and will be read."""
        waiting = [review.of(subject)[0].finding for subject in review.left if subject != self._at]
        kept = [
            review.of(subject)[0].finding.text
            for subject, decision in review.decisions.items()
            if decision.choice is Choice.KEEP
        ]
        lines = [Content.styled("Still to look at", "bold"), *self._listed(waiting)] if waiting else []
        if kept:
            words = ", ".join(_short(words, LONGEST_WAITING) for words in kept)
            lines.append(Content.assemble((f"{KEPT}: ", "$muted"), (words, "$foreground bold underline")))
        return Content("\n").join(lines) if lines else None

    def _listed(self, findings: Sequence[Finding]) -> Iterator[Content]:
        """A line for each finding, what it is in a column of its own, on as many lines as that takes."""
        room = self.query_one("#review-side").scrollable_content_region.width - 1
        names = [_short(one.text, min(LONGEST_WAITING, room // 2)) for one in findings]
        widest = max(map(cell_len, names))
        for name, one in zip(names, findings, strict=True):
            kind = wrap(what_it_is(one), max(room - widest - len("◦   "), 1))
            gap = " " * (widest - cell_len(name) + 2)
            rest = f"\n{' ' * (widest + 4)}".join(kind)
            yield Content.assemble(("◦ ", "$accent"), (name, "$foreground"), (f"{gap}{rest}", "$muted"))

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_side)

    # What is possible

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if self._review is None:
            return action == "close" or action.startswith("app.") or action.endswith(("hide", "help"))
        if self._picking:
            return action in PICKING or action not in {*ON_A_FINDING, *_STEPS, "close"}
        current = self.current
        possible = {
            **dict.fromkeys(PICKING, False),
            **dict.fromkeys(ON_A_FINDING, current is not None),
            "keep_it": current is not None and self._review.may_keep(current.subject),
            "found_before": len(self._review.subjects) > 1
            or (current is None and bool(self._review.subjects)),
            "found_next": len(self._review.subjects) > 1 or (current is None and bool(self._review.subjects)),
            "undo": self._review.before is not None,
            "finish_check": not self._review.left,
        }
        return possible.get(action, True)

    # Deciding

    def on_swap_list_used(self) -> None:
        self.action_use()

    def action_use(self) -> None:
        current, swaps = self.current, self.query_one(SwapList)
        if self._review is None or current is None:
            return
        if swaps.option is None:
            self.action_word_it()
        else:
            self.took(self._review.use(current, swaps.index))

    def action_keep_it(self) -> None:
        if self._review is None or self._at is None:
            return
        try:
            self.took(self._review.keep(self._at))
        except UsageProblem as problem:
            self.tip.say(str(problem))

    @work(exclusive=True, group="dialog")
    async def action_word_it(self) -> None:
        from tip_reflect.app.screens.own_words import OwnWords

        current, option = self.current, self.query_one(SwapList).option
        if self._review is None or current is None:
            return
        words = await self.app.push_screen_wait(
            OwnWords(current.finding.text, option.words if option else "")
        )
        if words is not None:
            self.took(self._review.word(current.subject, words))

    def took(self, review: Review, said: str = "") -> None:
        """Go on from this state to the next subject that waits; where none does, look again, and read it through."""
        before, self._review = self._review, review
        self.go_to(_following(review, self._at), said)
        if not review.left:
            if before is not None and before.left:
                self.action_finish_check()
            else:
                self.look_again()

    def action_undo(self) -> None:
        if self._review is None:
            return
        undone, self._review = self._review, self._review.undo()
        about = undone.about
        self.go_to(about if about in self._review.subjects else next(iter(self._review.left), None))
        for subject in undone.by_hand - self._review.by_hand:
            if subject in self._added:
                self.watch_no_more(*self._added.pop(subject))

    @work(exclusive=True, group="watch")
    async def watch_no_more(self, line: WatchedName, before: WatchedName | None) -> None:
        """Take back a line of the watch list that came with words blurred here; one that it took the place of is back."""
        try:
            await self.session.run(lambda store: store.watch(before) if before else store.unwatch(line.words))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        self._watched = [one for one in self._watched if one != line] + ([before] if before else [])
        self._said = NOT_WATCHED
        self.show_side()

    # Moving among findings

    def action_found_next(self) -> None:
        self._step(1)

    def action_found_before(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        subjects = self._review.subjects if self._review else ()
        if not subjects:
            return
        at = subjects.index(self._at) + by if self._at in subjects else (0 if by > 0 else -1)
        self.go_to(subjects[at % len(subjects)])

    def on_review_text_chosen(self, event: ReviewText.Chosen) -> None:
        self.go_to(event.mention.subject)

    # Picking by hand

    def action_pick(self, why: str = "") -> None:
        self._picking = True
        self._said = why
        text = self.query_one(ReviewText)
        self.set_focus(text)
        text.start_picking()
        self.show_side()

    def on_pick_text_picking(self) -> None:
        text = self.query_one(ReviewText)
        self._picking = text.picked is not None
        if self._picking:
            self.set_focus(text)
        self.show_side()

    def action_stop_picking(self) -> None:
        self.query_one(ReviewText).stop_picking()

    @work(exclusive=True, group="dialog")
    async def action_blur_picked(self) -> None:
        from tip_reflect.app.screens.blur_words import BlurWords

        text = self.query_one(ReviewText)
        picked, words = text.picked, text.picked_words
        if self._review is None or picked is None:
            return
        blurred = await self.app.push_screen_wait(BlurWords(words, may_watch=not self.session.read_only))
        if blurred is not None:
            review = self._review.blur(*picked, blurred.instead, blurred.what)
            said = await self._watch(review, *picked, blurred) if blurred.watch else ""
            text.stop_picking()
            self.took(review, said)

    async def _watch(self, review: Review, piece: int, start: int, end: int, blurred: Blurred) -> str:
        """Add the words that were just blurred to the watch list. What there is to say of that, or nothing."""
        from tip_reflect.journal.watching import Watched

        line = review.watched(piece, start, end, what=blurred.what or Watched.NAME, instead=blurred.instead)
        before = next((one for one in self._watched if one.words.casefold() == line.words.casefold()), None)
        try:
            await self.session.run(lambda store: store.watch(line))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return ""
        self._watched = [*(one for one in self._watched if one != before), line]
        if review.about is not None:
            self._added[review.about] = (line, before)
        return WATCHED

    # Reading it through

    @work(exclusive=True, group="dialog")
    async def action_preview(self) -> None:
        from tip_reflect.app.screens.preview import PreviewScreen

        if self._review is not None:
            await self.app.push_screen_wait(PreviewScreen(self._review.result(), left=len(self._review.left)))

    @work(exclusive=True, group="finish")
    async def look_again(self) -> None:
        """After a change to what was all looked at already."""
        await self._clear()

    async def _clear(self) -> Review | None:
        """Look at the result too; the review where nothing new is to be looked at in it, else None, and it is shown."""
        looked = self._review
        if looked is None or looked.left:
            return None
        review = await asyncio.to_thread(looked.again, self._watched)
        if self._review is not looked:  # another step was taken meanwhile
            return None
        if review is looked:
            return review
        self._review = review
        self.go_to(next(iter(review.left), None), NEW_COMPANY if review.left else self._said)
        return None if review.left else review

    @work(exclusive=True, group="finish")
    async def action_finish_check(self) -> None:
        """Look at the result too, then the preview and the peer test; only a plain no lets it go on."""
        from tip_reflect.app.screens.preview import Answer, PeerTest, PreviewScreen

        review = await self._clear()
        if review is None:
            return
        result = review.result()
        if not await self.app.push_screen_wait(PreviewScreen(result)):
            return
        answer: Answer | None = await self.app.push_screen_wait(PeerTest())
        self.guess = answer
        if answer is Answer.NO:
            self.dismiss(result)
        elif answer is Answer.PERHAPS:
            self.action_pick(COULD_TELL)
        elif answer is Answer.YES and (self._held or await self._is_sure()):
            self.tip.say(LEFT_OUT)
            self.dismiss(None)

    def action_close(self) -> None:
        self.leave()

    @work(exclusive=True, group="dialog")
    async def leave(self) -> None:
        """Go back with nothing."""
        if await self._is_sure():
            self.dismiss(None)

    async def _is_sure(self) -> bool:
        """Whether to leave; what was decided is not kept, so where something was, that is asked."""
        from tip_reflect.app.screens.ask import AskScreen

        if self._review is None or self._review.before is None:
            return True
        return await self.app.push_screen_wait(
            AskScreen(
                "Leave this check?",
                "What you decided here is not kept. The journal is as it was.",
                yes="Leave",
                no="Go on with it",
            )
        )


_STEPS = {"found_before", "found_next", "undo", "pick", "preview", "finish_check"}


def what_it_is(finding: Finding, *, by_hand: bool = False) -> str:
    """What a finding is, for the worker; where nothing but grammar speaks for it, that it may be."""
    if by_hand:
        return "picked by you"
    return finding.kind.label if finding.level is Level.SURE else f"perhaps {finding.kind.label}"


def chosen_in(review: Review, mention: Mention, options: Sequence[Option]) -> int:
    """Which option the mark stands on: the one decided on, or the first."""
    decision = review.decisions.get(mention.subject)
    if decision is None or decision.choice is Choice.KEEP:
        return 0
    words = decision.words.casefold()
    return next((at for at, one in enumerate(options) if one.words.casefold() == words), len(options))


def _following(review: Review, at: int | None) -> int | None:
    """The next subject that waits, from here on and around; where none does, None."""
    order = {subject: place for place, subject in enumerate(review.subjects)}
    here = order.get(at, -1) if at is not None else -1
    return min(review.left, key=lambda subject: (order[subject] < here, order[subject]), default=None)


def _short(words: str, longest: int = LONGEST) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
