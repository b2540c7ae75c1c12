"""The tables as SQLModel sees them. Rows never leave the store; what a person wrote is kept out of their repr.

Migrations make the tables; these classes must say the same, and a test compares the two.
"""

from sqlmodel import Field, SQLModel

ANSWER_PLACES = 1 << 16
"""An answer's key is its entry's key times this, plus its place: a find names its entry with no second look-up."""


class ThreadRow(SQLModel, table=True):
    """A strand of work under a name the writer made up."""

    __tablename__ = "thread"

    key: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True, repr=False)


class EntryRow(SQLModel, table=True):
    """One entry. Times are microseconds since 1970 in UTC beside the writer's own date and offset in seconds."""

    __tablename__ = "entry"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    revision: int
    written: int
    written_offset: int
    local_date: str
    closed: int | None = None
    closed_offset: int | None = None
    path: str
    purpose: str | None = None
    principle: str | None = None
    thread_key: int | None = Field(default=None, foreign_key="thread.key")
    state: str
    tender: bool
    shock: bool
    after: str | None = None
    belongs_in_record: bool | None = None
    at_step: int
    at_row: int
    at_column: int
    asked: bool
    """Whether any prompt was asked: a journal of free writing alone then costs nothing when choosing one."""
    title: str = Field(repr=False)
    """What a list shows, kept here so that a list never reads the answers."""
    arrived_as: str = Field(repr=False)
    next_thing: str = Field(repr=False)


class AnswerRow(SQLModel, table=True):
    """One step of an entry; `key` is made by `answer_key`."""

    __tablename__ = "answer"

    key: int = Field(primary_key=True)
    entry_key: int = Field(foreign_key="entry.key", ondelete="CASCADE")
    prompt_id: str
    principle: str | None = None
    kind: str
    prompt: str = Field(repr=False)
    text: str = Field(repr=False)


class TagRow(SQLModel, table=True):
    """A tag's name, once."""

    __tablename__ = "tag"

    key: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True, repr=False)


class EntryTagRow(SQLModel, table=True):
    """Which tags an entry carries, in the writer's order."""

    __tablename__ = "entry_tag"

    entry_key: int = Field(primary_key=True, foreign_key="entry.key", ondelete="CASCADE")
    place: int = Field(primary_key=True)
    tag_key: int = Field(foreign_key="tag.key")


class OwnContactRow(SQLModel, table=True):
    """Someone the writer would turn to."""

    __tablename__ = "own_contact"

    place: int = Field(primary_key=True)
    who: str = Field(repr=False)
    contact: str = Field(repr=False)


class WatchedNameRow(SQLModel, table=True):
    """Words that always point to someone."""

    __tablename__ = "watched_name"

    key: int | None = Field(default=None, primary_key=True)
    words: str = Field(unique=True, repr=False)
    what: str
    instead: str = Field(repr=False)


class MarkRow(SQLModel, table=True):
    """Words of an answer that were marked for peers."""

    __tablename__ = "mark"

    entry_key: int = Field(primary_key=True, foreign_key="entry.key", ondelete="CASCADE")
    place: int = Field(primary_key=True)
    start: int = Field(primary_key=True)
    end: int
    words: str = Field(repr=False)


class PackRow(SQLModel, table=True):
    """A session pack; its lines are in a table of their own, and `kept` holds words one to a line."""

    __tablename__ = "pack"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    revision: int
    made: int
    made_offset: int
    state: str
    want: str | None = None
    question_only: bool
    with_impact: bool
    lens: str | None = None
    hard_to_hear: bool | None = None
    guess: str
    with_sheet: bool
    question: str = Field(repr=False)
    please_do_not: str = Field(repr=False)
    theme: str = Field(repr=False)
    kept: str = Field(repr=False)


class PackLineRow(SQLModel, table=True):
    """A line of a pack; `source` is the id of the entry it was copied from, which may be gone by now."""

    __tablename__ = "pack_line"

    pack_key: int = Field(primary_key=True, foreign_key="pack.key", ondelete="CASCADE")
    place: int = Field(primary_key=True)
    part: str
    source: bytes | None = None
    text: str = Field(repr=False)


class LeavingRow(SQLModel, table=True):
    """The worker's own log of what is out. `entry_ids` are ids of 16 bytes, end to end."""

    __tablename__ = "leaving"

    key: int | None = Field(default=None, primary_key=True)
    pack_id: bytes
    at: int
    at_offset: int
    form: str
    entry_ids: bytes
    digest: str


class BringBackRow(SQLModel, table=True):
    """What was brought back from a session."""

    __tablename__ = "bring_back"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    at: int
    at_offset: int
    pack_id: bytes | None = None
    entry_ids: bytes
    after: str | None = None
    recorded: int | None = None
    recorded_offset: int | None = None
    landing: str = Field(repr=False)
    keep: str = Field(repr=False)
    new_view: str = Field(repr=False)
    leave: str = Field(repr=False)


class ActionRow(SQLModel, table=True):
    """A small thing to try."""

    __tablename__ = "action"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    bring_back_key: int | None = Field(default=None, foreign_key="bring_back.key", ondelete="CASCADE")
    state: str
    what: str = Field(repr=False)
    with_whom: str = Field(repr=False)
    by_when: str = Field(repr=False)
    happened: str = Field(repr=False)
    tell: str = Field(repr=False)


class LearningLineRow(SQLModel, table=True):
    """A learning line; nothing says when or from what it came."""

    __tablename__ = "learning_line"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    principle: str | None = None
    statement: str | None = None
    text: str = Field(repr=False)


class ThreadMarkRow(SQLModel, table=True):
    """What the worker said of the thread at the close of an entry."""

    __tablename__ = "thread_mark"

    entry_key: int = Field(primary_key=True, foreign_key="entry.key", ondelete="CASCADE")
    step: str
    tells: str = Field(repr=False)


class CheckInRow(SQLModel, table=True):
    """One check-in; its answers are in a table of their own."""

    __tablename__ = "check_in"

    key: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    at: int
    at_offset: int
    need: str = Field(repr=False)


class CheckInAnswerRow(SQLModel, table=True):
    """The words chosen for one item of a check-in."""

    __tablename__ = "check_in_answer"

    check_in_key: int = Field(primary_key=True, foreign_key="check_in.key", ondelete="CASCADE")
    item: int = Field(primary_key=True)
    words: str = Field(repr=False)


class NoteRow(SQLModel, table=True):
    """A small fact about the journal itself."""

    __tablename__ = "note"

    name: str = Field(primary_key=True)
    value: str = Field(repr=False)


def answer_key(entry_key: int, place: int) -> int:
    """The key of the answer at this place of an entry."""
    return entry_key * ANSWER_PLACES + place
