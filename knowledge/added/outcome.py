"""What ``isac kb add`` did, a line a file and one for all."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

Done = Literal["added", "replaced", "unchanged", "left out", "not added"]


@dataclass(frozen=True, slots=True)
class AddedLine:
    """What happened to one file or address; ``detail`` is the reason when it was not added."""

    file: str
    outcome: Done
    detail: str

    def __str__(self) -> str:
        return f"{self.file}: {self.outcome}{':' if self.outcome in ('left out', 'not added') else ','} {self.detail}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line per document, in order.

    Also how many are ``gone`` from disk or were ``removed`` for that, and how many are ``copies`` of another page.
    """

    lines: tuple[AddedLine, ...]
    gone: int = 0
    removed: int = 0
    copies: int = 0

    @property
    def problems(self) -> tuple[AddedLine, ...]:
        """The files that could not be taken in."""
        return tuple(line for line in self.lines if line.outcome == "not added")

    @property
    def failed(self) -> bool:
        """True when one of them could not be taken in."""
        return bool(self.problems)

    @property
    def summary(self) -> str:
        """Such as ``482 added, 3 unchanged, 2 not added``."""
        counts = Counter(line.outcome for line in self.lines)
        parts = [f"{counts[done]} {done}" for done in get_args(Done) if counts[done]]
        if self.copies:
            parts.append(f"{self.copies} the same as another, which alone is searched")
        if self.removed:
            parts.append(f"{self.removed} removed")
        if self.gone:
            them = "it" if self.gone == 1 else "them"
            parts.append(f"{self.gone} no longer on disk: isac kb add --prune removes {them}")
        return ", ".join(parts)
