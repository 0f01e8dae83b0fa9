"""The web addresses that may be read: official sites, and never a host inside a private network."""

import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from knowledge.errors import ContentError
from knowledge.links import is_on_site

Resolve = Callable[[str], Collection[str]]
"""The IP addresses of a host; none when it has none."""


def resolve(host: str) -> Collection[str]:
    """Resolve a host with the machine's resolver."""
    try:
        return {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except OSError:
        return ()


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """``sites``: the official ones. ``any_host``: whoever runs the command answers for any other."""

    sites: tuple[str, ...] = ()
    any_host: bool = False
    resolve: Resolve = resolve

    def check(self, url: str) -> None:
        """Raises ContentError when the address may not be read. Asked again at every redirection."""
        host = self.check_official(url)
        for address in () if self.any_host else self.resolve(host):
            if not _is_public(address):
                raise ContentError(url, None, f"{host} is {address}, inside a private network; it is not read")

    def check_official(self, url: str) -> str:
        """The host. Raises ContentError when it is no address of the web, or not of an official site."""
        host = _host(url)
        if not self.any_host and not is_on_site(url, self.sites):
            raise ContentError(url, None, f"{host} is not an official site; --any-host takes it all the same")
        return host


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        host = None
    if host is None:
        raise ContentError(url, None, "this is no address of the web: http:// or https:// and a host")
    return host


def _is_public(address: str) -> bool:
    ip = ip_address(address)
    inner = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    return (inner or ip).is_global and not ip.is_multicast
