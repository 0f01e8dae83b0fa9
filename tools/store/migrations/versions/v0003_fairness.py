"""Holds bound to people and origins, the waiting list, the outbox and the events of appointments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Seats that are held keep their time and have no delay."""
    _seats()
    op.create_table(
        "hold_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("holds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "subject"),
    )
    _waiting_list()
    _notices()
    _events()


def downgrade() -> None:
    """Drop all of it."""
    for table in ("appointment_events", "notices", "waiting_list", "hold_counts"):
        op.drop_table(table)
    for index in ("seats_origin", "seats_person"):
        op.drop_index(index, "seats")
    for column in ("reserved", "origin", "person_key", "free_at", "held_since"):
        op.drop_column("seats", column)


def _seats() -> None:
    op.add_column("seats", sa.Column("held_since", _MOMENT, nullable=True))
    op.add_column("seats", sa.Column("free_at", _MOMENT, nullable=True))
    op.add_column("seats", sa.Column("person_key", sa.String(), nullable=True))
    op.add_column("seats", sa.Column("origin", sa.String(), nullable=True))
    op.add_column("seats", sa.Column("reserved", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute("UPDATE seats SET held_since = expires_at, free_at = expires_at WHERE state = 'held'")
    for name in ("person", "origin"):
        column = {"person": "person_key"}.get(name, name)
        where = sa.text(f"state = 'held' AND {column} IS NOT NULL")
        op.create_index(f"seats_{name}", "seats", [column], unique=False, postgresql_where=where)


def _waiting_list() -> None:
    texts = ("code", "key", "fingerprint", "person_key", "office_id", "channel", "service", "need")
    op.create_table(
        "waiting_list",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("not_after", sa.Date(), nullable=True),
        sa.Column("part_of_day", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("joined_at", _MOMENT, nullable=False),
        sa.Column("queued_at", _MOMENT, nullable=False),
        sa.Column("offers", sa.SmallInteger(), nullable=False),
        sa.Column("offer_hold", sa.String(), nullable=True),
        sa.Column("offer_slot", sa.String(), nullable=True),
        sa.Column("offer_expires_at", _MOMENT, nullable=True),
        sa.CheckConstraint("status IN ('waiting', 'offered', 'served', 'left', 'lapsed')", name="waiting_list_status"),
        sa.CheckConstraint("(status = 'offered') = (offer_hold IS NOT NULL)", name="waiting_list_offer"),
        sa.PrimaryKeyConstraint("id"),
    )
    active, waiting = sa.text("status IN ('waiting', 'offered')"), sa.text("status = 'waiting'")
    op.create_index("waiting_list_code", "waiting_list", ["code"], unique=True)
    op.create_index("waiting_list_key", "waiting_list", ["key"], unique=True)
    op.create_index(
        "waiting_list_person", "waiting_list", ["person_key", "service"], unique=True, postgresql_where=active
    )
    line = ["office_id", "channel", "queued_at", "id"]
    op.create_index("waiting_list_line", "waiting_list", line, unique=False, postgresql_where=waiting)
    offered = sa.text("offer_hold IS NOT NULL")
    op.create_index("waiting_list_offer_hold", "waiting_list", ["offer_hold"], unique=True, postgresql_where=offered)


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("useless_after", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("given_up_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("notices_due", "notices", ["due_at"], unique=False, postgresql_where=sa.text("given_up_at IS NULL"))


def _events() -> None:
    op.create_table(
        "appointment_events",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column(
            "transaction",
            sa.BigInteger(),
            server_default=sa.text("(pg_current_xact_id()::text)::bigint"),
            nullable=False,
        ),
        sa.Column("at", _MOMENT, nullable=False),
        *(sa.Column(n, sa.String(), nullable=False) for n in ("kind", "subject", "slot_id", "office_id", "channel")),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("appointment_events_order", "appointment_events", ["transaction", "id"], unique=False)
    op.create_index("appointment_events_at", "appointment_events", ["at"], unique=False)
