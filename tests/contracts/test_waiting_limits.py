"""One origin cannot have the seats of everybody by putting people on the waiting list."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.contracts.test_appointment_races import PEOPLE
from tests.contracts.test_waiting_list import DAY, DELAY, QUERY, STANDS, Hall, make_hall, wish
from tests.contracts.worlds import small_world
from tools.appointments.book import Asker
from tools.appointments.fairness import HoldLimits
from tools.appointments.slots import BookingRules
from tools.errors import TooManyHolds
from tools.offices.slots import Hold
from tools.store.database import Database
from tools.waiting.waiting_list import Ticket

PLACES, A_DAY = 3, 6
LIMITS = HoldLimits(live_per_origin=PLACES, daily_per_origin=A_DAY)
HERE, THERE = "here", "there"


@pytest.fixture
async def hall(database: Database) -> Hall:
    return await make_hall(small_world(1, BookingRules(limits=LIMITS, delay=lambda: DELAY)), database)


async def join(hall: Hall, person: int, origin: str | None) -> Ticket:
    return await hall.waiting.join(replace(wish(person), origin=origin))


async def offered(hall: Hall, tickets: list[tuple[int, Ticket]]) -> list[tuple[int, Hold]]:
    await hall.waiting.offer()
    found = [(person, (await hall.ticket(ticket, person)).offer) for person, ticket in tickets]
    return [(person, offer) for person, offer in found if offer is not None]


async def let_go(hall: Hall, *numbers: int) -> None:
    for number in numbers:
        await hall.cancel(number)


async def test_many_people_of_one_origin_get_few_seats_and_the_others_get_theirs(hall: Hall) -> None:
    taken: list[tuple[int, Ticket]] = []
    for person in range(100, 130):
        try:
            taken.append((person, await join(hall, person, HERE)))
        except TooManyHolds:
            continue
    assert len(taken) == PLACES
    other = await join(hall, 150, THERE)
    unknown = await join(hall, 151, None)
    await let_go(hall, *range(8))
    assert len(await offered(hall, taken)) == PLACES
    assert len(await offered(hall, [(150, other), (151, unknown)])) == 2
    hall.clock.turn(DELAY)
    assert len(await hall.book.availability(replace(QUERY, limit=10))) == 8 - PLACES - 2


async def test_places_asked_for_at_once_are_counted_in_turn(hall: Hall) -> None:
    outcomes = await asyncio.gather(*(join(hall, person, HERE) for person in range(100, 110)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["Ticket"] * PLACES + ["TooManyHolds"] * (10 - PLACES)


async def test_a_place_given_up_leaves_room_and_the_same_key_gives_the_same_place(hall: Hall) -> None:
    tickets = [await join(hall, person, HERE) for person in range(100, 100 + PLACES)]
    assert await join(hall, 100, HERE) == tickets[0]
    assert await join(hall, 100, THERE) == tickets[0]
    with pytest.raises(TooManyHolds):
        await join(hall, 120, HERE)
    await hall.waiting.leave(tickets[0].code, PEOPLE[100])
    await join(hall, 120, HERE)


async def test_a_seat_offered_is_one_that_the_origin_keeps(hall: Hall) -> None:
    tickets = [(person, await join(hall, person, HERE)) for person in range(100, 100 + PLACES)]
    await let_go(hall, *range(PLACES))
    offers = await offered(hall, tickets)
    assert len(offers) == PLACES
    await let_go(hall, *range(10, 13))
    hall.clock.turn(DELAY)
    free = await hall.book.availability(replace(QUERY, limit=10))
    with pytest.raises(TooManyHolds):
        await hall.book.hold(free[0].id, "a", Asker(origin=HERE))
    await hall.book.hold(free[0].id, "b", Asker(origin=THERE))
    await hall.accept(offers[0][1], offers[0][0])
    await hall.book.hold(free[2].id, "c", Asker(origin=HERE))


async def test_offers_that_ran_out_count_for_the_day_like_those_accepted(hall: Hall) -> None:
    tickets = [(person, await join(hall, person, HERE)) for person in range(100, 100 + PLACES)]
    await let_go(hall, *range(PLACES))
    for _ in range(2):
        assert len(await offered(hall, tickets)) == PLACES
        hall.clock.turn(STANDS)
    await hall.waiting.offer()
    assert {(await hall.ticket(ticket, person)).status for person, ticket in tickets} == {"lapsed"}
    with pytest.raises(TooManyHolds):
        await join(hall, 120, HERE)
    hall.clock.turn(DELAY)
    free = await hall.book.availability(replace(QUERY, limit=1))
    with pytest.raises(TooManyHolds):
        await hall.book.hold(free[0].id, "a", Asker(origin=HERE))
    await join(hall, 121, THERE)


async def test_the_day_after_an_origin_may_wait_again(hall: Hall) -> None:
    tickets = [(person, await join(hall, person, HERE)) for person in range(100, 100 + PLACES)]
    await let_go(hall, *range(PLACES))
    for _ in range(2):
        await offered(hall, tickets)
        hall.clock.turn(STANDS)
    await hall.waiting.offer()
    hall.clock.turn(timedelta(days=1))
    later = replace(QUERY, not_before=DAY + timedelta(days=1), not_after=DAY + timedelta(days=9))
    await hall.waiting.join(replace(wish(120, later), origin=HERE))


async def test_who_waits_from_an_origin_that_is_not_known_is_not_limited(hall: Hall) -> None:
    for person in range(100, 110):
        await join(hall, person, None)


async def test_where_a_place_came_from_is_forgotten_with_it(database: Database) -> None:
    hall = await make_hall(small_world(1, BookingRules(limits=LIMITS, delay=lambda: DELAY)), database)
    left, served, lapsed = [await join(hall, person, HERE) for person in range(100, 103)]
    await let_go(hall, 0, 1, 2)
    offers = await offered(hall, [(101, served)])
    await hall.accept(offers[0][1], 101)
    await hall.waiting.leave(left.code, PEOPLE[100])
    for _ in range(2):
        await hall.waiting.offer()
        hall.clock.turn(STANDS)
    await hall.waiting.offer()
    assert (await hall.ticket(lapsed, 102)).status == "lapsed"
    rows = await database.run(lambda connection: connection.execute(text("SELECT origin FROM waiting_list")))
    assert [row.origin for row in rows] == [None] * 3
