"""What every CallBacks does, on PostgreSQL and in memory."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.call_backs import MemoryCallBacks
from tools.errors import CallBackNotFound, WindowFull
from tools.queues.call_backs import CallBack, CallBacks
from tools.queues.hand_offs import HandOff
from tools.spans import Span
from tools.store.call_backs_postgres import PostgresCallBacks

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
FIRST, SECOND = (Span(NOW + timedelta(hours=hours), NOW + timedelta(hours=hours + 2)) for hours in (1, 3))
HAND_OFF = HandOff(
    id="P-1", conversation_id="c1", reason="call_back", language="es", need="jubilacion_ordinaria", unit="INSS",
    summary=("Uno", "Dos"), slots={"document": "***678Z"}, urgent=False, created_at=NOW,
)  # fmt: skip
CALL = CallBack(HAND_OFF, "+34600000000", FIRST)


def of(number: int, window: Span = FIRST, **changes: str) -> CallBack:
    return CallBack(replace(HAND_OFF, id=f"P-{number}", **changes), "+34600000000", window)  # type: ignore[arg-type]


@pytest.fixture(params=["memory", "postgres"])
def calls(request: pytest.FixtureRequest) -> CallBacks:
    if request.param == "memory":
        return MemoryCallBacks()
    return PostgresCallBacks(request.getfixturevalue("database"))


async def test_what_is_kept_is_found_whole_and_again_changes_nothing(calls: CallBacks) -> None:
    assert await calls.keep(CALL, 1) == CALL
    assert await calls.keep(CALL, 1) == CALL
    assert await calls.find("P-1") == CALL
    assert await calls.open() == (CALL,)


async def test_a_window_takes_as_many_as_there_is_room_for_by_unit_and_language(calls: CallBacks) -> None:
    await calls.keep(of(1), 2)
    await calls.keep(of(2), 2)
    with pytest.raises(WindowFull):
        await calls.keep(of(3), 2)
    with pytest.raises(CallBackNotFound):
        await calls.find("P-3")
    for other in (of(3, language="eu"), of(4, unit="TGSS"), of(5, SECOND)):
        await calls.keep(other, 1)
    assert dict(await calls.taken("INSS", "es", NOW)) == {FIRST.begins: 2, SECOND.begins: 1}
    assert dict(await calls.taken("INSS", "es", SECOND.begins)) == {SECOND.begins: 1}


async def test_moving_frees_the_window_before(calls: CallBacks) -> None:
    await calls.keep(of(1), 1)
    await calls.keep(of(1, SECOND), 1)
    assert [one.window for one in await calls.open()] == [SECOND]
    await calls.keep(of(2), 1)


async def test_what_is_over_frees_its_window_and_forgets_the_telephone(calls: CallBacks) -> None:
    await calls.keep(of(1), 1)
    assert (await calls.settle("P-1", "due")).phone
    assert (await calls.settle("P-1", "cancelled")).phone == ""
    assert (await calls.settle("P-1", "reached")).state == "cancelled"  # it was over
    assert await calls.open() == ()
    await calls.keep(of(2), 1)


async def test_an_unknown_one_is_refused(calls: CallBacks) -> None:
    for asked in (calls.find("P-9"), calls.settle("P-9", "due")):
        with pytest.raises(CallBackNotFound):
            await asked


async def test_of_many_at_once_as_many_as_fit_are_promised(calls: CallBacks) -> None:
    told = await asyncio.gather(*(calls.keep(of(number), 3) for number in range(10)), return_exceptions=True)
    assert sum(isinstance(one, CallBack) for one in told) == 3
    assert sum(isinstance(one, WindowFull) for one in told) == 7
    assert len(await calls.open()) == 3
