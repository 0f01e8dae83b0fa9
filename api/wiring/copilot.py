"""The copilot, over what the reception stands on."""

from collections.abc import Sequence
from functools import partial

from agents.copilot.call_watch import AdviceWatch
from agents.copilot.citing import keep_citations
from agents.copilot.copilot import copilot_over
from agents.reception.turns.deps import Deps
from agents.summary.call_watch import SummaryWatch
from agents.summary.summarizing import Summarizing
from agents.understanding.roles.role_reader import RoleReader
from api.calls.advice_events import AdviceEvents, summary_event
from api.services.copilot import CopilotServices
from api.services.summaries import SummaryServices
from api.wiring.storage import Storage
from speech.calls.announcing import CallObserver
from speech.calls.calls import Calls
from tools.ids import RandomIds


def build_copilot_services(deps: Deps, roles: RoleReader, storage: Storage) -> CopilotServices:
    """Build the copilot of a process. ``roles``: it shares the reader of the summaries."""
    return CopilotServices(
        copilot=copilot_over(deps, roles),
        feedback=storage.feedback,
        keep_citations=partial(keep_citations, deps=deps),
        new_id=RandomIds().token,
        public_numbers=deps.public_numbers,
    )


def build_summary_services(summarizer: Summarizing, deps: Deps) -> SummaryServices:
    """Build what is asked for summaries."""
    return SummaryServices(summarizer, partial(keep_citations, deps=deps))


def call_watches(
    copilot: CopilotServices, summaries: SummaryServices, deps: Deps, calls: Calls
) -> Sequence[CallObserver]:
    """Build what advises on live calls, and summarizes them when they end."""
    events = AdviceEvents(copilot, deps.phrases, deps.clock)
    return (
        AdviceWatch(copilot.copilot, events, calls.record, calls.log, calls.tell),
        SummaryWatch(summaries.summarizer, calls.log, calls.tell, summary_event),
    )
