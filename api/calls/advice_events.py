"""Advice and summaries as the events of a call carry them."""

from dataclasses import dataclass
from typing import Any

from agents.copilot.advice import Advice, Alert
from agents.phrases.phrases import Phrases
from agents.summary.summary import Summary
from api.schemas.copilot import AdviceOut, AlertOut
from api.schemas.summaries import SummaryOut
from api.services.copilot import CopilotServices
from api.services.suggesting import keep_advice
from knowledge.languages import Language
from tools.clock import Clock


@dataclass(frozen=True, slots=True)
class AdviceEvents:
    """Implements ``AdviceWriter``: the same fields as over HTTP."""

    copilot: CopilotServices
    phrases: Phrases
    clock: Clock

    def suggestion(self, advice: Advice, told_in: Language) -> dict[str, Any]:
        """See the port."""
        return AdviceOut.of(advice, self.phrases, told_in).model_dump(mode="json")

    def alert(self, alert: Alert) -> dict[str, Any]:
        """See the port."""
        return AlertOut.of(alert).model_dump(mode="json")

    async def keep(self, advice: Advice, spoken: Language) -> str:
        """See the port."""
        return await keep_advice(self.copilot, advice, spoken, self.clock())


def summary_event(summary: Summary) -> dict[str, Any]:
    """The same fields as over HTTP."""
    return SummaryOut.of(summary).model_dump(mode="json")
