"""The node that asks which need is meant."""

from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.wording import need_name
from agents.reception.tasks.task import OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State
from agents.reception.turns.transcript import said_masked


async def clarify_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """Ask which of two needs, whose names are the quick replies, or whether it is the only likely one."""
    deps, language, options = runtime.context, state["language"], state["decision"].options
    names = [need_name(deps.phrases, deps.catalogue, language, need) for need in options]
    person = deps.phrases.replies(language, "reply-person")
    if len(names) == 1 and deps.catalogue[options[0]].policy.action == "person":
        question = deps.phrases.message(language, "question", "offer-person")
        quick = (*deps.phrases.replies(language, "reply-yes", "reply-no"), *person)
    elif len(names) == 1:
        question = deps.phrases.message(language, "question", "confirm-need", need=names[0])
        quick = (*deps.phrases.replies(language, "reply-yes", "reply-no"), *person)
    else:
        question = deps.phrases.message(language, "question", "clarify", first=names[0], second=names[1])
        quick = (*(name[:1].upper() + name[1:] for name in names), *person)
    decision, text = state["decision"], said_masked(state, deps.public_numbers)
    asked = OpenQuestion("clarify", options, text=text, aspect=decision.aspect, books=decision.books)
    return {"draft": Draft((question,), quick), "asked": asked}
