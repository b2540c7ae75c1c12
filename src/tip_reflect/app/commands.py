"""Everything a worker can do, each said once: its keys, its word in the footer, its line in palette and help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `keys` is Textual's list of keys; the first is the one shown."""

    action: str
    keys: str
    label: str
    tip: str
    show: bool = True
    priority: bool = False

    def binding(self) -> Binding:
        return Binding(
            self.keys, self.action, self.label, tooltip=self.tip, show=self.show, priority=self.priority
        )

    @property
    def shown_keys(self) -> str:
        """The keys as a person would say them: `ctrl+n`, `F4`, `Enter`."""
        return " or ".join(_spoken(key) for key in self.keys.split(","))


def _spoken(key: str) -> str:
    names = {"slash": "/", "escape": "Esc", "enter": "Enter", "delete": "Delete", "space": "Space"}
    names |= {"left_square_bracket": "[", "right_square_bracket": "]"}
    if key in names:
        return names[key]
    if key.startswith("shift+"):
        return (
            f"Shift+{ {'right': '→', 'left': '←', 'up': '↑', 'down': '↓'}.get(key[6:]) or _spoken(key[6:]) }"
        )
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


def bindings(*commands: Command) -> list[BindingType]:
    """The bindings of a screen, in the order its footer shows them."""
    return [command.binding() for command in commands]


# Everywhere
TODAY = Command("app.today", "1", "Today", "Go to Today: begin, or carry on")
JOURNAL = Command("app.journal", "2", "Journal", "Go to the journal: read, search and change what you wrote")
PEERS = Command("app.peers", "3", "Peers", "Go to Peers: what you bring to a session, and what comes back")
HELP = Command("app.help", "f1", "Help", "What the keys do here", priority=True)
GROUND = Command("app.ground", "f5", "Ground", "Steady yourself, and who to turn to", priority=True)
HIDE = Command("app.hide", "f9,ctrl+l", "Hide", "Save, clear the screen and lock", priority=True)
QUIT = Command("app.quit", "ctrl+q", "Leave", "Save, lock and leave", priority=True)
SETTINGS = Command("app.settings", "s", "Settings", "Theme, lock minutes, how a sitting begins, passphrase")
PALETTE = Command(
    "app.command_palette", "ctrl+p", "Everything", "Everything you can do here, by name", show=False
)
CLOSE = Command("close", "escape", "Back", "Go back")

# A question with answers to choose from
ANSWER_NEXT = Command("app.focus_next", "down", "Next answer", "Go to the next answer")
ANSWER_BEFORE = Command("app.focus_previous", "up", "Answer before", "Go to the answer before")
ANSWER = Command("answer", "enter", "Choose it", "Give the answer that the mark stands on", priority=True)

# Today
AS_LAST_TIME = Command(
    "as_last_time", "a", "As last time", "Begin at once, with the same length and purpose as last time"
)
PUT_OFF = Command("put_off", "x", "Not needed", "Take this off Today for good")
MOVE_NEXT = Command("app.focus_next", "right,down", "Next", "Move on")
MOVE_BACK = Command("app.focus_previous", "left,up", "Before", "Move back")

# Before writing
BEGIN = Command("begin", "ctrl+n,enter", "Begin", "Begin writing")
DEEPER = Command(
    "deeper", "ctrl+d", "I would still like to go deeper", "Show the longer lengths too", show=False
)

# Writing
NEXT = Command("next", "ctrl+n", "Next", "Keep this and go to the next question", priority=True)
BACK = Command("back", "ctrl+b", "Back", "Go back to the question before", priority=True)
SKIP = Command("skip", "f4", "Skip", "Leave this question and go on", priority=True)
ANOTHER = Command("another", "f3", "Another", "Ask a different question here", priority=True)
WHY = Command("why", "f2", "Why this?", "Where this question comes from", priority=True)
STOP = Command("stop", "escape", "Stop here", "Stop writing; everything is kept")
DONE = Command("done", "escape", "Done", "Keep the changes and go back to the journal")

# Closing
FINISH = Command("finish", "ctrl+n", "Put it away", "Close the entry and lock it away", priority=True)
KEEP_DRAFT = Command(
    "keep_draft",
    "ctrl+s",
    "Come back later",
    "Leave it open as a draft, to carry on another time",
    priority=True,
)
BACK_TO_WRITING = Command("close", "escape", "Back to writing", "Go back to where you were")

# Journal
SEARCH = Command("search", "slash", "Search", "Search as you type")
OPEN = Command("open", "enter", "Open", "Open this entry", show=False)
FILTER = Command("filter", "f", "Filter", "Show only a thread, a time, what is marked for peers, and more")
CLEAR = Command("clear", "c", "Show all", "Take the search and the filter away")
EDIT = Command("edit", "e", "Edit", "Change or add to the words of this entry")
DETAILS = Command("details", "d", "Details", "Principle, purpose, thread and tags of this entry")
TENDER = Command("tender", "t", "Tender", "Mark this entry as tender, so that it opens only when you say so")
NOT_TENDER = Command("tender_no_more", "t", "Not tender", "Let this entry open without asking again")
EXPORT = Command("export", "x", "Export", "Write this entry to a file that is not locked")
DELETE = Command("delete", "delete", "Delete", "Delete this entry for good")
CHECK_PEOPLE = Command(
    "check_people", "p", "Check for people", "Find and blur what points to someone, in a copy of this entry"
)
CLOSE_READER = Command("close_reader", "escape", "Back", "Go back to the list")
THREADS = Command("threads", "h", "Threads", "Your strands of work, and what you said of each over time")
THREAD_ENTRIES = Command("thread_entries", "enter", "Its entries", "See the entries on this thread")

# Marking for peers
MARK = Command("mark", "m", "Mark for peers", "Choose words of this entry that you may bring to peers")
MARK_THESE = Command("mark_these", "m,enter", "Mark this", "Mark the selected words for peers")
UNMARK = Command("unmark", "m,enter", "Take the mark away", "These words are no longer marked for peers")
WHOLE_ANSWER = Command("whole_answer", "w", "Whole answer", "Select all of this answer")
DONE_MARKING = Command("stop_marking", "escape", "Done", "Select nothing, and go on reading")
PICK_LINE_MORE = Command(
    "pick_more_lines(1)", "shift+down", "A line more", "Select up to the line below", show=False
)
PICK_LINE_FEWER = Command(
    "pick_more_lines(-1)", "shift+up", "A line fewer", "Select up to the line above", show=False
)

# Check for people
USE = Command("use", "a,enter", "Use this", "Put the marked words in place of this, everywhere")
WORD_IT = Command("word_it", "e", "Word it myself", "Say it in your own words")
KEEP_IT = Command("keep_it", "k", "Keep as it is", "Leave these words as they are")
FOUND_BEFORE = Command("found_before", "left_square_bracket", "Previous", "Go to the finding before")
FOUND_NEXT = Command("found_next", "right_square_bracket", "Next", "Go to the next finding")
UNDO = Command("undo", "u", "Undo", "Take the last step back, and the one before it")
PREVIEW = Command("preview", "p", "Preview", "Read it as it is now, with nothing marked")
PICK = Command("pick", "s", "Select words", "Select any other words, to blur them too")
FINISH_CHECK = Command(
    "finish_check", "ctrl+n", "Go on", "Nothing is left: read it through, then one last question"
)
BLUR_PICKED = Command(
    "blur_picked", "b,enter", "Blur these words", "Put other words in place of what is selected"
)
PICK_NEXT = Command("pick_word(1)", "right", "Next word", "Select the next word instead")
PICK_BEFORE = Command("pick_word(-1)", "left", "Word before", "Select the word before instead")
PICK_BELOW = Command("pick_line(1)", "down", "Line below", "Select a word on the line below", show=False)
PICK_ABOVE = Command("pick_line(-1)", "up", "Line above", "Select a word on the line above", show=False)
PICK_MORE = Command("pick_more(1)", "shift+right", "More", "Select one more word")
PICK_FEWER = Command("pick_more(-1)", "shift+left", "Fewer", "Select one word fewer")
STOP_PICKING = Command("stop_picking", "escape", "Select nothing", "Go back to what was found")
READ_IT = Command("read_it", "ctrl+n,enter", "I have read it", "Go on to one last question")
USE_WORDS = Command(
    "use_words", "ctrl+s", "Use these words", "Put these words in place; Enter does the same", priority=True
)

# Peers
NEW_PACK = Command("new_pack", "n", "New pack", "Begin a pack to bring to a peer session")
OPEN_THIS = Command("open_this", "enter", "Open", "Open what the mark stands on", show=False)
BRING_BACK = Command("bring_back", "b", "Bring back", "Set down what you bring back from a session")
NEW_LEARNING = Command("new_learning", "l", "Learning line", "Write one or two lines with no one in them")
EXPORT_LEARNING = Command(
    "export_learning", "x", "Export learning", "Check your learning lines, and write them to a file"
)
HOST = Command("host", "h", "Host a session", "The running order of a session, step by step")
SESSION_DATE = Command("session_date", "d", "Session date", "Write a session's date to a calendar file")
AFTERWARDS = Command(
    "afterwards", "v", "Then and after", "Read it beside what you brought back and what you tried"
)
REMOVE_THIS = Command("remove_this", "delete", "Delete", "Delete what the mark stands on, for good")

# A pack
CHECK_PACK = Command(
    "check_pack", "ctrl+n", "Check for people", "Look at everything that may point to someone", priority=True
)
TAKE_PACK = Command(
    "take_pack", "ctrl+n", "Write a file", "Write this pack to a file to bring", priority=True
)
PACK_PIECES = Command(
    "pieces", "f2", "Marked pieces", "Choose among what you marked for peers", priority=True
)
ADD_LINE = Command("add_line", "f3", "Add a line", "Write a line of your own into this part", priority=True)
SEE_PAGE = Command("see_page", "f4", "See the page", "See the page as it would leave", priority=True)
LINE_UP = Command("line_up", "u", "Up", "Move this line up, at the top into the part before")
LINE_DOWN = Command("line_down", "d", "Down", "Move this line down, at the end into the next part")
LINE_OUT = Command(
    "line_out", "delete", "Take out", "Take this line out of the pack; the entry keeps its words"
)
CHOOSE_PIECE = Command(
    "choose_piece", "space,enter", "Choose", "Put this piece in the pack, or take it out again"
)
OTHER_PART = Command("other_part", "p", "Other part", "Choose for another part of the pack")
WRITTEN = Command("written", "ctrl+n", "Done", "Keep this and go back", priority=True)
SEE_FILE = Command(
    "see_file", "ctrl+s", "See the file", "Read exactly what the file will say, then write it", priority=True
)
WRITE_IT = Command("write_it", "ctrl+n", "Write this file", "Write exactly this to the file", priority=True)

# A session, and what comes back from it
STEP_NEXT = Command("step_next", "n,right", "Next or skip", "Go on to the next part of the session")
STEP_BACK = Command("step_back", "b,left", "Back", "Go back to the part before")
PAUSE = Command("pause", "space", "Pause", "Stop the minutes, or let them go on")
BROUGHT = Command("brought", "ctrl+n", "Put it away", "Keep what is here and go back", priority=True)
LEARNT = Command(
    "learnt", "f2", "Learning line", "Write one or two lines that could help others", priority=True
)
WRITE_DATE = Command("write_date", "ctrl+s", "Write the file", "Write the calendar file", priority=True)

# Names to watch for
WATCH_ADD = Command(
    "watch_add", "ctrl+s", "Add", "Add these words to the list; Enter does the same", priority=True
)
WATCH_REMOVE = Command("watch_remove", "delete", "Take off", "Take the marked line off the list, for good")

# How it is with me
CHECKED_IN = Command("checked_in", "ctrl+n", "Done", "Keep what is here and go back", priority=True)
LINE_DONE = Command("line_done", "ctrl+n", "Done", "Keep the line and go back", priority=True)
REMOVE_CHECK_IN = Command("remove_check_in", "delete", "Delete", "Delete what you said on this day, for good")

# Ground and support
ANOTHER_WAY = Command("another_way", "n", "Another way", "A different way to steady yourself")

# The first opening, and the lock screen
GO_ON = Command("go_on", "enter,ctrl+n", "I have read this", "Go on to choose a passphrase")
SUBMIT = Command(
    "submit", "ctrl+n", "Go on", "Go on with what is typed here; Enter does the same", priority=True
)
GO_BACK = Command("go_back", "escape", "Back", "Read the first page again")
RECOVER = Command(
    "recover", "f4", "I have lost my passphrase", "Set a new passphrase with your 12 recovery words"
)

# Dialogs and forms
APPLY = Command("apply", "ctrl+s", "Show these", "Show only what fits", priority=True)
WRITE_FILE = Command("write_file", "ctrl+s", "Write the file", "Write this entry to the file", priority=True)
SAVE = Command("save", "ctrl+s", "Save", "Keep these changes", priority=True)

COMMANDS: tuple[Command, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Command)
)


def command_for(binding: Binding) -> Command | None:
    """The command behind a binding, where there is one."""
    for command in COMMANDS:
        if command.action == binding.action and command.label == binding.description:
            return command
    return None
