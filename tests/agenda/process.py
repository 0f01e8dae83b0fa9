"""Starts the reference agenda as another process, and gives it orders."""

import multiprocessing
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.process import BaseProcess

import httpx
import uvicorn

from tests.agenda.server import Agenda, app, served


class RunningAgenda:
    """The process and its address. ``orders`` are sent and answered before the call returns."""

    def __init__(self, kind: str, port: int = 0) -> None:
        self._kind = kind
        self._process: BaseProcess | None = None
        self._http = httpx.Client(trust_env=False, timeout=10)
        self.port = port
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def start(self) -> None:
        self.port = self.port or _free_port()
        fork = multiprocessing.get_context("fork")  # it need not import anything again
        self._process = fork.Process(target=_serve, args=(self._kind, self.port), daemon=True)
        self._process.start()
        while True:
            if not self._process.is_alive():
                raise RuntimeError("the reference agenda did not start")
            try:
                self.order()
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()

    def close(self) -> None:
        self.kill()
        self._http.close()

    def order(self, *, begin: bool = False, now: datetime | None = None) -> dict[str, int]:
        """Begin anew, set the clock; how many appointments there are."""
        body = {"begin": begin, "now": now.isoformat() if now else None}
        counted: dict[str, int] = self._http.post(self._root("control"), json=body).raise_for_status().json()
        return counted

    def faults(self, *faults: tuple[str, str]) -> None:
        """What goes wrong next, as (method, fault): each once, in this order."""
        self._http.put(self._root("faults"), json=faults).raise_for_status()

    def let_through(self) -> None:
        """Requests that were held up on their way arrive now."""
        self._http.post(self._root("faults")).raise_for_status()

    @property
    def came(self) -> int:
        """Requests since it runs."""
        return int(self._http.get(self._root("faults")).raise_for_status().json()["came"])

    @property
    def booked(self) -> int:
        return self.order()["booked"]

    def _root(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"


@contextmanager
def running(kind: str = "corporate") -> Iterator[RunningAgenda]:
    agenda = RunningAgenda(kind)
    try:
        yield agenda
    finally:
        agenda.close()


def _serve(kind: str, port: int) -> None:
    app.state.agenda = Agenda(video=kind == "video")
    uvicorn.run(served, port=port, log_level="critical", lifespan="off")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
