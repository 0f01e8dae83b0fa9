"""Taking in interactions of other systems: in batches, each with how far it brings the import."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tools.citizens.timeline import Interaction


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far a file has been taken in. ``lines`` of it were read, of which ``rejected`` were refused."""

    lines: int = 0
    rejected: int = 0
    finished: bool = False


class InteractionImports(Protocol):
    """Every method may raise ToolUnavailable."""

    async def progress(self, file: str) -> ImportProgress:
        """How far the file, named by the hash of its content, has come; an unknown one is at its beginning."""
        ...

    async def take_in(self, file: str, batch: Sequence[Interaction], progress: ImportProgress) -> None:
        """Keep the batch and the progress it brings, both or neither. Of the same name in a batch the last stands."""
        ...
