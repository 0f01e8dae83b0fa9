"""Files that one process at a time writes."""

import fcntl
from typing import IO, Any


def held_alone(file: IO[Any] | int) -> bool:
    """Lock a file until it is closed; False when another process holds it. A process that dies lets go."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
