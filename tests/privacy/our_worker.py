"""Times our finder as `presidio_worker.py` times Presidio: in a process of its own, and with sockets blocked.

our_worker.py < {"texts": [...], "timed": [...], "rounds": N} > {"find": [seconds, ...], "spotted": [seconds, ...]}

`spotted` finds, as Presidio's analyser does; `find` also says who is who and what to say instead.
"""

import json
import sys
import time

from finding_ours import block_sockets

from tip_reflect.privacy.check import find, spotted


def main() -> None:
    asked = json.load(sys.stdin)
    block_sockets()
    for text in asked["texts"]:
        find(text)
    seconds = {each.__name__: [float("inf")] * len(asked["timed"]) for each in (find, spotted)}
    for _ in range(asked["rounds"]):
        for at, text in enumerate(asked["timed"]):
            for each in (find, spotted):
                began = time.perf_counter()
                each(text)
                taken = time.perf_counter() - began
                seconds[each.__name__][at] = min(seconds[each.__name__][at], taken)
    json.dump(seconds, sys.stdout)


if __name__ == "__main__":
    main()
