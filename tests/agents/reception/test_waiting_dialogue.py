"""The waiting list in a conversation: joined once, its offer accepted once, left by asking. Over the whole graph."""

from datetime import date
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from tests.agents.builders import NOW
from tests.agents.conftest import book_of, reading
from tests.books import OpenBook
from tools.appointments.book import Asker, BookingRequest
from tools.appointments.fairness import HoldLimits
from tools.appointments.office_search import NoBounds, OfficeSearch
from tools.appointments.slots import BookingRules
from tools.clock import fixed
from tools.offices.distances import load_gazetteer
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.database import Database
from tools.store.outbox_postgres import PostgresOutbox
from tools.store.waiting_list_postgres import PostgresWaitingList
from tools.waiting.waiting_list import WaitRequest

DNI, OTHER, EMAIL = "12345678Z", "87654321X", "ana@example.org"
DAY = date(2026, 12, 3)
WISH = {"municipality": "Girona", "date": DAY.isoformat()}
SCRIPT = {
    "cita ese día": reading("book", need="jubilacion_ordinaria", slots=WISH),
    "cita ese día por teléfono": reading("book", need="jubilacion_ordinaria", slots={**WISH, "channel": "phone"}),
    "cita": reading("book", need="jubilacion_ordinaria", slots={"municipality": "Girona"}),
    "lista de espera para jubilarme": reading("waiting_list", need="jubilacion_ordinaria", slots=WISH),
    "lista de espera": reading("waiting_list"),
    "¿hay lista de espera?": reading("waiting_list", "question"),
    "no hay antes": reading(slots={"move": "earlier"}),
    "ninguna": reading(slots={"option": "none"}),
    "la primera": reading(slots={"option": "1"}),
    "mi DNI": reading(slots={"document": DNI}),
    "mi correo": reading(slots={"email": EMAIL}),
    "otro correo": reading("correct", slots={"email": "otra@example.org"}),
    "mi teléfono": reading(slots={"phone": "+34612345678"}),
    "no tengo correo": reading("deny"),
    "me han ofrecido una cita": reading("offered"),
    "bórreme de la lista": reading("leaves_list", "waiting_list"),
    "he perdido el código": reading("locator_lost"),
    "sí": reading("affirm"),
    "no": reading("deny"),
    "adiós": reading("goodbye"),
}


@pytest.fixture
def outbox(database: Database) -> PostgresOutbox:
    return PostgresOutbox(database, fixed(NOW))


@pytest.fixture
def line(book: OpenBook) -> PostgresWaitingList:
    return book.waiting_list(by_email=True)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


async def fill(book: OpenBook, day: date = DAY, office: str = "inss-17") -> list[Hold]:
    """Somebody else keeps every seat of the office's day."""
    return await book.fill(SlotQuery(office, "pensions", "in_person", day, day))


async def joined(conversation: Any) -> Turn:
    for text in ("cita ese día", "lista de espera", "mi DNI", "mi correo"):
        await conversation.say(text)
    return await conversation.say("sí")  # type: ignore[no-any-return]


async def code_of(outbox: PostgresOutbox, kind: str) -> str:
    notices = [notice for notice in await outbox.lease(9) if notice.kind == kind]
    assert len(notices) == 1
    return notices[0].values["code"]


def with_code(code: str) -> dict[str, Any]:
    return {
        **SCRIPT,
        "el código": reading(slots={"locator": code}),
        "código y DNI": reading(slots={"locator": code, "document": DNI}),
    }


async def offered(talk: Any, book: Any, line: PostgresWaitingList, outbox: PostgresOutbox) -> tuple[str, Slot]:
    """Somebody has joined, gone away, and a seat was offered to them."""
    holds = await fill(book)
    await joined(talk(SCRIPT, book=book, waiting_list=line))
    await book.release(holds[0].id)
    assert await line.offer() == 1
    return await code_of(outbox, "waiting_offer"), holds[0].slot


async def test_all_is_read_back_before_the_list_is_joined_and_then_it_is_joined_once(talk, book, line, outbox) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    await conversation.say("cita ese día")
    assert (await conversation.say("lista de espera")).step == "book.document"
    assert (await conversation.say("mi DNI")).step == "book.email"
    read_back = await conversation.say("mi correo")
    assert read_back.step == "book.confirm"
    assert [said in words(read_back) for said in (EMAIL, "Girona", "3 de diciembre", "***678Z")] == [True] * 4
    assert await outbox.lease(9) == []
    told = await conversation.say("sí")
    assert (told.step, told.appointment) == ("open", None)
    code = await code_of(outbox, "waiting_joined")
    assert code in words(told)
    assert "60 minutos" in words(told)
    ticket = await line.find(code, DNI)
    assert (ticket.position, ticket.query.not_before, ticket.query.not_after) == (1, DAY, DAY)


async def test_who_asks_for_the_list_at_once_is_asked_for_what_it_needs(talk, book, line) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    steps = [(await conversation.say(text)).step for text in ("lista de espera para jubilarme", "mi DNI", "mi correo")]
    assert steps == ["book.document", "book.email", "book.confirm"]


async def test_what_is_waited_for_is_sooner_than_what_is_free(talk, book, line, outbox) -> None:
    for day in (25, 26, 27):
        await fill(book, date(2026, 11, day))
    conversation = talk(SCRIPT, waiting_list=line)
    shown = await conversation.say("cita")
    for text in ("ninguna", "lista de espera", "mi DNI", "mi correo", "sí"):
        await conversation.say(text)
    ticket = await line.find(await code_of(outbox, "waiting_joined"), DNI)
    assert ticket.query.not_before is None
    assert ticket.query.not_after < shown.offers[0].starts_at.date()


async def test_with_nothing_sooner_to_wait_for_the_offers_come_back(talk, line, phrases) -> None:
    conversation = talk(SCRIPT, waiting_list=line)
    await conversation.say("cita")
    turn = await conversation.say("lista de espera")
    assert turn.step == "book.option"
    assert turn.offers
    assert phrases.say("es", "waiting-list-nothing-sooner") in words(turn)


async def test_who_asks_for_something_sooner_in_vain_is_told_what_else_there_is(talk, line, phrases) -> None:
    conversation = talk(SCRIPT, waiting_list=line)
    await conversation.say("cita")
    turn = await conversation.say("no hay antes")
    assert phrases.say("es", "reply-waiting-list") in turn.quick_replies
    assert phrases.say("es", "book-else-phone") in words(turn)


async def test_a_telephone_is_no_address_and_nobody_is_promised_a_call(talk, book, line, phrases) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    for text in ("cita ese día", "lista de espera", "mi DNI"):
        await conversation.say(text)
    turn = await conversation.say("mi teléfono")
    assert turn.step == "book.email"
    assert phrases.say("es", "waiting-list-email-only") in words(turn)


@pytest.mark.parametrize("before", [("mi DNI",), ("mi DNI", "mi correo")])
async def test_who_has_no_address_or_says_no_gets_the_free_times_instead(talk, book, line, outbox, before) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    for text in ("cita ese día", "lista de espera", *before):
        await conversation.say(text)
    turn = await conversation.say("no tengo correo")
    assert turn.step == "book.option"
    assert turn.offers
    assert await outbox.lease(9) == []


async def test_an_address_corrected_at_the_read_back_is_read_back_again(talk, book, line) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    for text in ("cita ese día", "lista de espera", "mi DNI", "mi correo"):
        await conversation.say(text)
    turn = await conversation.say("otro correo")
    assert turn.step == "book.confirm"
    assert "otra@example.org" in words(turn)


async def test_who_waits_already_is_told_so_and_waits_once(talk, book, line, outbox, phrases) -> None:
    await fill(book)
    await joined(talk(SCRIPT, waiting_list=line))
    again = await joined(talk(SCRIPT, waiting_list=line, new_id=lambda: "another"))
    assert phrases.say("es", "waiting-list-already") in words(again)
    await code_of(outbox, "waiting_joined")


async def test_a_seat_kept_meanwhile_goes_back_when_the_list_is_chosen(talk, book, line) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    await conversation.say("cita ese día")
    await conversation.say("la primera")
    kept = len(await book.holders())
    await conversation.say("lista de espera")
    assert len(await book.holders()) == kept - 1


async def test_without_a_list_here_that_is_said_and_the_booking_goes_on(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("cita")
    turn = await conversation.say("lista de espera")
    assert phrases.say("es", "waiting-list-none") in words(turn)
    assert turn.offers
    assert phrases.say("es", "waiting-list-none") in words(await talk(SCRIPT).say("bórreme de la lista"))


async def test_the_offer_is_read_back_and_accepted_once_in_another_conversation(talk, book, line, outbox) -> None:
    code, slot = await offered(talk, book, line, outbox)
    conversation = talk(with_code(code), waiting_list=line)
    assert (await conversation.say("me han ofrecido una cita")).step == "accept.locator"
    assert (await conversation.say("el código")).step == "accept.document"
    read_back = await conversation.say("mi DNI")
    assert read_back.step == "book.confirm"
    assert read_back.appointment.starts_at == slot.starts_at
    done = await conversation.say("sí")
    assert (done.appointment.status, done.appointment.starts_at) == ("booked", slot.starts_at)
    assert (await book.find(done.appointment.locator, DNI)).slot == slot
    assert (await line.find(code, DNI)).status == "served"
    again = talk(with_code(code), waiting_list=line)
    assert (await again.say("código y DNI")).appointment is None


async def test_the_code_and_the_document_are_enough(talk, book, line, outbox) -> None:
    code, _ = await offered(talk, book, line, outbox)
    conversation = talk(with_code(code), waiting_list=line)
    assert (await conversation.say("código y DNI")).step == "book.confirm"
    assert (await conversation.say("sí")).appointment.status == "booked"


async def test_a_locator_alone_is_that_of_the_appointment(talk, book, line) -> None:
    slot = (await book.availability(SlotQuery("inss-17", "pensions", "in_person", limit=1)))[0]
    hold = await book.hold(slot.id, "before")
    made = await book.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", DNI, key="k"))
    turn = await talk(with_code(made.locator), waiting_list=line).say("código y DNI")
    assert turn.step == "change.option"


async def test_another_document_learns_nothing_of_the_offer(talk, book, line, outbox, phrases) -> None:
    code, _ = await offered(talk, book, line, outbox)
    script = {"ajeno": reading("offered", slots={"locator": code, "document": OTHER})}
    turn = await talk(script, waiting_list=line).say("ajeno")
    assert turn.step == "accept.locator"
    assert phrases.say("es", "ticket-not-found") in words(turn)
    assert turn.appointment is None


@pytest.mark.parametrize("bye", ["no", "adiós"])
async def test_an_offer_not_taken_stays_until_it_runs_out(talk, book, line, outbox, bye: str) -> None:
    code, _ = await offered(talk, book, line, outbox)
    conversation = talk(with_code(code), waiting_list=line)
    await conversation.say("código y DNI")
    await conversation.say(bye)
    assert (await line.find(code, DNI)).status == "offered"
    later = talk(with_code(code), waiting_list=line)
    await later.say("código y DNI")
    assert (await later.say("sí")).appointment.status == "booked"


async def test_a_document_that_may_keep_no_more_does_not_give_the_offer_of_another_back(
    talk, database, outbox, phrases
) -> None:
    book = book_of(database, BookingRules(limits=HoldLimits(live_per_person=1)))
    line = book.waiting_list(by_email=True)
    first, second, *_ = await fill(book)
    await joined(talk(SCRIPT, book=book, waiting_list=line))
    for hold in (first, second):
        await book.release(hold.id)
        await line.offer()
    code = await code_of(outbox, "waiting_offer")
    elsewhere = (await book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=1)))[0]
    await book.hold(elsewhere.id, "another conversation", Asker(OTHER))
    script = {**with_code(code), "otro DNI": reading("correct", slots={"document": OTHER})}
    conversation = talk(script, book=book, waiting_list=line)
    await conversation.say("código y DNI")
    assert phrases.say("es", "problem-too-many-holds-do") in words(await conversation.say("otro DNI"))
    assert (await line.find(code, DNI)).offer is not None
    later = talk(script, book=book, waiting_list=line)
    await later.say("código y DNI")
    assert (await later.say("sí")).appointment.status == "booked"


async def test_while_there_is_no_offer_the_place_is_told(talk, book, line, outbox) -> None:
    await fill(book)
    await joined(talk(SCRIPT, waiting_list=line))
    code = await code_of(outbox, "waiting_joined")
    turn = await talk(with_code(code), waiting_list=line).say("código y DNI")
    assert (turn.step, turn.appointment) == ("open", None)
    assert "Puesto: 1" in words(turn)


async def test_who_has_an_appointment_changes_it_for_the_one_offered(talk, book, line, outbox, phrases) -> None:
    first = (await book.availability(SlotQuery("inss-17", "pensions", "in_person", limit=1)))[0]
    hold = await book.hold(first.id, "before")
    made = await book.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", DNI, key="k"))
    code, slot = await offered(talk, book, line, outbox)
    script = {**with_code(code), "el localizador": reading(slots={"locator": made.locator})}
    conversation = talk(script, waiting_list=line)
    await conversation.say("código y DNI")
    turn = await conversation.say("sí")
    assert turn.step == "change.locator"
    assert phrases.say("es", "ticket-has-appointment") in words(turn)
    assert (await conversation.say("el localizador")).step == "change.confirm"
    assert (await conversation.say("sí")).appointment.starts_at == slot.starts_at
    assert (await book.find(made.locator, DNI)).slot == slot


async def test_the_list_is_left_by_asking_and_only_after_a_yes(talk, book, line, outbox, phrases) -> None:
    await fill(book)
    await joined(talk(SCRIPT, waiting_list=line))
    code = await code_of(outbox, "waiting_joined")
    conversation = talk(with_code(code), waiting_list=line)
    await conversation.say("bórreme de la lista")
    assert (await conversation.say("código y DNI")).step == "leave.confirm"
    assert phrases.say("es", "leave-abandoned") in words(await conversation.say("no"))
    assert (await line.find(code, DNI)).status == "waiting"
    await conversation.say("bórreme de la lista")
    await conversation.say("código y DNI")
    assert phrases.say("es", "leave-done") in words(await conversation.say("sí"))
    assert (await line.find(code, DNI)).status == "left"


async def test_who_left_can_join_again_in_the_same_conversation(talk, book, line, outbox) -> None:
    await fill(book)
    conversation = talk(SCRIPT, waiting_list=line)
    await joined(conversation)
    code = await code_of(outbox, "waiting_joined")
    await line.leave(code, DNI)
    again = await joined(conversation)
    assert code not in words(again)


async def test_who_has_lost_the_code_is_offered_a_person(talk, line, phrases) -> None:
    conversation = talk(SCRIPT, waiting_list=line)
    await conversation.say("me han ofrecido una cita")
    turn = await conversation.say("he perdido el código")
    assert phrases.say("es", "ticket-code-lost") in words(turn)
    assert (await conversation.say("sí")).hand_off is not None


async def test_an_office_not_far_away_with_something_sooner_is_told_with_its_distance(
    talk, book, line, phrases
) -> None:
    for day in (25, 26, 27):
        await fill(book, date(2026, 11, day))
    wherever = OfficeSearch(book, book.slots.offices, NoBounds(), load_gazetteer(), fixed(NOW))
    conversation = talk(SCRIPT, waiting_list=line, wherever=wherever)
    shown = await conversation.say("cita")
    told = await conversation.say("no hay antes")
    assert "km" in words(told)
    there = await conversation.say(phrases.say("es", "reply-nearby"))
    assert there.step == "book.option"
    assert there.offers[0].office_id != shown.offers[0].office_id
    assert there.offers[0].starts_at < shown.offers[0].starts_at
    assert there.offers[0].office_name in words(told)


async def test_no_office_is_told_when_none_has_anything_sooner(talk, book) -> None:
    wherever = OfficeSearch(book, book.slots.offices, NoBounds(), load_gazetteer(), fixed(NOW))
    conversation = talk(SCRIPT, wherever=wherever)
    await conversation.say("cita")
    assert "km" not in words(await conversation.say("no hay antes"))


@pytest.mark.parametrize("full", [False, True])
async def test_an_office_not_far_away_is_told_of_when_it_has_something_on_the_day_wished(
    talk, book, *, full: bool
) -> None:
    for day in (3, 4):
        await fill(book, date(2026, 12, day))
    if full:
        await fill(book, DAY, "inss-08")
    offices = {name: book.slots.offices[name] for name in ("inss-17", "inss-08")}
    conversation = talk(SCRIPT, wherever=OfficeSearch(book, offices, NoBounds(), load_gazetteer(), fixed(NOW)))
    shown = await conversation.say("cita ese día")
    assert shown.offers[0].starts_at.date() > DAY
    assert ("km" in words(await conversation.say("ninguna"))) != full


@pytest.mark.parametrize(("need", "told"), [("jubilacion_ordinaria", True), ("ingreso_minimo_vital", False)])
async def test_an_office_whose_province_manages_the_matter_itself_is_not_told_of(
    talk, book, need: str, *, told: bool
) -> None:
    for day in (25, 26, 27):
        await fill(book, date(2026, 11, day), "inss-26")
    offices = {name: book.slots.offices[name] for name in ("inss-26", "inss-01")}
    script = {**SCRIPT, "cita en Logroño": reading("book", need=need, slots={"municipality": "Logroño"})}
    conversation = talk(script, wherever=OfficeSearch(book, offices, NoBounds(), load_gazetteer(), fixed(NOW)))
    await conversation.say("cita en Logroño")
    assert ("km" in words(await conversation.say("no hay antes"))) == told


async def test_an_origin_with_all_its_places_is_told_and_joins_no_more(talk, database, phrases) -> None:
    book = book_of(database, BookingRules(limits=HoldLimits(live_per_origin=1)))
    line = book.waiting_list()
    await fill(book)
    place = SlotQuery("inss-17", "pensions", "in_person", DAY, DAY)
    await line.join(WaitRequest(place, "jubilacion_ordinaria", "X1234567L", "another", "es", origin="here"))
    refused = await joined(talk(SCRIPT, book=book, waiting_list=line, origin="here"))
    assert phrases.say("es", "problem-too-many-holds-do") in words(refused)
    elsewhere = await joined(talk(SCRIPT, book=book, waiting_list=line, origin="there"))
    assert phrases.say("es", "problem-too-many-holds-do") not in words(elsewhere)
