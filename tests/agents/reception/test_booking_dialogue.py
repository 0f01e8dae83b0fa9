"""An appointment in as few turns as the citizen gives information for, and what may spare it: over the whole graph."""

from datetime import timedelta
from importlib.resources import files
from typing import Any

import pytest

from agents.reception.booking.task_office import find_office
from agents.reception.tasks.task import SlotSearch
from agents.reception.turns.deps import Means
from agents.reception.turns.turn import Turn
from knowledge.languages import LANGUAGES, Language
from tests.agents.builders import NOW, booking
from tests.agents.conftest import reading
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.fairness import FindLimits
from tools.appointments.office_search import NoBounds, OfficeSearch
from tools.clock import fixed
from tools.offices.distances import parse_gazetteer
from tools.offices.slots import SlotQuery

DNI, PHONE = "12345678Z", "+34612345678"
PLACE = {"municipality": "Girona"}
SCRIPT = {
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "cita viudedad": reading("book", need="viudedad"),
    "cita nacimiento": reading("book", need="nacimiento_cuidado"),
    "es para la viudedad": reading("correct", need="viudedad"),
    "cita jubilación en Lugo": reading("book", need="jubilacion_ordinaria", slots={"municipality": "Lugo"}),
    "es para el mar": reading("correct", need="ism_prestaciones"),
    "sí, allí": reading("affirm"),
    "sin internet": reading("book", "offline", need="jubilacion_ordinaria"),
    "sin certificado": reading("book", "no_certificate", need="queja"),
    "todo": reading(
        "book", need="jubilacion_ordinaria",
        slots={**PLACE, "date": "2026-12-03", "part_of_day": "morning", "document": DNI},
    ),
    "cuanto antes": reading("book", "urgent", need="jubilacion_ordinaria", slots={**PLACE, "document": DNI}),
    "viudedad todo": reading(
        "book", need="viudedad", slots={**PLACE, "date": "2026-12-03", "part_of_day": "morning", "document": DNI}
    ),
    "cómo se pide": reading("question", need="jubilacion_ordinaria", aspect="how"),
    "en Girona": reading(slots=PLACE),
    "la primera": reading(slots={"option": "1"}),
    "la segunda": reading(slots={"option": "2"}),
    "la última": reading(slots={"option": "last"}),
    "ninguna": reading(slots={"option": "none"}),
    "más tarde": reading(slots={"move": "later"}),
    "otra oficina": reading(slots={"move": "other_office"}),
    "más cerca": reading(slots={"move": "nearer"}),
    "más cerca de Lleida": reading(slots={"move": "nearer", "municipality": "Lleida"}),
    "cita IMV": reading("book", need="ingreso_minimo_vital"),
    "en Miranda": reading(slots={"postcode": "09200"}),
    "en Figueres": reading(slots={"municipality": "Figueres"}),
    "por teléfono": reading(slots={"channel": "phone"}),
    "mi DNI": reading(slots={"document": DNI}),
    "mi teléfono": reading(slots={"phone": PHONE}),
    "otro día": reading("question", slots={"move": "other_day"}),
    "el jueves 3": reading(slots={"date": "2026-12-03"}),
    "el viernes 4": reading(slots={"date": "2026-12-04"}),
    "otro localizador": reading("cancel", slots={"locator": "ZZZZ2222"}),
    "anular": reading("cancel", need="cita_modificar"),
    "no tengo el localizador": reading("locator_lost"),
    "anular sin localizador": reading("cancel", "locator_lost", slots={"document": DNI, "phone": PHONE}),
    "sí": reading("affirm"),
    "no": reading("deny"),
}  # fmt: skip


class People:
    """Finds the appointments it was given, for the phone they were booked with."""

    def __init__(self, *appointments: Appointment) -> None:
        self._appointments = list(appointments)

    async def find_by_person(self, document: str, phone: str) -> list[Appointment]:
        return self._appointments if (document, phone) == (DNI, PHONE) else []


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def answers(turn: Turn) -> list[Any]:
    return [message for message in turn.messages if message.kind == "answer"]


async def book_for(book: Any, need: str, service: str, day: int = 0) -> Appointment:
    slots = await book.availability(SlotQuery("inss-17", service, "in_person", limit=3))
    hold = await book.hold(slots[day].id, f"before-{day}")
    return await book.book(BookingRequest(hold.id, service, need, DNI, key=hold.id, phone=PHONE))  # type: ignore[no-any-return]


async def test_who_says_everything_is_asked_one_question(talk, book) -> None:
    conversation = talk(SCRIPT)
    turn = await conversation.say("todo")
    assert turn.step == "book.confirm"
    assert turn.appointment.starts_at.date().isoformat() == "2026-12-03"
    done = await conversation.say("sí")
    assert done.appointment.status == "booked"
    assert (await book.find(done.appointment.locator, DNI)).slot.starts_at == turn.appointment.starts_at


async def test_who_wants_the_soonest_is_read_back_the_first_there_is(talk, book) -> None:
    turn = await talk(SCRIPT).say("cuanto antes")
    first = (await book.availability(SlotQuery("inss-17", "pensions", "in_person", limit=1)))[0]
    assert turn.step == "book.confirm"
    assert turn.appointment.starts_at == first.starts_at


async def test_what_was_chosen_for_them_can_still_be_moved(talk) -> None:
    conversation = talk(SCRIPT)
    chosen = await conversation.say("todo")
    later = await conversation.say("más tarde")
    assert later.step == "book.option"
    assert all(offer.starts_at.time() > chosen.appointment.starts_at.time() for offer in later.offers)


async def test_another_of_the_offers_is_taken_after_one_was_chosen(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("cita jubilación")
    shown = await conversation.say("en Girona")
    await conversation.say("la primera")
    await conversation.say("la segunda")
    assert (await conversation.say("mi DNI")).appointment.starts_at == shown.offers[1].starts_at
    assert (await conversation.say("la última")).appointment.starts_at == shown.offers[-1].starts_at


async def booked(talk):
    conversation = talk(SCRIPT)
    await conversation.say("todo")
    return conversation, (await conversation.say("sí")).appointment


async def test_the_appointment_just_made_is_changed_without_naming_it(talk, book) -> None:
    conversation, made = await booked(talk)
    assert (await conversation.say("otro día")).step == "change.document"
    turn = await conversation.say("mi DNI")
    assert turn.step == "change.option"
    assert all(offer.starts_at.date() != made.starts_at.date() for offer in turn.offers)
    await conversation.say("la primera")
    assert (await conversation.say("sí")).appointment.starts_at == turn.offers[0].starts_at
    assert (await book.find(made.locator, DNI)).slot.starts_at == turn.offers[0].starts_at


async def test_a_day_said_after_booking_is_another_day_for_it(talk) -> None:
    conversation, made = await booked(talk)
    await conversation.say("el viernes 4")
    turn = await conversation.say("mi DNI")
    assert turn.step == "change.option"
    assert {offer.starts_at.date() for offer in turn.offers} == {made.starts_at.date() + timedelta(days=1)}


async def test_the_appointment_just_made_is_cancelled_once_it_is_read_back(talk) -> None:
    conversation, _ = await booked(talk)
    assert (await conversation.say("anular")).step == "cancel.document"
    turn = await conversation.say("mi DNI")
    assert turn.step == "cancel.confirm"
    assert "jueves, 3 de diciembre" in words(turn)
    await conversation.say("sí")
    again = await conversation.say("anular")  # there is none any more
    assert (again.step, again.appointment) == ("open", None)


async def test_another_locator_is_not_the_appointment_just_made(talk) -> None:
    conversation, _ = await booked(talk)
    await conversation.say("otro localizador")
    assert (await conversation.say("mi DNI")).step == "cancel.locator"  # no such appointment


async def test_what_can_be_done_online_is_said_once_with_its_citation_and_the_booking_goes_on(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    turn = await conversation.say("cita jubilación")
    assert phrases.say("es", "book-maybe-online") in words(turn)
    told = answers(turn)[0]
    assert "https://tramites.seg-social.es" in told.text
    assert told.text in told.citations[0].told
    assert turn.step == "book.place"
    offers = await conversation.say("en Girona")
    assert offers.offers
    assert not answers(offers)


async def test_who_does_not_use_the_internet_is_not_sent_there(talk) -> None:
    assert not answers(await talk(SCRIPT).say("sin internet"))


async def test_who_has_no_certificate_is_not_sent_where_one_is_needed(talk) -> None:
    assert not answers(await talk(SCRIPT).say("sin certificado"))


async def test_who_has_just_read_how_it_is_done_is_not_told_again(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("cómo se pide")
    assert not answers(await conversation.say("cita jubilación"))


async def test_the_documents_that_would_make_the_visit_useless_are_named_before_the_yes(talk, knowledge_base) -> None:
    turn = await talk(SCRIPT).say("viudedad todo")
    assert turn.step == "book.confirm"
    assert knowledge_base.document_names("death_certificate")["es"] in words(turn)
    assert knowledge_base.document_names("representation")["es"] not in words(await talk(SCRIPT).say("todo"))


async def test_when_none_suits_other_days_are_offered_and_the_other_ways_are_said(talk, book, phrases) -> None:
    conversation = talk(SCRIPT, waiting_list=book.waiting_list())
    await conversation.say("cita jubilación")
    first = await conversation.say("en Girona")
    second = await conversation.say("ninguna")
    assert min(offer.starts_at for offer in second.offers) > max(offer.starts_at for offer in first.offers)
    for key in ("book-else-office", "book-else-phone", "book-else-waiting-list"):
        assert phrases.say("es", key) in words(second)
    assert phrases.say("es", "reply-waiting-list") in second.quick_replies
    assert "CAISS" in answers(second)[0].text
    assert (await conversation.say("por teléfono")).offers[0].channel == "phone"


async def test_without_a_waiting_list_none_is_promised(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("cita jubilación")
    await conversation.say("en Girona")
    assert phrases.say("es", "book-else-waiting-list") not in words(await conversation.say("ninguna"))


async def test_another_need_keeps_the_place_already_said(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("cita jubilación")
    await conversation.say("en Girona")
    turn = await conversation.say("es para la viudedad")
    assert turn.step == "book.option"
    assert turn.need == "viudedad"
    assert turn.offers


async def test_two_matters_are_two_appointments_and_the_place_is_not_asked_twice(talk, book) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("todo")
    first = await conversation.say("sí")
    turn = await conversation.say("cita nacimiento")
    assert turn.step == "book.option"
    await conversation.say("la segunda")
    await conversation.say("mi DNI")
    second = await conversation.say("sí")
    assert first.appointment.locator != second.appointment.locator
    for done in (first, second):
        assert (await book.find(done.appointment.locator, DNI)).status == "booked"


@pytest.mark.parametrize(
    "again", [("sí",), ("sí", "sí"), ("todo", "sí"), ("cita jubilación", "la primera", "mi DNI", "sí")]
)
async def test_saying_it_again_never_books_a_second_time(talk, book, again: tuple[str, ...]) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("todo")
    first = await conversation.say("sí")
    turns = [await conversation.say(text) for text in again]
    assert not [turn for turn in turns if turn.appointment and turn.appointment.status == "booked"]
    assert (await book.find(first.appointment.locator, DNI)).status == "booked"


async def test_two_devices_book_once(talk) -> None:
    one, other = talk(SCRIPT), talk(SCRIPT)
    await one.say("todo")
    await other.say("todo")
    first, second = await one.say("sí"), await other.say("sí")
    assert first.appointment.locator == second.appointment.locator


async def test_a_resumed_conversation_does_not_book_again(talk, book) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("todo")
    await conversation.say("sí")
    resumed = talk(SCRIPT)
    resumed.saver = conversation.saver
    resumed.opened = True
    again = await resumed.say("sí")
    assert again.appointment is None


async def test_without_a_locator_the_document_and_the_phone_find_the_appointment(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    conversation = talk(SCRIPT, people=People(appointment))
    await conversation.say("anular")
    assert (await conversation.say("no tengo el localizador")).step == "cancel.locator"
    assert (await conversation.say("mi DNI")).step == "cancel.phone"
    assert (await conversation.say("mi teléfono")).step == "cancel.confirm"
    assert (await conversation.say("sí")).appointment.status == "cancelled"


async def test_a_locator_that_turns_up_after_all_is_taken(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    found = {"lo tengo": reading(slots={"document": DNI, "locator": appointment.locator})}
    conversation = talk({**SCRIPT, **found}, people=People(appointment))
    await conversation.say("anular")
    await conversation.say("no tengo el localizador")
    assert (await conversation.say("lo tengo")).step == "cancel.confirm"


async def test_of_several_appointments_the_one_meant_is_asked_for(talk, book) -> None:
    one = await book_for(book, "jubilacion_ordinaria", "pensions")
    two = await book_for(book, "nacimiento_cuidado", "birth", day=1)
    conversation = talk(SCRIPT, people=People(one, two))
    asked = await conversation.say("anular sin localizador")
    assert asked.step == "cancel.which"
    read_back = await conversation.say("la segunda")
    assert read_back.step == "cancel.confirm"
    await conversation.say("sí")
    assert (await book.find(one.locator, DNI)).status == "booked"


async def test_another_phone_finds_nothing_and_says_nothing_of_what_exists(talk, book, phrases) -> None:
    conversation = talk(SCRIPT, people=People())
    turn = await conversation.say("anular sin localizador")
    assert turn.step == "cancel.visit"
    assert phrases.say("es", "person-not-found") in words(turn)


async def test_when_the_person_is_not_found_the_locator_is_still_taken(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    found = {"el localizador": reading(slots={"locator": appointment.locator})}
    conversation = talk({**SCRIPT, **found}, people=People())
    await conversation.say("anular sin localizador")
    assert (await conversation.say("el localizador")).step == "cancel.confirm"


async def test_who_was_not_found_tells_another_telephone_and_not_the_document_again(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    first = reading("cancel", "locator_lost", slots={"document": DNI, "phone": "+34600000000"})
    script = {**SCRIPT, "el mío": first, "¿y ahora?": reading("question", "leans")}
    conversation = talk(script, people=People(appointment))
    await conversation.say("el mío")
    assert (await conversation.say("¿y ahora?")).step == "cancel.visit"
    assert (await conversation.say("mi teléfono")).step == "cancel.confirm"


@pytest.mark.parametrize("origin", ["here", None])
async def test_who_guesses_is_not_answered_any_more_and_the_locator_and_a_person_are_still_there(
    talk, book, phrases, origin: str | None
) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    guesses = {
        f"teléfono {number}": reading(slots={"document": DNI, "phone": f"+3461234500{number}"}) for number in "123"
    }
    script = {**SCRIPT, **guesses, "el localizador": reading(slots={"locator": appointment.locator})}
    still = FindLimits(per_minute=3, per_document_hour=0, now=lambda: 0.0)
    conversation = talk(script, people=People(appointment), means=Means(finds=still), origin=origin)
    for text in ("anular", "no tengo el localizador", "teléfono 1", "teléfono 2", "teléfono 3"):
        turn = await conversation.say(text)
    assert phrases.say("es", "person-not-found") in words(turn)
    await conversation.say("mi DNI")
    refused = await conversation.say("mi teléfono")
    assert refused.step == "cancel.locator"
    assert phrases.say("es", "person-too-many-finds") in words(refused)
    assert phrases.say("es", "reply-person") in refused.quick_replies
    assert (await conversation.say("el localizador")).step == "cancel.confirm"


async def test_guesses_about_one_document_are_few_wherever_they_come_from(talk, book, phrases) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    still = FindLimits(per_minute=0, per_document_hour=1, now=lambda: 0.0)
    steps = []
    for origin in ("here", "there"):
        conversation = talk(SCRIPT, people=People(appointment), means=Means(finds=still), origin=origin)
        steps.append((await conversation.say("anular sin localizador")).step)
    assert steps == ["cancel.confirm", "cancel.locator"]


async def test_where_people_are_not_found_a_person_is_offered(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("anular")
    assert phrases.say("es", "locator-lost") in words(await conversation.say("no tengo el localizador"))


async def test_what_one_has_already_is_not_offered_as_a_change(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    conversation = talk(
        {**SCRIPT, "cambiar": reading("change", slots={"document": DNI, "locator": appointment.locator})}
    )
    turn = await conversation.say("cambiar")
    assert turn.offers
    assert all(offer.slot_id != appointment.slot.id for offer in turn.offers)


def distances(book: Any) -> OfficeSearch:
    """What is known of places: the capitals, and a town that is nearer to another province's."""
    capitals = (files("tools.places") / "data" / "coordinates.csv").read_text(encoding="utf-8")
    gazetteer = parse_gazetteer(f"{capitals.rstrip()}\n09219,42.69,-2.95\n")
    return OfficeSearch(book, book.slots.offices, NoBounds(), gazetteer, fixed(NOW))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_finds_the_office_far_is_told_when_none_is_nearer_and_keeps_the_offers(
    talk, book, phrases, language: Language
) -> None:
    conversation = talk(SCRIPT, wherever=distances(book))
    await conversation.say("cita jubilación")
    shown = await conversation.say("en Girona")
    await conversation.speak(language)
    turn = await conversation.say("más cerca")
    name = book.slots.offices["inss-17"].name[language]
    assert phrases.say(language, "nearer-none", office=name) in words(turn)
    assert turn.step == "book.option"
    assert [one.starts_at for one in turn.offers] == [one.starts_at for one in shown.offers]


async def test_who_has_chosen_a_time_keeps_it_when_no_office_is_nearer(talk, book, phrases) -> None:
    conversation = talk(SCRIPT, wherever=distances(book))
    for text in ("cita jubilación", "en Figueres", "la primera", "mi DNI"):
        read_back = await conversation.say(text)
    again = await conversation.say("más cerca")
    name = book.slots.offices["inss-17"].name["es"]
    assert phrases.say("es", "nearer-none", office=name) in words(again)
    assert (again.step, again.appointment) == ("book.confirm", read_back.appointment)


@pytest.mark.parametrize(("wish", "office_id"), [
    ("cita jubilación", "inss-01"),
    ("cita IMV", "inss-26"),  # in the province of the other one, its own administration manages it
])  # fmt: skip
async def test_who_finds_the_office_far_gets_the_nearest_that_attends_the_matter(
    talk, book, phrases, wish: str, office_id: str
) -> None:
    conversation = talk(SCRIPT, wherever=distances(book))
    await conversation.say(wish)
    assert {one.office_id for one in (await conversation.say("en Miranda")).offers} == {"inss-09"}
    turn = await conversation.say("más cerca")
    assert phrases.say("es", "nearer-office", office=book.slots.offices[office_id].name["es"]) in words(turn)
    assert {one.office_id for one in turn.offers} == {office_id}


async def test_who_finds_the_office_far_and_says_a_place_is_looked_for_there(talk, book) -> None:
    conversation = talk(SCRIPT, wherever=distances(book))
    for text in ("cita jubilación", "en Girona"):
        await conversation.say(text)
    turn = await conversation.say("más cerca de Lleida")
    assert {one.office_id for one in turn.offers} == {"inss-25"}


async def test_where_from_is_asked_when_only_the_office_is_known(talk, book) -> None:
    appointment = await book_for(book, "jubilacion_ordinaria", "pensions")
    change = reading("change", slots={"document": DNI, "locator": appointment.locator})
    conversation = talk({**SCRIPT, "cambiar": change}, wherever=distances(book))
    await conversation.say("cambiar")
    assert (await conversation.say("más cerca")).step == "change.place"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_said_again_after_the_booking_books_nothing_more(talk, book, phrases, language: Language) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("todo")
    await conversation.speak(language)
    booked = await conversation.say("sí")
    again = await conversation.say("sí")
    assert booked.appointment.status == "booked"
    assert (again.step, again.appointment, again.offers) == ("open", None, ())
    assert words(again) == phrases.say(language, "appointment-made")


async def test_another_matter_is_looked_for_where_it_is_served(talk) -> None:
    conversation = talk(SCRIPT)
    turn = await conversation.say("cita jubilación en Lugo")
    assert {offer.office_id for offer in turn.offers} == {"inss-27"}
    turn = await conversation.say("es para el mar")
    assert turn.need == "ism_prestaciones"
    assert {offer.office_id for offer in turn.offers} == {"ism-27"}


def test_nobody_says_again_where_they_are_for_another_matter(talk) -> None:
    task = booking(need="ism_prestaciones", service="maritime", search=SlotSearch(office_id="inss-27"))
    found = find_office(task, reading("correct"), "es", talk(SCRIPT).deps).task
    assert found.search.office_id == "ism-27"
