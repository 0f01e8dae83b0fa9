"""Figures by matter: what a contact was about and what became of it, kept without it when it is deleted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_FIGURES = """
    CREATE OR REPLACE FUNCTION figures_of_contact(contact text) RETURNS TABLE (
        day date, language text, need text, handed_over boolean, waited double precision, outcome text,
        score integer, read_first jsonb, read_last jsonb, said jsonb
    ) LANGUAGE sql STABLE AS $$
        SELECT CAST(c.started AT TIME ZONE 'UTC' AS date), COALESCE(h.body ->> 'language', c.language, ''),
            CASE WHEN h.id IS NULL THEN e.need ELSE h.body ->> 'need' END, h.id IS NOT NULL,
            CAST(extract(epoch FROM h.accepted_at - h.created_at) AS double precision), e.outcome, e.score,
            e.read_first, e.read_last,
            CASE WHEN e.read_number IS NOT NULL THEN (
                SELECT jsonb_agg(last.words ORDER BY last.number) FROM (
                    SELECT number, data -> 'text' AS words FROM contact_events
                    WHERE contact_id = c.id AND number < e.read_number AND kind = 'utterance'
                        AND data ->> 'speaker' = 'citizen'
                    ORDER BY number DESC LIMIT 3
                ) last
            ) END
        FROM contacts c
        LEFT JOIN LATERAL (
            SELECT * FROM hand_offs WHERE body ->> 'conversation_id' = c.id ORDER BY created_at DESC LIMIT 1
        ) h ON true
        CROSS JOIN LATERAL (
            SELECT
                (array_agg(data ->> 'need' ORDER BY number DESC)
                    FILTER (WHERE kind IN ('turn', 'need') AND data ->> 'need' IS NOT NULL))[1] AS need,
                (array_agg(data ->> 'disposition' ORDER BY number DESC) FILTER (WHERE kind = 'wrap_up'))[1] AS outcome,
                (array_agg(CAST(data ->> 'score' AS integer) ORDER BY number)
                    FILTER (WHERE kind = 'rating'))[1] AS score,
                max(number) FILTER (WHERE kind = 'reading') AS read_number,
                (array_agg(data -> 'before' ORDER BY number) FILTER (WHERE kind = 'reading'))[1] AS read_first,
                (array_agg(data -> 'after' ORDER BY number DESC) FILTER (WHERE kind = 'reading'))[1] AS read_last
            FROM contact_events WHERE contact_id = c.id
        ) e
        WHERE c.id = contact
    $$
"""
"""Read as text: a function holds no table back that a restore replaces."""

_KEEP = """
    CREATE OR REPLACE FUNCTION keep_figures_of_contact() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO contact_figures
            (day, language, need, handed_over, waited, outcome, score, read_first, read_last, said)
        SELECT * FROM figures_of_contact(OLD.id) f WHERE f.need IS NOT NULL OR f.handed_over;
        RETURN OLD;
    END $$
"""


def upgrade() -> None:
    """Create the table, and what fills it. Contacts that were deleted before left nothing."""
    op.create_table(
        "contact_figures",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("handed_over", sa.Boolean(), nullable=False),
        sa.Column("waited", sa.Double(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("read_first", postgresql.JSONB(), nullable=True),
        sa.Column("read_last", postgresql.JSONB(), nullable=True),
        sa.Column("said", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("contact_figures_day", "contact_figures", ["day"], unique=False)
    op.execute(_FIGURES)
    op.execute(_KEEP)
    op.execute("""
        CREATE TRIGGER keep_figures BEFORE DELETE ON contacts
        FOR EACH ROW EXECUTE FUNCTION keep_figures_of_contact()
    """)


def downgrade() -> None:
    """Drop them."""
    op.execute("DROP TRIGGER keep_figures ON contacts")
    op.execute("DROP FUNCTION keep_figures_of_contact()")
    op.execute("DROP FUNCTION figures_of_contact(text)")
    op.drop_table("contact_figures")
