"""Webhooks: who is told of what happens, the messages to them, and the triggers that write these."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_WAITING = sa.text("state = 'waiting'")

_TELL = """
    CREATE FUNCTION webhook_tell(kind text, citizen text, contact text, data jsonb) RETURNS void LANGUAGE sql AS $$
        INSERT INTO webhook_messages (id, webhook_id, kind, at, citizen, contact, data)
        SELECT 'evt_' || replace(gen_random_uuid()::text, '-', ''), webhooks.id, $1, clock_timestamp(), $2, $3, $4
        FROM webhooks WHERE webhooks.active AND webhooks.kinds @> to_jsonb($1)
    $$
"""
_UTC = """
    CREATE FUNCTION webhook_time(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    $$
"""
_CONTACT_ENDED = """
    CREATE FUNCTION webhook_of_interaction() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        ended text := split_part(NEW.reference, ':', 2);
    BEGIN
        IF TG_OP = 'UPDATE' AND (NEW.person_key, NEW.need, NEW.outcome, NEW.summary, NEW.appointment, NEW.agent)
            IS NOT DISTINCT FROM (OLD.person_key, OLD.need, OLD.outcome, OLD.summary, OLD.appointment, OLD.agent)
        THEN
            RETURN NULL;
        END IF;
        IF NEW.reference LIKE 'hand_off:%' THEN
            SELECT body ->> 'conversation_id' INTO ended FROM hand_offs WHERE id = ended;
        END IF;
        PERFORM webhook_tell('contact.ended', NEW.person_key, ended, jsonb_build_object(
            'contact', ended, 'reference', NEW.reference, 'channel', NEW.channel, 'need', NEW.need,
            'outcome', NEW.outcome, 'summary', NEW.summary, 'appointment', NEW.appointment, 'agent', NEW.agent
        ));
        RETURN NULL;
    END $$
"""
_APPOINTMENT = """
    CREATE FUNCTION webhook_tell_appointment(kind text, one appointments, more jsonb) RETURNS void LANGUAGE sql AS $$
        SELECT webhook_tell($1, $2.person_key, NULL, jsonb_build_object(
            'appointment', $2.id, 'service', $2.service, 'need', $2.need, 'office', $2.office_id,
            'channel', $2.channel, 'starts_at', webhook_time($2.starts_at), 'ends_at', webhook_time($2.ends_at)
        ) || $3)
    $$
"""
_APPOINTMENT_CHANGED = """
    CREATE FUNCTION webhook_of_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            PERFORM webhook_tell_appointment('appointment.booked', NEW, '{}');
        ELSIF OLD.status = 'booked' AND NEW.status = 'cancelled' THEN
            PERFORM webhook_tell_appointment('appointment.cancelled', NEW, '{}');
        ELSIF NEW.slot_id <> OLD.slot_id THEN
            PERFORM webhook_tell_appointment('appointment.moved', NEW, jsonb_build_object('before', jsonb_build_object(
                'office', OLD.office_id, 'channel', OLD.channel, 'starts_at', webhook_time(OLD.starts_at)
            )));
        END IF;
        RETURN NULL;
    END $$
"""
_ATTENDED = """
    CREATE FUNCTION webhook_of_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND NEW.mark = OLD.mark THEN
            RETURN NULL;
        END IF;
        PERFORM webhook_tell_appointment(
            CASE NEW.mark WHEN 'attended' THEN 'appointment.attended' ELSE 'appointment.missed' END, appointments, '{}'
        ) FROM appointments WHERE id = NEW.appointment_id;
        RETURN NULL;
    END $$
"""
_HAND_OFF = """
    CREATE FUNCTION webhook_of_hand_off() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        was text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE '' END;
        kind text := CASE
            WHEN NEW.state = 'waiting' AND was NOT IN ('waiting', 'offered') THEN 'hand_off.waiting'
            WHEN NEW.state = 'held' AND was <> 'held' THEN 'hand_off.taken'
            WHEN NEW.state = 'returned' AND was <> 'returned' THEN 'hand_off.returned'
            WHEN NEW.state = 'closed' AND was <> 'closed' THEN 'hand_off.closed'
        END;
    BEGIN
        IF kind IS NOT NULL THEN
            PERFORM webhook_tell(kind, NULL, NEW.body ->> 'conversation_id', jsonb_build_object(
                'contact', NEW.body -> 'conversation_id', 'hand_off', NEW.id, 'need', NEW.body -> 'need',
                'unit', coalesce(NEW.wanted_unit, NEW.body ->> 'unit'), 'language', NEW.body -> 'language',
                'urgent', NEW.urgent, 'agent', CASE WHEN kind <> 'hand_off.waiting' THEN NEW.who END
            ));
        END IF;
        RETURN NULL;
    END $$
"""
_RATED = """
    CREATE FUNCTION webhook_of_rating() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM webhook_tell('conversation.rated', NULL, NEW.contact_id, jsonb_build_object(
            'contact', NEW.contact_id, 'score', NEW.data -> 'score'
        ));
        RETURN NULL;
    END $$
"""
_FUNCTIONS = (_TELL, _UTC, _CONTACT_ENDED, _APPOINTMENT, _APPOINTMENT_CHANGED, _ATTENDED, _HAND_OFF, _RATED)

_TRIGGERS = (
    (
        "interactions",
        "INSERT OR UPDATE",
        "webhook_of_interaction",
        "WHEN (NEW.system = 'isac' AND NEW.reference NOT LIKE 'appointment:%')",
    ),
    ("appointments", "INSERT OR UPDATE OF status, slot_id", "webhook_of_appointment", ""),
    ("attendance", "INSERT OR UPDATE", "webhook_of_attendance", ""),
    ("hand_offs", "INSERT OR UPDATE OF state", "webhook_of_hand_off", ""),
    ("contact_events", "INSERT", "webhook_of_rating", "WHEN (NEW.kind = 'rating')"),
)
"""Table, when, function, condition. That somebody booked is told by ``appointments`` alone."""


def upgrade() -> None:
    """Create tables, functions and triggers."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("kinds", postgresql.JSONB(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("old_secret", sa.String(), nullable=True),
        sa.Column("old_secret_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "created_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    _create_messages()
    for function in _FUNCTIONS:
        op.execute(function)
    for table, when, function, condition in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {function} AFTER {when} ON {table} FOR EACH ROW {condition} EXECUTE FUNCTION {function}()"
        )


def downgrade() -> None:
    """Drop them."""
    for table, _, function, _ in _TRIGGERS:
        op.execute(f"DROP TRIGGER {function} ON {table}")
        op.execute(f"DROP FUNCTION {function}")
    for function in ("webhook_tell_appointment", "webhook_tell", "webhook_time"):
        op.execute(f"DROP FUNCTION {function}")
    op.drop_table("webhook_messages")
    op.drop_table("webhooks")


def _create_messages() -> None:
    op.create_table(
        "webhook_messages",
        sa.Column("number", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("webhook_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("citizen", sa.String(), nullable=True),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.Column("state", sa.String(), server_default="waiting", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'delivered', 'given_up')", name="webhook_messages_state"),
        sa.CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="webhook_messages_settled"),
        sa.PrimaryKeyConstraint("number"),
    )
    table = "webhook_messages"
    op.create_index("webhook_messages_id", table, ["id"], unique=True)
    for name, columns in (
        ("webhook_messages_line", ["webhook_id", "number"]),
        ("webhook_messages_citizen", ["webhook_id", "citizen", "number"]),
        ("webhook_messages_contact", ["webhook_id", "contact", "number"]),
    ):
        op.create_index(name, table, columns, unique=False, postgresql_where=_WAITING)
    given_up, settled = sa.text("state = 'given_up'"), sa.text("settled_at IS NOT NULL")
    op.create_index("webhook_messages_given_up", table, ["webhook_id", "number"], postgresql_where=given_up)
    op.create_index("webhook_messages_settled", table, ["settled_at"], postgresql_where=settled)
