"""A circuit breaker: a service that keeps failing is left alone for a while, and then tried once."""

from collections.abc import Callable

from tools.errors import ToolUnavailable


class CircuitBreaker:
    """Opens after ``threshold`` failures in a row. After ``rest`` seconds it lets one call through, which decides.

    ``now`` gives seconds that never go back. For one event loop; it waits for nothing.
    """

    def __init__(self, now: Callable[[], float], *, threshold: int = 5, rest: float = 15.0) -> None:
        self._now, self._threshold, self._rest = now, threshold, rest
        self._failures = 0
        self._opened_at = 0.0

    def admit(self) -> None:
        """Let a call through. Raises ToolUnavailable while the circuit is open."""
        if self._failures < self._threshold:
            return
        if self._now() - self._opened_at < self._rest:
            raise ToolUnavailable("the service kept failing and is being left alone")
        self._opened_at = self._now()  # the others wait until this call has told, or another rest has passed

    def succeeded(self) -> None:
        """The service answered."""
        self._failures = 0

    def failed(self) -> None:
        """The service did not answer, or not sensibly."""
        self._failures += 1
        if self._failures >= self._threshold:
            self._opened_at = self._now()
