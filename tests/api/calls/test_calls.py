"""Calls over HTTP: begin, consent, follow, read, export, listen, forget."""

import asyncio
import io
import threading
import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.services.services import Services
from api.wiring.desk import build_desk
from knowledge.languages import LANGUAGES, Language
from speech.calls.record import Call, Said
from speech.segments import Segment, Word
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.calls.conftest import SCRIPT, Client, sound, texts, until
from tests.api.fakes import ListTrail, office
from tests.embedded import served
from tools.appointments.slots import BookingRules, SlotSpace
from tools.audit import AuditQuery
from tools.clock import LocalClock, system_clock
from tools.store.database import Database
from tools.store.desk_notices import EventNotices
from tools.store.events import PostgresEventBus

TOLD = {"said_at": "2026-11-26T09:00:00+01:00", "by": "quien atiende"}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield from served(tmp_path_factory, "audit")


async def spoken(call: Client, seconds: float = 2.1, track: str = "citizen") -> None:
    line = await call.speak(track)
    await line.send(sound(seconds))
    await line.end()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_notice_is_in_the_language_of_the_call(client: Client, language: Language) -> None:
    opened = (await client.http.post("/v1/calls", json={"language": language})).json()
    audio = (await client.http.post("/v1/calls", json={"language": language, "keep_audio": True})).json()
    assert opened["notice_language"] == language
    assert "365" in opened["notice"]
    assert "30" in audio["notice"]
    assert opened["notice_version"] != audio["notice_version"]


async def test_the_proof_of_consent_says_which_text_when_and_by_whom(client: Client) -> None:
    opened = (await client.http.post("/v1/calls", json={"language": "ca"})).json()
    for named in (opened["notice"], opened["notice_version"]):
        agreed = await client.http.post(f"/v1/calls/{opened['id']}/consent", json={"notice": named, **TOLD})
        assert agreed.status_code == 200
        call = await replace(client, id=opened["id"]).get()
        assert call["consent"] == agreed.json()
        assert call["consent"] == {
            "notice": opened["notice_version"], "language": "ca", "text": opened["notice"],
            "said_at": "2026-11-26T09:00:00+01:00", "by": "quien atiende", "noted_by": "ane",
            "audio": False, "agreed": True,
        }  # fmt: skip


async def test_who_opens_a_call_of_the_exchange_gets_the_notice_in_its_language_and_notes_the_answer(
    client: Client,
) -> None:
    calls = client.services.calls
    await calls.open(Call("x1", client.services.clock(), "twilio", "es", "gl", "twilio:CA1", keep_audio=True))
    call = replace(client, id="x1")
    shown = await call.get()
    assert (shown["notice_language"], shown["consent"]) == ("gl", None)
    assert "se grava" in shown["notice"]
    proof = {**TOLD, "notice": shown["notice_version"], "agreed": False}
    agreed = await client.http.post("/v1/calls/x1/consent", json=proof)
    assert agreed.status_code == 200
    assert (await call.get())["consent"] == agreed.json()
    assert (agreed.json()["text"], agreed.json()["agreed"]) == (shown["notice"], False)
    assert (await call.end())["kept_audio"] is False


async def test_of_a_call_in_an_unknown_language_the_notice_is_in_the_one_the_citizen_speaks(client: Client) -> None:
    await client.services.calls.open(Call("x1", client.services.clock(), "twilio", "fr"))
    call = replace(client, id="x1")
    assert (await call.get())["notice_language"] == "fr"
    record = client.services.calls.record
    await record.add("x1", Said("agent", Segment(0, "es", (Word("dígame", 0, 1, 0.9),))))
    assert (await call.get())["notice_language"] == "fr"  # the citizen has not spoken
    await record.add("x1", Said("citizen", Segment(0, "eu", (Word("kaixo", 1, 2, 0.9),))))
    await record.add("x1", Said("agent", Segment(1, "es", (Word("sí", 3, 4, 0.9),))))
    shown = await call.get()
    assert (shown["notice_language"], shown["language"]) == ("eu", "eu")


async def test_a_proof_is_stored_with_a_call_that_was_begun_without_and_the_answer_says_what_holds(
    client: Client,
) -> None:
    first = (await client.http.post("/v1/calls", json={"reference": "x:1", "language": "es"})).json()
    assert (first["consent"], first["keep_audio"], first["open_question"]) == (None, False, False)
    proof = {"notice": first["notice_version"], **TOLD}
    wish = {"reference": "x:1", "keep_audio": True, "open_question": True}
    told = (await client.http.post("/v1/calls", json={**wish, "consent": proof})).json()
    call = await replace(client, id=first["id"]).get()
    assert told["id"] == first["id"]
    assert told["consent"]["by"] == TOLD["by"]
    assert told["consent"] == call["consent"]
    assert (told["keep_audio"], told["open_question"]) == (False, False)  # of whoever began it
    other = {**proof, "by": "otra persona"}
    later = (await client.http.post("/v1/calls", json={"reference": "x:1", "consent": other})).json()
    assert later["consent"] == told["consent"]
    trail = client.services.desk.trail
    assert isinstance(trail, ListTrail)
    noted = [(actor.who, what.action, what.after) for actor, what in trail.noted]
    assert noted == [("ane", "agree_call", {"call": first["id"], "notice": first["notice_version"], "agreed": True})]


async def test_after_the_end_a_proof_is_not_rewritten(client: Client) -> None:
    call = await client.begin()
    notice = (await client.http.post("/v1/calls", json={})).json()["notice_version"]
    for by, status in (("quien atiende", 200), ("otra persona", 200), ("nadie", 409)):
        if status == 409:
            await call.end()
        told = await client.http.post(f"/v1/calls/{call.id}/consent", json={**TOLD, "notice": notice, "by": by})
        assert told.status_code == status
    assert (await call.get())["consent"]["by"] == "otra persona"


async def test_a_text_that_is_no_notice_proves_nothing(client: Client) -> None:
    refused = await client.http.post("/v1/calls", json={"consent": {"notice": "hola", **TOLD}})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_notice")


async def test_the_same_reference_opens_the_same_call(client: Client) -> None:
    first, again = await client.begin(reference="x:1"), await client.begin(reference="x:1")
    assert first.id == again.id
    assert (await client.begin(reference="x:2")).id != first.id
    assert (await client.begin(reference=" x:1 ")).id == first.id


@pytest.mark.parametrize("empty", ["", "  ", "\x00"])
async def test_an_empty_reference_is_none(client: Client, empty: str) -> None:
    first, other = await client.begin(reference=empty), await client.begin(reference=empty)
    assert first.id != other.id
    assert (await first.get())["reference"] is None


async def test_events_tell_what_happened_and_go_on_from_any_of_them(client: Client) -> None:
    call = await client.begin(open_question=True)
    following = asyncio.create_task(call.events())
    await asyncio.sleep(0.1)
    await spoken(call)
    await call.end()
    events = await following
    stored = [(kind, int(number)) for kind, number, _ in events if number]
    assert [number for _, number in stored] == list(range(1, len(stored) + 1))
    assert [kind for kind, _ in stored if kind in ("final", "ended")] == ["final", "final", "ended"]
    assert [body["text"] for kind, _, body in events if kind == "final"] == list(SCRIPT[:2])
    partials = [body for kind, number, body in events if kind == "partial" and number is None]
    assert partials[0]["stable"] == "buenos días quiero"
    assert partials[0]["tentative"] == "jubilarme"
    assert [body["state"] for kind, _, body in events if kind == "track"] == ["joined", "ended"]
    needs = [body for kind, _, body in events if kind == "need"]
    assert [(need["need"], need["route"]["to"], need["urgent"]) for need in needs] == [
        ("jubilacion_ordinaria", "answer", False)
    ]
    assert needs[0]["reason"] == "Consulta sobre: jubilacion ordinaria."
    for after in range(len(stored)):
        assert [(kind, int(number or 0)) for kind, number, _ in await call.events(after)] == stored[after:]


async def test_after_the_end_nobody_waits_for_more_events(client: Client) -> None:
    call = await client.begin()
    await call.end()
    _, last, _ = (await call.events())[-1]
    answer = await client.http.get(f"/v1/calls/{call.id}/events", headers={"Last-Event-ID": str(last)})
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("last", ["", "0", "-1", "nonsense", "999", "9" * 30, "9" * 5000])
async def test_after_an_event_that_is_not_there_all_are_told(client: Client, last: str) -> None:
    call = await client.begin()
    await call.end()
    answer = await client.http.get(f"/v1/calls/{call.id}/events", headers={"Last-Event-ID": last})
    assert answer.text.splitlines()[:2] == ["id: 1", "event: ended"]


async def test_the_need_is_told_in_the_language_of_the_agent(client: Client) -> None:
    client.http.headers["Accept-Language"] = "fr"
    call = await client.begin(language="es")
    await spoken(call)
    await call.end()
    assert (await call.get())["need"]["reason"] == "La demande porte sur\u202f: jubilacion ordinaria."


async def test_the_need_of_the_agent_is_nobodys(client: Client) -> None:
    call = await client.begin()
    await spoken(call, track="agent")
    assert (await call.end())["need"] is None


async def test_a_transcript_is_text_webvtt_and_json(client: Client) -> None:
    call = await client.begin()
    await spoken(call)
    await spoken(call, 1.1, "agent")
    await call.end()
    path = f"/v1/calls/{call.id}/transcript"
    text = (await client.http.get(path)).text
    assert "[00:00] Persona: buenos días quiero jubilarme\n" in text
    assert len(text.splitlines()) == 3
    vtt = await client.http.get(path, params={"format": "vtt"}, headers={"Accept-Language": "eu"})
    assert vtt.headers["content-type"].startswith("text/vtt")
    assert vtt.text.startswith("WEBVTT\n\n1\n00:00:0")
    assert "<v Herritarra>buenos días quiero jubilarme</v>\n" in vtt.text
    assert (await client.http.get(path, params={"format": "json"})).json() == await call.get()
    assert (await client.http.get(path, params={"format": "pdf"})).status_code == 422


async def test_numbers_of_a_whole_call_are_read_beside_the_event_loop(client: Client) -> None:
    threads: list[threading.Thread] = []

    class Noting(Segment):
        @property
        def text(self) -> str:
            threads.append(threading.current_thread())
            return super().text

    call = await client.begin()
    word = Word("hola", 0.0, 0.5, 0.9)
    await client.services.calls.record.add(call.id, Said("citizen", Noting(0, "es", (word,))))
    threads.clear()
    assert texts(await call.get()) == ["hola"]
    assert threads
    assert threading.main_thread() not in threads


async def test_calls_are_listed_the_live_ones_first(client: Client) -> None:
    calls = [await client.begin() for _ in range(3)]
    await calls[2].end()
    listed = (await client.http.get("/v1/calls")).json()
    assert [one["id"] for one in listed] == [calls[1].id, calls[0].id, calls[2].id]
    assert [one["state"] for one in listed] == ["live", "live", "ended"]
    assert len((await client.http.get("/v1/calls", params={"limit": 1})).json()) == 1


async def test_who_may_do_what(client: Client) -> None:
    call = await client.begin()
    own = {"Authorization": f"Bearer {call.token}"}
    async with httpx.AsyncClient(base_url=client.http.base_url) as anybody:
        for path in ("", "/transcript", "/events"):
            assert (await anybody.get(f"/v1/calls/{call.id}{path}")).status_code == 401
        assert (await anybody.get(f"/v1/calls/{call.id}", headers=own)).status_code == 200
        for ask in (
            anybody.get("/v1/calls", headers=own),
            anybody.post("/v1/calls", headers=own),
            anybody.get(f"/v1/calls/{call.id}/audio/citizen", headers=own),
            anybody.delete(f"/v1/calls/{call.id}/audio", headers=own),
        ):
            assert (await ask).status_code == 403
    unknown = await client.http.get("/v1/calls/none")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "call_not_found")
    for path in ("/events", "/transcript"):
        assert (await client.http.get(f"/v1/calls/none{path}")).status_code == 404


async def test_a_call_nobody_takes_up_again_is_ended(client: Client) -> None:
    calls = client.services.calls
    never, cut, held = await client.begin(), await client.begin(), await client.begin()
    line = await cut.speak()
    await line.send(sound(1.2))
    line.socket.transport.abort()
    await held.speak()
    await until(lambda: not calls.joined(cut.id))
    await calls.tidy()
    assert len(await calls.record.live()) == 3
    calls.rules = replace(calls.rules, grace=timedelta(0))
    await calls.tidy()
    async with asyncio.timeout(10):
        while len(live := await calls.record.live()) > 1:
            await asyncio.sleep(0.01)
    assert [one.id for one in live] == [held.id]
    assert texts(await cut.get()) == [SCRIPT[0]]
    assert (await never.get())["tracks"] == {}


class TestSound:
    @pytest.fixture
    async def audited(self, client: Client, data_dir: Path) -> Any:
        """The client of a service whose audit is a real one."""
        database = await Database.start(None, data_dir)
        clock = LocalClock(system_clock, SEGURIDAD_SOCIAL.zone)
        slots = SlotSpace({"inss-17": office()}, shipped.calendar(), BookingRules())
        desk = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"k" * 32, clock)
        services: Services = client.services
        object.__setattr__(services, "desk", desk)
        yield client
        await database.close()

    async def kept(self, client: Client, **body: Any) -> Client:
        opened = (await client.http.post("/v1/calls", json={"keep_audio": True, **body})).json()
        return replace(client, id=opened["id"], token=opened["token"])

    async def agree(self, call: Client, *, audio: bool = True) -> None:
        notice = (await call.http.post("/v1/calls", json={"keep_audio": audio})).json()["notice_version"]
        (await call.http.post(f"/v1/calls/{call.id}/consent", json={"notice": notice, **TOLD})).raise_for_status()

    async def listen(self, call: Client, track: str = "citizen") -> httpx.Response:
        return await call.http.get(f"/v1/calls/{call.id}/audio/{track}")

    async def test_kept_sound_is_heard_as_it_was_and_who_hears_it_is_audited(self, audited: Client) -> None:
        call = await self.kept(audited)
        await self.agree(call)
        await spoken(call, 2.1)
        assert (await self.listen(call)).status_code == 404  # it is not for listening while it is spoken
        assert (await call.end())["kept_audio"] is True
        heard = await self.listen(call)
        with wave.open(io.BytesIO(heard.content)) as file:
            assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16_000, 1, 2)
            frames = file.readframes(file.getnframes())
        assert frames.endswith(sound(2.1))
        assert (await self.listen(call, "agent")).status_code == 404
        trail = await audited.services.desk.trail.find(AuditQuery())
        assert [(one.actor.who, one.record.action, one.record.after) for one in trail[:1]] == [
            ("ane", "hear_call", {"call": call.id, "track": "citizen"})
        ]

    @pytest.mark.parametrize("told", [False, True])
    async def test_unless_the_citizen_was_told_so_it_is_not_kept(
        self, audited: Client, tmp_path: Path, told: bool
    ) -> None:
        call = await self.kept(audited)
        if told:
            await self.agree(call, audio=False)  # that it is written down, and no more
        await spoken(call)
        assert (tmp_path / "calls" / call.id).exists()
        assert (await call.end())["kept_audio"] is False
        assert not (tmp_path / "calls" / call.id).exists()
        assert (await self.listen(call)).json()["code"] == "audio_not_kept"

    async def test_erased_it_is_gone_and_the_words_stay(self, audited: Client, tmp_path: Path) -> None:
        for when in ("before", "after"):
            call = await self.kept(audited)
            await self.agree(call)
            await spoken(call)
            if when == "after":
                await call.end()
            assert (await audited.http.delete(f"/v1/calls/{call.id}/audio")).status_code == 204
            ended = await call.end()
            assert (ended["kept_audio"], len(ended["segments"])) == (False, 2)
            assert not (tmp_path / "calls" / call.id).exists()

    async def test_what_the_disk_does_not_let_go_is_told_and_goes_when_it_is_asked_again(
        self, audited: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(folder: Path) -> None:
            raise PermissionError(13, "Permission denied", str(folder))

        call = await self.kept(audited)
        await self.agree(call)
        await spoken(call)
        await call.end()
        with monkeypatch.context() as patch:
            patch.setattr("speech.calls.sound_store.shutil.rmtree", refuse)
            answer = await audited.http.delete(f"/v1/calls/{call.id}/audio")
        assert (answer.status_code, answer.json()["code"]) == (503, "sound_not_deleted")
        assert (await audited.http.delete(f"/v1/calls/{call.id}/audio")).status_code == 204
        assert not (tmp_path / "calls" / call.id).exists()

    async def test_after_its_time_it_is_forgotten_and_later_so_are_the_words(
        self, audited: Client, tmp_path: Path
    ) -> None:
        calls = audited.services.calls
        call = await self.kept(audited)
        await self.agree(call)
        await spoken(call)
        await call.end()
        await calls.sound.sweep()
        assert (tmp_path / "calls" / call.id).exists()
        calls.rules = replace(calls.rules, audio_life=timedelta(0))
        await calls.sound.sweep()
        assert not (tmp_path / "calls" / call.id).exists()
        assert (await call.get())["kept_audio"] is False
        calls.rules = replace(calls.rules, life=timedelta(0))
        await calls.sound.sweep()
        assert (await audited.http.get(f"/v1/calls/{call.id}")).status_code == 404


async def test_sound_that_nobody_deleted_in_time_is_swept(client: Client) -> None:
    calls = client.services.calls
    ended, living = await client.begin(), await client.begin()
    await spoken(ended)
    await (await living.speak()).send(sound(1.2))
    await ended.end()
    folder = calls.shelf.folder / ended.id  # as a server that was killed between the end and the deletion leaves it
    folder.mkdir(parents=True)
    (folder / "citizen.spool").write_bytes(b"sound")
    await calls.sound.sweep()
    assert calls.shelf.calls() == [living.id]


async def test_nothing_that_was_said_is_in_the_log(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    call = await client.begin()
    await spoken(call, 3.2)
    await call.end()
    logged = capsys.readouterr().out
    assert "line joined" in logged
    assert not any(word in logged for said in SCRIPT for word in said.split() if len(word) > 4)
