"""What happens is told to webhooks in the transaction in which it happens, by whatever writes it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from tests.contracts.conftest import TurningClock
from tests.contracts.floors import postgres_floor, postgres_queue
from tests.contracts.test_floor import ANA, BEA, FIRST
from tests.contracts.worlds import NOW, small_world
from tests.tools.webhooks.rows import subscribe
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.keys import pseudonym_of
from tools.appointments.staff_view import Mark
from tools.citizens.imports import ImportProgress
from tools.citizens.timeline import OWN, Interaction
from tools.contacts.contact import Contact, NewEvent
from tools.offices.slots import SlotQuery
from tools.queues.floor import VANISHED_AFTER, Transfer
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.forgetting import Retention, forget
from tools.store.register_postgres import AttendanceMark, PostgresRegister
from tools.store.timelines_postgres import PostgresInteractionImports, PostgresTimelines
from tools.store.webhook_messages_postgres import PostgresWebhookMessages
from tools.store.webhooks_postgres import PostgresWebhooks
from tools.webhooks.webhook import Webhook, WebhookMessage

DOCUMENT, SECRET = "12345678Z", b"secret"
PERSON = pseudonym_of(DOCUMENT, SECRET)
ENDED = Interaction(
    OWN, "call:c7", NOW, "phone", PERSON, "viudedad", "resolved", "Preguntó por ***678Z", agent="ana"
)  # fmt: skip


@dataclass
class Told:
    """A webhook that is told of everything."""

    database: Database
    webhook: Webhook

    async def messages(self) -> list[WebhookMessage]:
        found = await PostgresWebhookMessages(self.database).list_messages(self.webhook.id, "waiting", 99)
        return list(reversed(found))

    async def kinds(self) -> list[str]:
        return [message.kind for message in await self.messages()]


@pytest.fixture
async def told(database: Database) -> Told:
    return Told(database, await subscribe(database))


class Booking:
    """Somebody's appointment."""

    def __init__(self, database: Database) -> None:
        self.clock = TurningClock(NOW)
        self.book = PostgresAppointmentBook(database, small_world(), self.clock, SECRET)
        self.register = PostgresRegister(database, SECRET)
        self.database = database

    async def hold(self, number: int) -> str:
        slots = await self.book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=9))
        return (await self.book.hold(slots[number].id, f"holder {number}")).id

    async def booked(self) -> Appointment:
        return await self.book.book(
            BookingRequest(
                await self.hold(0), "pensions", "viudedad", DOCUMENT, "k", "Ana Gil", "612345678", "a@b.es"
            )
        )  # fmt: skip

    async def mark(self, appointment: Appointment, mark: Mark) -> None:
        made = await self.register.by_locator(appointment.locator)
        marked = AttendanceMark(made.id, mark, NOW, "ana")
        await self.database.run(lambda connection: self.register.mark(connection, marked))


@pytest.fixture
def booking(database: Database) -> Booking:
    return Booking(database)


def plain(messages: list[WebhookMessage]) -> str:
    """All that leaves."""
    return str([(one.citizen, dict(one.data)) for one in messages])


async def test_an_appointment_is_told_when_booked_moved_and_cancelled_once_each(told: Told, booking: Booking) -> None:
    first = await booking.booked()
    hold = await booking.hold(1)
    for _ in range(2):
        moved = await booking.book.move(first.locator, DOCUMENT, hold)
    for _ in range(2):
        await booking.book.cancel(first.locator, DOCUMENT)
    messages = await told.messages()
    assert [one.kind for one in messages] == ["appointment.booked", "appointment.moved", "appointment.cancelled"]
    made = await booking.register.by_locator(first.locator)
    assert {one.citizen for one in messages} == {str(PERSON)}
    assert messages[0].data == {
        "appointment": made.id,
        "service": "pensions",
        "need": "viudedad",
        "office": "inss-28",
        "channel": "in_person",
        "starts_at": _utc(first.slot.starts_at),
        "ends_at": _utc(first.slot.starts_at + timedelta(minutes=first.slot.minutes)),
    }
    assert messages[1].data["starts_at"] == _utc(moved.slot.starts_at)
    assert messages[1].data["before"] == {
        "office": "inss-28",
        "channel": "in_person",
        "starts_at": _utc(first.slot.starts_at),
    }


async def test_nothing_leaves_that_says_or_opens_who_it_is(told: Told, booking: Booking) -> None:
    appointment = await booking.booked()
    left = plain(await told.messages())
    for secret in (DOCUMENT, "678Z", "Ana", "612345678", "a@b.es", appointment.locator):
        assert secret not in left


async def test_whether_somebody_came_is_told_and_told_again_when_corrected(told: Told, booking: Booking) -> None:
    appointment = await booking.booked()
    for mark in ("attended", "attended", "no_show"):
        await booking.mark(appointment, mark)
    _, came, visit, corrected, missed = await told.messages()
    assert [(one.kind, one.data["channel"]) for one in (visit, missed)] == [("contact.ended", "in_person")] * 2
    assert (came.kind, corrected.kind) == ("appointment.attended", "appointment.missed")
    assert came.citizen == str(PERSON)
    assert came.data["starts_at"] == _utc(appointment.slot.starts_at)


async def test_a_contact_that_ended_is_told_again_only_when_something_else_is_known(told: Told) -> None:
    timelines = PostgresTimelines(told.database)
    later = Interaction(
        OWN, "call:c7", NOW + timedelta(minutes=1), "phone", PERSON, "viudedad", "resolved", ENDED.summary, agent="ana"
    )  # fmt: skip
    for one in (ENDED, ENDED, later, Interaction(OWN, "call:c7", NOW, "phone", PERSON, "viudedad", "callback")):
        await timelines.add(one)
    first, changed = await told.messages()
    assert (first.kind, first.citizen) == ("contact.ended", str(PERSON))
    assert first.data == {
        "contact": "c7",
        "reference": "call:c7",
        "channel": "phone",
        "need": "viudedad",
        "outcome": "resolved",
        "summary": "Preguntó por ***678Z",
        "appointment": None,
        "agent": "ana",
    }
    assert (changed.kind, changed.data["outcome"]) == ("contact.ended", "callback")


async def test_what_comes_in_from_other_systems_is_not_told_to_them_again(told: Told) -> None:
    imports = PostgresInteractionImports(told.database)
    await imports.take_in("file", [Interaction("crm", "1", NOW, "email", PERSON)], ImportProgress(1, 0, True))
    assert await told.kinds() == []


async def test_a_hand_off_is_told_when_it_waits_is_taken_and_ends(told: Told) -> None:
    clock = TurningClock(NOW)
    queue, floor = postgres_queue(told.database, clock=clock), postgres_floor(told.database, clock=clock)
    await queue.add(FIRST)
    await queue.add(FIRST)
    for agent in (ANA, BEA):
        await floor.enter(agent, "available")
    await floor.match()
    await floor.accept("h1", "ana")
    await floor.transfer("h1", "ana", Transfer("TGSS", "una nota"))
    await floor.accept("h1", "bea")
    await floor.end("h1", "bea", "returned")
    await queue.add(replace(FIRST, summary=("Dos",)))
    await floor.accept("h1", "ana")
    await floor.end("h1", "ana", "closed")
    messages = await told.messages()
    assert [(one.kind.removeprefix("hand_off."), one.data["agent"]) for one in messages] == [
        ("waiting", None),
        ("taken", "ana"),
        ("waiting", None),
        ("taken", "bea"),
        ("returned", "bea"),
        ("waiting", None),
        ("taken", "ana"),
        ("closed", "ana"),
    ]
    assert messages[0].data == {
        "contact": "c1",
        "hand_off": "h1",
        "need": None,
        "unit": "INSS",
        "language": "es",
        "urgent": False,
        "agent": None,
    }
    assert messages[2].data["unit"] == "TGSS"
    assert "nota" not in plain(messages)
    assert "Uno" not in plain(messages)


async def test_what_an_agent_who_vanished_held_is_told_to_wait_again(told: Told) -> None:
    clock = TurningClock(NOW)
    queue, floor = postgres_queue(told.database, clock=clock), postgres_floor(told.database, clock=clock)
    await queue.add(FIRST)
    await floor.enter(ANA, "available")
    await floor.accept("h1", "ana")
    for _ in range(VANISHED_AFTER // timedelta(seconds=1) + 2):
        clock.turn(timedelta(seconds=1))
        await floor.match()
    assert await told.kinds() == ["hand_off.waiting", "hand_off.taken", "hand_off.waiting"]


async def test_a_contact_with_a_person_stays_behind_its_hand_off(told: Told) -> None:
    await postgres_queue(told.database).add(FIRST)
    ended = Interaction(OWN, f"hand_off:h1:{NOW.isoformat()}", NOW, "chat", PERSON, outcome="resolved")
    await PostgresTimelines(told.database).add(ended)
    waiting, end = await told.messages()
    assert (end.kind, end.data["contact"], end.citizen) == ("contact.ended", "c1", str(PERSON))
    messages = PostgresWebhookMessages(told.database)
    first = await messages.take(told.webhook.id)
    assert first is not None
    assert first.message.id == waiting.id
    assert await messages.take(told.webhook.id) is None


async def test_a_rating_is_told_without_its_words(told: Told) -> None:
    log = PostgresContactLog(told.database, PostgresEventBus(told.database))
    events = [NewEvent("rating", {"score": 4, "text": "Muy amable Ana"}, "rating"), NewEvent("seen", {"number": 1})]
    for _ in range(2):
        await log.append(Contact("c1", "chat", NOW), events[:1])
    await log.append(Contact("c1", "chat", NOW), events[1:])
    (rated,) = await told.messages()
    assert (rated.kind, rated.data) == ("conversation.rated", {"contact": "c1", "score": 4})


async def test_what_is_rolled_back_is_not_told(told: Told) -> None:
    await PostgresTimelines(told.database).add(ENDED)
    async with told.database.engine.connect() as connection:
        await connection.execute(text("UPDATE interactions SET outcome = 'pending'"))
        await connection.rollback()
    assert len(await told.messages()) == 1


async def test_without_webhooks_nothing_is_written(database: Database, booking: Booking) -> None:
    await booking.booked()
    await PostgresTimelines(database).add(ENDED)
    count = await database.run(lambda connection: connection.execute(text("SELECT count(*) FROM webhook_messages")))
    assert count.scalar_one() == 0


ALL = {"given_up", "delivered", "waiting"}


@pytest.mark.parametrize(("days", "left"), [(0, ALL), (13, ALL), (15, {"waiting"})])
async def test_what_is_settled_is_forgotten_after_two_weeks_and_what_waits_is_not(
    told: Told, days: int, left: set[str]
) -> None:
    messages = PostgresWebhookMessages(told.database)

    async def there() -> set[str]:
        return {one for one in ALL if await messages.list_messages(told.webhook.id, one, 9)}

    for number in range(3):
        await PostgresTimelines(told.database).add(Interaction(OWN, f"call:{number}", NOW, "phone"))
    delivered, lost = await messages.take(told.webhook.id), await messages.take(told.webhook.id)
    assert delivered is not None
    assert lost is not None
    await messages.delivered(delivered)
    await messages.failed(lost, "timeout", None)
    await forget(told.database, datetime.now(UTC) + timedelta(days=days), Retention())
    assert await there() == left
    await PostgresWebhooks(told.database).change(told.webhook.id, active=False)
    await forget(told.database, datetime.now(UTC) + timedelta(days=days), Retention())
    assert await there() == (ALL if days < 14 else set())


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
