"""A sum of the person's own, made as the reception makes it: ready to be said, or the question for what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from langgraph.runtime import Runtime

from agents.copilot.advice import Suggestion
from agents.copilot.state import CopilotState
from agents.phrases.message import Message
from agents.reception.nodes.own_sum import answer_with_sum
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, SumState


@dataclass(frozen=True, slots=True)
class SumAdvice:
    """``suggestion`` tells it; ``ask`` asks for what it lacks; ``memory`` is what the next sum goes on from."""

    suggestion: Suggestion | None = None
    ask: tuple[str, ...] = ()
    memory: Mapping[str, Any] = field(default_factory=dict)


NO_SUM = SumAdvice()


async def advise_on_sum(state: CopilotState, runtime: Runtime[Deps]) -> SumAdvice:
    """The sum that the decision is for."""
    name = state["decision"].sum
    if not name:
        return NO_SUM
    made = await answer_with_sum(state, runtime)
    draft: Draft = made["draft"]
    memory = {key: made[key] for key in SumState.__annotations__ if key in made}
    asked = tuple(message.text for message in draft.messages if message.kind == "question")
    text = _told(draft.messages)
    if made["sum_lacks"] or not text:
        return SumAdvice(None, asked, memory)
    told_in = None
    if state["agent_language"] != state["language"]:
        theirs: CopilotState = {**state, "language": state["agent_language"]}
        again = await answer_with_sum(theirs, runtime)
        told_in = _told(again["draft"].messages)
    chances = state["reading"].sums
    sure = round(max(chances.wanted, chances.names.get(name, 0.0)), 3)
    return SumAdvice(Suggestion(text, made["need"], None, sure, (), (), told_in), asked, memory)


def _told(messages: Sequence[Message]) -> str:
    return "\n".join(message.text for message in messages if message.kind != "question")
