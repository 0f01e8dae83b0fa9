"""The tables, as SQLAlchemy Core. Migrations create them; a test compares the two."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

import tools.store.call_backs_schema
import tools.store.citizens_schema
import tools.store.floor_schema
import tools.store.quality_schema
import tools.store.webhooks_schema  # noqa: F401  their tables are of the same metadata
from tools.store.metadata import metadata

__all__ = ["metadata"]

seats = Table(
    "seats",
    metadata,
    Column("slot_id", String, primary_key=True),
    Column("seat", SmallInteger, primary_key=True, autoincrement=False),
    Column("office_id", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("starts_at", DateTime(timezone=True), nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False),
    Column("timezone", String, nullable=False),
    Column("state", String, nullable=False),
    Column("hold_id", String, nullable=False),
    Column("holder", String, nullable=False),
    Column("expires_at", DateTime(timezone=True)),
    Column("appointment_id", String),
    Column("held_since", DateTime(timezone=True)),
    Column("free_at", DateTime(timezone=True)),
    Column("person_key", String),
    Column("origin", String),
    Column("reserved", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint(
        "(state = 'held' AND appointment_id IS NULL AND expires_at IS NOT NULL)"
        " OR (state = 'booked' AND appointment_id IS NOT NULL AND expires_at IS NULL)",
        name="seats_state",
    ),
    Index("seats_hold", "hold_id", unique=True),
    Index("seats_holder", "holder"),
    Index("seats_appointment", "appointment_id", unique=True, postgresql_where=text("appointment_id IS NOT NULL")),
    Index("seats_when", "office_id", "channel", "starts_at"),
    Index("seats_person", "person_key", postgresql_where=text("state = 'held' AND person_key IS NOT NULL")),
    Index("seats_origin", "origin", postgresql_where=text("state = 'held' AND origin IS NOT NULL")),
)
"""A row for each taken seat. A seat without a row is free, and so is a held one from ``free_at`` on; between
``expires_at`` and ``free_at`` it is nobody's and not shown. A ``reserved`` one is offered to that person only."""

hold_counts = Table(
    "hold_counts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("holds", Integer, nullable=False),
)
"""Seats taken in a day by a person or from an origin (pseudonyms both)."""

waiting_list = Table(
    "waiting_list",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("code", String, nullable=False),
    Column("key", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("person_key", String, nullable=False),
    Column("office_id", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("service", String, nullable=False),
    Column("need", String, nullable=False),
    Column("not_before", Date),
    Column("not_after", Date),
    Column("part_of_day", String),
    Column("language", String, nullable=False),
    Column("email", Text),
    Column("status", String, nullable=False),
    Column("joined_at", DateTime(timezone=True), nullable=False),
    Column("queued_at", DateTime(timezone=True), nullable=False),
    Column("offers", SmallInteger, nullable=False),
    Column("offer_hold", String),
    Column("offer_slot", String),
    Column("offer_expires_at", DateTime(timezone=True)),
    Column("origin", String),
    CheckConstraint("status IN ('waiting', 'offered', 'served', 'left', 'lapsed')", name="waiting_list_status"),
    CheckConstraint("(status = 'offered') = (offer_hold IS NOT NULL)", name="waiting_list_offer"),
    Index("waiting_list_code", "code", unique=True),
    Index("waiting_list_key", "key", unique=True),
    Index(
        "waiting_list_person",
        "person_key",
        "service",
        unique=True,
        postgresql_where=text("status IN ('waiting', 'offered')"),
    ),
    Index("waiting_list_line", "office_id", "channel", "queued_at", "id", postgresql_where=text("status = 'waiting'")),
    Index(
        "waiting_list_origin",
        "origin",
        postgresql_where=text("status IN ('waiting', 'offered') AND origin IS NOT NULL"),
    ),
    Index("waiting_list_offer_hold", "offer_hold", unique=True, postgresql_where=text("offer_hold IS NOT NULL")),
)
"""The order is by ``queued_at``: the time when the person joined, or let an offer expire."""

notices = Table(
    "notices",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("body", JSONB, nullable=False),
    Column("useless_after", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("given_up_at", DateTime(timezone=True)),
    Index("notices_due", "due_at", postgresql_where=text("given_up_at IS NULL")),
)
"""The outbox. A row is written with the change it announces and deleted after delivery."""

appointment_events = Table(
    "appointment_events",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("transaction", BigInteger, nullable=False, server_default=text("(pg_current_xact_id()::text)::bigint")),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("slot_id", String, nullable=False),
    Column("office_id", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("starts_at", DateTime(timezone=True), nullable=False),
    Index("appointment_events_order", "transaction", "id"),
    Index("appointment_events_at", "at"),
)
"""Events of seats, written with their changes. ``subject`` is a pseudonym of the hold or appointment."""

appointments = Table(
    "appointments",
    metadata,
    Column("id", String, primary_key=True),
    Column("locator", String, nullable=False),
    Column("key", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("person_key", String, nullable=False),
    Column("document_hint", String, nullable=False),
    Column("slot_id", String, nullable=False),
    Column("office_id", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("starts_at", DateTime(timezone=True), nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False),
    Column("timezone", String, nullable=False),
    Column("service", String, nullable=False),
    Column("need", String, nullable=False),
    Column("status", String, nullable=False),
    Column("hold_id", String, nullable=False),
    Column("contact_name", Text),
    Column("contact_phone", Text),
    Column("contact_email", Text),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("language", String),
    CheckConstraint("status IN ('booked', 'cancelled', 'past')", name="appointments_status"),
    Index("appointments_locator", "locator", unique=True),
    Index("appointments_key", "key", unique=True),
    Index("appointments_person", "person_key", "service", unique=True, postgresql_where=text("status = 'booked'")),
)
"""``hold_id`` is the last hold that became this appointment, so that repeating a move is recognised."""

documents = Table(
    "documents",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("id", String, nullable=False),
    Column("need", String, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
)

citations = Table(
    "citations",
    metadata,
    Column("id", String, primary_key=True),
    Column("document_sha256", String, ForeignKey("documents.sha256"), nullable=False),
    Column("body", JSONB, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("body", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)
"""Payloads too long for NOTIFY, on their way between processes."""

gaps = Table(
    "gaps",
    metadata,
    Column("id", String, primary_key=True),
    Column("day", Date, nullable=False),
    Column("language", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("need", String),
    Column("aspect", String),
    Column("measure", String),
    Column("why", String, nullable=False),
    Index("gaps_day", "day"),
)
"""Questions without an answer: day without hour, random id, no conversation, so that no person's can be joined."""

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("secret", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="signing_keys_single"),
)

attendance = Table(
    "attendance",
    metadata,
    Column("appointment_id", String, primary_key=True),
    Column("mark", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    CheckConstraint("mark IN ('attended', 'no_show')", name="attendance_mark"),
)
"""Whether the person came."""

closures = Table(
    "closures",
    metadata,
    Column("office_id", String, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
"""Days closed after people had booked. Their seats are taken by the closure itself (``hold_id`` begins ``closed:``)."""

unsettled = Table(
    "unsettled",
    metadata,
    Column("conversation_id", String, primary_key=True),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Index("unsettled_due", "due_at"),
)
"""Conversations with a write of unknown outcome. The write itself is in the conversation."""

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("deed_id", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", String, nullable=False),
    Column("role", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("outcome", String, nullable=False),
    Column("action", String, nullable=False),
    Column("office_id", String),
    Column("appointment_id", String),
    Column("before", JSONB),
    Column("after", JSONB),
    CheckConstraint("outcome IN ('begun', 'done', 'refused')", name="audit_outcome"),
    Index("audit_result", "deed_id", unique=True, postgresql_where=text("outcome <> 'begun'")),
    Index("audit_at", "at"),
    Index("audit_office", "office_id", "action"),
    Index("audit_appointment", "appointment_id"),
    Index("audit_key", text("(after ->> 'key')"), postgresql_where=text("action = 'book' AND outcome = 'begun'")),
)
"""The audit of the desk. A trigger of the migration refuses UPDATE and DELETE."""

contacts = Table(
    "contacts",
    metadata,
    Column("id", String, primary_key=True),
    Column("channel", String, nullable=False),
    Column("language", String),
    Column("variety", String),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("ended", DateTime(timezone=True)),
    Column("reference", String),
    Column("last_event", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("channel IN ('chat', 'call', 'visit')", name="contacts_channel"),
    Index("contacts_reference", "channel", "reference", unique=True, postgresql_where=text("reference IS NOT NULL")),
    Index("contacts_live_calls", "started", postgresql_where=text("ended IS NULL AND channel = 'call'")),
    Index("contacts_ended", "ended"),
)
"""A row for each chat, call or visit. A transaction that appends an event locks it and raises ``last_event``, so
that numbers are committed in order and without gaps."""

contact_events = Table(
    "contact_events",
    metadata,
    Column("contact_id", String, ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", DateTime(timezone=True)),
    Column("kind", String, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("key", String),
    Index("contact_events_key", "contact_id", "key", unique=True, postgresql_where=text("key IS NOT NULL")),
)
"""The events of all contacts. A ``final`` of a call only names its segment: the words are stored once, with it."""

calls = Table(
    "calls",
    metadata,
    Column("id", String, ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("opened_by", String, nullable=False),
    Column("agent_language", String, nullable=False),
    Column("open_question", Boolean, nullable=False),
    Column("keep_audio", Boolean, nullable=False),
    Column("consent", JSONB(none_as_null=True)),
    Column("sound_from", DateTime(timezone=True)),
    Column("need", JSONB(none_as_null=True)),
)
"""Fields of calls only; the rest is in ``contacts``."""

call_segments = Table(
    "call_segments",
    metadata,
    Column("call_id", String, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("track", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("language", String, nullable=False),
    Column("words", JSONB, nullable=False),
    Column("asked", JSONB, nullable=False, server_default="[]"),
    Column("before", JSONB, nullable=False, server_default="[]"),
    CheckConstraint("track IN ('citizen', 'agent')", name="call_segments_track"),
)
"""The words said in calls. A row is never changed."""

suggestions = Table(
    "suggestions",
    metadata,
    Column("id", String, primary_key=True),
    Column("place", SmallInteger, primary_key=True, autoincrement=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("language", String, nullable=False),
    Column("need", String, nullable=False),
    Column("aspect", String),
    Column("text", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Index("suggestions_at", "at"),
)
"""A row for each suggestion made to an agent: those of one ``id`` were made together. No contact is named."""

suggestion_feedback = Table(
    "suggestion_feedback",
    metadata,
    Column("id", String, primary_key=True),
    Column("place", SmallInteger, primary_key=True, autoincrement=False),
    Column("judged", Boolean, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("text", Text),
    Column("why", Text),
    CheckConstraint("verdict IN ('shown', 'used', 'edited', 'rejected')", name="suggestion_feedback_verdict"),
    CheckConstraint("judged = (verdict <> 'shown')", name="suggestion_feedback_judged"),
    ForeignKeyConstraint(["id", "place"], ["suggestions.id", "suggestions.place"], ondelete="CASCADE"),
)
"""What agents made of them. That it was shown stands beside the one verdict on it."""
