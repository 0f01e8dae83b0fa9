"""A web site on this machine that behaves as its pages say."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """``parts`` are sent one by one; with ``silent``, nothing is until the site closes."""

    parts: list[bytes]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    silent: bool = False


@dataclass
class Site:
    """What it has by path, and what was asked of it."""

    address: str
    replies: dict[str, Reply]
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def has(self, path: str, page: str | bytes, **headers: str) -> str:
        """Puts a page there; its address. A header's name with ``_`` for ``-``."""
        given = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
        content = page if isinstance(page, bytes) else page.encode()
        self.replies[path] = Reply([content], headers=given)
        return self.address + path

    def answers(self, path: str, status: int, **headers: str) -> str:
        self.replies[path] = Reply([b"<p>An error page with words.</p>"], status, headers)
        return self.address + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def running() -> Iterator[Site]:
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            reply = site.replies.get(self.path, Reply([], 404))
            if reply.silent:
                closing.wait()
                return
            known = reply.headers.get("ETag")
            status = 304 if known and self.headers.get("If-None-Match") == known else reply.status
            self.send_response(status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self._send([] if status == 304 else reply.parts)

        def _send(self, parts: list[bytes]) -> None:
            try:
                for part in parts:
                    self.wfile.write(part)
            except OSError:
                pass  # the reader had enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}", {})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
