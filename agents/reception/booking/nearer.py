"""Too far away: the office that is nearest to the place that was said."""

from agents.phrases.message import Message
from agents.reception.booking.absorb import elsewhere, to_office
from agents.reception.booking.ask import office_name
from agents.reception.booking.nearby import not_ours, place_of
from agents.reception.deps import Deps
from agents.reception.task import Task
from knowledge.languages import Language
from tools.appointments.anywhere import WideQuery


def nearer(task: Task, language: Language, deps: Deps) -> tuple[Task, tuple[Message, ...]]:
    """The task in the nearest office, or as it was when none is nearer, and which of the two it is.

    When no place was said, where the person is has to be asked.
    """
    if task.office_id is None:  # a place was said just now
        return task, ()
    if task.near is None or task.service is None or deps.wherever is None:
        return elsewhere(task), ()
    place = place_of(deps.places, *task.near)
    wanted = WideQuery(task.service, task.channel, near=place, without=not_ours(task, deps))
    able = deps.wherever.by_distance(wanted)
    if not able:
        return elsewhere(task), ()
    nearest = able[0]
    stays = any(far.office.id == task.office_id and far.km <= nearest.km for far in able)
    office_id = task.office_id if stays else nearest.office.id
    key = f"nearer-{'none' if stays else 'office'}{'' if deps.wherever.is_exact(place) else '-from-capital'}"
    told = deps.phrases.message(language, "notice", key, office=office_name(deps, language, office_id))
    return task if stays else to_office(task, office_id), (told,)
