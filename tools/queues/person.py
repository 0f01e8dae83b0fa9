"""What a citizen is told of the person who attends to them: the event ``person`` of their contact."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from typing import Any

from tools.queues.floor import Outlook, Standing

PERSON = "person"
"""Kind of the event."""

LATELY = timedelta(hours=2)
ENOUGH, LAST = 10, 20
"""The wait that is told is the median of the last twenty taken lately in the same unit and language; of fewer than ten
nothing is said."""


def person_data(standing: Standing, outlook: Outlook | None = None) -> dict[str, Any]:
    """Where it stands for the citizen, to whom being offered is waiting. ``wait_minutes`` counts those begun."""
    held = standing.state == "held" and standing.agent is not None
    wait = outlook.wait if outlook else None
    return {
        "state": "waiting" if standing.waits else standing.state,
        "name": standing.agent.name if held and standing.agent else None,
        "reference": standing.hand_off.id,
        "since": standing.since.isoformat(),
        "ahead": outlook.ahead if outlook else None,
        "wait_minutes": -(-wait // timedelta(minutes=1)) if wait is not None else None,
    }


def nobody_data() -> dict[str, Any]:
    """For the citizen whose hand-off was withdrawn: no person has it or is on the way."""
    return {"state": "none", "name": None, "reference": None, "since": None, "ahead": None, "wait_minutes": None}


def is_news(before: Standing | None, after: Standing) -> bool:
    """Whether the citizen sees a difference: in the state, the person, or, while they wait, the place."""
    if before is None:
        return True
    old, new = person_data(before), person_data(after)
    moved = after.waits and before.place != after.place
    return moved or (old["state"], old["name"]) != (new["state"], new["name"])


def measured_wait(waits: Sequence[timedelta]) -> timedelta | None:
    """Of what the last ones waited, newest first: the median, when there are enough to say."""
    if len(waits) < ENOUGH:
        return None
    return timedelta(seconds=median(wait.total_seconds() for wait in waits[:LAST]))
