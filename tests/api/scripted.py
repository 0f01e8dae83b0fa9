"""Conversations that follow a script: a real class with the methods of the real one, and a few turns of each kind."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from agents.reception.attending import AgentWords
from agents.reception.errors import UnknownConversation
from agents.reception.nodes.listen import WITH_PERSON
from agents.reception.turns.transcript import TURN, line_of
from agents.reception.turns.turn import AppointmentCard, Offer, Snapshot, TalkLine, Turn
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import NOT_HELD, Citation, LawPlace, Validity
from tests.fakes.contact_log import MemoryContactLog
from tools.contacts.contact import UTTERANCE, Contact, NewEvent, Utterance, utterance_event
from tools.errors import ToolUnavailable
from tools.queues.call_backs import CallBack
from tools.queues.floor import Floor, PutRight, Standing
from tools.queues.hand_offs import HandOff, HandOffQueue

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DOCUMENT = "12345678Z"
OFFICE_NAME = "Oficina de demostración de Girona"
FIRST_SLOT = datetime(2026, 12, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))

ARTICLE = (
    "Artículo 3. Quién puede pedir el descanso.\n"
    "1. Podrá pedir el descanso quien reúna estas condiciones:\n"
    "a) Haber cumplido sesenta y seis años y diez meses, o sesenta y cinco años con treinta y ocho años de servicio.\n"
    "b) Haber servido al menos quince años.\n"
    "2. Se pedirá por escrito."
)
"""An article of a norm of our own, in the form of the law."""
QUOTES = ARTICLE.split("\n")[2:4]
TOLD = (
    "En 2026 la edad ordinaria es de 66 años y 10 meses.",
    "- Quien ha cotizado 38 años o más puede jubilarse a los 65 años.",
    "Hay que haber cotizado al menos 15 años.",
)
SHA = hashlib.sha256(ARTICLE.encode()).hexdigest()
LAW_URL = "https://www.boe.es/buscar/act.php?id=BOE-A-2099-1"


def citation(quote: str) -> Citation:
    """What says the lines told. Of ``""``: a source whose words are not held."""
    start = ARTICLE.index(quote) if quote else 0
    place = LawPlace("BOE-A-2099-1", f"artículo 3.1.{'ab'[QUOTES.index(quote)]})", date(2026, 7, 31)) if quote else None
    return Citation(
        id=f"c{start}",
        passage_id="p1",
        document_sha256=SHA if quote else NOT_HELD.sha256,
        language="es",
        quote=quote,
        start=start,
        end=start + len(quote),
        source_title=f"Ley de prueba, {place.article}" if place else "Una página oficial",
        source_url=f"{LAW_URL}#a3" if quote else "https://www.seg-social.es/edad",
        validity=Validity(date(2026, 1, 1), date(2026, 12, 31)),
        told=TOLD[:2] if quote == QUOTES[0] else TOLD[2:],
        place=place,
        retrieved=None if quote else date(2026, 3, 30),
        quote_language="es" if quote else None,
    )


def hand_off_id(conversation_id: str) -> str:
    """The reference of its hand-off."""
    return f"H-{conversation_id.rpartition('-')[2]}"


class ScriptedConversations:
    """A few turns of each kind, chosen by words of the message.

    ``most_running`` counts turns running at once, ``readings`` how often its state was looked at.
    """

    def __init__(
        self,
        phrases: Phrases,
        contacts: MemoryContactLog | None = None,
        queue: HandOffQueue | None = None,
        floor: Floor | None = None,
    ) -> None:
        self._phrases, self._contacts = phrases, contacts or MemoryContactLog()
        self._queue, self._floor = queue, floor
        self._languages: dict[str, Language] = {}
        self._latest: dict[str, Turn] = {}
        self._turns: dict[str, Turn] = {}
        self._said: dict[str, tuple[str, str | None]] = {}
        self._count = 0
        self.running = self.most_running = 0
        self.readings = 0
        self.down = False

    async def open(self, language: Language | None) -> tuple[str, Turn]:
        self._count += 1
        conversation_id = f"conversation-{self._count:04d}"
        self._languages[conversation_id] = language or "es"
        parts = ("greeting", "greeting-privacy", "greeting-ask")
        greeting = "\n".join(self._say(conversation_id, key) for key in parts)
        turn = self._turn(conversation_id, "waiting", (Message("greeting", greeting),), ("Pedir cita", "Jubilación"))
        return conversation_id, await self._keep(conversation_id, turn)

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        if self.down:
            raise ToolUnavailable("database is down")
        language = await self.language(conversation_id)
        if key is not None and self._said.get(conversation_id) == (text, key):
            return self._latest[conversation_id]
        self._said[conversation_id] = (text, key)
        await self._hear(conversation_id, Utterance("citizen", text, NOW, language), key)
        if await self._attended(conversation_id):
            return replace(self._turn(conversation_id, WITH_PERSON, ()), quick_replies=())
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        await asyncio.sleep(0)
        try:
            return await self._keep(conversation_id, self._answer(conversation_id, language, text))
        finally:
            self.running -= 1

    async def agent_says(self, conversation_id: str, said: AgentWords) -> TalkLine:
        await self.language(conversation_id)
        agent = said.agent
        spoken = Utterance("agent", said.text, NOW, agent.languages[0], name=agent.name)
        await self._hear(conversation_id, spoken, said.key)
        stored = await self._contacts.by_key(conversation_id, f"agent:{said.key}")
        assert stored is not None
        return line_of(stored, {})

    async def tell_of_call(self, conversation_id: str, call_back: CallBack) -> None:
        await self.language(conversation_id)

    async def tell_who_has_it(self, conversation_id: str) -> Standing | None:
        await self.language(conversation_id)
        return None if self._floor is None else await self._floor.of_conversation(conversation_id)

    async def put_right(self, conversation_id: str, reading: PutRight) -> None:
        await self.language(conversation_id)
        self._languages[conversation_id] = reading.language

    async def as_written(self, conversation_id: str) -> dict[str, str]:
        return {}

    async def snapshot(self, conversation_id: str, *, as_written: bool = False) -> Snapshot:
        language, events = await self.language(conversation_id), await self._contacts.events(conversation_id)
        lines = tuple(line_of(event, {}) for event in events if event.kind == UTTERANCE)
        latest, number = self._latest.get(conversation_id), events[-1].number
        return Snapshot(language, lines, latest, number, turns=self._turns)

    async def update_log(self, conversation_id: str) -> None:
        await self.language(conversation_id)

    async def language(self, conversation_id: str) -> Language:
        self.readings += 1
        try:
            return self._languages[conversation_id]
        except KeyError:
            raise UnknownConversation(conversation_id) from None

    async def latest(self, conversation_id: str) -> Turn | None:
        self.readings += 1
        return self._latest.get(conversation_id)

    def _answer(self, conversation_id: str, language: Language, text: str) -> Turn:
        asked = {self._phrases.say(code, "page-switch-message"): code for code in LANGUAGES}
        if text in asked:
            self._languages[conversation_id] = asked[text]
            return self._told(conversation_id, "notice", "language-switched")
        if text == self._phrases.say(language, "page-person-message"):
            return self._hand_off(conversation_id, language)
        return self._scripted(conversation_id, text.lower())

    def _scripted(self, conversation_id: str, text: str) -> Turn:
        if "explota" in text:
            raise RuntimeError(f"something broke while reading {text}")
        if "jubila" in text:
            message = Message("answer", "\n".join(TOLD), tuple(citation(quote) for quote in (*QUOTES, "")))
            return self._turn(conversation_id, "waiting", (message,), ("¿Qué documentos hacen falta?", "Pedir cita"))
        if "cita" in text:
            return self._offers(conversation_id)
        if text in ("1", "2", "3"):
            return self._card(conversation_id, "proposed", ("Sí, confirmar", "Cambiar"))
        if text.startswith("sí"):
            return self._card(conversation_id, "booked", ("No, gracias",))
        return self._told(conversation_id, "notice", "not-understood")

    def _told(self, conversation_id: str, kind: Any, key: str, **extra: Any) -> Turn:
        message = Message(kind, self._phrases.say(self._languages[conversation_id], key))
        return self._turn(conversation_id, "waiting", (message,), **extra)

    def _offers(self, conversation_id: str) -> Turn:
        moments = [FIRST_SLOT + timedelta(days=day, minutes=15 * day) for day in (0, 1, 2)]
        offers = tuple(
            Offer(
                f"S{n}",
                at,
                15,
                "inss-17",
                OFFICE_NAME,
                "in_person",
                f"{n}. {at:%d/%m %H:%M}",
                str(n),
            )
            for n, at in enumerate(moments, 1)
        )
        message = Message(
            "offer", "Estas son las primeras citas en Girona. ¿Cuál prefiere? También puede decirme otro día."
        )
        return self._turn(conversation_id, "offered", (message,), ("Otras fechas",), offers=offers)

    def _card(self, conversation_id: str, status: Any, replies: tuple[str, ...]) -> Turn:
        card = AppointmentCard(
            locator="K7MQ2XHD" if status == "booked" else None,
            status=status,
            starts_at=FIRST_SLOT,
            minutes=15,
            office_id="inss-17",
            office_name=OFFICE_NAME,
            office_address="Dirección de demostración, Girona",
            channel="in_person",
            service="pensions",
            need="jubilacion_ordinaria",
            document_hint="***678Z",
            matter="la pensión de jubilación",
            bring="DNI o NIE" if status == "booked" else None,
        )
        text = (
            "¿La confirmo?"
            if status == "proposed"
            else "Cita confirmada. La cita es gratuita: desconfíe de quien la venda."
        )
        kind: Any = "confirmation" if status == "proposed" else "appointment"
        return self._turn(conversation_id, "read_back", (Message(kind, text),), replies, appointment=card)

    def _hand_off(self, conversation_id: str, language: Language) -> Turn:
        hand_off = HandOff(
            id=hand_off_id(conversation_id),
            conversation_id=conversation_id,
            reason="asked",
            language=language,
            need=None,
            unit="INSS · Dirección Provincial, atención",
            summary=(
                self._phrases.say(language, "summary-reason", reason=self._phrases.say(language, "reason-asked")),
            ),
            slots={},
            urgent=False,
            created_at=NOW,
        )
        return self._told(conversation_id, "hand_off", "handoff-asked", hand_off=hand_off)

    def _say(self, conversation_id: str, key: str) -> str:
        return self._phrases.say(self._languages[conversation_id], key)

    def _turn(
        self,
        conversation_id: str,
        step: str,
        messages: tuple[Message, ...],
        replies: tuple[str, ...] = (),
        **extra: Any,
    ) -> Turn:
        self._count += 1
        base: dict[str, Any] = {
            "offers": (),
            "appointment": None,
            "hand_off": None,
            "completeness": "complete",
            **extra,
        }
        return Turn(
            f"t{self._count}", self._languages[conversation_id], 0.98, None, step, messages, replies, {}, **base
        )

    async def _keep(self, conversation_id: str, turn: Turn) -> Turn:
        said = Utterance("assistant", "\n".join(message.text for message in turn.messages), NOW, turn.language)
        line = utterance_event(said, f"{turn.turn_id}:assistant")
        line = replace(line, data={**line.data, "turn_id": turn.turn_id})
        self._latest[conversation_id] = self._turns[turn.turn_id] = turn
        contact = Contact(conversation_id, "chat", NOW, turn.language)
        told = NewEvent(TURN, {"turn_id": turn.turn_id}, turn.turn_id)
        await self._contacts.append(contact, [line, told])
        if turn.hand_off is not None and self._queue is not None:
            await self._queue.add(turn.hand_off)
        return turn

    async def _hear(self, conversation_id: str, said: Utterance, key: str | None) -> None:
        event = utterance_event(said, None if key is None else f"{said.speaker}:{key}")
        contact = Contact(conversation_id, "chat", NOW, self._languages[conversation_id])
        await self._contacts.append(contact, [replace(event, data={**event.data, "key": key})])

    async def _attended(self, conversation_id: str) -> bool:
        standing = await self.tell_who_has_it(conversation_id)
        return standing is not None and standing.state == "held"
