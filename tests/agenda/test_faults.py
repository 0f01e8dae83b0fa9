"""Whatever the external agenda does, nothing is lost, nothing is booked twice, and nobody is told what is not known."""

import random
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest
from stdnum.es import dni

from tests.agenda.conftest import ANA, QUERY, Adapter, Pauses, request_for
from tests.agenda.faults import FAULTS
from tests.agenda.process import running
from tests.contracts.worlds import NOW
from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Chance, Patience, open_http
from tools.appointments.book import Appointment
from tools.breaker import CircuitBreaker
from tools.errors import AppointmentNotFound, OutcomeUnknown, ToolUnavailable

DONE = ("late", "error_after", "not_json", "other_shape", "drop_after")
"""Faults after the booking was made."""
UNDONE = ("error", "drop")
"""Faults instead of it, which look the same from here."""
HARMLESS = ("two_answers", "delivered_twice")


@pytest.mark.parametrize("fault", FAULTS)
async def test_after_one_fault_the_same_booking_is_asked_for_again_and_made_once(adapter: Adapter, fault: str) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(("POST", fault))
    booked = await adapter.book.book(request_for(hold))
    assert adapter.agenda.order() == {"booked": 1, "all": 1}
    assert await adapter.book.find(booked.locator, ANA) == booked


@pytest.mark.parametrize("fault", DONE)
async def test_a_booking_whose_answers_are_all_lost_is_unknown_and_then_found(adapter: Adapter, fault: str) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(*[("POST", fault)] * 3)
    with pytest.raises(OutcomeUnknown):
        await adapter.book.book(request_for(hold))
    booked = await adapter.book.outcome(request_for(hold))
    assert booked is not None
    assert adapter.agenda.order() == {"booked": 1, "all": 1}
    assert await adapter.book.book(request_for(hold)) == booked


@pytest.mark.parametrize("fault", UNDONE)
async def test_a_booking_that_was_never_made_is_unknown_too_and_can_be_made_with_the_same_key(
    adapter: Adapter, fault: str
) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(*[("POST", fault)] * 3)
    with pytest.raises(OutcomeUnknown):
        await adapter.book.book(request_for(hold))
    assert await adapter.book.outcome(request_for(hold)) is None
    await adapter.book.book(request_for(hold))
    assert adapter.agenda.booked == 1


async def test_a_booking_that_arrives_after_the_hold_was_released_makes_nothing(adapter: Adapter) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(*[("POST", "held_up")] * 3)
    with pytest.raises(OutcomeUnknown):
        await adapter.book.book(request_for(hold))
    await adapter.book.release(hold.id)
    adapter.agenda.let_through()
    assert await adapter.book.outcome(request_for(hold)) is None
    assert adapter.agenda.order() == {"booked": 0, "all": 0}


async def test_a_busy_agenda_is_waited_for_as_it_asks_and_has_booked_nothing(adapter: Adapter) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(*[("POST", "busy")] * 3)
    with pytest.raises(ToolUnavailable):
        await adapter.book.book(request_for(hold))
    assert adapter.pauses.taken == [1.0, 1.0]
    assert adapter.agenda.booked == 0


async def test_a_fault_followed_by_a_busy_agenda_is_unknown(adapter: Adapter) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(("POST", "drop_after"), ("POST", "busy"), ("POST", "busy"))
    with pytest.raises(OutcomeUnknown):
        await adapter.book.book(request_for(hold))


@pytest.mark.parametrize("fault", [*DONE, *UNDONE, *HARMLESS, "busy"])
async def test_moving_and_cancelling_survive_one_fault(adapter: Adapter, fault: str) -> None:
    booked = await adapter.book.book(request_for(await adapter.held()))
    other = (await adapter.book.availability(replace(QUERY, limit=2)))[1]
    hold = await adapter.book.hold(other.id, "mover")
    adapter.agenda.faults(("PATCH", fault), ("DELETE", fault))
    assert (await adapter.book.move(booked.locator, ANA, hold.id)).slot == other
    assert (await adapter.book.cancel(booked.locator, ANA)).status == "cancelled"
    assert adapter.agenda.order() == {"booked": 0, "all": 1}


@pytest.mark.parametrize("fault", DONE)
async def test_a_move_and_a_cancellation_without_an_answer_are_unknown_and_can_be_looked_up(
    adapter: Adapter, fault: str
) -> None:
    booked = await adapter.book.book(request_for(await adapter.held()))
    other = (await adapter.book.availability(replace(QUERY, limit=2)))[1]
    hold = await adapter.book.hold(other.id, "mover")
    adapter.agenda.faults(*[("PATCH", fault)] * 3, *[("DELETE", fault)] * 3)
    with pytest.raises(OutcomeUnknown):
        await adapter.book.move(booked.locator, ANA, hold.id)
    assert (await adapter.book.find(booked.locator, ANA)).slot == other
    with pytest.raises(OutcomeUnknown):
        await adapter.book.cancel(booked.locator, ANA)
    with pytest.raises(AppointmentNotFound):
        await adapter.book.find(booked.locator, ANA)


@pytest.mark.parametrize("fault", [*DONE, *UNDONE])
async def test_what_only_reads_or_holds_is_unavailable_when_it_keeps_failing(adapter: Adapter, fault: str) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(*[("GET", fault)] * 3, *[("POST", fault)] * 3)
    with pytest.raises(ToolUnavailable):
        await adapter.book.availability(QUERY)
    with pytest.raises(ToolUnavailable):
        await adapter.book.hold(hold.slot.id, "h")
    assert (await adapter.book.hold(hold.slot.id, "h")).id == hold.id


async def test_a_second_answer_is_never_taken_for_the_answer_to_the_next_question(adapter: Adapter) -> None:
    hold = await adapter.held()
    adapter.agenda.faults(("POST", "two_answers"), ("GET", "two_answers"))
    booked = await adapter.book.book(request_for(hold))
    assert await adapter.book.find(booked.locator, ANA) == booked
    assert len(await adapter.book.availability(replace(QUERY, limit=3))) == 3


async def test_pauses_grow_and_are_at_random_below_a_limit(adapter: Adapter) -> None:
    adapter.agenda.faults(*[("GET", "error")] * 3)
    with pytest.raises(ToolUnavailable):
        await adapter.book.availability(QUERY)
    assert adapter.pauses.taken == [0.25, 0.5]
    drawn = Chance(draw=lambda: 0.5).pauses(Patience(attempts=6, pause=1.0, longest=3.0))
    assert list(drawn) == [0.5, 1.0, 1.5, 1.5, 1.5]


async def test_an_agenda_that_is_down_has_done_nothing_and_is_left_alone_until_it_may_be_back() -> None:
    now = [0.0]
    with running() as agenda:
        patience = Patience(attempts=2, connect=1.0, answer=1.0)
        async with open_http(agenda.url, None, patience) as http:
            breaker = CircuitBreaker(lambda: now[0], threshold=4, rest=10.0)
            book = AgendaBook(AgendaClient(http, breaker, patience, Chance(Pauses().sleep)))
            slot = (await book.availability(QUERY))[0]
            hold = await book.hold(slot.id, "h")
            agenda.kill()
            for _ in range(2):
                with pytest.raises(ToolUnavailable):
                    await book.book(request_for(hold))
            agenda.start()
            with pytest.raises(ToolUnavailable, match="left alone"):
                await book.availability(QUERY)
            assert agenda.came == 0
            now[0] += 10.0
            assert await book.availability(QUERY)
            assert agenda.booked == 0


async def outcome_of(booking: Awaitable[Appointment]) -> Appointment | str | None:
    """What the citizen would be told: the appointment, nothing was booked (None), or that it is not known."""
    try:
        return await booking
    except OutcomeUnknown:
        return "unknown"
    except ToolUnavailable:
        return None


@pytest.mark.parametrize("seed", range(3))
async def test_a_bad_day_loses_nobody_and_gives_nobody_two(adapter: Adapter, seed: int) -> None:
    """Forty people, faults at random at every step: what each was told is what the agenda holds."""
    dice = random.Random(seed)
    adapter.agenda.order(now=NOW + timedelta(minutes=seed))
    kinds = [fault for fault in FAULTS if fault not in ("late", "held_up")]
    slots = await adapter.book.availability(replace(QUERY, limit=40))
    told = 0
    for person, slot in enumerate(slots):
        number = f"{person:08d}"
        hold = await adapter.book.hold(slot.id, number)
        request = request_for(hold, number + dni.calc_check_digit(number), key=number)
        adapter.agenda.faults(*[("POST", dice.choice(kinds)) for _ in range(dice.randrange(5))])
        said = await outcome_of(adapter.book.book(request))
        adapter.agenda.faults()
        found = await adapter.book.outcome(request)
        told += found is not None
        assert said in ("unknown", found)
    assert adapter.agenda.order() == {"booked": told, "all": told}
    assert len(slots) == 40
