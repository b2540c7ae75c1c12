"""Every table, key and list element is found on its own line."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.prompts.lines import find_lines
from tip_reflect.prompts.reading import packs_folder

# What may stand after a key: some take one line, some more, and some try to look like the next key.
VALUES = [
    "1",
    "-2.5e3",
    "true",
    "2026-01-02",
    "2026-01-02T03:04:05.5+01:00",
    '"plain"',
    '"a \\" quote and a # hash"',
    "'a \\ and a \" in single quotes'",
    '"""\nk0 = 1\n[table]\n\\""" still\n"""',
    '"""ends with quotes"""""',
    "'''\nk0 = 'x'\n# no comment\n'''",
    "[]",
    "[1, 2]",
    '[\n  "a", # first ]\n\n  ["b",\n"c"],\n  { x = 1, "y z" = [\n 2 ] },\n]',
    '{ a = 1, b.c = "}" }',
    "{}",
]


def walk(value, where=()):
    yield where
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*where, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from walk(inner, (*where, at))


def test_every_part_of_every_shipped_file_has_a_line_that_holds_it():
    for path in packs_folder().glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        lines, found = text.split("\n"), find_lines(text)
        for where in walk(tomllib.loads(text)):
            assert where in found, (path.name, where)
            if where and isinstance(where[-1], str):
                assert where[-1] in lines[found[where] - 1]


def test_tables_and_the_steps_of_a_list_are_each_found_where_they_begin():
    text = (
        'set = "x"\n\n[cautions]\nnever = [\n  "a",\n  "b",\n]\n\n[[path]]\nid = "one"\n\n'
        '[[path]] # again\nid = "two"\nsteps = [ "p",\n  { one_of = ["q",\n "r"] } ]\n[path.more]\nlast = 1\n'
    )
    tomllib.loads(text)
    found = find_lines(text)
    assert found["set",] == 1
    assert found["cautions",] == 3
    assert found["cautions", "never", 1] == 6
    assert found["path",] == 9
    assert found["path", 0] == 9
    assert found["path", 1] == 12
    assert found["path", 1, "id"] == 13
    assert found["path", 1, "steps", 0] == 14
    assert found["path", 1, "steps", 1, "one_of", 0] == 15
    assert found["path", 1, "steps", 1, "one_of", 1] == 16
    assert found["path", 1, "more"] == 17
    assert found["path", 1, "more", "last"] == 18


def test_a_key_in_quotes_is_found_under_what_it_spells():
    found = find_lines('\n"a\\u0062\\"c" = 1\n\'d\\e\' = 2\nf."g h" = 3\n')
    assert found['ab"c',] == 2
    assert found["d\\e",] == 3
    assert found["f", "g h"] == 4


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(VALUES), st.sampled_from(["", "\n", "# k9 = 1\n", "[[t]]\n", "  \n\t# [\n"])
        ),
        max_size=12,
    )
)
def test_keys_are_found_whatever_stands_between_them(parts):
    text, expected, tables = "", {}, 0
    for number, (value, between) in enumerate(parts):
        text += between
        tables += between == "[[t]]\n"
        where = ("t", tables - 1) if tables else ()
        expected[*where, f"k{number}"] = text.count("\n") + 1
        text += f"k{number} = {value}\n"
    data = tomllib.loads(text)
    found = find_lines(text)
    assert {where: found[where] for where in expected} == expected
    assert set(walk(data)) <= set(found)
