"""The colours: exactly those of the design, and every text readable on every ground."""

import re
from itertools import product
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tip_reflect.app import theme
from tip_reflect.app.app import ReflectApp, Surroundings
from tip_reflect.app.theme import DAYLIGHT, DUSK, HIGH_CONTRAST, MUTED, THEMES, principle_variable
from tip_reflect.clock import system_clock
from tip_reflect.journal.principles import Principle
from tip_reflect.places import Places
from tip_reflect.settings import THEMES as NAMES

LEAST = 5.4
DESIGN = {
    "dusk": {
        "background": "#14181c", "surface": "#1b2127", "panel": "#242c34", "foreground": "#e8e3da",
        "muted": "#a9a79f", "primary": "#8cc5b2", "accent": "#e5b877", "error": "#ef9a92",
        "safety": "#84c7e8", "trustworthiness": "#b9b8f5", "choice": "#edc97f",
        "collaboration": "#93d3a8", "empowerment": "#f2a99f",
    },
    "daylight": {
        "background": "#fbf8f3", "surface": "#f3eee5", "panel": "#e9e2d6", "foreground": "#22272b",
        "muted": "#565a5e", "primary": "#25614f", "accent": "#7d4e0c", "error": "#9c2b23",
        "safety": "#185a80", "trustworthiness": "#4a479c", "choice": "#765000",
        "collaboration": "#24613a", "empowerment": "#95352c",
    },
}  # fmt: skip


def colours_of(one):
    return {
        **{
            name: getattr(one, name)
            for name in ("background", "surface", "panel", "foreground", "primary", "accent", "error")
        },
        "muted": one.variables[MUTED],
        **{principle.value: one.variables[principle_variable(principle)] for principle in Principle},
    }


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_the_usual_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("one", [DUSK, DAYLIGHT], ids=lambda one: one.name)
def test_the_colours_are_those_of_the_design(one):
    assert colours_of(one) == DESIGN[one.name]


@pytest.mark.parametrize("one", [DUSK, DAYLIGHT, HIGH_CONTRAST], ids=lambda one: one.name)
def test_every_text_is_readable_on_every_ground(one):
    colours = colours_of(one)
    grounds = ("background", "surface", "panel")
    for text, ground in product(sorted(set(colours) - set(grounds)), grounds):
        assert contrast(colours[text], colours[ground]) >= LEAST, f"{text} on {ground}"
    for text in ("primary", *(principle.value for principle in Principle)):
        # A chosen word with the keys on it stands in reverse.
        assert contrast(colours["background"], colours[text]) >= LEAST


def test_the_settings_know_exactly_these_themes():
    assert tuple(one.name for one in THEMES) == NAMES


def test_the_mark_of_each_principle_is_its_own():
    assert len({principle.mark for principle in Principle}) == len(Principle)


def _styles():
    folder = Path(theme.__file__).parent
    return [folder / "tip_reflect.tcss", *folder.rglob("*.py")]


@pytest.mark.parametrize("name", [*NAMES, "textual-dark", "textual-light"])
def test_every_colour_that_a_style_names_exists_under_every_theme(name, tmp_path):
    app = ReflectApp(Surroundings(places=Places(tmp_path), clock=system_clock))
    app.theme = name
    known = app.get_css_variables()
    used = set()
    for file in _styles():
        used |= set(re.findall(r"\$([a-z][a-z-]*[a-z])", file.read_text(encoding="utf-8")))
    used -= {"principle-"}
    assert {"muted", "edge", "primary"} <= used
    assert used <= set(known), used - set(known)
    for principle in Principle:
        assert principle_variable(principle) in known


def test_no_style_names_a_colour_but_through_the_theme():
    for file in _styles():
        if file.name == "theme.py":
            continue
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9a-fA-F]{6}\b|\brgba?\(", text), file.name


def test_textuals_own_themes_are_not_changed():
    plain = App()
    assert plain.available_themes["textual-dark"] == BUILTIN_THEMES["textual-dark"]
    assert not {one.name for one in THEMES} & set(BUILTIN_THEMES)
