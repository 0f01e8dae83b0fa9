"""What the assistant took a conversation to be, put right by the agent who has it, as a change of the state."""

from agents.reception.turns.state import State
from tools.queues.floor import PutRight


def put_right(state: State, reading: PutRight) -> State:
    """The update of need, language and danger: what is the same already is left as it is."""
    update: State = {}
    if reading.reason != state.get("handed_off"):
        update |= {"handed_off": reading.reason, "safe": False}
    if reading.need != state.get("need"):
        update |= {"need": reading.need, "beliefs": {reading.need: 1.0} if reading.need else {}, "aspect": None}
    if reading.language != state["language"]:
        update |= {"language": reading.language, "language_locked": True, "drift": 0, "variety": None}
    return update
