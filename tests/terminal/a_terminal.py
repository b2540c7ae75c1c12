"""A real terminal for a program under test: a pty, what it would show, and everything it was ever sent.

POSIX only. Nothing here knows tip-reflect; `a_worker.py` does.
"""

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections import Counter

import pyte

COLUMNS, LINES = 80, 24
PATIENCE = 30.0
"""Seconds to wait for something before it counts as never: far more than it takes on a slow machine."""

# Takes the terminal on its standard input as its own, as a login does, then becomes the program. A child made by
# forking Python itself would be a fork of a process with threads, which Python warns of.
TAKE_THE_TERMINAL = (
    "import fcntl,os,sys,termios; fcntl.ioctl(0,termios.TIOCSCTTY,0); os.execvp(sys.argv[1],sys.argv[1:])"
)

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "shift+home": "\x1b[1;2H",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
TO_ALTERNATE, TO_MAIN = "\x1b[?1049h", "\x1b[?1049l"
SWITCH = re.compile(r"(\x1b\[\?1049[hl])")
UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=>][0-9;]*[a-zA-Z]")
UNFINISHED = re.compile(r"\x1b(?:\[[?<=>]?[0-9;]*)?\Z")
OPERATING_SYSTEM_COMMAND = re.compile(r"\x1b\]([^\x07\x1b]*)(?:\x07|\x1b\\)")


class NeverCame(AssertionError):
    """What was waited for did not come; the message shows the screen."""


class Display:
    """What a terminal shows: the main buffer with its scrollback, and the alternate screen that programs draw on."""

    def __init__(self) -> None:
        self.main = pyte.HistoryScreen(COLUMNS, LINES, history=5000, ratio=0.5)
        self.alternate = pyte.Screen(COLUMNS, LINES)
        self.on_alternate = False
        self._to_main = pyte.Stream(self.main)
        self._to_alternate = pyte.Stream(self.alternate)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""

    def feed(self, data: bytes) -> None:
        text = self._rest + self._decode(data)
        cut = UNFINISHED.search(text)
        self._rest = text[cut.start() :] if cut else ""
        text = text[: cut.start()] if cut else text
        for part in SWITCH.split(UNKNOWN_TO_PYTE.sub("", text)):
            if part == TO_ALTERNATE:
                self.on_alternate = True
                self.alternate.reset()
            elif part == TO_MAIN:
                self.on_alternate = False
            elif part:
                (self._to_alternate if self.on_alternate else self._to_main).feed(part)

    @property
    def in_view(self) -> pyte.Screen:
        return self.alternate if self.on_alternate else self.main

    def shown(self) -> str:
        """The lines in view; a no-break space is a space to who reads it."""
        return "\n".join(self.in_view.display).replace("\N{NO-BREAK SPACE}", " ")

    def left_behind(self) -> str:
        """Everything a person can still read when no program draws: the scrollback and the main buffer."""
        back = [
            "".join(line[column].data for column in range(COLUMNS))
            for line in (*self.main.history.top, *self.main.history.bottom)
        ]
        return "\n".join([*back, *self.main.display])


class Terminal:
    """A program running in a terminal window of 80x24. Use it as a context: the program never outlives it."""

    def __init__(self, command, *, env, cwd):
        self.display = Display()
        self.raw = bytearray()
        self.code = None
        self._master, self._slave = os.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.modes_before = termios.tcgetattr(self._slave)
        self._program = subprocess.Popen(
            [sys.executable, "-S", "-c", TAKE_THE_TERMINAL, *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=env,
            cwd=cwd,
            start_new_session=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        self.close_window()

    @property
    def pid(self):
        return self._program.pid

    # What the person does

    def press(self, *keys):
        """Press keys by name; the program may need to see each before the next (see wait_for)."""
        for key in keys:
            self._send(KEYS.get(key, key))

    def type(self, words, *, pace=0.0):
        """Type words, with `pace` seconds between the keys, and give the time at which each key was sent."""
        sent = []
        for letter in words:
            sent.append(time.monotonic())
            self._send(KEYS["enter"] if letter == "\n" else letter)
            if pace:
                self.take_in_for(pace)
        return sent

    def signal(self, number):
        os.kill(self.pid, number)

    def close_window(self):
        """Take the terminal away, as closing its window does."""
        for name in ("_master", "_slave"):
            descriptor = getattr(self, name)
            if descriptor is not None:
                os.close(descriptor)
                setattr(self, name, None)

    # What the person sees

    def take_in_for(self, seconds):
        """Let the program draw for this long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._take_in(left)

    def shown(self):
        self._take_in(0)
        return self.display.shown()

    def wait_for(self, *words, timeout=PATIENCE):
        """Until every one of these words is in view."""
        self.wait_until(
            lambda: all(one in self.display.shown() for one in words), f"{words} in view", timeout
        )

    def wait_until(self, so, what, timeout=PATIENCE):
        """Take in what the program draws until this is so."""
        until = time.monotonic() + timeout
        while not so():
            if time.monotonic() > until:
                raise NeverCame(
                    f"never came to: {what}. In view ({self._how_it_is()}):\n{self.display.shown()}"
                )
            if not self._take_in(0.05) and self._ended():
                self._take_in(0.2)
                if so():
                    return
                raise NeverCame(
                    f"the program ended ({self.code}) before: {what}. In view:\n{self.display.shown()}"
                )

    def wait_for_end(self, timeout=PATIENCE):
        """The exit code, or minus the number of the signal that ended it; with all that was drawn until then."""
        until = time.monotonic() + timeout
        while not self._ended():
            if time.monotonic() > until:
                raise NeverCame(f"the program never ended. In view:\n{self.display.shown()}")
            self._take_in(0.05)
        while self._take_in(0.1):
            pass
        return self.code

    def is_stopped(self):
        """Whether the program is stopped by a signal, as a shell's job is."""
        if self._ended():
            return False
        found = os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
        return found is not None and found.si_status in {signal.SIGSTOP, signal.SIGTSTP}

    def is_as_before(self):
        """Whether the terminal's own modes (echo, line editing, signals) are as they were at the start."""
        return termios.tcgetattr(self._slave) == self.modes_before

    def wait_for_cursor(self, words=""):
        """Until a text cursor stands in a row that has these words: what is typed before is typed nowhere."""
        self.wait_until(
            lambda: any(words in row for row in self._rows_with_a_cursor()), f"a cursor at {words!r}"
        )

    def _rows_with_a_cursor(self):
        """Rows with a cell whose ground is the colour of letters: Textual draws its cursor so."""
        screen = self.display.in_view
        for at, row in enumerate(self.display.shown().split("\n")):
            cells = [screen.buffer[at][column] for column in range(COLUMNS)]
            letters = {cell.fg for cell in cells if cell.data.strip()} - {"default"} | self._ink(screen)
            if any(cell.reverse or cell.bg in letters for cell in cells):
                yield row

    @staticmethod
    def _ink(screen):
        """The commonest colour of letters on this screen."""
        inks = Counter(
            cell.fg for row in screen.buffer.values() for cell in row.values() if cell.data.isalpha()
        )
        return {ink for ink, _ in inks.most_common(1)} - {"default"}

    # What the terminal was told

    @property
    def told(self):
        return bytes(self.raw).decode("utf-8", "replace")

    def commands_to_the_terminal(self):
        """Every operating system command that was ever sent: window titles, the clipboard and the like."""
        return OPERATING_SYSTEM_COMMAND.findall(self.told)

    def window_titles(self):
        """Every name that the window or its icon was given."""
        return {words for number, _, words in self._commands() if number in {"0", "1", "2"}}

    def _commands(self):
        return [one.partition(";") for one in self.commands_to_the_terminal()]

    def outside_the_alternate_screen(self):
        """All that was drawn while the program's own screen was not in view."""
        parts, inside = [], False
        for part in SWITCH.split(self.told):
            if part in {TO_ALTERNATE, TO_MAIN}:
                inside = part == TO_ALTERNATE
            elif not inside:
                parts.append(part)
        return "".join(parts)

    def still_switched_on(self):
        """The private modes that a program switched on and never off again (mouse, paste, its own screen …)."""
        on = set()
        for mode, state in re.findall(r"\x1b\[\?([0-9]+)([hl])", self.told):
            (on.add if state == "h" else on.discard)(mode)
        return on - {"7", "25"}  # wrapping lines and a cursor are how a terminal starts

    # Private

    def _how_it_is(self):
        return "ended" if self._ended() else "running"

    def _ended(self):
        if self.code is None:
            self.code = self._program.poll()
        return self.code is not None

    def _send(self, keys):
        data = keys.encode("utf-8")
        while data:
            self._take_in(0)
            _, ready, _ = select.select([], [self._master], [], 1)
            if ready:
                data = data[os.write(self._master, data) :]

    def _take_in(self, wait):
        """Read what there is, waiting at most this long for it. False when nothing came."""
        came = False
        while self._master is not None:
            ready, _, _ = select.select([self._master], [], [], 0 if came else wait)
            if not ready:
                break
            data = b""
            with contextlib.suppress(OSError):  # the other end is gone
                data = os.read(self._master, 65536)
            if not data:
                break
            self.raw += data
            self.display.feed(data)
            came = True
        if self._master is None and wait:
            time.sleep(wait)  # the window is closed: there is only the program's end to wait for
        return came
