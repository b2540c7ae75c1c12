"""What was written is nowhere but in the locked journal: in no file, and not in the terminal, after a normal end."""

import re

import pytest
from a_terminal import SWITCH
from a_worker import begin_free_writing, put_away, unlock

# Words that no prompt, library or log would hold by chance.
TYPED = "a quokkazine under the vellichordal lamp"
ADDED = "an earlier thrumbeling by the sassafrantic weir"
CANARIES = ("quokkazine", "vellichordal", "thrumbeling", "sassafrantic")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


def files_that_hold_a_canary(*folders):
    """Every file under these folders that has one of the words in it, in any letter case and encoding."""
    looked_for = [
        form.encode(encoding) for word in CANARIES for form in (word, word.upper()) for encoding in ENCODINGS
    ]
    found, read = [], 0
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                data = path.read_bytes() + str(path).encode("utf-8")
                folded = data + data.lower() + data.upper()
                read += 1
                found += [path.name] if any(one in folded for one in looked_for) else []
    assert read, "there was nothing to look at"
    return found


def holds_a_canary(text):
    return [word for word in CANARIES if word in text]


@pytest.fixture
def everywhere(worker):
    return (worker.data, worker.temporary, worker.working, worker.home)


def test_what_was_written_is_in_no_file_and_nothing_of_it_stays_in_the_terminal(worker, everywhere):
    worker.run("add", given=ADDED)
    with worker.app() as terminal:
        unlock(terminal)
        begin_free_writing(terminal)
        terminal.type(TYPED)
        terminal.wait_for(TYPED, "Saved, locked on this computer")
        assert files_that_hold_a_canary(*everywhere) == []  # while it is being written

        terminal.press("f9")
        terminal.wait_for("notes", "passphrase")
        terminal.wait_until(lambda: "Saved" not in terminal.shown(), "nothing of the page in view")
        assert holds_a_canary(terminal.shown()) == []

        unlock(terminal, TYPED)
        put_away(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

        assert holds_a_canary(terminal.display.left_behind()) == []
        assert holds_a_canary(terminal.outside_the_alternate_screen()) == []
        assert holds_a_canary(" ".join(terminal.commands_to_the_terminal())) == []

    assert list(worker.places.backups.rglob("journal.db"))  # made at the unlock, with what was added before
    assert files_that_hold_a_canary(*everywhere) == []
    assert worker.written() == [TYPED, ADDED]


def test_the_search_for_what_was_written_finds_it_where_it_is(worker, everywhere):
    worker.run("add", given=ADDED)
    (entry,) = worker.entries()
    worker.run("export", str(entry.id), "-o", "copy.md")
    assert files_that_hold_a_canary(*everywhere) == ["copy.md"]


def test_the_window_is_called_notes_and_copied_words_stay_inside_the_app(worker):
    with worker.app() as terminal:
        unlock(terminal)
        begin_free_writing(terminal)
        terminal.type(TYPED)
        terminal.wait_for(TYPED)
        terminal.press("shift+home", "ctrl+c", "right")
        terminal.press("ctrl+v")
        terminal.wait_for(TYPED + TYPED[:12])  # it was copied
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.window_titles() == {"notes"}
        assert not [one for one in terminal.commands_to_the_terminal() if re.match(r"(?:52|9|777);", one)]


def test_the_app_draws_only_on_the_alternate_screen(worker):
    with worker.app() as terminal:
        unlock(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.display.left_behind().strip() == ""
        assert len(SWITCH.findall(terminal.told)) == 2
