"""The term that runs since a letter came: told as soon as the citizen says when it did."""

from collections.abc import Mapping

from agents.copilot.advice import Alert
from agents.copilot.state import CopilotState
from agents.reception.turns.deps import Deps
from tools.calculators import deadline
from tools.calculators.sums import Sum
from tools.errors import BadSumInput, SumNotKnown
from tools.reading.quantities.partial_days import is_partial

_NOTIFIED = "notified"
_LIKELY = 0.3
"""The least probability that the message is about a term, and of a matter whose letters have one."""


def deadline_alerts(state: CopilotState, deps: Deps) -> list[Alert]:
    """Until when, of what the citizen's turn tells; none where it tells no whole day, or not what the letter is."""
    told = (state.get("sum_told") or {}).get(deadline.NAME, {})
    day = told.get(_NOTIFIED, "")
    reading = state["reading"]
    of_letter = max(one.sums.names.get(deadline.NAME, 0.0) for one in reading.parts or (reading,))
    if deps.sums is None or not day or is_partial(day) or of_letter < _LIKELY:
        return []
    likely = {need: chance for need, chance in (state.get("beliefs") or {}).items() if chance >= _LIKELY}
    for need in sorted(likely, key=likely.__getitem__, reverse=True):
        if need in deps.sums.needs.get(deadline.NAME, ()):
            return _running({**deps.sums.presets.get(need, {}).get(deadline.NAME, {}), **told}, state, deps)
    return []


def _running(given: Mapping[str, str], state: CopilotState, deps: Deps) -> list[Alert]:
    assert deps.sums is not None
    try:
        found = deps.sums.calculate(deadline.NAME, given, deps.clock.today())
    except (BadSumInput, SumNotKnown):
        return []
    if not isinstance(found, Sum):
        return []
    said = deps.sums.words.say(found, state["agent_language"])
    right = " ".join([said.text, *said.assumed])
    return [Alert("deadline", state["number"], state["utterance"].text, right)]
