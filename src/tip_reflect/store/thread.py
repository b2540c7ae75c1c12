"""The store's own thread: one queue, one worker, every call in the order it was asked for.

The event loop only draws; it waits for the futures made here. Nothing heavy is imported here.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tip_reflect.store.store import Store

T = TypeVar("T")


class StoreThread:
    """Owns one thread and the store it opened there."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._store: Store | None = None
        self._asking = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._thread.start()

    def open(self, opening: "Callable[[], Store]") -> Future[None]:
        """Open a store in the thread, in place of one opened before; the future holds what went wrong, if it did."""

        def work() -> None:
            self._close_store()
            self._store = opening()

        return self._ask(work)

    def call(self, work: "Callable[[Store], T]") -> Future[T]:
        """Do some work with the store when its turn comes; what it raises comes out of the future."""

        def with_store() -> T:
            if self._store is None:
                raise RuntimeError("the store is not open")
            return work(self._store)

        return self._ask(with_store)

    async def run(self, work: "Callable[[Store], T]") -> T:
        """Do some work with the store and wait for it; a screen that goes away meanwhile does not undo the work."""
        waiting = asyncio.wrap_future(self.call(work))
        # Someone who stopped waiting will not ask how it went: without this asyncio would complain of that.
        waiting.add_done_callback(lambda done: None if done.cancelled() else done.exception() and None)
        return await asyncio.shield(waiting)

    def close(self, timeout: float | None = None) -> None:
        """Finish what is queued, close the store and end the thread; waits at most `timeout` seconds."""
        with self._asking:
            if not self._closed:
                self._closed = True
                self._waiting.put(None)
        self._thread.join(timeout)

    def _ask(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()

        def answer() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - whoever asked is told, whatever it was
                future.set_exception(error)
            else:
                future.set_result(result)

        with self._asking:
            if self._closed:
                raise RuntimeError("the store's thread has ended")
            self._waiting.put(answer)
        return future

    def _work(self) -> None:
        while (answer := self._waiting.get()) is not None:
            answer()
            del answer  # or the last words saved would stay in memory until the next save
        self._close_store()

    def _close_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            with contextlib.suppress(
                Exception
            ):  # a store that cannot close must not keep the program from ending
                store.close()
