from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from tools.store.database import Database
from tools.store.forgetting import forget

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
_COUNT = text("INSERT INTO hold_counts (day, subject, holds) VALUES (:day, 'person:x', 1)")
_EVENT = text("""
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    VALUES (:at, 'held', 's', 'S', 'inss-28', 'phone', :at)
""")


async def test_what_is_old_goes_and_what_counts_stays(database: Database) -> None:
    for days in (0, 3):
        await database.run(
            lambda connection, days=days: connection.execute(_COUNT, {"day": (NOW - timedelta(days=days)).date()})
        )
    for days in (0, 91):
        await database.run(lambda connection, days=days: connection.execute(_EVENT, {"at": NOW - timedelta(days=days)}))
    await forget(database, NOW)
    for table in ("hold_counts", "appointment_events"):
        result = await database.run(lambda connection, table=table: connection.execute(text(f"SELECT * FROM {table}")))
        assert len(result.all()) == 1
