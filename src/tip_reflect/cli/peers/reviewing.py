"""A pack's review, one finding after another, then the page as others would read it, and the peer test (SP6, SP7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.cli import plain
from tip_reflect.cli.writing.conversation import Choice
from tip_reflect.errors import UsageProblem
from tip_reflect.journal.pack import Guess, PackState, pieces
from tip_reflect.privacy.finding import Level
from tip_reflect.privacy.packs import keeping, pieces_of, reviewed
from tip_reflect.privacy.review import NOT_KEPT, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.pack import Pack
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.finding import Finding
    from tip_reflect.privacy.review import Mention, Review

PEER_TEST = "Could a colleague in another team guess who this is? Could the family, if they read it?"
GUESSES = (
    Choice(value=Guess.NO, key="1", words="no"),
    Choice(value=Guess.PERHAPS, key="2", words="perhaps, so blur it"),
    Choice(value=Guess.YES, key="3", words="yes, so leave it out"),
)
CLUE = "One odd fact is a clue. Three ordinary facts can be a name."
NOTHING_FOUND = (
    "Nothing was found that points to a person. The check can miss things: read it through once yourself."
)
ALL_LOOKED_AT = "Everything that was found is looked at."
NEW_COMPANY = "With the other words in place, something new is to be looked at."
HOW = "q stops and keeps what you decided. Nothing leaves this computer here, and your entries stay as they are."
TAKE_OUT = "take it out"
AS_OTHERS = "This is every word of yours that others would read. Read it once as they would."
SECOND_PAGE = "A second page holds the session's steps and what is agreed; pack show prints that too."
READY = "Nothing is left to look at, and the peer test says no. To take it with you: tip-reflect pack export {} -o FILE"
LEFT = "{} still to look at. What you decided is kept in the pack: tip-reflect pack review {} goes on."
NOT_THERE = "Those words do not stand in the pack. Type them just as they are there."
LEAVE_ALL = "leave the whole pack as it is, here"
STAYS = "It stays here, and cannot leave while the peer test says that someone could guess."
EITHER_SIDE = 120
"""Letters shown on each side of a finding where its sentence is longer than that."""
ENDS = ".!?\n"
LETTERS = {
    "e": "say it in my own words",
    "k": "keep it as it is",
    "u": "undo the last step",
    "q": "stop here",
}


class Reviewing:
    """Asks until nothing stands. `keep` saves a pack and gives it back with its next revision."""

    def __init__(
        self,
        talk: Conversation,
        pack: Pack,
        watched: Sequence[WatchedName],
        *,
        short: str,
        keep: Callable[[Pack], Pack],
        read: Callable[[Pack], str],
    ) -> None:
        self._talk = talk
        self._pack = pack
        self._watched = watched
        self._short = short
        self._keep = keep
        self._read = read
        self._review = look(())

    def run(self) -> None:
        """The whole of it. What was decided is in the pack however it ends. Raises Stopped and EndOfInput."""
        self._talk.say("Check for people", CLUE)
        while self._look() and not self._peer_test():
            pass

    def _look(self) -> bool:
        """Go through what stands; True when nothing does."""
        self._review = _begun(self._pack, self._watched)
        if not self._review.left:
            self._talk.say(NOTHING_FOUND if not self._review.subjects else ALL_LOOKED_AT)
            return True
        self._talk.say(HOW)
        try:
            while left := self._review.left:
                if not self._one(left[0]):
                    self._talk.gap()
                    self._talk.say(LEFT.format(len(self._review.left), self._short))
                    return False
                self._look_again()
        finally:
            self._take_over()
        self._talk.gap()
        self._talk.say(ALL_LOOKED_AT)
        return True

    def _look_again(self) -> None:
        """Own words may hold a name, so the result is looked at too."""
        if not self._review.left:
            self._review = self._review.again(self._watched)
            if self._review.left:
                self._talk.say(NEW_COMPANY)

    def _take_over(self) -> None:
        pack = reviewed(self._pack, self._review, self._watched)
        if pack != self._pack:
            same = pieces(pack) == pieces(self._pack)
            self._pack = self._keep(pack if same else pack.changed())

    def _one(self, subject: int) -> bool:
        """Ask about one finding; False to stop."""
        review = self._review
        mention = review.of(subject)[0]
        options = review.options(mention)
        may_keep = review.may_keep(subject)
        self._talk.gap()
        self._talk.say(*self._about(review, mention))
        choices: list[Choice[int | str]] = [
            Choice(value=place, key=str(place + 1), words=_option(option.words, option.note))
            for place, option in enumerate(options)
        ]
        choices += [
            Choice(value=letter, key=letter, words=words)
            for letter, words in LETTERS.items()
            if (letter != "k" or may_keep) and (letter != "u" or review.before is not None)
        ]
        first = choices[0].words if options else LETTERS["e"]
        said = self._talk.choose("What should stand there?", choices, otherwise=first)
        said = (0 if options else "e") if said is None else said
        match said:
            case "q":
                return False
            case "u":
                self._review = review.undo()
            case "k":
                self._review = review.keep(subject)
            case "e":
                self._own_words(subject)
            case int():
                self._review = review.use(mention, said)
        return True

    def _about(self, review: Review, mention: Mention) -> tuple[str, ...]:
        finding = mention.finding
        times = len(review.of(mention.subject))
        place = review.subjects.index(mention.subject) + 1
        more = f" It stands there {times} times, and all change together." if times > 1 else ""
        keeps = "" if review.may_keep(mention.subject) else NOT_KEPT
        return (
            f"{place} of {review.total}. {review.pieces[mention.piece].title}",
            _sentence(review, mention),
            f"{plain.line(finding.text)}: {what_it_is(finding)}.{more}",
            keeps,
        )

    def _own_words(self, subject: int) -> None:
        words = self._talk.ask("Your words in its place", "Enter: go back to the choices")
        if not words:
            return
        try:
            self._review = self._review.word(subject, words)
        except UsageProblem as problem:
            self._talk.say(str(problem))

    def _peer_test(self) -> bool:
        """Show the page and ask; True when that was the end, False when it must be looked at again."""
        self._talk.gap()
        self._talk.say(AS_OTHERS)
        self._talk.gap()
        self._talk.say(plain.text(self._read(replace(self._pack, with_sheet=False))).rstrip("\n"))
        if self._pack.with_sheet:
            self._talk.gap()
            self._talk.say(SECOND_PAGE)
        guess = self._talk.choose(PEER_TEST, GUESSES, otherwise="answer another time")
        if guess is None:
            return True
        self._pack = self._keep(_guessed(self._pack, guess))
        if guess is Guess.PERHAPS:
            return not self._blur()
        if guess is Guess.YES:
            return not self._leave_out()
        self._talk.say(READY.format(self._short))
        return True

    def _blur(self) -> bool:
        """Put other words in place of some that the worker names; False when they name none."""
        while words := self._talk.ask(
            "Which words could tell? Type them just as they are there.", "Enter: none, leave it for now"
        ):
            review = look(pieces_of(self._pack), self._watched)
            where = _where(review, words)
            if where is None:
                self._talk.say(NOT_THERE)
                continue
            instead = self._talk.ask("What should stand there?", "Enter: take them out")
            try:
                pack = reviewed(self._pack, review.blur(*where, instead), self._watched)
            except UsageProblem as problem:
                self._talk.say(str(problem))
                continue
            self._pack = self._keep(pack.changed())
            return True
        self._talk.say(STAYS)
        return False

    def _leave_out(self) -> bool:
        """Leave one line out; False when the whole pack is left as it is."""
        choices = [
            Choice(value=place, key=str(place + 1), words=plain.line(line.text))
            for place, line in enumerate(self._pack.lines)
        ]
        place = self._talk.choose("Which line should be left out?", choices, otherwise=LEAVE_ALL)
        if place is None:
            self._talk.say(STAYS)
            return False
        lines = tuple(line for at, line in enumerate(self._pack.lines) if at != place)
        self._pack = self._keep(self._pack.changed(lines=lines))
        return True


def _begun(pack: Pack, watched: Sequence[WatchedName]) -> Review:
    """A look at the pack in which what was kept before is kept."""
    return keeping(look(pieces_of(pack), watched), pack.kept)


def _guessed(pack: Pack, guess: Guess) -> Pack:
    """Ready when no one could guess; a pack that was taken as it stands stays taken."""
    if guess is not Guess.NO:
        return replace(pack, guess=guess, state=PackState.DRAFT)
    taken = pack.state is PackState.TAKEN
    return replace(pack, guess=guess, state=PackState.TAKEN if taken else PackState.READY)


def what_it_is(finding: Finding) -> str:
    """What a finding is; where nothing but grammar speaks for it, that it may be."""
    return finding.kind.label if finding.level is Level.SURE else f"perhaps {finding.kind.label}"


def _option(words: str, note: str) -> str:
    shown = plain.line(words) or TAKE_OUT
    return f"{shown} ({note})" if note else shown


def _sentence(review: Review, mention: Mention) -> str:
    """The sentence around a mention as it reads now, the found words between double brackets."""
    before = found = after = ""
    for run in review.runs(mention.piece):
        if run.mention is mention:
            found = run.text
        elif found:
            after += run.text
        else:
            before += run.text
    start = max((before.rfind(end) for end in ENDS), default=-1) + 1
    stop = min((at for end in ENDS if (at := after.find(end)) >= 0), default=len(after))
    before, after = before[start:], after[: stop + 1]
    if len(before) > EITHER_SIDE:
        before = "…" + before[-EITHER_SIDE:]
    if len(after) > EITHER_SIDE:
        after = after[:EITHER_SIDE] + "…"
    return plain.line(f"{before}[[{found}]]{after}")


def _where(review: Review, words: str) -> tuple[int, int, int] | None:
    """Which piece these words first stand in, and where in it."""
    import re

    like = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    for at, piece in enumerate(review.pieces):
        if match := like.search(piece.text):
            return at, *match.span()
    return None
