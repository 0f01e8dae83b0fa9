"""What every WaitingList does, with the book beside it. Both adapters run all of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from stdnum.es import dni

from tests import shipped
from tests.contracts.conftest import TurningClock, World, small_world
from tests.contracts.test_appointment_races import PEOPLE
from tests.contracts.worlds import small_offices
from tools.appointments.book import Appointment, Asker, BookingRequest
from tools.appointments.fairness import HoldLimits
from tools.appointments.slots import BookingRules, SlotSpace
from tools.errors import (
    AlreadyWaiting,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotAwaited,
    SlotTaken,
    TicketNotFound,
    UnknownSlot,
)
from tools.letters.notifications import Notice, Outbox
from tools.offices.offices import BookingWindow
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.outbox_postgres import PostgresOutbox
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import OfferRules, Ticket, WaitingList, WaitRequest

DAY = date(2026, 11, 26)
QUERY = SlotQuery("inss-28", "pensions", "in_person", not_before=DAY, not_after=DAY)
OTHER_DAY = date(2026, 11, 27)
STANDS = timedelta(minutes=60)
DELAY = timedelta(minutes=5)


@dataclass
class Hall(World):
    """A world whose one day is full: each appointment belongs to the person of the same number."""

    waiting: WaitingList
    outbox: Outbox
    booked: list[Appointment]

    async def fill(self) -> None:
        slots = await self.book.availability(replace(QUERY, limit=1000))
        for number, slot in enumerate(slots):
            self.booked.append(await self.take(slot, number))

    async def take(self, slot: Slot, person: int) -> Appointment:
        hold = await self.book.hold(slot.id, f"holder-{person}")
        return await self.accept(hold, person)

    async def accept(self, hold: Hold, person: int, service: str = "pensions") -> Appointment:
        key = f"key-{person}-{hold.id}"
        return await self.book.book(BookingRequest(hold.id, service, "jubilacion_ordinaria", PEOPLE[person], key))

    async def cancel(self, number: int) -> Slot:
        return (await self.book.cancel(self.booked[number].locator, PEOPLE[number])).slot

    async def join(self, person: int, query: SlotQuery = QUERY, email: str | None = None) -> Ticket:
        return await self.waiting.join(wish(person, query, email))

    async def ticket(self, ticket: Ticket, person: int) -> Ticket:
        return await self.waiting.find(ticket.code, PEOPLE[person])

    async def letters(self) -> list[Notice]:
        notices = await self.outbox.lease(100)
        for notice in notices:
            await self.outbox.delivered(notice.id)
        return notices


def wish(person: int, query: SlotQuery = QUERY, email: str | None = None) -> WaitRequest:
    return WaitRequest(query, "jubilacion_ordinaria", PEOPLE[person], f"wait-{person}-{query.service}", "es", email)


RULES = BookingRules(limits=HoldLimits(live_per_person=2), delay=lambda: DELAY)


@pytest.fixture
async def hall(database: Database) -> Hall:
    return await make_hall(small_world(1, RULES), database)


@pytest.fixture
async def later_for_imv(database: Database) -> Hall:
    """The same hall, where a seat for ``imv`` has to be booked two days before."""
    offices = small_offices(1)
    windows = {"imv": BookingWindow(notice=timedelta(hours=48))}
    offices["inss-28"] = replace(offices["inss-28"], service_windows=windows)
    slots = SlotSpace(offices, shipped.calendar(), RULES)
    return await make_hall(slots, database)


async def make_hall(slots: SlotSpace, database: Database) -> Hall:
    clock = TurningClock()
    book = PostgresAppointmentBook(database, slots, clock, b"secret")
    waiting = PostgresWaitingList(database, slots, clock, WaitingRules(b"secret", OfferRules(), by_email=True))
    hall = Hall(book, clock, slots, waiting, PostgresOutbox(database, clock), [])
    await hall.fill()
    return hall


async def test_positions_are_in_the_order_of_arrival_and_move_up(hall: Hall) -> None:
    tickets = [await hall.join(100 + number) for number in range(3)]
    assert [ticket.position for ticket in tickets] == [1, 2, 3]
    left = await hall.waiting.leave(tickets[0].code, PEOPLE[100])
    assert (left.status, left.position) == ("left", None)
    assert await hall.waiting.leave(tickets[0].code, PEOPLE[100]) == left
    assert [(await hall.ticket(tickets[n], 100 + n)).position for n in (1, 2)] == [1, 2]


async def test_joining_twice_with_one_key_is_one_place_and_with_another_is_refused(hall: Hall) -> None:
    ticket = await hall.join(100)
    assert await hall.join(100) == ticket
    with pytest.raises(AlreadyWaiting):
        await hall.waiting.join(replace(wish(100), key="other"))
    with pytest.raises(KeyReused):
        await hall.waiting.join(replace(wish(101), key=wish(100).key))
    await hall.join(100, replace(QUERY, service="imv"))


async def test_who_left_may_join_again_at_the_end(hall: Hall) -> None:
    first = await hall.join(100)
    await hall.join(101)
    await hall.waiting.leave(first.code, PEOPLE[100])
    again = await hall.waiting.join(replace(wish(100), key="again"))
    assert again.position == 2


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"document": "12345678A"}, BadIdentifier),
        ({"email": "no address\nBcc: all@example.org"}, BadIdentifier),
        ({"query": replace(QUERY, office_id="nowhere")}, UnknownSlot),
        ({"query": replace(QUERY, service="maritime_medical")}, UnknownSlot),
        ({"query": replace(QUERY, not_before=date(2028, 1, 1), not_after=None)}, UnknownSlot),
    ],
)
async def test_nobody_waits_for_what_cannot_come(hall: Hall, change: dict, error: type[Exception]) -> None:
    with pytest.raises(error):
        await hall.waiting.join(replace(wish(100), **change))


async def test_a_wrong_code_and_a_wrong_document_get_the_same_answer(hall: Hall) -> None:
    ticket = await hall.join(100)
    said = set()
    for code, document in (
        (ticket.code, PEOPLE[101]),
        ("AAAAAAA2", PEOPLE[100]),
        ("x", PEOPLE[100]),
        (ticket.code, ""),
    ):
        for ask in (hall.waiting.find, hall.waiting.leave):
            with pytest.raises(TicketNotFound) as caught:
                await ask(code, document)
            said.add(str(caught.value))
    assert len(said) == 1


async def test_a_released_seat_is_kept_for_the_first_in_line_who_books_it(hall: Hall) -> None:
    first, second = await hall.join(100), await hall.join(101)
    slot = await hall.cancel(0)
    assert await hall.waiting.offer() == 1
    ticket = await hall.ticket(first, 100)
    assert ticket.status == "offered"
    assert ticket.offer is not None
    assert (ticket.offer.slot, ticket.offer.expires_at) == (slot, hall.clock() + STANDS)
    assert (await hall.ticket(second, 101)).position == 1
    assert await hall.waiting.offer() == 0
    booked = await hall.accept(ticket.offer, 100)
    assert booked.slot == slot
    assert (await hall.ticket(first, 100)).status == "served"


async def test_an_offer_is_only_for_the_person_it_was_made_to(hall: Hall) -> None:
    first = await hall.join(100)
    await hall.cancel(0)
    await hall.waiting.offer()
    offer = (await hall.ticket(first, 100)).offer
    assert offer is not None
    with pytest.raises(HoldExpired):
        await hall.accept(offer, 101)
    with pytest.raises(HoldExpired):
        await hall.book.move(hall.booked[1].locator, PEOPLE[1], offer.id)
    await hall.accept(offer, 100)


async def test_who_keeps_a_seat_may_still_say_who_they_are_after_others_begin_to_wait(hall: Hall) -> None:
    slot = await hall.cancel(0)
    hall.clock.turn(DELAY)
    hold = await hall.book.hold(slot.id, "quick")
    await hall.join(100)
    assert (await hall.book.hold(slot.id, "quick", Asker(PEOPLE[50]))).id == hold.id
    with pytest.raises(SlotAwaited):
        await hall.book.hold(slot.id, "late")


async def test_nobody_takes_a_free_seat_before_the_line_however_quick(hall: Hall) -> None:
    await hall.join(100)
    slot = await hall.cancel(0)
    hall.clock.turn(DELAY)
    assert await hall.book.availability(QUERY) == []
    with pytest.raises(SlotAwaited):
        await hall.book.hold(slot.id, "quick", Asker(PEOPLE[150]))
    await hall.waiting.offer()
    with pytest.raises(SlotTaken):
        await hall.book.hold(slot.id, "quick", Asker(PEOPLE[150]))


async def test_an_offer_that_runs_out_goes_to_the_next_and_its_person_to_the_end(hall: Hall) -> None:
    first, second = await hall.join(100), await hall.join(101)
    slot = await hall.cancel(0)
    await hall.waiting.offer()
    old = (await hall.ticket(first, 100)).offer
    assert old is not None
    hall.clock.turn(STANDS)
    await hall.waiting.offer()
    assert (await hall.ticket(first, 100)).position == 1
    offer = (await hall.ticket(second, 101)).offer
    assert offer is not None
    assert offer.slot == slot
    with pytest.raises(HoldExpired):
        await hall.accept(old, 100)


async def test_two_offers_let_run_out_end_the_ticket(hall: Hall) -> None:
    first = await hall.join(100)
    await hall.cancel(0)
    for _ in range(2):
        await hall.waiting.offer()
        hall.clock.turn(STANDS)
    await hall.waiting.offer()
    assert (await hall.ticket(first, 100)).status == "lapsed"
    await hall.waiting.join(replace(wish(100), key="again"))


@pytest.mark.parametrize("how", ["leave", "decline"])
async def test_an_offer_given_up_goes_to_the_next_at_once(hall: Hall, how: str) -> None:
    first, second = await hall.join(100), await hall.join(101)
    slot = await hall.cancel(0)
    await hall.waiting.offer()
    offer = (await hall.ticket(first, 100)).offer
    assert offer is not None
    hall.clock.turn(timedelta(seconds=1))
    if how == "leave":
        await hall.waiting.leave(first.code, PEOPLE[100])
    else:
        await hall.book.release(offer.id)
    await hall.waiting.offer()
    next_offer = (await hall.ticket(second, 101)).offer
    assert next_offer is not None
    assert next_offer.slot == slot


async def test_who_wants_another_hour_lets_the_seat_pass(hall: Hall) -> None:
    await hall.join(100, replace(QUERY, not_before=OTHER_DAY, not_after=OTHER_DAY))
    second = await hall.join(101)
    await hall.cancel(0)
    await hall.waiting.offer()
    assert (await hall.ticket(second, 101)).status == "offered"


async def test_people_of_all_services_of_an_office_are_in_one_line(hall: Hall) -> None:
    first = await hall.join(100, replace(QUERY, service="imv"))
    second = await hall.join(101)
    assert second.position == 2
    await hall.cancel(0)
    await hall.waiting.offer()
    offer = (await hall.ticket(first, 100)).offer
    assert offer is not None
    assert (await hall.accept(offer, 100, "imv")).service == "imv"


@pytest.mark.parametrize("services", [("pensions", "imv"), ("imv", "pensions")])
async def test_each_is_offered_what_their_own_service_allows_whoever_came_first(
    later_for_imv: Hall, services: tuple[str, str]
) -> None:
    hall, wishes = later_for_imv, {"pensions": QUERY, "imv": replace(QUERY, service="imv", not_after=None)}
    tickets = {service: await hall.join(100 + n, wishes[service]) for n, service in enumerate(services)}
    slot = await hall.cancel(0)
    assert await hall.waiting.offer() == 2
    offers = {name: (await hall.ticket(tickets[name], 100 + n)).offer for n, name in enumerate(services)}
    assert offers["pensions"] is not None
    assert offers["pensions"].slot == slot
    assert offers["imv"] is not None
    assert offers["imv"].slot.starts_at >= hall.clock() + timedelta(hours=48)


async def test_a_seat_that_nobody_in_the_line_may_have_is_for_newcomers(later_for_imv: Hall) -> None:
    await later_for_imv.join(100, replace(QUERY, service="imv", not_after=None))
    slot = await later_for_imv.cancel(0)
    later_for_imv.clock.turn(DELAY)
    assert await later_for_imv.book.availability(QUERY) == [slot]
    assert (await later_for_imv.book.hold(slot.id, "newcomer")).slot == slot


async def test_who_wants_a_day_that_is_free_is_offered_it_however_many_wait_for_another(hall: Hall) -> None:
    for number in range(30_000_000, 30_000_200):
        document = f"{number:08d}{dni.calc_check_digit(f'{number:08d}')}"
        await hall.waiting.join(replace(wish(0), document=document, key=document))
    last = await hall.join(100, replace(QUERY, not_before=OTHER_DAY, not_after=OTHER_DAY))
    assert await hall.waiting.offer() == 1
    assert (await hall.ticket(last, 100)).status == "offered"


async def test_who_gets_an_appointment_elsewhere_leaves_the_line_and_the_offer(hall: Hall) -> None:
    first, second = await hall.join(100), await hall.join(101)
    slot = await hall.cancel(0)
    await hall.waiting.offer()
    (elsewhere,) = await hall.book.availability(SlotQuery("inss-35", "pensions", "phone", limit=1))
    await hall.take(elsewhere, 100)
    assert (await hall.ticket(first, 100)).status == "served"
    await hall.waiting.offer()
    offer = (await hall.ticket(second, 101)).offer
    assert offer is not None
    assert offer.slot == slot


async def test_an_appointment_may_be_moved_to_the_offer_and_its_seat_goes_to_the_next(hall: Hall) -> None:
    first, second = await hall.join(5), await hall.join(101)
    await hall.cancel(0)
    await hall.waiting.offer()
    offer = (await hall.ticket(first, 5)).offer
    assert offer is not None
    moved = await hall.book.move(hall.booked[5].locator, PEOPLE[5], offer.id)
    assert moved.slot == offer.slot
    assert (await hall.ticket(first, 5)).status == "served"
    await hall.waiting.offer()
    next_offer = (await hall.ticket(second, 101)).offer
    assert next_offer is not None
    assert next_offer.slot == hall.booked[5].slot


async def test_offers_do_not_count_among_the_holds_of_a_person(hall: Hall) -> None:
    await hall.join(100)
    await hall.cancel(0)
    await hall.waiting.offer()
    for number, slot in enumerate(await hall.book.availability(SlotQuery("inss-35", "imv", "phone", limit=2))):
        await hall.book.hold(slot.id, f"other-{number}", Asker(PEOPLE[100]))


async def test_each_step_is_told_once_with_what_it_announces(hall: Hall) -> None:
    first = await hall.join(100, email="Ana@Example.org")
    await hall.join(100, email="Ana@Example.org")
    assert first.told_by_email
    (joined,) = await hall.letters()
    assert (joined.kind, joined.values["position"], joined.recipient.lower()) == (
        "waiting_joined",
        "1",
        "ana@example.org",
    )
    slot = await hall.cancel(0)
    await hall.waiting.offer()
    (offered,) = await hall.letters()
    assert (offered.kind, offered.values["code"]) == ("waiting_offer", first.code)
    assert (offered.values["starts_at"], offered.useless_after) == (slot.starts_at.isoformat(), hall.clock() + STANDS)
    for kind in ("waiting_missed", "waiting_closed"):
        hall.clock.turn(STANDS)
        await hall.waiting.offer()
        assert (await hall.letters())[0].kind == kind
    assert not (await hall.ticket(first, 100)).told_by_email


async def test_an_offer_that_is_over_is_not_announced(hall: Hall) -> None:
    await hall.join(100, email="ana@example.org")
    await hall.letters()
    await hall.cancel(0)
    await hall.waiting.offer()
    hall.clock.turn(STANDS)
    await hall.waiting.offer()
    assert "waiting_offer" not in [
        one.kind for one in await hall.letters() if one.values.get("until", "9") < str(hall.clock())
    ]


async def test_nobody_is_written_to_who_gave_no_address(hall: Hall) -> None:
    assert not (await hall.join(100)).told_by_email
    await hall.cancel(0)
    await hall.waiting.offer()
    assert await hall.letters() == []
