"""A copilot of a few scripted turns."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from agents.copilot.advice import Advice, Alert, Suggestion
from agents.copilot.state import NO_READINGS, CopilotState, KnownReading
from api.services.copilot import CopilotServices
from knowledge.languages import Language
from tests.api.scripted import QUOTES, TOLD, citation
from tests.fakes.feedback_log import MemoryFeedbackLog
from tools.contacts.contact import Utterance


class ScriptedCopilot:
    """Suggests the article on every question a citizen asks, and knows one wrong figure. ``known``: as told last."""

    known: Mapping[int, KnownReading] = NO_READINGS

    def begin(self, language: Language | None, agent_language: Language | None) -> CopilotState:
        return {"language": language or "es", "agent_language": agent_language or language or "es", "number": -1}

    async def listen(self, memory: CopilotState, utterance: Utterance) -> tuple[CopilotState, Advice]:
        turn = memory["number"] + 1
        advice = Advice(turn, abstained="nothing_asked" if utterance.speaker == "citizen" else None)
        if utterance.speaker == "citizen" and "?" in utterance.text:
            told = None if memory["agent_language"] == memory["language"] else TOLD[0]
            said = Suggestion(TOLD[0], "jubilacion_ordinaria", "who", 0.9, (citation(QUOTES[0]),), (), told)
            advice = Advice(turn, (said,), ask=("¿Cuántos años ha cotizado?",))
        if "40 años" in utterance.text:
            advice = replace(advice, alerts=(Alert("term", turn, "40 años", "Son 15 años.", citation(QUOTES[0])),))
        return {**memory, "number": turn}, advice

    async def advise(
        self,
        transcript: Iterable[Utterance],
        language: Language | None,
        agent_language: Language | None,
        known: Mapping[int, KnownReading] = NO_READINGS,
    ) -> Advice:
        self.known = known
        memory, alerts, advice = self.begin(language, agent_language), list[Alert](), Advice(0)
        for utterance in transcript:
            memory, advice = await self.listen(memory, utterance)
            alerts += advice.alerts
        return replace(advice, alerts=tuple(alerts))


async def keep_nothing(advice: Advice) -> None:
    return None


def make_copilot() -> CopilotServices:
    numbers = count(1)
    return CopilotServices(ScriptedCopilot(), MemoryFeedbackLog(), keep_nothing, lambda: f"s-{next(numbers)}")
