"""What only a terminal shows: questions that are answered, words that are hidden, signals, and lines half typed."""

import json
import os
import shlex
import signal
import sys
import time

import pexpect
import pytest

# pexpect forks from a test runner that may have threads; the child only starts another program.
pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
WAIT = 30


@pytest.fixture
def terminal():
    """Start a command line in a terminal of its own."""
    started = []

    def start(*words, shell=""):
        environ = {**os.environ, "TERM": "xterm", "INPUTRC": os.devnull}
        line = f"{sys.executable} -m tip_reflect {shlex.join(words)} {shell}"
        child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"exec {line}"],
            env=environ,
            encoding="utf-8",
            timeout=WAIT,
            dimensions=(24, 80),
        )
        child.delaybeforesend = None
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def ended(child):
    """The exit code, and all that was still said."""
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus, child.before


def begin_writing(child):
    child.expect("Enter: nothing now")
    child.sendline("")
    child.expect("Enter: 3 minutes")
    child.sendline("free")
    child.expect("Enter: no word")
    child.sendline("")
    child.expect("Just write")


def type_half_a_line(child):
    """Type what only the line editor turns into words, so that it is known to have them."""
    child.send("half a xq\x14")  # Ctrl-T: change the last two letters round
    child.expect("qx")


def entries(tip):
    listed = json.loads(tip("list", "--json").out)
    return [json.loads(tip("show", row["id"], "--json").out) for row in listed]


def test_a_passphrase_is_chosen_twice_and_never_shown(no_journal, terminal):
    child = terminal("init")
    child.expect("Choose a passphrase: ")
    child.sendline("short")
    child.expect("Too short")
    child.expect("Choose a passphrase: ")
    child.sendline("seven slow herons")
    child.expect("The same again: ")
    child.sendline("seven slow herons")
    child.expect("shown only now")
    code, said = ended(child)
    assert code == 0
    assert len(said.splitlines()[-1].split()) == 12
    assert "herons" not in said + str(child.before)
    assert no_journal.header.exists()


def test_the_passphrase_is_asked_for_even_while_a_file_is_standard_input(
    *, locked, terminal, tmp_path, passphrase, tip, secret_file, monkeypatch
):
    (tmp_path / "text").write_text("From a file.\n")
    child = terminal("add", shell=f"< {tmp_path / 'text'}")
    child.expect("Passphrase: ")
    child.sendline(passphrase)
    code, said = ended(child)
    assert code == 0
    assert passphrase not in said
    monkeypatch.setenv("TIP_REFLECT_PASSPHRASE_FILE", secret_file("p", passphrase.encode()))
    assert entries(tip)[0]["answers"][0]["text"] == "From a file."


def test_ctrl_c_at_the_passphrase_ends_calmly(locked, terminal):
    child = terminal("list")
    child.expect("Passphrase: ")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    assert "Stopped" in said
    assert "Traceback" not in said


def test_a_wrong_passphrase_is_code_3(locked, terminal):
    child = terminal("list")
    child.expect("Passphrase: ")
    child.sendline("not the one at all")
    assert ended(child)[0] == 3


def test_the_recovery_words_do_not_show(locked, terminal, words):
    child = terminal("recover")
    child.expect("Recovery words: ")
    child.sendline(" ".join(words))
    child.expect("New passphrase: ")
    assert words[0] not in child.before
    child.sendline("four fast owls at noon")
    child.expect("The same again: ")
    child.sendline("four fast owls at noon")
    assert ended(child)[0] == 0


def test_delete_asks_and_takes_no_for_an_answer(journal, terminal, add, tip):
    entry_id = add("A line.")
    child = terminal("delete", entry_id[:8])
    child.expect("gone for good")
    child.expect("Delete it for good")
    child.sendline("")
    assert ended(child)[0] == 0
    assert len(entries(tip)) == 1


def test_a_whole_sitting_in_a_terminal(journal, terminal, tip):
    child = terminal("write", "--minutes", "10")
    for question, answer in [
        ("Enter: nothing now", ""),
        ("Enter: leave it open", "plan"),
        ("Enter: choose for me", "choice"),
        ("Enter: no word", "steady"),
        ("1 of ", "We met in the garden."),
        ("", "It rained."),
        ("", ""),
        ("2 of ", ":skip"),
        ("3 of ", ":stop"),
        ("lighter, heavier, or about the same", "same"),
        ("next ordinary thing", "tea"),
        ("case record", "no"),
        ("Enter: keep it", ""),
    ]:
        child.expect(question)
        child.sendline(answer)
    child.expect("Put away, and locked on this computer.")
    assert ended(child)[0] == 0
    (entry,) = entries(tip)
    assert [answer["text"] for answer in entry["answers"]] == ["We met in the garden.\nIt rained."]
    assert (entry["state"], entry["after"], entry["next_thing"]) == ("closed", "same", "tea")


def test_a_pasted_empty_line_belongs_to_the_answer_and_a_typed_one_ends_it(journal, terminal, tip):
    child = terminal("write", "--minutes", "10")
    for question in ("Enter: nothing now", "Enter: leave it open", "Enter: choose for me", "Enter: no word"):
        child.expect(question)
        child.sendline("")
    child.expect("1 of ")
    child.send("The first part.\n\nThe second part.\nIts end.\n")
    child.expect("Its end.")
    time.sleep(0.5)
    child.sendline("")
    child.expect("2 of ")
    child.sendline(":stop")
    child.expect("Putting it away")
    child.sendline(":stop")
    assert ended(child)[0] == 0
    (entry,) = entries(tip)
    assert [answer["text"] for answer in entry["answers"]] == [
        "The first part.\n\nThe second part.\nIts end."
    ]


def test_notices_are_broken_between_words_too(no_journal, terminal):
    child = terminal("init")
    child.expect("Choose a passphrase: ")
    lines = child.before.splitlines()
    assert len(lines) > 5
    assert all(len(line) < 80 for line in lines)


@pytest.mark.parametrize(
    ("how", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["ctrl-c", "term", "hup"],
)
def test_a_signal_keeps_even_the_line_half_typed(journal, terminal, tip, how, code):
    child = terminal("write")
    begin_writing(child)
    child.sendline("A whole line.")
    type_half_a_line(child)
    child.kill(how)
    child.expect("kept as a draft")
    assert ended(child)[0] == code
    (entry,) = entries(tip)
    assert (entry["state"], entry["answers"][0]["text"]) == ("draft", "A whole line.\nhalf a qx")


def test_a_closed_terminal_keeps_what_was_written(journal, terminal, tip):
    child = terminal("write")
    begin_writing(child)
    child.sendline("A whole line.")
    type_half_a_line(child)
    child.close(force=False)
    assert entries(tip)[0]["answers"][0]["text"].startswith("A whole line.")


def test_the_end_of_the_input_key_leaves_a_draft(journal, terminal, tip):
    child = terminal("write")
    begin_writing(child)
    child.sendline("A whole line.")
    type_half_a_line(child)  # the line editor is listening again
    child.send("\x15")
    child.sendeof()
    child.expect("kept as a draft")
    assert ended(child)[0] == 0
    assert entries(tip)[0]["state"] == "draft"


def test_kill_9_loses_at_most_the_last_second_of_a_line_never_finished(journal, terminal, tip):
    child = terminal("write")
    begin_writing(child)
    line = "half a line, no Enter"
    child.send(line)
    looks = 0
    while [answer["text"] for entry in entries(tip) for answer in entry["answers"]] != [
        line
    ] and looks < WAIT * 10:
        time.sleep(0.1)
        looks += 1
    child.kill(signal.SIGKILL)
    child.wait()
    assert entries(tip)[0]["answers"][0]["text"] == line
    assert tip("verify").code == 0


def test_a_line_longer_than_the_terminals_own_limit_is_whole(journal, terminal, tip):
    child = terminal("write")
    begin_writing(child)
    line = " ".join(f"word{number}" for number in range(1500))
    for start in range(0, len(line), 500):
        child.send(line[start : start + 500])
    child.sendline("")
    child.sendline(":stop")
    child.expect("Putting it away")
    child.sendline(":stop")
    assert ended(child)[0] == 0
    assert entries(tip)[0]["answers"][0]["text"] == line


def test_an_earlier_answer_does_not_come_back_at_a_press_of_up(journal, terminal, tip):
    child = terminal("write")
    begin_writing(child)
    child.sendline("A canary line.")
    child.send("\x1b[A")
    child.sendline("next.")
    child.sendline(":stop")
    child.expect("Putting it away")
    assert entries(tip)[0]["answers"][0]["text"] == "A canary line.\nnext."


def test_no_word_is_broken_at_the_edge_of_the_terminal(journal, terminal):
    child = terminal("write", "--minutes", "10")
    for question, answer in [("Enter: nothing now", ""), ("Enter: leave it open", ""), ("Enter: choose", "")]:
        child.expect(question)
        assert all(len(line) < 80 for line in child.before.splitlines())
        child.sendline(answer)
    child.expect("Enter: no word")
    child.sendline(":support")
    child.expect("Checked ")
    said = child.before
    assert "Helplines:" in said
    assert all(len(line) < 80 for line in said.splitlines())
    assert len(said.splitlines()) > 10


def test_in_a_terminal_a_line_that_fits_no_choice_is_asked_for_again(journal, terminal, tip):
    child = terminal("write")
    child.expect("Enter: nothing now")
    child.sendline("word one")
    child.expect("Please type what stands before")
    child.sendline("")
    child.expect("Enter: 3 minutes")
    child.sendline(":skpi")
    child.expect("not one of the commands")
    child.sendline(":stop")
    assert ended(child)[0] == 0
    assert entries(tip) == []


@pytest.mark.parametrize("form", ["md", "txt", "json"])
def test_an_export_to_a_terminal_sends_it_no_commands(journal, add, terminal, form):
    entry_id = add("before\x1b]0;owned\x07 \x9b2J after")
    code, said = ended(terminal("export", entry_id, "--format", form))
    assert code == 0
    assert "after" in said
    assert not {"\x1b", "\x07", "\x9b"} & set(said)


def test_a_sitting_on_a_thread_asks_how_things_are_and_the_third_says_so_once(journal, terminal, tip):
    for number in range(4):
        child = terminal("write", "--minutes", "free", "--thread", "the garden family")
        for question, answer in [
            ("Enter: nothing now", ""),
            ("Enter: no word", ""),
            ("Just write", f"Visit {number}."),
            ("", ":next"),
            ("lighter, heavier, or about the same", ""),
            ("next ordinary thing", ""),
            ("case record", ""),
            ("the garden family: a step closer", "closer"),
            ("What tells you", "She made tea."),
            ("Enter: keep it", ""),
            ("To bring some of it to peers", None),
        ]:
            child.expect(question)
            if answer is not None:
                child.sendline(answer)
        code, said = ended(child)
        assert code == 0
        assert ("come back to this a few times" in said) is (number == 2)
    marks = json.loads(tip("threads", "show", "the garden family", "--json").out)["marks"]
    assert [(mark["step"], mark["tells"]) for mark in marks] == [("closer", "She made tea.")] * 4


def test_a_pack_is_reviewed_and_taken_at_a_terminal(journal, add, terminal, tip):
    entry_id = add("Kirsty rang and I said nothing for a while.")
    pack = tip("pack", "new", "--from", entry_id, "--question", "What now?").out.strip()
    child = terminal("pack", "review", pack[:8])
    child.expect_exact("[[Kirsty]] rang")
    child.expect("Enter: ")
    child.sendline("e")
    child.expect("Your words")
    child.sendline("the aunt")
    child.expect("Could a colleague in another team")
    child.expect("Enter: answer another time")
    child.sendline("1")
    child.expect("Nothing is left to look at")
    assert ended(child)[0] == 0
    child = terminal("pack", "export", pack[:8], "--format", "txt")
    code, said = ended(child)
    assert code == 0
    assert "The aunt rang and I said nothing" in said
    assert "guess who this is" not in said


def test_marking_by_number_at_a_terminal(journal, add, terminal, tip):
    entry_id = add("One line.\nAnother line.")
    child = terminal("mark", entry_id[:8])
    child.expect("Another line")
    child.expect("Which lines")
    child.sendline("2")
    assert ended(child)[0] == 0
    (one,) = json.loads(tip("mark", "--json").out)
    assert [mark["words"] for mark in one["marks"]] == ["Another line."]
