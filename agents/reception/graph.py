"""The reception graph: wiring only. One run is one citizen turn over the conversation's checkpoint."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Protocol, TypeVar

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from agents.reception.checkpoints import WholeTurns
from agents.reception.nodes.abandon import abandon_turn
from agents.reception.nodes.answer import answer_turn
from agents.reception.nodes.call import call_turn
from agents.reception.nodes.clarify import clarify_turn
from agents.reception.nodes.close import close_turn
from agents.reception.nodes.collect import collect_turn
from agents.reception.nodes.commit import commit_turn
from agents.reception.nodes.decide import decide_turn, route
from agents.reception.nodes.hand_off import hand_off_turn
from agents.reception.nodes.listen import listen_turn
from agents.reception.nodes.notice import notice_turn
from agents.reception.nodes.queue import queue_turn
from agents.reception.nodes.reword import reword_turn
from agents.reception.nodes.say import check_turn, say_turn
from agents.reception.nodes.settle import after_settling, settle_turn
from agents.reception.nodes.understand import screen_turn, understand_turn
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State
from agents.untraced import keep_untraced
from tools.errors import ToolUnavailable

_log = logging.getLogger(__name__)
SPEAKING = ("answer", "clarify", "hand_off", "notice")
ACTING = ("collect", "commit", "queue", "abandon", "close", "call")
"""Nodes that use the appointment book."""


class Node(Protocol):
    """A step of a turn: the state in, what changes out."""

    async def __call__(self, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
        """Run the step."""
        ...


TaskT_contra = TypeVar("TaskT_contra", contravariant=True)


class TaskNode(Protocol[TaskT_contra]):
    """A step of a turn that works on a task: the task and the state in, what changes out."""

    async def __call__(self, task: TaskT_contra, state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
        """Run the step."""
        ...


Reception = CompiledStateGraph[State, Deps, State, State]


Around = Callable[[str, Node], Node]
"""Wraps the node of that name, with nothing, a trace or a crash."""


def build_reception(checkpointer: WholeTurns, around: Around = lambda _, node: node) -> Reception:
    """screen → understand → decide → an acting node → check → reword → say; what is not known is settled first. While a
    person has the conversation: screen → understand → listen.
    """
    keep_untraced()
    graph = StateGraph(State, context_schema=Deps)
    for name, node in _nodes().items():
        graph.add_node(name, around(name, node))
    graph.add_edge(START, "screen")
    graph.add_edge("screen", "understand")
    graph.add_conditional_edges("understand", _who_has_it, ["decide", "listen"])
    graph.add_edge("listen", END)
    graph.add_conditional_edges("decide", route, [*SPEAKING, *ACTING, "settle"])
    graph.add_conditional_edges("settle", after_settling, ["decide", "collect", "check"])
    for name in SPEAKING:
        if name != "notice":
            graph.add_edge(name, "check")
    graph.add_conditional_edges("notice", _after_notice, ["answer", "check"])
    for name in ACTING:
        graph.add_conditional_edges(name, _after_tool(name), ["collect", "hand_off", "answer", "check"])
    graph.add_edge("check", "reword")
    graph.add_edge("reword", "say")
    graph.add_edge("say", END)
    return graph.compile(checkpointer=checkpointer)


def _nodes() -> dict[str, Node]:
    """By name, each in what it needs around it."""
    return {
        "screen": screen_turn,
        "understand": understand_turn,
        "listen": listen_turn,
        "decide": in_variety(decide_turn),
        "answer": in_variety(answer_turn),
        "clarify": in_variety(clarify_turn),
        "collect": in_variety(fails_to_person(on_task(collect_turn))),
        "commit": in_variety(fails_to_person(on_task(commit_turn))),
        "queue": in_variety(fails_to_person(on_task(queue_turn))),
        "settle": in_variety(on_task(settle_turn)),
        "abandon": in_variety(fails_to_person(on_task(abandon_turn))),
        "hand_off": in_variety(hand_off_turn),
        "call": in_variety(fails_to_person(call_turn)),
        "notice": in_variety(notice_turn),
        "close": in_variety(fails_to_person(close_turn)),
        "check": check_turn,
        "reword": reword_turn,
        "say": in_variety(say_turn),
    }


def in_variety(node: Node) -> Node:
    """The node speaks the conversation's variety, where it has one."""

    @wraps(node)
    async def spoken(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
        deps = runtime.context
        phrases = deps.phrases.in_variety(state.get("variety"))
        return await node(state, runtime.override(context=replace(deps, phrases=phrases)))

    return spoken


def on_task(node: TaskNode[Any]) -> Node:
    """The node of a task: what was decided is about one, of the kind that the rules send there."""

    @wraps(node)
    async def with_task(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
        task = state["decision"].task
        if task is None:
            raise LookupError(f"{state['decision'].route} was decided without a task")
        return await node(task, state, runtime)

    return with_task


def fails_to_person(node: Node) -> Node:
    """A tool that is down ends at a person, and is logged; what was not done is said not to be done."""

    @wraps(node)
    async def guarded(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
        try:
            return await node(state, runtime)
        except ToolUnavailable as error:
            _log.warning("%s is left to a person: %s", state["decision"].route, error)
            told = runtime.context.phrases.message(state["language"], "notice", "person-unavailable")
            decision = replace(state["decision"], route="hand_off", reason="failure")
            return {"decision": decision, "draft": Draft((told,))}

    return guarded


def _who_has_it(state: State) -> str:
    """The assistant is silent while a person has the conversation."""
    return "listen" if state.get("attended") else "decide"


def _after_notice(state: State) -> str:
    """To the answer of what was asked beside what the notice answers."""
    return "answer" if state["decision"].aside else "check"


def _after_tool(name: str) -> Callable[[State], str]:
    """To a person when a tool failed; once more to collect when what was read back cannot be written; to the answer of
    what was asked beside the yes or the value.
    """

    def after(state: State) -> str:
        goes = state["decision"].route
        if goes == "hand_off" or (name, goes) in (("commit", "collect"), ("queue", "collect")):
            return goes
        asks_too = state["decision"].aside and name == goes in ("collect", "commit")
        return "answer" if asks_too and state["draft"].messages else "check"

    return after
