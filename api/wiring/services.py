"""The one place where everything is put together."""

import asyncio
import uuid
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from sqlalchemy import text

from agents.answers.aspect_model import KEPT as KEPT_ASPECTS
from agents.answers.aspect_model import AspectModel, aspect_examples, load_aspect_model
from agents.answers.passage_search import search_passages
from agents.answers.section_ranking import SectionQuery
from agents.calls.call_need import NeedReader
from agents.phrases.phrases import Phrases
from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from agents.reception.graph import build_reception
from agents.reception.turns.deps import Deps
from agents.routing.route import Directory
from agents.understanding.needs.examples import all_examples
from agents.understanding.shared.tables import own_model
from agents.understanding.understander import Matters, Understander, assemble_understander, learn_parts
from api.services.services import Found, Services
from api.services.tokens import Tokens
from api.services.turn_locks import DatabaseTurnLocks
from api.settings.own_agenda import seats_here
from api.settings.settings import AgendaSettings, Settings
from api.tasks.scheduler import Chore, Upkeep
from api.wiring.booking import Beside, Stores, build_chores, build_outcomes, build_slots, build_waiting_list
from api.wiring.calls import CallPorts, build_calls
from api.wiring.desk import build_desk, build_notices
from knowledge.administration import Administration, load_administration
from knowledge.citations import RememberingArchive
from knowledge.compiled import CompiledContent, digest_files
from knowledge.content.needs import Channel
from knowledge.content.rendering import short_id
from knowledge.content.utterances import plain_samples
from knowledge.encoders.cross_language import CrossLanguageEncoder
from knowledge.encoders.encoder import Encoder
from knowledge.encoders.hashing import HashingEncoder
from knowledge.encoders.onnx import OnnxEncoder
from knowledge.encoders.transformer import TransformerEncoder
from knowledge.languages import Language
from knowledge.search.knowledge_base import KnowledgeBase
from knowledge.weights.model_store import ModelStore
from knowledge.weights.specs import MODELS
from speech.calls.record_postgres import PostgresCallRecord
from speech.listening.transcriber import Transcriber
from tools.appointments.agenda.open import Agendas, open_books
from tools.appointments.anywhere import Wherever
from tools.appointments.anywhere_bounds import Bounds, NoBounds, PostgresBounds
from tools.appointments.book import AppointmentBook
from tools.appointments.fairness import origin_key
from tools.appointments.find_limits import FindLimits
from tools.appointments.slots import SlotSpace
from tools.clock import Clock, LocalClock, system_clock
from tools.gaps.keeper import GapKeeper
from tools.gaps.themes import GapThemes
from tools.offices.calendar import Calendar, load_calendar
from tools.offices.distances import load_gazetteer
from tools.places.places import Places, build_places
from tools.reading.masking import load_public_numbers
from tools.reading.places.mentions import build_place_finder
from tools.store.appointment_events import AppointmentEvents
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.citations_postgres import PostgresCitationArchive
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.gaps_postgres import PostgresGapLog
from tools.store.handoffs_postgres import PostgresHandOffQueue
from tools.store.signing_keys import signing_key
from tools.store.unsettled_postgres import PostgresUnsettled
from tools.waiting.waiting_list import WaitingList

HASHING = "hashing"
_AHEAD = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Mind:
    """All that needs no database: content, encoder, understanding."""

    administration: Administration
    encoder: Encoder
    knowledge_base: KnowledgeBase
    understander: Understander
    places: Places
    phrases: Phrases
    clock: LocalClock
    calendar: Calendar
    aspect_model: AspectModel | None = None

    def today(self) -> date:
        """The day where the administration is."""
        return self.clock.today()

    async def look_ahead(self) -> None:
        """The corpus of the day that it is in an hour is ready when it begins. Raises what building it raises."""
        day = (self.clock() + _AHEAD).astimezone(self.clock.zone).date()
        await asyncio.to_thread(self.knowledge_base.prepare, day)

    def search(self, query: str, *, language: Language | None, k: int) -> list[Found]:
        """Passages in force that speak of the query, best first."""
        daily = self.knowledge_base.on(self.today())
        reading = self.understander.read(query, prior=language, now=self.clock())
        asked = SectionQuery(
            query, language or reading.language, reading.alternatives, reading.aspect, reading.measure, reading.wanted
        )
        found = search_passages(asked, language, k, self.knowledge_base, daily)
        passages = ((daily.corpus.passage(one.passage_id), one.score) for one in found)
        return [Found(p.id, score, p.need, p.language, p.text, p.source_title, p.source_url) for p, score in passages]

    def fact(self, fact_id: str | None, language: Language) -> str | None:
        """A fact in words, today; None when there is none."""
        return None if fact_id is None else self.knowledge_base.fact(fact_id, self.today(), language)


def build_encoder(settings: Settings, model: str, beside: Encoder | None = None) -> Encoder:
    """The encoder of that name, among those the settings can name; with another, ``beside``, it shares what it can.

    Raises WeightsMissing.
    """
    if model == HASHING:
        return HashingEncoder()
    if model in {spec.name for spec in MODELS}:
        folder = ModelStore(settings.data_dir / "models").path(model)
        return OnnxEncoder(folder, settings.encoder_threads, beside if isinstance(beside, OnnxEncoder) else None)
    return TransformerEncoder(model)


def build_mind(settings: Settings, clock: Clock = system_clock) -> Mind:
    """Load content and models; the first time it builds index and classifier. Raises ContentError, WeightsMissing."""
    administration = load_administration(settings.administration)
    clock, calendar = LocalClock(clock, administration.zone), load_calendar(administration)
    compiled = CompiledContent(settings.data_dir / "compiled", _digest_of_code_and_content(administration))
    encoder = build_encoder(settings, settings.encoder_model)
    places = compiled.get("places", build_places)
    knowledge_base = KnowledgeBase(administration, encoder, settings.data_dir, settings.index_kind, compiled)
    knowledge_base.on(clock.today())  # the index is built now, not in the first turn
    needs_encoder = build_encoder(settings, settings.needs_encoder_model, beside=encoder)

    def learn() -> dict[str, Any]:
        examples = all_examples(administration, knowledge_base.catalogue, knowledge_base.utterances)
        matters = Matters(administration, knowledge_base.catalogue, examples, build_place_finder(), calendar)
        return learn_parts(matters, needs_encoder, settings.data_dir / "understanding")

    parts = compiled.get("understanding", learn, variant=short_id(needs_encoder.identity))
    aspect_model = compiled.get(
        "aspects",
        lambda: load_aspect_model(
            aspect_examples(administration), encoder.identity, own_model(administration, KEPT_ASPECTS)
        ),
        variant=short_id(encoder.identity),
    )
    understander = assemble_understander(parts, needs_encoder)
    return Mind(
        administration,
        encoder,
        knowledge_base,
        understander,
        places,
        Phrases(administration),
        clock,
        calendar,
        aspect_model,
    )


def _digest_of_code_and_content(administration: Administration) -> str:
    """Changes with every file that parsing or learning could depend on."""
    roots = (administration.folder, *(files(package) for package in ("agents", "knowledge", "tools")))
    return digest_files(roots, (".py", ".yaml", ".md", ".txt", ".csv", ".npz"))


async def build_services(
    settings: Settings,
    mind: Mind | None = None,
    transcriber: Transcriber | None = None,
    *,
    upkeep: bool = True,
) -> Services:
    """All a process serves with. Without a ``transcriber`` calls are refused; without ``upkeep`` no chore is done.

    The time is that of the ``mind``, everywhere. Raises what ``build_mind`` raises, ToolUnavailable, and
    SoundUnreadable when the key of calls is no key.
    """
    mind = mind or build_mind(settings)
    clock = mind.clock
    async with AsyncExitStack() as opened:
        url = settings.database_url.get_secret_value() if settings.database_url else None
        database = await Database.start(url, settings.data_dir)
        opened.push_async_callback(database.close)
        checkpoints = await Checkpoints.open(database.url)
        opened.push_async_callback(checkpoints.close)
        events = await PostgresEventBus(database, clock).open()
        opened.push_async_callback(events.close)
        contacts = PostgresContactLog(database, events, clock)
        locks = DatabaseTurnLocks(database.engine, settings.turn_timeout_seconds)
        opened.push_async_callback(locks.close)
        gaps = PostgresGapLog(database, _new_id)
        secret = await signing_key(database)
        stores = Stores(database, events, gaps, secret)
        booking = await _booking(settings, mind, stores, opened)
        finds = FindLimits(settings.finds_per_minute, settings.finds_per_document_hour)
        deps = _deps(settings, mind, booking, stores, finds)
        conversations = Conversations(build_reception(checkpoints.saver), deps, checkpoints, contacts)
        desk = build_desk(booking.slots, database, build_notices(settings, events), secret, clock)
        outcomes = build_outcomes(settings, stores, deps, conversations, locks)
        if transcriber is not None:
            opened.push_async_callback(transcriber.close)
        ports = CallPorts(PostgresCallRecord(database, contacts), contacts, transcriber, clock)
        calls = build_calls(
            settings,
            ports,
            NeedReader(mind.administration, mind.understander, mind.knowledge_base.catalogue, mind.phrases),
        )
        opened.push_async_callback(calls.close)
        chores = build_chores(settings, Beside(booking.waiting, desk.closures, outcomes), stores, deps)
        life = timedelta(minutes=settings.token_minutes)
        chores += [
            Chore("conversations", lambda: checkpoints.forget_ended(life), timedelta(hours=1)),
            Chore("calls", calls.tidy, timedelta(seconds=15)),
            Chore("sound of calls", calls.sound.sweep, timedelta(hours=1)),
            Chore("library", mind.look_ahead, timedelta(minutes=10)),
        ]
        opened.push_async_callback(Upkeep(chores if upkeep else []).close)
        await deps.gaps.tidy()

        async def ping() -> None:
            await database.run(lambda connection: connection.execute(text("SELECT 1")))

        return Services(
            settings=settings,
            administration=mind.administration,
            directory=Directory(mind.administration, deps.offices, booking.channels, mind.calendar),
            clock=clock,
            tokens=await build_tokens(settings, database, clock),
            phrases=mind.phrases,
            conversations=conversations,
            reader=mind.understander,
            searcher=mind,
            catalogue=mind.knowledge_base.catalogue,
            book=booking.book,
            waiting=booking.waiting,
            followed=AppointmentEvents(database),
            origin_of=lambda address: origin_key(address, secret),
            wherever=booking.wherever,
            desk=desk,
            calls=calls,
            offices=deps.offices,
            places=mind.places,
            citations=deps.citations,
            hand_offs=deps.hand_offs,
            contacts=contacts,
            turn_locks=locks,
            fact=mind.fact,
            finds=finds,
            gaps=GapThemes(gaps, CrossLanguageEncoder(mind.encoder, plain_samples(mind.knowledge_base.utterances))),
            gaps_lost=lambda: deps.gaps.lost,
            ping=ping,
            close=opened.pop_all().aclose,
        )


@dataclass(frozen=True, slots=True)
class BookingParts:
    """What appointments are made of. ``book`` is for the ways of being attended in ``channels``."""

    slots: SlotSpace
    book: AppointmentBook
    channels: frozenset[Channel]
    waiting: WaitingList
    wherever: Wherever


async def _booking(settings: Settings, mind: Mind, stores: Stores, opened: AsyncExitStack) -> BookingParts:
    clock = mind.clock
    slots = build_slots(settings, mind.administration, mind.calendar)
    own = PostgresAppointmentBook(stores.database, slots, clock, stores.secret)
    book, channels = await open_books(own, _agendas(settings), opened)
    return BookingParts(
        slots=slots,
        book=book,
        channels=channels,
        waiting=build_waiting_list(settings, slots, stores, clock),
        wherever=Wherever(
            book, slots.offices, _bounds(settings, stores.database, slots, clock), load_gazetteer(), clock
        ),
    )


def _bounds(settings: Settings, database: Database, slots: SlotSpace, clock: Clock) -> Bounds:
    """Days known to be full are not asked for again; of an agenda elsewhere nothing is known."""
    return PostgresBounds(database, slots, clock) if seats_here(settings) else NoBounds()


def _deps(settings: Settings, mind: Mind, booking: BookingParts, stores: Stores, finds: FindLimits) -> Deps:
    told_by_email = settings.smtp_url is not None and seats_here(settings)
    return Deps(
        administration=mind.administration,
        catalogue=mind.knowledge_base.catalogue,
        knowledge_base=mind.knowledge_base,
        reader=mind.understander,
        book=booking.book,
        offices=booking.slots.offices,
        calendar=mind.calendar,
        places=mind.places,
        hand_offs=PostgresHandOffQueue(stores.database, stores.events, mind.clock),
        citations=RememberingArchive(PostgresCitationArchive(stores.database)),
        gaps=GapKeeper(stores.gaps, mind.clock, settings.gap_days),
        phrases=mind.phrases,
        public_numbers=load_public_numbers(mind.administration),
        clock=mind.clock,
        new_id=_new_id,
        channels=booking.channels,
        people=booking.book,
        finds=finds,
        unsettled=PostgresUnsettled(stores.database, mind.clock),
        waiting_list=booking.waiting if told_by_email else None,
        wherever=booking.wherever,
        aspect_model=mind.aspect_model,
    )


def _agendas(settings: AgendaSettings) -> Agendas:
    return Agendas(
        corporate=str(settings.agenda_url) if settings.agenda_url else None,
        video=str(settings.video_agenda_url) if settings.video_agenda_url else None,
        token=settings.agenda_token.get_secret_value() if settings.agenda_token else None,
    )


def _new_id() -> str:
    return uuid.uuid4().hex


async def build_tokens(settings: Settings, database: Database, clock: Clock) -> Tokens:
    """Makes and reads tokens with the key of the settings, or of the database. Raises ToolUnavailable."""
    key = settings.secret_key.get_secret_value().encode() if settings.secret_key else await signing_key(database)
    return Tokens(
        key,
        clock,
        conversation_life=timedelta(minutes=settings.token_minutes),
        staff_life=timedelta(minutes=settings.staff_token_minutes),
    )
