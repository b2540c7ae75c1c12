"""The main job, end to end, in the real program on a real terminal, with the keyboard alone."""

from a_worker import whole_sitting

from tip_reflect.journal.entry import PathId, State

WORDS = "We talked on the doorstep about the heron"


def test_from_nothing_to_a_closed_reflection_locked_found_and_exported(newcomer, watched):
    with newcomer.app(**watched.env) as terminal:
        assert whole_sitting(terminal, WORDS) == 0
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()
    assert watched.seen() == []  # and no socket was opened on the way

    assert WORDS in (newcomer.home / "reflection.md").read_text(encoding="utf-8")
    (entry,) = newcomer.entries()
    assert entry.state is State.CLOSED
    assert entry.path is PathId.QUICK
    assert [answer.text for answer in entry.answered()] == [WORDS]
