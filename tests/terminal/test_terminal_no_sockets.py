"""No command ever opens a socket, and one that did would be seen. For the app see the whole sitting."""

import json
import sys

import pytest
from a_worker import PASSPHRASE

from tip_reflect.cli.group import COMMANDS

# Runs each of the given command lines in this one process, as the program would; `add` and `write` read what follows.
ALL_COMMANDS = """
import io
import json
import sys
from tip_reflect.cli.running import run

codes = {}
for words, given in json.loads(sys.argv[1]):
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode("utf-8")), encoding="utf-8")
    codes[" ".join(words)] = run(words)
print("CODES", json.dumps(codes))
"""


def test_no_command_opens_a_socket(newcomer, watched):
    new = newcomer.root / "new-passphrase"
    new.write_text(PASSPHRASE, encoding="utf-8")
    words = newcomer.root / "words"
    words.write_text(" ".join(newcomer.make_journal()), encoding="utf-8")
    env = {
        **watched.env,
        "TIP_REFLECT_NEW_PASSPHRASE_FILE": str(new),
        "TIP_REFLECT_RECOVERY_FILE": str(words),
    }
    newcomer.run("init", **{**env, "TIP_REFLECT_HOME": str(newcomer.root / "another")})
    added = (
        newcomer.run("add", "--tag", "river", given="the heron stood there\n", **env).stdout.decode().strip()
    )

    rest = [
        (["write", "--minutes", "free"], "\n\nthe wren as well\n:next\n\n\n\n\n"),
        (["list", "--json"], ""),
        (["search", "heron"], ""),
        (["show", added], ""),
        (["export", added, "-o", "copy.md"], ""),
        (["tags"], ""),
        (["threads"], ""),
        (["settings", "theme", "daylight"], ""),
        (["check", "--json"], "the heron stood there\n"),
        (["watch", "add"], "the heron = the bird\n"),
        (["mark"], ""),
        (["pack", "list"], ""),
        (["read", "--sheet"], ""),
        (["bring-back", "list"], ""),
        (["learning", "list"], ""),
        (["checkin", "list"], ""),
        (["cpd", "--help"], ""),
        (["doctor"], ""),
        (["verify"], ""),
        (["delete", added, "--yes"], ""),
        (["passphrase"], ""),
        (["recover"], ""),
    ]
    assert {"init", "add", *(words[0] for words, _ in rest)} == set(COMMANDS)
    done = newcomer.run(json.dumps(rest), command=(sys.executable, "-c", ALL_COMMANDS), **env)
    assert set(json.loads(done.stdout.decode().rpartition("CODES ")[2]).values()) == {0}
    assert watched.seen() == []


@pytest.mark.parametrize(
    "reaching_out",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('localhost', 1)",
        "socket.gethostbyname('localhost')",
        "socket.socket(socket.AF_UNIX).bind('here')",
    ],
)
def test_a_socket_that_is_opened_is_seen(newcomer, watched, reaching_out):
    newcomer.run(command=(sys.executable, "-c", f"import socket; {reaching_out}"), **watched.env)
    assert watched.seen()


def test_the_pair_of_sockets_of_an_event_loop_is_let_through(newcomer, watched):
    newcomer.run(
        command=(sys.executable, "-c", "import asyncio; asyncio.run(asyncio.sleep(0))"), **watched.env
    )
    assert watched.seen() == []
