"""How many requests one client may send: a bucket per client that refills steadily, in memory of this process."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from tools.addresses import network_of

_MAX_CLIENTS = 10_000


class RateLimit:
    """``limit`` requests in so many ``seconds``; 0 means no limit. ``now`` gives seconds that never go back.

    A client is an address or any other name; the addresses of an IPv6 /64 are one client, which changes them at will.
    This machine itself is not limited: behind a proxy, uvicorn gives the real address.
    """

    def __init__(self, limit: int, now: Callable[[], float] = time.monotonic, *, seconds: float = 60.0) -> None:
        self._limit, self._now, self._rate = limit, now, limit / seconds
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_seconds(self, client: str) -> int:
        """0 when the request may pass (and is counted), else how long to wait."""
        counted = _counted(client)
        if not self._limit or counted is None:
            return 0
        now, rate = self._now(), self._rate
        left, seen = self._buckets.pop(counted, (float(self._limit), now))
        left = min(self._limit, left + (now - seen) * rate)
        passes = left >= 1
        self._buckets[counted] = (left - 1 if passes else left, now)
        while len(self._buckets) > _MAX_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if passes else max(1, math.ceil((1 - left) / rate))


def _counted(client: str) -> str | None:
    try:
        return network_of(client)
    except ValueError:
        return client
