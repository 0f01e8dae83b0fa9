"""Deletes data that has served its purpose, so that no more is known of people than is needed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.store.database import Database

_DAY = timedelta(days=1)

_RULES = (
    (text("DELETE FROM seats WHERE state = 'held' AND free_at <= :before"), _DAY),
    (text("DELETE FROM hold_counts WHERE day < CAST(:before AS timestamptz)::date"), _DAY),
    (text("DELETE FROM notices WHERE given_up_at <= :before"), 30 * _DAY),
    (text("DELETE FROM waiting_list WHERE status IN ('served', 'left', 'lapsed') AND queued_at <= :before"), 30 * _DAY),
    (text("DELETE FROM appointment_events WHERE at <= :before"), 90 * _DAY),
    (text("DELETE FROM suggestions WHERE at <= :before"), 180 * _DAY),
)


_HAND_OFFS = text("DELETE FROM hand_offs WHERE since <= :before")

_CALL_BACKS = text("DELETE FROM call_backs WHERE ends <= :before")

_INTERACTIONS = text("DELETE FROM interactions WHERE at <= :before")

_CONTACTS = text("""
    UPDATE appointments SET contact_name = NULL, contact_phone = NULL, contact_email = NULL
    WHERE starts_at <= :before AND COALESCE(contact_name, contact_phone, contact_email) IS NOT NULL
""")


@dataclass(frozen=True, slots=True)
class Retention:
    """Retention set by the operator: of hand-offs, the contact details of past appointments, and timelines."""

    hand_offs: timedelta = 30 * _DAY
    contacts: timedelta = 90 * _DAY
    interactions: timedelta = 1095 * _DAY


async def forget(database: Database, now: datetime, retention: Retention) -> None:
    """Delete seats nobody holds, counts of past days, and old notices, tickets, events, suggestions,
    hand-offs, call-backs, contacts and interactions.

    Raises ToolUnavailable.
    """
    rules = (
        *_RULES,
        (_HAND_OFFS, retention.hand_offs),
        (_CALL_BACKS, retention.hand_offs),
        (_CONTACTS, retention.contacts),
        (_INTERACTIONS, retention.interactions),
    )

    async def work(connection: AsyncConnection) -> None:
        for statement, age in rules:
            await connection.execute(statement, {"before": now - age})

    await database.run(work)
