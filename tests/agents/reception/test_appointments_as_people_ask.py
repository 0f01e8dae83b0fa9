"""Appointments as people ask for them: several things in one message, said before they are asked for, corrected."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from agents.understanding.appointments.steps import NOTHING_ASKED, LastAsked
from agents.understanding.reading import Reading
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import Language
from tests import shipped
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, words
from tools.reading.folding import fold

DNI, OTHER, PHONE = "12345678Z", "87654321X", "600123456"
THURSDAY, HOLIDAY = date(2026, 12, 10), date(2026, 12, 8)


class PeopleReader(WordsReader):
    """Knows one need more, which is seen to without an appointment."""

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        asked: LastAsked = NOTHING_ASKED,
        before: SaidBefore = NOTHING_SAID,
    ) -> Reading:
        reading = super().read_message(text, prior=prior, now=now, asked=asked, before=before)
        if any(name in fold(text).text for name in ("numero de la seguridad", "numero de secu")):
            return replace(reading, need="numero_ss", confidence=0.9)
        return reading


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=PeopleReader({}), people=book))


WISHES: dict[Language, tuple[str, str, str]] = {
    "es": ("quiero cita, podría ser el {day}?", "para la viudedad, le han bajado la paga este mes", "en Girona"),
    "ca": ("vull cita, pot ser el {day}?", "per la viduïtat, li han baixat la paga aquest mes", "a Girona"),
}
DAYS: dict[Language, tuple[str, str]] = {
    "es": ("jueves 10 de diciembre", "martes 8 de diciembre"), "ca": ("dijous 10 de desembre", "dimarts 8 de desembre"),
}  # fmt: skip


@pytest.mark.parametrize("language", WISHES)
async def test_a_day_said_before_matter_and_place_is_the_one_looked_for(chat, language: Language) -> None:
    asks, matter, place = WISHES[language]
    turn = await chat(language, asks.format(day=DAYS[language][0]), matter, place)
    assert {offer.starts_at.date() for offer in turn.offers} == {THURSDAY}


@pytest.mark.parametrize("language", WISHES)
async def test_a_closed_day_said_before_matter_and_place_is_told(chat, phrases, language: Language) -> None:
    asks, matter, place = WISHES[language]
    turn = await chat(language, asks.format(day=DAYS[language][1]), matter, place)
    assert phrases.say(language, "book-date-closed") in words(turn)
    assert min(offer.starts_at.date() for offer in turn.offers) > HOLIDAY


ASKED: dict[Language, str] = {
    "es": "quiero cita para la viudedad en Girona", "ca": "vull cita per la viduïtat a Girona",
    "gl": "quero cita para a viuvez en Girona", "eu": "hitzordua nahi dut alarguntzarako Gironan",
    "en": "I need an appointment about the widow's pension in Girona",
    "fr": "je voudrais un rendez-vous pour la veuve à Girona",
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [
    ("es", "Hoy no puedo. El jueves 10 le dije"), ("ca", "Avui no puc. El dijous 10 li he dit"),
    ("fr", "la semaine d'après plutôt, pas cette semaine. le jeudi 10"),
])  # fmt: skip
async def test_a_weekday_with_its_number_is_that_day(chat, language: Language, said: str) -> None:
    turn = await chat(language, ASKED[language], said)
    assert {offer.starts_at.date() for offer in turn.offers} == {THURSDAY}


@pytest.mark.parametrize(("language", "said"), [
    ("es", "el jueves 10 a las 9 por teléfono"), ("gl", "o xoves 10 ás 9 por teléfono"),
])  # fmt: skip
async def test_day_hour_and_channel_choose_the_appointment(chat, language: Language, said: str) -> None:
    turn = await chat(language, ASKED[language], said, DNI, PHONE)
    assert turn.step == "book.confirm"
    assert turn.appointment is not None
    slot = turn.appointment
    assert (slot.starts_at.date(), slot.starts_at.hour, slot.channel) == (THURSDAY, 9, "phone")


YESES: list[tuple[Language, str]] = [
    ("gl", "confirmo. mándaslle un sms? o seu teléfono é 612 33 04 51"),
    ("es", "sí, confírmela. ¿me mandan un sms al 612 33 04 51?"),
    ("eu", "bai bai. zer eroan bihar dau Patxik?"),
    ("es", "sí. ¿y puede ir mi hija conmigo?"),
    ("ca", "està viva, eh! Sí, confirmala"),
    ("fr", "oui, confirmez. il faut apporter quoi ?"),
]


@pytest.mark.parametrize(("language", "said"), YESES)
async def test_a_yes_with_more_beside_it_confirms(chat, language: Language, said: str) -> None:
    assert (await chat(language, ASKED[language], "1", DNI)).step == "book.confirm"
    turn = await chat(language, said)
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"


MOVES: dict[Language, tuple[str, str]] = {
    "es": ("no puedo ir ese día, quiero cambiar la cita", "sí. ¿y lo de mi hija?"),
    "fr": ("je veux changer mon rendez-vous", "oui. et pour ma fille ?"),
}


@pytest.mark.parametrize("language", MOVES)
async def test_a_change_is_confirmed_with_a_question_beside_it(chat, language: Language) -> None:
    changes, confirms = MOVES[language]
    await chat(language, ASKED[language], "1", DNI, "sí" if language == "es" else "oui")
    turn = await chat(language, changes, DNI, "10/12", "1")
    assert turn.step == "change.confirm"
    turn = await chat(language, confirms)
    assert turn.appointment is not None
    assert turn.appointment.starts_at.date() == THURSDAY


@pytest.mark.parametrize(("language", "said"), [
    ("es", "bueno, déjelo. ¿me dan cita para que me lo miren?"), ("ca", "deixa-ho estar. em donen cita per mirar-ho?"),
    ("eu", "utzi. hitzordua eman ahal didazue?"),
])  # fmt: skip
async def test_who_lets_a_matter_go_and_asks_for_an_appointment_gets_one(chat, language: Language, said: str) -> None:
    assert (await chat(language, said)).step == "book.need"


@pytest.mark.parametrize(("language", "said"), [("es", "bueno, déjelo"), ("en", "never mind"), ("eu", "utzi")])
async def test_who_lets_a_matter_go_is_not_asked_for_an_appointment(chat, language: Language, said: str) -> None:
    assert (await chat(language, said)).step == "open"


@pytest.mark.parametrize(("language", "said"), [
    ("es", "el jueves 10. pero es para la jubilación, no otra cosa"),
    ("fr", "ok le 10 décembre. mais c'est pour la retraite, pas autre chose"),
])  # fmt: skip
async def test_the_matter_is_corrected_beside_a_day(chat, language: Language, said: str) -> None:
    turn = await chat(language, ASKED[language], said)
    assert turn.need == "jubilacion_ordinaria"
    assert {offer.starts_at.date() for offer in turn.offers} == {THURSDAY}


@pytest.mark.parametrize(("language", "said"), [
    ("es", "espere, es para el número de la Seguridad Social, no otra cosa"),
    ("fr", "attends, c'est pour le numéro de sécu, pas autre chose"),
])  # fmt: skip
async def test_a_matter_that_takes_no_appointment_ends_the_booking(chat, phrases, language, said: str) -> None:
    turn = await chat(language, ASKED[language], "1", said)
    assert phrases.say(language, "book-walk-in") in words(turn)
    assert (turn.need, turn.step) == ("numero_ss", "open")


PHONED: dict[Language, tuple[str, str, str]] = {
    "es": ("por teléfono", "quiero anular la cita", "quiero cambiar la cita"),
    "eu": ("telefonoz", "hitzordua ezeztatu nahi dut", "hitzordua aldatu nahi dut"),
}


@pytest.mark.parametrize("language", PHONED)
async def test_an_appointment_by_phone_is_read_back_as_such(chat, phrases, language: Language) -> None:
    by_phone, cancels, changes = PHONED[language]
    yes, office = "bai" if language == "eu" else "sí", shipped.offices()["inss-17"].name[language]
    booked = await chat(language, f"{ASKED[language]} {by_phone}", "1", DNI, PHONE, yes)
    assert booked.appointment is not None
    calls = phrases.say(language, "change-read-back-phone", before="|", when="|", office=office).rpartition("|")[2]
    turn = await chat(language, changes, DNI, "2")
    assert calls in words(turn)
    turn = await chat(language, cancels)
    told = phrases.say(language, "cancel-read-back-phone", when="|", office=office).rpartition("|")[2]
    assert told in words(turn)


@pytest.mark.parametrize(("language", "said"), [
    ("ca", "ostres, dijous treballo. vull canviar la cita a divendres i si pot ser a Lleida"),
    ("es", "el jueves trabajo. quiero cambiar la cita al viernes y si puede ser en Lleida"),
])  # fmt: skip
async def test_a_change_is_looked_for_where_and_when_it_was_asked_for(chat, language: Language, said: str) -> None:
    await chat(language, ASKED[language], "1", DNI, "sí")
    turn = await chat(language, said, DNI)
    found = {(offer.office_id, offer.starts_at.date().weekday()) for offer in turn.offers}
    assert found == {("inss-25", 4)}


@pytest.mark.parametrize(("language", "said"), [
    ("en", f"2, and is there one for her at the same time, {OTHER}?"), ("es", f"la 2. ¿y hay una para ella, {OTHER}?"),
])  # fmt: skip
async def test_a_change_keeps_the_document_of_its_appointment(chat, language: Language, said: str) -> None:
    yes, changes = ("yes", "I want to change my appointment") if language == "en" else ("sí", "quiero cambiar la cita")
    await chat(language, ASKED[language], "1", DNI, yes, changes, DNI)
    turn = await chat(language, said, yes)
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"


@pytest.mark.parametrize(("language", "said"), [
    ("fr", "je veux changer mon rendez-vous, le 10 décembre à la même heure"),
    ("en", "I want to change my appointment, Thursday 10th at the same time"),
])  # fmt: skip
async def test_a_change_at_the_same_hour_takes_that_of_the_appointment(chat, language: Language, said: str) -> None:
    booked = await chat(language, ASKED[language], "2", DNI, "oui" if language == "fr" else "yes")
    assert booked.appointment is not None
    turn = await chat(language, said, DNI)
    assert turn.step == "change.confirm"
    assert turn.appointment is not None
    assert turn.appointment.starts_at.timetz() == booked.appointment.starts_at.timetz()
    assert turn.appointment.starts_at.date() == THURSDAY


@pytest.mark.parametrize(("language", "said"), [
    ("ca", "eixa sí. que hem de dur?"), ("es", "esa sí. ¿qué llevo?"), ("en", "that one, yes. what do I bring?"),
])  # fmt: skip
async def test_a_yes_to_the_only_offer_takes_it(chat, language: Language, said: str) -> None:
    hour = {"ca": "el dijous 10 a les 13:25", "es": "el jueves 10 a las 13:25", "en": "Thursday 10th at 13:25"}
    turn = await chat(language, ASKED[language], hour[language])
    assert (turn.step, len(turn.offers)) == ("book.option", 1)
    assert (await chat(language, said)).step == "book.document"


@pytest.mark.parametrize(("language", "said"), [("ca", f"la 2. dni {DNI}"), ("es", f"la 2, mi DNI es {DNI}")])
async def test_a_choice_with_the_document_beside_it_is_read_back(chat, language: Language, said: str) -> None:
    offered = await chat(language, ASKED[language])
    turn = await chat(language, said)
    assert turn.step == "book.confirm"
    assert turn.appointment is not None
    assert turn.appointment.starts_at == offered.offers[1].starts_at


@pytest.mark.parametrize(("language", "said"), [
    ("es", "no, si yo solo quiero la del jueves 10"), ("ca", "no, si jo només vull la del dijous 10"),
])  # fmt: skip
async def test_the_slot_held_stays_when_its_day_is_said_again(chat, language: Language, said: str) -> None:
    day = {"es": "el jueves 10 a las 9", "ca": "el dijous 10 a les 9"}
    assert (await chat(language, ASKED[language], day[language])).step == "book.document"
    assert (await chat(language, f"{said}. {DNI}")).step == "book.confirm"


@pytest.mark.parametrize(("language", "said"), [
    ("es", "que no, que está vivo. quiero la cita para la jubilación"),
    ("ca", "que no, que és viu. vull la cita per a la jubilació"),
])  # fmt: skip
async def test_a_no_beside_the_wish_drops_nothing(chat, language: Language, said: str) -> None:
    turn = await chat(language, ASKED[language], said)
    assert (turn.need, turn.step) == ("jubilacion_ordinaria", "book.option")


@pytest.mark.parametrize(("language", "place", "matter"), [
    ("es", "quiero cita el jueves 10 en Girona", "ya lo dije, la jubilación"),
    ("gl", "quero cita o xoves 10 en Girona", "xa o dixen, a xubilación"),
])  # fmt: skip
async def test_a_general_appointment_takes_the_matter_named_later(chat, language, place: str, matter: str) -> None:
    when = {"es": "por la mañana", "gl": "pola mañá"}
    assert (await chat(language, place, when[language])).need == "cita_inss"
    assert (await chat(language, matter)).need == "jubilacion_ordinaria"


async def test_a_new_one_that_needs_no_appointment_ends_the_change(chat) -> None:
    assert (await chat("es", "quiero cambiar la cita")).step == "change.locator"
    assert (await chat("es", "no tengo cita, quiero una nueva para el número de la Seguridad Social")).step == "open"


NONE: list[tuple[Language, str, str]] = [
    ("eu", "hitzordua aldatu nahi dut", "zer lokalizatzaile? ez daukot zitarik"),
    ("es", "quiero cambiar la cita", "si no tengo ninguna cita"),
]


@pytest.mark.parametrize(("language", "changes", "said"), NONE)
async def test_who_has_no_appointment_is_not_asked_for_its_locator_again(chat, language, changes, said: str) -> None:
    assert (await chat(language, changes)).step == "change.locator"
    assert (await chat(language, said)).step == "book.need"
