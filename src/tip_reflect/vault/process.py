"""Keeping what this process holds in memory out of core dumps and away from other programs of the same person."""

import contextlib
import sys

PR_SET_DUMPABLE = 4  # linux/prctl.h


def harden_process() -> None:
    """Ask the platform not to dump or expose this process; where it cannot be asked, nothing happens.

    This closes two doors only. Python cannot wipe text from memory, so nothing is promised about memory.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on every platform)

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit alone is not enough: a crash handler behind a pipe is given the memory whatever the limit says.
        import ctypes  # noqa: PLC0415 (only here)

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
