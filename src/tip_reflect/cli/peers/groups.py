"""A command that holds commands, and does the usual one where none of them is named."""

from __future__ import annotations

from typing import Any

import click


class UsualGroup(click.Group):
    """`threads --json` means `threads list --json`: what names no command of the group goes to its usual one."""

    def __init__(self, *args: Any, usual: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usual = usual

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or not (args[0] in self.commands or args[0] in ctx.help_option_names):
            args = [self.usual, *args]
        return super().parse_args(ctx, args)
