from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings.settings import Settings
from evals.stage import Stage, stage


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The whole service on the shipped fake encoder: the harness is tested here, not the figures."""
    folder: Path = tmp_path_factory.mktemp("evals-data")
    fakes = {"encoder_model": "hashing", "needs_encoder_model": "hashing"}
    return Settings(_env_file=None, data_dir=folder, database_url=None, **fakes)  # type: ignore[call-arg, arg-type]


@pytest.fixture(scope="session")
def here(settings: Settings) -> Iterator[Stage]:
    with stage(settings) as built:
        yield built
