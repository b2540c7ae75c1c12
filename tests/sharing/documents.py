"""Documents for tests: a whole pack, texts that are awkward in one form or another, and any that could be made."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import strategies as st

from tip_reflect.journal.entry import Moment
from tip_reflect.journal.pack import Pack, PackLine, Part, Want
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.document import Bullets, Document, Heading, NewPage, Paragraph, Room, Table

EDGE = "Not a case record. Please hand back or shred."
AWKWARD = [
    "# a heading\n## What told you?\n- Principle: Choice\n\n\n+ plus\n1. one\n2) two\n> said",
    "```\nan open fence\n~~~\n    four spaces\n\ta tab",
    "*stars* _lines_ **two** __two__ `code` ~~gone~~ ==marked== ^up^ ~down~ $maths$ $$more$$",
    "[a link](https://example.org) <https://example.org> www.example.org a@example.org [^1] [[wiki]] ![p](q)",
    "[x]: https://example.org\n[^1]: a note\n: a definition\n%% gone %%\n#tag @name :smile: :100: {{ it }} {% if %}",
    "<script>alert(1)</script> <!-- x --> <b>bold</b> &amp; &lt; &#65; ]]> <![CDATA[ x ]]> <?xml?> </p></body>",
    '#panic() #read("/etc/passwd") $x^2$ @label <label> = Heading\n- item\n#import "@preview/x:0.1.0": *',
    "a\\b \\* \\\\ \\n C:\\Users\\ \\| a | b |\n| --- |\n---\n===\n***\n___\n- - -",
    "--- -- ... (c) (R) (tm) +- \"straight\" 'quotes' “curly” ‘ones’",
    "ends in spaces   \nand tabs\t\n  begins with them\n\n\nthree lines on",
    "carriage\rreturns\r\nof both kinds\x0bvertical\x0cform\x85next\u2028line\u2029paragraph",
    "\x00 nul \x1b[31mred\x1b[0m \x9b31m \x07 \x7f \ufffe \uffff",
    "مرحبا بالعالم\nעברית 123 abc\n\u202eright to left\u202c \u2066and\u2069 \ufeff",  # noqa: RUF001
    "Łódź żółw gęś, Gàidhlig: chì mi às ùr, Éire, naïve, \u0301 e\u0301",
    "🌳 👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ① ½ ● ■ ◆ ▲ ★",
    "\u00a0a space that stays\u00a0\n\u2003wide\u2003\n\u200bnone\u200b",
    "{{ 7 * 7 }} {% raw %} {0} %s %(x)s ${x}",
    "x" * 10_000,
]
pieces = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text("ab \t\n*_-+#>|`~[]()<>&:;.!=\\0123456789", max_size=12),
    st.sampled_from(
        ["\n", "\r\n", "\n\n", "  ", "\t", "**", "- ", "1. ", "---", "&#32;", "www.", "  \n", "\\\n"]
    ),
    st.sampled_from(AWKWARD[:-1]),
)
texts = st.lists(pieces, max_size=5).map("".join)
blocks = st.one_of(
    st.builds(Heading, texts, st.integers(1, 6)),
    st.builds(Paragraph, texts, st.booleans()),
    st.builds(Bullets, st.lists(texts, max_size=3).map(tuple)),
    st.integers(1, 3).flatmap(
        lambda wide: st.builds(
            Table,
            st.tuples(*[texts] * wide),
            st.lists(st.tuples(*[texts] * wide), max_size=3).map(tuple),
        )
    ),
    st.builds(Room, st.integers(0, 3)),
    st.just(NewPage()),
)
documents = st.builds(Document, st.lists(blocks, max_size=6).map(tuple), texts)


def page(*texts: str) -> Document:
    """Each text as a paragraph, in a list and in a table."""
    return Document(
        (
            Heading("A page", level=1),
            *(Paragraph(text) for text in texts),
            Bullets(texts),
            Table(("What", "Words"), tuple(("it", text) for text in texts)),
        ),
        edge=EDGE,
    )


def whole_pack(**what: object) -> Pack:
    """A pack with something in each of its parts."""

    def lines(part: Part, *texts: str) -> tuple[PackLine, ...]:
        return tuple(PackLine(part=part, text=text, source=UUID(int=7)) for text in texts)

    known: dict[str, object] = {
        "want": Want.FRESH_EYES,
        "question": "How do I stay alongside someone who goes quiet?",
        "lines": (
            *lines(Part.BRIEF, "We get on well.", "The older child stopped going in.\nNobody asked why."),
            *lines(Part.TRIED, "I asked what mornings are like."),
            *lines(Part.WORKED, "Walking side by side."),
            *lines(Part.IMPACT, "I put off ringing."),
        ),
        "with_impact": True,
        "lens": Principle.COLLABORATION,
        "please_do_not": "Tell me what the law says.",
        "hard_to_hear": True,
        "theme": "a frightened child",
        **what,
    }
    made = Moment(at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
    return Pack(id=UUID(int=1), made=made, **known)  # type: ignore[arg-type]
