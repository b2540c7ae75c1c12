import asyncio
import threading

import pytest

from tip_reflect.errors import NoSuchEntry
from tip_reflect.journal.finding import Filter
from tip_reflect.store.store import Store
from tip_reflect.store.thread import StoreThread


@pytest.fixture
def worker():
    thread = StoreThread()
    yield thread
    thread.close(timeout=10)


def test_everything_runs_in_one_thread_in_the_order_it_was_asked(worker, places, key, clock, written) -> None:
    where: list[str] = []
    order: list[int] = []

    def opening() -> Store:
        where.append(threading.current_thread().name)
        return Store.create(places, key, clock)

    worker.open(opening).result(10)

    def work(n: int) -> None:
        where.append(threading.current_thread().name)
        order.append(n)

    for future in [worker.call(lambda _, n=n: work(n)) for n in range(50)]:
        future.result(10)
    assert order == list(range(50))
    assert set(where) == {"store"}


def test_closing_finishes_what_is_queued_and_closes_the_store(worker, places, key, clock, written) -> None:
    entries = [written(str(n)) for n in range(20)]
    worker.open(lambda: Store.create(places, key, clock))
    saves = [worker.call(lambda store, entry=entry: store.save(entry)) for entry in entries]
    opened = worker.call(lambda store: store)
    worker.close()
    assert all(save.done() and save.exception() is None for save in saves)
    with pytest.raises(RuntimeError):
        opened.result(0).count(Filter())
    with pytest.raises(RuntimeError):
        worker.call(lambda store: store)
    worker.close()
    store = Store.open(places, key, clock)
    assert store.count(Filter()) == 20
    store.close()


def test_what_goes_wrong_comes_out_of_its_own_future_and_the_next_call_goes_on(
    worker, places, key, clock, written
):
    entry = written("x")
    early = worker.call(lambda store: store)
    with pytest.raises(RuntimeError):
        early.result(10)
    with pytest.raises(ZeroDivisionError):
        worker.open(lambda: 1 / 0).result(10)
    worker.open(lambda: Store.create(places, key, clock)).result(10)
    with pytest.raises(NoSuchEntry):
        worker.call(lambda store: store.entry(entry.id)).result(10)
    assert worker.call(lambda store: store.count(Filter())).result(10) == 0


async def test_run_waits_without_holding_the_event_loop(worker, places, key, clock) -> None:
    gate = threading.Event()
    worker.open(lambda: Store.create(places, key, clock))
    waiting = asyncio.ensure_future(worker.run(lambda store: gate.wait(10) and store.count(Filter())))
    await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    assert await waiting == 0
    with pytest.raises(ZeroDivisionError):
        await worker.run(lambda _: 1 / 0)


async def test_a_save_is_made_even_when_nobody_waits_for_it_any_more(
    worker, places, key, clock, written
) -> None:
    gate = threading.Event()
    entry = written("kept")
    worker.open(lambda: Store.create(places, key, clock))
    worker.call(lambda _: gate.wait(10))
    saving = asyncio.ensure_future(worker.run(lambda store: store.save(entry)))
    failing = asyncio.ensure_future(worker.run(lambda _: 1 / 0))
    await asyncio.sleep(0)
    for task in (saving, failing):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    gate.set()
    assert await worker.run(lambda store: store.count(Filter())) == 1


def test_threads_that_share_a_store_take_turns_and_lose_nothing(store, written) -> None:
    entries = [[written(f"{n} {m}") for m in range(25)] for n in range(4)]
    troubles: list[BaseException] = []

    def save_all(mine) -> None:
        try:
            for entry in mine:
                store.save(entry)
        except BaseException as trouble:  # noqa: BLE001
            troubles.append(trouble)

    threads = [threading.Thread(target=save_all, args=(mine,)) for mine in entries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert store.count(Filter()) == 100
    assert not store.changed_elsewhere()
