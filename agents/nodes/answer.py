"""Answer from the articles, with citations; or say that there is no checked source."""

from typing import Any

from langgraph.runtime import Runtime

from agents.answering import Answer, Question, answer
from agents.booking.ask import message, need_name, replies
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.remind import remind
from agents.state import State
from agents.task import Asked, dump_asked, load_task
from agents.turn import Message
from knowledge.languages import Language
from knowledge.needs import Need
from tools.clock import MADRID

SHOWN_ASPECTS = 4


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The answer; then the question of the task it interrupted, or what could come next."""
    deps, language, decision = runtime.context, state["language"], state["decision"]
    assert decision.need is not None
    need, task = deps.catalogue[decision.need], load_task(state.get("task"))
    question = Question(
        text=state["screened"].text, vector=state["vector"], language=language, need=need.id, aspect=decision.aspect,
        day=deps.clock().astimezone(MADRID).date(),
        asks="question" in state["reading"].labels,
    )  # fmt: skip
    found = answer(question, deps.bookcase)
    before = _before(deps, language, need, decision.key)
    if not found.messages:
        nothing = message(deps, language, "notice", "answer-none")
        draft = Draft((*before, nothing), replies(deps, language, "reply-person"), completeness="none")
        return {"draft": draft, "need": need.id, "asked": dump_asked(Asked("person", reason="no_answer"))}
    partial = (message(deps, language, "notice", "answer-partial"),) if found.withheld else ()
    draft = Draft((*before, *found.messages, *partial), completeness=found.completeness)
    if task is not None:
        return {"draft": remind(draft, task, language, deps)}
    return {"draft": _onwards(draft, found, need, language, deps), "need": need.id, "asked": dump_asked(_offered(need))}


def _before(deps: Deps, language: Language, need: Need, key: str) -> tuple[Message, ...]:
    notices = (message(deps, language, "notice", key),) if key else ()
    if need.policy.action != "refer":
        return notices
    body = deps.phrases.say(language, f"body-{need.body.lower()}")
    return (message(deps, language, "referral", "answer-other-body", body=body), *notices)


def _bookable(need: Need) -> bool:
    return need.policy.appointment == "bookable" and need.policy.action in ("answer", "appointment")


def _offered(need: Need) -> Asked | None:
    return Asked("book", (need.id,)) if _bookable(need) else None


def _onwards(draft: Draft, found: Answer, need: Need, language: Language, deps: Deps) -> Draft:
    """What the citizen may want next: the other sections, an appointment when there is one, a person."""
    key = "answer-more-book" if _bookable(need) else "answer-more"
    values = {} if _bookable(need) else {"need": need_name(deps, language, need.id)}
    aspects = tuple(f"aspect-{aspect}" for aspect in found.aspects[:SHOWN_ASPECTS])
    booking = ("reply-book",) if _bookable(need) else ()
    quick = replies(deps, language, *aspects, *booking, "reply-person")
    asked = Draft(draft.messages, quick, completeness=draft.completeness)
    return asked.then(message(deps, language, "question", key, **values))
