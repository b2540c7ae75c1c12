"""The file of paths and cautions: each step and each name in it is checked against the prompts."""

from collections.abc import Mapping
from typing import Any

from tip_reflect.journal.entry import PathId
from tip_reflect.journal.principles import Principle
from tip_reflect.prompts.lines import Where
from tip_reflect.prompts.pack import SCREEN_PROMPTS, Cautions, Path, PathStep, Prompt
from tip_reflect.prompts.prompt_files import ABOUT, DEPTHS, GivenAt, claim, named, purpose_of
from tip_reflect.prompts.strict import Table, did_you_mean, plain

_CONDITIONS = ("set", "chosen_principle", "about", "depth", "purpose")
_PATH_IDS = frozenset(path.value for path in PathId)


class PathFile:
    """Reads paths.toml once the prompts are known. `given_at` also keeps the ids of a path's own questions."""

    def __init__(self, top: Table, prompts: Mapping[str, Prompt], given_at: GivenAt) -> None:
        self._top = top
        self._prompts = prompts
        self._given_at = given_at
        top.only("cautions", "path")

    def cautions(self) -> Cautions:
        table = self._top.table("cautions")
        table.only("never_first", "not_after_shock", "shock_hours", "offer_first", "offer_last")
        sets = {prompt.set for prompt in self._prompts.values()}
        offer_first = table.texts("offer_first")
        for at, name in enumerate(offer_first):
            if name not in sets:
                raise table.file.problem(
                    (*table.where, "offer_first", at),
                    f"no prompt is in the set {plain(name)}{did_you_mean(name, sets)}",
                )
        return Cautions(
            never_first=frozenset(self._known(table, "never_first")),
            not_after_shock=frozenset(self._known(table, "not_after_shock")),
            shock_hours=table.number("shock_hours"),
            offer_first=offer_first,
            offer_last=frozenset(self._known(table, "offer_last")),
        )

    def _known(self, table: Table, key: str) -> tuple[str, ...]:
        names = table.texts(key)
        for at, name in enumerate(names):
            self._check_known(table, name, (*table.where, key, at))
        return names

    def _check_known(self, table: Table, name: str, where: Where) -> None:
        if name not in self._prompts:
            hint = did_you_mean(name, self._prompts)
            raise table.file.problem(where, f"no prompt has the id {plain(name)}{hint}")

    def paths(self, cautions: Cautions) -> dict[PathId, Path]:
        """All four, each once."""
        paths: dict[PathId, Path] = {}
        for table in self._top.tables("path"):
            path = self._path(table)
            if path.id in paths:
                raise table.problem("id", f"the path {path.id.value} is given twice")
            self._check_first(table, path, cautions)
            paths[path.id] = path
        if missing := _PATH_IDS - {path.value for path in paths}:
            raise self._top.problem("path", f"the path {min(missing)} is missing")
        return paths

    def _path(self, table: Table) -> Path:
        table.only("id", "name", "minutes", "suits", "steps")
        path_id = PathId(table.word("id", _PATH_IDS))
        steps: list[PathStep] = []
        named_so_far: set[str] = set()
        for at, value in enumerate(table.listed("steps")):
            where = (*table.where, "steps", at)
            step = self._step(table, value, where)
            if len(step.one_of) == 1:
                if step.one_of[0] in named_so_far:
                    raise table.file.problem(where, f"{step.one_of[0]} is in this path twice")
                named_so_far.add(step.one_of[0])
            steps.append(step)
        path = Path(
            id=path_id,
            name=table.text("name"),
            minutes=table.number("minutes") if "minutes" in table.values else None,
            suits=table.text("suits", ""),
            steps=tuple(steps),
        )
        if path_id is PathId.FREE and steps:
            raise table.problem("steps", "the path free has no steps: it is for writing with no questions")
        if path_id is not PathId.FREE and not path.writing_steps:
            raise table.problem("steps", f"the path {path_id.value} has no question to write about")
        return path

    def _step(self, table: Table, value: Any, where: Where) -> PathStep:
        if isinstance(value, str):
            self._check_known(table, value, where)
            return PathStep(one_of=(value,))
        if not isinstance(value, dict):
            raise table.file.problem(
                where, 'a step is a prompt\'s id in quotes, or { … }: see "Paths" in README.md'
            )
        step = Table(table.file, where, value)
        if "ask" in value:
            return self._own_question(step)
        if "one_of" in value:
            return self._one_of(step)
        return self._any_that_fit(step)

    def _own_question(self, step: Table) -> PathStep:
        step.only("id", "ask")
        own_id = named(step, "id")
        claim(step, own_id, self._given_at)
        return PathStep(id=own_id, ask=step.text("ask"))

    def _one_of(self, step: Table) -> PathStep:
        step.only("one_of")
        names = self._known(step, "one_of")
        if not names:
            raise step.problem("one_of", "“one_of” is empty")
        for at, name in enumerate(names):
            if name in SCREEN_PROMPTS:
                raise step.file.problem(
                    (*step.where, "one_of", at),
                    f"{name} belongs to the opening or closing screen and can only be a step of its own",
                )
        return PathStep(one_of=names)

    def _any_that_fit(self, step: Table) -> PathStep:
        step.only(*_CONDITIONS, "any", "one_of", "ask", "id")
        if not any(key in step.values for key in _CONDITIONS):
            raise step.problem("any", f"a step needs at least one of: ask, one_of, {', '.join(_CONDITIONS)}")
        chosen = step.flag("chosen_principle", default=False)
        if chosen and "set" in step.values:
            raise step.problem("set", "a step has either “set” or “chosen_principle”, not both")
        wanted = PathStep(
            set=step.text("set") if "set" in step.values else "",
            chosen_principle=chosen,
            about=step.word("about", ABOUT, ""),
            depth=step.word("depth", DEPTHS, "") if "depth" in step.values else "",
            purpose=purpose_of(step),
            count=step.number("any", 1),
        )
        self._check_enough(step, wanted)
        return wanted

    def _check_enough(self, step: Table, wanted: PathStep) -> None:
        for principle in Principle if wanted.chosen_principle else (None,):
            fitting = sum(wanted.fits(prompt, principle) for prompt in self._prompts.values())
            if fitting < wanted.count:
                of = f" for {principle.label}" if principle else ""
                raise step.file.problem(
                    step.where, f"the step asks for {wanted.count} and {fitting} prompts fit{of}"
                )

    def _check_first(self, table: Table, path: Path, cautions: Cautions) -> None:
        """Refuse a path whose first question could only be one that is never asked first."""
        for at, step in enumerate(path.steps):
            if step.screen_prompt:
                continue
            if step.ask:
                return
            fitting = [
                prompt
                for prompt in self._prompts.values()
                if any(step.fits(prompt, principle) for principle in Principle)
            ]
            if all(prompt.statement for prompt in fitting):
                continue
            if all(prompt.id in cautions.never_first for prompt in fitting):
                where = (*table.where, "steps", at)
                raise table.file.problem(
                    where, f"{fitting[0].id} may never be the first question of an entry"
                )
            return
