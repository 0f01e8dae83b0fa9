"""The real server in its own process, over a database of its own; models and indexes are those of the repository."""

import os
import re
import signal
import time
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

import httpx

from tests import warm
from tests.shipped import with_models
from tests.warm import Program

ROOT = Path(__file__).parents[2]
_WAIT_SECONDS = 300.0


class Service:
    """Start, kill and start again over the same data."""

    def __init__(self, data: Path, **settings: str) -> None:
        self._data, self._settings = data, settings
        self._program: Program | None = None
        self._log = data / "unwritten.log"
        self.address = ""
        with_models(data)

    @property
    def lines(self) -> list[str]:
        """What it wrote since it was started last."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    def start(self) -> Self:
        settings = {
            "ISAC_DATA_DIR": str(self._data),
            "ISAC_PORT": "0",
            "ISAC_REQUESTS_PER_MINUTE": "0",
            **self._settings,
        }
        self._log, self.address = self._data / f"{uuid4()}.log", ""
        self._program = warm.start(["serve"], settings, [Path(os.devnull), self._log, self._log])
        deadline = time.monotonic() + _WAIT_SECONDS
        while not (self._listens() and self._answers()):
            if self._program.code is not None or time.monotonic() > deadline:
                raise AssertionError("the server did not start:\n" + "\n".join(self.lines[-30:]))
            time.sleep(0.1)
        return self

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        assert self._program is not None
        self._program.send(signal.SIGKILL)
        self._program.wait()

    def stop(self) -> None:
        """Told to end, it closes what it has open: the signal alone would end it with another code."""
        if self._program is not None and self._program.code is None:
            self._program.send(signal.SIGTERM)
            assert self._program.wait(30) == 0, "\n".join(self.lines[-30:])

    def staff(self, role: str) -> str:
        """The token for development that it announces."""
        return re.findall(rf"\({role}\): (\S+)", "\n".join(self.lines))[0]

    def client(self, **headers: str) -> httpx.Client:
        return httpx.Client(base_url=self.address, timeout=60, headers=headers)

    def _listens(self) -> bool:
        found = re.search(r"http://[\d.]+:\d+/", "\n".join(self.lines))
        self.address = found[0] if found else ""
        return bool(found)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}readyz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


class Citizen:
    """Somebody in a conversation, in a language."""

    def __init__(self, client: httpx.Client, language: str | None) -> None:
        body = (
            client.post("/v1/conversations", json={"language": language} if language else {}).raise_for_status().json()
        )
        self.client, self.id, self.token, self.greeting = client, body["id"], body["token"], body["greeting"]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def say(self, text: str) -> dict[str, Any]:
        answer = self.client.post(f"/v1/conversations/{self.id}/messages", json={"text": text}, headers=self.headers)
        turn: dict[str, Any] = answer.raise_for_status().json()
        return turn

    def missed(self, last: str, count: int) -> list[tuple[str, str]]:
        """Kind and id of the first turns after the turn ``last``, as a browser that comes back gets them."""
        found: list[tuple[str, str]] = []
        headers, kind = {**self.headers, "Last-Event-ID": last}, {"id": "", "event": ""}
        with self.client.stream("GET", f"/v1/conversations/{self.id}/events", headers=headers) as stream:
            for line in stream.iter_lines():
                name, _, value = line.partition(": ")
                if name in kind:
                    kind[name] = value
                elif not line and kind["event"] in ("turn", "missed"):
                    found.append((kind["event"], kind["id"]))
                    if len(found) == count:
                        break
        return found


def words(turn: dict[str, Any]) -> str:
    return "\n".join(message["text"] for message in turn["messages"])
