"""Deletes data that has served its purpose, so that no more is known of people than is needed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.store.database import Database

_DAY = timedelta(days=1)

_UNWANTED = text("""
    DELETE FROM webhook_messages
    WHERE at <= :before AND NOT EXISTS (SELECT 1 FROM webhooks WHERE id = webhook_id AND active)
""")
"""Messages to webhooks that are inactive or were removed while these were written."""

_RULES = (
    (text("DELETE FROM seats WHERE state = 'held' AND free_at <= :before"), _DAY),
    (text("DELETE FROM hold_counts WHERE day < CAST(:before AS timestamptz)::date"), _DAY),
    (text("DELETE FROM notices WHERE given_up_at <= :before"), 30 * _DAY),
    (text("DELETE FROM waiting_list WHERE status IN ('served', 'left', 'lapsed') AND queued_at <= :before"), 30 * _DAY),
    (text("DELETE FROM appointment_events WHERE at <= :before"), 90 * _DAY),
    (text("DELETE FROM webhook_messages WHERE settled_at <= :before"), 14 * _DAY),
    (_UNWANTED, 14 * _DAY),
    (text("DELETE FROM suggestions WHERE at <= :before"), 180 * _DAY),
    (text("DELETE FROM contact_figures WHERE day < CAST(:before AS timestamptz)::date"), 180 * _DAY),
)


_HAND_OFFS = text("DELETE FROM hand_offs WHERE since <= :before")

_WORDS = text("""
    UPDATE contact_figures SET said = NULL
    WHERE said IS NOT NULL AND day <= CAST(:before AS timestamptz)::date
""")

_CALL_BACKS = text("DELETE FROM call_backs WHERE ends <= :before")

_INTERACTIONS = text("DELETE FROM interactions WHERE at <= :before")

_CASES = text("""
    DELETE FROM cases WHERE changed_at <= :before AND NOT EXISTS (
        SELECT 1 FROM interactions WHERE interactions.case_id = cases.id)
""")

_CONTACTS = text("""
    UPDATE appointments SET contact_name = NULL, contact_phone = NULL, contact_email = NULL
    WHERE starts_at <= :before AND COALESCE(contact_name, contact_phone, contact_email) IS NOT NULL
""")


@dataclass(frozen=True, slots=True)
class Retention:
    """Retention set by the operator: of hand-offs, the contact details of past appointments, timelines and cases."""

    hand_offs: timedelta = 30 * _DAY
    contacts: timedelta = 90 * _DAY
    interactions: timedelta = 1095 * _DAY
    words: timedelta = 180 * _DAY
    """Of citizens whom the service did not understand."""


async def forget(database: Database, now: datetime, retention: Retention) -> None:
    """Delete seats nobody holds, counts of past days, and old notices, tickets, events, messages to webhooks,
    suggestions, hand-offs, call-backs, contacts, interactions and the cases that have none any more.

    Raises ToolUnavailable.
    """
    rules = (
        *_RULES,
        (_HAND_OFFS, retention.hand_offs),
        (_CALL_BACKS, retention.hand_offs),
        (_CONTACTS, retention.contacts),
        (_WORDS, retention.words),
        (_INTERACTIONS, retention.interactions),
        (_CASES, retention.interactions),
    )

    async def work(connection: AsyncConnection) -> None:
        for statement, age in rules:
            await connection.execute(statement, {"before": now - age})

    await database.run(work)
