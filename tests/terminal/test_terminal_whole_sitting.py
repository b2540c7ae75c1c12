"""The main job, end to end, in the real program on a real terminal, with the keyboard alone."""

from a_worker import whole_sitting

WORDS = "We talked on the doorstep about the heron"


def test_from_nothing_to_a_closed_reflection_locked_found_and_exported(newcomer):
    with newcomer.app() as terminal:
        assert whole_sitting(terminal, WORDS) == 0
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()

    assert WORDS in (newcomer.home / "reflection.md").read_text(encoding="utf-8")
    (entry,) = newcomer.entries()
    assert entry["state"] == "closed"
    assert entry["path"] == "quick"
    assert [answer["text"] for answer in entry["answers"]] == [WORDS]
