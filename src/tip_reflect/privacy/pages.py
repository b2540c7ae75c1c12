"""A text read word by word, for recognisers that judge a word by its neighbours.

A recogniser looks a bounded way ahead and behind, so that time grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tip_reflect.privacy.plain_signs import Later, plain

_WORD = re.compile(r"[^\W_]+")


class Page(NamedTuple):
    """The text being read, as given and in plain signs, with where its words stand."""

    text: str
    low: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def gap(self, i: int) -> str:
        """What stands between word `i - 1` and word `i`."""
        return self.low[self.ends[i - 1] : self.starts[i]] if i else ""

    def before(self, i: int, back: int = 1) -> str:
        """The word `back` words before word `i`, or nothing when a mark stands between them."""
        j = i - back
        if j < 0:
            return ""
        for k in range(j, i):
            gap = self.low[self.ends[k] : self.starts[k + 1]]
            if not gap.isspace() and gap != "'":
                return ""
        return self.words[j]

    def after(self, i: int) -> str:
        if i + 1 >= len(self.words) or not self.low[self.ends[i] : self.starts[i + 1]].isspace():
            return ""
        return self.words[i + 1]

    def capital(self, i: int) -> bool:
        return self.text[self.starts[i]].isupper()


def read(text: str) -> Page:
    """The text in plain signs, and its words."""
    low = plain(text)
    found = list(_WORD.finditer(low))
    return Page(
        text,
        low,
        [word[0] for word in found],
        [word.start() for word in found],
        [word.end() for word in found],
    )


# What may come after a time, a day or an age that stands alone. A noun there makes it a count: "at two homes".
_CLOSED = (
    "and an but so or to tae for fur fir when whan the i we she he they it you ye with wi on in because becuase as then "
    "than after before that which who my her his their our was wis is iz were wur has had have hae hid if at by bi from fae "
    "till til until again while though since sharp ish instead just jist now soon today yesterday tomorrow this last next nxt "
    "every each not no about got came went said says did didn didnae there where also too only still she'd he'd they'd mum "
    "dad cos cause coz plus onwards except tmrw tonight afore noo wance oot awa efter oan herself himself hersel himsel yin anyway either comma full "
    "without what how all aw both sat asked asks rang phoned wanted wants everyone nobody myself ah a over under "
    "whose cannot can canny cannae won't will would could should never always already like lik maybe mibbe wasn't isn't doesn't "
    "nae gonna gonnae tho lol omg yet ago out off up down back him them me us exactly taken born goes goin gaun looked looks told tells thinks thought"
)
_STOPS = Later(
    rf"\s{{0,3}}(?:$|[^\w\s£$%'°/]|(?:{'|'.join(sorted(set(_CLOSED.split()), key=len, reverse=True))})\b|\sw/"
    r"|(?!meeting|hearing|training|dressing|building|cooling|feeding|sitting|sibling|evening|morning|thing|pudding|ring|king)"
    r"[a-z]{2,9}(?:ing|in')\b)|\s*\n"
)


def stands_alone(low: str, end: int) -> bool:
    """True when no noun follows, so that a number before `end` is not counting something."""
    return _STOPS.match(low, end) is not None


def misspelt(name: str) -> Iterator[str]:
    """The name with one letter lost, doubled or changed places."""
    for i in range(len(name)):
        yield name[:i] + name[i + 1 :]
        yield name[:i] + name[i] + name[i:]
        yield name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]
