"""Around every request: headers, size, rate, and logs that hold nobody's data."""

import io
import json
import logging
from collections.abc import Iterator
from importlib.metadata import version

import httpx
import pytest
import structlog

from api.app import create_app
from api.http.middleware import SECURITY_HEADERS
from api.logging import configure
from api.settings.settings import Settings
from tests.api.conftest import Opened
from tests.api.fakes import DOCUMENT, make_services
from tools.rate_limit import RateLimit


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handlers, level, kept = logging.getLogger().handlers, logging.getLogger().level, structlog.get_config()
    configure("DEBUG", stream)
    yield stream
    logging.getLogger().handlers, logging.getLogger().level = handlers, level
    logging.getLogger("uvicorn.access").disabled = False
    structlog.configure(**kept)


async def test_personal_data_never_reaches_the_log(client: httpx.AsyncClient, opened: Opened, log: io.StringIO) -> None:
    text = f"explota, mi DNI es {DOCUMENT} y mi correo ana@example.org"
    await client.post(f"{opened.path}/messages", json={"text": text}, headers=opened.headers)
    await client.get("/v1/appointments/K7MQ2XHD", headers={"X-Document": DOCUMENT})
    await client.post(
        "/v1/appointments", json={"document": DOCUMENT, "x": DOCUMENT}, headers={"Idempotency-Key": DOCUMENT}
    )
    await client.get(f"/v1/appointments/{DOCUMENT}")
    await client.get(f"/v1/availability?province=17&from={DOCUMENT}", headers={"X-Request-ID": DOCUMENT})
    logging.getLogger("elsewhere").warning("document %s", DOCUMENT, extra={"who": {"document": [DOCUMENT]}})
    structlog.get_logger("elsewhere").info(f"said {DOCUMENT}", nested=({"a": DOCUMENT},))
    written = log.getvalue()
    assert "something broke while reading" in written
    assert DOCUMENT not in written
    assert "K7MQ2XHD" not in written
    assert "ana@example.org" not in written


async def test_each_line_of_the_log_is_json_with_the_route_and_the_id(
    client: httpx.AsyncClient, log: io.StringIO
) -> None:
    await client.get("/v1/citations/c1", headers={"X-Request-ID": "request-0001"})
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    [line] = [line for line in lines if line["event"] == "request"]
    assert (line["route"], line["status"], line["request_id"]) == ("/v1/citations/{citation_id}", 404, "request-0001")


async def test_every_answer_carries_the_security_headers(client: httpx.AsyncClient) -> None:
    for path in ("/docs", "/static/page.css", "/v1/phrases/page", "/nowhere", "/healthz"):
        headers = (await client.get(path)).headers
        assert SECURITY_HEADERS.items() <= {name.title(): value for name, value in headers.items()}.items() | {
            (name, headers[name]) for name in SECURITY_HEADERS
        }
    assert "unsafe" not in SECURITY_HEADERS["Content-Security-Policy"]


async def test_the_page_of_citizens_may_be_part_of_named_sites_only() -> None:
    async def headers(embed_origins: str) -> httpx.Headers:
        app = create_app(make_services(Settings(_env_file=None, embed_origins=embed_origins)))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://isac") as client:
            return (await client.get("/")).headers

    alone, named = await headers(""), await headers("https://www.example.org, https://other.example:8443")
    assert "frame-ancestors 'none'" in alone["content-security-policy"]
    assert alone["x-frame-options"] == "DENY"
    assert (
        "frame-ancestors 'self' https://www.example.org https://other.example:8443" in named["content-security-policy"]
    )
    assert "x-frame-options" not in named
    assert SECURITY_HEADERS["X-Content-Type-Options"] == named["x-content-type-options"]


async def test_after_an_upgrade_no_browser_goes_on_with_old_modules(client: httpx.AsyncClient) -> None:
    script = await client.get("/static/citizen/main.js")
    assert script.headers["cache-control"] == "no-cache"
    again = await client.get("/static/citizen/main.js", headers={"If-None-Match": script.headers["etag"]})
    assert (again.status_code, again.headers["cache-control"]) == (304, "no-cache")


async def test_the_microphone_is_of_one_page_and_sound_of_another(client: httpx.AsyncClient) -> None:
    phone, record, other = [(await client.get(path)).headers for path in ("/llamada", "/llamada/c1", "/admin/gaps")]
    assert "microphone=(self)" in phone["permissions-policy"]
    assert "microphone=()" in record["permissions-policy"]
    assert "microphone=()" in other["permissions-policy"]
    assert "media-src blob:" in record["content-security-policy"]
    assert "media-src" not in phone["content-security-policy"] + other["content-security-policy"]
    assert SECURITY_HEADERS["Content-Security-Policy"] in record["content-security-policy"]


async def test_a_strange_request_id_is_replaced(client: httpx.AsyncClient) -> None:
    given = (await client.get("/healthz", headers={"X-Request-ID": "abc-12345"})).headers["x-request-id"]
    assert given == "abc-12345"
    made = (await client.get("/healthz", headers={"X-Request-ID": "a b<c>"})).headers["x-request-id"]
    assert made != "a b<c>"


async def test_a_body_over_the_limit_is_refused_declared_or_streamed(client: httpx.AsyncClient, opened: Opened) -> None:
    async def pieces() -> object:
        for _ in range(5):
            yield b" " * 65_536

    headers = {**opened.headers, "Content-Type": "application/json"}
    for content in (b" " * 300_000, pieces()):
        response = await client.post(f"{opened.path}/messages", content=content, headers=headers)
        assert (response.status_code, response.json()["code"]) == (413, "too_large")


async def test_too_many_requests_from_one_address_wait() -> None:
    services = make_services(Settings(_env_file=None, requests_per_minute=3))
    transport = httpx.ASGITransport(create_app(services), client=("203.0.113.7", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        statuses = [(await client.get("/v1/phrases/page")).status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        assert int((await client.get("/v1/phrases/page")).headers["retry-after"]) >= 1
        assert (await client.get("/healthz")).status_code == 200


def test_the_bucket_refills_and_addresses_do_not_mix() -> None:
    now = [0.0]
    rate = RateLimit(60, lambda: now[0])
    assert [rate.wait_seconds("203.0.113.7") for _ in range(61)].count(0) == 60
    assert rate.wait_seconds("203.0.113.8") == 0
    now[0] = 1.0
    assert rate.wait_seconds("203.0.113.7") == 0
    assert not any(rate.wait_seconds("127.0.0.1") for _ in range(100))
    assert not any(rate.wait_seconds("::ffff:127.0.0.1") for _ in range(100))
    assert not any(RateLimit(0).wait_seconds("203.0.113.7") for _ in range(100))


def test_who_changes_the_address_within_a_network_of_its_own_is_one_client() -> None:
    rate = RateLimit(3, lambda: 0.0)
    assert [rate.wait_seconds(f"2001:db8:1:2::{n}") for n in range(1, 6)].count(0) == 3
    assert rate.wait_seconds("2001:db8:1:3::1") == 0
    assert [rate.wait_seconds("somebody") for _ in range(4)].count(0) == 3


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [("/v1/citations/%00", 404, "unknown_route"), ("/v1/availability?province=%00", 422, "invalid_request")],
)
async def test_a_name_that_nothing_can_have_is_not_looked_for(
    client: httpx.AsyncClient, path: str, status: int, code: str
) -> None:
    response = await client.get(path)
    assert (response.status_code, response.json()["code"]) == (status, code)


async def test_openapi_tells_the_version_of_the_package(client: httpx.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    assert document["info"]["version"] == version("isac")


async def test_text_travels_compressed_to_who_takes_it(client: httpx.AsyncClient) -> None:
    squeezed = await client.get("/", headers={"Accept-Encoding": "gzip"})
    plain = await client.get("/", headers={"Accept-Encoding": "identity"})
    assert squeezed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(squeezed.headers["content-length"]) < int(plain.headers["content-length"]) / 2


async def test_a_stream_of_events_is_never_compressed(client: httpx.AsyncClient, opened: Opened) -> None:
    taken = {**opened.headers, "Accept": "text/event-stream", "Accept-Encoding": "gzip"}
    answer = await client.post(f"{opened.path}/messages", json={"text": "cita"}, headers=taken)
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert "content-encoding" not in answer.headers
