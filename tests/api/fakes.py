"""Stand-ins for what the HTTP edge works with: real classes with the same methods, a few scripted turns behind them."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from agents.calls.need_watch import NeedWatch
from agents.copilot.call_watch import AdviceWatch
from agents.phrases.phrases import Phrases
from agents.reception.call_needs import PolicyNeedReader
from agents.routing.route import Directory
from agents.summary.call_watch import SummaryWatch
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Likeness
from api.calls.advice_events import AdviceEvents, summary_event
from api.services.booking import BookingServices
from api.services.chat import ChatServices
from api.services.citizens import CitizenServices
from api.services.consulting import Consulting
from api.services.desk import DeskServices
from api.services.desk_view import read_floor
from api.services.knowledge import KnowledgeServices, PassageHit
from api.services.people import AttentionHours, People
from api.services.services import Services
from api.services.shared_read import SharedRead
from api.services.tokens import Tokens
from api.services.translating import Translations
from api.services.turn_locks import ProcessTurnLocks
from api.services.webhooks import WebhookServices
from api.settings.settings import Settings
from api.wiring.desk import build_desk
from api.wiring.webhooks import build_webhooks
from knowledge.content.needs import AppointmentRule, Catalogue, Need, Policy
from knowledge.encoders.cross_language import CrossLanguageEncoder
from knowledge.encoders.hashing import HashingEncoder
from knowledge.errors import CitationNotFound
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import NOT_HELD, Citation, Document
from speech.calls.calls import Calls
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from speech.listening.transcriber import Transcriber
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.api.scripted import (
    ARTICLE,
    DOCUMENT,
    FIRST_SLOT,
    NOW,
    OFFICE_NAME,
    QUOTES,
    SHA,
    TOLD,
    ScriptedConversations,
    citation,
)
from tests.api.scripted_copilot import ScriptedCopilot, make_copilot
from tests.api.scripted_summaries import CountingSummarizer, make_summaries
from tests.fakes.call_record import MemoryCallRecord
from tests.fakes.cases import MemoryCases
from tests.fakes.consultations import MemoryConsultations
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.floor import MemoryFloor
from tests.fakes.gap_log import MemoryGapLog
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tests.fakes.timelines import MemoryTimelines
from tools.appointments.book import ANYBODY, Appointment, Asker, BookingRequest
from tools.appointments.fairness import FindLimits
from tools.appointments.keys import pseudonym_of
from tools.appointments.office_search import NoBounds, OfficeSearch
from tools.appointments.slots import BookingRules, SlotSpace
from tools.appointments.staff_view import DeskAppointment
from tools.audit import Actor, AuditEntry, AuditQuery, AuditRecord
from tools.clock import fixed, system_clock
from tools.errors import (
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    OutcomeUnknown,
    SlotTaken,
    ToolUnavailable,
    UnknownSlot,
)
from tools.gaps.gaps import Gap
from tools.gaps.themes import GapThemes
from tools.offices.distances import load_gazetteer
from tools.offices.offices import Office
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.appointment_events import AppointmentEvent, EventKind
from tools.store.database import Database
from tools.store.desk_notices import EventNotices
from tools.store.events import PostgresEventBus
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules

__all__ = [
    "ARTICLE",
    "DOCUMENT",
    "NOW",
    "QUOTES",
    "SHA",
    "TOLD",
    "ScriptedConversations",
    "citation",
    "make_services",
    "with_parts",
]


class TinyBook:
    """Three slots and no rules beyond the port's: enough to see every answer of the routes."""

    def __init__(self) -> None:
        self.slots = [Slot(f"S{n}", "inss-17", "in_person", FIRST_SLOT + timedelta(days=n - 1), 15) for n in (1, 2, 3)]
        self._holds: dict[str, tuple[str, Slot]] = {}
        self._booked: dict[str, tuple[BookingRequest, Appointment]] = {}
        self.down = self.silent = False
        self.room_url: str | None = None
        self.askers: list[Asker] = []

    async def availability(self, query: SlotQuery) -> list[Slot]:
        if self.down:
            raise ToolUnavailable("down")
        days = (query.not_before or date.min, query.not_after or date.max)
        return [slot for slot in self.slots if days[0] <= slot.starts_at.date() <= days[1]][: query.limit]

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        self.askers.append(asker)
        slot = next((slot for slot in self.slots if slot.id == slot_id), None)
        if slot is None:
            raise UnknownSlot(slot_id)
        if self._holds.get(slot_id, (holder, slot))[0] != holder:
            raise SlotTaken(slot_id)
        self._holds[slot_id] = (holder, slot)
        return Hold(f"hold-{slot_id}", slot, NOW + timedelta(minutes=10))

    async def release(self, hold_id: str) -> None:
        self._holds.pop(hold_id.removeprefix("hold-"), None)

    async def book(self, request: BookingRequest) -> Appointment:
        if request.key in self._booked:
            before, appointment = self._booked[request.key]
            if before != request:
                raise KeyReused(request.key)
            return appointment
        if request.document != DOCUMENT:
            raise BadIdentifier("document", f"{request.document} has a wrong letter")
        slot = self._held(request.hold_id)
        appointment = Appointment(
            "K7MQ2XHD", slot, request.service, request.need, "booked", "***678Z", NOW, self.room_url
        )
        self._booked[request.key] = (request, appointment)
        if self.silent:
            raise OutcomeUnknown("no answer")
        return appointment

    async def find(self, locator: str, document: str) -> Appointment:
        for _, appointment in self._booked.values():
            if (locator, document) == (appointment.locator, DOCUMENT):
                return appointment
        raise AppointmentNotFound(locator)

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        found = await self.find(locator, document)
        return Appointment(locator, self._held(hold_id), found.service, found.need, "booked", found.document_hint, NOW)

    async def cancel(self, locator: str, document: str) -> Appointment:
        found = await self.find(locator, document)
        return Appointment(locator, found.slot, found.service, found.need, "cancelled", found.document_hint, NOW)

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        booked = [
            one for request, one in self._booked.values() if (request.document, request.phone) == (document, contact)
        ]
        return [one for one in booked if one.status == "booked"]

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        return []

    def _held(self, hold_id: str) -> Slot:
        try:
            return self._holds[hold_id.removeprefix("hold-")][1]
        except KeyError:
            raise HoldExpired(hold_id) from None


def waiting_list(database: Database) -> PostgresWaitingList:
    """The line of the one office there is."""
    slots = SlotSpace({"inss-17": office()}, shipped.calendar(), BookingRules())
    return PostgresWaitingList(database, slots, fixed(NOW), WaitingRules(b"k" * 32, by_email=True))


class ThreeEvents:
    """A seat held, and booked; another one cancelled."""

    async def after(self, cursor: str | None, limit: int = 100) -> list[AppointmentEvent]:
        kinds: tuple[EventKind, ...] = ("held", "booked", "cancelled")
        events = [
            AppointmentEvent(f"7-{n}", NOW, kind, "s", "S1", "inss-17", "in_person", FIRST_SLOT)
            for n, kind in enumerate(kinds)
        ]
        return [event for event in events if event.cursor > (cursor or "")][:limit]


class OneDocument:
    """An archive that holds the article."""

    def __init__(self) -> None:
        self._citations = {item.id: item for item in map(citation, (*QUOTES, ""))}
        self.text = ARTICLE

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        self._citations |= {item.id: item for item in citations}

    async def find(self, citation_id: str) -> Citation:
        try:
            return self._citations[citation_id]
        except KeyError:
            raise CitationNotFound(citation_id) from None

    async def document_text(self, sha256: str) -> str:
        return self.text if sha256 == SHA else NOT_HELD.text


class FixedReader:
    """Reads everything as the same."""

    def read_message(self, text: str, *, prior: Language | None, now: datetime) -> Reading:
        return Reading(language=prior or "es", language_confidence=0.9, need="jubilacion_ordinaria", confidence=0.8)

    def explain(self, text: str, reading: Reading) -> Sequence[Likeness]:
        return ()


class FixedSearcher:
    """Finds the same passage for everything."""

    def search(self, query: str, *, language: Language | None, k: int) -> list[PassageHit]:
        return [
            PassageHit("p1", 0.5, "jubilacion_ordinaria", language or "es", QUOTES[0], "Ley", "https://www.boe.es/")
        ][:k]


def need(need_id: str, appointment: AppointmentRule, service: str | None) -> Need:
    policy = Policy(
        "answer", "none", appointment, ("in_person",), service, "unidad", "https://sede.seg-social.gob.es", ()
    )
    return Need(need_id, "INSS", "g", dict.fromkeys(LANGUAGES, need_id.replace("_", " ")), policy, (), {})


def office() -> Office:
    names = dict.fromkeys(LANGUAGES, OFFICE_NAME)
    return Office(
        id="inss-17", body="INSS", name=names, address="Dirección de demostración, Girona", municipality="Girona",
        province="17",
        region="09", timezone="Europe/Madrid", opens=time(9), closes=time(14), slot_minutes=15, desks=1,
        services=("pensions", "general"), channels=("in_person",), demonstration=True,
    )  # fmt: skip


GAPS = (
    Gap(
        "¿Y si trabajé en dos países?", "es", "jubilacion_ordinaria", "documents", None, "no_section", date(2026, 11, 3)
    ),
    Gap(
        "¿Y si trabajé en dos países?", "es", "jubilacion_ordinaria", "documents", None, "no_section", date(2026, 11, 9)
    ),
    Gap("Zein agiri behar ditut?", "eu", "jubilacion_ordinaria", "documents", None, "withheld", date(2026, 11, 21)),
    Gap("¿Hay pensión para los fareros? Soy [DOCUMENT]", "es", None, None, None, "not_understood", date(2026, 11, 20)),
    Gap("¿Hay pensión para un farero? Soy [DOCUMENT]", "es", None, None, None, "hand_off", date(2026, 11, 24)),
)


def shut_database() -> Database:
    """A database that is not there: tests of what is kept in one bring their own."""
    return Database.connect("postgresql://nobody@127.0.0.1:1/none")


def desk_over(database: Database, offices: dict[str, Office]) -> DeskServices:
    slots = SlotSpace(offices, shipped.calendar(), BookingRules())
    return build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"k" * 32, fixed(NOW))


class ListTrail:
    """An audit in a list."""

    def __init__(self) -> None:
        self.noted: list[tuple[Actor, AuditRecord]] = []
        self.refused: list[tuple[Actor, AuditRecord]] = []

    async def note(self, actor: Actor, record: AuditRecord) -> None:
        self.noted.append((actor, record))

    async def refuse(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        self.refused.append((actor, record))

    async def looked_up(self, who: str, citizen: str, since: datetime) -> bool:
        found = {"citizen": citizen}
        return any(actor.who == who and (one.action, one.after) == ("find", found) for actor, one in self.noted)

    async def find(self, query: AuditQuery) -> list[AuditEntry]:
        return []


def catalogue() -> Catalogue:
    return {
        "jubilacion_ordinaria": need("jubilacion_ordinaria", "bookable", "pensions"),
        "vida_laboral": need("vida_laboral", "walk_in", None),
        "paro": need("paro", "none", None),
    }


def make_calls(settings: Settings, contacts: MemoryContactLog, transcriber: Transcriber | None = None) -> Calls:
    """Over memory; its sound is in the data folder of the settings."""
    record = MemoryCallRecord(contacts)
    shelf = SoundStore(settings.data_dir / "calls", b"k" * 32)
    calls = Calls(record, shelf, contacts, transcriber, system_clock, CallRules(catch_up=1000.0))
    reader = PolicyNeedReader(SEGURIDAD_SOCIAL, FixedReader(), catalogue(), shipped.phrases())
    advice = AdviceEvents(make_copilot(), shipped.phrases(), system_clock)
    calls.listeners = (
        NeedWatch(reader, record, calls.tell, system_clock),
        AdviceWatch(ScriptedCopilot(), advice, record, contacts, calls.tell),
        SummaryWatch(CountingSummarizer(), contacts, calls.tell, summary_event),
    )
    return calls


HOURS = AttentionHours(SEGURIDAD_SOCIAL, shipped.calendar(), fixed(NOW))


def make_chat(phrases: Phrases, contacts: MemoryContactLog) -> ChatServices:
    locks, queue = ProcessTurnLocks(), MemoryHandOffQueue()
    floor = MemoryFloor(queue, contacts, system_clock, SEGURIDAD_SOCIAL.units)
    conversations = ScriptedConversations(phrases, contacts, queue, floor)
    people = People(floor, queue, conversations, locks, HOURS)
    asked = MemoryConsultations(floor, system_clock, SEGURIDAD_SOCIAL.units)
    now = SharedRead(partial(read_floor, floor, queue, asked))
    translations = Translations(contacts, floor)
    return ChatServices(
        conversations, locks, queue, contacts, floor, people, Consulting(asked, people), now, translations
    )


def make_webhooks(settings: Settings, database: Database) -> WebhookServices:
    """Over the database; nothing is delivered but by tests."""
    return build_webhooks(settings, database, system_clock, AsyncExitStack())


def make_services(settings: Settings | None = None, database: Database | None = None) -> Services:
    database = database or shut_database()
    phrases = shipped.phrases()
    book, offices = TinyBook(), {"inss-17": office()}
    facts = {"contact.inss_phone": "91 542 11 76", "contact.tgss_office_hours": "9:00–14:00"}
    settings, contacts = settings or Settings(_env_file=None), MemoryContactLog()
    chat = make_chat(phrases, contacts)
    knowledge = KnowledgeServices(
        reader=FixedReader(),
        searcher=FixedSearcher(),
        catalogue=catalogue(),
        citations=OneDocument(),
        fact=lambda fact_id, _language: facts.get(fact_id),
        gaps=GapThemes(
            MemoryGapLog(GAPS),
            CrossLanguageEncoder(HashingEncoder(), lambda: {language: ["gaur"] for language in LANGUAGES}),
        ),
        sums=shipped.sums(),
        gaps_lost=lambda: 2,
    )
    booking = BookingServices(
        book=book,
        waiting_list=waiting_list(database),
        events=ThreeEvents(),
        office_search=OfficeSearch(book, offices, NoBounds(), load_gazetteer(), fixed(NOW)),
        offices=offices,
        places=shipped.places(),
        find_limits=FindLimits(settings.finds_per_minute, settings.finds_per_document_hour),
    )
    return Services(
        settings=settings,
        administration=SEGURIDAD_SOCIAL,
        directory=Directory(SEGURIDAD_SOCIAL, offices, frozenset({"in_person"}), shipped.calendar()),
        clock=fixed(NOW),
        tokens=Tokens(key=b"k" * 32, clock=fixed(NOW)),
        phrases=phrases,
        chat=chat,
        knowledge=knowledge,
        booking=booking,
        desk=desk_over(database, offices),
        citizens=make_citizens(),
        calls=make_calls(settings, contacts),
        copilot=make_copilot(),
        summaries=make_summaries(),
        webhooks=make_webhooks(settings, database),
    )


async def no_appointment(locator: str) -> DeskAppointment | None:
    """A register without any."""
    return None


def make_citizens(timelines: MemoryTimelines | None = None) -> CitizenServices:
    """Over memory."""
    kept = timelines or MemoryTimelines()
    return CitizenServices(kept, MemoryCases(kept), partial(pseudonym_of, secret=b"k" * 32), no_appointment)


def with_parts(services: Services, **changes: Any) -> Services:
    """The services with some fields changed, whichever part they are of."""
    for name, value in changes.items():
        for part in ("chat", "knowledge", "booking"):
            if hasattr(getattr(services, part), name):
                services = replace(services, **{part: replace(getattr(services, part), **{name: value})})
                break
        else:
            services = replace(services, **{name: value})
    return services
