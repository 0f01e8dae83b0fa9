from collections.abc import Iterator

import pytest

from api.settings.settings import Settings
from evals.stage import Stage, stage
from tests.shipped import with_models


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The whole service with the models of this repository, over a data folder of its own."""
    return Settings(_env_file=None, data_dir=with_models(tmp_path_factory.mktemp("evals-data")), database_url=None)


@pytest.fixture(scope="session")
def here(settings: Settings) -> Iterator[Stage]:
    with stage(settings) as built:
        yield built
