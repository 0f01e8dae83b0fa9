"""All services of a process, built from the parts of this folder."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial

from sqlalchemy import text

from agents.reception.call_needs import PolicyNeedReader
from agents.reception.turns.deps import Deps
from agents.routing.route import Directory
from api.calls.interactions import InteractionWatch
from api.services.identities import Identities
from api.services.knowledge import KnowledgeServices
from api.services.services import Services
from api.settings.settings import Settings
from api.tasks.scheduler import Scheduler
from api.wiring.booking import build_booking
from api.wiring.calls import CallPorts, build_calls
from api.wiring.chat import build_chat, build_deps
from api.wiring.citizens import build_citizens, build_ended_chats
from api.wiring.copilot import build_copilot_services, build_summary_services, call_watches
from api.wiring.desk import build_desk, build_notices
from api.wiring.early import EarlyStart
from api.wiring.loading import load_together
from api.wiring.login import build_login
from api.wiring.models import Models
from api.wiring.storage import Storage, open_storage
from api.wiring.summaries import build_role_reader, build_summaries
from api.wiring.tasks import BookingWork, booking_tasks, build_outcomes, upkeep_tasks
from api.wiring.tokens import build_tokens
from api.wiring.webhooks import build_webhooks
from api.wiring.wording import build_translator, build_worder
from knowledge.content.utterances import plain_samples
from knowledge.encoders.cross_language import CrossLanguageEncoder
from speech.calls.calls import Calls
from speech.calls.record_postgres import PostgresCallRecord
from speech.listening.transcriber import Transcriber
from tools.gaps.themes import GapThemes
from tools.rate_limit import origin_key
from tools.store.database import Database


async def build_services(
    settings: Settings,
    models: Models | None = None,
    load_transcriber: Callable[[], Transcriber | None] = lambda: None,
    early: EarlyStart | None = None,
) -> Services:
    """Build the services of a process. Without a transcriber calls are refused.

    All parts share the clock of ``models``. Raises what ``build_models`` raises, ToolUnavailable, and SoundUnreadable
    when the key of calls is wrong.
    """
    async with AsyncExitStack() as opened:
        models, transcriber, database = await load_together(settings, models, load_transcriber, opened, early)
        clock = models.clock
        storage = await open_storage(database, clock, opened, models.served_from)
        booking = await build_booking(settings, models, storage, opened)
        worder = build_worder(settings, models, storage, opened)
        deps = build_deps(settings, models, booking, storage, worder)
        chat = await build_chat(settings, deps, storage, opened, build_translator(settings, models, worder))
        notices = build_notices(settings, storage.events)
        desk = build_desk(booking.slots, storage.database, notices, storage.secret, clock)
        calls = _open_calls(settings, models, storage, transcriber, opened)
        roles = build_role_reader(settings, models)
        copilot = build_copilot_services(deps, roles, storage)
        summaries = build_summary_services(build_summaries(settings, models, roles), deps)
        citizens = build_citizens(storage, models.knowledge_base.catalogue)
        webhooks = build_webhooks(settings, storage.database, clock, opened)
        watches = call_watches(copilot, summaries, deps, calls)
        calls.listeners = (*calls.listeners, *watches, InteractionWatch(citizens, storage.contacts, clock))
        outcomes = build_outcomes(settings, storage, deps, chat.conversations, chat.services.turn_locks)
        work = BookingWork(booking.services.waiting_list, desk.closures, outcomes)
        tasks = booking_tasks(settings, work, storage, deps)
        identities = Identities(chat.services, calls.record, citizens, clock)
        ended = build_ended_chats(settings, chat, identities, summaries.summarizer)
        scheduler = Scheduler([*tasks, *upkeep_tasks(models, chat, calls, ended, webhooks.deliveries)])
        opened.push_async_callback(scheduler.close)
        tokens = await build_tokens(settings, storage.database, clock)
        await deps.gaps.tidy()
        return Services(
            settings=settings,
            administration=models.administration,
            directory=Directory(models.administration, deps.offices, booking.channels, models.calendar),
            clock=clock,
            tokens=tokens,
            phrases=models.phrases,
            chat=chat.services,
            knowledge=_build_knowledge(models, storage, deps),
            booking=booking.services,
            desk=desk,
            citizens=citizens,
            calls=calls,
            copilot=copilot,
            summaries=summaries,
            webhooks=webhooks,
            login=build_login(settings, tokens, desk.trail, opened),
            wordings=worder.outcomes if worder is not None else {},
            origin_of=partial(origin_key, secret=storage.secret),
            ping=partial(_ping, storage.database),
            close=opened.pop_all().aclose,
        )


async def _ping(database: Database) -> None:
    await database.run(lambda connection: connection.execute(text("SELECT 1")))


def _open_calls(
    settings: Settings, models: Models, storage: Storage, transcriber: Transcriber | None, opened: AsyncExitStack
) -> Calls:
    if transcriber is not None:
        opened.push_async_callback(transcriber.close)
    record = PostgresCallRecord(storage.database, storage.contacts)
    reader = PolicyNeedReader(
        models.administration, models.understander, models.knowledge_base.catalogue, models.phrases
    )
    calls = build_calls(settings, CallPorts(record, storage.contacts, transcriber, models.clock), reader)
    opened.push_async_callback(calls.close)
    return calls


def _build_knowledge(models: Models, storage: Storage, deps: Deps) -> KnowledgeServices:
    encoder = CrossLanguageEncoder(models.encoder, lambda: plain_samples(models.knowledge_base.utterances))
    return KnowledgeServices(
        reader=models.understander,
        searcher=models,
        catalogue=models.knowledge_base.catalogue,
        citations=deps.citations,
        fact=models.fact,
        gaps=GapThemes(storage.gaps, encoder),
        sums=models.sums,
        gaps_lost=lambda: deps.gaps.lost,
    )
