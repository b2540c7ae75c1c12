"""threads: the names in use, and one thread in the worker's own words by date."""

import json
from datetime import timedelta

import pytest

GARDEN = "the garden family"
COME_BACK = "You have come back to this a few times. Would it help to take it to someone?"


@pytest.fixture
def on_a_thread(journal, add):
    return [
        add(f"Visit {number}.", "--thread", GARDEN, "--at", f"2026-03-0{number}T10:00") for number in (1, 2)
    ]


def shown(tip, name=GARDEN):
    return json.loads(tip("threads", "show", name, "--json").out)


def test_threads_alone_lists_them_as_it_always_did(on_a_thread, add, tip):
    add("Another.", "--thread", "the oak")
    every = [{"name": GARDEN, "count": 2}, {"name": "the oak", "count": 1}]
    assert json.loads(tip("threads", "--json").out) == every
    assert json.loads(tip("threads", "list", "--json").out) == every
    assert tip("threads").out.splitlines() == [f"    2  {GARDEN}", "    1  the oak"]


def test_no_threads_yet(journal, tip):
    assert tip("threads", "--json").out.strip() == "[]"
    assert "No threads yet." in tip("threads").err


def test_a_thread_shows_each_mark_by_date_with_what_tells(on_a_thread, tip):
    first, second = on_a_thread
    assert tip("threads", "mark", second[:8], "closer", "--tells", "-", stdin=b"She made tea.").code == 0
    assert tip("threads", "mark", first, "apart").code == 0
    assert shown(tip)["marks"] == [
        {"entry": first, "local_date": "2026-03-01", "step": "apart", "tells": None},
        {"entry": second, "local_date": "2026-03-02", "step": "closer", "tells": "She made tea."},
    ]
    done = tip("threads", "show", "The", "garden", "family")
    assert done.out.splitlines() == [
        "the garden family: 2 entries",
        "",
        "Sunday 1 March 2026: a step apart",
        "",
        "Monday 2 March 2026: a step closer",
        "She made tea.",
    ]
    assert "your own view" in done.err


def test_a_mark_can_be_changed_and_keeps_what_tells(on_a_thread, tip):
    first, _ = on_a_thread
    tip("threads", "mark", first, "closer", "--tells", "-", stdin=b"The lamb.")
    tip("threads", "mark", first, "same")
    (mark,) = shown(tip)["marks"]
    assert (mark["step"], mark["tells"]) == ("same", "The lamb.")


def test_an_entry_on_no_thread_and_a_thread_of_no_entry(journal, add, tip):
    done = tip("threads", "mark", add("A line."), "closer")
    assert done.code == 1
    assert "not on a thread" in done.err
    assert tip("threads", "show", "no such one").code == 1
    assert tip("threads", "mark", "ffffffff", "closer").code == 1


@pytest.mark.parametrize(("days", "often"), [([0, 3, 13], True), ([0, 3, 14], False), ([0, 1], False)])
def test_the_fortnight_sentence_is_said_of_three_entries_in_two_weeks(
    *, journal, add, tip, clock, monkeypatch, days, often
):
    monkeypatch.setattr("tip_reflect.clock.system_clock", clock)
    for ago in days:
        add("A visit.", "--thread", GARDEN, "--at", (clock() - timedelta(days=ago)).isoformat())
    assert shown(tip)["came_back_often"] is often
    assert (COME_BACK in tip("threads", "show", GARDEN).err) is often


@pytest.mark.parametrize("group", ["threads", "bring-back", "checkin", "pack"])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_of_a_group_names_its_commands(no_journal, tip, group, option):
    done = tip(group, option)
    assert done.code == 0
    assert "Commands:" in done.out
    assert "list" in done.out
