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


class NoteRow(SQLModel, table=True):
    """A small fact about the journal itself."""

    __tablename__ = "note"

    name: str = Field(primary_key=True)
    value: str = Field(repr=False)


def answer_key(entry_key: int, place: int) -> int:
    """The key of the answer at this place of an entry."""
    return entry_key * ANSWER_PLACES + place
