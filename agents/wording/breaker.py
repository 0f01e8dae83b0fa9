"""A circuit breaker: a model that keeps failing is left alone for a while, and then tried once."""

from collections.abc import Callable
from dataclasses import dataclass

Seconds = Callable[[], float]
"""A clock that only goes forward, in seconds."""


@dataclass(slots=True)
class CircuitBreaker:
    """Closed until ``most`` failures in a row; then open for ``pause`` seconds; then half open: one call is let
    through, and decides.
    """

    seconds: Seconds
    most: int = 3
    pause: float = 60.0
    _failures: int = 0
    _open_until: float = 0.0

    def lets_through(self) -> bool:
        """Whether a call may be made. A call let through while half open opens the breaker to all others."""
        if self._failures < self.most:
            return True
        if self.seconds() < self._open_until:
            return False
        self._open_until = self.seconds() + self.pause
        return True

    def succeeded(self) -> None:
        """The call was answered: closed."""
        self._failures = 0

    def failed(self) -> None:
        """The call was not answered, or not in time."""
        self._failures += 1
        self._open_until = self.seconds() + self.pause
