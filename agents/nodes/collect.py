"""Take values in and go on with the task as far as it gets. It may hold a seat, never books."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.booking.absorb import absorb, elsewhere, later
from agents.booking.advance import Advance
from agents.booking.ask import ask, message, replies
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.decide import pressed
from agents.policy.situation import Decision
from agents.state import State
from agents.task import Task, dump_task


async def collect_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The task one step further, and its question. Raises ToolUnavailable."""
    deps, language, reading, decision = runtime.context, state["language"], state["reading"], state["decision"]
    assert decision.task is not None
    if decision.key == "what_change":
        task = replace(decision.task, waiting="what_change", hold=None)
        return {"task": dump_task(task), "draft": ask(task, language, deps)}
    started = _absorb(state, decision, deps)
    step = await Advance(deps, language, reading, state["conversation_id"]).run(started)
    if step.ended:
        more = message(deps, language, "question", "anything-else")
        return {
            "task": None,
            "asked": None,
            "draft": Draft((*step.notices, more), replies(deps, language, "reply-person")),
        }
    draft = ask(step.task, language, deps).after(*state["draft"].messages, *step.notices)
    return {"task": dump_task(step.task), "draft": draft, "asked": None, "need": step.task.need or state.get("need")}


def _absorb(state: State, decision: Decision, deps: Deps) -> Task:
    """The task with what the turn says, or what the pressed reply means."""
    assert decision.task is not None
    task = decision.task
    if task.kind == "book" and task.need is None and decision.need is not None:
        task = replace(task, need=decision.need, service=deps.catalogue[decision.need].policy.service)
    button = pressed(deps.phrases, state["language"], state["screened"].text)
    if button == "reply-other-dates":
        return later(task)
    if button == "reply-other-office":
        return elsewhere(task)
    return _allowed(absorb(task, state["reading"].slots), deps)


def _allowed(task: Task, deps: Deps) -> Task:
    """A channel the need does not have is not searched."""
    channels = deps.catalogue[task.need].policy.channels if task.need else ()
    return replace(task, channel=channels[0]) if channels and task.channel not in channels else task
