"""`write` line by line, with lines from a pipe; and its parts that a pipe does not reach."""

import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from uuid import UUID

import pytest

from tip_reflect.cli.writing.choosing import Choosing, Wanted
from tip_reflect.cli.writing.closing import Closing
from tip_reflect.cli.writing.conversation import Choice, Conversation, Stopped, WentBack
from tip_reflect.cli.writing.keeping import Keeping
from tip_reflect.cli.writing.lines import EndOfInput
from tip_reflect.cli.writing.orders import MEANINGS, Order, as_words, read_order
from tip_reflect.cli.writing.signals import Ended
from tip_reflect.cli.writing.steps import Steps
from tip_reflect.errors import ChangedElsewhere, DiskFull
from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, State, StepKind
from tip_reflect.journal.finding import OwnContact
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.prompts.pack import GATE
from tip_reflect.prompts.reading import packs_folder, read_library
from tip_reflect.reflecting.sitting import Choices, begin

# From a pipe, the whole command


def typed(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


OPENING = [
    "",
    "3",
    "",
    "safety",
    "tired",
]  # the gate, the length, the purpose, the principle, the arriving word
CLOSING = ["lighter", "a walk", "no", ""]


def entries(tip):
    listed = json.loads(tip("list", "--json").out)
    return [json.loads(tip("show", row["id"], "--json").out) for row in listed]


def test_a_whole_sitting_becomes_a_closed_entry(journal, tip):
    done = tip(
        "write", stdin=typed(*OPENING, "", "First line.", "Second line.", "", "The rest.", "", *CLOSING)
    )
    assert (done.code, done.err) == (0, "")
    (entry,) = entries(tip)
    assert [answer["text"] for answer in entry["answers"]] == ["First line.\nSecond line.", "The rest."]
    assert entry["answers"][1]["principle"] == entry["principle"] == "safety"
    assert (entry["path"], entry["state"], entry["arrived_as"]) == ("quick", "closed", "tired")
    assert (entry["after"], entry["next_thing"], entry["belongs_in_record"]) == ("lighter", "a walk", False)
    assert "Put away, and locked on this computer." in done.out
    assert entry["id"] in done.out


def test_it_begins_with_the_gate_and_says_in_one_line_how_it_works(journal, tip):
    said = tip("write", stdin=typed(*OPENING)).out
    assert said.strip().startswith("First: is there anything you need to report")
    assert "\n\nAn empty line ends an answer. :help lists what else you can say.\n\n1 of " in said
    assert not re.search("^:", said, re.MULTILINE)


def test_help_lists_everything_that_can_be_said(journal, tip):
    said = tip("write", stdin=typed(*OPENING, ":help")).out
    for order in MEANINGS:
        assert f":{order} " in said
    assert "two colons" in said
    assert "Roles, not names." in said


def test_something_to_report_first_ends_it_there(journal, tip):
    done = tip("write", stdin=typed("yes"))
    assert done.code == 0
    assert "Risk to a person." in done.out
    assert "How long" not in done.out
    assert entries(tip) == []


def test_enter_alone_at_everything_still_makes_a_complete_entry(journal, tip):
    assert tip("write", stdin=typed(*[""] * 20)).code == 0
    (entry,) = entries(tip)
    assert (entry["state"], entry["path"], entry["answers"]) == ("closed", "quick", [])


def test_what_the_command_line_says_is_not_asked(journal, tip):
    done = tip(
        "write", "--minutes", "10", "--principle", "choice", "--purpose", "planning", "--thread", "the oak", "--tag", "a",
        stdin=typed("", "calm", "What happened.", ":stop", ":stop"),
    )  # fmt: skip
    assert "How long" not in done.out
    assert "Which principle" not in done.out
    assert "What is this entry for" not in done.out
    (entry,) = entries(tip)
    assert (entry["path"], entry["principle"], entry["purpose"]) == ("standard", "choice", "planning")
    assert (entry["thread"], entry["tags"], entry["arrived_as"]) == ("the oak", ["a"], "calm")
    assert entry["answers"][0]["prompt_id"] == "brief-01"


@pytest.mark.parametrize("length", ["20", "look", "Look underneath"])
def test_a_length_is_chosen_by_its_minutes_or_its_name(journal, tip, length):
    tip("write", stdin=typed("", length, "", "", "", "", "Words.", ":stop", ":stop"))
    assert entries(tip)[0]["path"] == "deep"


def test_the_long_path_says_first_that_you_can_stop_and_may_be_left_for_today(journal, tip):
    done = tip("write", "--minutes", "20", stdin=typed("", "leave"))
    assert "If writing makes you feel worse" in done.out
    assert "Nothing was begun" in done.out
    assert entries(tip) == []


def test_free_writing_keeps_its_empty_lines_and_asks_nothing(journal, tip):
    done = tip(
        "write", "--minutes", "free", stdin=typed("", "", "One.", "", "", "Two.", "", ":next", ":stop")
    )
    assert "Which principle" not in done.out
    assert [answer["text"] for answer in entries(tip)[0]["answers"]] == ["One.\n\n\nTwo."]


def test_when_the_lines_end_what_was_written_is_a_draft_and_that_is_said(journal, tip):
    done = tip("write", stdin=typed(*OPENING, "", "First line.") + b"no newline after this")
    assert done.code == 0
    assert "kept as a draft" in done.out
    (entry,) = entries(tip)
    assert entry["state"] == "draft"
    assert [answer["text"] for answer in entry["answers"]] == ["First line.\nno newline after this"]


def test_when_the_lines_end_before_anything_is_written_nothing_is_kept(journal, tip):
    done = tip("write", stdin=typed(*OPENING[:-1], "", ""))
    assert (done.code, entries(tip)) == (0, [])
    assert "nothing was kept" in done.out


def test_when_the_lines_end_after_the_arriving_word_that_is_kept(journal, tip):
    done = tip("write", stdin=typed("", "3", "", "", "words meant for later"))
    assert done.code == 0
    assert "kept as a draft" in done.out
    assert [(entry["state"], entry["arrived_as"]) for entry in entries(tip)] == [
        ("draft", "words meant for later")
    ]


def test_when_the_lines_end_in_the_closing_it_is_closed_with_what_was_said(journal, tip):
    tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", "lighter"))
    (entry,) = entries(tip)
    assert (entry["state"], entry["after"], entry["next_thing"]) == ("closed", "lighter", None)


def test_a_draft_is_offered_and_carried_on_at_the_same_step(journal, tip):
    tip("write", stdin=typed(*OPENING, "", "One.", "", "Begun", ":later"))
    done = tip("write", stdin=typed("1", "and ended.", ":stop", ":stop"))
    assert "You have written here:\nBegun" in done.out
    (entry,) = entries(tip)
    assert entry["state"] == "closed"
    assert [answer["text"] for answer in entry["answers"]] == ["One.", "Begun\nand ended."]


def test_a_draft_can_be_left_for_a_new_entry(journal, tip):
    tip("write", stdin=typed(*OPENING, "", "One.", ":later"))
    tip("write", stdin=typed("", *OPENING, "", "Two.", ":stop", ":stop"))
    assert sorted(entry["state"] for entry in entries(tip)) == ["closed", "draft"]


def test_heavier_shows_who_to_turn_to_with_ones_own_people_among_them(journal, tip, passphrase, clock):
    from tip_reflect.unlocking import unlock

    store = unlock(journal, passphrase, clock).open_store()
    store.save_own_contacts([OwnContact(who="a colleague", contact="the desk by the window")])
    store.close()
    done = tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", "heavier", "", "", ""))
    after = done.out.partition("If it feels heavier")[2]
    assert "a colleague: the desk by the window" in after
    assert "999" in after
    assert "Samaritans: 116 123" in after
    assert entries(tip)[0]["after"] == "heavier"


def test_lighter_shows_no_helplines(journal, tip):
    assert "Samaritans" not in tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", *CLOSING)).out


def test_an_entry_can_be_deleted_at_once_after_a_second_yes(journal, tip):
    done = tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", "", "", "", "delete", "yes"))
    assert "gone for good" in done.out
    assert "Deleted." in done.out
    assert entries(tip) == []


@pytest.mark.parametrize("second", ["no", ""])
def test_without_the_second_yes_it_is_kept(journal, tip, second):
    tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", "", "", "", "delete", second))
    assert entries(tip)[0]["state"] == "closed"


def test_the_next_sitting_can_be_as_the_last(journal, tip):
    tip("write", stdin=typed("", "10", "plan", "choice", "", "Words.", ":stop", ":stop"))
    tip("write", stdin=typed("", "last", "Other words.", ":stop", ":stop"))
    newest = entries(tip)[0]
    assert newest["answers"][0]["text"] == "Other words."
    assert (newest["path"], newest["purpose"]) == ("standard", "planning")
    assert newest["principle"] != "choice"


def test_as_last_time_does_not_claim_the_principle(journal, tip):
    tip("write", stdin=typed("", "10", "plan", "choice", "", "Words.", ":stop", ":stop"))
    assert "last: as last time: Think it through, Plan, the principle chosen for you\n" in (
        tip("write", stdin=typed("")).out
    )
    given = tip("write", "--principle", "safety", stdin=typed("", "last")).out
    assert "last: as last time: Think it through, Plan\n" in given


def test_one_who_always_starts_as_last_time_is_asked_only_the_gate(journal, tip):
    tip("write", stdin=typed("", "10", "plan", "choice", "", "Words.", ":stop", ":stop"))
    tip("settings", "opening", "as-last-time")
    done = tip("write", stdin=typed("", "Other words.", ":stop", ":stop"))
    assert "How long" not in done.out
    assert "As last time: Think it through, Plan, the principle chosen for you." in done.out
    assert ":help lists what else you can say" in done.out
    assert entries(tip)[0]["path"] == "standard"


def test_a_broken_settings_file_keeps_nobody_from_writing(journal, tip):
    journal.settings.write_text("theme = ")
    done = tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", ":stop"))
    assert done.code == 0
    assert "usual settings" in done.err


def test_after_a_shock_the_long_ones_stand_behind_one_more_word(journal, tip):
    done = tip("write", stdin=typed("", "shock", "", "", "", "", "", "Words.", ":stop", ":stop"))
    offered = done.out.partition("Tell your manager.")[2].partition("Roles, not names")[0]
    assert "3: Set it down" in offered
    assert "20: " not in offered
    assert "longer: I would still like a longer one" in offered
    assert entries(tip)[0]["shock"] is True
    refused = tip("write", stdin=typed("", "20", "longer"))
    assert (refused.code, len(entries(tip))) == (1, 1)
    again = tip("write", stdin=typed("", "longer", "20", "", "", "", "", "More.", ":stop", ":stop"))
    assert again.code == 0
    assert (entries(tip)[0]["path"], entries(tip)[0]["shock"]) == ("deep", False)


def test_bytes_that_are_not_text_end_it_with_a_word_and_what_was_written_is_kept(journal, tip):
    done = tip("write", stdin=typed(*OPENING, "", "Words.") + b"caf\xe9\n" + typed("more"))
    assert done.code == 1
    assert "were not used" in done.err
    assert [answer["text"] for answer in entries(tip)[0]["answers"]] == ["Words."]


# Nothing that comes from a pipe is lost without a word

CANARY = "a canary in the garden"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ([], "is there anything you need to report"),
        ([""], "How long have you got?"),
        (["", "3"], "What is this entry for"),
        (["", "3", ""], "Which principle would you like"),
    ],
)
def test_a_line_that_fits_no_choice_ends_it_and_names_the_question_but_not_the_line(
    *, journal, tip, before, question, library
):
    done = tip("write", stdin=typed(*before, CANARY, "."))
    assert done.code == 1
    if question == "How long have you got?":
        question = library.prompt("open-03").text
    assert question.casefold() in done.err.casefold()
    assert "not used" in done.err
    assert CANARY not in done.out + done.err
    assert entries(tip) == []


@pytest.mark.parametrize(
    ("closing", "prompt_id"), [([], "close-03"), (["3", "a walk"], "close-06"), (["", "", "", "delete"], "")]
)
def test_a_line_that_fits_no_question_of_the_closing_ends_it_with_all_before_it_kept(
    *, journal, tip, closing, prompt_id, library
):
    done = tip("write", stdin=typed(*OPENING, "", "Words.", ":stop", *closing, CANARY, "", ""))
    assert done.code == 1
    assert (library.prompt(prompt_id).text if prompt_id else "Delete it for good?") in done.err
    assert CANARY not in done.out + done.err
    assert "kept as a draft" in done.out
    (entry,) = entries(tip)
    assert (entry["state"], [answer["text"] for answer in entry["answers"]]) == ("draft", ["Words."])
    if prompt_id == "close-06":
        assert (entry["after"], entry["next_thing"]) == ("heavier", "a walk")


def test_a_command_that_does_not_fit_a_question_ends_it_too(journal, tip):
    done = tip("write", stdin=typed(":another", "", ""))
    assert done.code == 1
    assert "is there anything you need to report" in done.err


def test_a_word_from_a_pipe_that_is_no_command_is_kept_as_text(journal, tip):
    done = tip("write", stdin=typed(*OPENING[:-1], ":fine", "", ":skpi", ":stop", ":stop"))
    assert done.code == 0
    (entry,) = entries(tip)
    assert (entry["arrived_as"], entry["answers"][0]["text"]) == (":fine", ":skpi")


@pytest.mark.parametrize("way", ["tip", "tip_process"])
def test_lines_left_over_at_the_end_are_told(journal, request, tip, way):
    go = request.getfixturevalue(way)
    sitting = typed(*OPENING, "", "Words.", ":stop", *CLOSING)
    done = go("write", stdin=sitting + typed("", CANARY))
    assert done.code == 1
    assert "left over were not used" in done.err
    assert CANARY not in done.out + done.err
    assert entries(tip)[0]["state"] == "closed"
    assert go("write", stdin=sitting + typed("", "")).code == 0


def test_a_pipe_that_stays_open_keeps_it_from_nothing(journal):
    with subprocess.Popen(
        [sys.executable, "-m", "tip_reflect", "write"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        child.stdin.write(typed(*OPENING, "", "Words.", ":stop", *CLOSING))
        child.stdin.flush()
        assert child.wait(timeout=60) == 0
        child.stdin.close()


def test_nothing_is_wrapped_in_a_pipe(journal, tip, monkeypatch, library):
    monkeypatch.setenv("COLUMNS", "30")
    assert f"\n{library.prompt(GATE).text}\n" in tip("write", stdin=typed(*OPENING)).out


# Its parts


class Script:
    """Lines that were typed beforehand; an exception in their midst is raised."""

    on_terminal = True

    def __init__(self, *lines):
        self.left = list(lines)
        self.ticks = []

    def next(self, tick=None):
        self.ticks.append(tick)
        if not self.left:
            raise EndOfInput
        line = self.left.pop(0)
        if isinstance(line, BaseException):
            raise line
        return line

    def put_back(self, line):
        self.left.insert(0, line)

    def is_more_coming(self):
        return False  # each line was typed by a person, with a pause after it


class Shelf:
    """A store that keeps the last save, or fails as it is told."""

    def __init__(self):
        self.kept = {}
        self.saves = []
        self.fails = []

    def save(self, entry):
        if self.fails and (problem := self.fails.pop(0)) is not None:
            raise problem
        stored = replace(entry, revision=entry.revision + 1)
        self.kept[entry.id] = stored
        self.saves.append(stored)
        return stored

    def delete(self, entry_id):
        del self.kept[entry_id]


@pytest.fixture(scope="module")
def library():
    return read_library(packs_folder())


@pytest.fixture
def now(clock):
    return Moment(at=clock())


@pytest.fixture
def chooser(library, now):
    return Chooser(library, asked=(), now=now, last_shock=None, random=random.Random(1))


@pytest.fixture
def shelf():
    return Shelf()


ENTRY_ID = UUID("0a1b2c3d-0000-4000-8000-000000000001")


@pytest.fixture
def sit(library, chooser, shelf, now, capsys):
    """Go through the steps of an entry with these lines; gives how it ended, the keeping and what was said."""

    def go(*lines, entry=None, path=PathId.STANDARD):
        entry = entry or begin(
            chooser, Choices(path=path, principle=Principle.SAFETY), entry_id=ENTRY_ID, now=now
        )
        keeping = Keeping(shelf, entry)
        talk = Conversation(Script(*lines), library, ())
        try:
            ended = Steps(talk, library, chooser, keeping).run()
        except (EndOfInput, Ended) as problem:
            ended = problem
        return ended, keeping, capsys.readouterr().out

    return go


def texts(keeping):
    return [answer.text for answer in keeping.entry.answers]


def test_every_line_is_saved_as_it_comes(sit, shelf):
    sit("One.", "Two.", "", "Three.")
    assert [[answer.text for answer in saved.answered()] for saved in shelf.saves[:2]] == [
        ["One."],
        ["One.\nTwo."],
    ]
    assert [answer.text for answer in shelf.kept[ENTRY_ID].answered()] == ["One.\nTwo.", "Three."]


def test_the_place_is_saved_with_the_words(sit, shelf):
    sit("One.", "", "Two.", "Three")
    position = shelf.kept[ENTRY_ID].position
    assert (position.step, position.row, position.column) == (1, 1, 5)


def test_nothing_is_saved_before_anything_is_written(sit, shelf):
    ended, _, _ = sit("", ":skip", ":back", ":stop")
    assert ended is Order.STOP
    assert shelf.saves == []


def test_the_last_question_leads_to_the_closing(sit):
    ended, keeping, said = sit(*[""] * 20)
    assert ended is Order.STOP
    of = len(keeping.entry.answers)
    assert re.findall(r"^(\d+) of (\d+)\.", said, re.MULTILINE) == [
        (str(n), str(of)) for n in range(1, of + 1)
    ]


def test_later_leaves_it_as_it_is(sit, shelf):
    ended, _, _ = sit("One.", ":later")
    assert ended is Order.LATER
    assert shelf.kept[ENTRY_ID].state is State.DRAFT


def test_back_shows_what_was_written_and_adds_to_it(sit):
    _, keeping, said = sit("One.", "", ":back", "Two.", ":stop")
    assert "You have written here:\nOne.\n" in said
    assert texts(keeping)[:2] == ["One.\nTwo.", ""]


def test_back_at_the_first_question_stays_there(sit):
    _, keeping, _ = sit(":back", "One.", ":stop")
    assert texts(keeping)[0] == "One."


def test_skip_goes_on_and_leaves_what_is_there(sit):
    _, keeping, _ = sit("One.", ":skip", ":skip", "Three.", ":stop")
    assert texts(keeping)[:3] == ["One.", "", "Three."]


def test_another_asks_something_else(sit):
    before = sit()[1].entry
    _, keeping, _ = sit("", "", ":another", "Words.", ":stop", entry=before)
    assert keeping.entry.answers[2].prompt_id != before.answers[2].prompt_id
    assert keeping.entry.answers[2].text == "Words."


def test_another_never_takes_away_a_question_that_is_answered(sit):
    before = sit()[1].entry
    _, keeping, said = sit("", "", "Words.", ":another", ":stop", entry=before)
    assert keeping.entry.answers[2].prompt_id == before.answers[2].prompt_id
    assert "so it stays" in said


def test_another_says_when_there_is_none(sit):
    assert "no other question" in sit(":another")[2]


def test_why_tells_where_a_question_comes_from(sit, library):
    _, keeping, said = sit(":why", "", ":why")
    assert "so that the rest has something to stand on" in said
    assert library.prompt(keeping.entry.answers[1].prompt_id).lineage in said
    assert "no question here" in sit(":why", path=PathId.FREE)[2]


def test_ground_steadies_in_a_different_way_each_time_and_the_breath_comes_last(sit, library):
    ways = library.in_set("grounding")
    said = sit(*[":ground"] * len(ways))[2]
    places = {way.id: said.index(way.text) for way in ways}
    assert max(places, key=places.__getitem__) == "ground-03"


def test_support_shows_who_to_turn_to(sit):
    assert "999" in sit(":support")[2]


def test_help_says_it_all_each_time(sit):
    assert sit(":help", ":help")[2].count(":skip leave this question") == 2


def test_free_writing_is_not_told_that_an_empty_line_ends_it(sit):
    said = sit(":help", path=PathId.FREE)[2]
    assert ":help lists what else you can say." in said
    assert "An empty line ends" not in said


def test_a_gap_is_an_empty_line_in_the_text(sit):
    assert texts(sit(":gap", "One.", ":gap", "Two.", ":gap", ":next")[1])[0] == "One.\n\nTwo."


def test_clear_takes_out_what_was_written_and_from_the_store_too(sit, shelf):
    _, keeping, _ = sit("A name.", ":clear", "A role.", ":stop")
    assert texts(keeping)[0] == "A role."
    assert shelf.saves[1].answers[0].text == ""


@pytest.mark.parametrize(
    "line", [":)", ": a colon", ":-(", "a :next word", ":Next", ":two words", ":next.", "12:30"]
)
def test_a_line_that_only_looks_like_a_command_is_text(sit, line):
    assert texts(sit(line, ":stop")[1])[0] == line


def test_two_colons_are_text_with_one(sit):
    assert texts(sit("::next", ":::", ":stop")[1])[0] == ":next\n::"


def test_a_word_that_is_no_command_is_not_kept_and_that_is_said(sit):
    _, keeping, said = sit(":skpi", ":stop")
    assert texts(keeping)[0] == ""
    assert "not one of the commands" in said


def test_an_indented_line_keeps_its_indent(sit):
    assert texts(sit("One.", "  - two ", ":stop")[1])[0] == "One.\n  - two "


@pytest.mark.parametrize("order", Order)
def test_every_command_is_read_and_explained(order):
    assert read_order(f":{order}") is order
    assert read_order(f":{order}  ") is order
    assert read_order(f"::{order}") is None
    assert as_words(f"::{order}") == f":{order}"
    assert MEANINGS[order]


def statement_first(now, *answers):
    return Entry(
        id=ENTRY_ID,
        written=now,
        answers=(Answer(prompt="Feel your feet.", kind=StepKind.STATEMENT), *answers),
    )


@pytest.mark.parametrize("line", ["Typed too early.", "::colon"])
def test_a_line_typed_at_a_statement_goes_under_the_next_question(sit, now, line):
    _, keeping, said = sit(
        line, ":stop", entry=statement_first(now, Answer(prompt="What now?", prompt_id="brief-01"))
    )
    assert texts(keeping) == ["", as_words(line)]
    assert "goes under the next question" in said


def test_a_line_typed_at_a_statement_with_nothing_after_it_is_not_lost(sit, now):
    assert texts(sit("Typed at the end.", ":stop", entry=statement_first(now))[1]) == [
        "",
        "Typed at the end.",
    ]


def test_a_statement_can_be_passed_like_any_step(sit, now):
    entry = statement_first(now, Answer(prompt="What now?", prompt_id="brief-01"))
    for pass_by in ("", ":next", ":skip"):
        assert texts(sit(pass_by, "Words.", ":stop", entry=entry)[1]) == ["", "Words."]
    assert "What now?" in sit(":ground", ":why", "", entry=entry)[2]


def test_a_signal_keeps_the_line_that_was_being_typed(sit, shelf):
    ended, keeping, _ = sit("One.", Ended(15, "Half a li"))
    assert isinstance(ended, Ended)
    assert texts(keeping)[0] == shelf.kept[ENTRY_ID].answers[0].text == "One.\nHalf a li"


def test_a_line_is_kept_while_it_is_being_typed_and_then_not_twice(shelf, now):
    keeping = Keeping(shelf, Entry(id=ENTRY_ID, written=now, answers=(Answer(text="One."),)))
    keeping.save_with("Half")
    assert shelf.kept[ENTRY_ID].answers[0].text == "One.\nHalf"
    keeping.write("One.\nHalf a line.")
    assert keeping.save()
    assert shelf.kept[ENTRY_ID].answers[0].text == "One.\nHalf a line."
    assert shelf.kept[ENTRY_ID].revision == keeping.entry.revision == 2


def test_a_line_taken_back_before_enter_is_taken_back_from_the_store(shelf, now):
    keeping = Keeping(shelf, Entry(id=ENTRY_ID, written=now, answers=(Answer(text="One."),)))
    keeping.save()
    keeping.save_with("A name")
    keeping.save()
    assert shelf.kept[ENTRY_ID].answers[0].text == "One."


def test_a_full_disk_is_told_and_the_words_are_tried_again_with_the_next_line(sit, shelf):
    shelf.fails = [DiskFull("The disk is full."), None]
    _, _, said = sit("One.", "Two.", ":later")
    assert "The disk is full." in said
    assert "Your words are still here" in said
    assert shelf.kept[ENTRY_ID].answers[0].text == "One.\nTwo."


def test_words_that_another_window_would_overwrite_are_kept_apart_and_that_is_told(sit, shelf):
    shelf.fails = [None, ChangedElsewhere("Changed.")]
    _, keeping, said = sit("One.", "Two.", ":later")
    assert keeping.entry.id != ENTRY_ID
    assert shelf.kept[ENTRY_ID].answers[0].text == "One."
    assert shelf.kept[keeping.entry.id].answers[0].text == "One.\nTwo."
    assert "kept as an entry of their own" in said


@pytest.fixture
def put_away(library, shelf, now, capsys):
    def go(*lines, keeping=None):
        keeping = keeping or Keeping(shelf, Entry(id=ENTRY_ID, written=now, answers=(Answer(text="One."),)))
        go.keeping = keeping
        done = Closing(Conversation(Script(*lines), library, ()), library, keeping, lambda: now).run()
        return done, keeping, capsys.readouterr().out

    return go


def test_stop_at_the_closing_passes_all_that_is_left_and_keeps_what_was_said(put_away, shelf):
    done, keeping, _ = put_away("heavier", ":stop")
    assert done
    assert shelf.kept[ENTRY_ID] == keeping.entry
    assert (keeping.entry.state, keeping.entry.after, keeping.entry.next_thing) == (
        State.CLOSED,
        After.HEAVIER,
        "",
    )


def test_later_at_the_closing_leaves_a_draft(put_away):
    done, keeping, _ = put_away("lighter", ":later")
    assert not done
    assert keeping.entry.state is State.DRAFT


def test_later_at_the_closing_keeps_what_was_answered_there(put_away, shelf):
    put_away("lighter", "a walk", "no", ":later")
    kept = shelf.kept[ENTRY_ID]
    assert (kept.after, kept.next_thing, kept.belongs_in_record) == (After.LIGHTER, "a walk", False)


@pytest.mark.parametrize("answered", range(5))
def test_back_leads_to_writing_from_every_question_of_the_closing(put_away, answered):
    with pytest.raises(WentBack):
        put_away(*["heavier", "a walk", "no", "delete"][:answered], ":back")


def test_back_from_the_closing_is_the_step_that_was_left_and_the_closing_keeps_its_answers(journal, tip):
    done = tip(
        "write",
        stdin=typed(*OPENING, "", "Words.", ":stop", "3", "a walk", ":back", "More.", "", "", "", "", "", ""),
    )
    assert (done.code, done.err) == (0, "")
    again = done.out.partition("You have written here:\nWords.\n")[2]
    assert done.out.count("An empty line ends an answer") == 1
    assert "Enter: leave your answer, heavier. :clear takes it out." in again
    assert "Enter: leave your answer, a walk. :clear takes it out." in again
    (entry,) = entries(tip)
    assert [answer["text"] for answer in entry["answers"]] == ["Words.\nMore."]
    assert (entry["state"], entry["after"], entry["next_thing"]) == ("closed", "heavier", "a walk")


def test_an_answer_of_the_closing_can_be_taken_out_after_going_back(put_away, library, now):
    with pytest.raises(WentBack):
        put_away("heavier", "a walk", "no", ":back")
    assert put_away.keeping.entry.next_thing == "a walk"
    put_away(":clear", ":clear", ":clear", "", keeping=put_away.keeping)
    entry = put_away.keeping.entry
    assert (entry.state, entry.after, entry.next_thing, entry.belongs_in_record) == (
        State.CLOSED,
        None,
        "",
        None,
    )


def test_back_is_offered_at_the_closing_and_not_before_writing(put_away, ask):
    assert ":back goes back to writing." in put_away()[2]
    assert ":back go back to writing\n" in put_away(":help")[2]
    said = ask(":back", ":help", "1")[1]
    assert "belongs to writing" in said
    assert ":back" not in said


def test_the_words_after_heavier_are_plainly_to_read_and_apart_from_the_next_question(put_away, library):
    said = put_away("heavier")[2]
    parts = said.split("\n\n")
    (to_read,) = [part for part in parts if library.prompt("close-04").text in part]
    place = parts.index(to_read)
    assert "They ask for no answer" in parts[place - 1]
    assert "all there was to read" in parts[place + 1]
    assert parts[place + 2].startswith(library.prompt("close-05").text)
    assert "Samaritans" in to_read
    assert "to read" not in put_away("lighter")[2]


def test_what_belongs_in_the_record_is_sent_there(put_away):
    _, keeping, said = put_away("", "", "yes", "")
    assert keeping.entry.belongs_in_record is True
    assert "must not be the only place" in said


def test_a_closing_that_cannot_be_saved_leaves_a_draft_with_the_reason(put_away, shelf):
    shelf.fails = [DiskFull("The disk is full.")]
    done, keeping, _ = put_away("", "", "", "")
    assert not done
    assert keeping.entry.state is State.DRAFT
    assert keeping.trouble == "The disk is full."


@pytest.fixture
def ask(library, capsys):
    def go(*lines):
        choices = [
            Choice(value="c1", key="1", words="Choice"),
            Choice(value="c2", key="2", words="Collaboration"),
            Choice(value="same", key="3", words="about the same"),
        ]
        return Conversation(Script(*lines), library, ()).choose(
            "Which?", choices, otherwise="none"
        ), capsys.readouterr().out

    return go


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["1"], "c1"),
        (["COLL"], "c2"),
        (["same"], "same"),
        ([" about the "], "same"),
        ([""], None),
        (["c", "ch"], "c1"),
        (["9", "2"], "c2"),
        (["nonsense", ""], None),
        ([":ground", ":support", ":skip", ":nonsense", "1"], "c1"),
    ],
)
def test_a_choice_is_meant_by_its_key_or_the_start_of_its_words(ask, lines, value):
    assert ask(*lines)[0] == value


def test_stop_at_a_question_ends_it(ask):
    with pytest.raises(Stopped):
        ask(":stop")


def test_a_choice_reads_as_plain_lines(ask):
    assert ask("1")[1] == "\nWhich?\n1: Choice\n2: Collaboration\n3: about the same\nEnter: none\n"


def test_within_two_days_of_a_shock_as_last_time_is_the_short_one(library, now, clock):
    shocked = Chooser(library, asked=(), now=now, last_shock=now, random=random.Random(1))
    last = Choices(path=PathId.DEEP, principle=Principle.CHOICE, purpose=Purpose.PLANNING)
    talk = Conversation(Script("", "last"), library, ())
    chosen = Choosing(talk, library, shocked, Wanted(), last).choose(as_last_time=False)
    assert (chosen.path, chosen.purpose, chosen.principle) == (PathId.QUICK, Purpose.PLANNING, None)


def test_nothing_it_says_draws_boxes_or_moves_the_cursor(journal, tip):
    said = tip("write", stdin=typed(*OPENING, "", "Words.", ":help", ":stop", "heavier", "", "", "")).out
    assert not re.search("[\u2500-\u257f\x1b]", said)


def test_more_drafts_than_are_offered_are_counted(journal, tip):
    for number in range(7):
        tip(
            "write",
            "--minutes",
            "free",
            stdin=f"\n\n\nDraft {number}\n:later\n".encode()
            if not number
            else f"\n\n\n\nDraft {number}\n:later\n".encode(),
        )
    assert len(entries(tip)) == 7
    assert "There are 2 more" in tip("write", stdin=b":stop\n").out
