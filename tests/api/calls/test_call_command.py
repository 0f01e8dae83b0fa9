"""``isac call``: files sent in real time, shown as they are written."""

import asyncio
import io
import json
import wave
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from rich.console import Console

from api.commands.call import CallTarget, Screen, call, spoken_while
from api.commands.call_client import CallClient, CallEventOut, CallRefused, ServiceAway, begin_call
from speech.errors import NotAudio
from tests import shipped
from tests.api.calls.conftest import SCRIPT, Client, sound, until


def wav(path: Path, seconds: float, rate: int = 16_000) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sound(seconds, rate))
    return path


def where(client: Client) -> CallTarget:
    return CallTarget(str(client.http.base_url), client.services.tokens.for_role("agent"))


async def test_both_sides_are_sent_and_all_is_told_as_json(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [wav(tmp_path / "citizen.wav", 2.2), wav(tmp_path / "agent.wav", 1.2, 8000)]
    await call(files, where(client), "es", as_json=True)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    told = [line for line in lines[:-1] if "event" in line]
    finals = [(line["track"], line["text"]) for line in told if line["event"] == "final"]
    assert sorted(finals) == [("agent", SCRIPT[0]), ("citizen", SCRIPT[0]), ("citizen", SCRIPT[1])]
    assert [line["need"] for line in told if line["event"] == "need"] == ["jubilacion_ordinaria"]
    assert told[-1]["event"] == "ended"
    assert lines[-1]["state"] == "ended"
    assert lines[-1]["tracks"]["citizen"]["received_s"] is None  # its sound was not to be kept


async def test_a_cut_line_goes_on_and_nothing_is_lost(client: Client, tmp_path: Path) -> None:
    calls = client.services.calls
    opened = await begin_call(client.http, "es")
    speaking = asyncio.create_task(opened.speak("citizen", wav(tmp_path / "citizen.wav", 4.1)))
    await until(lambda: (calls.received(opened.call_id, "citizen") or 0) > 1.2)
    await calls.close()  # as a server that is started again
    await speaking
    await opened.end()
    assert [one.segment.text for one in await calls.record.find_segments(opened.call_id)] == list(SCRIPT)


async def test_what_the_service_refuses_is_told(client: Client, tmp_path: Path) -> None:
    opened = await begin_call(client.http, "es")
    await opened.end()
    with pytest.raises(CallRefused, match="terminado"):
        await opened.speak("citizen", wav(tmp_path / "citizen.wav", 1))


async def test_a_line_that_is_closed_while_it_speaks_says_why(client: Client, tmp_path: Path) -> None:
    opened = await begin_call(client.http, "es")
    speaking = asyncio.create_task(opened.speak("citizen", wav(tmp_path / "citizen.wav", 60)))
    await until(lambda: "citizen" in client.services.calls.joined(opened.call_id))
    await opened.end()
    with pytest.raises(CallRefused, match="terminado"):
        await speaking


@pytest.mark.parametrize(("status", "error"), [(403, CallRefused), (503, ServiceAway)])
async def test_events_that_do_not_come_are_not_waited_for_for_ever(status: int, error: type[Exception]) -> None:
    def refuse(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, json={"title": "No es para usted"})

    async with httpx.AsyncClient(base_url="http://isac", transport=httpx.MockTransport(refuse)) as http:
        with pytest.raises(error, match="No es para usted"):
            await anext(CallClient(http, "c1", "key", again_s=0.0, patience_s=0.0).events())


async def test_nobody_speaks_on_when_the_call_cannot_be_followed() -> None:
    async def refused() -> None:
        raise CallRefused("No es para usted")

    speaking = asyncio.ensure_future(asyncio.Event().wait())
    with pytest.raises(CallRefused, match="No es para usted"):
        await spoken_while(asyncio.create_task(refused()), speaking)
    await asyncio.wait([speaking])
    assert speaking.cancelled()


async def test_what_is_no_audio_calls_nobody(client: Client, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("hola")
    with pytest.raises(NotAudio, match=r"a\.wav"):
        await call([tmp_path / "a.wav"], where(client), None, as_json=True)
    assert await client.services.calls.record.latest(9) == []


async def test_without_a_service_it_is_said_how_to_start_it() -> None:
    async with httpx.AsyncClient(base_url="http://127.0.0.1:1") as http:
        with pytest.raises(ServiceAway, match="isac serve"):
            await begin_call(http, None)


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        (
            httpx.Response(308, headers={"Location": "https://isac/v1/calls"}),
            CallRefused,
            "moved to https://isac/v1/calls",
        ),
        (httpx.Response(200, text="<html>"), ServiceAway, "not ISAC"),
        (httpx.Response(200, json={}), ServiceAway, "not ISAC"),
        (httpx.Response(404, json="no"), CallRefused, "404"),
    ],
)
async def test_another_service_at_the_address_is_told(
    answer: httpx.Response, error: type[Exception], told: str
) -> None:
    async with httpx.AsyncClient(base_url="http://isac", transport=httpx.MockTransport(lambda _: answer)) as http:
        with pytest.raises(error, match=told):
            await begin_call(http, None)


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        (CallTarget("http://[::1", "key"), ServiceAway, "--url"),
        (CallTarget("http://127.0.0.1:1", "clé"), CallRefused, "token"),
        (CallTarget("http://127.0.0.1:1", "a\nb"), CallRefused, "token"),
    ],
)
async def test_what_cannot_be_asked_is_told(
    tmp_path: Path, asked: CallTarget, error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        await call([wav(tmp_path / "citizen.wav", 1)], asked, None, as_json=True)


async def test_the_screen_keeps_what_is_sure() -> None:
    word = {"text": "hola", "suspect": False}
    route = {"to": "answer", "todo": "Respóndale.", "link": "https://sede.example"}
    events: list[tuple[str, dict[str, Any]]] = [
        ("partial", {"track": "citizen", "stable": "ho", "tentative": "la"}),
        ("final", {"track": "citizen", "words": [word, {"text": "Pérez", "suspect": True}]}),
        ("need", {"reason": "Consulta sobre: viudedad.", "unit": "INSS", "urgent": False, "route": route}),
        ("suggestion", {"suggestions": [], "abstained": None, "ask": ["¿Cuándo nació?"], "actions": []}),
        ("alert", {"said": "40 años", "right": "Son 15 años.", "citation": None}),
        ("behind", {"track": "citizen", "seconds": 12.0}),
        ("track", {"track": "citizen", "state": "joined"}),
        ("track", {"track": "citizen", "state": "clipped"}),
        ("ended", {}),
    ]

    async def told() -> AsyncIterator[CallEventOut]:
        for kind, body in events:
            yield CallEventOut(kind, body)

    out = io.StringIO()
    await Screen(Console(file=out, width=80), shipped.phrases(), "es").run(told())
    assert out.getvalue().split("\n") == [
        "Persona: hola Pérez ", "→ Consulta sobre: viudedad. (INSS)", "  Respóndale. https://sede.example",
        "? ¿Cuándo nació?", "! «40 años» → Son 15 años.",
        "! El sonido de la persona llega saturado y se entiende peor: pídale que se aleje",
        "un poco del micrófono o que hable más bajo.", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "shown"),
    [([("citizen", 12.0), ("agent", 3.0)], ["… 12 s"]), ([("citizen", 12.0), ("citizen", 0.0)], [])],
)
def test_the_screen_says_how_late_the_text_is_while_it_is(told: list[tuple[str, float]], shown: list[str]) -> None:
    screen = Screen(Console(file=io.StringIO()), shipped.phrases(), "es")
    for track, seconds in told:
        assert screen._line(CallEventOut("behind", {"track": track, "seconds": seconds})) is None
    assert [str(text) for text in screen._lateness()] == shown
