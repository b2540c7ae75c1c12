"""What is loaded, and when; and that nothing in the environment makes Textual write or wait."""

import json
import sys

import pytest
from a_worker import unlock

LOADED = "import sys, json; {what}; print(json.dumps(sorted(name.partition('.')[0] for name in sys.modules)))"
OURS = "import sys, json; {what}; print(json.dumps([name for name in sys.modules if name.startswith('tip_reflect.')]))"


def after(worker, what, report=LOADED):
    return set(json.loads(worker.run(command=(sys.executable, "-c", report.format(what=what))).stdout))


def test_the_package_itself_imports_nothing_of_ours(newcomer):
    assert after(newcomer, "import tip_reflect", OURS) == set()


def test_the_command_line_loads_neither_the_app_nor_the_store(newcomer):
    loaded = after(newcomer, "import tip_reflect.cli, tip_reflect.cli.running, tip_reflect.cli.group")
    assert "click" in loaded
    assert loaded.isdisjoint(
        {"textual", "rich", "sqlalchemy", "sqlmodel", "sqlcipher3", "cryptography", "zxcvbn"}
    )


@pytest.mark.parametrize("screen", ["lock", "first_run"])
def test_the_first_frame_loads_no_store(newcomer, screen):
    loaded = after(
        newcomer, f"import tip_reflect.app.start, tip_reflect.app.app, tip_reflect.app.screens.{screen}"
    )
    assert "textual" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "sqlmodel", "sqlcipher3"})


def test_importing_every_module_writes_nothing(newcomer):
    every = (
        "import pkgutil, importlib, tip_reflect; "
        "[importlib.import_module(one.name) for one in pkgutil.walk_packages(tip_reflect.__path__, 'tip_reflect.')"
        " if not one.name.endswith('__main__')]"
    )
    assert "sqlmodel" in after(newcomer, every)
    folders = (newcomer.home, newcomer.temporary, newcomer.working)
    assert [path for folder in folders for path in folder.rglob("*")] == []
    assert not newcomer.data.exists()


def test_what_textual_reads_from_the_environment_has_no_effect(worker):
    log, pictures = worker.root / "keys.log", worker.root / "pictures"
    pictures.mkdir()
    unsafe = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(log),
        "TEXTUAL_PRESS": "ctrl+q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(pictures),
        "TEXTUAL_SCREENSHOT_FILENAME": "notes.svg",
    }
    with worker.app(**unsafe) as terminal:
        unlock(terminal)  # still there: neither the picture nor the pressed key ended it
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert not log.exists()
    everywhere = (pictures, worker.data, worker.home, worker.temporary, worker.working)
    assert [path.name for folder in everywhere for path in folder.rglob("*.svg")] == []
    assert list(pictures.iterdir()) == []
