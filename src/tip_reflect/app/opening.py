"""From a passphrase to a session: the slow parts, in threads, while the screen stays alive."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from tip_reflect.app.session import Lock, Session

if TYPE_CHECKING:
    from tip_reflect.app.app import Surroundings
    from tip_reflect.prompts.pack import Library
    from tip_reflect.unlocking import Unlocked

OTHER_WINDOW = "Another window has this journal open. You can read here; write in the other window."
READ_ONLY_DISK = "The disk cannot be written to just now; it may be full. You can read here, but not write."


def load_ahead() -> None:
    """Import what the unlock needs; called in a thread while the passphrase is typed."""
    for room in ("tip_reflect.store.store", "tip_reflect.prompts.reading"):
        import_module(room)


async def start_session(unlocked: Unlocked, surroundings: Surroundings, library: Library) -> Session:
    """Open the store in its own thread. Raises what Store.open raises."""
    from tip_reflect.store.thread import StoreThread

    store = StoreThread()
    try:
        await asyncio.wrap_future(store.open(lambda: unlocked.open_store(read_only_ok=True)))
        on_read_only_disk, notice = await store.run(lambda opened: (opened.read_only, opened.notice))
    except BaseException:
        await asyncio.to_thread(store.close)
        raise
    app_lock = None if on_read_only_disk else await asyncio.to_thread(_take_app_lock, surroundings)
    read_only = READ_ONLY_DISK if on_read_only_disk else ("" if app_lock else OTHER_WINDOW)
    return Session(
        unlocked=unlocked,
        store=store,
        library=library,
        clock=surroundings.clock,
        random=surroundings.random,
        read_only=read_only,
        notice=notice,
        app_lock=app_lock,
    )


def _take_app_lock(surroundings: Surroundings) -> Lock | None:
    """The lock that one app at a time holds on a journal; None when another holds it."""
    from filelock import FileLock, Timeout

    lock = FileLock(surroundings.places.app_lock, timeout=0, thread_local=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock
