"""The copilot's graph: one run is one utterance, read as the reception would read it.

A citizen's utterance is screened, understood and decided on by the reception's own nodes; what they would answer is
suggested. An agent's is compared with what was suggested and with the articles.
"""

import asyncio
from dataclasses import replace
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from agents.copilot.advice import MOST, Advice, Silence, Suggestion
from agents.copilot.named_things import NamedThings
from agents.copilot.next_steps import form_after, next_steps, wish_after
from agents.copilot.speaking import asked_of, spoken, why_silent
from agents.copilot.state import CopilotState
from agents.copilot.suggesting import reworded, suggestions_for
from agents.copilot.summing import NO_SUM, advise_on_sum
from agents.copilot.watching import alerts_of, tells
from agents.reception.nodes.decide import decide_turn
from agents.reception.nodes.understand import screen_turn, understand_turn
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import said_before
from agents.reception.turns.transcript import said_masked, transcript_line
from agents.understanding.shared.labels import DANGERS, SURE, Candidate
from agents.untraced import keep_untraced

CopilotGraph = CompiledStateGraph[CopilotState, Deps, CopilotState, CopilotState]


def build_copilot(things: NamedThings) -> CopilotGraph:
    """hear → (screen → understand → decide → suggest) or (note) → watch → remember.

    ``things``: what bodies and documents are called.
    """

    async def watch(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
        alerts = await asyncio.to_thread(alerts_of, state, runtime.context, things)
        return {"advice": replace(state["advice"], alerts=tuple(alerts))}

    keep_untraced()
    graph = StateGraph(CopilotState, context_schema=Deps)
    graph.add_node("hear", _hear)
    graph.add_node("screen", screen_turn)
    graph.add_node("understand", _understand)
    graph.add_node("decide", decide_turn)
    graph.add_node("suggest", _suggest)
    graph.add_node("note", _note)
    graph.add_node("watch", watch)
    graph.add_node("remember", _remember)
    graph.add_edge(START, "hear")
    graph.add_conditional_edges("hear", _speaker, {"citizen": "screen", "agent": "note", "assistant": "note"})
    graph.add_edge("screen", "understand")
    graph.add_edge("understand", "decide")
    graph.add_edge("decide", "suggest")
    graph.add_edge("suggest", "watch")
    graph.add_edge("note", "watch")
    graph.add_edge("watch", "remember")
    graph.add_edge("remember", END)
    return graph.compile()


async def _hear(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
    return {"text": state["utterance"].text, "advice": Advice(state["number"])}


async def _understand(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
    """As the reception does; then what the agent says of it stands, and what follows leans on that."""
    update, known = await understand_turn(state, runtime), state["known"]
    reading = update["reading"]
    if known.safe:
        reading = replace(reading, labels=reading.labels - DANGERS)
    if known.need is not None and known.need in runtime.context.catalogue:
        beliefs = {known.need: 1.0}
        about = replace(reading, need=known.need, confidence=1.0, alternatives=(Candidate(known.need, 1.0),))
        reading = replace(about, beliefs=beliefs, out_of_scope=False, outside=0.0)
        update = {**update, "beliefs": beliefs}
    return {**update, "reading": reading}


def _speaker(state: CopilotState) -> str:
    return state["utterance"].speaker


async def _suggest(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Suggestions, or why there are none; what to ask and do next either way."""
    reading = state["reading"]
    form = form_after(state.get("form") or {}, reading)
    state = {**state, "form": form, "wish": wish_after(state.get("wish"), reading, state["decision"].route)}
    asked = asked_of(state)
    silence: Silence | None = why_silent(asked, state, runtime.context.administration.own_case_need)
    found: list[Suggestion] = []
    told, own = None, NO_SUM
    if asked is not None and silence is None:
        decided: CopilotState = {**state, "decision": asked}
        found, told = await asyncio.to_thread(suggestions_for, decided, runtime.context)
        own = await advise_on_sum(decided, runtime)
        found = [*([own.suggestion] if own.suggestion else []), *found][:MOST]
        found, silence = spoken(found, state["roles"], reading)
        found = await asyncio.gather(*(reworded(one, state, runtime.context.worder) for one in found))
    ask, actions = next_steps(state, told, runtime.context)
    ask = own.ask or ask
    advice = Advice(state["number"], tuple(found), silence, ask=ask, actions=actions)
    best = found[0] if found else None
    update: dict[str, Any] = {
        **own.memory,
        "advice": advice,
        "form": form,
        "wish": state["wish"],
        "proposed": [str(unit) for unit in best.units] if best else [],
        "proposed_text": best.text if best else "",
    }
    if told is not None:
        update |= {"need": told.need, "aspect": told.aspect}
    return update


async def _note(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
    """What an agent speaks of is spoken of: the citizen's next question leans on it."""
    deps = runtime.context
    reading = await asyncio.to_thread(
        deps.reader.read_message, state["text"], prior=state["language"], now=deps.clock(), before=said_before(state)
    )
    said_in = reading.language if reading.language == state["agent_language"] else state["language"]
    named = reading.need if reading.confidence >= SURE and not reading.out_of_scope else None
    update: dict[str, Any] = {"beliefs": dict(reading.beliefs)}
    if named is not None and deps.catalogue[named].policy.action not in ("person", "emergency"):
        update["need"] = named
    if "locator" in reading.slots:  # it is made, or named to be looked at
        update["wish"] = None
    if state.get("proposed") and tells(state["text"], state["proposed_text"], state["language"]):
        update["told_units"] = list(dict.fromkeys([*(state.get("told_units") or []), *state["proposed"]]))
    return {**update, "said_in": said_in, "proposed": [], "proposed_text": ""}


async def _remember(state: CopilotState, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The transcript with identifiers masked, as the reception keeps it."""
    utterance, turn = state["utterance"], str(state["number"])
    if utterance.speaker == "citizen":
        text = said_masked(state, runtime.context.public_numbers)
        line = transcript_line("citizen", text, utterance.at, state["reading"].language, turn)
    else:
        line = transcript_line("assistant", utterance.text, utterance.at, state["language"], turn)
    turns = state.get("turns", 0) + (utterance.speaker == "citizen")
    return {"transcript": [*(state.get("transcript") or []), line], "turns": turns, "before": utterance}
