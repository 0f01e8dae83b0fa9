"""What all Timelines and InteractionImports do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from tests.fakes.timelines import MemoryTimelines
from tools.appointments.keys import Pseudonym
from tools.citizens.imports import ImportProgress, InteractionImports
from tools.citizens.timeline import Interaction, Timelines
from tools.store.database import Database
from tools.store.timelines_postgres import PostgresInteractionImports, PostgresTimelines

AT = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
ANA, LUIS = Pseudonym("a" * 64), Pseudonym("b" * 64)
FIRST = Interaction(
    "crm", "1", AT, "phone", ANA, "viudedad", "resolved", "Preguntó por el plazo.", "appointment-1", "agent-7"
)


class Adapters(NamedTuple):
    timelines: Timelines
    imports: InteractionImports


@pytest.fixture(params=["memory", "postgres"])
def kept(request: pytest.FixtureRequest, database: Database) -> Adapters:
    if request.param == "memory":
        memory = MemoryTimelines()
        return Adapters(memory, memory)
    return Adapters(PostgresTimelines(database), PostgresInteractionImports(database))


async def test_a_timeline_is_one_persons_with_the_newest_first(kept: Adapters) -> None:
    later = replace(FIRST, reference="2", at=AT + timedelta(days=1), need=None, outcome=None, summary=None)
    for one in (FIRST, replace(FIRST, reference="3", person=LUIS), later, replace(FIRST, reference="4", person=None)):
        await kept.timelines.add(one)
    page = await kept.timelines.page(ANA)
    assert (page.entries, page.after) == ((later, FIRST), None)
    assert (await kept.timelines.page(Pseudonym("c" * 64))).entries == ()


async def test_the_same_again_is_there_once_as_it_was_last_known(kept: Adapters) -> None:
    for one in (FIRST, FIRST, replace(FIRST, outcome="pending"), replace(FIRST, system="other")):
        await kept.timelines.add(one)
    page = await kept.timelines.page(ANA)
    assert [(one.system, one.outcome) for one in page.entries] == [("other", "resolved"), ("crm", "pending")]


async def test_pages_follow_one_another_without_a_gap_though_all_happened_at_once(kept: Adapters) -> None:
    made = [replace(FIRST, reference=f"{number}") for number in range(5)]
    for one in made:
        await kept.timelines.add(one)
    seen, after, pages = [], None, 0
    while pages == 0 or after is not None:
        page = await kept.timelines.page(ANA, 2, after)
        seen, after, pages = [*seen, *page.entries], page.after, pages + 1
    assert (seen, pages) == (made[::-1], 3)


@pytest.mark.parametrize("cursor", ["", "1", "x.1", "1.x", "1.1.1", f"{10**17}.1"])
async def test_what_is_no_cursor_leads_nowhere(kept: Adapters, cursor: str) -> None:
    with pytest.raises(ValueError, match="cursor"):
        await kept.timelines.page(ANA, 2, cursor)


async def test_a_batch_is_kept_with_its_progress_and_its_last_word_on_the_same_stands(kept: Adapters) -> None:
    assert await kept.imports.progress("f") == ImportProgress()
    await kept.timelines.add(replace(FIRST, outcome="callback"))
    batch = [replace(FIRST, outcome="pending"), replace(FIRST, reference="2", summary="x\ty\\\n"), FIRST]
    for _ in range(2):
        await kept.imports.take_in("f", batch, ImportProgress(4, 1, finished=True))
    assert set((await kept.timelines.page(ANA)).entries) == {FIRST, batch[1]}
    assert await kept.imports.progress("f") == ImportProgress(4, 1, finished=True)
    assert await kept.imports.progress("g") == ImportProgress()
