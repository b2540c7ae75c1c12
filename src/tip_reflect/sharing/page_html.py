"""A document as one HTML file: no script, nothing fetched, and readable where no style is applied.

Text goes through Jinja's escaping; a line end inside a text is `<br>`, so the source holds no newline in a text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tip_reflect.sharing.document import Document, Heading
from tip_reflect.sharing.fitting import fitted, title_of

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "page_template.html"
UNTITLED = "Page"
LONGEST_WORD = 24
"""A word in a table with more letters may go on in the next line."""


def write_html_page(document: Document) -> bytes:
    """UTF-8 with bare newlines. Raises TipReflectError for text that is none."""
    document = fitted(document)
    page = _template().render(
        title=title_of(document) or UNTITLED,
        edge=document.edge,
        has_a_long_word=_has_a_long_word,
        blocks=[(type(block).__name__, _level(block), block) for block in document.blocks],
    )
    return page.encode("utf-8")


def _level(block: object) -> int:
    return block.level if isinstance(block, Heading) else 0


def _has_a_long_word(words: str) -> bool:
    return any(len(word) > LONGEST_WORD for word in words.split())


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    source = Path(__file__).with_name(TEMPLATE).read_text(encoding="utf-8")
    around = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return around.from_string(source)
