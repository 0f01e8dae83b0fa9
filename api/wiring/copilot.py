"""The copilot, over what the reception stands on."""

from functools import partial

from agents.copilot.call_watch import AdviceWatch
from agents.copilot.citing import keep_citations
from agents.copilot.copilot import Copilot
from agents.copilot.graph import build_copilot
from agents.reception.turns.deps import Deps
from api.calls.advice_events import AdviceEvents
from api.services.copilot import CopilotServices
from api.wiring.storage import Storage
from speech.calls.calls import Calls
from tools.ids import RandomIds


def build_copilot_services(deps: Deps, storage: Storage) -> CopilotServices:
    """Build the copilot of a process."""
    return CopilotServices(
        copilot=Copilot(build_copilot(), deps),
        feedback=storage.feedback,
        keep_citations=partial(keep_citations, deps=deps),
        new_id=RandomIds().token,
        public_numbers=deps.public_numbers,
    )


def build_advice_watch(copilot: CopilotServices, deps: Deps, calls: Calls) -> AdviceWatch:
    """Build the watcher that advises on live calls."""
    events = AdviceEvents(copilot, deps.phrases, deps.clock)
    return AdviceWatch(copilot.copilot, events, calls.record, calls.log, calls.tell)
