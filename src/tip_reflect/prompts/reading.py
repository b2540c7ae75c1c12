"""Reading a whole folder of packs into a library, or refusing it with the file, the line and the reason."""

from pathlib import Path
from types import MappingProxyType

from tip_reflect.errors import PackProblem
from tip_reflect.prompts.pack import SCREEN_PROMPTS, Library, Prompt
from tip_reflect.prompts.path_file import PathFile
from tip_reflect.prompts.prompt_files import GivenAt, read_prompts
from tip_reflect.prompts.strict import Table, open_table
from tip_reflect.prompts.word_files import read_check_in, read_notices, read_support

PATHS = "paths.toml"
NOTICES = "notices.toml"
CHECK_IN = "check-in.toml"
SUPPORT_START = "support-"
"""Contacts are for one region: support-scotland.toml."""


def packs_folder() -> Path:
    """The packs inside an installed tip-reflect, or the checkout's own prompts/."""
    here = Path(__file__).resolve()
    inside = here.parent / "packs"
    return inside if inside.is_dir() else here.parents[3] / "prompts"


def read_library(folder: Path) -> Library:
    """Everything in the folder's TOML files; other files are left alone. PackProblem where any is not right."""
    names = sorted(path.name for path in folder.glob("*.toml"))
    if not names:
        raise PackProblem(f"there are no prompt packs in the folder {folder.name}")
    support = [name for name in names if name.startswith(SUPPORT_START)]
    if len(support) != 1:
        found = ", ".join(support) or "none"
        raise PackProblem(f"one file of contacts is needed, named support-….toml; found: {found}")
    sets = [name for name in names if name not in {PATHS, NOTICES, CHECK_IN, *support}]
    given_at: GivenAt = {}
    prompts: dict[str, Prompt] = {}
    tops = [open_table(folder / name) for name in sets]
    for top in tops:
        prompts.update((prompt.id, prompt) for prompt in read_prompts(top, given_at))
    _check_screens(prompts, tops)
    path_file = PathFile(open_table(folder / PATHS), prompts, given_at)
    cautions = path_file.cautions()
    return Library(
        prompts=MappingProxyType(prompts),
        paths=MappingProxyType(path_file.paths(cautions)),
        cautions=cautions,
        notices=read_notices(open_table(folder / NOTICES)),
        check_in=read_check_in(open_table(folder / CHECK_IN)),
        support=read_support(open_table(folder / support[0])),
    )


def _check_screens(prompts: dict[str, Prompt], tops: list[Table]) -> None:
    """The opening and closing screens ask some prompts by their ids: a pack may reword them, not drop them."""
    for prompt_id in sorted(SCREEN_PROMPTS - prompts.keys()):
        screen = "opening" if prompt_id.startswith("open-") else "closing"
        reason = f"no prompt has the id {prompt_id}, which the {screen} screen asks"
        for top in tops:
            if top.values.get("set") == screen:
                raise top.problem("set", reason)
        raise PackProblem(f"{screen}.toml: {reason}")
