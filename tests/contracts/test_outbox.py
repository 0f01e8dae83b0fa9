"""What every Outbox does, and what reaches people through it. Both adapters run all of it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.conftest import NOW, TurningClock
from tests.fakes.notifications import MemoryNotifications
from tests.fakes.outbox import MemoryOutbox
from tools.letters.notifications import ATTEMPTS, LEASE, Letter, Notice, Outbox, pause
from tools.letters.notifier import Notifier
from tools.store.database import Database
from tools.store.outbox_postgres import PostgresOutbox, put

NOTICE = Notice("n1", "waiting_joined", "ana@example.org", "gl", {"code": "ABC23456"}, NOW)
Put = Callable[[Notice], Awaitable[None]]


class Post:
    """An outbox and the way into it."""

    def __init__(self, outbox: Outbox, put: Put, clock: TurningClock) -> None:
        self.outbox, self.put, self.clock = outbox, put, clock


@pytest.fixture(params=["memory", "postgres"])
async def post(request: pytest.FixtureRequest, database: Database) -> Post:
    clock = TurningClock()
    if request.param == "memory":
        memory = MemoryOutbox(clock)

        async def put_in_memory(notice: Notice) -> None:
            memory.put(notice)

        return Post(memory, put_in_memory, clock)

    async def put_in_database(notice: Notice) -> None:
        await database.run(lambda connection: put(connection, notice))

    return Post(PostgresOutbox(database, clock), put_in_database, clock)


def compose(notice: Notice) -> Letter:
    return Letter(notice.id, notice.recipient, notice.language, notice.kind, str(notice.values))


async def test_a_notice_comes_out_whole_once_and_is_gone_when_delivered(post: Post) -> None:
    for _ in range(2):
        await post.put(NOTICE)
    assert await post.outbox.lease(10) == [NOTICE]
    assert await post.outbox.lease(10) == []
    await post.outbox.delivered(NOTICE.id)
    post.clock.turn(LEASE)
    assert await post.outbox.lease(10) == []


async def test_who_dies_with_a_notice_leaves_it_to_others_after_a_minute(post: Post) -> None:
    await post.put(NOTICE)
    await post.outbox.lease(10)
    post.clock.turn(LEASE)
    (again,) = await post.outbox.lease(10)
    assert (again, again.attempts) == (NOTICE, 2)


async def test_the_oldest_go_first_and_no_more_than_asked(post: Post) -> None:
    for number in (2, 0, 1):
        await post.put(replace(NOTICE, id=str(number), created_at=NOW - timedelta(minutes=9 - number)))
    assert [one.id for one in await post.outbox.lease(2)] == ["0", "1"]


async def test_what_is_useless_by_now_is_dropped(post: Post) -> None:
    await post.put(replace(NOTICE, useless_after=NOW + timedelta(minutes=1)))
    post.clock.turn(timedelta(minutes=1))
    assert await post.outbox.lease(10) == []


async def test_pauses_grow_and_the_last_attempt_is_the_last(post: Post) -> None:
    await post.put(NOTICE)
    for attempt in range(1, ATTEMPTS + 1):
        (notice,) = await post.outbox.lease(1)
        await post.outbox.failed(notice, for_good=False)
        wait = pause(attempt)
        post.clock.turn((wait or timedelta(days=9)) - timedelta(seconds=1))
        assert await post.outbox.lease(1) == []
        post.clock.turn(timedelta(seconds=1))
    assert await post.outbox.lease(1) == []


async def test_the_notifier_sends_what_is_due_and_tries_again_when_the_server_is_back(post: Post) -> None:
    channel = MemoryNotifications()
    notifier = Notifier(post.outbox, channel, compose)
    for number in range(25):
        await post.put(replace(NOTICE, id=f"n{number}"))
    channel.down = True
    assert await notifier.drain() == 0
    channel.down = False
    assert await notifier.drain() == 0
    post.clock.turn(timedelta(seconds=10))
    assert await notifier.drain() == 25
    assert len({letter.id for letter in channel.sent}) == 25
    post.clock.turn(timedelta(days=1))
    assert await notifier.drain() == 0


async def test_slow_letters_are_sent_once_by_two_who_work_on_the_outbox_and_none_that_has_become_useless(
    post: Post,
) -> None:
    others = MemoryNotifications()

    class Slow(MemoryNotifications):
        async def send(self, letter: Letter) -> None:
            post.clock.turn(LEASE / 3)
            await super().send(letter)
            await Notifier(post.outbox, others, compose).drain()

    for number in range(6):
        await post.put(replace(NOTICE, id=f"n{number}", created_at=NOW + timedelta(seconds=number - 9)))
    await post.put(replace(NOTICE, id="late", useless_after=NOW + LEASE / 4))
    slow = Slow()
    await Notifier(post.outbox, slow, compose).drain()
    assert sorted(letter.id for letter in slow.sent + others.sent) == [f"n{number}" for number in range(6)]


async def test_a_notice_that_cannot_be_written_is_not_in_the_way_of_the_others(post: Post) -> None:
    def fails_once(notice: Notice) -> Letter:
        if notice.id == "bad":
            raise KeyError("office")
        return compose(notice)

    channel = MemoryNotifications()
    for identifier in ("bad", "good"):
        await post.put(replace(NOTICE, id=identifier))
    assert await Notifier(post.outbox, channel, fails_once).drain() == 1
    assert [letter.id for letter in channel.sent] == ["good"]
