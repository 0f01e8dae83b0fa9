"""How long to wait before a message is sent again, and when to give up."""

from datetime import timedelta

FIRST, LONGEST = timedelta(seconds=5), timedelta(hours=1)
GIVE_UP = timedelta(hours=24)


def pause(attempts: int, trying: timedelta, draw: float) -> timedelta | None:
    """The pause after that many attempts, the first of them ``trying`` ago; None: give up.

    It doubles up to an hour, and is shortened by up to a half: ``draw``, from 0 to 1, is by chance, so that messages
    that failed together do not all come back together.
    """
    if trying >= GIVE_UP:
        return None
    doublings = min(max(attempts - 1, 0), 20)
    whole: timedelta = min(FIRST * (1 << doublings), LONGEST)
    return whole * (1 - draw / 2)
