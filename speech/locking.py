"""A file that one process at a time goes on with."""

import fcntl
from typing import IO, Any


def held_alone(file: IO[Any] | int) -> bool:
    """Hold it until it is closed; False when somebody else does. A process that dies lets go."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
