"""Learning lines and files of them for tests: any that a person could write, and any that could be handed over."""

from random import Random

from hypothesis import strategies as st

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.learning_file import SharedLine, tidy, write_learning

PRINCIPLES = st.sampled_from((None, *Principle))
STATEMENTS = st.sampled_from((None, *Statement))


def _tidied(text):
    try:
        return tidy(text)
    except TipReflectError:
        return None


any_text = st.text(max_size=80).map(_tidied).filter(bool)
plain_text = st.text("abcA éß\n.,;", min_size=1, max_size=12).map(_tidied).filter(bool)
"""Short words of few letters, so that the same ones come again in another case and spacing."""


def lines_of(texts):
    return st.builds(SharedLine, text=texts, principle=PRINCIPLES, statement=STATEMENTS)


any_line = lines_of(any_text)
some_files = st.lists(st.lists(lines_of(plain_text), max_size=5), max_size=14)


def line(text, principle=None, statement=None):
    return SharedLine(text=text, principle=principle, statement=statement)


def write_files(folder, files):
    """A file for each, named by its number."""
    paths = []
    for number, lines in enumerate(files):
        path = folder / f"{number:05}.txt"
        path.write_bytes(write_learning(lines, Random(number)))
        paths.append(path)
    return paths
