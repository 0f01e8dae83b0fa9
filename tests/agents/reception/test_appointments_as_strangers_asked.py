"""What strangers said of appointments in panels, in six languages: hours ruled out, the last of a day, no code…"""

from typing import Any

import pytest

from knowledge.languages import LANGUAGES, Language
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, words

DNI = "12345678Z"
SHORT = "4587213R"
"""A document without its first figure, which has one likely correction."""


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=WordsReader({}), people=book))


BOOKS: dict[Language, str] = {
    "es": "quiero cita para la viudedad en Girona",
    "ca": "vull cita per la viduïtat a Girona",
    "gl": "quero cita para a viuvez en Girona",
    "eu": "hitzordua nahi dut alarguntzarako Gironan",
    "en": "I want an appointment about the widow's pension in Girona",
    "fr": "je veux un rendez-vous pour la veuve à Girona",
}
NOT_AT_NINE: dict[Language, str] = {
    "es": "el jueves 10, a las 9 no llegamos, a partir de las 11",
    "ca": "dijous 10, a les 9 no arribem, a partir de les 11",
    "gl": "o xoves 10, ás 9 non chegamos, a partir das 11",
    "eu": "abenduaren 10ean, 9etan ezin, 11etatik aurrera",
    "en": "Thursday the 10th, at 9 we can't make it, from 11 on",
    "fr": "le jeudi 10, à 9 h on peut pas, à partir de 11 h",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_hour_that_will_not_do_is_not_held(chat, language: Language) -> None:
    turn = await chat(language, BOOKS[language], NOT_AT_NINE[language])
    assert [f"{offer.starts_at:%d %H}" >= "10 11" for offer in turn.offers] == [True] * 3


LATEST: dict[Language, str] = {
    "es": "el jueves 10, lo más tarde posible",
    "ca": "dijous 10, el més tard possible",
    "gl": "o xoves 10, o máis tarde posible",
    "eu": "abenduaren 10ean, ahalik eta beranduen",
    "en": "Thursday the 10th, as late as possible",
    "fr": "le jeudi 10, le plus tard possible",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_latest_of_a_day_are_its_last_hours(chat, language: Language) -> None:
    first = await chat(language, BOOKS[language])
    turn = await chat(language, LATEST[language])
    assert {offer.starts_at.day for offer in turn.offers} == {10}
    assert min(offer.starts_at.hour for offer in turn.offers) > max(offer.starts_at.hour for offer in first.offers)


HELD: dict[Language, tuple[str, str]] = {
    "es": ("la primera", "sí, pero ¿puede ir mi marido por mí?"),
    "ca": ("la primera", "sí, però hi pot anar el meu marit?"),
    "gl": ("a primeira", "si, pero pode ir o meu home?"),
    "eu": ("lehenengoa", "bai, baina nire senarra joan daiteke?"),
    "en": ("the first one", "yes. but can my husband come instead?"),
    "fr": ("la première", "oui, mais est-ce que mon mari peut venir ?"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_with_a_question_keeps_the_appointment(chat, language: Language) -> None:
    takes, asks = HELD[language]
    turn = await chat(language, BOOKS[language], takes, DNI, asks)
    assert turn.step == "book.confirm"
    assert turn.appointment is not None


WITHOUT_CODE: dict[Language, tuple[str, str]] = {
    "es": ("quiero anular mi cita", "que no me lo dieron, ya se lo he dicho"),
    "ca": ("vull anul·lar la meva cita", "que no me'l van donar, ja li ho he dit"),
    "gl": ("quero anular a miña cita", "non mo deron, xa llo dixen"),
    "eu": ("nire hitzordua ezeztatu nahi dut", "ez zidaten eman, esan dizut"),
    "en": ("I want to cancel my appointment", "I told you I haven't got it"),
    "fr": ("je veux annuler mon rendez-vous", "on ne me l'a pas donné, je vous l'ai dit"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_gives_no_code_is_looked_for_by_document_and_telephone(chat, phrases, language: Language) -> None:
    asks, answers = WITHOUT_CODE[language]
    assert (await chat(language, asks)).step == "cancel.locator"
    assert phrases.say(language, "person-ask") in words(await chat(language, answers))


WITHOUT_PHONE: dict[Language, str] = {
    "es": "no me di telefono creo, la pedi por internet", "ca": "doncs no devia donar telefon",
    "gl": "non hai telefono", "eu": "ez zuen eman telefonorik", "en": "we put none on the form",
    "fr": "aucun, c'est ma femme qui l'a pris",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_gives_no_telephone_is_looked_for_by_day_and_office(chat, phrases, language: Language) -> None:
    asks, answers = WITHOUT_CODE[language]
    await chat(language, asks, answers)
    assert (await chat(language, WITHOUT_PHONE[language])).step.endswith(".visit")


YES: dict[Language, str] = {
    "es": "si es ese", "ca": "sí, és aquest", "gl": "si, é ese", "eu": "bai, hori da", "en": "yes, that's it",
    "fr": "oui, c'est ça",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_to_the_only_correction_takes_it(chat, language: Language) -> None:
    takes, _ = HELD[language]
    assert "04587213-R" in words(await chat(language, BOOKS[language], takes, SHORT))
    turn = await chat(language, YES[language])
    assert turn.step == "book.confirm"
    assert "213R" in words(turn)


NOT_THERE: dict[Language, str] = {
    "es": "no no Girona no, la de Lleida", "ca": "a Lleida no a Girona", "gl": "dixen en Lleida, non en Girona",
    "eu": "Lleidan, ez Gironan", "en": "I said in Lleida not in Girona", "fr": "à Lleida pas à Girona",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_two_places_the_one_ruled_out_is_not_searched(chat, language: Language) -> None:
    turn = await chat(language, BOOKS[language], NOT_THERE[language])
    assert {"Lleida" in offer.office_name for offer in turn.offers} == {True}


IN_TWO_TOWNS: dict[Language, str] = {
    "es": "quiero cita para la viudedad en Girona o en Lleida", "ca": "vull cita per la viduïtat a Girona o a Lleida",
    "gl": "quero cita para a viuvez en Girona ou en Lleida",
    "eu": "hitzordua nahi dut alarguntzarako Gironan edo Lleidan",
    "en": "I want an appointment about the widow's pension in Girona or Lleida",
    "fr": "je veux un rendez-vous pour la veuve à Girona ou à Lleida",
}  # fmt: skip


EITHER: dict[Language, str] = {
    "es": "me da igual", "ca": "m'és igual", "gl": "dáme igual", "eu": "berdin zait", "en": "I don't mind",
    "fr": "ça m'est égal",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_either_of_two_towns_will_do_the_first_is_searched(chat, language: Language) -> None:
    turn = await chat(language, f"{IN_TWO_TOWNS[language]}, {EITHER[language]}")
    assert {any(name in offer.office_name for name in ("Girona", "Gérone")) for offer in turn.offers} == {True}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_which_of_two_towns_is_asked_and_the_one_said_is_searched(chat, phrases, language: Language) -> None:
    asked = await chat(language, IN_TWO_TOWNS[language])
    assert asked.step == "book.place"
    assert phrases.say(language, "book-two-towns", first="Girona", second="Lleida") in words(asked)
    assert {"Girona", "Lleida"} <= set(asked.quick_replies)
    assert {"Lleida" in offer.office_name for offer in (await chat(language, "Lleida")).offers} == {True}


async def test_of_two_towns_without_an_office_the_one_nearest_to_both_is_searched(chat) -> None:
    turn = await chat("es", "quiero cita para la viudedad en Banyoles o en Olot")
    assert turn.step == "book.option"
    assert all(town in str(words(turn)) for town in ("Banyoles", "Olot"))
