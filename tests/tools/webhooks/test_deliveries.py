"""Deliveries over PostgreSQL: in order whatever fails, once at a time whoever works, and nobody in another's way."""

import asyncio
import random
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest

from tests.contracts.conftest import TurningClock
from tests.tools.webhooks.receiver import Request, fine, never, receiving, status
from tests.tools.webhooks.rows import subscribe, tell
from tools.clock import system_clock
from tools.errors import ToolUnavailable
from tools.store.database import Database
from tools.store.webhook_messages_postgres import PostgresWebhookMessages
from tools.store.webhooks_postgres import PostgresWebhooks
from tools.webhooks.deliveries import LINES, Deliveries
from tools.webhooks.pauses import FIRST, GIVE_UP
from tools.webhooks.reach import Reach, parse_networks
from tools.webhooks.sender import ReceiverAnswer, WebhookSender
from tools.webhooks.webhook import LEASE, Delivery, Webhook, WebhookMessage

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
HERE = Reach(http=True, networks=parse_networks("127.0.0.0/8,::1/128"))
ARRIVED, BUSY, NOBODY = ReceiverAnswer(204), ReceiverAnswer(503), ReceiverAnswer(fault="unreachable")


class Killed(BaseException):
    """The process died: what it had begun is neither settled nor told to anybody."""


class Net:
    """The way to receivers: what arrived there, and what was on its way at the same time."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.arrived: defaultdict[str, list[WebhookMessage]] = defaultdict(list)
        self.on_the_way: Counter[str] = Counter()
        self.at_once: Counter[str] = Counter()

    async def send(self, webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        self.on_the_way[message.id] += 1
        self.at_once[webhook.id] += 1
        assert self.on_the_way[message.id] == 1, "the same message twice at once"
        assert self.at_once[webhook.id] <= 2 * LINES
        try:
            for _ in range(self.chance.randrange(4)):
                await asyncio.sleep(0)
            return self._fate(webhook, message)
        finally:
            self.on_the_way[message.id] -= 1
            self.at_once[webhook.id] -= 1

    def _fate(self, webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        fate = self.chance.random()
        if fate < 0.2:
            return self.chance.choice([BUSY, NOBODY, ReceiverAnswer(404)])
        self.arrived[webhook.id].append(message)
        if fate < 0.3:
            return ReceiverAnswer(fault="timeout")  # it arrived, and its answer did not
        if fate < 0.35:
            raise Killed
        return ARRIVED


async def play_all(processes: list[Deliveries], messages: PostgresWebhookMessages, clock: TurningClock) -> None:
    """As long as something waits; the time turns between."""
    for _ in range(400):
        await asyncio.gather(*(process.play() for process in processes))
        await asyncio.gather(*(process.idle() for process in processes))
        if not any(backlog.waiting for backlog in (await messages.backlogs()).values()):
            return
        clock.turn(LEASE)
    raise AssertionError("something waits for ever")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(5))
async def test_each_receiver_gets_what_is_about_one_citizen_in_order_whatever_fails(
    database: Database, server_url: str, seed: int
) -> None:
    chance, clock, told = random.Random(seed), TurningClock(NOW), 40
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    webhooks = [await subscribe(database) for _ in range(2)]
    about = {}
    for number in range(told):
        citizen = chance.choice(["ana", "bea", "cruz", None])
        about[number] = citizen, chance.choice(["c1", "c2", None])
        await tell(database, number, *about[number])
    other = Database.connect(server_url)
    net, stores = Net(chance), [PostgresWebhookMessages(one, clock) for one in (database, other)]
    processes = [Deliveries(store, net.send, draw=chance.random, now=lambda: clock().timestamp()) for store in stores]
    await play_all(processes, stores[0], clock)
    await other.close()
    for webhook in webhooks:
        got = [message.data["number"] for message in net.arrived[webhook.id]]
        assert set(got) == set(range(told))
        for line in ("ana", "bea", "cruz", "c1", "c2"):
            of_line = [number for number in got if line in about[number]]
            assert of_line == sorted(of_line)
    given_up = [one for one in (await stores[0].backlogs()).values() if one.given_up]
    assert given_up == []


async def test_a_message_that_never_arrives_is_given_up_after_a_day_and_lets_the_next_go(database: Database) -> None:
    clock, tried = TurningClock(NOW), []

    async def refuse_the_first(webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        tried.append((message.data["number"], clock()))
        return ReceiverAnswer(400) if message.data["number"] == 1 else ARRIVED

    webhook, messages = await subscribe(database), PostgresWebhookMessages(database, clock)
    for number in (1, 2):
        await tell(database, number, citizen="ana")
    deliveries = Deliveries(messages, refuse_the_first, draw=lambda: 0.0, now=lambda: clock().timestamp())
    while len(tried) < 200 and all(number == 1 for number, _ in tried):
        await deliveries.play()
        await deliveries.idle()
        clock.turn(FIRST)
        if (waiting := await messages.list_messages(webhook.id, "waiting", 9)) and waiting[-1].due_at is not None:
            clock.now = max(clock.now, waiting[-1].due_at)
    (lost,) = await messages.list_messages(webhook.id, "given_up", 9)
    assert (lost.data["number"], lost.fault) == (1, "status_400")
    (*before, last), (next_one, _) = [at for number, at in tried if number == 1], tried[-1]
    assert next_one == 2
    assert before[-1] - before[0] < GIVE_UP <= last - before[0] < GIVE_UP + timedelta(hours=2)
    assert deliveries.outcomes == {"failed": len(before), "given_up": 1, "delivered": 1}


async def test_a_receiver_that_keeps_failing_is_left_alone_and_tried_with_one_message(database: Database) -> None:
    webhook, messages, second, tried = await subscribe(database), PostgresWebhookMessages(database), [0.0], []
    for number in range(40):
        await tell(database, number)

    async def fail(webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        tried.append(message.id)
        return BUSY if len(tried) < 20 else ARRIVED

    deliveries = Deliveries(messages, fail, now=lambda: second[0])
    for _ in range(4):
        await deliveries.play()
        await deliveries.idle()
    rested = len(tried)
    assert rested < 5 + LINES
    second[0] += 15.0
    for _ in range(4):
        await deliveries.play()
        await deliveries.idle()
    assert len(tried) == rested + 1
    assert (await messages.backlogs())[webhook.id].waiting == 40


async def test_a_message_that_is_refused_does_not_close_the_way_for_others(database: Database) -> None:
    webhook, messages = await subscribe(database), PostgresWebhookMessages(database)
    for number in range(30):
        await tell(database, number)

    async def refuse_most(webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        return ReceiverAnswer(422) if message.data["number"] < 20 else ARRIVED

    deliveries = Deliveries(messages, refuse_most)
    await deliveries.play()
    await deliveries.idle()
    assert len(await messages.list_messages(webhook.id, "delivered", 99)) == 10


async def over_http(
    database: Database, seconds: float = 60.0, clock: TurningClock | None = None
) -> tuple[Deliveries, WebhookSender]:  # fmt: skip
    sender = WebhookSender(HERE, system_clock, seconds=seconds)
    return Deliveries(PostgresWebhookMessages(database, clock), sender.send), sender


async def test_a_receiver_that_hangs_holds_up_nobody_else(database: Database) -> None:
    async with receiving(never) as hanging, receiving() as well:
        await subscribe(database, hanging.url)
        await subscribe(database, well.url)
        for number in range(20):
            await tell(database, number)
        deliveries, sender = await over_http(database)
        await deliveries.play()
        await well.until(20)
        await hanging.until(LINES)
        assert hanging.open == LINES
        await deliveries.close()
        await sender.close()
        assert len(hanging.requests) == LINES


async def test_an_answer_that_comes_too_late_is_no_answer_and_the_message_comes_again_with_its_id(
    database: Database,
) -> None:
    may_answer = asyncio.Event()

    async def late(request: Request) -> bytes:
        await may_answer.wait()
        return await fine(request)

    async with receiving(late) as receiver:
        webhook = await subscribe(database, receiver.url)
        await tell(database, 1)
        deliveries, sender = await over_http(database, seconds=0.3)
        await deliveries.play()
        await deliveries.idle()
        await sender.close()
        waiting = await PostgresWebhookMessages(database).list_messages(webhook.id, "waiting", 9)
        assert [one.fault for one in waiting] == ["timeout"]
        may_answer.set()
        again, sender = await over_http(database, clock=TurningClock(datetime.now(UTC) + timedelta(hours=1)))
        await again.play()
        await again.idle()
        await sender.close()
    first, second = receiver.requests
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert again.outcomes == {"delivered": 1}


async def test_a_receiver_that_wants_no_more_is_told_no_more(database: Database) -> None:
    async with receiving(status(410)) as receiver:
        webhook = await subscribe(database, receiver.url)
        for number in (1, 2):
            await tell(database, number, citizen="ana")
        deliveries, sender = await over_http(database)
        for _ in range(3):
            await deliveries.play()
            await deliveries.idle()
        await sender.close()
    found = await PostgresWebhooks(database).find(webhook.id)
    assert (found.active, found.gone, len(receiver.requests)) == (False, True, 1)


async def test_who_is_closed_in_the_middle_leaves_the_message_to_the_next(database: Database) -> None:
    async with receiving(never) as receiver:
        await subscribe(database, receiver.url)
        for number in (1, 2):
            await tell(database, number, citizen="ana")
        deliveries, sender = await over_http(database)
        await deliveries.play()
        await receiver.until(1)
        await deliveries.close()
        await sender.close()
        receiver.answer = fine
        clock = TurningClock(datetime.now(UTC))
        heir, sender = await over_http(database, clock=clock)
        await heir.play()
        await heir.idle()
        assert len(receiver.requests) == 1
        clock.turn(2 * LEASE)
        await heir.play()
        await heir.idle()
        await sender.close()
    assert [request.told["data"]["number"] for request in receiver.requests] == [1, 1, 2]


_PROCESS = """
import asyncio, sys
from tools.clock import system_clock
from tools.store.database import Database
from tools.store.webhook_messages_postgres import PostgresWebhookMessages
from tools.webhooks.deliveries import Deliveries
from tools.webhooks.reach import Reach, parse_networks
from tools.webhooks.sender import WebhookSender

async def main():
    sender = WebhookSender(Reach(http=True, networks=parse_networks("127.0.0.0/8,::1/128")), system_clock)
    deliveries = Deliveries(PostgresWebhookMessages(Database.connect(sys.argv[1])), sender.send)
    await deliveries.play()
    await deliveries.idle()

asyncio.run(main())
"""


async def test_a_process_killed_in_the_middle_loses_nothing(database: Database, server_url: str) -> None:
    async with receiving(never) as receiver:
        webhook = await subscribe(database, receiver.url)
        for number in (1, 2):
            await tell(database, number, citizen="ana")
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", _PROCESS, server_url)
        await receiver.until(1)
        process.kill()
        await process.wait()
        receiver.answer = fine
        heir, sender = await over_http(database, clock=TurningClock(datetime.now(UTC) + 2 * LEASE))
        await heir.play()
        await heir.idle()
        await sender.close()
    assert [request.told["data"]["number"] for request in receiver.requests] == [1, 1, 2]
    assert (await PostgresWebhookMessages(database).backlogs()).get(webhook.id) is None


class Away(PostgresWebhookMessages):
    """A database that goes away when a message is to be settled."""

    async def delivered(self, delivery: Delivery) -> None:
        raise ToolUnavailable("the database does not answer")


async def test_a_database_that_goes_away_leaves_the_message_to_its_lease(database: Database) -> None:
    clock, sent = TurningClock(NOW), []

    async def send(webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        sent.append(message.id)
        return ARRIVED

    await subscribe(database)
    await tell(database, 1)
    away = Deliveries(Away(database, clock), send)
    await away.play()
    await away.idle()
    clock.turn(LEASE)
    back = Deliveries(PostgresWebhookMessages(database, clock), send)
    await back.play()
    await back.idle()
    assert sent == [sent[0]] * 2
