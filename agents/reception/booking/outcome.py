"""Tells the result of a write, only after it happened."""

from agents.phrases.message import Message
from agents.phrases.wording import list_words
from agents.reception.booking.task_question import by_channel
from agents.reception.tasks.task import Booking, Cancellation, Change, WrittenTask
from agents.reception.turns.cards import CardDetails, Told, appointment_card
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import slot_office, slot_words
from agents.reception.turns.state import Draft, State
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import Appointment


def word_outcome(task: WrittenTask, appointment: Appointment, language: Language, deps: Deps) -> Draft:
    """Tells that an appointment was booked, moved or cancelled, with the appointment itself as data."""
    office = slot_office(deps, appointment.slot)
    values = {
        "when": slot_words(deps, language, appointment.slot),
        "office": office.name[language],
        "address": office.address,
        "locator": appointment.locator,
    }
    if isinstance(task, Cancellation):
        told: tuple[Message, ...] = (deps.phrases.message(language, "appointment", "cancel-done"),)
    elif isinstance(task, Change):
        key = by_channel("change-done", appointment.slot.channel)
        told = (deps.phrases.message(language, "appointment", key, **values), *_room(appointment, language, deps))
    else:
        key = by_channel("book-done", appointment.slot.channel)
        booked = deps.phrases.message(language, "appointment", key, **values)
        told = (booked, *_room(appointment, language, deps), *_advice(task, language, deps))
    more = deps.phrases.message(language, "question", "anything-else")
    card = appointment_card(appointment, _details(task, language, deps), Told(language, office, deps))
    return Draft((*told, more), deps.phrases.replies(language, "reply-person"), appointment=card)


def papers_of(need: str, channel: Channel, language: Language, deps: Deps) -> str | None:
    """The papers that an appointment asks for, in words; by telephone nobody can show any."""
    if channel == "phone" or need not in deps.catalogue:
        return None
    keys = deps.catalogue[need].policy.documents
    names = [deps.phrases.name(language, deps.knowledge_base.document_names(key)) for key in keys]
    return list_words(names, language) if names else None


def end_task(task: WrittenTask, appointment: Appointment) -> State:
    """Ends the task and forgets the document; the locator is kept while the appointment stands."""
    return {"task": None, "booked": None if isinstance(task, Cancellation) else appointment.locator}


def word_unknown_outcome(task: WrittenTask, language: Language, deps: Deps) -> Draft:
    """Tells that the outcome of the write is unknown, and offers to look it up or a person."""
    quick = deps.phrases.replies(language, "reply-check", "reply-person")
    return Draft((deps.phrases.message(language, "notice", f"unsure-{task.kind}"),), quick)


def _room(appointment: Appointment, language: Language, deps: Deps) -> tuple[Message, ...]:
    """The link to the room of a video call, when the agenda gave one."""
    if appointment.room_url is None:
        return ()
    return (deps.phrases.message(language, "notice", "book-room", link=appointment.room_url),)


def _details(task: WrittenTask, language: Language, deps: Deps) -> CardDetails:
    match task:
        case Booking():
            phone = task.person.phone if task.search.channel == "phone" else None
            return CardDetails(bring=_papers(task, language, deps), phone=phone)
        case Change(target=Appointment(slot=before)):
            return CardDetails("change", before=before.starts_at)
        case _:
            return CardDetails("cancel")


def _papers(task: Booking, language: Language, deps: Deps) -> str | None:
    return papers_of(task.need or deps.administration.appointment_need, task.search.channel, language, deps)


def _advice(task: Booking, language: Language, deps: Deps) -> tuple[Message, ...]:
    """The papers to bring, and a warning that appointments are free."""
    free, papers = deps.phrases.message(language, "notice", "book-free"), _papers(task, language, deps)
    if papers is None:
        return (free,)
    key = "book-prepare" if task.search.channel == "video" else "book-bring"
    return (deps.phrases.message(language, "notice", key, documents=papers), free)


def word_refusal(key: str, language: Language, deps: Deps, *, ended: bool = False) -> Draft:
    """The reason why nothing was written; when the task has ended, the next possible step."""
    told = deps.phrases.message(language, "notice", key)
    if not ended:
        return Draft((told,))
    quick = deps.phrases.replies(language, "reply-change-appointment", "reply-cancel-appointment", "reply-person")
    return Draft((told, deps.phrases.message(language, "question", "anything-else")), quick)
