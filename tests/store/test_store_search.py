import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tip_reflect.journal.entry import Answer
from tip_reflect.journal.finding import Filter
from tip_reflect.journal.principles import Principle
from tip_reflect.places import Places
from tip_reflect.store.connection import connected
from tip_reflect.store.query import words_in
from tip_reflect.store.snippet import LONGEST, around
from tip_reflect.store.store import Store
from tip_reflect.store.verify import verify

one_store = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

PIECES = [
    *"'\"*^()+-:{};%\\,\0 \u0301\ud800\ufdd0\u0661aé家",
    "NEAR",
    "NEAR(",
    "AND",
    "OR",
    "NOT",
    "text:",
    "visit",
    "was",
    "ing",
]
FTS_LIKE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def found(store: Store, typed: str, **more: object) -> list[str]:
    return [hit.summary.title for hit in store.search(typed, **more)]


@one_store
@given(typed=st.text(max_size=60) | FTS_LIKE)
def test_any_typed_characters_are_safe(store: Store, typed: str) -> None:
    if store.count(Filter()) == 0:
        from datetime import UTC, datetime
        from uuid import uuid4

        from tip_reflect.journal.entry import Entry, Moment

        words = 'a visit was "quoted" é 家族 text'
        store.save(Entry(id=uuid4(), written=Moment(at=datetime(2026, 1, 1, tzinfo=UTC)), tags=("a tag",),
                         answers=(Answer(text=words),)))  # fmt: skip
    hits = store.search(typed)
    assert len(hits) <= 1
    if not words_in(typed):
        assert hits == []


letters = st.characters(min_codepoint=0x61, max_codepoint=0x24F, categories=["Ll"]).filter(
    lambda letter: letter.upper().lower() == letter  # not ß, whose capitals are two other letters
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(letters, min_size=1, max_size=9), min_size=1, max_size=5), data=st.data())
def test_every_word_of_a_text_finds_it_in_any_case_and_so_does_all_of_it(store, written, words, data) -> None:
    saved = store.save(written(" ".join(words)))
    one = data.draw(st.sampled_from(words))
    for typed in (one, one.upper(), " ".join(words), f'"{one}"'):
        hits = store.search(typed, limit=1000)
        assert saved.id in [hit.summary.id for hit in hits]
        for hit in hits:
            assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.spans)
    store.delete(saved.id)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("We met at the café", "cafe"),
        ("We met at the cafe", "CAFÉ"),
        ("cafe\u0301 again", "café"),
        ("It was a long visit", "vis"),
        ("She was walking home", "walked"),
        ("She was walking home", "walk"),
        ("She was walking home", "walki"),
        ("She was walking home", "walkin"),
        ("With great happiness", "happin"),
        ("A sustainable relationship", "relationshi"),
        ("The organisation of it", "organisati"),
        ("Emotional work", "emotiona"),
        ("The families came", "family"),
        ("Their child's school", "child's"),
        ("miss the meeting", "mis"),
        ("the needle", "need"),
        ("老人の家族", "老人"),
        ("Привет, мир", "прив"),
        ("line one\r\nline two\rthree", "three"),
        ("before\0after", "after"),
    ],
)
def test_a_text_is_found_by_accents_stems_and_beginnings(store, written, text, typed) -> None:
    store.save(written(text))
    store.save(written("nothing of the kind"))
    assert len(found(store, typed)) == 1


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The government and the goat", "going"),
        ("We want water", "was"),
        ("I think of the third", "this"),
        ("We walked", "run"),
        ("We walked home", "wal home"),
        ("Only this", "only that"),
    ],
)
def test_a_text_is_not_found_by_what_it_does_not_hold(store, written, text, typed) -> None:
    store.save(written(text))
    assert found(store, typed) == []


BEGUN = [
    "everything",
    "platypus",
    "policyholder",
    "policy",
    "daycare",
    "playschool",
    "playstation",
    "relational",
    "conditionally",
    "generalisation",
    "nationalism",
    "operators",
    "possibilities",
    "hopefulness",
    "journeys",
    "bodyguard",
    "anybody",
    "storyteller",
    "happily",
    "visited",
    "meetings",
    "agreement",
    "independence",
    "reflections",
    "embedded",
    "needlework",
    "kingston",
    "dresses",
    "classroom",
    "university",
    "electricity",
]


@pytest.mark.parametrize("word", BEGUN)
def test_each_further_letter_of_a_word_keeps_the_entry_in_view(store, written, word) -> None:
    store.save(written(f"the {word} was there"))
    lost = [word[:length] for length in range(2, len(word) + 1) if not found(store, word[:length])]
    assert lost == []


@pytest.mark.parametrize("nothing", ["", "   ", "\n", '"', "--", "*", "\0", "()", "\u0020\u00a0"])
def test_no_words_find_nothing(store, written, nothing) -> None:
    store.save(written("something"))
    assert store.search(nothing) == []


def test_words_may_be_in_different_answers_tags_and_the_thread(store, written) -> None:
    store.save(
        written(
            answers=(Answer(text="a talk about housing"), Answer(text="tired after")),
            tags=("home visit", "Élan"),
            thread="the garden family",
        )
    )
    store.save(written("a talk about weather"))
    for typed in ("housing tired", "housing garden", "garden fam", "visit tir", "elan", "home housing fami"):
        assert len(found(store, typed)) == 1, typed
    assert found(store, "gard family") == []


def test_finds_are_newest_first_and_paged(store, written) -> None:
    for n in range(7):
        store.save(written(f"word {n}"))
    assert found(store, "word") == [f"word {n}" for n in reversed(range(7))]
    assert found(store, "word", limit=2, offset=3) == ["word 3", "word 2"]


def test_a_filter_narrows_a_search(store, written) -> None:
    store.save(written("word one", principle=Principle.SAFETY))
    store.save(written("word two", tags=("t",)))
    assert [hit.summary.title for hit in store.search("word", Filter(principle=Principle.SAFETY))] == [
        "word one"
    ]
    assert [hit.summary.title for hit in store.search("word", Filter(tag="t"))] == ["word two"]


def test_the_snippet_shows_the_words_around_the_find_and_marks_them(store, written) -> None:
    store.save(written("first things " * 30 + "then\n\nthe Café was\tquiet. " + "last things " * 30))
    (hit,) = store.search("cafe qui")
    assert len(hit.snippet) <= LONGEST
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["Café", "quiet"]
    assert "then the Café was quiet." in hit.snippet
    assert hit.snippet[0] == hit.snippet[-1] == "…"


@pytest.mark.parametrize("text", ["before\0after", "\ufdd0before\ufdd1 after", "\ufdd1\ufdd0\ufdd0 after"])
def test_a_find_is_marked_in_its_place_whatever_else_the_text_holds(store, written, text) -> None:
    store.save(written(text))
    (hit,) = store.search("after")
    assert hit.snippet == text
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["after"]


def test_a_find_in_a_tag_alone_shows_the_first_words(store, written) -> None:
    store.save(written(answers=(Answer(text=" "), Answer(text="the first words")), tags=("garden",)))
    (hit,) = store.search("garden")
    assert (hit.snippet, hit.spans) == ("the first words", ())


def test_a_tender_entry_is_found_without_showing_its_words(store, written) -> None:
    store.save(written("a raw canary", tender=True))
    (hit,) = store.search("canary")
    assert hit.snippet == ""
    assert hit.spans == ()
    assert "canary" not in hit.summary.title


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(st.sampled_from("ab \n\t.é"), max_size=500),
    where=st.integers(0, 499),
    length=st.integers(1, 30),
)
def test_a_snippet_is_short_on_one_line_and_its_spans_are_the_text_that_was_marked(
    text, where, length
) -> None:
    spans = ((where, min(where + length, len(text))),) if where < len(text) else ()
    snippet, moved = around(text, spans)
    assert len(snippet) <= LONGEST
    assert "\n" not in snippet
    for (a, b), (start, end) in zip(spans, moved, strict=False):
        marked = " ".join(text[a:b].split())
        assert " ".join(snippet[start:end].split()).rstrip("…") in marked


def test_edited_words_are_found_and_the_words_before_are_not(store, written) -> None:
    saved = store.save(written(answers=(Answer(text="xylophone"), Answer(text="kept"))))
    store.save(saved.with_text(0, "quartz"))
    assert found(store, "xylophone") == []
    assert len(found(store, "quartz")) == len(found(store, "kept")) == 1


CANARY = "zyqxjkvwcanary"


def plain_pages(places: Places, key: bytes) -> bytes:
    """Every page of the file, free ones too, decrypted by hand: SQLCipher 4, AES-256-CBC, 80 reserved bytes."""
    raw, size, reserved = places.journal.read_bytes(), 4096, 80
    pages = []
    for start in range(0, len(raw), size):
        page = raw[start : start + size]
        skipped = 16 if start == 0 else 0
        vector = page[size - reserved : size - reserved + 16]
        opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        pages.append(opened.update(page[skipped : size - reserved]) + opened.finalize())
    return b"".join(pages)


def everything_in(places: Places, key: bytes, folder) -> bytes:
    plain = folder / "plain.db"
    plain.unlink(missing_ok=True)
    with connected(places.journal, key) as connection:
        terms = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'answer_words', 'row')"
        connection.execute(terms)
        words = "\n".join(str(row[0]) for row in connection.execute("SELECT term FROM temp.terms"))
        connection.execute("DROP TABLE temp.terms")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute("DETACH DATABASE plain")
    return plain_pages(places, key) + plain.read_bytes() + words.encode()


@pytest.mark.parametrize("how", ["deleted", "edited"])
def test_removed_words_are_nowhere_in_the_decrypted_file(places, key, clock, written, how) -> None:
    store = Store.create(places, key, clock)
    for n in range(40):
        store.save(written(f"an ordinary entry {n} about a visit"))
    first = Answer(text=f"{CANARY} " * 900 + "and more")
    saved = store.save(
        written(
            answers=(first, Answer(text="kept", prompt=CANARY)),
            tags=(CANARY,),
            thread=CANARY,
            next_thing=CANARY,
        )
    )
    store.save(written("one after"))
    store.close()
    assert CANARY.encode() in plain_pages(places, key)

    store = Store.open(places, key, clock)
    if how == "deleted":
        store.delete(saved.id)
        assert places.home.joinpath("journal.db-wal").stat().st_size == 0
    else:
        store.save(written("new words", entry_id=saved.id, revision=saved.revision))
    assert store.search(CANARY) == []
    assert store.search(CANARY[:5]) == []
    store.close()
    left = everything_in(places, key, places.home.parent)
    assert b"ordinari" in left
    for length in range(5, len(CANARY) + 1):
        assert CANARY[:length].encode() not in left
    assert CANARY[4:].encode() not in left
    assert verify(places, key).sound
