"""The real server as a process of its own, on a free port, with a temporary data folder."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from api.settings.settings import Settings
from api.wiring.tokens import build_tokens
from evals.apart import OUTSIDE
from tools.clock import system_clock
from tools.store.database import Database

CACHES = ("models", "index", "understanding", "compiled")
"""Caches taken from the installation: starting is not measured."""


class ServerDidNotStart(RuntimeError):
    """The server ended before it gave its address; the message holds its last words."""


class Server:
    """An ``isac serve`` process over a data folder; several may share a folder, and with it the database."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder, self._settings = folder, settings
        self._port = 0
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    @property
    def process(self) -> int:
        """The id of the process that runs, or ran last."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> Self:
        """Start, and start again at the same address. Returns when it listens. Raises ServerDidNotStart."""
        errors = self._folder / f"errors-{self._port}.log"
        with errors.open("ab") as sink:
            self._process = subprocess.Popen(self._command(), stdout=subprocess.PIPE, stderr=sink, text=True)
        self.address = _address(self._process, errors)
        self._port = int(self.address.rpartition(":")[2])
        return self

    def kill(self) -> None:
        """Kill the process without warning, as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Let it end in order, if it still runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=60)

    def _command(self) -> list[str]:
        """``env`` sets the child's variables, so that nothing here reads the environment."""
        variables = {**variables_of(self._folder, self._settings), "ISAC_PORT": str(self._port)}
        assigned = [f"{name}={value}" for name, value in variables.items()]
        return ["env", *assigned, sys.executable, "-m", "isac", "serve"]


def variables_of(folder: Path, settings: Settings) -> dict[str, str]:
    """Of a service apart. Set to ``none`` instead of left out, so that a ``.env`` says nothing else."""
    return {
        **{f"ISAC_{name.upper()}": "none" for name in ("database_url", *OUTSIDE)},
        "ISAC_DATA_DIR": str(folder),
        "ISAC_LOG_LEVEL": "ERROR",
        "ISAC_REQUESTS_PER_MINUTE": "0",
        "ISAC_ENCODER_MODEL": settings.encoder_model,
        "ISAC_NEEDS_ENCODER_MODEL": settings.needs_encoder_model,
        "ISAC_ENCODER_THREADS": str(settings.encoder_threads),
    }


@contextmanager
def data_folder(settings: Settings) -> Iterator[Path]:
    """A temporary data folder with the caches of the installation, new ones included."""
    with tempfile.TemporaryDirectory(prefix="isac-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for cache in CACHES:
            source = (settings.data_dir / cache).resolve()
            source.mkdir(parents=True, exist_ok=True)
            (folder / cache).symlink_to(source)
        yield folder


@contextmanager
def running_server(settings: Settings) -> Iterator[Server]:
    """Start, yield, stop. Raises ServerDidNotStart."""
    with data_folder(settings) as folder:
        server = Server(folder, settings)
        try:
            yield server.start()
        finally:
            server.stop()


async def agent_token(settings: Settings, folder: Path) -> str:
    """Token of a member of staff for the server of that folder."""
    database = await Database.start(None, folder)
    try:
        return (await build_tokens(settings, database, system_clock)).for_role("agent", "isac bench")
    finally:
        await database.close()


def _address(process: "subprocess.Popen[str]", errors: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return "http://" + line.split("http://", 1)[1].strip().rstrip("/")
    raise ServerDidNotStart(errors.read_text(encoding="utf-8", errors="replace")[-2000:])
