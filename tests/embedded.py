"""A data folder with a PostgreSQL of its own, for as long as a fixture lives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.store.embedded import EmbeddedServer


def served(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """For ``yield from`` in a fixture."""
    folder = factory.mktemp(name)
    server = EmbeddedServer(folder)
    server.open()
    yield folder
    server.close()
