"""The table of what is left of contacts once they are deleted."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, Identity, Index, Integer, String, Table
from sqlalchemy.dialects.postgresql import JSONB

from tools.store.metadata import metadata

contact_figures = Table(
    "contact_figures",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("day", Date, nullable=False),
    Column("language", String, nullable=False),
    Column("need", String),
    Column("handed_over", Boolean, nullable=False),
    Column("waited", Double),
    Column("outcome", String),
    Column("score", Integer),
    Column("read_first", JSONB),
    Column("read_last", JSONB),
    Column("said", JSONB),
    Index("contact_figures_day", "day"),
)
"""The day without the hour, and neither contact nor agent, so that no person's can be joined. A trigger of the
migration adds a row when a contact is deleted. ``waited`` counts seconds; ``read_first``, ``read_last``: what it was
taken to be before an agent put it right, and after; ``said``: the citizen's last words before that, masked."""
