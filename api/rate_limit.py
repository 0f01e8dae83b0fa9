"""How many requests one address may send: a bucket per address that refills steadily, in memory of this process."""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

_MAX_CLIENTS = 10_000


class RateLimit:
    """``per_minute`` 0 means no limit.

    This machine itself is not limited: behind a proxy, uvicorn gives the real address.
    """

    def __init__(self, per_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._per_minute, self._now = per_minute, now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_seconds(self, client: str) -> int:
        """0 when the request may pass (and is counted), else how long to wait."""
        if not self._per_minute or _is_this_machine(client):
            return 0
        now, rate = self._now(), self._per_minute / 60
        left, seen = self._buckets.pop(client, (float(self._per_minute), now))
        left = min(self._per_minute, left + (now - seen) * rate)
        passes = left >= 1
        self._buckets[client] = (left - 1 if passes else left, now)
        while len(self._buckets) > _MAX_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if passes else max(1, math.ceil((1 - left) / rate))


def _is_this_machine(client: str) -> bool:
    try:
        return ipaddress.ip_address(client).is_loopback
    except ValueError:
        return False
