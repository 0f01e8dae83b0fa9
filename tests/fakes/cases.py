"""Cases in memory, for tests."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from tests.fakes.timelines import MemoryTimelines
from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.joining import Joining
from tools.citizens.timeline import Interaction
from tools.errors import CaseNotFound


def joining(
    related: Callable[[str, str], bool] = lambda one, other: {one, other} == {"viudedad", "orfandad"},
) -> Joining:
    """The rule, with ids that count."""
    numbers = count(1)
    return Joining(related, lambda: f"id-{next(numbers)}")


class MemoryCases:
    """Implements ``Cases`` over the interactions of ``timelines``."""

    def __init__(self, timelines: MemoryTimelines, rule: Joining | None = None) -> None:
        self._timelines, self._rule = timelines, rule or joining()

    async def settle(self, person: Pseudonym) -> None:
        """See the port."""
        new = [one for one in self._timelines.unplaced if one.person == person]
        settled = self._rule.settle(new, await self._theirs(person))
        self._timelines.cases |= {case.id: case for case in settled.cases}
        for one, home in zip(new, settled.homes, strict=True):
            self._timelines.place(one, home)

    async def of(self, person: Pseudonym) -> tuple[Case, ...]:
        """See the port."""
        await self.settle(person)
        found = await self._theirs(person)
        return tuple(sorted(found, key=lambda case: (case.state == "open", case.changed_at), reverse=True))

    async def edit(self, person: Pseudonym, case_id: str, change: Callable[[Case], Case]) -> Case:
        """See the port."""
        found = {case.id: case for case in await self.of(person)}
        if case_id not in found:
            raise CaseNotFound(case_id)
        self._timelines.cases[case_id] = change(found[case_id])
        return self._timelines.cases[case_id]

    async def _theirs(self, person: Pseudonym) -> list[Case]:
        def names(case: Case) -> tuple[tuple[str, str], ...]:
            inside: list[Interaction] = [one for one in self._timelines.all if one.case == case.id]
            return tuple(one.name for one in sorted(inside, key=lambda one: one.at))

        cases = self._timelines.cases.values()
        return [replace(case, interactions=names(case)) for case in cases if case.person == person]
