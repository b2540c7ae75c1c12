"""How place 3 looks, in both themes, small and large."""

import pytest
from a_desk import LARGE, SMALL
from a_pack import DONE, DRAFT, LINE, READY, TAKEN, full, into_pack, put_mark, to_peers
from textual.widgets import Input

from tip_reflect.app.widgets.line_row import LineRow
from tip_reflect.journal.entry import After
from tip_reflect.sharing.session_forms import SessionForm

THEMES = pytest.mark.parametrize(
    ("theme", "size"), [("dusk", SMALL), ("daylight", LARGE)], ids=["dusk", "daylight-large"]
)


def no_folder(desk):
    """The folder is another in every run."""
    desk.one("#folder", Input).value = "/home/me/Documents"


@THEMES
def test_peers(desk, drawn, theme, size):
    full(desk)
    assert drawn(lambda: to_peers(desk), theme=theme, size=size)


def test_peers_of_a_newcomer(desk, drawn):
    desk.make_journal()
    assert drawn(lambda: to_peers(desk), theme="terminal")


def test_today_with_peers(desk, drawn):
    full(desk)

    async def go():
        await desk.at_rest()

    assert drawn(go)


def test_begin_a_pack(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk)
        await desk.press("n")
        await desk.until_screen("BeginPack")

    assert drawn(go, theme="daylight")


@THEMES
def test_pack(desk, drawn, theme, size):
    full(desk)

    async def go():
        await into_pack(desk)
        desk.app.screen.query(LineRow).first().focus()

    assert drawn(go, theme=theme, size=size)


def test_pack_line(desk, drawn):
    full(desk)

    async def go():
        await into_pack(desk)
        desk.app.screen.query(LineRow).first().focus()
        await desk.press("enter")
        await desk.until_screen("LineScreen")

    assert drawn(go, theme="daylight")


def test_marked_pieces(desk, drawn):
    full(desk)

    async def go():
        await into_pack(desk)
        await desk.press("f2")
        await desk.until_screen("PiecesScreen")
        await put_mark(desk, "1:0")

    assert drawn(go)


def test_page(desk, drawn):
    full(desk)

    async def go():
        await into_pack(desk)
        await desk.press("f4")
        await desk.until_screen("PageScreen")

    assert drawn(go, theme="daylight")


def test_take(desk, drawn):
    full(desk)

    async def go():
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
        await desk.choose("#form", SessionForm.WORD_WITH_PASSWORD)
        no_folder(desk)

    assert drawn(go)


@THEMES
def test_host(desk, drawn, theme, size):
    full(desk)

    async def go():
        await to_peers(desk)
        await desk.press("h")
        await desk.until_screen("HostScreen")
        await desk.press("n", "n")
        await desk.tick(minutes=3)

    assert drawn(go, theme=theme, size=size)


def test_bring_back(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk, f"pack:{READY}")
        await desk.press("b")
        await desk.until_screen("BringBackScreen")
        await desk.choose("#after", After.HEAVIER)

    assert drawn(go)


def test_bring_back_to_its_end(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk, f"pack:{TAKEN}")
        await desk.press("b")
        await desk.until_screen("BringBackScreen")
        await desk.choose("#changed", True)
        await desk.focus("#tick")

    assert drawn(go, theme="daylight")


def test_trying(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk, f"action:{DONE}")
        await desk.press("enter")
        await desk.until_screen("ActionScreen")

    assert drawn(go)


def test_learning(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk, f"learning:{LINE}")
        await desk.press("enter")
        await desk.until_screen("LearningScreen")

    assert drawn(go, theme="daylight")


@THEMES
def test_then_and_after(desk, drawn, theme, size):
    full(desk)

    async def go():
        await to_peers(desk, f"pack:{TAKEN}")
        await desk.press("v")
        await desk.until_screen("BesideScreen")

    assert drawn(go, theme=theme, size=size)


def test_session_date(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk)
        await desk.press("d")
        await desk.until_screen("SessionDate")
        no_folder(desk)

    assert drawn(go)


def test_delete_a_pack_asks(desk, drawn):
    full(desk)

    async def go():
        await to_peers(desk, f"pack:{DRAFT}")
        await desk.press("delete")
        await desk.until_screen("AskScreen")

    assert drawn(go, theme="daylight")
