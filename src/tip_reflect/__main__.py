"""The program's way in: `tip-reflect` and `python -m tip_reflect`."""

from __future__ import annotations

import sys


def main() -> int:
    """Close this process to onlookers, then do what the command line asks; gives the exit code."""
    from tip_reflect.vault.process import harden_process  # noqa: PLC0415  nothing is loaded before it is wanted

    harden_process()
    from tip_reflect.cli.running import run  # noqa: PLC0415  the same

    return run()


if __name__ == "__main__":
    sys.exit(main())
