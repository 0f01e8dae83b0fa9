"""When the copilot keeps silent, and why."""

from agents.copilot.advice import Silence
from agents.copilot.state import CopilotState
from agents.understanding.shared.labels import DANGERS


def why_silent(state: CopilotState) -> Silence | None:
    """None where something was asked that an article may answer."""
    reading, decision = state["reading"], state["decision"]
    if reading.labels & DANGERS:
        return "danger"
    if decision.route == "clarify":
        return "unclear"
    if decision.route != "answer" or decision.need is None:
        return "nothing_asked"
    return None
