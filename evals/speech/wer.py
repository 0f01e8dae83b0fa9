"""Word error rate."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from tools.reading.folding import fold


@dataclass(frozen=True, slots=True)
class Errors:
    """Words wrong, missing or too many, of so many said."""

    wrong: int = 0
    said: int = 0

    def __add__(self, other: "Errors") -> "Errors":
        return Errors(self.wrong + other.wrong, self.said + other.said)

    @property
    def rate(self) -> float:
        """WER; may be over 1."""
        return self.wrong / self.said if self.said else 0.0


def errors(said: str, written: str) -> Errors:
    """Case, accents and marks do not count: references of spoken clips are often without them."""
    reference = fold(said).words()
    return Errors(Levenshtein.distance(reference, fold(written).words()), len(reference))
