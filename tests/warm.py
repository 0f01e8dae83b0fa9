"""Programs of ISAC as processes that need not import it again: each is forked from one that has."""

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_ENDS_WITHIN = 300.0


class Program:
    """A running ``isac``, with its standard streams in files."""

    def __init__(self, pid: int) -> None:
        self.pid, self._code = pid, None

    @property
    def code(self) -> int | None:
        """How it ended, negative by a signal; None while it runs."""
        if self._code is None:
            self._code = _forker().ask(pid=self.pid)["code"]
        return self._code

    def wait(self, seconds: float = _ENDS_WITHIN) -> int:
        deadline = time.monotonic() + seconds
        while (code := self.code) is None:
            if time.monotonic() > deadline:
                self.send(signal.SIGKILL)
                raise TimeoutError(f"a program still runs after {seconds:.0f} seconds")
            time.sleep(0.02)
        return code

    def send(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def start(arguments: Sequence[str], variables: Mapping[str, str], streams: Sequence[Path]) -> Program:
    """``isac`` with these arguments; ``streams``: the files it reads, writes and complains into."""
    asked = _forker().ask(
        arguments=list(arguments), variables={**os.environ, **variables}, streams=[str(file) for file in streams]
    )
    return Program(asked["pid"])


def fork_early() -> None:
    """From a process that has imported ISAC and has no threads yet."""
    _forker(forked=True)


class _Forker:
    def __init__(self, *, forked: bool) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            if not forked:
                command = [sys.executable, "-m", "tests.warm", str(theirs.fileno())]
                self._process = subprocess.Popen(
                    command, cwd=ROOT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
                )
            elif not os.fork():
                ours.close()
                _serve(theirs.fileno())
                end(0)
        self._lines = ours.makefile("rw", encoding="utf-8")

    def ask(self, **request: Any) -> dict[str, Any]:
        self._lines.write(json.dumps(request) + "\n")
        self._lines.flush()
        answer: dict[str, Any] = json.loads(self._lines.readline())
        return answer


_forkers: list[_Forker] = []
"""The one of this process."""


def _forker(*, forked: bool = False) -> _Forker:
    """It ends when this process does, for nobody asks any more."""
    if not _forkers:
        _forkers.append(_Forker(forked=forked))
    return _forkers[0]


def _serve(descriptor: int) -> None:
    """Answer until nobody asks."""
    import evals.command_line.run_suites  # noqa: F401
    import isac

    gc.freeze()
    with open(descriptor, "rb", closefd=False) as requests:
        for line in requests:
            request = json.loads(line)
            if "arguments" not in request:
                answer = {"code": _ended(request["pid"])}
            elif pid := os.fork():
                answer = {"pid": pid}
            else:
                _become(request)
                end(_code_of(isac.main))
            os.write(descriptor, json.dumps(answer).encode() + b"\n")


def _code_of(program: Callable[[], None]) -> int:
    """What a shell would see of it."""
    try:
        program()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def end(code: int) -> None:
    """As an interpreter ends, but for the threads of libraries, which a fork leaves behind."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _ended(pid: int) -> int | None:
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def _become(request: Mapping[str, Any]) -> None:
    for number, file in enumerate(request["streams"]):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND if number else os.O_RDONLY, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(request["variables"])
    sys.argv = ["isac.py", *request["arguments"]]


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
