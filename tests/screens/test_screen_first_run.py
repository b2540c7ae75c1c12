"""The first opening: what is said, and how a passphrase is chosen."""

from a_desk import PASSPHRASE

from tip_reflect import unlocking


async def test_the_notices_are_read_before_a_passphrase_is_asked_for(desk):
    async with desk.sit(unlock=False):
        assert desk.screen == "FirstRun"
        for line in desk.app.library.notices.first_run:
            assert line.split(".")[0] in " ".join(desk.seen().split())
        assert not desk.one("#choose-passphrase").display

        await desk.press("enter")

        assert desk.one("#choose-passphrase").display
        assert desk.focused == "new"


async def test_escape_goes_back_to_the_notices(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter", "escape")
        assert desk.one("#first-run").display
        await desk.press("enter")
        assert desk.focused == "new"


async def test_guidance_changes_as_the_passphrase_is_typed(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        assert desk.words_of("#guidance") == ""
        await desk.press_text("a")
        await desk.until(lambda: desk.words_of("#guidance"))
        short = desk.words_of("#guidance")
        await desk.press_text(" lamp beside the quiet stairs")
        await desk.until(lambda: desk.words_of("#guidance") not in {"", short})


async def test_a_passphrase_that_is_too_short_makes_no_journal_and_says_so(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text("short\nshort\n")
        await desk.until(lambda: desk.words_of("#guidance"))
        assert desk.focused == "new"
        assert not unlocking.exists(desk.places)
        assert desk.screen == "FirstRun"


async def test_two_passphrases_that_differ_make_no_journal_and_the_second_is_asked_again(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text(f"{PASSPHRASE}\n{PASSPHRASE}!\n")
        await desk.until(lambda: desk.one("#again").value == "")
        assert desk.focused == "again"
        assert desk.one("#new").value == PASSPHRASE
        assert not unlocking.exists(desk.places)


async def test_a_passphrase_typed_twice_leads_straight_to_before_writing_with_the_journal_made(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text(f"{PASSPHRASE}\n{PASSPHRASE}\n")
        await desk.until_screen("BeforeScreen")
        assert unlocking.unlock(desk.places, PASSPHRASE, desk.clock).key == desk.app.session.unlocked.key


async def test_neither_passphrase_is_ever_readable_on_the_screen(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text(f"{PASSPHRASE}\n{PASSPHRASE}")
        assert desk.one("#again").value == PASSPHRASE
        assert PASSPHRASE not in desk.seen()
        assert "made" not in desk.words_of("#guidance")


async def test_after_the_first_run_the_sheet_and_the_contacts_wait_on_today(desk):
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text(f"{PASSPHRASE}\n{PASSPHRASE}\n")
        await desk.until_screen("BeforeScreen")
        await desk.press("escape")
        await desk.until_screen("TodayScreen")
        assert {row.name for row in desk.app.screen.query("WaitingRow")} == {"recovery-sheet", "own-contacts"}


async def test_a_folder_that_cannot_be_made_is_said_and_the_form_can_be_used_again(desk):
    desk.places.home.parent.mkdir(exist_ok=True)
    desk.places.home.write_text("a file stands where the folder should be")
    async with desk.sit(unlock=False):
        await desk.press("enter")
        await desk.press_text(f"{PASSPHRASE}\n{PASSPHRASE}\n")
        await desk.until(
            lambda: not desk.one("PassphraseForm").disabled and "…" not in desk.words_of("#guidance")
        )
        assert desk.screen == "FirstRun"
        assert desk.words_of("#guidance")

        desk.places.home.unlink()
        await desk.focus("#again")
        await desk.press("enter")
        await desk.until_screen("BeforeScreen")
