"""Settings of every test, the database that tests share, and the guard that nothing leaves this machine."""

import gc
import ipaddress
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import settings

from tests.embedded import EmptyDatabase, migrated, served
from tools.store.database import Database

# As the program does: what tests read and import lives as long as they do, and is looked through for garbage in vain.
gc.set_threshold(50_000, 20, 20)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What makes a test longer than each day needs."""
    played = "Random conversations in each language of tests that play them; 334 are two thousand in all."
    parser.addoption("--conversations", type=int, default=20, help=played)


def pytest_collection_finish() -> None:
    """Nor is anything looked for in what was imported and collected, each time or five times at the end."""
    gc.freeze()


# How long an example takes says something of the machine and of what else it does.
settings.register_profile("isac", deadline=None)
settings.load_profile("isac")


def _refuse_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    connecting, address = arguments
    if connecting.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(str(address[0])):
        raise ConnectionRefusedError(f"tests connect to loopback addresses only, not to {address[0]}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


sys.addaudithook(_refuse_the_network)

# Tracebacks without the values of variables: those of a whole service fill thousands of lines and take seconds.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose server lives as long as the test session."""
    yield from served(tmp_path_factory, "data")


@pytest.fixture(scope="session")
def data_dir(server_folder: Path) -> Path:
    """For tests that open the folder themselves; a test that kills its server has a folder of its own."""
    return server_folder


@pytest.fixture(scope="session")
def server_url(server_folder: Path) -> str:
    """The server of the session, migrated."""
    return migrated(server_folder)


@pytest.fixture
async def database(server_url: str) -> AsyncIterator[Database]:
    database = EmptyDatabase.connect(server_url)
    yield database
    await database.close()
