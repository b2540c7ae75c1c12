"""How a journal's file came to its present shape: an ordered list of small steps, each in its own transaction.

`PRAGMA user_version` counts the steps a file has taken. A step that has shipped is never edited: add another.
"""

from collections.abc import Callable, Sequence

from sqlcipher3 import dbapi2

from tip_reflect.errors import DamagedJournal, NewerJournal
from tip_reflect.store.refusals import DAMAGED

_NEWER = (
    "This journal was written by a newer tip-reflect. It is safe and was left as it is. "
    "Install the newer tip-reflect to open it."
)

Migration = Callable[[dbapi2.Connection], None]


def first_tables(connection: dbapi2.Connection) -> None:
    """Version 1: entries, answers, tags, threads, the writer's own contacts, notes, and the index of words."""
    for statement in _FIRST_TABLES:
        connection.execute(statement)


_FIRST_TABLES = (
    """CREATE TABLE thread (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE TABLE entry (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        written INTEGER NOT NULL,
        written_offset INTEGER NOT NULL,
        local_date TEXT NOT NULL,
        closed INTEGER,
        closed_offset INTEGER,
        path TEXT NOT NULL,
        purpose TEXT,
        principle TEXT,
        thread_key INTEGER REFERENCES thread(key),
        state TEXT NOT NULL,
        tender INTEGER NOT NULL,
        shock INTEGER NOT NULL,
        after TEXT,
        belongs_in_record INTEGER,
        at_step INTEGER NOT NULL,
        at_row INTEGER NOT NULL,
        at_column INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        title TEXT NOT NULL,
        arrived_as TEXT NOT NULL,
        next_thing TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE answer (
        key INTEGER PRIMARY KEY,
        entry_key INTEGER NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
        prompt_id TEXT NOT NULL,
        principle TEXT,
        kind TEXT NOT NULL,
        prompt TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE tag (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE TABLE entry_tag (
        entry_key INTEGER NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        tag_key INTEGER NOT NULL REFERENCES tag(key),
        PRIMARY KEY (entry_key, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE own_contact (
        place INTEGER PRIMARY KEY,
        who TEXT NOT NULL,
        contact TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE note (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entry_written ON entry(written DESC, id)",
    # Answers every filter by itself, in the order lists are shown: no row is read to skip it.
    """CREATE INDEX entry_listing
        ON entry(written DESC, id, local_date, principle, purpose, thread_key, tender, state)""",
    "CREATE INDEX entry_month ON entry(substr(local_date, 1, 7))",
    # The first column never differs, but without it SQLite would walk the whole listing index instead.
    "CREATE INDEX entry_draft ON entry(state, written DESC, id) WHERE state = 'draft'",
    "CREATE INDEX entry_shock ON entry(shock, written DESC, id) WHERE shock = 1",
    "CREATE INDEX entry_asked ON entry(asked, written DESC, id) WHERE asked = 1",
    "CREATE INDEX entry_thread ON entry(thread_key, written DESC, id) WHERE thread_key IS NOT NULL",
    "CREATE INDEX answer_entry ON answer(entry_key)",
    "CREATE INDEX entry_tag_tag ON entry_tag(tag_key, entry_key)",
    """CREATE VIRTUAL TABLE answer_words USING fts5(
        text, content='answer', content_rowid='key',
        tokenize='porter unicode61 remove_diacritics 2', columnsize=0
    )""",
    # Without this FTS5 only marks a deleted word as gone: it would stay in the file, even through a VACUUM.
    "INSERT INTO answer_words(answer_words, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER answer_added AFTER INSERT ON answer BEGIN
        INSERT INTO answer_words(rowid, text) VALUES (new.key, new.text);
    END""",
    """CREATE TRIGGER answer_removed AFTER DELETE ON answer BEGIN
        INSERT INTO answer_words(answer_words, rowid, text) VALUES ('delete', old.key, old.text);
    END""",
    """CREATE TRIGGER answer_changed AFTER UPDATE OF key, text ON answer BEGIN
        INSERT INTO answer_words(answer_words, rowid, text) VALUES ('delete', old.key, old.text);
        INSERT INTO answer_words(rowid, text) VALUES (new.key, new.text);
    END""",
)


def watch_list(connection: dbapi2.Connection) -> None:
    """Version 2: the writer's own list of words that point to someone."""
    connection.execute(
        """CREATE TABLE watched_name (
            key INTEGER PRIMARY KEY,
            words TEXT NOT NULL UNIQUE,
            what TEXT NOT NULL,
            instead TEXT NOT NULL
        ) STRICT"""
    )


def sessions_with_peers(connection: dbapi2.Connection) -> None:
    """Version 3: marks, packs, what left, what was brought back, things to try, learning, thread marks, check-ins."""
    for statement in _PEER_TABLES:
        connection.execute(statement)


_PEER_TABLES = (
    """CREATE TABLE mark (
        entry_key INTEGER NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (entry_key, place, start)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pack (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        made INTEGER NOT NULL,
        made_offset INTEGER NOT NULL,
        state TEXT NOT NULL,
        want TEXT,
        question_only INTEGER NOT NULL,
        with_impact INTEGER NOT NULL,
        lens TEXT,
        hard_to_hear INTEGER,
        guess TEXT NOT NULL,
        with_sheet INTEGER NOT NULL,
        question TEXT NOT NULL,
        please_do_not TEXT NOT NULL,
        theme TEXT NOT NULL,
        kept TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE pack_line (
        pack_key INTEGER NOT NULL REFERENCES pack(key) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        part TEXT NOT NULL,
        source BLOB,
        text TEXT NOT NULL,
        PRIMARY KEY (pack_key, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE leaving (
        key INTEGER PRIMARY KEY,
        pack_id BLOB NOT NULL,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        form TEXT NOT NULL,
        entry_ids BLOB NOT NULL,
        digest TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE bring_back (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        pack_id BLOB,
        entry_ids BLOB NOT NULL,
        after TEXT,
        recorded INTEGER,
        recorded_offset INTEGER,
        landing TEXT NOT NULL,
        keep TEXT NOT NULL,
        new_view TEXT NOT NULL,
        leave TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE action (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        bring_back_key INTEGER REFERENCES bring_back(key) ON DELETE CASCADE,
        state TEXT NOT NULL,
        what TEXT NOT NULL,
        with_whom TEXT NOT NULL,
        by_when TEXT NOT NULL,
        happened TEXT NOT NULL,
        tell TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX action_bring_back ON action(bring_back_key)",
    """CREATE TABLE learning_line (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        principle TEXT,
        statement TEXT,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE thread_mark (
        entry_key INTEGER PRIMARY KEY REFERENCES entry(key) ON DELETE CASCADE,
        step TEXT NOT NULL,
        tells TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE check_in (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        need TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE check_in_answer (
        check_in_key INTEGER NOT NULL REFERENCES check_in(key) ON DELETE CASCADE,
        item INTEGER NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (check_in_key, item)
    ) STRICT, WITHOUT ROWID""",
)


MIGRATIONS: tuple[Migration, ...] = (first_tables, watch_list, sessions_with_peers)


def version_of(connection: dbapi2.Connection) -> int:
    """How many steps this file has taken; 0 for a file with nothing in it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_unknown(version: int) -> None:
    """Raises NewerJournal, or DamagedJournal for a version that no tip-reflect writes."""
    if version > len(MIGRATIONS):
        raise NewerJournal(_NEWER)
    if version < 1:
        raise DamagedJournal(DAMAGED)


def migrate(connection: dbapi2.Connection, migrations: Sequence[Migration]) -> None:
    """Take every step this file has not taken yet; a step that fails leaves the file as it was before that step."""
    for version, step in enumerate(migrations, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < version:  # another process may have taken it while we waited
                step(connection)
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
