"""The BOE's service, as a client that a test gives answers for it."""

from collections.abc import Callable

import httpx
import pytest

from knowledge.errors import ContentError
from knowledge.law.boe_service import BoeService
from tests.law_example import ADDRESS, METADATA, NORM_ID, STAMP, answer

Handler = Callable[[httpx.Request], httpx.Response]


def service(handler: Handler) -> BoeService:
    return BoeService(httpx.Client(transport=httpx.MockTransport(handler)), ADDRESS)


def test_metadata_and_text_are_asked_for_in_xml() -> None:
    asked: list[tuple[str, str]] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append((str(request.url), request.headers["Accept"]))
        return httpx.Response(200, content=METADATA.encode() if request.url.path.endswith("metadatos") else answer())

    boe = service(handle)
    assert boe.norm(boe.stamp(NORM_ID)).stamp == STAMP.stamp
    assert asked == [(f"{ADDRESS}/{NORM_ID}/{part}", "application/xml") for part in ("metadatos", "texto")]


def fails_with(error: type[httpx.HTTPError]) -> Handler:
    def handle(request: httpx.Request) -> httpx.Response:
        raise error("no route to host")

    return handle


@pytest.mark.parametrize(
    ("handler", "problem"),
    [
        (fails_with(httpx.ConnectError), "cannot be reached: no route to host"),
        (fails_with(httpx.ReadTimeout), "did not answer within 60 seconds"),
        (lambda _: httpx.Response(404), "no such norm"),
        (lambda _: httpx.Response(503), r"out of order \(503\)"),
        (lambda _: httpx.Response(302, headers={"Location": "https://example.org"}), r"out of order \(302\)"),
        (lambda _: httpx.Response(200, content=b"<html>"), "cut short"),
    ],
)
def test_what_fails_names_the_norm_and_the_reason(handler: Handler, problem: str) -> None:
    with pytest.raises(ContentError, match=f"{NORM_ID}:1: .*{problem}"):
        service(handler).stamp(NORM_ID)
