"""When a notice is tried again."""

from datetime import timedelta

LEASE = timedelta(minutes=1)
"""The time a process has to deliver a notice that it took; then another may try."""

ATTEMPTS = 12
_FIRST, _LONGEST = timedelta(seconds=10), timedelta(hours=1)


def pause(attempts: int) -> timedelta | None:
    """The pause after that many attempts, doubling up to an hour (some four hours in all); None: give up."""
    if attempts >= ATTEMPTS:
        return None
    doublings: int = max(attempts - 1, 0)
    return min(_FIRST * (1 << doublings), _LONGEST)
