"""bring-back: landing first, then what to keep and leave, and small things to try that are never overdue."""

import json

import pytest


def typed(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def brought(tip, *words):
    return json.loads(tip("bring-back", "list", *words, "--json").out)


def first_action(tip):
    return brought(tip)[0]["actions"][0]


@pytest.fixture
def entry(journal, add):
    return add("I said nothing for a while, and that helped.")


@pytest.fixture
def taken(entry, tip):
    """A pack that was taken to a session."""
    pack = tip("pack", "new", "--from", entry, "--want", "heard", "--question", "What now?").out.strip()
    assert tip("pack", "export", pack, "--guess", "no").code == 0
    return pack


@pytest.fixture
def a_try(taken, tip, tmp_path):
    (tmp_path / "try").write_text("knock and wait\nthe mother\nbefore winter\n")
    tip("bring-back", "--try", f"@{tmp_path / 'try'}")
    return first_action(tip)["id"]


def test_a_whole_bring_back_lands_first(taken, entry, tip):
    done = tip(
        "bring-back",
        stdin=typed(
            "tired", "lighter", "The lamb.", "Waiting helps.", "The fixing.", "knock and wait", "the mother",
            "before winter", "", "y", "1", "Waiting is doing something.", "choice", "power",
        ),
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert done.out.strip().startswith("How are you after the session?")
    assert "not who said it" in done.out
    (one,) = brought(tip)
    assert (one["pack"], one["entries"]) == (taken, [entry])
    assert (one["landing"], one["after"]) == ("tired", "lighter")
    assert (one["keep"], one["new_view"], one["leave"]) == ("The lamb.", "Waiting helps.", "The fixing.")
    (action,) = one["actions"]
    assert (action["what"], action["with_whom"], action["by_when"], action["state"]) == (
        "knock and wait",
        "the mother",
        "before winter",
        "to-try",
    )
    assert one["id"] in done.out


def test_the_learning_line_goes_to_the_worker_s_own_list(taken, tip, journal, passphrase, clock):
    from tip_reflect import unlocking
    from tip_reflect.journal.learning import Statement
    from tip_reflect.journal.principles import Principle

    tip("bring-back", stdin=typed(*[""] * 7, "Waiting is doing something.", "choice", "power"))
    store = unlocking.unlock(journal, passphrase, clock).open_store()
    (line,) = store.learning()
    store.close()
    assert (line.text, line.principle, line.statement) == (
        "Waiting is doing something.",
        Principle.CHOICE,
        Statement.POWER,
    )


def test_the_record_gate_keeps_the_tick_and_the_day_alone(taken, tip, journal, passphrase, clock):
    from tip_reflect import unlocking

    tip("bring-back", stdin=typed("", "", "", "", "", "", "y", "1"))
    (one,) = brought(tip)
    assert len(one["recorded_on"]) == len("2026-11-22")
    store = unlocking.unlock(journal, passphrase, clock).open_store()
    (kept,) = store.bring_backs()
    store.close()
    assert kept.recorded is not None
    assert (kept.recorded.at.hour, kept.recorded.at.minute, kept.recorded.at.second) == (0, 0, 0)


@pytest.mark.parametrize("lines", [["", "", "", "", "", "", "n", ""], [], [":stop"], [""] * 8])
def test_nothing_written_keeps_nothing(taken, tip, lines):
    done = tip("bring-back", stdin=typed(*lines))
    assert done.code == 0
    assert "nothing was kept" in done.err
    assert brought(tip) == []


def test_heavier_is_met_with_who_to_speak_to_and_nothing_is_forced(taken, tip):
    done = tip("bring-back", stdin=typed("sore", "heavier", "The lamb."))
    assert "You do not have to hold this on your own." in done.out
    assert "999" in done.out
    assert brought(tip)[0]["keep"] == "The lamb."
    done = tip("bring-back", "--after", "heavier")
    assert "hold this on your own" in done.err


def test_at_most_three_things_to_try(taken, tip):
    tries = [part for number in range(3) for part in (f"try {number}", "", "")]
    done = tip("bring-back", stdin=typed("", "", "", "", "", *tries, "n", ""))
    assert done.code == 0, done.err
    assert [action["what"] for action in brought(tip)[0]["actions"]] == ["try 0", "try 1", "try 2"]


def test_without_a_terminal_words_come_from_files_and_the_id_is_printed(taken, entry, tip, tmp_path):
    for name, words in (("keep", "The lamb."), ("try", "knock and wait\nthe mother\n")):
        (tmp_path / name).write_text(words)
    done = tip(
        "bring-back", taken[:8], "--keep", f"@{tmp_path / 'keep'}", "--try", f"@{tmp_path / 'try'}", "--landing", "-",
        "--after", "same", "--recorded", stdin=b"settled\n",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    (one,) = brought(tip)
    assert done.out.strip() == one["id"]
    assert (one["landing"], one["after"], one["keep"], one["pack"]) == ("settled", "same", "The lamb.", taken)
    assert [(action["what"], action["with_whom"]) for action in one["actions"]] == [
        ("knock and wait", "the mother")
    ]
    assert brought(tip, "--entry", entry[:8]) == [one]
    assert tip("bring-back", "--keep", "words").code == 2
    assert tip("bring-back", *["--try", f"@{tmp_path / 'try'}"] * 4).code == 1
    assert tip("bring-back", "ffffffff", "--after", "same").code == 1
    assert len(brought(tip)) == 1


def test_only_a_taken_pack_with_nothing_brought_back_is_linked(taken, add, tip):
    tip("pack", "new", "--from", add("Another."), "--question", "Still a draft?")
    tip("bring-back", "--after", "same")
    done = tip("bring-back", "--after", "lighter")
    assert "linked to no pack" in done.err
    assert [one["pack"] for one in brought(tip)] == [taken, None]


def test_list_and_show_say_it_for_people(a_try, tip):
    listed = tip("bring-back", "list").out
    assert "to try: knock and wait, with the mother (about when: before winter)" in listed
    one = brought(tip)[0]["id"]
    assert "to try: knock and wait" in tip("bring-back", "show", one[:6]).out
    assert json.loads(tip("bring-back", "show", one, "--json").out) == brought(tip)[0]
    assert "overdue" not in listed


def test_nothing_brought_back_yet(journal, tip):
    assert "Nothing is brought back yet" in tip("bring-back", "list").err
    assert brought(tip) == []


def test_what_was_tried_is_told_and_can_go_into_the_next_pack(a_try, add, tip):
    pack = tip("pack", "new", "--from", add("Another."), "--question", "And now?").out.strip()
    done = tip("bring-back", "tried", a_try[:8], stdin=typed("She opened", "Wait longer.", "y"))
    assert done.code == 0, done.err
    action = first_action(tip)
    assert (action["state"], action["happened"], action["tell"]) == ("tried", "She opened", "Wait longer.")
    line = json.loads(tip("pack", "show", pack, "--json").out)["lines"][-1]
    assert (line["part"], line["text"], line["entry"]) == (
        "tried",
        "knock and wait. She opened. Wait longer.",
        None,
    )


def test_tried_for_scripts(a_try, taken, tip):
    done = tip("bring-back", "tried", a_try, "--happened", "-", "--to-pack", taken, stdin=b"She opened.")
    assert (done.code, done.out) == (0, "")
    assert first_action(tip)["happened"] == "She opened."
    shown = json.loads(tip("pack", "show", taken, "--json").out)
    assert (shown["lines"][-1]["part"], shown["state"]) == ("tried", "draft")


def test_a_thing_to_try_can_be_let_go_and_all_of_it_deleted(a_try, tip):
    assert tip("bring-back", "let-go", a_try).code == 0
    assert first_action(tip)["state"] == "let-go"
    one = brought(tip)[0]["id"]
    assert tip("bring-back", "delete", one).code == 1
    assert tip("bring-back", "delete", one, "--yes").code == 0
    assert brought(tip) == []
    assert tip("bring-back", "let-go", a_try).code == 1
    assert tip("bring-back", "tried", "zz").code == 1
