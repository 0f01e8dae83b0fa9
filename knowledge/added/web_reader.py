"""Reads a page or paper of the web politely: it obeys robots.txt and limits, and skips unchanged documents."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import httpx

from knowledge.added.allowed_hosts import AllowedHosts
from knowledge.added.extraction import LARGEST_PDF, RawDocument, sniff
from knowledge.errors import ContentError

AGENT = "isac-kb-add"
"""How the reader calls itself; robots.txt may name it."""

_KIND_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_UNSAID = ("", "application/octet-stream", "binary/octet-stream")
_REDIRECTIONS = (301, 302, 303, 307, 308)
_NO_ROBOTS = range(400, 500)  # a site without robots.txt lets everybody read it (RFC 9309)
_REASONS = {
    401: "the site asks who you are (401)",
    403: "the site does not let us read it (403)",
    404: "the site has no such page (404)",
    410: "the page was taken away (410)",
    429: "the site asks to come back later (429)",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """For one document: seconds in all, bytes, and redirections."""

    seconds: float = 30.0
    size: int = LARGEST_PDF
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document as fetched. ``validators``: headers to send next time, so that only a change is sent."""

    raw: RawDocument
    validators: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _HttpAnswer:
    url: str
    status: int
    headers: httpx.Headers
    content: bytes


class WebReader:
    """Keeps the client open and what each site's robots.txt said. Close it, or use it in a ``with``."""

    def __init__(
        self, hosts: AllowedHosts, limits: FetchLimits = FetchLimits(), *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._hosts, self._limits, self._clock = hosts, limits, clock
        self._client = httpx.Client(headers={"User-Agent": AGENT}, timeout=limits.seconds, follow_redirects=False)
        self._robots: dict[str, RobotFileParser] = {}

    def __enter__(self) -> "WebReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str, validators: Mapping[str, str]) -> FetchedDocument | None:
        """Fetch the document; None if it has not changed since it sent the ``validators``.

        Raises ContentError: it may not be read, is not there, the site does not answer, or it is no document.
        """
        answer = self._follow(url, validators, obey=True)
        if answer.status == httpx.codes.NOT_MODIFIED and validators:
            return None
        _check_status(url, answer.status)
        kind, charset = _kind(url, answer)
        raw = RawDocument(url, kind, answer.content, charset, answer.url)
        given = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        return FetchedDocument(
            raw, {ask: answer.headers[said] for ask, said in given.items() if said in answer.headers}
        )

    def _follow(self, url: str, headers: Mapping[str, str], *, obey: bool) -> _HttpAnswer:
        until = self._clock() + self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            self._hosts.check(url)
            if obey:
                self._check_robots(url)
            answer = self._get(url, headers, until)
            if answer.status not in _REDIRECTIONS or "location" not in answer.headers:
                return answer
            url = _joined(url, answer.headers["location"])
        raise ContentError(url, None, f"the site redirects more than {self._limits.redirects} times")

    def _get(self, url: str, headers: Mapping[str, str], until: float) -> _HttpAnswer:
        with _explained(url, self._limits), self._client.stream("GET", url, headers=headers) as response:
            if response.status_code in _REDIRECTIONS:
                return _HttpAnswer(url, response.status_code, response.headers, b"")
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > self._limits.size:
                    raise ContentError(url, None, f"it is larger than {_megabytes(self._limits.size)}")
                if self._clock() > until:
                    raise httpx.ReadTimeout("the whole took too long")
            return _HttpAnswer(url, response.status_code, response.headers, bytes(content))

    def _check_robots(self, url: str) -> None:
        site = urljoin(url, "/")
        if site not in self._robots:
            self._robots[site] = self._read_robots(urljoin(site, "robots.txt"))
        if not self._robots[site].can_fetch(AGENT, url):
            raise ContentError(url, None, "the site's robots.txt asks not to read it")

    def _read_robots(self, url: str) -> RobotFileParser:
        answer = self._follow(url, {}, obey=False)
        rules = RobotFileParser()
        if answer.status not in _NO_ROBOTS:
            _check_status(url, answer.status)
        rules.parse(answer.content.decode(errors="replace").splitlines() if answer.status == httpx.codes.OK else [])
        return rules


@contextmanager
def _explained(url: str, limits: FetchLimits) -> Iterator[None]:
    try:
        yield
    except httpx.TimeoutException as error:
        raise ContentError(url, None, f"the site did not answer within {limits.seconds:g} seconds") from error
    except (httpx.ConnectError, httpx.ProxyError) as error:
        raise ContentError(url, None, f"the site cannot be reached: {error}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ContentError(url, None, f"the site's answer cannot be read: {error}") from error


def _check_status(url: str, status: int) -> None:
    if status == httpx.codes.OK:
        return
    broken = f"the site is out of order ({status}); try later"
    raise ContentError(url, None, _REASONS.get(status, broken if status >= 500 else f"the site answers {status}"))


def _kind(url: str, answer: _HttpAnswer) -> tuple[str, str]:
    """The kind and what the server says of its letters. Raises ContentError when it is no document."""
    written, _, parameters = answer.headers.get("content-type", "").partition(";")
    said = written.strip().lower()
    kind = sniff(answer.content) if said in _UNSAID else _KIND_OF.get(said)
    if kind == ".txt" and answer.url.lower().endswith((".md", ".markdown")):
        kind = ".md"
    if not kind:
        raise ContentError(url, None, f"it is not a document but {said or 'of no kind that is read'}")
    return kind, parameters.partition("charset=")[2].strip(" \"'")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise ContentError(url, None, f"the site redirects to {location!r}, which is no address") from error


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
