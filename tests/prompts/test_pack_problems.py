"""A pack that is not right is refused with its file, its line and a reason, and nothing else ever escapes."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tip_reflect.errors import PackProblem
from tip_reflect.prompts.reading import packs_folder, read_library


def problem(packs):
    with pytest.raises(PackProblem) as caught:
        read_library(packs)
    return str(caught.value)


def what_is_said(packs):
    """The reason for a refusal, if it is one: anything but a PackProblem fails the test."""
    try:
        read_library(packs)
    except PackProblem as refusal:
        return str(refusal)
    return None


def change(packs, name, old, new, *, mark):
    """Change one file; give the line, from 1, at which the mark now stands."""
    path = packs / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text[: text.index(mark)].count("\n") + 1


S1 = 'id = "safety-01"'
S2 = 'id = "safety-02"'
HEAD_2 = f"[[prompt]]\n{S2}"
GROUND_STEP = '{ set = "grounding", any = 1 }'

# file, what to change, into what, a mark on the line the message must name, and the reason it must give
BROKEN = {
    "words without their last quote": (
        "safety.toml",
        'for them?"',
        "for them?",
        "for them?",
        "words in quotes must end with a quote on the same line",
    ),
    "words without quotes": ("safety.toml", '"quick"', "quick", "= quick", "straight quotes"),
    "curly quotes": ("safety.toml", '"quick"', "“quick”", "“quick”", "straight quotes"),
    "a quote inside words": ("choice.toml", "say no", 'say "no"', 'say "no"', "written \\"),
    "a key given twice": (
        "choice.toml",
        'about = "people"',
        'id = "x"\nabout = "people"',
        'id = "x"',
        "twice",
    ),
    "a key nobody knows": (
        "safety.toml",
        'depth = "quick"',
        'dept = "quick"',
        "dept =",
        "“dept” is not a key we know here (did you mean depth?)",
    ),
    "a key nobody knows at the top": (
        "safety.toml",
        'set = "safety"',
        'set = "safety"\nsets = 1',
        "sets =",
        "did you mean set?",
    ),
    "a prompt with no id": (
        "safety.toml",
        HEAD_2,
        "[[prompt]] # here",
        "[[prompt]] # here",
        "“id” is missing",
    ),
    "a prompt with no text": (
        "grounding.toml",
        'id = "ground-08"\ntext = ',
        'id = "ground-08"\nnudge = ',
        '[[prompt]]\nid = "ground-08"',
        "“text” is missing",
    ),
    "an empty text": (
        "closing.toml",
        'text = "What one line',
        'text = "  " # "',
        'text = "  "',
        "“text” is empty",
    ),
    "a text that is a number": (
        "closing.toml",
        'text = "What one line',
        "text = 3 #",
        "text = 3",
        "words in quotes",
    ),
    "a text with an escape code": (
        "closing.toml",
        "What one line",
        "\\u001b[31mWhat one line",
        "\\u001b",
        "control characters",
    ),
    "a text on two lines": (
        "closing.toml",
        '"What one line do you want to keep from this?"',
        '"""What\none line?"""',
        '"""What',
        "one line",
    ),
    "an id with a capital": ("safety.toml", S2, 'id = "Safety-02"', "Safety-02", "small letters"),
    "an unknown depth": (
        "safety.toml",
        'depth = "standard"',
        'depth = "standart"',
        "standart",
        "“standart” is not a depth we know (did you mean standard?)",
    ),
    "an unknown leaning": ("safety.toml", 'leans = "good"', 'leans = "up"', '"up"', "it can be good, hard"),
    "an unknown about": ("safety.toml", 'about = "self"', 'about = "me"', '"me"', "organisation, people"),
    "an unknown purpose at the top": (
        "look-back.toml",
        'purpose = "evaluating"',
        'purpose = "evaluation"',
        "evaluation",
        "did you mean evaluating?",
    ),
    "an unknown depth at the top": (
        "look-back.toml",
        'depth = "standard"',
        'depth = "x"',
        '"x"',
        "is not a depth",
    ),
    "a set with a slip": (
        "safety.toml",
        'set = "safety"',
        'set = "saftey"',
        "saftey",
        "did you mean safety?",
    ),
    "no set": ("grounding.toml", 'set = "grounding"', "", "[[prompt]]", "“set” is missing"),
    "a statement that is not true or false": (
        "grounding.toml",
        "statement = true",
        'statement = "yes"',
        "statement",
        "true or false",
    ),
    "one table instead of many": ("culture-lens.toml", "[[prompt]]", "[prompt]", "[[prompt]]", "twice"),
    "the same id twice in a file": (
        "safety.toml",
        S2,
        S1,
        'id = "safety-01"\ntext = "Was',
        "safety-01 is already",
    ),
    "a path with an unknown prompt": (
        "paths.toml",
        '  "impact-01",',
        '  "impct-01",',
        "impct-01",
        "no prompt has the id impct-01 (did you mean impact-01?)",
    ),
    "a choice with an unknown prompt": (
        "paths.toml",
        '{ one_of = ["works-01", "works-02"] }',
        '{ one_of = ["works-01",\n  "works-99"] }',
        "works-99",
        "no prompt has the id works-99",
    ),
    "a caution with an unknown prompt": (
        "paths.toml",
        'never_first = ["empower-10", ',
        'never_first = [\n"empower-10",\n"empower-99", ',
        '"empower-99"',
        "no prompt has the id empower-99",
    ),
    "a set to offer first that is not there": (
        "paths.toml",
        'offer_first = ["safety", "opening"]',
        'offer_first = ["safety",\n"openings"]',
        '"openings"',
        "no prompt is in the set openings (did you mean opening?)",
    ),
    "hours in quotes": (
        "paths.toml",
        "shock_hours = 48",
        'shock_hours = "48"',
        'shock_hours = "',
        "whole number",
    ),
    "hours that are true": (
        "paths.toml",
        "shock_hours = 48",
        "shock_hours = true",
        "shock_hours =",
        "whole number",
    ),
    "no hours": ("paths.toml", "shock_hours = 48", "", "[cautions]", "“shock_hours” is missing"),
    "no cautions": ("paths.toml", "[cautions]", "[caution]", "[caution]", "did you mean cautions?"),
    "an unknown path": ("paths.toml", 'id = "deep"', 'id = "deeper"', "deeper", "did you mean deep?"),
    "a path twice": ("paths.toml", 'id = "deep"', 'id = "quick" #2', "#2", "the path quick is given twice"),
    "a prompt twice in a path": (
        "paths.toml",
        '  "peers-01",',
        '  "collab-10", #2',
        '"collab-10", #2',
        "twice",
    ),
    "a step that is a number": ("paths.toml", '  "peers-01",', "  7,", "  7,", "a step is"),
    "steps that are not a list": (
        "paths.toml",
        "steps = []",
        'steps = "none"',
        'steps = "none"',
        "a list in [ ]",
    ),
    "a step for free writing": (
        "paths.toml",
        "steps = []",
        'steps = ["works-01"]',
        'steps = ["works-01"]',
        "free",
    ),
    "a step with an unknown key": (
        "paths.toml",
        GROUND_STEP,
        '{ sett = "grounding" }',
        "sett",
        "did you mean set?",
    ),
    "a step with no condition": (
        "paths.toml",
        GROUND_STEP,
        "{ any = 1 }",
        "{ any = 1 }",
        "needs at least one of",
    ),
    "a step with too many conditions": (
        "paths.toml",
        "{ chosen_principle = true,",
        '{ set = "safety", chosen_principle = true,',
        '{ set = "safety"',
        "not both",
    ),
    "a step that asks for more than there are": (
        "paths.toml",
        GROUND_STEP,
        '{ set = "grounding", any = 9 }',
        "any = 9",
        "asks for 9 and 8 prompts fit",
    ),
    "a step that one principle cannot fill": (
        "paths.toml",
        'depth = "quick", any = 1',
        'depth = "quick", any = 4',
        "any = 4",
        "for Safety",
    ),
    "a step from a set that is not there": (
        "paths.toml",
        GROUND_STEP,
        '{ set = "groundings" }',
        "groundings",
        "asks for 1 and 0 prompts fit",
    ),
    "a choice of a screen's prompt": (
        "paths.toml",
        '{ one_of = ["works-01", "works-02"] }',
        '{ one_of = ["close-02", "close-05"] }',
        '"close-02", "close-05"',
        "close-05 belongs to",
    ),
    "an empty choice": ("paths.toml", '["works-01", "works-02"]', "[]", "one_of = []", "“one_of” is empty"),
    "a first question that may never be first": (
        "paths.toml",
        '  { id = "brief-02", ask = "What stays with you?" },',
        '  "safety-09",',
        '  "safety-09",',
        "safety-09 may never be the first question",
    ),
    "a path's own question under a prompt's id": (
        "paths.toml",
        'id = "brief-02"',
        'id = "works-07"',
        'id = "works-07"',
        "works-07 is already used in what-worked.toml, line ",
    ),
    "a notice that is missing": (
        "notices.toml",
        "jigsaw = ",
        "jigsaws = ",
        "jigsaws",
        "did you mean jigsaw?",
    ),
    "a notice that is empty": ("notices.toml", "jigsaw = ", 'jigsaw = "" # ', "jigsaw", "“jigsaw” is empty"),
    "a check-in item twice": (
        "check-in.toml",
        "id = 2",
        "id = 1 # again",
        "id = 1 # again",
        "item 1 is given twice",
    ),
    "an offer after an answer that is not there": (
        "check-in.toml",
        'offer_support_after = ["No"]',
        'offer_support_after = ["Nope"]',
        '"Nope"',
        "“Nope” is not one of the answers",
    ),
    "a day in quotes": (
        "support-scotland.toml",
        "checked = 2026-11-22",
        'checked = "2026-11-22"',
        'checked = "',
        "a day such as 2026-01-31",
    ),
    "a contact with nothing to call": (
        "support-scotland.toml",
        'who = "Samaritans"\ncontact = ',
        'who = "Samaritans"\n# ',
        '[[helplines]]\nwho = "Samaritans"',
        "“contact” is missing",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_pack_names_the_file_the_line_and_the_reason(packs, what):
    name, old, new, mark, reason = BROKEN[what]
    line = change(packs, name, old, new, mark=mark)
    said = problem(packs)
    assert said.startswith(f"{name}, line {line}: "), said
    assert reason in said


def test_the_same_id_in_two_files_names_both_places(packs):
    first = change(packs, "choice.toml", 'id = "choice-02"', 'id = "same-01"', mark='id = "same-01"')
    second = change(packs, "safety.toml", 'id = "safety-12"', 'id = "same-01"', mark='id = "same-01"')
    assert problem(packs) == (
        f"safety.toml, line {second}: the id same-01 is already used in choice.toml, line {first}"
    )


def test_a_letter_that_is_not_utf_8_is_named_by_its_line(packs):
    path = packs / "choice.toml"
    data = path.read_bytes().replace(b'id = "choice-02"', b'id = "choice-\xe9"', 1)
    path.write_bytes(data)
    line = data[: data.index(b"\xe9")].count(b"\n") + 1
    assert problem(packs) == f"choice.toml, line {line}: a letter here is not UTF-8: save the file as UTF-8"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(packs):
    for path in packs.glob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_library(packs) == read_library(packs_folder())


def test_a_problem_below_windows_line_ends_keeps_its_line(packs):
    line = change(packs, "safety.toml", S2, 'id = "Safety-02"', mark="Safety-02")
    path = packs / "safety.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problem(packs).startswith(f"safety.toml, line {line}: ")


def test_quotes_never_closed_are_named_at_the_end_of_the_file(packs):
    path = packs / "choice.toml"
    text = path.read_text(encoding="utf-8") + '\n[[prompt]]\nid = "choice-13"\ntext = """What'
    path.write_text(text, encoding="utf-8")
    assert problem(packs).startswith(
        f"choice.toml, line {text.count(chr(10)) + 1}: the quotes that begin here"
    )


@pytest.mark.parametrize("name", ["paths.toml", "notices.toml", "check-in.toml"])
def test_a_file_that_is_missing_is_named(packs, name):
    (packs / name).unlink()
    assert problem(packs) == f"{name}: this file is missing from the packs"


def test_one_file_of_contacts_is_needed(packs):
    (packs / "support-scotland.toml").rename(packs / "support-wales.toml")
    assert read_library(packs).support.region == "Scotland"
    (packs / "support-scotland.toml").write_bytes((packs / "support-wales.toml").read_bytes())
    assert "found: support-scotland.toml, support-wales.toml" in problem(packs)
    for path in packs.glob("support-*"):
        path.unlink()
    assert "found: none" in problem(packs)


def test_an_empty_folder_is_refused(tmp_path):
    assert "no prompt packs" in problem(tmp_path)


def test_a_path_left_out_is_named(packs):
    path = packs / "paths.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("[[path]]")], encoding="utf-8")
    assert problem(packs).endswith("the path free is missing")


def test_a_prompt_that_a_screen_asks_may_be_reworded_but_not_dropped(packs):
    change(
        packs, "closing.toml", 'text = "Would you like to keep this', 'text = "Keep this', mark="Keep this"
    )
    assert read_library(packs).prompt("close-07").text.startswith("Keep this, set a day")
    line = change(packs, "closing.toml", 'id = "close-07"', 'id = "close-77"', mark='set = "closing"')
    assert problem(packs) == (
        f"closing.toml, line {line}: no prompt has the id close-07, which the closing screen asks"
    )


def test_a_list_that_should_be_filled_and_is_not_is_refused(packs):
    (packs / "notices.toml").write_text('first_run = []\nnew_entry = "x"\n', encoding="utf-8")
    assert problem(packs) == "notices.toml, line 1: “first_run” is empty"


def test_a_team_may_add_a_set_of_its_own_and_more_to_a_set_that_is_there(packs):
    (packs / "rural.toml").write_text(
        'set = "rural"\n[[prompt]]\nid = "rural-01"\ntext = "What did the drive give you?"\n',
        encoding="utf-8",
    )
    (packs / "safety-more.toml").write_text(
        'set = "safety"\n[[prompt]]\nid = "ours-01"\ntext = "Where did you park?"\n', encoding="utf-8"
    )
    library = read_library(packs)
    added = library.prompt("rural-01")
    assert (added.set, added.about, added.depth, added.purpose, added.leans) == ("rural", "", "any", None, "")
    assert library.prompt("ours-01") in library.in_set("safety")
    assert len(library.prompts) == 141


def test_what_stands_at_the_top_counts_unless_a_prompt_says_otherwise(packs):
    (packs / "ours.toml").write_text(
        'set = "rural"\ndepth = "deep"\nabout = "people"\npurpose = "planning"\nlineage = "our team"\n'
        '[[prompt]]\nid = "a-1"\ntext = "A?"\n'
        '[[prompt]]\nid = "b-1"\ntext = "B?"\nset = "choice"\ndepth = "any"\nabout = ""\npurpose = "any"\nlineage = "me"\n',
        encoding="utf-8",
    )
    library = read_library(packs)
    a, b = library.prompt("a-1"), library.prompt("b-1")
    assert (a.set, a.depth, a.about, a.purpose, a.lineage) == (
        "rural",
        "deep",
        "people",
        "planning",
        "our team",
    )
    assert (b.set, b.depth, b.about, b.purpose, b.lineage) == ("choice", "any", "", None, "me")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(path.name for path in packs_folder().glob("*.toml"))),
    start=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 40),
    put=st.binary(max_size=6)
    | st.sampled_from([b'"', b"[", b"]", b"{", b"}", b"\n", b"=", b"1", b"'''", b"[[prompt]]"]),
)
@example(name="paths.toml", start=0.5, cut=0, put=b"\xff")
def test_whatever_is_done_to_a_file_it_is_read_or_refused_with_a_sentence_that_names_it(
    packs, name, start, cut, put
):
    path = packs / name
    whole = (packs_folder() / name).read_bytes()
    at = int(start * len(whole))
    path.write_bytes(whole[:at] + put + whole[at + cut :])
    said = what_is_said(packs)
    path.write_bytes(whole)
    assert said is None or (".toml" in said and "\n" not in said)
