"""The database of a process and the adapters that several parts share."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime

from api.settings.settings import Settings
from api.wiring.early import EarlyStart
from tools.clock import Clock
from tools.feedback.feedback import FeedbackLog
from tools.gaps.gaps import GapLog
from tools.ids import RandomIds
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.feedback_postgres import PostgresFeedbackLog
from tools.store.floor_changes import FloorChanges
from tools.store.gaps_postgres import PostgresGapLog
from tools.store.signing_keys import signing_key


@dataclass(frozen=True, slots=True)
class Storage:
    """``secret`` is the signing key of the database."""

    database: Database
    events: PostgresEventBus
    contacts: PostgresContactLog
    gaps: GapLog
    feedback: FeedbackLog
    changes: FloorChanges
    secret: bytes


async def open_database(settings: Settings, opened: AsyncExitStack, early: EarlyStart | None = None) -> Database:
    """Start or connect to the database; ``opened`` closes it. Raises ToolUnavailable."""
    embedded = await asyncio.wrap_future(early.server) if early else None
    url = settings.database_url.get_secret_value() if settings.database_url else None
    database = await Database.start(url, settings.data_dir, embedded=embedded)
    opened.push_async_callback(database.close)
    return database


async def open_storage(
    database: Database,
    clock: Clock,
    opened: AsyncExitStack,
    served_from: Callable[[datetime], datetime] = lambda moment: moment,
) -> Storage:
    """Open the adapters of the database; ``opened`` closes them. Raises ToolUnavailable.

    ``served_from``: from when who comes at a moment can be served, so that no wait counts closed hours.
    """
    events = await PostgresEventBus(database, clock).open()
    opened.push_async_callback(events.close)
    contacts = PostgresContactLog(database, events, clock)
    return Storage(
        database=database,
        events=events,
        contacts=contacts,
        changes=FloorChanges(events, contacts, served_from=served_from),
        gaps=PostgresGapLog(database, RandomIds().token),
        feedback=PostgresFeedbackLog(database),
        secret=await signing_key(database),
    )
