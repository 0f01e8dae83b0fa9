"""What a case adds to each measure: how many of how many."""

from collections.abc import Iterable, Mapping

Counts = Mapping[str, tuple[int, int]]
"""By measure, passed and total: none of none where the case has nothing of it."""


def counted(**measures: Iterable[bool]) -> dict[str, tuple[int, int]]:
    """By name, with spaces for underscores."""
    listed = {name.replace("_", " "): list(passed) for name, passed in measures.items()}
    return {name: (sum(passed), len(passed)) for name, passed in listed.items()}
