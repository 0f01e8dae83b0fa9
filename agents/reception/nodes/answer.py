"""The node that answers: it carries the question to ``reply``, and remembers what was asked and told."""

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.question import Question
from agents.answers.reply import Reply, reply
from agents.reception.booking.remind import remind
from agents.reception.tasks.task import LastQuestion, OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.pending_needs import offer_next_need
from agents.reception.turns.questions import person_of, question_of
from agents.reception.turns.state import Draft, State
from agents.reception.turns.transcript import said_masked


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The reply; then the question of the task it interrupted, or the reply's own."""
    deps, language, task = runtime.context, state["language"], state.get("task")
    question = question_of(state, deps.phrases, deps.clock.today())
    told = await asyncio.to_thread(reply, question, person_of(state), deps)
    as_of = (told.need, told.as_of) if told.as_of else None
    draft = Draft(told.messages, told.quick_replies, completeness=told.completeness, as_of=as_of)
    if task is not None:
        return {"draft": remind(draft, task, language, deps)}
    if told.closing:
        draft = draft.then(told.closing)
    words, asked = (
        state["decision"].text or said_masked(state, deps.public_numbers),
        state.get("conditions_asked") or [],
    )
    update = {
        "draft": draft,
        "need": told.need,
        "aspect": told.aspect,
        "asked": _asked(told, question, words),
        "question": LastQuestion(words, question.measure),
        "conditions_asked": [*asked, told.depends_on] if told.depends_on else asked,
    }
    return update | offer_next_need(draft, state, deps)


def _asked(told: Reply, question: Question, words: str) -> OpenQuestion | None:
    """The closing question, so that the next turn can answer it."""
    match told.asks:
        case "condition":
            return OpenQuestion(
                "condition", (told.need,), text=words, aspect=told.aspect, measure=question.measure,
                condition=told.depends_on,
            )  # fmt: skip
        case "book":
            return OpenQuestion("book", (told.need,))
        case "person":
            return OpenQuestion("person", (told.need,), reason="no_answer")
        case None:
            return None
