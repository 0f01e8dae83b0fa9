"""Lines that say the same: those of neighbouring needs often do."""

from tools.reading.folding import fold

SAME = 0.7
"""The share of their words that two lines have in common when they say the same."""


def say_the_same(line: str, other: str, least: float = SAME) -> bool:
    """Whether two lines share nearly all of their words, or ``least`` of them."""
    words, others = set(fold(line).words()), set(fold(other).words())
    return len(words & others) >= least * len(words | others)
