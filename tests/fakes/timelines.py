"""Timelines and imports in memory, for tests."""

from collections.abc import Sequence
from dataclasses import replace

from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.imports import ImportProgress
from tools.citizens.timeline import OWN, Interaction, TimelinePage, TimelinePlace


class MemoryTimelines:
    """Implements ``Timelines`` and ``InteractionImports``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[int, Interaction]] = {}
        self._imports: dict[str, ImportProgress] = {}
        self._unplaced: set[tuple[str, str]] = set()
        self.cases: dict[str, Case] = {}

    @property
    def all(self) -> tuple[Interaction, ...]:
        """Everybody's and nobody's."""
        return tuple(one for _, one in self._kept.values())

    @property
    def unplaced(self) -> list[Interaction]:
        """Those that nobody has looked at for the case they belong to."""
        return [one for _, one in self._kept.values() if one.name in self._unplaced]

    def place(self, interaction: Interaction, case_id: str | None) -> None:
        """It was looked at."""
        self._kept[interaction.name] = self._kept[interaction.name][0], replace(interaction, case=case_id)
        self._unplaced.discard(interaction.name)

    async def forget(self, person: Pseudonym) -> None:
        """See the port."""
        self._kept = {name: kept for name, kept in self._kept.items() if kept[1].person != person}
        self.cases = {name: case for name, case in self.cases.items() if case.person != person}

    async def add(self, interaction: Interaction) -> None:
        """See the port."""
        name = interaction.name
        number, before = self._kept.get(name, (len(self._kept) + 1, interaction))
        same = (before.person, before.case_name) == (interaction.person, interaction.case_name)
        self._kept[name] = number, replace(interaction, case=before.case if same else None)
        if interaction.system == OWN or interaction.case_name is not None:
            self._unplaced.add(name)

    async def page(self, person: Pseudonym, limit: int = 50, after: str | None = None) -> TimelinePage:
        """See the port."""
        until = TimelinePlace.parse(after) if after is not None else None
        theirs = [(TimelinePlace(one.at, number), one) for number, one in self._kept.values() if one.person == person]
        theirs = sorted((pair for pair in theirs if until is None or pair[0] < until), key=lambda pair: pair[0])[::-1]
        more = theirs[limit - 1][0].cursor() if len(theirs) > limit else None
        return TimelinePage(tuple(one for _, one in theirs[:limit]), more)

    async def progress(self, file: str) -> ImportProgress:
        """See the port."""
        return self._imports.get(file, ImportProgress())

    async def take_in(self, file: str, batch: Sequence[Interaction], progress: ImportProgress) -> None:
        """See the port."""
        for one in batch:
            await self.add(one)
        self._imports[file] = progress
