"""Days that will not do, days counted from the one on offer, and the hours that stay wished."""

from typing import Any

import pytest

from knowledge.languages import LANGUAGES, Language
from tests.agents.reception.test_appointments_as_strangers_asked import BOOKS
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, words


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=WordsReader({}), people=book))


def days(turn: Any) -> set[str]:
    return {f"{offer.starts_at:%m-%d}" for offer in turn.offers}


TODAY_DENIED: dict[Language, str] = {
    "es": "el miércoles no puedo", "ca": "dimecres no puc", "gl": "o mércores non podo",
    "eu": "asteazkenean ezin dut", "en": "I can't do Wednesday", "fr": "mercredi je ne peux pas",
}  # fmt: skip
TOMORROW_DENIED: dict[Language, str] = {
    "es": "mañana no me viene bien", "ca": "demà no em va bé", "gl": "mañá non me vén ben",
    "eu": "bihar ezin dut", "en": "tomorrow is no good", "fr": "demain ça va pas",
}  # fmt: skip
FROM_ELEVEN: dict[Language, tuple[str, str]] = {
    "es": ("a partir de las 11", "el martes"), "ca": ("a partir de les 11", "dimarts"),
    "gl": ("a partir das 11", "o martes"), "eu": ("11etatik aurrera", "asteartean"),
    "en": ("from 11 on", "Tuesday"), "fr": ("à partir de 11 h", "mardi"),
}  # fmt: skip
MONDAY_AFTER: dict[Language, tuple[str, str]] = {
    "es": ("el 14 de diciembre", "el lunes siguiente mejor"), "ca": ("el 14 de desembre", "el dilluns de després"),
    "gl": ("o 14 de decembro", "mellor o luns seguinte"), "eu": ("abenduaren 14an", "hurrengo astelehenean"),
    "en": ("14 December", "the Monday after"), "fr": ("le 14 décembre", "plutôt le lundi suivant"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_weekday_that_will_not_do_is_that_of_what_is_on_offer(chat, language: Language) -> None:
    first = await chat(language, BOOKS[language])
    assert "11-25" in days(first)
    assert not days(await chat(language, TODAY_DENIED[language])) & {"11-25", "12-02"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_that_will_not_do_stays_out_whatever_hour_is_said_after_it(chat, language: Language) -> None:
    await chat(language, BOOKS[language])
    assert "11-26" not in days(await chat(language, TOMORROW_DENIED[language]))
    assert "11-26" not in days(await chat(language, FROM_ELEVEN[language][0]))


async def test_the_day_after_tomorrow_said_shortly_is_ruled_out_too(chat) -> None:
    turn = await chat("es", BOOKS["es"], "mañana no puedo. pasado tampoco")
    assert not days(turn) & {"11-26", "11-27"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hours_that_were_wished_stay_wished_on_another_day(chat, language: Language) -> None:
    since, day = FROM_ELEVEN[language]
    turn = await chat(language, BOOKS[language], since, day)
    assert days(turn) == {"12-01"}
    assert {offer.starts_at.hour >= 11 for offer in turn.offers} == {True}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_monday_after_counts_from_the_day_on_offer(chat, language: Language) -> None:
    on_14, after = MONDAY_AFTER[language]
    assert days(await chat(language, BOOKS[language], on_14)) == {"12-14"}
    assert days(await chat(language, after)) == {"12-21"}


async def test_the_monday_after_may_be_one_of_several_days_on_offer(chat) -> None:
    offered = await chat("es", BOOKS["es"], "el jueves no puedo")
    assert "11-30" in days(offered)
    taken = await chat("es", "el lunes siguiente")
    assert taken.step == "book.document"
    assert "30 de noviembre" in words(taken)
