import pytest
from sqlmodel import SQLModel

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store import migrations, rows
from tip_reflect.store.backup import backups
from tip_reflect.store.connection import connected
from tip_reflect.store.migrations import MIGRATIONS, version_of
from tip_reflect.store.store import Store

SOME_ROW = rows.EntryRow


def add_a_column(connection) -> None:
    connection.execute("ALTER TABLE entry ADD COLUMN mood TEXT NOT NULL DEFAULT 'kept'")


def fail_half_way(connection) -> None:
    connection.execute("ALTER TABLE entry ADD COLUMN half TEXT")
    connection.execute("DELETE FROM entry")
    connection.execute("SELECT * FROM no_such_table")


@pytest.fixture
def older_journal(places, key, clock, written) -> Places:
    """A journal one version behind, made by what that version had."""
    store = Store.create(places, key, clock)
    store.save(written("old words"))
    store.close()
    return places


def columns(places: Places, key: bytes, table: str) -> set[str]:
    with connected(places.journal, key) as connection:
        return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def test_an_older_journal_is_backed_up_and_brought_up_to_date(older_journal, key, clock, monkeypatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_a_column))
    store = Store.open(older_journal, key, clock)
    assert store.latest().answers[0].text == "old words"
    store.close()
    assert "mood" in columns(older_journal, key, "entry")
    (made,) = backups(older_journal)
    with connected(made / "journal.db", key) as connection:
        assert version_of(connection) == len(MIGRATIONS)
    assert "mood" not in columns(Places(made), key, "entry")


def test_a_journal_that_is_up_to_date_is_opened_without_a_backup(older_journal, key, clock) -> None:
    Store.open(older_journal, key, clock).close()
    assert backups(older_journal) == []


def test_a_step_that_fails_leaves_the_journal_as_it_was_before_it(
    older_journal, key, clock, monkeypatch
) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_a_column, fail_half_way))
    with pytest.raises(TipReflectError):
        Store.open(older_journal, key, clock)
    with connected(older_journal.journal, key) as connection:
        assert version_of(connection) == len(MIGRATIONS) + 1, "the step before it stands"
    assert "half" not in columns(older_journal, key, "entry")
    assert len(backups(older_journal)) == 1
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_a_column))
    store = Store.open(older_journal, key, clock)
    assert store.count(Filter()) == 1
    store.close()


def test_nothing_is_migrated_when_the_backup_cannot_be_made(older_journal, key, clock, monkeypatch) -> None:
    older_journal.backups.write_text("in the way")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_a_column))
    with pytest.raises(TipReflectError):
        Store.open(older_journal, key, clock)
    assert "mood" not in columns(older_journal, key, "entry")


def test_a_step_another_process_took_first_is_not_taken_again(older_journal, key) -> None:
    taken = []
    with connected(older_journal.journal, key) as connection:
        migrations.migrate(connection, [taken.append])
        assert taken == []


def test_the_rows_say_the_same_as_the_tables(store) -> None:
    tables = SOME_ROW.metadata.tables
    assert isinstance(SOME_ROW, type(SQLModel))
    with store._engine.connect() as connection:
        made = connection.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        )
        names = {row[0] for row in made if not row[0].startswith("sqlite_")}
        assert set(tables) <= names
        assert names - set(tables) == set()
        for name, table in tables.items():
            there = {
                row[1]: (bool(row[3]) or bool(row[5]), bool(row[5]))
                for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")
            }
            said = {
                column.name: (not column.nullable or column.primary_key, column.primary_key)
                for column in table.columns
            }
            assert there == said


def test_every_connection_has_the_settings_that_keep_the_journal_safe(store) -> None:
    wanted = {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": 30_000,
        "cipher_memory_security": "0",
    }
    with store._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
        secure = connection.exec_driver_sql(
            "SELECT v FROM answer_words_config WHERE k = 'secure-delete'"
        ).scalar()
    assert found == wanted
    assert secure == 1
