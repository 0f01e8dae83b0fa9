"""The web sites a citizen may be sent to and an article may cite."""

from urllib.parse import urlsplit

OFFICIAL_SITES = (
    "seg-social.es",
    "seg-social.gob.es",
    "boe.es",
    "sepe.es",
    "sepe.gob.es",
    "imserso.es",
    "clave.gob.es",
    "gob.es",
)


def is_official(url: str) -> bool:
    """Whether the link is https (or http, some official pages have no other) and on an official site."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    official = any(host == site or host.endswith(f".{site}") for site in OFFICIAL_SITES)
    return parts.scheme in ("https", "http") and official and parts.username is None
