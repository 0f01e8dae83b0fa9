"""Take values in and go on with the task as far as it gets. It may hold a seat, never books."""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agents.booking.absorb import CHANNELS, absorb, elsewhere, later
from agents.booking.advance import Advance
from agents.booking.ask import ask, message, replies
from agents.deps import Deps
from agents.draft import Draft
from agents.nodes.decide import pressed
from agents.nodes.further import come_to
from agents.policy.situation import Decision
from agents.state import State
from agents.task import Task, dump_task
from agents.turn import Message
from tools.clock import MADRID


async def collect_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The task one step further, and its question. Raises ToolUnavailable."""
    deps, language, reading, decision = runtime.context, state["language"], state["reading"], state["decision"]
    assert decision.task is not None
    if decision.key == "what_change":
        shown = (decision.task.hold.slot,) if decision.task.hold else decision.task.offers
        task = replace(decision.task, waiting="what_change", hold=None, offers=shown, time=None)
        return {"task": dump_task(task), "draft": ask(task, language, deps)}
    started = _absorb(state, decision, deps)
    step = await Advance(deps, language, reading, state["conversation_id"]).run(started)
    if step.ended:
        more = message(deps, language, "question", "anything-else")
        draft = Draft((*step.notices, more), replies(deps, language, "reply-person"))
        return {"task": None, "asked": None, "draft": draft, **come_to(draft, state, deps)}
    told = (*state["draft"].messages, *_noted(state, decision.task, started, deps), *step.notices)
    draft = ask(step.task, language, deps).after(*told)
    draft = replace(draft, quick_replies=(*step.replies, *draft.quick_replies))
    return {"task": dump_task(step.task), "draft": draft, "asked": None, "need": step.task.need or state.get("need")}


def _absorb(state: State, decision: Decision, deps: Deps) -> Task:
    """The task with what the turn says, or what the pressed reply means."""
    assert decision.task is not None
    task = decision.task
    if task.kind == "book" and task.need is None and decision.need is not None:
        task = replace(task, need=decision.need, service=deps.catalogue[decision.need].policy.service)
    button = pressed(deps.phrases, state["language"], state["screened"].text)
    if not task.for_other and (state.get("for_other") or "third_person" in state["reading"].labels):
        task = replace(task, for_other=True, document=None)  # the one given was of whoever writes
    if button == "reply-other-dates":
        return later(task)
    if button == "reply-other-office":
        return elsewhere(task)
    return _allowed(absorb(task, state["reading"].slots, deps.clock().astimezone(MADRID).date()), deps)


def _noted(state: State, before: Task, task: Task, deps: Deps) -> tuple[Message, ...]:
    """That the appointment is for somebody else; that there is none by the channel asked for."""
    language, slots, keys = state["language"], state["reading"].slots, []
    if task.for_other and "third_person" in state["reading"].labels and not before.for_other:
        keys.append("book-for-other")
    if "channel" in slots and slots["channel"].value != task.channel:
        keys.append("book-channel-none")
    return tuple(message(deps, language, "notice", key) for key in keys)


def _allowed(task: Task, deps: Deps) -> Task:
    """A channel that the need does not have, or nobody attends to here, is not searched."""
    channels = deps.catalogue[task.need].policy.channels if task.need else CHANNELS
    open_here = [channel for channel in channels if channel in deps.channels]
    return replace(task, channel=open_here[0]) if open_here and task.channel not in open_here else task
