"""Everything that requests work with: built once in ``api/wiring/services.py``, or by tests with fakes of the ports."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from agents.phrases.phrases import Phrases
from agents.routing.route import Directory
from api.login.login import AccountLogin
from api.services.booking import BookingServices
from api.services.chat import ChatServices
from api.services.citizens import CitizenServices
from api.services.copilot import CopilotServices
from api.services.desk import DeskServices
from api.services.knowledge import KnowledgeServices
from api.services.summaries import SummaryServices
from api.services.tokens import Tokens
from api.services.webhooks import WebhookServices
from api.settings.settings import Settings
from knowledge.administration import Administration
from speech.calls.calls import Calls
from tools.clock import LocalClock


async def _do_nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a process, by part.

    ``login``: the way in by the account of the organisation, where one is set.
    ``wordings`` counts what became of texts that a chat model might word, by outcome.
    ``origin_of`` gives the pseudonym of a network address, None for addresses without limits. ``ping`` raises when the
    database does not answer. ``close`` stops all that was started.
    """

    settings: Settings
    administration: Administration
    directory: Directory
    clock: LocalClock
    tokens: Tokens
    phrases: Phrases
    chat: ChatServices
    knowledge: KnowledgeServices
    booking: BookingServices
    desk: DeskServices
    citizens: CitizenServices
    calls: Calls
    copilot: CopilotServices
    summaries: SummaryServices
    webhooks: WebhookServices
    login: AccountLogin | None = None
    wordings: Mapping[str, int] = field(default_factory=dict)
    origin_of: Callable[[str], str | None] = field(default=lambda address: None)
    ping: Callable[[], Awaitable[None]] = field(default=_do_nothing)
    close: Callable[[], Awaitable[None]] = field(default=_do_nothing)

    @property
    def open_to_all(self) -> bool:
        """Whether a name is enough to come in as staff."""
        return self.settings.demo and self.login is None
