"""When the program itself fails, it says where, and never what was being written."""

import traceback

import pytest
from a_desk import a_draft

from tip_reflect.app.crash import crash_report
from tip_reflect.app.screens.support import SupportScreen
from tip_reflect.app.widgets.writing_area import WritingArea

SECRET = "the heron stood very still"


def fail_with_a_secret():
    heard = SECRET
    raise ValueError(f"could not do it to {heard}")


def test_the_report_names_the_place_and_the_kind_and_no_value():
    with pytest.raises(ValueError, match="heron") as failed:
        fail_with_a_secret()
    assert "heron" in "".join(traceback.format_exception(failed.value)), "the usual report would tell it"
    report = crash_report(failed.value, saved=True)
    assert "heron" not in report
    assert "ValueError" in report
    assert "fail_with_a_secret" in report
    assert "test_crash_report.py, line" in report
    assert "/" not in report.split("below:")[1].replace("app/", "")
    assert "saved" in report


def test_the_report_does_not_claim_that_all_is_saved_when_it_is_not():
    error = ValueError()
    assert crash_report(error, saved=True) != crash_report(error, saved=False)


async def test_a_failing_screen_saves_the_words_and_prints_none_of_them(desk, monkeypatch, capsys):
    desk.make_journal(a_draft(""))

    def fail(screen):
        held = SECRET
        raise ValueError(held)

    async def write_and_fail():
        async with desk.sit():
            await desk.carry_on()
            await desk.until_screen("ReflectScreen")
            await desk.press_text(SECRET)
            assert desk.one(WritingArea).text == SECRET
            monkeypatch.setattr(SupportScreen, "body", fail)
            await desk.pilot.press("f5")

    with pytest.raises(ValueError, match="heron"):
        await write_and_fail()
    printed = "".join(str(one) for one in desk.app._exit_renderables) + "".join(capsys.readouterr())
    assert "heron" not in printed
    assert "ValueError" in printed
    assert "mistake in the program" in printed
    assert desk.only().answers[0].text == SECRET
