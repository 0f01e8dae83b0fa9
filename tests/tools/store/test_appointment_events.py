from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from tools.store.appointment_events import AppointmentEvents
from tools.store.database import Database

_ADD = text("""
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    VALUES (:at, 'held', :subject, 'S', 'inss-28', 'phone', :at)
""")


def row(subject: str) -> dict[str, object]:
    return {"at": datetime(2026, 11, 25, tzinfo=UTC), "subject": subject}


async def test_a_slow_transaction_is_not_missed_by_who_follows(database: Database) -> None:
    events = AppointmentEvents(database)
    await database.run(lambda connection: connection.execute(_ADD, row("first")))
    async with database.engine.connect() as slow:
        await slow.execute(_ADD, row("slow"))
        await database.run(lambda connection: connection.execute(_ADD, row("quick")))
        seen = await events.after(None)
        assert [event.subject for event in seen] == ["first"]
        await slow.commit()
    more = await events.after(seen[-1].cursor)
    assert [event.subject for event in more] == ["slow", "quick"]
    assert await events.after(more[-1].cursor) == []


async def test_no_more_than_asked_and_the_rest_after(database: Database) -> None:
    for number in range(5):
        await database.run(lambda connection, number=number: connection.execute(_ADD, row(str(number))))
    events = AppointmentEvents(database)
    first = await events.after(None, 2)
    assert [one.subject for one in first + await events.after(first[-1].cursor, 10)] == list("01234")


async def test_a_wrong_cursor_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        await AppointmentEvents(database).after("x")
