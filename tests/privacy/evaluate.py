"""Prints how well the finder does, with the targets of issue 3 beside each figure.

    python tests/privacy/evaluate.py [--part develop|report] [--ids S] [--misses N] [--presidio] [--corpora]

`--part report` (what is published) never prints a text, only counts. `--presidio` runs the same texts through Presidio
in an environment of its own. `--corpora` adds the public corpora in the folder that TIP_REFLECT_CORPORA names.
"""

import argparse
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import targets
from comparing_presidio import Presidio, compared
from finding_ours import block_sockets, found_by_us, watched_recall
from making_corpus import SEEDS, for_each_origin, made
from pacing import data_bytes, our_seconds, pieces_of_300_words, ready_seconds
from reading_corpus import NOTHING, Annotated, read_part
from reading_public import FOLDER, read_public
from scoring import (
    Found,
    Hit,
    Judged,
    burden,
    decisions_in_named,
    false_alarms,
    judged,
    misses,
    origin_gap,
    precision,
    recall_by,
)
from tables import at_least, at_most, share, table

from tip_reflect.privacy.finding import Level

TIMED_PIECES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The same texts judged on our findings and, where it was asked for, on Presidio's."""

    title: str
    ours: Judged
    presidio: Judged | None


def main() -> None:
    asked = _arguments()
    written = tuple(text for text in read_part(asked.part) if text.id.startswith(asked.ids))
    sets = {
        "hand-written": written,
        "made": made(written, asked.part, Random(SEEDS[asked.part])),
        "by origin": tuple(for_each_origin(written, asked.part, Random(SEEDS[asked.part] + 1))),
    }
    public = read_public() if asked.corpora else {}
    timed = pieces_of_300_words(written)[:TIMED_PIECES]
    ready = ready_seconds()
    everything = {**sets, **public}
    ours = our_seconds([text.text for text in written], timed)
    theirs = _ask_presidio(everything, timed) if asked.presidio else None
    block_sockets()

    results = {name: _compare(name, texts, theirs) for name, texts in everything.items()}
    print(f"part: {asked.part}; {'; '.join(f'{name}: {len(texts)} texts' for name, texts in sets.items())}")
    if theirs:
        print(f"beside it: {theirs.whole.name}")
    for name in ("hand-written", "made"):
        print(by_kind(results[name]))
        print(by_tier(results[name]))
        print(by_register(results[name]))
        print(rightness(results[name]))
        print(burdens(results[name]))
    print(by_origin(results["by origin"]))
    print(watched(written))
    if asked.corpora:
        print(
            public_people([results[name] for name in public])
            if public
            else f"\n{FOLDER} names no folder with corpora"
        )
    print(pace(ours, theirs.whole if theirs else None, ready, len(timed)))
    for name in ("hand-written", "made"):
        print(worst(results[name], asked.misses, in_words=asked.part == "develop"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well the finder does, beside the targets.")
    parser.add_argument("--part", choices=tuple(SEEDS), default="develop")
    parser.add_argument(
        "--ids", default="", metavar="S", help="only the texts whose id begins so: s7 is the last set"
    )
    parser.add_argument("--misses", type=int, default=25, metavar="N", help="how many worst misses to print")
    parser.add_argument(
        "--presidio", action="store_true", help="run Presidio on the same texts, in its own environment"
    )
    parser.add_argument("--corpora", action="store_true", help=f"add the public corpora below {FOLDER}")
    return parser.parse_args()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Theirs:
    """Presidio's findings, cut up again by set."""

    whole: Presidio
    by_set: dict[str, tuple[tuple[Found, ...], ...]]


def _ask_presidio(sets: dict[str, tuple[Annotated, ...]], timed: Sequence[str]) -> _Theirs:
    answer = compared([text.text for texts in sets.values() for text in texts], timed)
    by_set = {}
    at = 0
    for name, texts in sets.items():
        by_set[name] = answer.findings[at : at + len(texts)]
        at += len(texts)
    return _Theirs(whole=answer, by_set=by_set)


def _compare(name: str, texts: tuple[Annotated, ...], theirs: _Theirs | None) -> Compared:
    return Compared(
        title=name,
        ours=judged(texts, [found_by_us(text.text) for text in texts]),
        presidio=judged(texts, theirs.by_set[name]) if theirs else None,
    )


_RECALL = (
    "n",
    "whole",
    "target",
    "",
    "characters",
    "sure whole",
    "sure chars",
    "as its kind",
    "presidio",
    "p. chars",
)


def _recall_rows(
    result: Compared,
    key: Callable[[Hit], str],
    target: Callable[[str], float | None],
    keep: Callable[[Hit], bool] = lambda _: True,
) -> Iterable[tuple[str, ...]]:
    """A row a group, by name; Presidio's two columns are empty where it was not asked."""
    ours = recall_by(filter(keep, result.ours.hits), key)
    theirs = recall_by(filter(keep, result.presidio.hits), key) if result.presidio else {}
    for name in sorted(ours):
        mine, other, wanted = ours[name], theirs.get(name), target(name)
        yield (
            name,
            str(mine.count),
            share(mine.whole),
            share(wanted),
            at_least(mine.whole, wanted),
            share(mine.characters),
            share(mine.sure_whole),
            share(mine.sure_characters),
            share(mine.as_its_kind),
            share(other.whole if other else None),
            share(other.characters if other else None),
        )


def _no_target(_: str) -> None:
    return None


def by_kind(result: Compared) -> str:
    rows = _recall_rows(result, lambda hit: hit.gold.label, targets.WHOLE_BY_LABEL.get)
    return table(f"{result.title}: recall by kind, found whole, %", ("kind", *_RECALL), rows)


def by_tier(result: Compared) -> str:
    rows = _recall_rows(result, lambda hit: f"tier {hit.gold.tier.value}", _no_target)
    return table(f"{result.title}: recall by tier, %", ("tier", *_RECALL), rows)


def by_register(result: Compared) -> str:
    people = _recall_rows(
        result, lambda hit: hit.register, targets.people_in, keep=lambda hit: hit.gold.label == "person"
    )
    named = table(f"{result.title}: people's names by register, %", ("register", *_RECALL), people)
    everything = _recall_rows(
        result, lambda hit: hit.register, _no_target, keep=lambda hit: hit.gold.tier.value < 3
    )
    return (
        named
        + "\n"
        + table(f"{result.title}: tiers 1 and 2 by register, %", ("register", *_RECALL), everything)
    )


def by_origin(result: Compared) -> str:
    ours, gap = origin_gap(result.ours.hits)
    theirs, their_gap = origin_gap(result.presidio.hits) if result.presidio else ({}, None)
    rows = [
        (
            name,
            str(mine.count),
            share(mine.whole),
            share(mine.sure_whole),
            share(theirs[name].whole if theirs else None),
        )
        for name, mine in ours.items()
    ]
    verdict = at_most(gap, targets.ORIGIN_GAP)
    rows.append(
        (
            "gap, worst to best",
            f"<= {share(targets.ORIGIN_GAP)}",
            f"{share(gap)} {verdict}",
            "",
            share(their_gap),
        )
    )
    title = "people's names by origin, the same texts for each, found whole, %"
    return table(title, ("origin", "n", "whole", "sure whole", "presidio"), rows)


def rightness(result: Compared) -> str:
    """Precision of sure findings, in texts with something to find."""
    both = [result.ours, *([result.presidio] if result.presidio else [])]
    groups: list[tuple[str, list[tuple[int, float] | None]]] = [
        ("all", [precision(each.alarms) for each in both])
    ]
    groups += [
        (kind.value, [precision(alarm for alarm in each.alarms if alarm.kind is kind) for each in both])
        for kind in sorted({alarm.kind for alarm in result.ours.alarms})
    ]
    for register in sorted({text.register for text in result.ours.texts} - {NOTHING}):
        found = [precision(alarm for alarm in each.alarms if alarm.register == register) for each in both]
        groups.append((f"register {register}", found))
    rows = [
        (
            name,
            str(figures[0][0]),
            share(figures[0][1]),
            share(targets.PRECISION) if name == "all" else "",
            at_least(figures[0][1], targets.PRECISION) if name == "all" else "",
            share(figures[1][1]) if len(figures) > 1 and figures[1] else "",
        )
        for name, figures in groups
        if figures[0]
    ]
    return table(
        f"{result.title}: precision of sure, %", ("findings", "n", "right", "target", "", "presidio"), rows
    )


def burdens(result: Compared) -> str:
    quiet = [text for text in result.ours.texts if text.register == NOTHING]
    mine = burden(result.ours)
    row = (
        f"{len(quiet)} texts with nothing to find",
        _number(burden(result.ours, (Level.SURE,))),
        _number(mine),
        _number(targets.BURDEN),
        at_most(mine, targets.BURDEN),
        _number(burden(result.presidio)) if result.presidio else "",
    )
    title = f"{result.title}: distinct decisions in 300 words"
    quiet_table = table(title, ("", "sure", "sure and look", "target", "", "presidio"), [row])
    named = [decisions_in_named(each) for each in (result.ours, result.presidio) if each]
    rows = [
        (what, *(_number(figures[at] if figures else None) for figures in named))
        for at, what in enumerate(("all", "about nothing that should be found"))
    ]
    title = f"{result.title}: distinct decisions in 300 words of texts with something to find"
    return quiet_table + "\n" + table(title, ("", "ours", "presidio")[: len(named) + 1], rows)


def watched(texts: Sequence[Annotated]) -> str:
    rows = [
        (
            form,
            str(found.count),
            share(found.whole),
            share(targets.PERSON_WATCHED),
            at_least(found.whole, 1.0),
        )
        for form, found in watched_recall(texts).items()
    ]
    return table(
        "hand-written: names on the writer's own list, %", ("written", "n", "whole", "target", ""), rows
    )


def public_people(results: Sequence[Compared]) -> str:
    rows = [
        row
        for result in results
        for row in _recall_rows(
            result,
            lambda hit: f"{hit.register} {hit.gold.label}",
            lambda name: targets.people_in_public(name) if name.endswith(" person") else None,
            keep=lambda hit: hit.gold.label in {"person", "place", "organisation"},
        )
    ]
    rightly = [
        (f"{result.title} sure precision", *_precision_cells(result), *[""] * (len(_RECALL) - 4))
        for result in results
    ]
    return table("public corpora, %", ("corpus", *_RECALL), [*rows, *rightly])


def _precision_cells(result: Compared) -> tuple[str, str, str, str]:
    count, right = precision(result.ours.alarms) or (0, None)
    return str(count), share(right), share(targets.PRECISION), at_least(right, targets.PRECISION)


def pace(ours: Mapping[str, float], presidio: Presidio | None, ready: float, pieces: int) -> str:
    """Both finders on the same pieces of 300 words, and what ours needs to begin."""
    theirs = statistics.median(presidio.seconds) if presidio else 0.0
    rows = [
        (
            f"300 words, median of {pieces}, ms",
            f"{1000 * ours['spotted']:.2f}",
            f"{1000 * targets.SECONDS_300_WORDS:.0f}",
            at_most(ours["spotted"], targets.SECONDS_300_WORDS),
            f"{1000 * theirs:.1f}" if presidio else "",
        ),
        (
            "with other words to say instead, ms",
            f"{1000 * ours['find']:.2f}",
            f"{1000 * targets.SECONDS_300_WORDS:.0f}",
            at_most(ours["find"], targets.SECONDS_300_WORDS),
            "",
        ),
    ]
    if presidio:
        faster = theirs / ours["spotted"]
        rows += [
            (
                "times faster",
                f"{faster:.1f}",
                f"{targets.TIMES_FASTER:.0f}",
                at_least(faster, targets.TIMES_FASTER),
                "",
            ),
            ("times faster, with other words", f"{theirs / ours['find']:.1f}", "", "", ""),
        ]
    rows += [
        (
            "ready: import and first find, ms",
            f"{1000 * ready:.0f}",
            f"{1000 * targets.READY_SECONDS:.0f}",
            at_most(ready, targets.READY_SECONDS),
            f"{1000 * presidio.ready:.0f}" if presidio else "",
        ),
        (
            "packaged data, MB",
            f"{data_bytes() / 1e6:.2f}",
            f"{targets.DATA_BYTES / 1e6:.0f}",
            at_most(data_bytes(), targets.DATA_BYTES),
            "",
        ),
    ]
    return table("pace, sockets blocked", ("", "ours", "target", "", "presidio"), rows)


def worst(result: Compared, count: int, *, in_words: bool) -> str:
    """The worst misses and the commonest false alarms: in words for develop, only how many for report."""
    missed = misses(result.ours.hits)
    false = false_alarms(result.ours.alarms)
    if not in_words:
        by_label = Counter(hit.gold.label for hit in missed)
        by_kind = Counter((kind, level) for _, kind, level in false.elements())
        return "\n".join(
            (
                table(
                    f"{result.title}: misses",
                    ("kind", "n"),
                    [(label, str(n)) for label, n in by_label.most_common()],
                ),
                table(
                    f"{result.title}: false alarms",
                    ("kind", "level", "n"),
                    [(kind.value, level.value, str(n)) for (kind, level), n in by_kind.most_common()],
                ),
            )
        )
    return "\n".join(
        (
            table(
                f"{result.title}: worst misses, {min(count, len(missed))} of {len(missed)}",
                ("text", "kind", "words", "around"),
                [(hit.id, hit.gold.label, hit.words, hit.around) for hit in missed[:count]],
            ),
            table(
                f"{result.title}: most frequent false alarms",
                ("words", "kind", "level", "n"),
                [
                    (words, kind.value, level.value, str(n))
                    for (words, kind, level), n in false.most_common(count)
                ],
            ),
        )
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    main()
