"""A box for a few words: what stands in it is added to, never taken away by the first key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual.suggester import Suggester


class Box(Input):
    """An Input whose cursor waits at the end of its words, with none of them selected."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        suggester: Suggester | None = None,
        password: bool = False,
        id: str | None = None,
        name: str | None = None,
        compact: bool = False,
    ) -> None:
        super().__init__(
            value, placeholder, suggester=suggester, password=password, id=id, name=name, compact=compact,
            select_on_focus=False,
        )  # fmt: skip
