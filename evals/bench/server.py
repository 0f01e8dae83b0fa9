"""The real server as a process of its own, on a free port, with a temporary database."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.settings import Settings

CACHES = ("models", "index", "understanding")
"""What a start would have to build: taken from the installation, because starting is not what is measured."""


class ServerDidNotStart(RuntimeError):
    """The server ended before it gave its address; the message holds its last words."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, and its process."""

    address: str
    process: int


@contextmanager
def running_server(settings: Settings) -> Iterator[Server]:
    """Start, yield, stop. Raises ServerDidNotStart."""
    with tempfile.TemporaryDirectory(prefix="isac-bench-") as folder:
        for name in CACHES:
            source = (settings.data_dir / name).resolve()
            if source.is_dir():
                (Path(folder) / name).symlink_to(source)
        errors = Path(folder) / "errors.log"
        with errors.open("wb") as sink:
            process = subprocess.Popen(_command(folder, settings), stdout=subprocess.PIPE, stderr=sink, text=True)
        try:
            yield Server(_address(process, errors), process.pid)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _command(folder: str, settings: Settings) -> list[str]:
    """``env`` sets the child's variables, so that nothing here reads the environment."""
    variables = {
        "ISAC_DATA_DIR": folder,
        "ISAC_PORT": 0,
        "ISAC_LOG_LEVEL": "ERROR",
        "ISAC_REQUESTS_PER_MINUTE": 0,
        "ISAC_ENCODER_MODEL": settings.encoder_model,
        "ISAC_NEEDS_ENCODER_MODEL": settings.needs_encoder_model,
        "ISAC_ENCODER_THREADS": settings.encoder_threads,
    }
    assigned = [f"{name}={value}" for name, value in variables.items()]
    return ["env", "-u", "ISAC_DATABASE_URL", *assigned, sys.executable, "-m", "isac", "serve"]


def _address(process: "subprocess.Popen[str]", errors: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return "http://" + line.split("http://", 1)[1].strip().rstrip("/")
    raise ServerDidNotStart(errors.read_text(encoding="utf-8", errors="replace")[-2000:])
