"""Values that are made when they are first asked for."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")
_AS_LONG_AS_IT_TAKES = -1


class Once(Generic[Value]):
    """A value made by the first thread that asks for it, while others wait; made again if that failed."""

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make, self._making = make, threading.Lock()
        self._made: list[Value] = []

    def __call__(self, patience: float = _AS_LONG_AS_IT_TAKES) -> Value:
        """Raises what making it raises, and TimeoutError while another thread makes it for longer than ``patience``."""
        if not self._made:
            if not self._making.acquire(timeout=patience):
                raise TimeoutError
            try:
                if not self._made:
                    self._made.append(self._make())
            finally:
                self._making.release()
        return self._made[0]
