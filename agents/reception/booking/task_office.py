"""The office of a task: nearest to the place said, sooner within reach, or nearer."""

from dataclasses import replace

from agents.phrases.wording import body_name
from agents.reception.booking.booking_step import SlotTaskT, Step
from agents.reception.booking.next_search import search_elsewhere, search_in_office
from agents.reception.booking.turn_values import said_place
from agents.reception.tasks.task import SlotTask
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import office_name, slot_words
from agents.routing.rules import managed_elsewhere, provinces_elsewhere
from agents.understanding.reading import Reading
from knowledge.content.needs import Need
from knowledge.languages import Language
from tools.appointments.office_search import OfficeQuery, OfficeSlot
from tools.offices.offices import Office
from tools.offices.serving_office import FarOffice, nearest_offices, office_for
from tools.places.places import Place, Places
from tools.reading.slots import SlotName

REACH_KM = 100.0
"""Kilometres: about an hour by road. A person who wants to go further can name the place."""
_TWO = 2


def find_office(task: SlotTaskT, reading: Reading, language: Language, deps: Deps) -> Step[SlotTaskT]:
    """The task with its office; it ends where another administration manages the need. An office that was found for
    another need stays if it serves this one too.
    """
    if task.search.office_id is not None and _serves(task, deps):
        return Step(task)
    asks = replace(task, question="place")
    if "postcode_invalid" in reading.slots:
        return Step(asks, (deps.phrases.message(language, "notice", "book-place-unknown"),))
    if "town_or" in reading.slots:
        towns = reading.slots["municipality"].value, reading.slots["town_or"].value
        if (both := _in_either(task, towns, language, deps)) is not None:
            return both
        told = deps.phrases.message(language, "notice", "book-two-towns", first=towns[0], second=towns[1])
        return Step(asks, (told,), replies=towns)
    near = said_place(reading.slots) or task.search.near or _town(task, deps)
    if near is None:
        return Step(asks)
    place = place_of(deps.places, *near)
    if (elsewhere := managed_elsewhere(_need(task, deps), place.province.code)) is not None:
        body = body_name(elsewhere.body, deps.phrases, language)
        return Step(task, (deps.phrases.message(language, "referral", "answer-other-body", body=body),), ended=True)
    office = _choose_office(task, place, deps, named=near[0] == "municipality")
    if office is None:
        nowhere = replace(asks, search=replace(task.search, near=None))
        return Step(nowhere, (deps.phrases.message(language, "notice", "book-no-office"),))
    found = replace(task, search=replace(task.search, office_id=office.id, near=near, nearby=None))
    return found_in(found, office, place, language, deps) if place.municipalities else Step(found)


def _in_either(task: SlotTaskT, towns: tuple[str, str], language: Language, deps: Deps) -> Step[SlotTaskT] | None:
    """The task in the one office that is nearest to both towns, told for each; None where it is to be chosen."""
    places = [deps.places.by_name(town)[0] for town in towns]
    offices = [_choose_office(task, place, deps, named=True) for place in places]
    office, other = offices
    if office is None or other is None or office.id != other.id:
        return None
    found = replace(
        task, search=replace(task.search, office_id=office.id, near=("municipality", towns[0]), nearby=None)
    )
    first, second = (found_in(found, office, place, language, deps) for place in places)
    return replace(first, notices=(*first.notices, *second.notices))


def found_in(task: SlotTaskT, office: Office, place: Place, language: Language, deps: Deps) -> Step[SlotTaskT]:
    """The task, telling the two nearest offices where the town has none."""
    towns = [town.name for town in place.municipalities]
    if office.municipality in towns:
        return Step(task)
    values = {"town": towns[0], "office": office.name[language]}
    by_distance = _by_distance(task, place, deps)
    km = next((one.km for one in by_distance if one.office.id == office.id), None)
    other = next((one for one in by_distance if one.office.municipality != office.municipality), None)
    if km is None or other is None:
        return Step(task, (deps.phrases.message(language, "notice", "book-town-without-office", **values),))
    values |= {"km": _km(km), "other": other.office.name[language], "otherkm": _km(other.km)}
    told = deps.phrases.message(language, "notice", "book-town-nearest-offices", **values)
    nearby = replace(task, search=replace(task.search, nearby=other.office.id))
    return Step(nearby, (told,), replies=deps.phrases.replies(language, "reply-nearby"))


def _km(distance: float) -> str:
    return str(max(1, round(distance)))


async def mention_nearby_office(task: SlotTaskT, language: Language, deps: Deps) -> Step[SlotTaskT]:
    """The task with an office within reach that has something sooner, and the message about it.

    Nothing is said when no office has anything sooner. Raises ToolUnavailable.
    """
    sooner = await _sooner(task, deps)
    if sooner is None or sooner.km is None:
        return Step(replace(task, search=replace(task.search, nearby=None)))
    told = deps.phrases.message(language, "notice", "nearby-sooner",
        office=office_name(deps, language, sooner.office.id),
        km=_km(sooner.km),
        when=slot_words(deps, language, sooner.slot),
    )  # fmt: skip
    return Step(replace(task, search=replace(task.search, nearby=sooner.office.id)), (told,))


def move_to_nearer_office(task: SlotTaskT, language: Language, deps: Deps) -> Step[SlotTaskT]:
    """The task in the office nearest to the place said, or unchanged when none is nearer, with a message that tells it.

    When no place was said, the citizen is asked where they are.
    """
    search = task.search
    if search.office_id is None:  # a place was said in this turn
        return Step(task)
    if search.near is None or task.service is None or deps.wherever is None:
        return Step(search_elsewhere(task))
    place = place_of(deps.places, *search.near)
    wanted = OfficeQuery(task.service, search.channel, near=place, without=provinces_elsewhere(_need(task, deps)))
    able = deps.wherever.by_distance(wanted)
    if not able:
        return Step(search_elsewhere(task))
    nearest = able[0]
    stays = any(far.office.id == search.office_id and far.km <= nearest.km for far in able)
    office_id = search.office_id if stays else nearest.office.id
    key = f"nearer-{'none' if stays else 'office'}{'' if deps.wherever.is_exact(place) else '-from-capital'}"
    told = deps.phrases.message(language, "notice", key, office=office_name(deps, language, office_id))
    return Step(task if stays else search_in_office(task, office_id), (told,))


def _by_distance(task: SlotTask, place: Place, deps: Deps) -> list[FarOffice]:
    """The offices for the need and the channel, the nearest first; none where distances are not known."""
    offices = [one for one in deps.offices.values() if one.province not in provinces_elsewhere(_need(task, deps))]
    return nearest_offices(offices, place, task.service or "general", task.search.channel)


def _choose_office(task: SlotTask, place: Place, deps: Deps, *, named: bool) -> Office | None:
    """The office of the place; one without the channel wished is better than none: other channels are offered.

    Whoever names a town without an office and has to go is sent to the nearest, though it is in another province.
    """
    offices, service = deps.offices.values(), task.service or "general"
    found = office_for(offices, place, service, task.search.channel)
    if found is None:
        return office_for(offices, place, service)
    towns = {town.name for town in place.municipalities}
    if not named or task.search.channel != "in_person" or found.municipality in towns:
        return found
    near = _by_distance(task, place, deps)
    return near[0].office if near else found


def _serves(task: SlotTask, deps: Deps) -> bool:
    """Whether its office serves what it is for; of one that is not known nobody can tell."""
    office = deps.offices.get(task.search.office_id or "")
    return office is None or task.service is None or task.service in office.services


def _town(task: SlotTask, deps: Deps) -> tuple[SlotName, str] | None:
    """Where the office is that was found for another need: nobody is asked again where they are."""
    office = deps.offices.get(task.search.office_id or "")
    return None if office is None else ("municipality", office.municipality)


def _need(task: SlotTask, deps: Deps) -> Need | None:
    return deps.catalogue[task.need] if task.need else None


def place_of(places: Places, name: SlotName, value: str) -> Place:
    """The place that a slot names."""
    if name == "postcode":
        return places.by_postcode(value)
    return Place(places.province(value)) if name == "province" else places.by_name(value)[0]


async def _sooner(task: SlotTask, deps: Deps) -> OfficeSlot | None:
    search, wish = task.search, task.search.wish
    if deps.wherever is None or search.near is None or task.service is None or search.channel != "in_person":
        return None
    wanted = OfficeQuery(
        task.service, search.channel, near=place_of(deps.places, *search.near), within_km=REACH_KM,
        without=provinces_elsewhere(_need(task, deps)), part_of_day=wish.part_of_day, limit=_TWO,
    )  # fmt: skip
    if wish.not_before is not None:
        wanted = replace(wanted, not_before=wish.not_before)
    if wish.not_after is not None:
        wanted = replace(wanted, not_after=wish.not_after)
    first = min((slot.starts_at for slot in task.seat.offers), default=None)
    others = (soonest for soonest in await deps.wherever.soonest(wanted) if soonest.office.id != search.office_id)
    return next((other for other in others if first is None or other.slot.starts_at < first), None)
