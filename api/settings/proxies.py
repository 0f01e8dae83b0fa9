"""Trusted proxies, as the setting writes them."""

import ipaddress


def parse_proxies(setting: str) -> list[str]:
    """Parse comma-separated addresses and networks into the form uvicorn takes. Raises ValueError."""
    try:
        networks = [ipaddress.ip_network(part.strip()) for part in setting.split(",")]
    except ValueError:
        raise ValueError("must be addresses or networks, such as 127.0.0.1,10.0.0.0/8") from None
    # A socket of both families tells an IPv4 address as an IPv6 one.
    mapped = [
        f"::ffff:{network.network_address}/{96 + network.prefixlen}" for network in networks if network.version == 4
    ]
    return [*map(str, networks), *mapped]
