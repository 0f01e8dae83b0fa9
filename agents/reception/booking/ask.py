"""The question a task waits on, worded: pure, so that it can be asked again after a digression."""

from agents.phrases.message import Message
from agents.phrases.wording import awaited_words, need_name, when_words
from agents.reception.cards import offer_card, proposed_card
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.task import Task
from agents.reception.turn import AppointmentCard
from knowledge.content.needs import Channel
from knowledge.languages import Language
from tools.appointments.book import Slot
from tools.offices.offices import NamedOffice, office_of
from tools.reading.masking import hint

_LOCATOR = ("locator-ask", "locator-ask-locator")
_TICKET = ("ticket-ask", "ticket-ask-code")
SEARCH_REPLIES = ("reply-other-dates", "reply-other-office", "reply-cancel-booking", "reply-person")


def ask(task: Task, language: Language, deps: Deps) -> Draft:
    """Messages, offers and quick replies of what the task waits for."""
    return _ASKERS[task.waiting](task, language, deps)


def by_channel(key: str, channel: Channel) -> str:
    """The phrase as it is said of that channel: of an appointment in person, the plain one."""
    return key if channel == "in_person" else f"{key}-{channel}"


def office_name(deps: Deps, language: Language, office_id: str) -> str:
    """The office as its people call it in the language."""
    return office_of(deps.offices, office_id).name[language]


def slot_words(deps: Deps, language: Language, slot: Slot) -> str:
    """When a slot is, in words."""
    return when_words(deps.phrases, language, slot, slot_office(deps, slot))


def slot_office(deps: Deps, slot: Slot) -> NamedOffice:
    """Where a slot is."""
    return office_of(deps.offices, slot.office_id, slot.starts_at)


def _need(task: Task, language: Language, deps: Deps) -> Draft:
    return Draft(
        (deps.phrases.message(language, "question", "book-ask-need"),), deps.phrases.replies(language, "reply-person")
    )


def _place(task: Task, language: Language, deps: Deps) -> Draft:
    return Draft(
        (deps.phrases.message(language, "question", "book-ask-place"),),
        deps.phrases.replies(language, "reply-cancel-booking", "reply-person"),
    )


def _option(task: Task, language: Language, deps: Deps) -> Draft:
    quick = deps.phrases.replies(language, *SEARCH_REPLIES)
    if not task.offers or task.office_id is None:
        name = office_name(deps, language, task.office_id) if task.office_id else ""
        return Draft((deps.phrases.message(language, "question", "book-no-slots", office=name),), quick)
    office = slot_office(deps, task.offers[0])
    key = by_channel("book-offers", task.channel)
    offers = tuple(
        offer_card(deps.phrases, language, slot, office, number) for number, slot in enumerate(task.offers, start=1)
    )
    lines = [deps.phrases.say(language, "book-offer", number=offer.reply, when=offer.label) for offer in offers]
    text = "\n".join([deps.phrases.say(language, key, office=office.name[language]), *lines])
    question = deps.phrases.message(language, "question", "book-choose")
    return Draft((Message("offer", text), question), quick, offers)


def _document(task: Task, language: Language, deps: Deps) -> Draft:
    if task.hold is None:
        key = "locator-ask-document-other" if task.for_other else "locator-ask-document"
        return Draft((deps.phrases.message(language, "question", key),), deps.phrases.replies(language, "reply-person"))
    key = "book-ask-document-other" if task.for_other else "book-ask-document"
    when = slot_words(deps, language, task.hold.slot)
    return Draft(
        (deps.phrases.message(language, "question", key, when=when),),
        deps.phrases.replies(language, "reply-cancel-booking", "reply-person"),
    )


def _phone(task: Task, language: Language, deps: Deps) -> Draft:
    key = "person-ask-phone" if task.by_person else "book-ask-phone"
    return Draft(
        (deps.phrases.message(language, "question", key),),
        deps.phrases.replies(language, "reply-cancel-booking", "reply-person"),
    )


def _what_change(task: Task, language: Language, deps: Deps) -> Draft:
    return Draft(
        (deps.phrases.message(language, "question", "book-what-change"),),
        deps.phrases.replies(language, *SEARCH_REPLIES),
    )


def _locator(task: Task, language: Language, deps: Deps) -> Draft:
    if task.by_person:
        return Draft(
            (deps.phrases.message(language, "question", "person-ask"),), deps.phrases.replies(language, "reply-person")
        )
    both, rest = _TICKET if task.kind in ("accept", "leave") else _LOCATOR
    key = rest if task.locator or task.document else both
    return Draft((deps.phrases.message(language, "question", key),), deps.phrases.replies(language, "reply-person"))


def _which(task: Task, language: Language, deps: Deps) -> Draft:
    lines = [
        deps.phrases.say(language, "book-offer", number=str(number), when=slot_words(deps, language, one.slot))
        for number, one in enumerate(task.choices, start=1)
    ]
    question = Message("question", "\n".join([deps.phrases.say(language, "person-which"), *lines]))
    return Draft((question,), deps.phrases.replies(language, "reply-person"))


def _email(task: Task, language: Language, deps: Deps) -> Draft:
    quick = deps.phrases.replies(language, "reply-cancel-booking", "reply-person")
    return Draft((deps.phrases.message(language, "question", "waiting-list-ask-email"),), quick)


def _confirm(task: Task, language: Language, deps: Deps) -> Draft:
    quick = deps.phrases.replies(language, "reply-yes", "reply-no", "reply-person")
    read_back = _read_back_waiting if task.queues else _READ_BACK[task.kind]
    return Draft((read_back(task, language, deps),), quick, appointment=_proposed(task, language, deps))


def _proposed(task: Task, language: Language, deps: Deps) -> AppointmentCard | None:
    if task.hold is None:
        return None
    slot = task.hold.slot
    return proposed_card(
        language,
        slot,
        slot_office(deps, slot),
        task.need or deps.administration.appointment_need,
        task.service or "general",
    )


def _read_back_booking(task: Task, language: Language, deps: Deps) -> Message:
    assert task.hold is not None
    assert task.document is not None
    slot = task.hold.slot
    values = {
        "when": slot_words(deps, language, slot),
        "office": office_name(deps, language, slot.office_id),
        "need": need_name(deps.phrases, deps.catalogue, language, task.need or deps.administration.appointment_need),
        "document": hint(task.document),
    }
    if task.channel == "phone":
        return deps.phrases.message(language, "confirmation", "book-read-back-phone", phone=task.phone or "", **values)
    return deps.phrases.message(language, "confirmation", by_channel("book-read-back", task.channel), **values)


def _read_back_change(task: Task, language: Language, deps: Deps) -> Message:
    assert task.hold is not None
    assert task.current is not None
    slot = task.hold.slot
    before, when = slot_words(deps, language, task.current.slot), slot_words(deps, language, slot)
    office = office_name(deps, language, slot.office_id)
    return deps.phrases.message(language, "confirmation", "change-read-back", before=before, when=when, office=office)


def _read_back_cancel(task: Task, language: Language, deps: Deps) -> Message:
    assert task.current is not None
    slot = task.current.slot
    when, office = slot_words(deps, language, slot), office_name(deps, language, slot.office_id)
    return deps.phrases.message(language, "confirmation", "cancel-read-back", when=when, office=office)


def _read_back_waiting(task: Task, language: Language, deps: Deps) -> Message:
    assert task.awaited is not None
    values = {
        "need": need_name(deps.phrases, deps.catalogue, language, task.need or deps.administration.appointment_need),
        "office": office_name(deps, language, task.awaited.office_id),
        "details": awaited_words(deps.phrases, language, task.awaited),
        "document": hint(task.document or ""),
        "email": task.email or "",
    }
    return deps.phrases.message(language, "confirmation", "waiting-list-read-back", **values)


def _read_back_leaving(task: Task, language: Language, deps: Deps) -> Message:
    office = office_name(deps, language, task.office_id or "")
    return deps.phrases.message(language, "confirmation", "leave-read-back", office=office)


_READ_BACK = {
    "book": _read_back_booking,
    "change": _read_back_change,
    "cancel": _read_back_cancel,
    "leave": _read_back_leaving,
}

_ASKERS = {
    "need": _need,
    "place": _place,
    "option": _option,
    "document": _document,
    "phone": _phone,
    "confirm": _confirm,
    "what_change": _what_change,
    "locator": _locator,
    "which": _which,
    "email": _email,
}
