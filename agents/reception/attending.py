"""What the assistant says when who has the conversation changes, and what an agent says in it, as changes of the state.

The floor knows who has it (``tools.queues.floor``); the state only what the citizen was told of that, so that each
change is said once, whichever process finds it first.
"""

from dataclasses import dataclass

from agents.phrases.message import Message
from agents.reception.booking.task_question import word_reminder
from agents.reception.nodes.listen import PERSON
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft, State, build_turn
from agents.reception.turns.transcript import transcript_line, with_lines
from agents.reception.turns.turn import dump_turn
from knowledge.languages import Language
from tools.queues.floor import Agent, Standing
from tools.reading.masking import mask

OVER = frozenset({"returned", "closed"})
"""States after which the assistant goes on alone."""
_WAITS = "waiting"


@dataclass(frozen=True, slots=True)
class AgentWords:
    """What an agent says, with what their client calls it."""

    agent: Agent
    text: str
    key: str
    digest: str
    """Tells it from the same words said a second time."""


def change_told(state: State, standing: Standing, deps: Deps) -> State | None:
    """The update that tells the citizen who has the conversation now; None when there is nothing new to tell."""
    told, now = state.get("person_told") or "", _named(standing)
    key = _phrase(told, standing)
    if now == told or key is None:
        return None
    draft = _draft(key, standing, state, deps)
    step = PERSON if standing.state == "held" else "open"
    turn = build_turn(state, draft, deps.new_id(), step)
    spoken = "\n".join(one.text for one in turn.messages)
    line = transcript_line("assistant", mask(spoken, deps.public_numbers), deps.clock(), turn.language, turn.turn_id)
    update: State = {"person_told": now, "last_turn": dump_turn(turn), "transcript": with_lines(state, line)}
    if standing.state in OVER:
        update |= {"as_written": {}, "handed_off": None, "safe": False, "misses": 0}
    return update


def words_kept(state: State, said: AgentWords, language: Language, deps: Deps) -> State:
    """The update that keeps what an agent said: it is ours, and stays as it was written."""
    line = transcript_line("agent", said.text, deps.clock(), language, said.digest)
    return {"transcript": with_lines(state, line | {"name": said.agent.name, "key": said.key})}


def _named(standing: Standing) -> str:
    return _WAITS if standing.state in ("waiting", "offered") else f"{standing.state}:{standing.since.isoformat()}"


def _phrase(told: str, standing: Standing) -> str | None:
    """The sentence that tells the change. Who never had anybody and waits was told so when they were handed over."""
    match standing.state:
        case "held":
            return "person-joined"
        case "returned" | "closed":
            return f"person-{standing.state}"
        case _ if told.startswith("held"):
            return "person-transferred" if standing.wanted is not None else "person-gone"
        case _:
            return None


def _draft(key: str, standing: Standing, state: State, deps: Deps) -> Draft:
    language, phrases = state["language"], deps.phrases.in_variety(state.get("variety"))
    name = standing.agent.name if standing.agent else ""
    told: Message = phrases.message(language, "notice", key, name=name)
    task = state.get("task")
    if standing.state == "returned" and task is not None:
        return word_reminder(Draft((told,)), task, language, deps)
    return Draft((told,), phrases.replies(language, "reply-person") if standing.state in OVER else ())
