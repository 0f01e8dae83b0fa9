"""Another office within reach that has something sooner, and how far it is."""

from dataclasses import replace

from agents.phrases.message import Message
from agents.reception.booking.ask import office_name, slot_words
from agents.reception.deps import Deps
from agents.reception.task import Task
from agents.routing.rules import provinces_elsewhere
from knowledge.languages import Language
from tools.appointments.anywhere import Soonest, WideQuery
from tools.places.places import Place, Places
from tools.reading.slots import SlotName

REACH_KM = 100.0
"""About an hour by road: who wants to go further can name the place."""
_TWO = 2


def place_of(places: Places, name: SlotName, value: str) -> Place:
    """The place a slot of that name means."""
    if name == "postcode":
        return places.by_postcode(value)
    return Place(places.province(value)) if name == "province" else places.by_name(value)[0]


def not_ours(task: Task, deps: Deps) -> tuple[str, ...]:
    """Provinces in which another administration manages the need: an appointment there would be useless."""
    return provinces_elsewhere(deps.catalogue[task.need] if task.need else None)


async def with_nearby(task: Task, language: Language, deps: Deps) -> tuple[Task, tuple[Message, ...]]:
    """The task that knows of the office, and what is said of it; nothing when none has anything sooner.

    Raises ToolUnavailable.
    """
    found = await _sooner(task, deps)
    if found is None or found.km is None:
        return replace(task, nearby=None), ()
    values = {
        "office": office_name(deps, language, found.office.id),
        "km": str(max(1, round(found.km))),
        "when": slot_words(deps, language, found.slot),
    }
    return replace(task, nearby=found.office.id), (deps.phrases.message(language, "notice", "nearby-sooner", **values),)


async def _sooner(task: Task, deps: Deps) -> Soonest | None:
    if deps.wherever is None or task.near is None or task.service is None or task.channel != "in_person":
        return None
    place, wish = place_of(deps.places, *task.near), task.wish
    wanted = WideQuery(
        task.service, task.channel, near=place, within_km=REACH_KM, without=not_ours(task, deps),
        part_of_day=wish.part_of_day, limit=_TWO,
    )  # fmt: skip
    if wish.not_before is not None:
        wanted = replace(wanted, not_before=wish.not_before)
    if wish.not_after is not None:
        wanted = replace(wanted, not_after=wish.not_after)
    first = min((slot.starts_at for slot in task.offers), default=None)
    found = await deps.wherever.soonest(wanted)
    others = (one for one in found if one.office.id != task.office_id)
    return next((one for one in others if first is None or one.slot.starts_at < first), None)
