"""Where receivers may be. What an administrator enters must not lead this service to its neighbours."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from tools.errors import WebhookRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_EMBEDS_IPV4 = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
"""Translated and tunnelled: behind such an address may be any IPv4 one."""


@dataclass(frozen=True, slots=True)
class Reach:
    """``http``: receivers without encryption too. ``networks``: private ones where they may be."""

    http: bool = False
    networks: tuple[Network, ...] = ()

    def check_url(self, url: str) -> None:
        """Raises WebhookRefused, unless it is an address that a message may be sent to, as far as it can be read."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise WebhookRefused("cannot be read") from None
        if parts.scheme not in (("https", "http") if self.http else ("https",)):
            raise WebhookRefused("wrong scheme")
        if not host or parts.username is not None or parts.password is not None or parts.fragment:
            raise WebhookRefused("must be a host and a path, without user and fragment")
        if not url.isascii() or any(sign.isspace() or not sign.isprintable() for sign in url):
            raise WebhookRefused("must be plain ASCII")

    def allows(self, address: str) -> bool:
        """Whether a connection to that address may be opened."""
        try:
            found: Address = ipaddress.ip_address(address.split("%")[0])
        except ValueError:
            return False
        found = getattr(found, "ipv4_mapped", None) or found
        if any(found in network for network in self.networks):
            return True
        hidden = any(found in network for network in _EMBEDS_IPV4)
        return found.is_global and not found.is_multicast and not hidden


def parse_networks(setting: str) -> tuple[Network, ...]:
    """Comma-separated networks. Raises ValueError."""
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in setting.split(",") if part.strip())
    except ValueError:
        raise ValueError("must be networks, such as 10.0.0.0/8,192.168.7.0/24") from None
