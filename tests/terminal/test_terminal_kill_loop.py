"""A kill at any moment costs at most the last second of typing; the long form is kill_loop.py itself."""

from kill_loop import kill_loop


def test_a_kill_while_typing_costs_at_most_the_last_second(tmp_path):
    lines = []
    assert kill_loop(tmp_path, kills=3, seed="three", say=lines.append) == 0, "\n".join(lines)
    assert len(lines) == 3
