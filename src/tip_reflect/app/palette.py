"""Everything by name (Ctrl+P): just what can be done on this screen, from the one list of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tip_reflect.app.commands import PALETTE, Command, command_for

if TYPE_CHECKING:
    from textual.screen import Screen


def possible_commands(screen: Screen[object]) -> list[Command]:
    """What can be done here now, in the footer's order; each once."""
    found: list[Command] = []
    for active in screen.active_bindings.values():
        command = command_for(active.binding)
        if command and active.enabled and command is not PALETTE and command not in found:
            found.append(command)
    return found


class CommandsHere(Provider):
    """Offers the commands of the screen below the palette."""

    async def discover(self) -> Hits:
        for command in possible_commands(self.screen):
            yield DiscoveryHit(_name(command), partial(self._run, command), help=command.tip)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in possible_commands(self.screen):
            score = max(matcher.match(command.label), matcher.match(command.tip))
            if score > 0:
                yield Hit(
                    score, matcher.highlight(_name(command)), partial(self._run, command), help=command.tip
                )

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, self.screen)


def _name(command: Command) -> str:
    return f"{command.label}  {command.shown_keys}"
