"""Writing: one question at a time."""

from dataclasses import replace

from a_desk import a_draft, an_entry, planned

from tip_reflect.app.screens import keeping
from tip_reflect.app.screens.reflect import TYPED_HERE
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import DiskFull
from tip_reflect.journal.entry import Answer, PathId, Position, State, StepKind
from tip_reflect.store.store import Store


def step(desk):
    return desk.app.screen.entry.position.step


async def taken_up(desk):
    await desk.carry_on()
    await desk.until(lambda: desk.screen == "ReflectScreen" and desk.app.screen._chooser is not None)


async def test_a_statement_is_read_and_never_written_in(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        assert desk.app.screen.answer.kind is StepKind.STATEMENT
        assert desk.app.screen.answer.prompt in desk.words_of("#statement")
        assert not desk.one(WritingArea).display
        assert TYPED_HERE not in desk.seen()
        await desk.press_text("lost?")
        assert TYPED_HERE in desk.seen()
        await desk.press("f3")
        await desk.press("ctrl+n")
        assert step(desk) == 1
        assert desk.focused == "writing"
        assert desk.one(WritingArea).text == ""


async def test_next_and_back_keep_what_was_written_and_letters_do_nothing_but_write(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("ctrl+n")
        first = desk.words_of("#question")
        await desk.press_text("12as?/xfn")
        await desk.press("ctrl+n")
        assert desk.words_of("#question") != first
        await desk.press_text("second")
        await desk.press("ctrl+b")
        assert desk.words_of("#question") == first
        assert desk.one(WritingArea).text == "12as?/xfn"
        assert desk.one(WritingArea).cursor_location == (0, 9)
        await desk.press("ctrl+b", "ctrl+b")
        assert step(desk) == 0
        await desk.until_kept("second")
        assert [answer.text for answer in desk.only().answers] == ["", "12as?/xfn", "second"]


async def test_where_you_are_and_how_many_are_left_is_shown(desk):
    desk.make_journal(planned(PathId.STANDARD))
    async with desk.sit():
        await taken_up(desk)
        of = len(desk.app.screen.entry.answers)
        assert f"1 of {of}" in desk.words_of("#step")
        await desk.press("f4", "f4")
        assert f"3 of {of}" in desk.words_of("#step")


async def test_skipping_everything_leads_to_the_closing_and_still_makes_an_entry(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("f4", "f4", "f4")
        await desk.until_screen("ClosingScreen")
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert desk.only().state is State.CLOSED
        assert desk.only().answered() == ()


async def test_another_asks_a_different_question_and_when_all_were_asked_goes_round_again(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("ctrl+n", "ctrl+n")
        seen = {desk.words_of("#question")}
        first = desk.words_of("#question")
        for _ in range(60):
            before = desk.words_of("#question")
            await desk.pilot.press("f3")
            assert desk.words_of("#question") != before
            if desk.words_of("#question") in seen:
                break
            seen.add(desk.words_of("#question"))
        assert len(seen) > 2
        for _ in seen:
            if desk.words_of("#question") == first:
                break
            await desk.pilot.press("f3")
        assert desk.words_of("#question") == first, "the question just left can be had again"
        assert not desk.said()


async def test_another_is_not_offered_over_written_words_and_the_question_stays(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("ctrl+n", "ctrl+n")
        question = desk.words_of("#question")
        await desk.press_text("x")
        assert desk.app.screen.check_action("another", ()) is False
        await desk.press("f3")
        assert desk.words_of("#question") == question
        await desk.press("backspace")
        await desk.press("f3")
        assert desk.words_of("#question") != question


async def test_why_says_where_a_question_comes_from_and_goes_back_to_the_same_words(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("f2")
        assert desk.screen == "ReflectScreen", "a statement has no why"
        await desk.press("ctrl+n")
        await desk.press_text("half a thou")
        await desk.press("f2")
        await desk.until_screen("WhyScreen")
        prompt = desk.app.library.prompt("impact-01")
        words = " ".join(" ".join(str(one.visual) for one in desk.app.screen.query("Static")).split())
        assert prompt.text in words
        assert prompt.lineage in words
        await desk.press("escape")
        await desk.press_text("ght")
        assert desk.one(WritingArea).text == "half a thought"


async def test_why_tells_of_a_paths_own_question_too(desk):
    desk.make_journal(planned(PathId.STANDARD))
    async with desk.sit():
        await taken_up(desk)
        assert desk.app.screen.answer.prompt_id == "brief-01"
        await desk.press("f2")
        await desk.until_screen("WhyScreen")


async def test_ground_opens_over_the_writing_and_comes_back_to_the_same_cursor(desk):
    desk.make_journal(a_draft("keep this", position=Position(column=4)))
    async with desk.sit():
        await taken_up(desk)
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        await desk.press("escape")
        await desk.press_text("X")
        assert desk.one(WritingArea).text == "keepX this"


async def test_stopping_at_any_moment_keeps_the_words_and_the_closing_leads_back(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await taken_up(desk)
        await desk.press("ctrl+n")
        await desk.press_text("enough for today")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        assert desk.only().answers[1].text == "enough for today"
        await desk.press("escape")
        await desk.until_screen("ReflectScreen")
        assert desk.focused == "writing"
        await desk.press_text(".")
        await desk.until_kept("enough for today.")


async def test_free_writing_has_no_question_to_skip_swap_or_explain(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await taken_up(desk)
        await desk.press("f2", "f3", "f4")
        assert desk.screen == "ReflectScreen"
        await desk.press("ctrl+n")
        await desk.until_screen("ClosingScreen")


# Keeping


async def test_words_reach_the_journal_by_themselves_with_no_key_but_their_letters(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("enter")
        await desk.until_screen("BeforeScreen")
        await desk.press("ctrl+n", "ctrl+n")
        await desk.press_text("The rain")
        kept = await desk.until_kept("The rain")
        assert kept.state is State.DRAFT
        assert kept.position == Position(step=1, row=0, column=8)
        await desk.until(lambda: desk.words_of("#kept") == "Saved, locked on this computer")
        await desk.press_text(" stopped")
        again = await desk.until_kept("The rain stopped")
        assert again.id == kept.id


async def test_pasted_words_are_kept_whole_with_their_lines(desk):
    desk.make_journal(a_draft(""))
    words = "first line\n\n  [bold red] third 🌊 ñ\tend"
    async with desk.sit():
        await taken_up(desk)
        await desk.paste(words)
        await desk.until_kept(words)


async def test_line_endings_of_an_answer_that_was_not_touched_are_kept_to_the_byte(desk):
    theirs = "one\r\ntwo\rthree\nfour\u2028five\r\n"
    prompts = ["first?", "second?"]
    desk.make_journal(a_draft(theirs, "", prompts=prompts))
    async with desk.sit():
        await taken_up(desk)
        await desk.press("down", "right", "ctrl+n")
        await desk.press_text("mine")
        await desk.press("ctrl+b", "x", "backspace")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert [answer.text for answer in desk.only().answers] == [theirs, "mine"]


async def test_a_full_disk_leaves_the_words_says_so_and_saves_by_itself_when_there_is_room(desk, monkeypatch):
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    desk.make_journal(a_draft(""))
    tries = []

    def no_room(store, entry):
        tries.append(entry)
        raise DiskFull("The disk is full. Nothing was half-written.")

    async with desk.sit():
        await taken_up(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.press_text("every word")
            await desk.until(lambda: "The disk is full" in desk.words_of("#kept"))
            await desk.until(lambda: len(tries) > 2)
            assert desk.one(WritingArea).text == "every word"
            assert "still here" in desk.words_of("#kept")
            assert desk.kept().answers[0].text == ""
        await desk.until_kept("every word")
        await desk.until(lambda: desk.words_of("#kept") == "Saved, locked on this computer")


async def test_while_the_disk_is_full_one_try_at_a_time_is_waiting_however_much_is_typed(desk, monkeypatch):
    desk.make_journal(a_draft(""))
    waiting = []

    def no_room(store, entry):
        raise DiskFull("The disk is full.")

    async with desk.sit():
        await taken_up(desk)
        screen = desk.app.screen
        real = screen.set_timer

        def counted(delay, callback=None, **others):
            if delay == keeping.TRY_AGAIN:
                waiting.append(delay)
            return real(delay, callback, **others)

        monkeypatch.setattr(Store, "save", no_room)
        monkeypatch.setattr(screen, "set_timer", counted)
        await desk.press_text("x")
        for _ in range(4):
            await screen.keep()
        assert len(waiting) == 1


async def test_an_entry_changed_in_another_window_is_kept_beside_ours_and_said(desk):
    desk.make_journal(a_draft("the start"))
    async with desk.sit():
        await taken_up(desk)
        with desk.store() as other:
            other.save(other.entry(desk.app.screen.entry.id).with_text(0, "theirs"))
        await desk.press_text("mine, ")
        mine = await desk.until_kept("mine, the start")
        assert {entry.answers[0].text for entry in desk.all_kept()} == {"theirs", "mine, the start"}
        await desk.until(lambda: "another window" in desk.words_of("#kept"))
        await desk.press_text("still ")
        assert (await desk.until_kept("mine, still the start")).id == mine.id


async def test_an_entry_deleted_in_another_window_while_it_is_written_is_not_lost(desk):
    desk.make_journal(a_draft("the start"))
    async with desk.sit():
        await taken_up(desk)
        with desk.store() as other:
            other.delete(desk.app.screen.entry.id)
        await desk.press_text("mine, ")
        await desk.until_kept("mine, the start")


# Changing a finished entry


async def test_a_finished_entry_is_changed_at_its_first_written_answer_and_stays_finished(desk):
    entry = an_entry("", "as it was", prompts=["first?", "second?"], position=Position(step=0))
    desk.make_journal(entry)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("e")
        await desk.until_screen("ReflectScreen")
        assert step(desk) == 1
        await desk.press("end")
        await desk.press_text(", and more")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        kept = desk.only()
        assert kept == replace(
            entry.with_text(1, "as it was, and more"), revision=kept.revision, position=kept.position
        )


async def test_looking_at_a_finished_entry_in_the_editor_changes_nothing(desk):
    desk.make_journal(an_entry("one\r\n", "two", prompts=["first?", "second?"]))
    before = desk.only()
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("e")
        await desk.until_screen("ReflectScreen")
        await desk.press("ctrl+n", "ctrl+b", "escape")
        await desk.until_screen("JournalScreen")
        kept = desk.only()
        assert replace(kept, revision=0, position=Position()) == replace(before, revision=0)


async def test_a_draft_from_the_journal_is_carried_on_and_leads_to_the_closing(desk):
    desk.make_journal(a_draft("begun"))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("e")
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")


async def test_a_question_that_no_pack_holds_any_more_is_still_shown_as_it_was_asked(desk):
    gone = Answer(text="said", prompt_id="gone-99", prompt="What did the old pack ask?")
    desk.make_journal(a_draft(answers=(gone,)))
    async with desk.sit():
        await taken_up(desk)
        assert desk.words_of("#question") == "What did the old pack ask?"
        await desk.press("f2")
        await desk.until_screen("WhyScreen")
        await desk.press("escape")


async def test_after_changing_a_finished_entry_the_foot_says_done(desk):
    desk.make_journal(an_entry("Kept."))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("e")
        await desk.until_screen("ReflectScreen")
        await desk.until_seen("Done")
        assert "Stop here" not in desk.seen()
        await desk.press_text("More. ")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        assert desk.kept().answers[0].text == "More. Kept."


async def test_a_draft_says_stop_here(desk):
    desk.make_journal(a_draft("Begun."))
    async with desk.sit():
        await taken_up(desk)
        assert "Stop here" in desk.seen()
        assert "Done" not in desk.seen()
