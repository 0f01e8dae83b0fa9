"""Calls that a process left, whose sound the next one cannot read, or whose record does not answer."""

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from knowledge.languages import Language
from speech.calls.calls import Calls
from speech.calls.record import TRACKS, Body, Call, CallEvent, EventKind, Said, Track
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore, opened
from speech.calls.track_file import PIECE, TrackFile, TrackFileBusy
from speech.errors import AudioNotKept, CallEnded, SoundNotDeleted, SoundUnreadable
from speech.listening.transcriber import BEGINNING, LiveTrack, TrackStart
from speech.segments import RATE, Heard, Segment, Word
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.transcriber import ScriptedTranscriber
from tools.errors import ToolUnavailable

NOW = datetime(2025, 11, 26, 9, tzinfo=UTC)
OLD, NEW = b"o" * 32, b"n" * 32


class Record(MemoryCallRecord):
    """One whose events may fail to be stored."""

    away = False
    answers_ends = True

    async def tell(self, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        if self.away:
            raise ToolUnavailable("the database is away")
        return await super().tell(call_id, kind, body)

    async def end(self, call_id: str, at: datetime) -> CallEvent | None:
        event = await super().end(call_id, at)
        if not self.answers_ends:
            raise ToolUnavailable("the database is away")
        return event


class Listening:
    """Notes what it is to forget."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """Not noted."""

    async def ending(self, call: Call) -> None:
        """Not noted."""

    def forget(self, call: Call) -> None:
        self.forgotten.append(call.id)


class World:
    """The process after that which left the calls."""

    def __init__(self, folder: Path, script: Sequence[str] = ("uno", "dos", "tres")) -> None:
        self.folder, self.now, self.record = folder / "calls", NOW, Record()
        rules = CallRules(most=1, grace=timedelta(0))
        transcriber = ScriptedTranscriber(script)
        self.calls = Calls(
            self.record, SoundStore(self.folder, NEW), self.record.log, transcriber, lambda: self.now, rules
        )  # fmt: skip

    async def leave(self, call_id: str, key: bytes, seconds: float = 2.1, track: Track = "citizen") -> None:
        await self.record.open(Call(call_id, NOW, "ane", "es"))
        await self.record.begin_sound(call_id, NOW)
        spool = SoundStore(self.folder, key).begin(call_id, track, 0)
        spool.append(np.full(round(seconds * RATE), 0.1, np.float32))
        spool.close()

    async def tidy(self) -> None:
        """Later, until what was begun is done."""
        self.now = datetime.now(UTC) + timedelta(hours=1)
        await self.calls.tidy()
        async with asyncio.timeout(10):
            while self.calls.live:
                await asyncio.sleep(0.01)

    async def state(self, call_id: str) -> tuple[bool, list[str]]:
        call, said = await self.record.find(call_id), await self.record.find_segments(call_id)
        return call.ended is not None, [one.segment.text for one in said]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    yield world
    await world.calls.close()


async def test_calls_of_another_key_end_and_their_sound_is_set_aside(world: World) -> None:
    for call_id, key in (("a", OLD), ("b", OLD), ("c", NEW)):
        await world.leave(call_id, key)
    sealed = (world.folder / "a" / "citizen.spool").read_bytes()
    await world.tidy()
    assert [await world.state(call_id) for call_id in "abc"] == [(True, []), (True, []), (True, ["uno", "dos"])]
    assert world.calls.sound.set_aside == 2
    assert [file.read_bytes() for file in world.calls.shelf.aside("a")] == [sealed]


async def test_a_file_that_is_not_ours_is_set_aside_too(world: World) -> None:
    await world.leave("a", NEW)
    (world.folder / "a" / "citizen.spool").write_bytes(b"RIFF" * 20)
    await world.tidy()
    assert await world.state("a") == (True, [])
    assert [file.read_bytes() for file in world.calls.shelf.aside()] == [b"RIFF" * 20]


async def test_a_live_call_of_another_key_goes_on(world: World) -> None:
    await world.leave("a", OLD)
    world.now += timedelta(seconds=30)
    line = await world.calls.join("a", "citizen")
    line.session.feed(np.full(round(1.1 * RATE), 0.1, np.float32))
    await world.calls.end("a")
    assert (await world.record.find_segments("a"))[0].segment.start == pytest.approx(30, abs=0.5)
    assert world.calls.sound.set_aside == 1


async def test_sound_that_is_damaged_is_heard_up_to_there_and_set_aside(world: World) -> None:
    await world.leave("a", NEW)
    path = world.folder / "a" / "citizen.spool"
    sealed = bytearray(path.read_bytes())
    sealed[32 + 6 * (len(sealed) - 32) * PIECE // round(2.1 * RATE)] ^= 1  # after a second and a half
    path.write_bytes(sealed)
    await world.tidy()
    assert await world.state("a") == (True, [])  # the transcriber takes ten seconds at once
    assert [file.read_bytes() for file in world.calls.shelf.aside()] == [bytes(sealed)]


async def test_what_is_wrong_with_one_call_takes_no_place(world: World) -> None:
    await world.leave("a", NEW, track="agent")
    (world.folder / "a" / "citizen.spool").mkdir()
    await world.leave("b", NEW)
    await world.tidy()
    assert [await world.state(call_id) for call_id in "ab"] == [(False, []), (True, ["uno", "dos"])]
    (world.folder / "a" / "citizen.spool").rmdir()
    await world.tidy()
    assert await world.state("a") == (True, ["uno", "dos"])  # nothing still holds the file of the other side


class WatchedShelf(SoundStore):
    """Tells which threads opened its files."""

    threads: ClassVar[list[int]] = []

    def begin(self, call_id: str, track: Track, at: int) -> TrackFile:
        self.threads.append(threading.get_ident())
        return super().begin(call_id, track, at)

    def resume(self, call_id: str, track: Track) -> TrackFile:
        self.threads.append(threading.get_ident())
        return super().resume(call_id, track)


async def test_long_files_are_opened_without_holding_up_the_other_calls(world: World) -> None:
    world.calls.shelf = WatchedShelf(world.folder, NEW)
    await world.leave("a", NEW)
    await world.calls.join("a", "citizen")
    await world.leave("a", NEW, track="agent")
    await world.calls.end("a")
    assert await world.state("a") == (True, ["uno", "uno", "dos", "dos"])
    assert len(WatchedShelf.threads) == 2
    assert threading.get_ident() not in WatchedShelf.threads


async def test_who_stops_waiting_for_a_file_leaves_it_to_others(tmp_path: Path) -> None:
    shelf, begun, go_on = SoundStore(tmp_path, NEW), asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def slowly() -> TrackFile:
        loop.call_soon_threadsafe(begun.set)
        go_on.wait(10)
        return shelf.begin("a", "citizen", 0)

    joining = asyncio.create_task(opened(slowly))
    await begun.wait()
    joining.cancel()
    with pytest.raises(asyncio.CancelledError):
        await joining
    go_on.set()
    async with asyncio.timeout(10):
        while not (tmp_path / "a" / "citizen.spool").exists() or _is_busy(shelf):
            await asyncio.sleep(0.01)


def _is_busy(shelf: SoundStore) -> bool:
    try:
        shelf.resume("a", "citizen").close()
    except (TrackFileBusy, FileNotFoundError):
        return True
    return False


async def test_who_could_not_join_is_not_joined(world: World) -> None:
    await world.record.open(Call("a", NOW, "ane", "es"))
    world.record.away = True
    with pytest.raises(ToolUnavailable):
        await world.calls.join("a", "citizen")
    assert world.calls.joined("a") == frozenset()
    world.record.away = False
    await world.tidy()
    assert await world.state("a") == (True, [])


@pytest.mark.parametrize("cut", [False, True])
async def test_a_call_that_another_process_ended_is_let_go(world: World, cut: bool) -> None:
    await world.record.open(Call("a", NOW, "ane", "es"))
    line = await world.calls.join("a", "citizen")
    line.session.feed(np.full(round(1.1 * RATE), 0.1, np.float32))
    if cut:
        await world.calls.leave("a", line)
    await world.record.end("a", NOW)
    await world.calls.tidy()
    assert world.calls.live == 0
    assert cut or isinstance(line.over.result(), CallEnded)
    await world.calls.leave("a", line)
    assert world.calls.shelf.calls() == []


async def test_who_listens_forgets_a_call_that_another_process_ended(world: World) -> None:
    listener = Listening()
    world.calls.listeners = [listener]
    await world.record.open(Call("a", NOW, "ane", "es"))
    await world.calls.join("a", "citizen")
    await world.record.end("a", NOW)
    await world.calls.tidy()
    assert listener.forgotten == ["a"]


async def test_a_call_whose_end_was_stored_and_not_answered_is_let_go(world: World) -> None:
    await world.leave("a", NEW)
    world.record.answers_ends = False
    with pytest.raises(ToolUnavailable):
        await world.calls.end("a")
    await world.tidy()
    assert await world.state("a") == (True, ["uno", "dos"])


async def test_a_call_that_lasts_is_not_let_go(world: World) -> None:
    await world.record.open(Call("a", NOW, "ane", "es"))
    await world.calls.join("a", "citizen")
    await world.calls.tidy()
    assert world.calls.joined("a") == {"citizen"}


async def test_what_was_set_aside_is_deleted_in_its_time_or_when_asked(world: World) -> None:
    for call_id in "ab":
        await world.leave(call_id, OLD)
    await world.tidy()
    await world.calls.sound.erase("a")
    assert (world.calls.shelf.aside("a"), world.calls.sound.set_aside) == ([], 1)
    world.now += world.calls.rules.audio_life
    await world.calls.sound.sweep()
    assert world.calls.sound.set_aside == 0


async def test_sound_that_the_disk_does_not_let_go_is_told_holds_up_nothing_and_goes_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for call_id in "ab":
        await world.leave(call_id, NEW)
    await world.tidy()
    for call_id in "ab":
        await world.leave(call_id, NEW)
    with monkeypatch.context() as patch:
        patch.setattr("speech.calls.sound_store.shutil.rmtree", _refuses("a"))
        with pytest.raises(SoundNotDeleted):
            await world.calls.sound.erase("a")
        world.now += world.calls.rules.audio_life
        await world.calls.sound.sweep()
        assert world.calls.shelf.calls() == ["a"]
    await world.calls.sound.sweep()
    assert world.calls.shelf.calls() == []


def _refuses(call_id: str) -> Callable[[Path], None]:
    delete = shutil.rmtree

    def rmtree(folder: Path) -> None:
        if folder.name == call_id:
            raise PermissionError(13, "Permission denied", str(folder))
        delete(folder)

    return rmtree


async def test_sound_of_calls_of_another_database_is_left_until_no_sound_is_kept_so_long(world: World) -> None:
    await world.leave("a", NEW)
    world.calls.record, world.now = MemoryCallRecord(), datetime.now(UTC)
    await world.calls.sound.sweep()
    assert world.calls.shelf.calls() == ["a"]
    world.now += world.calls.rules.audio_life
    await world.calls.sound.sweep()
    assert world.calls.shelf.calls() == []


async def test_the_sound_of_a_call_goes_with_its_words(world: World) -> None:
    await world.leave("a", NEW)
    await world.tidy()
    await world.leave("a", NEW)  # as it is left by who was killed before it was deleted
    world.calls.rules = replace(world.calls.rules, life=timedelta(0))
    world.now += timedelta(seconds=1)
    await world.calls.sound.sweep()
    assert (world.calls.shelf.calls(), await world.record.latest(9)) == ([], [])


async def test_kept_sound_of_another_key_is_told_before_it_is_heard(world: World) -> None:
    await world.leave("a", OLD)
    with pytest.raises(SoundUnreadable):
        world.calls.shelf.sound("a", "citizen")
    with pytest.raises(AudioNotKept):
        world.calls.shelf.sound("a", "agent")


async def test_what_the_agent_asked_is_kept_with_the_answer(world: World) -> None:
    await world.leave("a", NEW)
    words = tuple(Word(word, n * 0.1, n * 0.1 + 0.1, 0.9) for n, word in enumerate(["¿Me", "dice", "su", "DNI?"]))
    await world.record.add("a", Said("agent", Segment(0, "es", words)))
    await world.tidy()
    answers = [one.asked for one in await world.record.find_segments("a") if one.track == "citizen"]
    assert answers == [frozenset({"dni", "nie"})] * 2


async def test_what_the_agent_asks_in_a_live_call_is_kept_with_the_answer(tmp_path: Path) -> None:
    world = World(tmp_path, ["¿Me dice su DNI?"])
    await world.record.open(Call("a", NOW, "ane", "es"))
    for track in TRACKS[::-1]:  # the agent first
        line = await world.calls.join("a", track)
        line.session.feed(np.full(round(1.1 * RATE), 0.1, np.float32))
        await world.calls.leave("a", line, ended=True)
        world.now += timedelta(seconds=2)
    asked = {one.track: one.asked for one in await world.record.find_segments("a")}
    assert asked == {"agent": frozenset(), "citizen": {"dni", "nie"}}
    await world.calls.close()


async def test_a_number_that_goes_on_after_the_server_was_killed_is_whole(world: World) -> None:
    await world.leave("a", NEW)
    words = (Word("DNI", 0.0, 0.1, 0.9), Word("12345678", 0.1, 0.2, 0.9))
    await world.record.add("a", Said("citizen", Segment(0, "es", words)))
    await world.tidy()
    assert [len(one.before) for one in await world.record.find_segments("a")] == [0, 1]


@dataclass(frozen=True, slots=True)
class StartsNoted(ScriptedTranscriber):
    """Notes where each track begins."""

    starts: list[TrackStart] = field(default_factory=list)

    def open(self, start: TrackStart = BEGINNING) -> LiveTrack:
        self.starts.append(start)
        return ScriptedTranscriber.open(self, start)


async def test_each_side_is_expected_in_the_language_it_spoke(world: World) -> None:
    noted = world.calls.transcriber = StartsNoted(["uno"])
    await world.record.open(Call("a", NOW, "ane", "es", language="gl"))
    spoken: list[tuple[Track, Language]] = [("citizen", "ca"), ("agent", "es")]
    for number, (track, language) in enumerate(spoken):
        await world.record.add("a", Said(track, Segment(number, language, (Word("bo", 0.0, 0.1, 0.9),))))
    for track in TRACKS:
        await world.calls.join("a", track)
    await world.calls.end("a")
    assert [start.expected for start in noted.starts] == [("ca", "gl", "es"), ("es", "gl", "ca")]
