"""The copilot of one conversation, and of a whole transcript. It keeps nothing and does nothing."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast

from agents.copilot.advice import Advice, Alert
from agents.copilot.graph import CopilotGraph, build_copilot
from agents.copilot.named_things import NamedThings
from agents.copilot.state import NO_READINGS, NOTHING_KNOWN, CopilotState, KnownReading
from agents.reception.turns.deps import Deps
from agents.understanding.roles.role import Role
from knowledge.languages import Language
from tools.contacts.contact import Utterance


class RoleShares(Protocol):
    """Tells what utterances do."""

    def shares(self, utterances: Sequence[Utterance]) -> Sequence[Mapping[Role, float]]:
        """The probability of every role, for each, read in their order. May encode: call it in a thread."""
        ...


@dataclass(frozen=True, slots=True)
class Copilot:
    """Reads what is said, one utterance after the other, each after what came before."""

    graph: CopilotGraph
    deps: Deps
    roles: RoleShares

    def begin(self, language: Language | None, agent_language: Language | None) -> CopilotState:
        """The memory of a conversation in which nothing was said. ``language``: the citizen's, where it is known; else
        it is told by what they say. An agent works in Spanish where nothing else is known of them.
        """
        return {
            "conversation_id": "",
            "language": language or "es",
            "language_locked": language is not None,
            "agent_language": agent_language or language or "es",
            "turns": 0,
            "number": -1,
        }

    async def listen(
        self, memory: CopilotState, utterance: Utterance, known: KnownReading = NOTHING_KNOWN
    ) -> tuple[CopilotState, Advice]:
        """The memory after the utterance, and the advice. Never raises on any text."""
        said = [memory["before"], utterance] if "before" in memory else [utterance]
        shares = await asyncio.to_thread(self.roles.shares, said)
        asked: CopilotState = {
            **memory, "number": memory["number"] + 1, "utterance": utterance, "roles": shares[-1],
            "known": known,
        }  # fmt: skip
        state = cast(CopilotState, await self.graph.ainvoke(asked, context=self.deps))
        return state, state["advice"]

    async def advise(
        self,
        transcript: Iterable[Utterance],
        language: Language | None,
        agent_language: Language | None,
        known: Mapping[int, KnownReading] = NO_READINGS,
    ) -> Advice:
        """The advice after the last utterance, with the alerts of all. ``known``: what an agent says of some of them,
        counted from 0. ValueError on a transcript without any.
        """
        memory = self.begin(language, agent_language)
        alerts: list[Alert] = []
        advice: Advice | None = None
        for number, utterance in enumerate(transcript):
            memory, advice = await self.listen(memory, utterance, known.get(number, NOTHING_KNOWN))
            alerts.extend(advice.alerts)
        if advice is None:
            raise ValueError("nothing was said")
        return replace(advice, alerts=tuple(alerts))


def copilot_over(deps: Deps, roles: RoleShares) -> Copilot:
    """The copilot of an administration. Raises ContentError."""
    return Copilot(build_copilot(NamedThings.load(deps.administration)), deps, roles)
