"""Appointments, citations, hand-offs, events and the signing key."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _appointments()
    _documents()
    _events()
    _hand_offs()
    _seats()
    _signing_keys()
    _citations()


def downgrade() -> None:
    """Drop the tables."""
    for table in ("signing_keys", "events", "hand_offs", "citations", "documents", "appointments", "seats"):
        op.drop_table(table)


def _appointments() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=False),
        sa.Column("document_hint", sa.String(), nullable=False),
        sa.Column("slot_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("hold_id", sa.String(), nullable=False),
        sa.Column("contact_name", sa.Text(), nullable=True),
        sa.Column("contact_phone", sa.Text(), nullable=True),
        sa.Column("contact_email", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('booked', 'cancelled', 'past')", name="appointments_status"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("appointments_key", "appointments", ["key"], unique=True)
    op.create_index("appointments_locator", "appointments", ["locator"], unique=True)
    op.create_index(
        "appointments_person",
        "appointments",
        ["person_key", "service"],
        unique=True,
        postgresql_where=sa.text("status = 'booked'"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _hand_offs() -> None:
    op.create_table(
        "hand_offs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("hand_offs_waiting", "hand_offs", ["urgent", "created_at"], unique=False)


def _seats() -> None:
    op.create_table(
        "seats",
        sa.Column("slot_id", sa.String(), nullable=False),
        sa.Column("seat", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("hold_id", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appointment_id", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(state = 'held' AND appointment_id IS NULL AND expires_at IS NOT NULL)"
            " OR (state = 'booked' AND appointment_id IS NOT NULL AND expires_at IS NULL)",
            name="seats_state",
        ),
        sa.PrimaryKeyConstraint("slot_id", "seat"),
    )
    op.create_index(
        "seats_appointment",
        "seats",
        ["appointment_id"],
        unique=True,
        postgresql_where=sa.text("appointment_id IS NOT NULL"),
    )
    op.create_index("seats_hold", "seats", ["hold_id"], unique=True)
    op.create_index("seats_holder", "seats", ["holder"], unique=False)
    op.create_index("seats_when", "seats", ["office_id", "channel", "starts_at"], unique=False)


def _signing_keys() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name="signing_keys_single"),
        sa.PrimaryKeyConstraint("id"),
    )


def _citations() -> None:
    op.create_table(
        "citations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document_sha256", sa.String(), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_sha256"],
            ["documents.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
