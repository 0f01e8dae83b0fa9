from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from tests.fakes.cases import joining
from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import Interaction
from tools.store.cases_postgres import PostgresCases
from tools.store.database import Database
from tools.store.forgetting import Retention, forget
from tools.store.timelines_postgres import PostgresTimelines

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
_COUNT = text("INSERT INTO hold_counts (day, subject, holds) VALUES (:day, 'person:x', 1)")
_EVENT = text("""
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    VALUES (:at, 'held', 's', 'S', 'inss-28', 'phone', :at)
""")

_HAND_OFF = text("""
    INSERT INTO hand_offs (id, urgent, created_at, body, accepted_at, since, place)
    VALUES (:id, false, :created_at, '{}', :accepted_at, COALESCE(:accepted_at, :created_at), :created_at)
""")
_APPOINTMENT = text("""
    INSERT INTO appointments (id, locator, key, fingerprint, person_key, document_hint, slot_id, office_id, channel,
        starts_at, ends_at, timezone, service, need, status, hold_id, contact_name, contact_phone, created_at)
    VALUES (:id, :id, :id, 'f', :id, '***678Z', 'S', 'inss-28', 'phone',
        :at, :at, 'Europe/Madrid', 'pensions', 'n', 'cancelled', 'h', 'Ana', '612345678', :at)
""")

_SUGGESTION = text("""
    INSERT INTO suggestions (id, place, at, language, need, text, confidence)
    VALUES (:id, 0, :at, 'es', 'n', 'x', 0.9)
""")


_FIGURES = text("INSERT INTO contact_figures (day, language, handed_over) VALUES (:day, 'es', false)")


async def test_what_is_old_goes_and_what_counts_stays(database: Database) -> None:
    for days in (0, 3):
        await database.run(
            lambda connection, days=days: connection.execute(_COUNT, {"day": (NOW - timedelta(days=days)).date()})
        )
    for days in (0, 91):
        await database.run(lambda connection, days=days: connection.execute(_EVENT, {"at": NOW - timedelta(days=days)}))
    for days in (0, 181):
        made = {"id": str(days), "at": NOW - timedelta(days=days)}
        await database.run(lambda connection, made=made: connection.execute(_SUGGESTION, made))
        day = {"day": made["at"].date()}
        await database.run(lambda connection, day=day: connection.execute(_FIGURES, day))
    await forget(database, NOW, Retention())
    for table in ("hold_counts", "appointment_events", "suggestions", "contact_figures"):
        result = await database.run(lambda connection, table=table: connection.execute(text(f"SELECT * FROM {table}")))
        assert len(result.all()) == 1


async def test_hand_offs_go_some_days_after_they_were_accepted_or_never_were(database: Database) -> None:
    ages = {"accepted": (40, 2), "accepted long ago": (40, 31), "new": (2, None), "never accepted": (31, None)}
    rows = [
        {"id": name, "created_at": NOW - made * DAY, "accepted_at": None if accepted is None else NOW - accepted * DAY}
        for name, (made, accepted) in ages.items()
    ]
    await database.run(lambda connection: connection.execute(_HAND_OFF, rows))
    await forget(database, NOW, Retention(hand_offs=30 * DAY))
    left = await database.run(lambda connection: connection.execute(text("SELECT id FROM hand_offs ORDER BY id")))
    assert left.scalars().all() == ["accepted", "new"]


async def test_whom_to_call_is_forgotten_some_days_after_the_appointment_which_stays(database: Database) -> None:
    rows = [{"id": name, "at": NOW - days * DAY} for name, days in (("coming", -3), ("past", 9), ("old", 10))]
    await database.run(lambda connection: connection.execute(_APPOINTMENT, rows))
    await forget(database, NOW, Retention(contacts=10 * DAY))
    contacts = text("SELECT id, contact_name, contact_phone FROM appointments ORDER BY starts_at")
    found = (await database.run(lambda connection: connection.execute(contacts))).all()
    assert [tuple(row) for row in found] == [
        ("old", None, None), ("past", "Ana", "612345678"), ("coming", "Ana", "612345678"),
    ]  # fmt: skip


async def test_a_contact_is_forgotten_some_years_after_it_was_though_it_came_by_an_import(database: Database) -> None:
    timelines, ana = PostgresTimelines(database), Pseudonym("a" * 64)
    for reference, days in (("new", 9), ("old", 10)):
        await timelines.add(Interaction("crm", reference, NOW - days * DAY, "phone", ana))
    await forget(database, NOW, Retention(interactions=10 * DAY))
    assert [one.reference for one in (await timelines.page(ana)).entries] == ["new"]


async def test_a_case_goes_with_the_last_of_its_contacts_once_nothing_was_done_with_it_for_as_long(
    database: Database,
) -> None:
    timelines, cases, ana = PostgresTimelines(database), PostgresCases(database, joining()), Pseudonym("a" * 64)
    for reference, need, days in (("old", "viudedad", 10), ("noted", "imv", 10), ("new", "jubilacion_ordinaria", 9)):
        await timelines.add(Interaction("isac", reference, NOW - days * DAY, "phone", ana, need, "pending"))
    noted = next(case for case in await cases.of(ana) if case.need == "imv")
    await cases.edit(ana, noted.id, lambda case: case.noted(NOW, "Falta un papel"))
    await forget(database, NOW, Retention(interactions=10 * DAY))
    assert [(case.need, len(case.interactions)) for case in await cases.of(ana)] == [
        ("imv", 0), ("jubilacion_ordinaria", 1),
    ]  # fmt: skip


async def test_the_words_of_whom_nobody_understood_go_before_the_figures(database: Database) -> None:
    made = text("INSERT INTO contact_figures (day, language, handed_over, said) VALUES (:day, 'es', true, '[\"uno\"]')")
    for days in (1, 9):
        day = {"day": (NOW - days * DAY).date()}
        await database.run(lambda connection, day=day: connection.execute(made, day))
    await forget(database, NOW, Retention(words=5 * DAY))
    left = await database.run(
        lambda connection: connection.execute(text("SELECT said FROM contact_figures ORDER BY day"))
    )
    assert left.scalars().all() == [None, ["uno"]]
