"""The service as suites play it: wired as in production, isolated, on a temporary database, with a pinned clock."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from anyio.from_thread import BlockingPortal, start_blocking_portal

from api.services.services import Services
from api.settings.settings import Settings
from api.wiring.models import Models, build_models
from api.wiring.services import build_services
from evals.apart import apart
from evals.ledger import Ledger
from knowledge.content.corpus import Corpus
from tools.clock import fixed
from tools.store.database import Database
from tools.store.signing_keys import signing_key

T = TypeVar("T")

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """The service and the things graders look at. It lives in an event loop of its own: Inspect opens one per run."""

    models: Models
    services: Services
    ledger: Ledger
    portal: BlockingPortal

    async def run(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do something in the service's loop, from any other."""
        return await asyncio.wrap_future(self.portal.start_task_soon(work))

    @property
    def corpus(self) -> Corpus:
        """The articles of the pinned day."""
        return self.models.knowledge_base.on(self.models.today()).corpus


@contextmanager
def stage(settings: Settings, models: Models | None = None) -> Iterator[Stage]:
    """Build everything, but models that are given, yield it, take it down.

    Raises WeightsMissing, ContentError, ToolUnavailable.
    """
    models = models or build_models(settings, fixed(NOW))
    with tempfile.TemporaryDirectory(prefix="isac-evals-") as folder, start_blocking_portal() as portal:
        database = portal.call(Database.start, None, Path(folder))
        try:
            here = apart(settings, database.url, Path(folder))
            services = portal.call(build_services, here, models)
            try:
                ledger = Ledger(database, portal.call(signing_key, database))
                yield Stage(models, services, ledger, portal)
            finally:
                portal.call(services.close)
        finally:
            portal.call(database.close)
