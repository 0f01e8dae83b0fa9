"""What a grader says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """``faults`` say what was wrong, each in one sentence; none, and it passed."""

    faults: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults

    def and_(self, other: "Verdict") -> "Verdict":
        """Both must hold."""
        return Verdict(self.faults + other.faults)


def verdict(*faults: str | None) -> Verdict:
    """From optional faults."""
    return Verdict(tuple(fault for fault in faults if fault))
