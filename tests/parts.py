"""All tests, in parts that run at the same time: while one waits for a server or a browser, the cores stay busy.

The parts are about as long as each other. They are forked from a process that has imported and read what they share,
which would take each of them some ten seconds. Those that only calculate give way (nice): those that wait for a server
or a browser would be the last to end.
"""

import gc
import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tests import warm

ROOT = Path(__file__).parents[1]
OPTIONS = ("-q", "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning")
"""Pytest would see what its plugins assert, and these were imported before it came."""


@dataclass(frozen=True)
class Part:
    """Tests of some folders, but for those of others."""

    name: str
    folders: tuple[str, ...]
    without: tuple[str, ...] = ()
    gives_way: int = 0

    @property
    def log(self) -> Path:
        return ROOT / "var" / f"tests-{self.name}.log"

    def run(self, temporary: Path) -> int:
        """The code that pytest ends with.

        Each part has its own temporary folder: pytest closes a shared one to the user that the databases of the others
        run as.
        """
        import pytest

        os.nice(self.gives_way)
        warm.fork_early()
        (temporary / self.name).mkdir()
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(temporary / self.name)
        return pytest.main([*OPTIONS, *self.folders, *(f"--ignore={folder}" for folder in self.without)])


NAMED = (
    Part("pages", ("tests/browser",)),
    Part("served", ("tests/api",), ("tests/api/commands",)),
    Part("typed", ("tests/api/commands", "tests/agenda", "tests/speech", "tests/knowledge")),
    Part("kept", ("tests/contracts", "tests/tools")),
    Part("understood", ("tests/agents/understanding", "tests/administrations"), gives_way=5),
    Part("talking", ("tests/agents",), ("tests/agents/understanding",), gives_way=5),
)
REST = Part("rest", ("tests",), tuple(folder for part in NAMED for folder in part.folders), gives_way=5)
"""Everything that no other names; it is seen while it runs."""


def main() -> int:
    """1 when a part fails."""
    _read_what_is_shared()
    gc.freeze()  # a page that garbage is looked for in is copied for each part
    failed, temporary = False, Path(mkdtemp())  # which a part would remove when it ends, were it one that cleans up
    running = [(part, _begin(part, temporary)) for part in (*NAMED, REST)]
    for part, process in reversed(running):
        failed |= os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) != 0
        if part is not REST:
            sys.stdout.write(f"{part.name}:\n{part.log.read_text(encoding='utf-8', errors='replace')}\n")
            sys.stdout.flush()
    rmtree(temporary, ignore_errors=True)
    return int(failed)


def _read_what_is_shared() -> None:
    import hypothesis  # noqa: F401
    import pytest  # noqa: F401

    import api.server  # noqa: F401
    import evals.command_line.run_suites  # noqa: F401
    import isac  # noqa: F401
    from tests import shipped

    for read in (
        shipped.knowledge_base, shipped.sums, shipped.told_reader, shipped.places, shipped.place_finder,
        shipped.offices,
    ):  # fmt: skip
        read()


def _begin(part: Part, temporary: Path) -> int:
    part.log.parent.mkdir(exist_ok=True)
    if process := os.fork():
        return process
    try:
        if part is not REST:
            log = os.open(part.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(log, sys.stdout.fileno())
            os.dup2(log, sys.stderr.fileno())
            os.close(log)
        warm.end(part.run(temporary))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)  # whatever fails, the process of a part never goes on as that of all


if __name__ == "__main__":
    sys.exit(main())
