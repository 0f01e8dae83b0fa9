"""A desk by script: the answers and the events that its page lives on, before the real application for all the rest."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sse_starlette.sse import EventSourceResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from api.app import create_app
from api.services.services import Services
from tests.api.scripted import DOCUMENT, QUOTES, citation
from tests.browser.desk_past import ScriptedPast, quality, readings

Json = dict[str, Any]
SAID = {
    "es": ("Buenos días, quiero jubilarme este año.", "¿Qué papeles tengo que llevar?"),
    "eu": ("Egun on, aurten erretiratu nahi dut.", "Zein agiri eraman behar ditut?"),
}
TOLD = {
    "es": "En 2026 la edad ordinaria es de 66 años y 10 meses.",
    "eu": "2026an, adin arrunta 66 urte eta 10 hilabetekoa da.",
}
ADVICE = {
    "es": (
        "Lleve el DNI y el libro de familia.",
        "Puede pedirla desde tres meses antes.",
        "Puede hacerlo por internet.",
    ),
    "eu": (
        "Ekarri NANa eta familia-liburua.",
        "Hiru hilabete lehenago eska dezakezu.",
        "Internet bidez egin dezakezu.",
    ),
}
QUOTE = "Podrá pedir el descanso quien reúna estas condiciones."
SOURCE = {"id": "c1", "quote": QUOTE, "quote_language": "es", "held": True, "lines": [], "article": "artículo 3",
          "source_title": "Ley de prueba, artículo 3", "source_url": "https://www.boe.es/buscar/act.php?id=BOE-A-2099-1#a3",
          "version": None, "valid_from": None, "valid_to": None}  # fmt: skip


def now() -> datetime:
    return datetime.now(UTC)


def hand_off(number: int, language: str = "es", *, urgent: bool = False) -> Json:
    """Of a person who asked about retirement, and waited some minutes."""
    said = SAID[language]
    return {
        "id": f"ISAC-{number:04}", "conversation_id": f"conversation-{number}",
        "reason": "crisis" if urgent else "asked", "language": language, "need": "jubilacion_ordinaria",
        "unit": "INSS · Pensiones", "urgent": urgent,
        "summary": [f"Motivo: {said[0]}", f"«{said[1]}»"], "created_at": (now() - timedelta(minutes=6)).isoformat(),
        "slots": {"document": "***678Z", "channel": "in_person", "office": "inss-17"},
    }  # fmt: skip


@dataclass
class Talk:
    """One conversation: its lines, and who listens."""

    of: Json
    lines: list[Json] = field(default_factory=list)
    listeners: list[asyncio.Queue[tuple[str, Json]]] = field(default_factory=list)
    keys: dict[str, Json] = field(default_factory=dict)
    refuse: int = 0
    readings: list[Json] = field(default_factory=list)

    def add(self, speaker: str, text: str, **more: Any) -> Json:
        line = {"number": len(self.lines) + 1, "speaker": speaker, "text": text, "at": now().isoformat(), **more}
        self.lines.append(line)
        self.tell("utterance", line)
        return line

    def tell(self, kind: str, body: Json) -> None:
        for listener in self.listeners:
            listener.put_nowait((kind, body))


class ScriptedDesk:
    """Who waits, who has whom, and what every request said (``asked``)."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.talks: dict[str, Talk] = {}
        self.waiting: list[Json] = []
        self.held: dict[str, str] = {}
        self.present: dict[str, Json] = {}
        self.asked: list[tuple[str, str, Json]] = []
        self.listeners: list[asyncio.Queue[tuple[str, Json]]] = []
        self.past = ScriptedPast()
        self.consultations: dict[str, Json] = {}

    def app(self) -> Starlette:
        """Before the real application."""
        queue, talk = "/v1/queue/{id}/{deed}", "/v1/conversations/{id}"
        return Starlette(
            routes=[
                Route("/v1/desk/presence", self._presence, methods=["GET", "PUT", "DELETE"]),
                Route("/v1/desk/events", self._events),
                Route("/v1/queue", self._queue),
                Route("/v1/queue/mine", self._mine),
                Route(queue, self._deed, methods=["POST"]),
                Route("/v1/consultations", self._consultations),
                Route("/v1/consultations/{id}/{deed}", self._consulted, methods=["POST"]),
                Route(talk, self._read),
                Route(f"{talk}/events", self._follow),
                Route(f"{talk}/reading", self._put_right, methods=["PATCH"]),
                Route(f"{talk}/citizen", self.past.citizen),
                Route(f"{talk}/identity", self.past.identify, methods=["POST"]),
                Route("/v1/citizens/find", self.past.find, methods=["POST"]),
                Route("/v1/citizens/{id}/timeline", self.past.timeline),
                Route("/v1/citizens/{id}/cases", self.past.cases),
                Route("/v1/citizens/{id}/cases/{case}", self.past.change, methods=["PATCH"]),
                Route("/v1/citizens/{id}/cases/{case}/promises/{promise}", self.past.keep, methods=["PATCH"]),
                Route("/v1/insights/quality", quality),
                Route("/v1/insights/readings", readings),
                Route("/v1/desk/appointments/find", self.past.appointments, methods=["POST"]),
                Route(f"{talk}/{{deed}}", self._said, methods=["POST"]),
                Route("/v1/contacts/{id}/summary", self._summary),
                Route("/v1/copilot/suggestions", self._suggest, methods=["POST"]),
                Route("/v1/copilot/suggestions/{id}/feedback", self._noted, methods=["POST"]),
                Mount("/", create_app(self.services)),
            ]
        )

    async def wait(self, entry: Json) -> None:
        """Somebody asks for a person, after a talk with the assistant."""
        talk = self.talks[entry["conversation_id"]] = Talk(entry)
        language = entry["language"]
        talk.add("citizen", SAID[language][0], language=language)
        talk.add("assistant", TOLD[language], language=language, citations=[citation(QUOTES[0]).id])
        talk.add("citizen", SAID[language][1], language=language)
        self.waiting.append(entry)
        self._tell_queue()

    async def enter(self, agent: Json) -> None:
        """Another agent comes to the desk."""
        self.present[agent["who"]] = agent
        self._tell("presence", {"present": list(self.present.values())})

    async def offer(self, entry: Json, seconds: int = 25) -> None:
        self._tell("offer", {"hand_off": entry, "until": (now() + timedelta(seconds=seconds)).isoformat()})

    async def withdraw(self, entry: Json) -> None:
        self._tell("withdrawn", {"id": entry["id"]})

    async def cut(self) -> None:
        for listener in self.listeners:
            listener.put_nowait(("end", {}))

    def standing(self, entry: Json) -> Json:
        who = self.held.get(entry["id"])
        agent = {"who": who, "name": who, "languages": ["es"]} if who else None
        return {"hand_off": entry, "state": "held" if who else "waiting", "since": now().isoformat(), "agent": agent,
                "front": False, "wanted": None, "note": None}  # fmt: skip

    def _who(self, request: Request) -> str:
        return self.services.tokens.staff(request.headers["authorization"].removeprefix("Bearer "), "agent").who

    async def _noted_body(self, request: Request) -> Json:
        body = await request.body()
        read: Json = json.loads(body) if body else {}
        self.asked.append((request.method, request.url.path, read))
        return read

    async def _presence(self, request: Request) -> Response:
        if request.method == "GET":
            return JSONResponse(list(self.present.values()))
        who, body = self._who(request), await self._noted_body(request)
        if request.method == "DELETE":
            self.present.pop(who, None)
            return Response(status_code=204)
        token = request.headers["authorization"].removeprefix("Bearer ")
        supervisor = self.services.tokens.staff(token, "agent").role == "admin"
        name = body.get("name") or who
        me = {**body, "name": name, "who": who, "supervisor": supervisor, "holds": list(self.held.values()).count(who)}
        changed = self.present.get(who) != me
        self.present[who] = me
        if changed:
            self._tell("presence", {"present": list(self.present.values())})
        return JSONResponse(me)

    async def _events(self, request: Request) -> Response:
        begin = [("presence", {"present": list(self.present.values())}), ("queue", self._counts())]
        return EventSourceResponse(_stream(self.listeners, begin))

    def _counts(self) -> Json:
        longest = max((now() - datetime.fromisoformat(one["created_at"]) for one in self.waiting), default=timedelta())
        urgent = sum(one["urgent"] for one in self.waiting)
        return {"total": len(self.waiting), "urgent": urgent, "longest_s": int(longest.total_seconds())}

    def _tell(self, kind: str, body: Json) -> None:
        for listener in self.listeners:
            listener.put_nowait((kind, body))

    def _tell_queue(self) -> None:
        self._tell("queue", self._counts())

    async def _queue(self, request: Request) -> Response:
        return JSONResponse(sorted(self.waiting, key=lambda one: not one["urgent"]))

    async def _mine(self, request: Request) -> Response:
        who = self._who(request)
        mine = [talk.of for talk in self.talks.values() if self.held.get(talk.of["id"]) == who]
        return JSONResponse([self.standing(entry) for entry in mine])

    async def _deed(self, request: Request) -> Response:
        await self._noted_body(request)
        talk = next(talk for talk in self.talks.values() if talk.of["id"] == request.path_params["id"])
        deed = request.path_params["deed"]
        if deed == "consultations":
            body, me = self.asked[-1][2], self._who(request)
            return JSONResponse(await self.consult(talk.of, me, body["to"], body["text"]), status_code=201)
        if deed == "accept":
            self.held[talk.of["id"]] = self._who(request)
            self.waiting = [one for one in self.waiting if one is not talk.of]
            self._tell_queue()
            return JSONResponse(talk.of)
        if deed in ("transfer", "return", "close"):
            del self.held[talk.of["id"]]
        return JSONResponse(self.standing(talk.of))

    async def consult(self, entry: Json, asker: str, to: str, text: str) -> Json:
        """Somebody at work asks about a conversation."""
        who = {"who": asker, "name": asker, "languages": ["es"]}
        name = f"consultation-{len(self.consultations) + 1}"
        begun = {"id": name, "hand_off": entry, "asker": who, "to": to, "colleague": None, "lines": []}
        self.consultations[name] = begun
        return self.write(name, asker, text, "asked")

    def write(self, name: str, who: str, text: str | None, state: str) -> Json:
        """A line, or another state of it."""
        one = self.consultations[name]
        written = {"number": len(one["lines"]) + 1, "who": who, "name": who, "key": ""}
        line = {**written, "text": text, "at": now().isoformat()}
        one["lines"] = [*one["lines"], line] if text else one["lines"]
        if one.get("state") != state:
            one |= {"state": state, "since": now().isoformat()}
        self._tell("consultation", one)
        return one

    async def take_consultation(self, name: str, who: str) -> None:
        """A colleague answers."""
        self.consultations[name]["colleague"] = {"who": who, "name": who, "languages": ["es"]}
        self.write(name, who, None, "open")

    async def end_consultation(self, name: str) -> None:
        """It is over, and nobody's who was asked."""
        del self.consultations[name]
        self._tell("withdrawn", {"id": name})

    async def _consultations(self, request: Request) -> Response:
        return JSONResponse(list(self.consultations.values()))

    async def _consulted(self, request: Request) -> Response:
        body, name, deed = await self._noted_body(request), request.path_params["id"], request.path_params["deed"]
        if deed == "accept":
            await self.take_consultation(name, self._who(request))
            return JSONResponse(self.consultations[name])
        state = "ended" if deed == "end" else self.consultations[name]["state"]
        return JSONResponse(self.write(name, self._who(request), body.get("text"), state))

    async def _read(self, request: Request) -> Response:
        talk = self.talks[request.path_params["id"]]
        packet = {"hand_off": talk.of, "note": None, "given": {"document": DOCUMENT}, "readings": talk.readings}
        state = {"language": talk.of["language"], "transcript": talk.lines, "number": len(talk.lines), "packet": packet}
        return JSONResponse({**state, "id": talk.of["conversation_id"], "latest": None, "person": {"state": "held"}})

    async def _put_right(self, request: Request) -> Response:
        talk, wish = self.talks[request.path_params["id"]], dict(await self._noted_body(request))
        before = reading_of(talk.of)
        danger = wish.pop("danger", before["danger"])
        talk.of |= {**wish, "urgent": danger is not None, "reason": danger or "asked"}
        change = {"number": len(talk.lines) + len(talk.readings) + 1, "before": before, "after": reading_of(talk.of)}
        talk.readings.append(change)
        talk.tell("reading", change)
        return JSONResponse(self.standing(talk.of))

    async def _follow(self, request: Request) -> Response:
        talk = self.talks[request.path_params["id"]]
        after = int(request.headers.get("last-event-id") or 0)
        return EventSourceResponse(_stream(talk.listeners, [("utterance", line) for line in talk.lines[after:]]))

    async def _said(self, request: Request) -> Response:
        body, deed = await self._noted_body(request), request.path_params["deed"]
        talk = self.talks[request.path_params["id"]]
        if deed != "agent-messages":
            return Response(status_code=204)
        if talk.refuse:
            talk.refuse -= 1
            return Response(status_code=502)
        key = request.headers["idempotency-key"]
        if key not in talk.keys:
            talk.keys[key] = talk.add("agent", body["text"], key=key, name=self._who(request))
        return JSONResponse(talk.keys[key])

    async def _summary(self, request: Request) -> Response:
        sentence = {"kind": "established", "text": "Quiere jubilarse este año.", "turns": [0], "citations": []}
        told = {"reason": "Consulta sobre jubilación.", "sentences": [sentence], "entities": [], "needs": []}
        return JSONResponse({**told, "language": "es", "disposition": "resolved"})

    async def _suggest(self, request: Request) -> Response:
        body = await self._noted_body(request)
        language, read = body["language"], body["agent_language"]
        number = sum(path.endswith("/suggestions") for _, path, _ in self.asked)
        wrong = [place for place, turn in enumerate(body["turns"]) if "40 años" in turn["text"]]
        alerts = [{"turn": place, "kind": "term", "said": "40 años", "right": "Son 15 años.", "citation": SOURCE,
                   "confidence": 0.9} for place in wrong]  # fmt: skip
        alerts += [
            {"turn": place, "kind": "danger", "said": turn["text"], "right": "Llame al 024.", "citation": None,
             "confidence": 0.9}
            for place, turn in enumerate(body["turns"]) if "No puedo más" in turn["text"] and not turn.get("safe")
        ]  # fmt: skip
        if "?" not in body["turns"][-1]["text"] and not alerts:
            told = {"abstained": "nothing_asked", "abstained_text": "No se ha preguntado nada."}
            return JSONResponse(
                {"id": f"s-{number}", "suggestions": [], "alerts": [], "ask": [], "actions": [], **told}
            )
        same = {"need": "jubilacion_ordinaria", "aspect": "documents", "confidence": 0.9, "citations": [SOURCE]}
        suggestions = [
            {**same, "text": text, **({} if language == read else {"told_in": ADVICE["es"][place]})}
            for place, text in enumerate(ADVICE[language])
        ]
        actions = [{"kind": "book", "label": "Dar cita de jubilación", "need": "jubilacion_ordinaria", "values": {}}]
        return JSONResponse({"id": f"s-{number}", "suggestions": suggestions, "abstained": None,
                             "alerts": alerts, "ask": ["¿Cuántos años ha cotizado?"], "actions": actions})  # fmt: skip

    async def _noted(self, request: Request) -> Response:
        await self._noted_body(request)
        return Response(status_code=204)


def reading_of(entry: Json) -> Json:
    """Need, language and danger of a hand-off."""
    danger = entry["reason"] if entry["urgent"] else None
    return {"need": entry["need"], "language": entry["language"], "danger": danger}


async def _stream(
    listeners: list[asyncio.Queue[tuple[str, Json]]], begin: list[tuple[str, Json]]
) -> AsyncIterator[Json]:
    """Events of the beginning, then those that come, until it is cut."""
    queue: asyncio.Queue[tuple[str, Json]] = asyncio.Queue()
    for event in begin:
        queue.put_nowait(event)
    listeners.append(queue)
    try:
        while True:
            kind, body = await queue.get()
            if kind == "end":
                return
            numbered = {"id": str(body["number"])} if kind == "utterance" else {}
            yield {"event": kind, "data": json.dumps(body), **numbered}
    finally:
        listeners.remove(queue)
