"""Before anything is said: every factual sentence is cited, every announcement has its event."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.booking.ask import message
from agents.deps import Deps
from agents.draft import Draft
from agents.state import State
from agents.turn import Message
from tools.clock import MADRID


async def check_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The draft without what fails; an answer that fails becomes an honest "no checked source"."""
    deps, draft = runtime.context, state["draft"]
    kept = tuple(told for told in draft.messages if holds(told, draft, deps))
    await _archive(kept, deps)
    if len(kept) == len(draft.messages):
        return {}
    honest = message(deps, state["language"], "notice", "answer-none")
    return {"draft": replace(draft, messages=(*kept, honest), completeness="none")}


async def _archive(messages: tuple[Message, ...], deps: Deps) -> None:
    """What is cited stays readable, whatever happens to the content later. Raises ToolUnavailable."""
    citations = [citation for told in messages for citation in told.citations]
    if citations:
        library = deps.bookcase.on(deps.clock().astimezone(MADRID).date()).library
        sources = {library.passage(citation.passage_id).document_id for citation in citations}
        await deps.citations.keep([library.document(source) for source in sorted(sources)], citations)


def holds(told: Message, draft: Draft, deps: Deps) -> bool:
    """Whether a message may be said with what the draft carries."""
    if told.kind == "answer":
        return cited(told, deps)
    if told.kind == "hand_off":
        return draft.hand_off is not None
    if told.kind == "appointment":
        return draft.appointment is not None and draft.appointment.status != "proposed"
    return True


def cited(told: Message, deps: Deps) -> bool:
    """Whether each line is inside a quote that today's library really holds, in force today."""
    day = deps.clock().astimezone(MADRID).date()
    library = deps.bookcase.on(day).library
    quotes = [c.quote for c in told.citations if library.holds(c) and c.validity.holds_on(day)]
    return bool(quotes) and all(any(line in quote for quote in quotes) for line in told.text.split("\n"))
