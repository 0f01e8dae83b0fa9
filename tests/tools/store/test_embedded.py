"""The embedded server with real processes: started, shared, killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text

from tools.errors import ToolUnavailable
from tools.store.database import Database
from tools.store.embedded import EmbeddedServer

pytestmark = pytest.mark.process

_OPEN_AND_WAIT = """
import sys, time
from pathlib import Path
from tools.store.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
sys.stdout.write(server.open() + "\\n")
sys.stdout.flush()
sys.stdin.readline()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data"
    server = EmbeddedServer(tmp_path / "data")
    server.open()
    server.close()


def _process(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _OPEN_AND_WAIT, str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=os.getcwd())
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql://")
    return process


def _postmaster(folder: Path) -> psutil.Process | None:
    try:
        return psutil.Process(int((folder / "postgres" / "postmaster.pid").read_text().splitlines()[0]))
    except (FileNotFoundError, psutil.NoSuchProcess):
        return None


def _end(process: subprocess.Popen[str], how: str) -> None:
    if how == "killed":
        process.kill()
        process.communicate()
    else:
        process.communicate("\n")


@pytest.mark.parametrize("how", ["killed", "ended"])
async def test_the_server_survives_the_process_that_started_it(folder: Path, how: str) -> None:
    starter = _process(folder)
    database = await Database.start(None, folder)
    before = _postmaster(folder)
    _end(starter, how)
    assert (await database.run(lambda connection: connection.execute(text("SELECT 1")))).scalar_one() == 1
    assert _postmaster(folder) == before
    await database.close()
    assert _postmaster(folder) is None


def test_the_last_to_leave_stops_the_server_also_after_a_kill(folder: Path) -> None:
    first, second = _process(folder), _process(folder)
    _end(first, "killed")
    assert _postmaster(folder) is not None
    _end(second, "ended")
    assert _postmaster(folder) is None


async def test_a_dead_server_is_started_again_and_the_pool_recovers(folder: Path) -> None:
    database = await Database.start(None, folder)
    create = text("CREATE TABLE kept AS SELECT 7 AS value")
    await database.run(lambda connection: connection.execute(create))
    postmaster = _postmaster(folder)
    assert postmaster is not None
    for process in [postmaster, *postmaster.children()]:
        process.send_signal(signal.SIGKILL)
    result = await database.run(lambda connection: connection.execute(text("SELECT value FROM kept")))
    assert result.scalar_one() == 7
    await database.close()


async def test_a_pid_file_that_names_another_program_is_not_believed(folder: Path) -> None:
    (await Database.start(None, folder)).engine.sync_engine.dispose()
    postmaster = _postmaster(folder)
    assert postmaster is not None
    file = folder / "postgres" / "postmaster.pid"
    lines = file.read_text().splitlines()
    postmaster.kill()
    while postmaster.is_running() and postmaster.status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)
    file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    database = await Database.start(None, folder)
    assert (await database.run(lambda connection: connection.execute(text("SELECT 1")))).scalar_one() == 1
    await database.close()


async def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ToolUnavailable):
        await Database.start(f"postgresql://nobody@/none?host={tmp_path}", tmp_path)


async def test_a_server_that_goes_away_is_unavailable_until_it_returns(folder: Path) -> None:
    server = EmbeddedServer(folder)
    database = await Database.start(server.open(), folder)
    server.close()
    for _ in range(2):
        with pytest.raises(ToolUnavailable):
            await database.run(lambda connection: connection.execute(text("SELECT 1")))
    server.open()
    assert (await database.run(lambda connection: connection.execute(text("SELECT 1")))).scalar_one() == 1
    await database.close()
    server.close()
