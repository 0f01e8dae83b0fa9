"""How many requests one client may send, and what tells one client from another: its network address."""

import hashlib
import hmac
import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

_MAX_CLIENTS = 10_000
_IPV6_NETWORK = 64  # one household or company: it has 2^64 addresses to ask from


def network_of(address: str) -> str | None:
    """Whom an address stands for: itself or, in IPv6, its /64. ``None`` for this machine. Raises ValueError."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    if parsed.is_loopback:
        return None
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
    return str(parsed)


def origin_key(address: str, secret: bytes) -> str | None:
    """A pseudonym of the origin of a request: a keyed hash, of the /64 network for IPv6.

    ``None`` for this machine itself and for what is no address: such requests have no origin to limit.
    """
    try:
        network = network_of(address)
    except ValueError:
        return None
    return None if network is None else hmac.new(secret, network.encode(), hashlib.sha256).hexdigest()


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
