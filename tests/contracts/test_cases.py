"""What all Cases do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.fakes.cases import MemoryCases, joining
from tests.fakes.timelines import MemoryTimelines
from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Cases
from tools.citizens.imports import ImportProgress, InteractionImports
from tools.citizens.timeline import Interaction, Promise, Timelines
from tools.errors import CaseNotFound
from tools.store.cases_postgres import PostgresCases
from tools.store.database import Database
from tools.store.timelines_postgres import PostgresInteractionImports, PostgresTimelines

AT, DAY = datetime(2026, 11, 25, 9, 1, tzinfo=UTC), timedelta(days=1)
ANA, LUIS = Pseudonym("a" * 64), Pseudonym("b" * 64)
PROMISED = Promise("Le llamo el lunes", "agent", "2026-11-30")
FIRST = Interaction(
    "isac", "call:1", AT, "phone", ANA, "viudedad", "callback", "Pregunta por el plazo.", None, "ane", None, (PROMISED,)
)


class Adapters(NamedTuple):
    timelines: Timelines
    imports: InteractionImports
    cases: Cases


@pytest.fixture(params=["memory", "postgres"])
def kept(request: pytest.FixtureRequest, database: Database) -> Adapters:
    if request.param == "memory":
        memory = MemoryTimelines()
        return Adapters(memory, memory, MemoryCases(memory))
    return Adapters(
        PostgresTimelines(database), PostgresInteractionImports(database), PostgresCases(database, joining())
    )


async def test_a_contact_that_leaves_something_to_do_opens_a_case_with_what_was_promised(kept: Adapters) -> None:
    await kept.timelines.add(FIRST)
    for _ in range(2):
        (case,) = await kept.cases.of(ANA)
    assert (case.person, case.need, case.state, case.opened_at, case.changed_at) == (ANA, "viudedad", "open", AT, AT)
    assert (case.interactions, case.resolved_at, case.note) == ((FIRST.name,), None, None)
    (promise,) = case.promises
    assert (replace(promise, id=""), promise.id != "") == (PROMISED, True)
    (entry,) = (await kept.timelines.page(ANA)).entries
    assert entry == replace(FIRST, case=case.id)


async def test_contacts_of_the_matter_join_until_a_person_resolves_it(kept: Adapters) -> None:
    later = replace(FIRST, reference="call:2", at=AT + DAY, outcome="resolved", promises=(), agent="luz")
    other = replace(FIRST, reference="call:3", at=AT + DAY, need="jubilacion_ordinaria", promises=())
    for one in (later, FIRST, other):  # not in the order in which they were
        await kept.timelines.add(one)
    still, done = await kept.cases.of(ANA)
    assert (still.need, still.state) == ("jubilacion_ordinaria", "open")
    assert (done.state, done.resolved_at, done.agent) == ("resolved", AT + DAY, "luz")
    assert done.interactions == (FIRST.name, later.name)


async def test_what_agents_do_with_a_case_is_kept(kept: Adapters) -> None:
    await kept.timelines.add(FIRST)
    (case,) = await kept.cases.of(ANA)
    changed = [
        await kept.cases.edit(ANA, case.id, lambda case: case.noted(AT + DAY, "Falta el certificado")),
        await kept.cases.edit(ANA, case.id, lambda case: case.promised(AT + DAY, Promise("Lo envía", id="p"))),
        await kept.cases.edit(ANA, case.id, lambda case: case.with_promise(AT + DAY, "p", done=True)),
        await kept.cases.edit(ANA, case.id, lambda case: case.resolved(AT + DAY, "ane")),
    ]
    assert (await kept.cases.of(ANA))[0] == changed[-1]
    assert (changed[-1].note, changed[-1].state, changed[-1].promises[1].done) == (
        "Falta el certificado", "resolved", True,
    )  # fmt: skip
    assert (await kept.cases.edit(ANA, case.id, lambda case: case.reopened(AT + 2 * DAY))).resolved_at is None


async def test_nobody_else_has_the_case_nor_does_one_that_is_not_there_change(kept: Adapters) -> None:
    await kept.timelines.add(FIRST)
    (case,) = await kept.cases.of(ANA)
    assert await kept.cases.of(LUIS) == ()
    for person, case_id in ((LUIS, case.id), (ANA, "none")):
        with pytest.raises(CaseNotFound):
            await kept.cases.edit(person, case_id, lambda case: case.noted(AT, "x"))
    assert (await kept.cases.of(ANA))[0].note is None


async def test_a_contact_that_was_somebody_elses_leaves_the_case(kept: Adapters) -> None:
    await kept.timelines.add(FIRST)
    (hers,) = await kept.cases.of(ANA)
    await kept.timelines.add(replace(FIRST, person=LUIS))
    (his,) = await kept.cases.of(LUIS)
    assert (his.id != hers.id, his.interactions) == (True, (FIRST.name,))
    assert [case.interactions for case in await kept.cases.of(ANA)] == [()]


async def test_the_same_contact_told_again_stays_in_its_case_and_counts_as_it_is_now(kept: Adapters) -> None:
    await kept.timelines.add(FIRST)
    (case,) = await kept.cases.of(ANA)
    await kept.timelines.add(replace(FIRST, need="orfandad", outcome="resolved"))
    (now,) = await kept.cases.of(ANA)
    assert (now.id, now.state, len(now.promises), now.interactions) == (case.id, "resolved", 1, (FIRST.name,))


async def test_imported_contacts_join_the_case_that_their_system_names_and_no_other(kept: Adapters) -> None:
    named = Interaction("crm", "1", AT, "phone", ANA, "Viudedad", "pending", case_name="E-1")
    batch = [
        named,
        replace(named, reference="2", at=AT + DAY, outcome="resolved", agent="crm-7"),
        replace(named, reference="3", case_name=None),
        replace(named, reference="4", person=LUIS),
        replace(named, system="other", reference="1"),
    ]
    for _ in range(2):
        await kept.imports.take_in("f", batch, ImportProgress(5, 0, finished=True))
        found = {case.origin: case for case in await kept.cases.of(ANA)}
    assert set(found) == {("crm", "E-1"), ("other", "E-1")}
    assert (found["crm", "E-1"].state, found["crm", "E-1"].agent) == ("resolved", "crm-7")
    assert found["crm", "E-1"].interactions == (("crm", "1"), ("crm", "2"))
    assert [case.interactions for case in await kept.cases.of(LUIS)] == [(("crm", "4"),)]


async def test_who_is_forgotten_leaves_nothing(kept: Adapters) -> None:
    for one in (FIRST, replace(FIRST, reference="call:2", person=LUIS)):
        await kept.timelines.add(one)
    assert len(await kept.cases.of(ANA)) == 1
    await kept.timelines.forget(ANA)
    assert ((await kept.timelines.page(ANA)).entries, await kept.cases.of(ANA)) == ((), ())
    assert len(await kept.cases.of(LUIS)) == 1


async def test_the_database_itself_lets_nothing_into_the_case_of_somebody_else(database: Database) -> None:
    timelines, cases = PostgresTimelines(database), PostgresCases(database, joining())
    his, nobodys = replace(FIRST, reference="call:2", person=LUIS), replace(FIRST, reference="call:3", person=None)
    for one in (FIRST, his, nobodys):
        await timelines.add(one)
    (hers,) = await cases.of(ANA)
    move = text("UPDATE interactions SET case_id = :case WHERE reference = :reference")
    for reference in ("call:2", "call:3"):
        with pytest.raises(IntegrityError):
            await database.run(lambda c, r=reference: c.execute(move, {"case": hers.id, "reference": r}))
