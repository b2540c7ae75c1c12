"""Kills the app while someone types, again and again, and proves each time what is lost and what is not.

    python tests/terminal/kill_loop.py --kills 20 [--seed S]

In a real terminal, words are typed at the pace of a fast typist; at a random moment the program is killed with
SIGKILL. Then the journal must open, must be sound, must hold every key that was sent more than a second before the
kill, in order, and every earlier entry unchanged. The next round opens it again in the app. Exit code 1 on failure.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from a_worker import Worker, unlock

AT_MOST = 1.0
"""Seconds of typing that a kill may cost."""
PACE = (0.02, 0.11)
LONGEST = 2.4
WORDS = (
    "after",
    "the",
    "visit",
    "we",
    "stood",
    "by",
    "gate",
    "and",
    "heron",
    "went",
    "over",
    "river",
    "nothing",
)


class Lost(AssertionError):
    """A kill cost more than it may."""


@dataclass
class Desk:
    """One journal, and what must be in it."""

    worker: Worker
    random: random.Random
    kept: dict = field(default_factory=dict)

    def round(self):
        """Open, type, kill, look. Gives a line that says how it went; raises Lost."""
        with self.worker.app() as terminal:
            unlock(terminal)
            terminal.press("a")  # as last time: straight to an empty page
            terminal.wait_for("Just write. No questions.")
            terminal.wait_for_cursor("│")
            sent = self._type(terminal, self.random.uniform(0.2, LONGEST))
            terminal.signal(signal.SIGKILL)
            killed = time.monotonic()
            terminal.wait_for_end()
        return self._look(sent, killed)

    def _type(self, terminal, seconds):
        """Type until the time is up, and give each key with the moment at which it was sent."""
        sent, until = [], time.monotonic() + seconds
        while True:
            word = self.random.choice(WORDS)
            for letter in word + self.random.choice("     \n"):
                pause = self.random.uniform(*PACE)
                at = terminal.type(letter)[0]
                sent.append((letter, at))
                left = until - time.monotonic()
                terminal.take_in_for(min(pause, max(left, 0)))
                if left <= pause:
                    return sent

    def _look(self, sent, killed):
        if not self.worker.is_sound():
            raise Lost("verify finds the journal damaged")
        found = {
            entry.id: "".join(answer.text for answer in entry.answers) for entry in self.worker.entries()
        }
        if {one: found.get(one) for one in self.kept} != self.kept:
            raise Lost("an earlier entry is not as it was")
        new = [found[one] for one in found if one not in self.kept]
        saved = new[0] if new else ""
        typed = "".join(letter for letter, _ in sent)
        due = sum(at <= killed - AT_MOST for _, at in sent)
        if len(new) > 1 or not typed.startswith(saved):
            raise Lost(f"what is in the journal is not what was typed ({len(saved)} of {len(typed)} keys)")
        if len(saved) < due:
            late = killed - sent[len(saved)][1]
            raise Lost(
                f"a key sent {late:.2f} s before the kill is missing ({len(saved)} of {len(typed)} keys)"
            )
        self.kept = found
        back = killed - sent[len(saved)][1] if len(saved) < len(sent) else 0.0
        return f"{len(typed):3} keys in {killed - sent[0][1]:.2f} s, {len(saved):3} kept, the last {back:.2f} s gone"


def make_desk(root, seed):
    """A journal whose last entry was free writing, so that one key leads to an empty page."""
    worker = Worker(root)
    worker.make_journal()
    worker.run("add", given="before any kill")
    desk = Desk(worker, random.Random(seed))
    desk.kept = {entry.id: entry.answers[0].text for entry in worker.entries()}
    return desk


def kill_loop(root, *, kills, seed, say, desks=1):
    """Kill this many times, over so many journals side by side. Gives how many of the kills cost too much."""

    def sit(number):
        desk = make_desk(Path(root) / f"desk-{number}", f"{seed}-{number}")
        lost = 0
        for at in range(number, kills, desks):
            try:
                say(f"kill {at + 1:3}: {desk.round()}")
            except AssertionError as problem:
                say(f"kill {at + 1:3}: FAILED: {problem}")
                return lost + 1  # this journal is not what it should be: no more to learn from it
        return lost

    with ThreadPoolExecutor(desks) as pool:
        return sum(pool.map(sit, range(desks)))


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", default=str(random.SystemRandom().randrange(10**6)))
    chosen = options.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as root:
        lost = kill_loop(
            root, kills=chosen.kills, seed=chosen.seed, say=lambda line: print(line, flush=True), desks=2
        )
    took = time.monotonic() - began
    verdict = "all sound, none lost more than a second" if not lost else f"{lost} journal(s) FAILED"
    print(f"{chosen.kills} kills, seed {chosen.seed}, {took:.0f} s: {verdict}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
