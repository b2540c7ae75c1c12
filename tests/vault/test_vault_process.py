"""What the vault does to its own process, and what it loads: seen from a fresh one."""

import subprocess
import sys

from tip_reflect.vault import process

HARDENED = """
import ctypes, sys
from tip_reflect.vault.process import harden_process

def dumpable():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0

def core_limit():
    if sys.platform == "win32":
        return (0, 0)
    import resource
    return resource.getrlimit(resource.RLIMIT_CORE)

if sys.platform == "linux":
    assert dumpable() == 1, "the test starts from a process that can be dumped"
harden_process()
harden_process()
print(dumpable(), *core_limit())
"""

LOADED = """
import sys
import tip_reflect.vault.folder, tip_reflect.vault.header, tip_reflect.vault.passphrase
import tip_reflect.vault.process, tip_reflect.vault.secret
rooms = {"store", "journal", "app", "cli", "prompts", "reflecting"}
print(sorted(
    name for name in sys.modules
    if name.split(".")[0] in {"cryptography", "mnemonic", "zxcvbn", "ctypes", "sqlalchemy", "textual"}
    or (name.startswith("tip_reflect.") and name.split(".")[1] in rooms)
))
"""


def run(script):
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_hardened_process_leaves_no_core_dump_and_is_closed_to_other_programs():
    assert run(HARDENED) == "0 0 0"


def test_a_platform_that_cannot_be_asked_is_left_alone_in_silence(monkeypatch, capfd):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)
    process.harden_process()
    assert capfd.readouterr() == ("", "")


def test_a_refused_request_is_left_alone_in_silence():
    script = (
        "import resource, ctypes\n"
        "from tip_reflect.vault.process import harden_process\n"
        "def refuse(*_): raise ValueError('not allowed to raise maximum limit')\n"
        "def no_library(*_): raise OSError('no such library')\n"
        "resource.setrlimit = refuse\n"
        "ctypes.CDLL = no_library\n"
        "harden_process()\n"
        "print('on we go')\n"
    )
    if sys.platform != "win32":
        assert run(script) == "on we go"


def test_importing_the_vault_loads_no_cryptography_no_word_lists_and_no_other_room():
    assert run(LOADED) == "[]"
