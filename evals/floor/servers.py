"""Server processes over one database, killed and started again."""

import asyncio
import os
import re
import sys
from pathlib import Path

import httpx

_ADDRESS = re.compile(r"http://[\d.]+:\d+/")
_START_SECONDS = 240


class Server:
    """``isac serve`` in a process of its own, over the data of a folder."""

    def __init__(self, name: str, data: Path) -> None:
        self._log, self._data = data / f"{name}.log", data
        self._process: asyncio.subprocess.Process | None = None
        self.address: str | None = None

    async def start(self) -> None:
        """Until it answers. Raises TimeoutError."""
        settings = {"ISAC_DATA_DIR": str(self._data), "ISAC_PORT": "0", "ISAC_REQUESTS_PER_MINUTE": "0"}
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "isac.py", "serve", stdout=log, stderr=log, env={**os.environ, **settings}
            )
        async with asyncio.timeout(_START_SECONDS), httpx.AsyncClient() as client:
            while not await self._answers(client):
                await asyncio.sleep(0.2)

    async def kill(self) -> None:
        """As a power cut would."""
        assert self._process is not None
        self.address = None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> None:
        """Told to end."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def _answers(self, client: httpx.AsyncClient) -> bool:
        found = _ADDRESS.search(self._log.read_text(encoding="utf-8", errors="replace"))
        if found is None:
            return False
        try:
            ready = (await client.get(f"{found[0]}readyz")).status_code == 200
        except httpx.TransportError:
            return False
        self.address = found[0] if ready else None
        return ready


class Line:
    """A client of whichever server answers: what gets no answer is sent again, elsewhere."""

    def __init__(self, servers: list[Server], token: str | None = None) -> None:
        self._servers, self._turn = servers, 0
        self._client = httpx.AsyncClient(timeout=60)
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    async def ask(self, method: str, path: str, key: str | None = None, **body: object) -> httpx.Response:
        """The answer, which may be a refusal."""
        headers = {**self.headers, **({"Idempotency-Key": key} if key else {})}
        while True:
            self._turn += 1
            address = self._servers[self._turn % len(self._servers)].address
            if address is None:
                await asyncio.sleep(0.02)
                continue
            try:
                answer = await self._client.request(method, f"{address}v1{path}", headers=headers, json=body or None)
            except httpx.TransportError:
                continue
            if answer.status_code < 500:
                return answer
            await asyncio.sleep(0.1)

    async def close(self) -> None:
        """Hang up."""
        await self._client.aclose()
