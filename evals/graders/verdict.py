"""The verdict of a grader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """``faults``: a sentence each; without any, the sample passed."""

    faults: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """True without faults."""
        return not self.faults

    def and_(self, other: "Verdict") -> "Verdict":
        """Both must hold."""
        return Verdict(self.faults + other.faults)


def verdict(*faults: str | None) -> Verdict:
    """From optional faults."""
    return Verdict(tuple(fault for fault in faults if fault))
