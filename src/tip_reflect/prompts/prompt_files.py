"""A file of one set of prompts: what stands at its top counts for each prompt that does not say otherwise."""

import re

from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.lines import Where
from tip_reflect.prompts.pack import Prompt
from tip_reflect.prompts.strict import PackFile, Table, did_you_mean, plain

KNOWN_SETS = frozenset(
    {
        *(principle.value for principle in Principle),
        "culture-lens",
        "opening",
        "grounding",
        "closing",
        "what-worked",
        "impact-on-me",
        "relationship-outcome",
        "for-my-peers",
        "bring-back",
        "look-back",
    }
)
"""The sets that the paths and screens know. A team may have sets of its own beside them."""

ABOUT = frozenset({"", "self", "people", "relationship", "organisation"})
DEPTHS = frozenset({"quick", "standard", "deep", "any"})
PURPOSES = frozenset({*(purpose.value for purpose in Purpose), "any"})
LEANS = frozenset({"", "good", "hard"})

_SHARED = ("set", "about", "depth", "purpose", "lineage", "statement")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

GivenAt = dict[str, tuple[PackFile, Where]]
"""Where each id was given, so that a second use can name the first."""


def named(table: Table, key: str) -> str:
    """A name made of small letters, digits and hyphens."""
    name = table.text(key)
    if not _NAME.fullmatch(name):
        raise table.problem(key, f"“{key}” is small letters, digits and hyphens, such as safety-01")
    return name


def claim(table: Table, prompt_id: str, given_at: GivenAt) -> None:
    """Note where an id is given; refuse it where it already was."""
    here = (*table.where, "id")
    if prompt_id in given_at:
        file, where = given_at[prompt_id]
        raise table.problem("id", f"the id {prompt_id} is already used in {file.place(where)}")
    given_at[prompt_id] = (table.file, here)


def purpose_of(table: Table, default: str = "any") -> Purpose | None:
    value = table.word("purpose", PURPOSES, default)
    return None if value == "any" else Purpose(value)


def read_prompts(top: Table, given_at: GivenAt) -> list[Prompt]:
    """The prompts of one file, in order; where each id stands is added to `given_at`."""
    top.only(*_SHARED, "prompt")
    for key in _SHARED:  # a slip at the top is the top's, whichever prompt would meet it first
        if key in top.values:
            _shared(top, key)
    return [_prompt(top, table, given_at) for table in top.tables("prompt")]


def _shared(table: Table, key: str) -> object:
    match key:
        case "set":
            return _set(table)
        case "about":
            return table.word("about", ABOUT, "")
        case "depth":
            return table.word("depth", DEPTHS)
        case "purpose":
            return purpose_of(table)
        case "statement":
            return table.flag("statement", default=False)
        case _:
            return table.text("lineage", "")


def _set(table: Table) -> str:
    name = named(table, "set")
    if name not in KNOWN_SETS and (hint := did_you_mean(name, KNOWN_SETS, near=0.8)):
        raise table.problem("set", f"“{plain(name)}” is not a set we know{hint}")
    return name


def _prompt(top: Table, table: Table, given_at: GivenAt) -> Prompt:
    table.only("id", "text", "nudge", "leans", *_SHARED)

    def source(key: str) -> Table:
        return table if key in table.values or key not in top.values else top

    prompt_id = named(table, "id")
    prompt = Prompt(
        id=prompt_id,
        text=table.text("text"),
        set=_set(source("set")),
        about=source("about").word("about", ABOUT, ""),
        depth=source("depth").word("depth", DEPTHS, "any"),
        purpose=purpose_of(source("purpose")),
        lineage=source("lineage").text("lineage", ""),
        nudge=table.text("nudge", ""),
        leans=table.word("leans", LEANS, ""),
        statement=source("statement").flag("statement", default=False),
    )
    claim(table, prompt_id, given_at)
    return prompt
