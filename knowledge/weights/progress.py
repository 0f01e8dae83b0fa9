"""Progress reports of long work."""

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""(step in progress, fraction done of the whole from 0 to 1) -> None."""


def silent(step: str, fraction: float) -> None:
    """Tell nobody."""
