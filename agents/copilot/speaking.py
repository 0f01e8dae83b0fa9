"""When the copilot keeps silent, and why."""

from agents.copilot.advice import Silence
from agents.copilot.state import CopilotState
from agents.understanding.shared.labels import DANGERS


def why_silent(state: CopilotState, own_case: str | None) -> Silence | None:
    """None where something was asked that an article may answer. ``own_case``: the need of who asks what their own file
    says, which the agent sees and no article does.
    """
    reading, decision = state["reading"], state["decision"]
    if reading.labels & DANGERS:
        return "danger"
    if decision.route == "clarify":
        return "unclear"
    if decision.route != "answer" or decision.need is None:
        return "nothing_asked"
    if decision.need == own_case and not decision.sum:
        return "own_file"
    return None
