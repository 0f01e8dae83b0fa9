"""Middleware around every request: its id, headers and log line, and limits of size and rate."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.metrics import Metrics
from api.http.page_headers import SECURITY_HEADERS, page_headers
from api.http.problems import on_error
from api.problems.errors import TooLarge, TooManyRequests
from tools.rate_limit import RateLimit
from tools.reading.masking import mask

_log = structlog.get_logger("api.requests")
_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

_SEARCH = "/v1/availability"  # asked again and again with other words, it would tell every free hour there is

_CACHE = {
    "/v1/": "no-store",
    "/static/": "no-cache",  # asked for anew: a module of one version does not work with those of another
}


class RequestContext:
    """Gives each request its id and headers, logs it and counts it. Pure ASGI, so that streams pass unbuffered."""

    def __init__(
        self,
        app: ASGIApp,
        metrics: Metrics,
        new_id: Callable[[], str] = lambda: str(uuid4()),
        embedded_in: Sequence[str] = (),
    ) -> None:
        self._app, self._metrics, self._new_id = app, metrics, new_id
        self._pages = page_headers(embedded_in)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = self._request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started, status = time.perf_counter(), 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(MutableHeaders(scope=message), scope, request_id, self._pages.get(_route(scope), {}))
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        finally:
            self._record(scope, status, time.perf_counter() - started)

    def _request_id(self, scope: Scope) -> str:
        given = Request(scope).headers.get("x-request-id", "")
        # It is logged as it comes, so it must not be somebody's document.
        return given if _REQUEST_ID.fullmatch(given) and mask(given) == given else self._new_id()

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        # The template of the route, never the address: an address may hold a locator.
        route = _route(scope)
        self._metrics.request(str(scope["method"]), route, status, seconds)
        if route not in ("/healthz", "/readyz", "/metrics"):
            _log.info("request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1))


def _add_headers(headers: MutableHeaders, scope: Scope, request_id: str, of_page: Mapping[str, str | None]) -> None:
    for name, value in {**SECURITY_HEADERS, **of_page}.items():
        if value is not None:
            headers[name] = value
    headers["X-Request-ID"] = request_id
    for folder, kept in _CACHE.items():
        if scope["path"].startswith(folder):
            headers.setdefault("Cache-Control", kept)


class RequestLimits:
    """Refuses requests that are too large or too frequent, and turns unhandled errors into problems."""

    def __init__(self, app: ASGIApp, *, max_bytes: int, rate: RateLimit, searches: RateLimit) -> None:
        self._app, self._max_bytes, self._rate, self._searches = app, max_bytes, rate, searches

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            self._admit(scope)
            await self._app(scope, self._counted(receive), watched)
        except Exception as error:
            if started:
                raise
            response = await on_error(Request(scope), error)
            await response(scope, receive, send)

    def _admit(self, scope: Scope) -> None:
        if not scope["path"].startswith("/v1/"):
            return
        client = (scope.get("client") or ("unknown",))[0]
        wait = self._rate.wait_seconds(client)
        if scope["path"] == _SEARCH:
            wait = wait or self._searches.wait_seconds(client)
        if wait:
            raise TooManyRequests(wait)
        if _declared_length(scope) > self._max_bytes:
            raise TooLarge("declared")
        # PostgreSQL keeps no NUL, so nothing has such a name; asked for it, it would fail.
        if "\x00" in scope["path"]:
            raise HTTPException(404)
        if b"%00" in scope["query_string"] or b"\x00" in scope["query_string"]:
            raise HTTPException(422)

    def _counted(self, receive: Receive) -> Receive:
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._max_bytes:
                raise TooLarge("streamed")
            return message

        return counted


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "other"))


def _declared_length(scope: Scope) -> int:
    value = Request(scope).headers.get("content-length", "")
    return int(value) if value.isascii() and value.isdigit() else 0
