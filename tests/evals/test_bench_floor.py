"""What the bench of the floor counts: each fault that it looks for is seen, and none where there is none."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from evals.bench.floor_line import ServerLine
from evals.bench.floor_record import Listener, Record, SaidLine, Talk, Watched
from evals.bench.server import Server
from knowledge.languages import Language
from tools.queues.floor import Agent, Presence, Standing
from tools.queues.hand_offs import HandOff

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
KEPT = [SaidLine(1, "citizen", "1"), SaidLine(2, "agent", "1"), SaidLine(4, "citizen", "2")]


def talked(kept: list[SaidLine], heard: list[int], until: int | None = None) -> dict[str, int]:
    talk = Talk(said={"citizen": ["1", "2"], "agent": ["1"]}, kept=kept)
    talk.listeners.append(Listener(0, until, heard))
    return {name: number for name, number in talk.figures().items() if number and name not in ("messages", "heard")}


@pytest.mark.parametrize(
    ("kept", "heard", "faults"),
    [
        (KEPT, [1, 2, 4], {}),
        (KEPT, [1, 2], {"never_heard": 1}),
        (KEPT, [1, 2, 2, 4], {"heard_twice": 1}),
        (KEPT, [1, 4, 2], {"heard_out_of_order": 1}),
        (KEPT[:2], [1, 2], {"lost": 1}),
        ([*KEPT, SaidLine(5, "citizen", "2")], [1, 2, 4, 5], {"kept_twice": 1}),
        (
            [SaidLine(1, "citizen", "2"), SaidLine(2, "agent", "1"), SaidLine(4, "citizen", "1")],
            [1, 2, 4],
            {"kept_out_of_order": 1},
        ),
    ],
)
def test_each_fault_of_messages_is_counted(kept: list[SaidLine], heard: list[int], faults: dict[str, int]) -> None:
    assert talked(kept, heard) == faults


def test_what_is_said_after_it_ended_for_a_listener_is_not_theirs() -> None:
    assert talked(KEPT, [1, 2], until=3) == {}


def desk(who: str, *languages: Language, held: int = 0) -> Presence:
    return Presence(Agent(who, who, languages), "available", NOW, NOW, held=held)


def stands(name: str, minutes: int, agent: str | None = None, language: Language = "es") -> Standing:
    hand_off = HandOff(name, name, "asked", language, None, "general", (), {}, False, NOW + timedelta(minutes=minutes))
    if agent is None:
        return Standing(hand_off, "waiting", NOW)
    return Standing(hand_off, "offered", NOW, desk(agent, "es").agent, NOW)


def test_seconds_count_while_an_agent_is_free_and_somebody_waits_whom_they_could_serve() -> None:
    watched, free = Watched(), [desk("ana", "es"), desk("jon", "eu")]
    watched.look([stands("a", 0)], free, 10.0)
    watched.look([stands("a", 0)], free, 10.5)
    watched.look([stands("a", 0, "ana")], free, 12.0)
    watched.look([stands("b", 1, language="fr")], free, 15.0)
    assert (watched.idle, watched.idle_s) == ([2.0], 2.0)


@pytest.mark.parametrize(
    ("first", "then", "overtaken"),
    [
        ([stands("a", 0), stands("b", 1)], [stands("a", 0), stands("b", 1, "ana")], 1),
        ([stands("a", 0), stands("b", 1)], [stands("a", 0, "ana"), stands("b", 1)], 0),
        ([stands("b", 1)], [stands("a", 0), stands("b", 1, "ana")], 0),  # given back in front, a moment too late
        ([stands("a", 0, language="eu"), stands("b", 1)], [stands("a", 0, language="eu"), stands("b", 1, "ana")], 0),
    ],
)
def test_who_is_offered_before_one_who_waits_in_front_has_overtaken(
    first: list[Standing], then: list[Standing], overtaken: int
) -> None:
    watched = Watched()
    watched.look(first, [], 0.0)
    watched.look(then, [], 0.1)
    assert watched.overtaken == overtaken


def test_messages_are_those_of_conversations_that_ended_and_everybody_is_counted() -> None:
    record = Record(refused=1)
    ended, cut = record.talk("a"), record.talk("b")
    ended.asked_at, ended.taken_at, ended.kept, ended.closed = 1.0, 4.0, KEPT, True
    ended.said, ended.taken_by = {"citizen": ["1", "2"], "agent": ["1"]}, ["ana"]
    cut.asked_at, cut.said = 2.0, {"citizen": ["1"], "agent": []}
    found = record.figures()
    assert (found["asked_for_a_person"], found["never_taken"], found["never_closed"]) == (3, 1, 1)
    assert (found["messages"], found["lost"], found["wait_median_s"]) == (3, 0, 3.0)


async def test_a_stream_that_is_cut_goes_on_after_what_was_told_and_a_half_event_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str | None] = []

    async def cut() -> AsyncIterator[bytes]:
        yield b'event: utterance\r\nid: 7\r\ndata: {"number": 7}\r\n\r\nevent: utterance\r\nid: 8\r\ndata: {"num'
        raise httpx.ReadError("killed")

    async def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("Last-Event-ID"))
        return httpx.Response(200, content=cut()) if len(asked) == 1 else httpx.Response(403)

    monkeypatch.setattr("evals.bench.floor_line._PAUSE_S", 0)
    server = Server.__new__(Server)
    server.address = "http://server"
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        told = [event async for event in ServerLine(client, [server], {}).follow("/c/events", "3")]
    assert [(one.kind, one.id, one.data) for one in told] == [("utterance", "7", {"number": 7})]
    assert asked == ["3", "7"]
