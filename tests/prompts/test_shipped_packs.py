"""What we ship is what was written for us: every prompt, in its set, with its lineage and its cautions."""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date

from tip_reflect.journal.entry import PATH_NAMES, PathId
from tip_reflect.journal.principles import Principle
from tip_reflect.prompts.pack import SCREEN_PROMPTS
from tip_reflect.prompts.reading import packs_folder

COUNTS = {
    "safety": ("safety", 12),
    "trustworthiness": ("trust", 12),
    "choice": ("choice", 12),
    "collaboration": ("collab", 12),
    "empowerment": ("empower", 12),
    "culture-lens": ("culture", 3),
    "opening": ("open", 8),
    "grounding": ("ground", 8),
    "closing": ("close", 10),
    "what-worked": ("works", 8),
    "impact-on-me": ("impact", 10),
    "relationship-outcome": ("outcome", 8),
    "for-my-peers": ("peers", 10),
    "bring-back": ("back", 8),
    "look-back": ("look", 6),
}

# SHA-256 of id, set, about, depth, purpose and lineage of all prompts as they were first written, sorted by id.
FIRST_WRITTEN = "5bdde2a75f10f093d97ec84baceacafd5ece916f2e55a9008a8905a1e97d53dc"

NEVER_WRITE = (
    "totally private",
    "no one can ever see this",
    "confidential",
    "gdpr compliant",
    "anonymised automatically",
)


def test_the_packs_hold_exactly_the_139_prompts_each_in_its_set(library):
    expected = {
        (f"{start}-{number:02}", name)
        for name, (start, count) in COUNTS.items()
        for number in range(1, count + 1)
    }
    assert {(prompt.id, prompt.set) for prompt in library.prompts.values()} == expected
    assert len(library.prompts) == 139


def test_what_each_prompt_is_about_its_depth_purpose_and_lineage_are_as_first_written(library):
    rows = sorted(
        [p.id, p.set, p.about, p.depth, p.purpose.value if p.purpose else "", p.lineage]
        for p in library.prompts.values()
    )
    assert hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest() == FIRST_WRITTEN


def test_every_prompt_says_where_it_comes_from_and_no_two_ask_the_same(library):
    assert all(prompt.lineage for prompt in library.prompts.values())
    assert max(Counter(prompt.text for prompt in library.prompts.values()).values()) == 1


def test_each_file_holds_one_set_and_is_named_after_it(library):
    for name in COUNTS:
        text = (packs_folder() / f"{name}.toml").read_text(encoding="utf-8")
        assert re.findall(r'^set = "(.*)"$', text, re.MULTILINE) == [name]
        assert text.count("[[prompt]]") == len(library.in_set(name))


def test_the_cautions_name_the_four_hardest_prompts_for_48_hours(library):
    hardest = {"empower-10", "impact-04", "impact-09", "safety-09"}
    assert library.cautions.never_first == hardest
    assert library.cautions.not_after_shock == hardest
    assert library.cautions.shock_hours == 48
    assert library.cautions.offer_first == ("safety", "opening")


def test_only_the_grounding_statements_and_one_last_line_are_read_and_not_answered(library):
    statements = {prompt.id for prompt in library.prompts.values() if prompt.statement}
    assert statements == {f"ground-{n:02}" for n in range(1, 9)} | {"close-10"}


def test_every_principle_has_prompts_for_each_length(library):
    for principle in Principle:
        depths = {prompt.depth for prompt in library.in_set(principle.value)}
        assert depths == {"quick", "standard", "deep"}
        assert {prompt.principle for prompt in library.in_set(principle.value)} == {principle}


def test_the_paths_keep_their_names_their_times_and_their_steps(library):
    assert {path.id: path.name for path in library.paths.values()} == PATH_NAMES
    assert {path.id.value: path.minutes for path in library.paths.values()} == {
        "quick": 3,
        "standard": 10,
        "deep": 20,
        "free": None,
    }

    def shown(step):
        return step.id or "|".join(step.one_of) or f"{step.set or step.about or 'chosen'} x{step.count}"

    assert {path.id.value: [shown(step) for step in path.steps] for path in library.paths.values()} == {
        "quick": ["open-04", "open-06", "grounding x1", "impact-01", "chosen x1", "close-03", "close-05"],
        "standard": [
            "open-02",
            "open-06",
            "brief-01",
            "impact-02|safety-04",
            "chosen x2",
            "works-01|works-02",
            "chosen x1",
            "close-06",
            "close-08",
            "close-03",
        ],
        "deep": [
            "open-08",
            "open-04",
            "brief-02",
            "outcome-08|empower-09",
            "collab-10",
            "organisation x1",
            "impact-06|impact-08",
            "peers-01",
            "close-01",
            "close-03",
            "close-05",
        ],
        "free": [],
    }


def test_the_prompts_that_screens_ask_are_all_there(library):
    assert library.prompts.keys() >= SCREEN_PROMPTS
    assert (
        library.prompt("close-03").text
        == "Compared with when you began: lighter, heavier, or about the same?"
    )


def test_some_questions_lean_to_what_went_well_and_some_to_what_was_hard(library):
    leans = Counter(prompt.leans for prompt in library.prompts.values())
    assert leans["good"] >= 10
    assert leans["hard"] >= 10
    assert leans[""] > leans["good"] + leans["hard"]


def test_a_nudge_offers_things_to_think_about_and_stays_short(library):
    nudges = [prompt.nudge for prompt in library.prompts.values() if prompt.nudge]
    assert 15 <= len(nudges) <= 25
    assert all(nudge.startswith("You could think about: ") and len(nudge) <= 150 for nudge in nudges)


def test_the_notices_come_word_for_word(library):
    notices = library.notices
    assert len(notices.first_run) == 7
    assert notices.first_run[1] == "It is not the case record."
    assert notices.new_entry == "Roles, not names. Facts to the record."
    assert notices.export == "This copy will not be locked. Once it leaves here we cannot call it back."
    assert notices.stopping.endswith("call 999, or NHS 24 on 111.")


def test_the_check_in_has_six_word_answers_and_a_line_and_says_when_to_offer_support(library):
    items = library.check_in.items
    assert [len(item.answers) for item in items] == [4, 4, 4, 4, 4, 4, 0]
    assert {item.id: item.offer_support_after for item in items if item.offer_support_after} == {
        1: ("More than I can manage",),
        2: ("Most of the time",),
        6: ("No",),
    }
    assert library.check_in.rather_not_say == "Rather not say"


def test_the_contacts_are_dated_and_999_and_111_are_always_there(library):
    support = library.support
    assert (support.region, support.checked) == ("Scotland", date(2026, 11, 22))
    assert [contact.contact for contact in support.always] == ["999", "111"]
    assert [contact.who for contact in support.helplines] == ["Breathing Space", "Samaritans", "Shout"]
    assert len(support.staff) == 2
    assert support.yours[0].who == "manager"
    assert not any(contact.contact for contact in support.yours)


def test_contacts_that_nobody_has_phoned_are_not_shipped(library):
    shown = repr(library.support)
    assert "0800 111 4191" not in shown
    assert "Workforce Specialist" not in shown


def test_no_words_promise_what_we_cannot_keep(library):
    shown = repr(library).casefold()
    assert [words for words in NEVER_WRITE if words in shown] == []


def test_importing_the_room_loads_nothing():
    code = (
        "import sys; before = set(sys.modules); import tip_reflect.prompts; "
        "new = set(sys.modules) - before; assert new == {'tip_reflect', 'tip_reflect.prompts'}, new"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_reading_and_choosing_load_neither_tomlkit_nor_the_screens():
    code = (
        "import sys, tip_reflect.prompts.reading, tip_reflect.prompts.choosing; "
        "heavy = {'tomlkit', 'textual', 'sqlalchemy', 'hypothesis'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_free_path_is_there_with_nothing_to_ask(library):
    assert library.paths[PathId.FREE].steps == ()
