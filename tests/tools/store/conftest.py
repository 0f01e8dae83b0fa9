from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded import served


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server of their own: others leave the tables of checkpoints behind, which no migration of ours makes."""
    yield from served(tmp_path_factory, "store")
