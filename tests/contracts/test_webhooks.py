"""What the ports of webhooks promise, on PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.contracts.conftest import TurningClock
from tests.tools.webhooks.rows import subscribe, tell
from tools.errors import WebhookNotFound
from tools.store.database import Database
from tools.store.webhook_messages_postgres import PostgresWebhookMessages
from tools.store.webhooks_postgres import PostgresWebhooks
from tools.webhooks.signing import new_secret
from tools.webhooks.webhook import KINDS, LEASE, Delivery, WebhookBacklog, WebhookMessage

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> TurningClock:
    return TurningClock()


@pytest.fixture
def messages(database: Database, clock: TurningClock) -> PostgresWebhookMessages:
    return PostgresWebhookMessages(database, clock)


def number_of(message: WebhookMessage) -> int:
    number: int = message.data["number"]
    return number


async def taken(messages: PostgresWebhookMessages, webhook_id: str) -> list[Delivery]:
    """All that may go now."""
    found = []
    while (delivery := await messages.take(webhook_id)) is not None:
        found.append(delivery)
    return found


async def numbers(messages: PostgresWebhookMessages, webhook_id: str) -> list[int]:
    return [number_of(one.message) for one in await taken(messages, webhook_id)]


async def test_a_webhook_is_kept_changed_and_removed_with_its_messages(database: Database) -> None:
    webhooks, messages = PostgresWebhooks(database), PostgresWebhookMessages(database)
    made = await webhooks.add("https://a.example", ("contact.ended",), "whsec_a")
    other = await webhooks.add("https://b.example", KINDS, "whsec_b")
    assert (made.active, made.gone, made.secrets) == (True, False, ("whsec_a",))
    assert await webhooks.all() == (made, other)
    assert "whsec_a" not in repr(made)
    changed = await webhooks.change(made.id, url="https://c.example", active=False)
    assert (changed.url, changed.kinds, changed.active) == ("https://c.example", ("contact.ended",), False)
    assert (await webhooks.change(made.id, kinds=KINDS[:2])).kinds == KINDS[:2]
    await tell(database, 1)
    await webhooks.remove(other.id)
    assert await webhooks.all() == (await webhooks.find(made.id),)
    assert await messages.backlogs() == {}


@pytest.mark.parametrize("asked", ["find", "remove", "change", "rotate"])
async def test_an_unknown_webhook_is_told_so(database: Database, asked: str) -> None:
    more = ("whsec_x",) if asked == "rotate" else ()
    with pytest.raises(WebhookNotFound):
        await getattr(PostgresWebhooks(database), asked)("nobody", *more)


async def test_a_new_secret_signs_beside_the_last_one_and_never_beside_the_one_before(database: Database) -> None:
    webhooks = PostgresWebhooks(database)
    made = await webhooks.add("https://a.example", KINDS, "whsec_1")
    assert (await webhooks.rotate(made.id, "whsec_2")).secrets == ("whsec_2", "whsec_1")
    assert (await webhooks.rotate(made.id, "whsec_3")).secrets == ("whsec_3", "whsec_2")


async def test_only_what_it_asked_for_is_told_and_nothing_while_inactive(
    database: Database, messages: PostgresWebhookMessages
) -> None:
    webhooks = PostgresWebhooks(database)
    wanted = await webhooks.add("https://a.example", (KINDS[0],), new_secret())
    await webhooks.add("https://b.example", (KINDS[1],), new_secret())
    await tell(database, 1)
    await webhooks.change(wanted.id, active=False)
    await tell(database, 2)
    assert await messages.receivers() == ()
    assert await messages.take(wanted.id) is None
    await webhooks.change(wanted.id, active=True)
    assert await messages.receivers() == (wanted.id,)
    assert await numbers(messages, wanted.id) == [1]


async def test_what_comes_after_it_about_the_same_citizen_or_contact_waits_and_nothing_else(
    database: Database, messages: PostgresWebhookMessages
) -> None:
    webhook = await subscribe(database)
    await tell(database, 1, citizen="ana")
    await tell(database, 2, citizen="ana", contact="c1")
    await tell(database, 3, contact="c1")
    await tell(database, 4, citizen="bea")
    await tell(database, 5)
    await tell(database, 6)
    first = await taken(messages, webhook.id)
    assert [number_of(one.message) for one in first] == [1, 4, 5, 6]
    await messages.delivered(first[0])
    (second,) = await taken(messages, webhook.id)
    assert number_of(second.message) == 2
    await messages.failed(second, "timeout", None)
    assert await numbers(messages, webhook.id) == [3]


async def test_another_receiver_is_not_kept_waiting(database: Database, messages: PostgresWebhookMessages) -> None:
    one, other = await subscribe(database), await subscribe(database)
    for number in (1, 2):
        await tell(database, number, citizen="ana")
    await numbers(messages, one.id)
    (first,) = await taken(messages, other.id)
    await messages.delivered(first)
    assert await numbers(messages, other.id) == [2]


async def test_what_failed_is_due_again_after_its_pause(
    database: Database, messages: PostgresWebhookMessages, clock: TurningClock
) -> None:
    webhook = await subscribe(database)
    await tell(database, 1)
    (delivery,) = await taken(messages, webhook.id)
    assert (delivery.trying, delivery.message.attempts) == (timedelta(), 1)
    await messages.failed(delivery, "status_500", 5 * MINUTE)
    (waiting,) = await messages.list_messages(webhook.id, "waiting", 10)
    assert (waiting.fault, waiting.due_at) == ("status_500", clock() + 5 * MINUTE)
    clock.turn(5 * MINUTE - timedelta(seconds=1))
    assert await messages.receivers() == ()
    assert await messages.take(webhook.id) is None
    clock.turn(timedelta(seconds=1))
    again = await messages.take(webhook.id)
    assert again is not None
    assert (again.message.id, again.message.attempts, again.trying) == (delivery.message.id, 2, 5 * MINUTE)


async def test_who_dies_with_a_message_leaves_it_to_others_and_may_not_settle_it_later(
    database: Database, messages: PostgresWebhookMessages, clock: TurningClock
) -> None:
    webhook = await subscribe(database)
    for number in (1, 2):
        await tell(database, number, citizen="ana")
    (dead,) = await taken(messages, webhook.id)
    clock.turn(LEASE)
    (heir,) = await taken(messages, webhook.id)
    assert number_of(heir.message) == 1
    await messages.delivered(dead)
    await messages.failed(dead, "timeout", None)
    assert [number_of(one) for one in await messages.list_messages(webhook.id, "waiting", 9)] == [2, 1]
    await messages.delivered(heir)
    await messages.failed(heir, "timeout", None)
    assert [number_of(one) for one in await messages.list_messages(webhook.id, "delivered", 9)] == [1]


async def test_many_who_take_at_once_get_different_messages(database: Database, server_url: str) -> None:
    webhook = await subscribe(database)
    for number in range(30):
        await tell(database, number, citizen=f"citizen {number % 10}")
    other = Database.connect(server_url)
    stores = [PostgresWebhookMessages(database), PostgresWebhookMessages(other)] * 10
    found = await asyncio.gather(*(taken(store, webhook.id) for store in stores))
    await other.close()
    assert sorted(number_of(one.message) for some in found for one in some) == list(range(10))


async def test_what_was_given_up_is_counted_listed_and_tried_anew(
    database: Database, messages: PostgresWebhookMessages, clock: TurningClock
) -> None:
    webhook = await subscribe(database)
    for number in (1, 2, 3):
        await tell(database, number)
    one, two, _ = await taken(messages, webhook.id)
    for delivery in (one, two):
        await messages.failed(delivery, "unreachable", None)
    backlog = (await messages.backlogs())[webhook.id]
    assert (backlog.waiting, backlog.given_up) == (1, 2)
    assert backlog.oldest is not None
    assert backlog.oldest <= datetime.now(UTC)
    assert [number_of(lost) for lost in await messages.list_messages(webhook.id, "given_up", 1)] == [2]
    assert await messages.retry(webhook.id, "evt_none") == 0
    assert await messages.retry("another", one.message.id) == 0
    assert await messages.retry(webhook.id, one.message.id) == 1
    clock.turn(timedelta(seconds=1))
    again = await messages.take(webhook.id)
    assert again is not None
    assert (again.message.id, again.message.attempts, again.trying) == (one.message.id, 1, timedelta())
    assert await messages.retry(webhook.id) == 1


async def test_a_receiver_that_is_gone_is_inactive_until_it_is_wanted_again(
    database: Database, messages: PostgresWebhookMessages
) -> None:
    webhook, webhooks = await subscribe(database), PostgresWebhooks(database)
    await tell(database, 1)
    await messages.gone(webhook.id)
    found = await webhooks.find(webhook.id)
    assert (found.active, found.gone) == (False, True)
    assert (await webhooks.change(webhook.id, url="https://new.example")).gone
    assert not (await webhooks.change(webhook.id, active=True)).gone
    assert await numbers(messages, webhook.id) == [1]


async def test_without_a_clock_of_its_own_times_are_the_databases(database: Database) -> None:
    webhook, messages = await subscribe(database), PostgresWebhookMessages(database)
    await tell(database, 1)
    assert await messages.receivers() == (webhook.id,)
    delivery = await messages.take(webhook.id)
    assert delivery is not None
    assert timedelta() <= delivery.trying < LEASE
    assert await messages.take(webhook.id) is None
    assert (await messages.backlogs())[webhook.id] == WebhookBacklog(1, 0, delivery.message.at)
