"""Once the first need is dealt with, the reception offers the next that was asked for."""

from dataclasses import replace
from typing import Any

from agents.phrases.wording import need_name
from agents.reception.tasks.task import OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State


def offer_next_need(draft: Draft, state: State, deps: Deps) -> dict[str, Any]:
    """The draft ending in "you also asked about…" in place of its own question; empty when nothing waits."""
    language, pending = state["language"], state.get("pending") or []
    if not pending:
        return {}
    told = draft.messages[:-1] if draft.messages and draft.messages[-1].kind == "question" else draft.messages
    question = deps.phrases.message(
        language, "question", "further-ask", need=need_name(deps.phrases, deps.catalogue, language, pending[0])
    )
    quick = (*deps.phrases.replies(language, "reply-yes", "reply-no"), *draft.quick_replies)
    return {
        "draft": replace(draft, messages=(*told, question), quick_replies=quick),
        "asked": OpenQuestion("further", (pending[0],)),
    }
