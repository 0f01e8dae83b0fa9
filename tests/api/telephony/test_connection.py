"""What a connection does with gaps in its sound, and with calls that cannot be carried."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from api.telephony.frames import BadFrame, Frame, Left, Opened, ReplyFrame, Sound, Spoken
from knowledge.languages import Language
from speech.calls.calls import Calls
from speech.calls.record import TRACKS, Track
from speech.calls.rules import LONGEST_GAP_S
from speech.calls.session import TrackSession
from speech.errors import CallEnded, SoundUnreadable, SpeechError, SpeechUnavailable, TakenOver, TooManyCalls
from speech.segments import Samples
from tests.api.telephony.world import SCRIPT, call_of, connect, make_calls, said, until_said
from tests.fakes.transcriber import ScriptedTrack

SECOND = b"\xff" * 8_000


async def stream(frames: Iterable[Frame]) -> AsyncIterator[Frame]:
    for frame in frames:
        yield frame


async def ignore(message: str) -> None:
    """Nobody reads it."""


def opened(reference: str = "twilio:CA1", tracks: tuple[Track, ...] = ("citizen",)) -> Opened:
    return Opened(reference, tracks, "mulaw", 8_000, "ca")


async def carry(calls: Calls, *frames: Frame) -> None:
    await connect(calls).carry(stream(frames), ignore)


async def received(calls: Calls) -> float | None:
    return calls.received((await call_of(calls, "twilio:CA1")).id, "citizen")


@pytest.fixture
async def calls(tmp_path: Path) -> AsyncIterator[Calls]:
    calls = make_calls(tmp_path)
    yield calls
    await calls.close()


@pytest.fixture
def now() -> list[datetime]:
    """The moment it is for ``timed``: tests move it."""
    return [datetime(2025, 6, 2, 9, tzinfo=UTC)]


@pytest.fixture
def timed(calls: Calls, now: list[datetime]) -> Calls:
    calls.clock = lambda: now[0]
    return calls


async def test_a_call_is_known_by_its_reference_language_and_origin(calls: Calls) -> None:
    await carry(calls, opened())
    call = await call_of(calls, "twilio:CA1")
    assert (call.language, call.opened_by, call.ended) == ("ca", "twilio", None)


async def test_another_language_is_expected_in_the_call_and_by_who_hears_it(calls: Calls) -> None:
    expected: list[Language] = []

    async def frames() -> AsyncIterator[Frame]:
        yield opened()
        yield Sound("citizen", 0, SECOND * 2)
        await until_said(calls, "twilio:CA1", 1)
        (live,) = calls.live_calls.values()
        track = live.tracks["citizen"].live
        yield Spoken("eu")
        assert isinstance(track, ScriptedTrack)
        expected.extend(track.start.expected)

    await connect(calls).carry(frames(), ignore)
    assert (expected, (await call_of(calls, "twilio:CA1")).language) == (["eu"], "eu")


async def test_sound_cut_off_at_full_scale_is_told_once_however_often_it_connects(calls: Calls) -> None:
    for _ in range(2):
        await carry(calls, opened(), *(Sound("citizen", at * 8_000, b"\x80" * 8_000) for at in range(12)))
    events = await calls.record.events((await call_of(calls, "twilio:CA1")).id)
    told = [event.body for event in events if event.body.get("state") == "clipped"]
    assert told == [{"track": "citizen", "state": "clipped"}]


async def test_a_gap_in_the_sound_is_silence_of_its_length(calls: Calls) -> None:
    await carry(calls, opened(), Sound("citizen", 0, SECOND), Sound("citizen", 24_000, SECOND))
    assert await received(calls) == pytest.approx(4.0, abs=0.01)
    await until_said(calls, "twilio:CA1", 4)


@pytest.mark.parametrize("position", [-1, LONGEST_GAP_S * 8_000 + 1])
async def test_sound_that_leaps_is_refused(calls: Calls, position: int) -> None:
    with pytest.raises(BadFrame):
        await carry(calls, opened(), Sound("citizen", position, SECOND))


async def test_time_that_passed_without_a_connection_is_kept_as_silence(timed: Calls, now: list[datetime]) -> None:
    await carry(timed, opened(), Sound("citizen", 0, SECOND))
    now[0] += timedelta(seconds=4)
    await carry(timed, opened(), Sound("citizen", 0, SECOND))
    assert await received(timed) == pytest.approx(5.0, abs=0.01)


async def test_time_that_passed_before_the_first_sound_is_kept_too(timed: Calls, now: list[datetime]) -> None:
    await carry(timed, opened())
    now[0] += timedelta(seconds=4)
    await carry(timed, opened(), Sound("citizen", 0, SECOND))
    assert await received(timed) == pytest.approx(5.0, abs=0.01)


async def test_a_long_gap_leaves_others_their_turn(timed: Calls, now: list[datetime]) -> None:
    await carry(timed, opened(), Sound("citizen", 0, SECOND))
    now[0] += timedelta(seconds=60)
    leaping = asyncio.create_task(carry(timed, opened(), Sound("citizen", 60 * 8_000, SECOND)))
    seen = []
    while not leaping.done():
        seen.append(await received(timed) or 0.0)
        await asyncio.sleep(0)
    assert await received(timed) == pytest.approx(121.0, abs=0.2)
    assert np.diff(seen).max() < 2.5


async def test_the_end_is_answered_after_what_was_said_is_written(calls: Calls) -> None:
    written: list[list[str]] = []

    async def send(message: str) -> None:
        written.append([message, *await said(calls, "twilio:CA1")])

    sound = [Sound("citizen", n * 8_000, SECOND) for n in range(5)]
    await connect(calls).carry(stream([opened(), *sound, Left("yes"), ReplyFrame("bye")]), send)
    assert written == [["bye", *SCRIPT]]
    assert (await call_of(calls, "twilio:CA1")).ended is not None


async def test_a_call_that_ended_is_not_opened_again(calls: Calls) -> None:
    await carry(calls, opened(), Left("yes"))
    with pytest.raises(CallEnded):
        await carry(calls, opened())


async def test_more_calls_than_the_machine_takes_are_refused(tmp_path: Path) -> None:
    calls = make_calls(tmp_path, most=1)
    await carry(calls, opened("twilio:CA1"), Sound("citizen", 0, SECOND))
    with pytest.raises(TooManyCalls):
        await carry(calls, opened("twilio:CA2"))
    await calls.close()


async def test_without_a_model_no_call_begins(calls: Calls) -> None:
    calls.transcriber = None
    with pytest.raises(SpeechUnavailable):
        await carry(calls, opened())


async def test_a_call_that_is_perhaps_over_ends_when_nobody_comes_back(calls: Calls) -> None:
    connection = connect(calls)
    await connection.carry(stream([opened(), Sound("citizen", 0, SECOND), Left("perhaps")]), ignore)
    await connection.linger()
    assert (await call_of(calls, "twilio:CA1")).ended is not None


async def test_a_call_that_is_perhaps_over_goes_on_over_another_connection(calls: Calls) -> None:
    first, second = connect(calls), connect(calls)
    await first.carry(stream([opened(), Sound("citizen", 0, SECOND), Left("perhaps")]), ignore)

    async def while_the_first_lingers() -> AsyncIterator[Frame]:
        yield opened()
        await first.linger()
        yield Sound("citizen", 0, SECOND)

    await second.carry(while_the_first_lingers(), ignore)
    assert (await call_of(calls, "twilio:CA1")).ended is None
    await until_said(calls, "twilio:CA1", 2)


async def test_a_call_that_was_cut_is_left_to_its_grace(calls: Calls) -> None:
    connection = connect(calls)
    await connection.carry(stream([opened(), Sound("citizen", 0, SECOND)]), ignore)
    await connection.linger()
    assert (await call_of(calls, "twilio:CA1")).ended is None


@pytest.mark.parametrize("gap", [0, 60])
async def test_a_side_that_another_line_takes_is_let_go_alone(calls: Calls, gap: int) -> None:
    async def while_the_agent_connects_a_microphone() -> AsyncIterator[Frame]:
        yield Opened("twilio:CA1", ("citizen", "agent"), "mulaw", 8_000, "es")
        yield Sound("agent", 0, SECOND)
        joining = asyncio.create_task(_take(calls, "agent"))
        for n in range(3):
            yield Sound("agent", (n + 1 + gap) * 8_000, SECOND)
            yield Sound("citizen", n * 8_000, SECOND)
        await joining
        yield Sound("agent", (4 + gap) * 8_000, SECOND)
        yield Sound("citizen", 3 * 8_000, SECOND)
        call = await call_of(calls, "twilio:CA1")
        assert calls.joined(call.id) == {"citizen", "agent"}

    await connect(calls).carry(while_the_agent_connects_a_microphone(), ignore)
    assert await received(calls) == pytest.approx(4.0, abs=0.05)
    assert calls.joined((await call_of(calls, "twilio:CA1")).id) == {"agent"}


async def test_a_connection_whose_sides_were_all_taken_is_let_go(calls: Calls) -> None:
    async def while_another_connection_takes_both() -> AsyncIterator[Frame]:
        yield Opened("twilio:CA1", ("citizen", "agent"), "mulaw", 8_000, "es")
        for side in ("citizen", "agent"):
            await _take(calls, side)
        await asyncio.Event().wait()

    with pytest.raises(TakenOver):
        async with asyncio.timeout(5):
            await connect(calls).carry(while_another_connection_takes_both(), ignore)


async def test_the_end_of_the_call_stops_all_sides(calls: Calls) -> None:
    async def while_the_call_is_ended() -> AsyncIterator[Frame]:
        yield Opened("twilio:CA1", ("citizen", "agent"), "mulaw", 8_000, "es")
        await calls.end((await call_of(calls, "twilio:CA1")).id)
        await asyncio.Event().wait()

    with pytest.raises(CallEnded):
        async with asyncio.timeout(5):
            await connect(calls).carry(while_the_call_is_ended(), ignore)


async def _take(calls: Calls, side: Track) -> None:
    await calls.join((await call_of(calls, "twilio:CA1")).id, side)


@pytest.mark.parametrize("error", [SpeechUnavailable("the disk is full"), SoundUnreadable("another key")])
async def test_sides_whose_sound_is_not_taken_leave_the_call(
    calls: Calls, error: SpeechError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(session: TrackSession, samples: Samples) -> None:
        raise error

    async def until_it_is_refused() -> AsyncIterator[Frame]:
        yield opened(tracks=TRACKS)
        for track in TRACKS:
            yield Sound(track, 0, SECOND)
        monkeypatch.setattr(TrackSession, "feed", refuse)
        yield Sound("citizen", 8_000, SECOND)

    with pytest.raises(type(error)):
        await connect(calls).carry(until_it_is_refused(), ignore)
    assert not calls.joined((await call_of(calls, "twilio:CA1")).id)
