"""Our own finder in the scorer's terms, with every way out of this process shut."""

import sys
from collections.abc import Sequence

from reading_corpus import Annotated
from rewriting import called, lowered, names_only, shouted
from scoring import Found, Recall, judged, recall

_REACHING_OUT = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostby", "socket.sendto")


class ReachedOutError(Exception):
    """The finder tried to use the network."""


def block_sockets() -> None:
    """From here on anything in this process that uses the network fails. It cannot be undone."""

    def refuse(event: str, _: object) -> None:
        if event.startswith(_REACHING_OUT):
            raise ReachedOutError(event)

    sys.addaudithook(refuse)


def found_by_us(text: str) -> list[Found]:
    from tip_reflect.privacy.check import find

    return [Found(each.start, each.end, each.kind, each.level) for each in find(text)]


def watched_recall(texts: Sequence[Annotated]) -> dict[str, Recall]:
    """Recall of names that stand on the writer's own list, as written, in small letters and in capitals.

    The list holds what each person is called, without title or kin word, and only that is looked for.
    """
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.check import find

    def with_list(text: Annotated, names: Annotated) -> list[Found]:
        called_so = dict.fromkeys(called(piece.words) for piece in names.pieces if piece.label == "person")
        watched = [WatchedName(words=words) for words in called_so if words]
        return [Found(each.start, each.end, each.kind, each.level) for each in find(text.text, watched)]

    people = [named for text in texts if (named := names_only(text)).gold]
    forms = {
        "as written": people,
        "no capitals": [lowered(text, id=text.id) for text in people],
        "all capitals": [shouted(text, id=text.id) for text in people],
    }
    results = {}
    for form, written in forms.items():
        findings = [with_list(text, names) for text, names in zip(written, people, strict=True)]
        found = recall(judged(written, findings).hits)
        if found:
            results[form] = found
    return results
