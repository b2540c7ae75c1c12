"""Put first on PYTHONPATH, this writes down every socket that a program opens or uses to reach out.

A pair of connected AF_UNIX sockets, with which asyncio wakes itself, reaches nobody and is let through.
"""

import os
import socket
import sys

REACHING_OUT = {
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
    "socket.sendmsg",
    "socket.sendto",
}


def watch(event, details):
    # The details of socket.__new__: the socket, its family, type and protocol. A family of -1 is one that is asked of
    # a descriptor that is open already.
    opened = event == "socket.__new__" and details[1] not in {socket.AF_UNIX, -1}
    if opened or event in REACHING_OUT:
        with open(os.environ["SOCKETS_SEEN"], "a", encoding="utf-8") as seen:  # noqa: PTH123  loads nothing
            seen.write(event + "\n")


if "SOCKETS_SEEN" in os.environ:
    sys.addaudithook(watch)
