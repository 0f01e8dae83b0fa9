"""Words the question that a task waits on: pure, so that it can be asked again after a digression."""

from collections.abc import Sequence

from agents.phrases.message import Message
from agents.phrases.wording import awaited_words, need_name
from agents.reception.tasks.task import (
    AppointmentTask,
    Booking,
    Cancellation,
    Change,
    Leaving,
    LinePlace,
    LineTask,
    Reference,
    Seat,
    SlotTask,
    Task,
    hold_of,
)
from agents.reception.turns.cards import CardDetails, Told, offer_card, proposed_card
from agents.reception.turns.deps import Deps
from agents.reception.turns.slot_words import office_name, slot_office, slot_words
from agents.reception.turns.state import Draft
from agents.reception.turns.turn import AppointmentCard
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.book import Appointment
from tools.offices.slots import Hold, Slot
from tools.reading.masking import hint

_LOCATOR = ("locator-ask", "locator-ask-locator")
_VISIT = frozenset({"document", "day", "place", "day-place", "document-day", "document-place", "again"})
_CAN_SAY = frozenset({"need", "place", "option", "document", "phone", "confirm", "visit", "locator"})
_TICKET = ("ticket-ask", "ticket-ask-code")
SEARCH_REPLIES = ("reply-other-dates", "reply-other-office", "reply-cancel-booking", "reply-person")


def word_question(task: Task, language: Language, deps: Deps) -> Draft:
    """Messages, offers and quick replies for the question that the task waits on."""
    return _ASKERS[task.question](task, language, deps)


def word_reminder(draft: Draft, task: Task, language: Language, deps: Deps) -> Draft:
    """Add "back to your appointment" and the question of the task to the draft."""
    pending = word_question(task, language, deps)
    back: tuple[Message, ...] = (deps.phrases.message(language, "notice", "back-to-booking"),)
    return Draft(
        draft.messages + back + pending.messages,
        pending.quick_replies,
        pending.offers,
        pending.appointment,
        draft.hand_off,
        draft.completeness,
    )


def word_unmoved(draft: Draft, task: Task, language: Language, deps: Deps) -> Draft:
    """The draft, saying first that nothing of what was said changes anything, and what can be said."""
    return draft.after(deps.phrases.message(language, "notice", "book-stuck"), *what_can_be_said(task, language, deps))


def what_can_be_said(task: Task, language: Language, deps: Deps) -> tuple[Message, ...]:
    """What answers the question of the task."""
    if task.question not in _CAN_SAY or isinstance(task, LineTask):
        return ()
    cancels = "-cancel" if task.question == "confirm" and isinstance(task, Cancellation) else ""
    return (deps.phrases.message(language, "notice", f"can-say-{task.question}{cancels}"),)


def word_standing(appointment: Appointment, language: Language, deps: Deps) -> Message:
    """The appointment there is, as it is; one whose hour has come is over."""
    when, office = slot_words(deps, language, appointment.slot), office_name(deps, language, appointment.slot.office_id)
    if appointment.slot.starts_at < deps.clock():
        return deps.phrases.message(language, "notice", "appointment-over", when=when)
    key = by_channel("appointment-stands", appointment.slot.channel)
    return deps.phrases.message(language, "notice", key, when=when, office=office)


def by_channel(key: str, channel: Channel) -> str:
    """The key of the phrase for that channel; an appointment in person has the plain key."""
    return key if channel == "in_person" else f"{key}-{channel}"


def _need(task: Task, language: Language, deps: Deps) -> Draft:
    return Draft(
        (deps.phrases.message(language, "question", "book-ask-need"),), deps.phrases.replies(language, "reply-person")
    )


def _place(task: Task, language: Language, deps: Deps) -> Draft:
    return _within_search("book-ask-place", language, deps)


def _option(task: Task, language: Language, deps: Deps) -> Draft:
    quick = deps.phrases.replies(language, *SEARCH_REPLIES)
    slots = task.seat.offers if isinstance(task, SlotTask) else ()
    if not slots or not isinstance(task, SlotTask) or task.office_id is None:
        name = office_name(deps, language, task.office_id) if task.office_id else ""
        return Draft((deps.phrases.message(language, "question", "book-no-slots", office=name),), quick)
    office = slot_office(deps, slots[0])
    offers = tuple(
        offer_card(deps.phrases, language, slot, office, number) for number, slot in enumerate(slots, start=1)
    )
    lines = [deps.phrases.say(language, "book-offer", number=offer.reply, when=offer.label) for offer in offers]
    key = by_channel("book-offers", task.search.channel)
    need = need_name(deps.phrases, deps.catalogue, language, task.need or deps.administration.appointment_need)
    text = "\n".join([deps.phrases.say(language, key, office=office.name[language], need=need), *lines])
    question = deps.phrases.message(language, "question", "book-choose")
    return Draft((Message("offer", text), question), quick, offers)


def _document(task: Task, language: Language, deps: Deps) -> Draft:
    other, hold = "-other" if task.person.for_other else "", hold_of(task)
    wanted = f"{'passport' if task.person.by_passport else 'document'}{other}"
    if hold is None:
        asked = deps.phrases.message(language, "question", f"locator-ask-{wanted}")
        return Draft((asked,), deps.phrases.replies(language, "reply-person"))
    office, channel = slot_office(deps, hold.slot), hold.slot.channel
    kept = deps.phrases.say(language, by_channel("book-kept", channel),
        when=slot_words(deps, language, hold.slot), office=office.name[language], address=office.address,
    )  # fmt: skip
    needed = deps.phrases.say(language, f"book-needs-{wanted}")
    quick = deps.phrases.replies(language, "reply-cancel-booking", "reply-person")
    return Draft((Message("question", f"{kept} {needed}"),), quick)


def _visit(task: Task, language: Language, deps: Deps) -> Draft:
    """What is missing of document, day and place."""
    target = task.target if isinstance(task, AppointmentTask) and isinstance(task.target, Reference) else Reference()
    known = {"document": task.person.document, "day": target.days, "place": target.near}
    missing = "-".join(name for name, value in known.items() if not value)
    looked_for = len(target.tried) > (task.person.phone is not None)  # by day and place, not by a telephone alone
    again = "again" if looked_for and missing in ("", "day-place") else missing
    key = f"visit-ask-{again}" if again in _VISIT else "visit-ask"
    return _asked_for(key, ("reply-book", "reply-person") if target.tried else ("reply-person",), language, deps)


def _phone(task: Task, language: Language, deps: Deps) -> Draft:
    return _within_search("person-ask-phone" if _is_by_person(task) else "book-ask-phone", language, deps)


def _email(task: Task, language: Language, deps: Deps) -> Draft:
    return _within_search("waiting-list-ask-email", language, deps)


def _within_search(key: str, language: Language, deps: Deps, **values: str) -> Draft:
    quick = deps.phrases.replies(language, "reply-cancel-booking", "reply-person")
    return Draft((deps.phrases.message(language, "question", key, **values),), quick)


def _what_change(task: Task, language: Language, deps: Deps) -> Draft:
    offered = isinstance(task, SlotTask) and len(task.seat.offers) > 1  # nothing was to be confirmed yet
    return _asked_for("book-not-that" if offered else "book-what-change", SEARCH_REPLIES, language, deps)


def _locator(task: Task, language: Language, deps: Deps) -> Draft:
    if not isinstance(task, AppointmentTask) or deps.people is None:
        both, rest = _TICKET if isinstance(task, LineTask) else _LOCATOR
        key = rest if task.code or task.person.document else both
        return Draft((deps.phrases.message(language, "question", key),), deps.phrases.replies(language, "reply-person"))
    if _is_by_person(task):
        return _asked_for("person-ask", ("reply-book", "reply-person"), language, deps)
    key = "appointment-ask-rest" if task.person.document else "appointment-ask"
    return _asked_for(key, ("reply-no-locator", "reply-book", "reply-person"), language, deps)


def _asked_for(key: str, replies: Sequence[str], language: Language, deps: Deps) -> Draft:
    return Draft((deps.phrases.message(language, "question", key),), deps.phrases.replies(language, *replies))


def _which(task: Task, language: Language, deps: Deps) -> Draft:
    choices = task.target.choices if isinstance(task, AppointmentTask) and isinstance(task.target, Reference) else ()
    lines = [
        deps.phrases.say(language, "book-offer", number=str(number), when=slot_words(deps, language, choice.slot))
        for number, choice in enumerate(choices, start=1)
    ]
    question = Message("question", "\n".join([deps.phrases.say(language, "person-which"), *lines]))
    return Draft((question,), deps.phrases.replies(language, "reply-person"))


def _is_by_person(task: Task) -> bool:
    return isinstance(task, AppointmentTask) and isinstance(task.target, Reference) and task.target.by_person


def _confirm(task: Task, language: Language, deps: Deps) -> Draft:
    quick = deps.phrases.replies(language, "reply-yes", "reply-no", "reply-person")
    return Draft((_read_back(task, language, deps),), quick, appointment=_proposed(task, language, deps))


def _proposed(task: Task, language: Language, deps: Deps) -> AppointmentCard | None:
    """The card of what a yes would do; None of a place on the waiting list, which has no hour yet."""
    document = hint(task.person.document) if task.person.document else None
    match task:
        case Cancellation(target=Appointment() as current):
            details = CardDetails("cancel", current.document_hint)
            told = Told(language, slot_office(deps, current.slot), deps)
            return proposed_card(current.slot, current.need, current.service, details, told)
        case Change(target=Appointment() as current, seat=Seat(hold=Hold(slot=slot))):
            details = CardDetails("change", current.document_hint, before=current.slot.starts_at)
            told = Told(language, slot_office(deps, slot), deps)
            return proposed_card(slot, current.need, current.service, details, told)
        case Booking(seat=Seat(hold=Hold(slot=slot))):
            phone = task.person.phone if task.search.channel == "phone" else None
            details = CardDetails(document_hint=document, phone=phone)
            told = Told(language, slot_office(deps, slot), deps)
            need = task.need or deps.administration.appointment_need
            return proposed_card(slot, need, task.service or "general", details, told)
        case _:
            return None


def _read_back(task: Task, language: Language, deps: Deps) -> Message:
    """Reads back the write before it is sent. Raises ValueError for a task that has nothing to read back."""
    match task:
        case Booking(queues=True, line=LinePlace() as line):
            return _read_back_waiting(task, line, language, deps)
        case Booking(seat=Seat(hold=Hold(slot=slot))):
            return _read_back_booking(task, slot, language, deps)
        case Change(target=Appointment(slot=before), seat=Seat(hold=Hold(slot=slot))):
            values = {"before": slot_words(deps, language, before), "when": slot_words(deps, language, slot)}
            office = office_name(deps, language, slot.office_id)
            key = by_channel("change-read-back", slot.channel)
            return deps.phrases.message(language, "confirmation", key, office=office, **values)
        case Cancellation(target=Appointment(slot=slot)):
            when, office = slot_words(deps, language, slot), office_name(deps, language, slot.office_id)
            key = by_channel("cancel-read-back", slot.channel)
            return deps.phrases.message(language, "confirmation", key, when=when, office=office)
        case Leaving(office_id=str() as office_id):
            office = office_name(deps, language, office_id)
            return deps.phrases.message(language, "confirmation", "leave-read-back", office=office)
        case _:
            raise ValueError(f"nothing to read back: {task.kind}")


def _read_back_booking(task: Booking, slot: Slot, language: Language, deps: Deps) -> Message:
    values = {
        "when": slot_words(deps, language, slot),
        "office": office_name(deps, language, slot.office_id),
        "need": need_name(deps.phrases, deps.catalogue, language, task.need or deps.administration.appointment_need),
        "document": hint(task.person.document or ""),
    }
    channel = task.search.channel
    if channel == "phone":
        values["phone"] = task.person.phone or ""
    return deps.phrases.message(language, "confirmation", by_channel("book-read-back", channel), **values)


def _read_back_waiting(task: Booking, line: LinePlace, language: Language, deps: Deps) -> Message:
    values = {
        "need": need_name(deps.phrases, deps.catalogue, language, task.need or deps.administration.appointment_need),
        "office": office_name(deps, language, line.query.office_id),
        "details": awaited_words(deps.phrases, language, line.query),
        "document": hint(task.person.document or ""),
        "email": task.person.email or "",
    }
    return deps.phrases.message(language, "confirmation", "waiting-list-read-back", **values)


_ASKERS = {
    "need": _need,
    "place": _place,
    "option": _option,
    "document": _document,
    "phone": _phone,
    "confirm": _confirm,
    "what_change": _what_change,
    "locator": _locator,
    "visit": _visit,
    "which": _which,
    "email": _email,
}
