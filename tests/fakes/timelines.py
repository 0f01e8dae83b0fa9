"""Timelines and imports in memory, for tests."""

from collections.abc import Sequence

from tools.appointments.keys import Pseudonym
from tools.citizens.imports import ImportProgress
from tools.citizens.timeline import Interaction, TimelinePage, TimelinePlace


class MemoryTimelines:
    """Implements ``Timelines`` and ``InteractionImports``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[int, Interaction]] = {}
        self._imports: dict[str, ImportProgress] = {}

    @property
    def all(self) -> tuple[Interaction, ...]:
        """Everybody's and nobody's."""
        return tuple(one for _, one in self._kept.values())

    async def add(self, interaction: Interaction) -> None:
        """See the port."""
        name = interaction.system, interaction.reference
        number = self._kept[name][0] if name in self._kept else len(self._kept) + 1
        self._kept[name] = number, interaction

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
