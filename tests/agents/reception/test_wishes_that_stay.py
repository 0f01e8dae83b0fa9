"""What was told with a wish is kept, what is to stay is not taken for a no: six languages, as strangers said it."""

from dataclasses import replace
from typing import Any

import pytest

from agents.understanding.reading import PartWords, Reading
from knowledge.languages import LANGUAGES, Language
from tests.agents.reception.test_appointments_as_strangers_asked import BOOKS, DNI
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, slots, words
from tools.reading.folding import fold

ByLanguage = dict[Language, str]


class FullReader(WordsReader):
    """Reads by words too what they tell of an appointment under way."""

    def read_message(self, text: str, **known: Any) -> Reading:
        reading, answers, folded = super().read_message(text, **known), slots().answers, fold(text)
        told = PartWords(keeps=answers.keeps_all(folded), keeps_booked=answers.keeps_booked(folded))
        return replace(reading, words=told)


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=FullReader({}), people=book))


def days(turn: Any) -> set[str]:
    return {f"{offer.starts_at:%m-%d}" for offer in turn.offers}


FIRST: ByLanguage = {
    "es": "la primera", "ca": "la primera", "gl": "a primeira", "eu": "lehenengoa", "en": "the first one",
    "fr": "la première",
}  # fmt: skip
CHANGES_NOTHING: ByLanguage = {
    "es": "no cambio nada, la hora está bien, quiero confirmarla",
    "ca": "no canvio res, l'hora està bé, vull confirmar-la",
    "gl": "non cambio nada, a hora está ben, quero confirmala",
    "eu": "ez dut ezer aldatuko, ordua ondo dago, baieztatu nahi dut",
    "en": "I'm not changing anything, the time is fine, I want to confirm it",
    "fr": "je ne change rien, l'heure est bonne, je veux le confirmer",
}
CHANGE_IT: ByLanguage = {
    "es": "quiero cambiar la hora", "ca": "no, vull canviar l'hora", "gl": "quero cambiar a hora",
    "eu": "ordua aldatu nahi dut", "en": "I want to change the time", "fr": "je veux changer l'heure",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_changes_nothing_of_what_was_read_back_says_yes(chat, language: Language) -> None:
    turn = await chat(language, BOOKS[language], FIRST[language], DNI, CHANGES_NOTHING[language])
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_changes_nothing_after_all_is_read_the_same_again(chat, language: Language) -> None:
    read = await chat(language, BOOKS[language], FIRST[language], DNI)
    asked = await chat(language, CHANGE_IT[language])
    assert asked.step == "book.what_change"
    again = await chat(language, CHANGES_NOTHING[language])
    assert again.step == "book.confirm"
    assert words(again).splitlines()[-1] == words(read).splitlines()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_changed_of_one_that_is_moved_is_no_yes(language: Language) -> None:
    assert not slots().answers.goes_ahead(fold(CHANGES_NOTHING[language]))


KEEPS: ByLanguage = {
    "es": "no, no quiero otra cita, me quedo con la que tengo",
    "ca": "no, no vull una altra cita, em quedo la que tinc",
    "gl": "non, non quero outra cita, queda a que teño", "eu": "ez, ez dut beste hitzordurik nahi",
    "en": "no, I don't want another appointment, keep the one I have",
    "fr": "non, je ne veux pas un autre rendez-vous, je garde celui que j'ai",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_keeps_the_appointment_there_is_wants_no_other(chat, language: Language) -> None:
    assert (await chat(language, BOOKS[language])).step == "book.option"
    assert (await chat(language, KEEPS[language])).step == "open"


NOT_BY_PHONE: ByLanguage = {
    "es": "por teléfono no, que no oigo bien", "ca": "per telèfon no, que no hi sento bé",
    "gl": "por teléfono non, que non oio ben", "eu": "telefonoz ez, gaizki entzuten dut",
    "en": "no, not by phone, my hearing is bad", "fr": "non, pas par téléphone, j'entends mal",
}  # fmt: skip


IN_THE_OFFICE: ByLanguage = {
    "es": "en persona", "ca": "presencial", "gl": "en persoa", "eu": "bulego", "en": "in person", "fr": "au bureau",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_wants_no_call_is_told_that_it_is_in_the_office(chat, language: Language) -> None:
    first = await chat(language, BOOKS[language])
    turn = await chat(language, NOT_BY_PHONE[language])
    assert IN_THE_OFFICE[language] in words(turn)
    assert days(turn) == days(first)


DAY_THEN_WEEKDAY: dict[Language, tuple[str, str]] = {
    "es": ("el 9 de diciembre", "mejor un martes"), "ca": ("el 9 de desembre", "millor un dimarts"),
    "gl": ("o 9 de decembro", "mellor un martes"), "eu": ("abenduaren 9an", "hobe asteartean"),
    "en": ("9 December", "rather on a Tuesday"), "fr": ("le 9 décembre", "plutôt un mardi"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_weekday_that_is_a_holiday_is_that_of_the_week_after(chat, language: Language) -> None:
    turn = await chat(language, BOOKS[language], *DAY_THEN_WEEKDAY[language])
    assert days(turn) == {"12-15"}


NOT_NEXT_WEEK: dict[Language, tuple[str, str]] = {
    "es": ("la semana que viene no eh, que no puedo", "le dije que la semana que viene no podía"),
    "ca": ("la setmana que ve no eh, no puc", "li he dit que la setmana que ve no podia"),
    "gl": ("a semana que vén non eh, non podo", "díxenlle que a semana que vén non podía"),
    "eu": ("datorren astean ez eh, ezin dut", "datorren astean ezin dudala esan dizut"),
    "en": ("not next week eh, I can't", "I said next week I couldn't"),
    "fr": ("la semaine prochaine non hein, je peux pas", "j'ai dit que la semaine prochaine je pouvais pas"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_week_that_will_not_do_is_ruled_out_however_it_is_said(chat, language: Language) -> None:
    for said in NOT_NEXT_WEEK[language]:
        turn = await chat(language, BOOKS[language], said)
        assert not days(turn) & {"11-30", "12-01", "12-02", "12-03", "12-04"}
        assert turn.offers


FROM_THE_14TH: ByLanguage = {
    "es": "no, del 14 en adelante, más tarde", "ca": "no, a partir del 14, més tard",
    "gl": "non, a partir do 14, máis tarde",
    "eu": "ez, 14tik aurrera esan dut, beranduago", "en": "no, from the 14th on, later",
    "fr": "non, à partir du 14, plus tard",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_later_said_with_days_is_no_later_hour(chat, language: Language) -> None:
    first = await chat(language, BOOKS[language])
    turn = await chat(language, FROM_THE_14TH[language])
    assert min(days(turn)) == "12-14"
    assert {offer.starts_at.hour for offer in turn.offers} <= {offer.starts_at.hour for offer in first.offers}


DAYS_LATER: ByLanguage = {
    "es": "se puede pasar a unos días después?", "ca": "es pot passar uns dies després?",
    "gl": "pódese pasar a uns días despois?", "eu": "egun batzuk geroago jar daiteke?",
    "en": "can it be a few days later?", "fr": "c'est possible quelques jours après ?",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_some_days_later_are_after_those_on_offer(chat, language: Language) -> None:
    first = await chat(language, BOOKS[language])
    turn = await chat(language, DAYS_LATER[language])
    assert min(days(turn)) > max(days(first))
