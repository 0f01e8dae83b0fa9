"""Where a file of a crawl on disk stands on the web: wget and HTTrack lay a site out as it is addressed."""

import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from knowledge.errors import ContentError

_INDEX = re.compile(r"(?:^|(?<=/))index\.html?(?=\?|$)", re.IGNORECASE)
# wget --adjust-extension writes the page ficha.php?id=3 as ficha.php?id=3.html
_ADJUSTED = re.compile(r"(\?.*|\.(?:php|aspx?|jspx?|do|cgi))\.html?$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^?#]*", re.IGNORECASE)
_KEPT = "/%?=&;:@+,!$'()*~"


def check_site(site: str) -> str:
    """The site without a last slash. Raises ContentError when it is no web address."""
    try:
        parts = urlsplit(site)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ContentError(site, None, "give the site as its address: --site https://www.example.org")
    return site.rstrip("/")


def page_url(file: Path, root: Path, site: str) -> str:
    """The address of a file under the folder ``root``, which holds the site."""
    path = _SESSION.sub("", file.relative_to(root).as_posix())
    asked = _INDEX.sub("", _ADJUSTED.sub(r"\1", path))
    return f"{site}/{quote(asked, safe=_KEPT)}"


def same_host(one: str, other: str) -> bool:
    """Whether both addresses are of one host, with or without www."""
    return _host(one) == _host(other) != ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
