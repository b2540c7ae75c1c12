"""Times our finder as `presidio_worker.py` times Presidio: in a process of its own, and with sockets blocked.

our_worker.py < {"texts": [...], "timed": [...], "rounds": N} > [seconds, ...]
"""

import json
import sys
import time

from finding_ours import block_sockets

from tip_reflect.privacy.check import find


def main() -> None:
    asked = json.load(sys.stdin)
    block_sockets()
    for text in asked["texts"]:
        find(text)
    seconds = [float("inf")] * len(asked["timed"])
    for _ in range(asked["rounds"]):
        for at, text in enumerate(asked["timed"]):
            began = time.perf_counter()
            find(text)
            seconds[at] = min(seconds[at], time.perf_counter() - began)
    json.dump(seconds, sys.stdout)


if __name__ == "__main__":
    main()
