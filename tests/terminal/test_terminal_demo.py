"""The demo, as anyone sees it first."""

import sys

from drive_demo import drive


def test_the_demo_opens_is_read_and_leaves_nothing_behind(tmp_path):
    root = tmp_path / "demo"
    root.mkdir()
    drive([sys.executable, "-m", "tip_reflect"], root)
