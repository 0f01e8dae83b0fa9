"""The web sites a citizen may be sent to and an article may cite."""

from collections.abc import Iterable
from urllib.parse import urlsplit


def is_on_site(url: str, sites: Iterable[str]) -> bool:
    """Tell whether the link is https (or http: some official pages have no other) and on one of the sites."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    on_site = any(host == site or host.endswith(f".{site}") for site in sites)
    return parts.scheme in ("https", "http") and on_site and parts.username is None
