"""Last node: the checked draft becomes the turn, and the conversation remembers it, masked."""

from typing import Any

from langgraph.runtime import Runtime

from agents.phrases.message import Message
from agents.reception.tasks.task import is_unsure
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import said_masked, transcript_line, with_lines
from agents.reception.turns.turn import dump_turn
from tools.reading.masking import hint, mask


async def say_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The turn as data, the transcript with identifiers masked, the counters."""
    deps, draft = runtime.context, _read_in_part(state, runtime.context)
    neighbour = _neighbour(state, deps)
    draft = draft.after(*neighbour, *state["told"])
    turn = build_turn(state, draft, deps.new_id(), _step(state, draft), _shown(state))
    at, spoken = deps.clock(), "\n".join(told.text for told in turn.messages)
    transcript = with_lines(
        state,
        transcript_line(
            "citizen", said_masked(state, deps.public_numbers), at, state["reading"].language, turn.turn_id
        ),
        transcript_line("assistant", mask(spoken, deps.public_numbers), at, turn.language, turn.turn_id),
    )
    told = {"neighbour_told": True} if neighbour else {}
    return {"last_turn": dump_turn(turn), "transcript": transcript, "turns": state.get("turns", 0) + 1, **told}


def _neighbour(state: State, deps: Deps) -> tuple[Message, ...]:
    """Aranese is answered in Catalan; the citizen is told so once and offered a person."""
    if state["reading"].variety != "oc" or state.get("neighbour_told") or state["language"] != "ca":
        return ()
    return (deps.phrases.message("ca", "notice", "neighbour-aranese"),)


def _read_in_part(state: State, deps: Deps) -> Draft:
    """A message too long to be read whole is answered, and told so."""
    if "too_long" not in state["screened"].flags:
        return state["draft"]
    return state["draft"].after(deps.phrases.message(state["language"], "notice", "too-long"))


def _step(state: State, draft: Draft) -> str:
    """The value that the service waits for, in one word."""
    if draft.hand_off is not None:
        return "handed_off"
    task = state.get("task")
    if task is not None:
        return f"{task.kind}.{'unsure' if is_unsure(task) else task.question}"
    asked = state.get("asked")
    if asked is not None:
        return f"asked.{asked.about}"
    return "closed" if state["decision"].route == "close" else "open"


def _shown(state: State) -> dict[str, str]:
    """The slots of this turn; identifiers only as hints."""
    slots = {name: value.value for name, value in state["reading"].slots.items()}
    for name in ("document", "document_invalid", "document_part", "nuss", "nuss_invalid"):
        if name in slots:
            slots[name] = hint(slots[name])
    slots.pop("document_repair", None)
    return {str(name): value for name, value in slots.items()}
