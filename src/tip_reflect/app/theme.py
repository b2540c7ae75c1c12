"""The four looks: dusk, daylight, high contrast, and the terminal's own colours.

Dusk and daylight are measured: every pair of text and ground is at least 5.4:1 (ARCHITECTURE, Colours).
"""

from __future__ import annotations

from textual.theme import Theme

from tip_reflect.journal.principles import Principle

MUTED = "muted"


def principle_variable(principle: Principle) -> str:
    """The name of the theme variable that holds a principle's colour."""
    return f"principle-{principle.value}"


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    panel: str,
    text: str,
    muted: str,
    primary: str,
    accent: str,
    error: str,
    principles: tuple[str, str, str, str, str],
    edge: str,
    ansi: bool = False,
) -> Theme:
    variables = {
        MUTED: muted,
        "edge": edge,
        "footer-background": panel,
        "footer-foreground": text,
        "footer-key-foreground": accent,
        "footer-description-foreground": text,
        "footer-item-background": panel,
        "footer-key-background": panel,
        "footer-description-background": panel,
        "block-cursor-background": accent,
        "block-cursor-foreground": background if not ansi else "ansi_black",
        "input-cursor-background": text if not ansi else "ansi_white",
        "input-cursor-foreground": background if not ansi else "ansi_black",
        "input-cursor-text-style": "none",
        "input-selection-background": f"{primary} 35%" if not ansi else "ansi_bright_blue",
        "screen-selection-background": f"{primary} 35%" if not ansi else "ansi_bright_blue",
        "screen-selection-foreground": text if not ansi else "ansi_black",
        "scrollbar": edge,
        "scrollbar-hover": muted,
        "scrollbar-active": primary,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border": primary,
        "border-blurred": edge,
        **{principle_variable(one): colour for one, colour in zip(Principle, principles, strict=True)},
    }
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        background=background,
        surface=surface,
        panel=panel,
        boost=surface,
        foreground=text,
        primary=primary,
        secondary=primary,
        accent=accent,
        warning=accent,
        error=error,
        success=primary,
        text_alpha=1.0,
        variables=variables,
    )


DUSK = _theme(
    "dusk",
    dark=True,
    background="#14181c",
    surface="#1b2127",
    panel="#242c34",
    text="#e8e3da",
    muted="#a9a79f",
    primary="#8cc5b2",
    accent="#e5b877",
    error="#ef9a92",
    principles=("#84c7e8", "#b9b8f5", "#edc97f", "#93d3a8", "#f2a99f"),
    edge="#3a444e",
)
DAYLIGHT = _theme(
    "daylight",
    dark=False,
    background="#fbf8f3",
    surface="#f3eee5",
    panel="#e9e2d6",
    text="#22272b",
    muted="#565a5e",
    primary="#25614f",
    accent="#7d4e0c",
    error="#9c2b23",
    principles=("#185a80", "#4a479c", "#765000", "#24613a", "#95352c"),
    edge="#c9bfae",
)
HIGH_CONTRAST = _theme(
    "high-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text="#ffffff",
    muted="#e0e0e0",
    primary="#7ff0ff",
    accent="#ffe14d",
    error="#ffb3b3",
    principles=("#8fdcff", "#d6d4ff", "#ffe08a", "#a5f5bd", "#ffc4bb"),
    edge="#ffffff",
)
TERMINAL = _theme(
    "terminal",
    dark=True,
    ansi=True,
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    text="ansi_default",
    muted="ansi_default",
    primary="ansi_green",
    accent="ansi_yellow",
    error="ansi_red",
    principles=("ansi_cyan", "ansi_blue", "ansi_yellow", "ansi_green", "ansi_magenta"),
    edge="ansi_default",
)

THEMES: tuple[Theme, ...] = (DUSK, DAYLIGHT, HIGH_CONTRAST, TERMINAL)
