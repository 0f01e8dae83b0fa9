"""An appointment that is moved: what is said of it before it is found counts from its own day and hour."""

from datetime import date
from typing import Any

import pytest

from knowledge.languages import LANGUAGES, Language
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, words

DNI = "12345678Z"
BOOKS: dict[Language, tuple[str, str]] = {
    "es": ("quiero cita para la viudedad en Girona el 16 de diciembre a las 10:30", "sí"),
    "ca": ("vull cita per la viduïtat a Girona el 16 de desembre a les 10:30", "sí"),
    "gl": ("quero cita para a viuvez en Girona o 16 de decembro ás 10:30", "si"),
    "eu": ("hitzordua nahi dut alarguntzarako Gironan abenduaren 16an 10:30ean", "bai"),
    "en": ("I want an appointment about the widow's pension in Girona on 16 December at 10:30", "yes"),
    "fr": ("je veux un rendez-vous pour la veuve à Girona le 16 décembre à 10 h 30", "oui"),
}


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=WordsReader({}), people=book))


async def moved(chat: Any, language: Language, said: str) -> tuple[date, str]:
    """The day and the hour that are read back where one of the 16th at 10:30 is moved in those words."""
    books, yes = BOOKS[language]
    assert (await chat(language, books, DNI, yes)).appointment.status == "booked"
    turn = await chat(language, said, DNI)
    assert turn.step == "change.confirm", words(turn)
    starts = turn.appointment.starts_at
    return starts.date(), f"{starts:%H:%M}"


NEXT_DAY: dict[Language, str] = {
    "es": "quiero cambiar la cita al día siguiente, a la misma hora",
    "ca": "vull canviar la cita a l'endemà, a la mateixa hora",
    "gl": "quero cambiar a cita ao día seguinte, á mesma hora",
    "eu": "hitzordua aldatu nahi dut, hurrengo egunera, ordu berean",
    "en": "I want to change my appointment to the next day, at the same time",
    "fr": "je veux changer mon rendez-vous, le lendemain à la même heure",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_day_after_is_that_of_the_appointment(chat, language: Language) -> None:
    assert await moved(chat, language, NEXT_DAY[language]) == (date(2026, 12, 17), "10:30")


FRIDAY: dict[Language, str] = {
    "es": "quiero cambiar la cita al viernes a la misma hora",
    "ca": "vull canviar la cita al divendres a la mateixa hora",
    "gl": "quero cambiar a cita ao venres á mesma hora",
    "eu": "hitzordua aldatu nahi dut, ostiralera, ordu berean",
    "en": "I want to change my appointment to Friday at the same time",
    "fr": "je veux changer mon rendez-vous pour vendredi à la même heure",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_weekday_alone_is_of_the_week_of_the_appointment(chat, language: Language) -> None:
    assert await moved(chat, language, FRIDAY[language]) == (date(2026, 12, 18), "10:30")


AT_TWELVE: dict[Language, str] = {
    "es": "quiero cambiar la cita a las 12", "ca": "vull canviar la cita a les 12", "gl": "quero cambiar a cita ás 12",
    "eu": "hitzordua aldatu nahi dut, 12etara", "en": "I want to change my appointment to 12 o'clock",
    "fr": "je veux changer mon rendez-vous à 12 h",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_hour_alone_is_of_the_same_day(chat, language: Language) -> None:
    assert await moved(chat, language, AT_TWELVE[language]) == (date(2026, 12, 16), "12:00")


async def test_of_two_days_one_finds_it_and_the_other_is_wished(chat) -> None:
    books, yes = BOOKS["es"]
    await chat("es", books, DNI, yes, "gracias, adiós")
    turn = await chat("es", "tengo cita en Girona el 16 y quiero cambiarla al 18 a la misma hora", DNI)
    assert turn.appointment.starts_at.date() == date(2026, 12, 18)


INSTEAD: dict[Language, str] = {
    "es": "quiero cambiar la cita al 18 a la misma hora", "ca": "vull canviar la cita al 18 a la mateixa hora",
    "gl": "quero cambiar a cita ao 18 á mesma hora",
    "fr": "je veux changer mon rendez-vous au 18 à la même heure",
}  # fmt: skip
CANCELS: dict[Language, str] = {
    "es": "quiero anular mi cita", "ca": "vull anul·lar la meva cita", "gl": "quero anular a miña cita",
    "fr": "je veux annuler mon rendez-vous",
}  # fmt: skip


@pytest.mark.parametrize("language", INSTEAD)
async def test_who_moves_what_was_to_be_cancelled_keeps_its_office(chat, language: Language) -> None:
    books, yes = BOOKS[language]
    await chat(language, books, DNI, yes)
    assert (await chat(language, CANCELS[language], DNI)).step == "cancel.confirm"
    turn = await chat(language, INSTEAD[language])
    assert turn.step == "change.confirm"
    assert turn.appointment.starts_at.date() == date(2026, 12, 18)


ANOTHER: dict[Language, str] = {
    "es": "quiero pedir cita para la viudedad en Girona el 18 de diciembre a las 9",
    "fr": "je veux prendre un rendez-vous pour la veuve à Girona le 18 décembre à 9 h",
}


@pytest.mark.parametrize("language", ANOTHER)
async def test_a_second_one_for_the_same_matter_moves_the_first(chat, phrases, language: Language) -> None:
    books, yes = BOOKS[language]
    await chat(language, books, DNI, yes)
    turn = await chat(language, ANOTHER[language], DNI, yes)
    assert turn.step == "change.confirm"
    assert phrases.say(language, "book-already-move") in words(turn)
    done = await chat(language, yes)
    assert done.appointment.status == "booked"
    assert done.appointment.starts_at.date() == date(2026, 12, 18)


TUESDAY: dict[Language, tuple[str, str]] = {
    "es": ("quiero cita para la viudedad en Girona el 14 a las 12", "mejor el martes"),
    "ca": ("vull cita per la viduïtat a Girona el 14 a les 12", "millor el dimarts"),
    "fr": ("je veux un rendez-vous pour la veuve à Girona le 14 décembre à 12 h", "le mardi"),
}


@pytest.mark.parametrize("language", TUESDAY)
async def test_another_day_keeps_the_hour_that_was_named(chat, language: Language) -> None:
    turn = await chat(language, *TUESDAY[language])
    assert turn.step == "book.document"
    assert "12" in words(turn)
    assert "15" in words(turn)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (("quiero cambiarla al día siguiente", f"mejor el viernes. {DNI}"), {18}),
        (("quiero cambiarla a la semana siguiente", f"el jueves. {DNI}"), {17}),
        (("quiero cambiar la cita al jueves o al viernes", DNI), {17, 18}),
        (("pásala al miércoles", DNI), {2}),
        (("tengo cita y el 16 no puedo, cámbiala a las 12", DNI), set()),
    ],
)
async def test_the_last_thing_said_of_the_day_counts(chat, said: tuple[str, ...], days: set[int]) -> None:
    books, yes = BOOKS["es"]
    await chat("es", books, DNI, yes, "gracias")
    turn = await chat("es", *said)
    told = {offer.starts_at.day for offer in turn.offers} or {turn.appointment.starts_at.day}
    assert told <= days if days else 16 not in told


async def test_one_for_another_matter_stays_where_it_is(chat, talk, book, phrases) -> None:
    retired, widow = "quiero cita para la jubilación en Girona el {} de diciembre a las 9", BOOKS["es"][0]
    await sayer(talk({}, reader=WordsReader({}), people=book))("es", retired.format(14), DNI, "sí")
    await chat("es", widow, DNI, "sí", "gracias")
    turn = await chat("es", retired.format(18), DNI, "sí")
    assert phrases.say("es", "book-already-move") not in words(turn)
    assert not turn.step.startswith("change.")
