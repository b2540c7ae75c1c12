"""The `tip-reflect` command and the names of its commands, each loaded only when it is used."""

from __future__ import annotations

from importlib import import_module

import click

from tip_reflect import __version__
from tip_reflect.cli.surroundings import Surroundings, find_surroundings

COMMANDS: dict[str, str] = {
    "init": "tip_reflect.cli.commands.init",
    "write": "tip_reflect.cli.commands.write",
    "add": "tip_reflect.cli.commands.add",
    "list": "tip_reflect.cli.commands.list",
    "show": "tip_reflect.cli.commands.show",
    "search": "tip_reflect.cli.commands.search",
    "check": "tip_reflect.cli.commands.check",
    "watch": "tip_reflect.cli.commands.watch",
    "mark": "tip_reflect.cli.commands.mark",
    "pack": "tip_reflect.cli.commands.pack",
    "read": "tip_reflect.cli.commands.read",
    "bring-back": "tip_reflect.cli.commands.bring_back",
    "checkin": "tip_reflect.cli.commands.checkin",
    "export": "tip_reflect.cli.commands.export",
    "learning": "tip_reflect.cli.commands.learning",
    "cpd": "tip_reflect.cli.commands.cpd",
    "delete": "tip_reflect.cli.commands.delete",
    "tags": "tip_reflect.cli.commands.names",
    "threads": "tip_reflect.cli.commands.threads",
    "passphrase": "tip_reflect.cli.commands.passphrase",
    "recover": "tip_reflect.cli.commands.recover",
    "verify": "tip_reflect.cli.commands.verify",
    "settings": "tip_reflect.cli.commands.settings",
    "doctor": "tip_reflect.cli.commands.doctor",
}
"""Name to module; the module holds a command object of that name, with `_command` after it.

bring-back is bring_back_command.
"""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is run or its help is shown."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), f"{cmd_name.replace('-', '_')}_command")
        if not isinstance(command, click.Command):
            raise TypeError(COMMANDS[cmd_name])
        return command


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--demo", is_flag=True, help="Open an invented journal that leaves nothing behind.")
@click.version_option(__version__, prog_name="tip-reflect", message="%(prog)s %(version)s")
@click.pass_context
def tip_reflect(ctx: click.Context, demo: bool) -> int | None:
    """A private, encrypted place to reflect on your work.

    With no command, opens the journal on the whole screen.

    \b
    The journal is in TIP_REFLECT_HOME, or in your own data folder.
    The passphrase is asked for on the terminal, or comes from the file that
    TIP_REFLECT_PASSPHRASE_FILE names, or from what the command in
    TIP_REFLECT_PASSPHRASE_COMMAND prints. It is never an argument.

    \b
    Exit codes: 0 done, 1 refused with a sentence, 2 usage,
    3 wrong passphrase or recovery words, 4 damaged.
    """  # noqa: D301  click reads this backspace as: keep these lines apart
    if not isinstance(ctx.obj, Surroundings):
        ctx.obj = find_surroundings()
    if ctx.invoked_subcommand is not None:
        if demo:
            raise click.UsageError(
                "--demo opens the app on an invented journal, so it takes no command.", ctx
            )
        return None
    from tip_reflect.cli.starting_app import start_app, start_demo

    return start_demo(ctx.obj) if demo else start_app(ctx.obj)
