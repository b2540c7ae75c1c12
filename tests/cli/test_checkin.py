"""checkin: word answers that are never scored, support that is offered, and nothing of it anywhere else."""

import json

import click
import pytest

from tip_reflect.cli.group import COMMANDS
from tip_reflect.prompts.reading import packs_folder, read_library

WORDS = read_library(packs_folder()).check_in
NEED = "a quokka hour with the heron"
LINE = "Could we talk, says the quokka?"
HARD = ["4", "4", "4", "4", "4", "3", NEED]
"""The last answer of each item, and for support the plain no."""


def typed(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def listed(tip):
    return json.loads(tip("checkin", "list", "--json").out)


# Asking


def test_the_statement_is_said_every_time_and_the_questions_stand_word_for_word(journal, tip):
    for _ in range(2):
        said = tip("checkin", stdin=typed(*[""] * 8)).out
        assert WORDS.shown_every_time in said
        assert "over the last week or so" in said
        for item in WORDS.items:
            assert item.ask in said
            for answer in (*item.answers, *[WORDS.rather_not_say] * bool(item.answers)):
                assert f": {answer}\n" in said
    assert listed(tip) == []


def test_answers_are_kept_as_words_and_an_item_passed_over_is_not_in_it(journal, tip):
    done = tip("checkin", stdin=typed("a little", "", "5", "2", "", "in part", NEED, "never"))
    assert (done.code, done.err) == (0, "")
    (one,) = listed(tip)
    assert [(answer["item"], answer["answer"]) for answer in one["answers"]] == [
        (1, "A little"),
        (3, "Rather not say"),
        (4, "Sometimes"),
        (6, "In part"),
    ]
    assert one["need"] == NEED
    assert one["answers"][0]["question"] == WORDS.items[0].ask


def test_what_was_answered_before_the_end_is_kept(journal, tip):
    assert tip("checkin", stdin=typed("1", "2", ":stop")).code == 0
    assert [answer["answer"] for answer in listed(tip)[0]["answers"]] == ["A little", "Now and then"]
    done = tip("checkin", stdin=typed("1", "no such answer here"))
    assert done.code == 1
    assert "no such answer" not in done.err


@pytest.mark.parametrize(
    ("lines", "offered"),
    [
        (["4", "", "", "", "", "", ""], True),
        (["", "4", "", "", "", "", ""], True),
        (["", "", "", "", "", "3", ""], True),
        (["3", "3", "4", "4", "4", "4", ""], False),
        (["5", "5", "5", "5", "5", "5", ""], False),
    ],
)
def test_support_is_offered_after_these_answers_alone(journal, tip, lines, offered):
    done = tip("checkin", stdin=typed(*lines, "", ""))
    assert done.code == 0
    assert (WORDS.offer in done.out) is offered
    assert "999" not in done.out


def test_the_support_page_and_the_line_to_a_manager_come_only_when_asked_for(journal, tip):
    done = tip("checkin", stdin=typed(*HARD, "1", "2", LINE, "", ""))
    assert done.code == 0, done.err
    assert "999" in done.out
    assert WORDS.offer_draft in done.out
    assert tip("checkin", "line").out == f"{LINE}\n"
    assert tip("checkin", "line", "--delete").code == 0
    assert tip("checkin", "line").out == ""


# How often


def test_it_is_off_until_it_was_offered_once_and_then_as_chosen(journal, tip):
    once = "Would you like to be offered this"
    assert once in tip("checkin", stdin=typed(*[""] * 7, "monthly")).out
    assert once not in tip("checkin", stdin=typed(*[""] * 7)).out
    assert tip("checkin", "--habit", "hourly").code == 2
    assert "weekly" in tip("checkin", "--habit", "weekly").err


@pytest.mark.parametrize(
    ("habit", "days", "offered"),
    [
        (None, 400, False),
        ("never", 400, False),
        ("after-an-entry", 7, True),
        ("after-an-entry", 6, False),
        ("weekly", 7, True),
        ("weekly", 6, False),
        ("monthly", 27, False),
        ("monthly", 28, True),
    ],
)
def test_after_a_sitting_it_is_named_only_as_chosen(
    *, journal, tip, clock, monkeypatch, habit, days, offered
):
    monkeypatch.setattr("tip_reflect.clock.system_clock", clock)
    tip("checkin", stdin=typed("1"))
    if habit:
        tip("checkin", "--habit", habit)
    clock.move(days=days)
    done = tip("write", stdin=typed("", "free", "", "A line.", "", ":stop"))
    assert done.code == 0, done.err
    assert "Put away" in done.out
    assert ("tip-reflect checkin" in done.out) is offered


# Showing


def test_the_list_is_their_own_words_by_date_with_no_totals(journal, tip, clock, monkeypatch):
    monkeypatch.setattr("tip_reflect.clock.system_clock", clock)
    tip("checkin", stdin=typed("2", "", "", "", "", "", NEED, ""))
    clock.move(days=8)
    tip("checkin", stdin=typed("3"))
    lines = tip("checkin", "list").out.splitlines()
    assert [line.split("  ", 1)[1] for line in lines if line[:1].isalnum() and "  " in line] == [
        "Sunday 22 November 2026",
        "Monday 30 November 2026",
    ]
    assert f"{WORDS.items[0].ask} Some" in lines
    assert f"{WORDS.items[6].ask} {NEED}" in lines
    assert len(lines) == 6


def test_one_is_deleted_for_good(journal, tip):
    tip("checkin", stdin=typed("1"))
    one = listed(tip)[0]["id"]
    assert tip("checkin", "delete", one[:8]).code == 1
    assert tip("checkin", "delete", one[:8], "--yes").code == 0
    assert listed(tip) == []
    assert "No check-ins yet" in tip("checkin", "list").err
    assert tip("checkin", "delete", one, "--yes").code == 1


# Nowhere else


def leaves():
    """Every command that does something, by its words."""
    found = []
    for name, module in COMMANDS.items():
        from importlib import import_module

        command = getattr(import_module(module), f"{name.replace('-', '_')}_command")
        if isinstance(command, click.Group):
            found += [(name, each) for each in command.commands]
        else:
            found.append((name,))
    return [one for one in found if one[0] != "checkin"]


def examples(entry, pack, brought, action, folder):
    """For every other command, word lines to run and what they are given."""
    secret = folder / "secret"
    secret.write_text("slow herons")
    return {
        ("init",): [([], b"")],
        ("write",): [(["--minutes", "3"], typed("", "", "", "", "One.", "", ":support", ":stop"))],
        ("add",): [([], b"Another line.")],
        ("list",): [([], b""), (["--json"], b"")],
        ("show",): [([entry], b""), ([entry, "--json"], b"")],
        ("search",): [(["quokka"], b""), (["quokka", "--json"], b""), (["manage"], b"")],
        ("check",): [(["--journal"], b"Kirsty rang."), (["--journal", "--json"], b"Kirsty rang.")],
        ("watch",): [([], b""), (["--json"], b"")],
        ("mark",): [([], b""), ([entry, "--list"], b""), (["--json"], b"")],
        ("pack", "new"): [(["--from", entry, "--question", "a?"], b""), ([], typed("1", "", "", "1"))],
        ("pack", "list"): [([], b""), (["--json"], b"")],
        ("pack", "show"): [([pack], b""), ([pack, "--json"], b"")],
        ("pack", "edit"): [([pack], typed("", "", "", ""))],
        ("pack", "review"): [([pack, "--list"], b""), ([pack, "--json"], b""), ([pack], typed("no"))],
        ("pack", "blur"): [([pack], b"")],
        ("pack", "export"): [
            *(([pack, "--format", form], b"") for form in ("md", "txt", "html")),
            ([pack, "-o", str(folder / "page.docx")], b""),
        ],
        ("pack", "log"): [([], b""), (["--json"], b"")],
        ("pack", "delete"): [([pack], b"")],
        ("read",): [(["-"], b"# A page\n"), (["--sheet"], b""), (["--sheet", "--json"], b"")],
        ("bring-back", "new"): [([], typed("tired", "heavier"))],
        ("bring-back", "list"): [([], b""), (["--json"], b"")],
        ("bring-back", "show"): [([brought], b""), ([brought, "--json"], b"")],
        ("bring-back", "tried"): [([action], typed("", ""))],
        ("bring-back", "let-go"): [([action], b"")],
        ("bring-back", "delete"): [([brought], b"")],
        ("export",): [([entry, "--format", form], b"") for form in ("md", "txt", "json")],
        ("learning", "add"): [([], b"Waiting is doing something.")],
        ("learning", "list"): [([], b""), (["--json"], b"")],
        ("learning", "export"): [(["-o", str(folder / "learning.md")], b"")],
        ("learning", "remove"): [(["ffffffff"], b"")],
        ("learning", "combine"): [(["-o", str(folder / "report.md"), str(secret)], b"")],
        ("cpd",): [([], b"I sat in.\n"), (["--activity", "-"], b"I sat in.")],
        ("delete",): [([entry], b"")],
        ("tags",): [([], b""), (["--json"], b"")],
        ("threads", "list"): [([], b""), (["--json"], b"")],
        ("threads", "show"): [(["the garden"], b""), (["the garden", "--json"], b"")],
        ("threads", "mark"): [([entry, "closer"], b"")],
        ("passphrase",): [([], b"")],
        ("recover",): [([], b"")],
        ("verify",): [([], b""), (["--json"], b"")],
        ("settings",): [([], b""), (["--json"], b"")],
        ("doctor",): [([], b""), (["--json"], b"")],
    }


@pytest.fixture
def a_full_journal(journal, add, tip, tmp_path):
    """An entry, a pack that was taken, something brought back with a thing to try, and hard check-ins."""
    entry = add("We sat on the bench and said little.", "--thread", "the garden", "--tag", "visit")
    tip("mark", entry, "--lines", "1")
    pack = tip("pack", "new", "--from", entry, "--question", "What now?").out.strip()
    tip("pack", "export", pack)
    brought = tip("bring-back", "--try", "-", stdin=b"knock and wait").out.strip()
    action = json.loads(tip("bring-back", "show", brought, "--json").out)["actions"][0]["id"]
    assert tip("checkin", stdin=typed(*HARD, "2", LINE, "", "weekly")).code == 0
    return examples(entry, pack, brought, action, tmp_path)


def test_every_command_has_an_example_here(journal, tmp_path):
    missing = set(leaves()) - set(examples("", "", "", "", tmp_path))
    assert not missing, f"give {missing} an example, so that it is known to say nothing of a check-in"


def test_no_answer_of_a_check_in_is_in_the_output_of_any_other_command(a_full_journal, tip, tmp_path):
    told = [answer["answer"] for answer in listed(tip)[0]["answers"]] + [NEED, LINE, "quokka"]
    told = [words for words in told if words != "No"]  # a word of every page
    assert "More than I can manage" in told
    spoke = 0
    for command in leaves():
        for words, given in a_full_journal[command]:
            done = tip(*command, *words, stdin=given)
            said = done.out + done.err
            spoke += bool(done.out)
            assert "Usage:" not in done.err, (command, done.err)
            assert not [one for one in told if one in said], command
    written = [path.read_text() for path in tmp_path.glob("*.md")]
    written.append(tip("read", str(tmp_path / "page.docx")).out)
    assert "What now?" in written[-1]
    assert not [one for one in told for page in written if one in page]
    assert spoke > 40
