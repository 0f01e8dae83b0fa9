"""Network addresses, as limits count them."""

import ipaddress

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
