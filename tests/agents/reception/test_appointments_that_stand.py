"""Who asks whether an appointment still stands hears it read back, once it is found; nothing of it changes."""

from typing import Any

import pytest

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.plain_words import PlainWords, load_plain_words
from agents.understanding.reading import Reading
from knowledge.languages import LANGUAGES, Language
from tests.agents.reception.test_appointments_moved import BOOKS, DNI
from tests.agents.reception.test_appointments_without_traps import WordsReader, sayer, words
from tools.reading.folding import fold

PLAIN: PlainWords = load_plain_words()
STANDS: dict[Language, tuple[str, ...]] = {
    "es": ("mi cita sigue en pie no?", "¿está confirmada mi cita del jueves?", "oye, ¿me habéis anulado la cita?"),
    "ca": ("segueix en peu la meva cita?", "tinc cita dijous, encara és vàlida?", "m'heu anul·lat la cita?"),
    "gl": ("a miña cita segue en pé?", "está confirmada a miña cita?", "sigo tendo cita o luns?"),
    "eu": ("nire hitzordua indarrean dago oraindik?", "anulatu didazue hitzordua?", "hitzordua hor jarraitzen du?"),
    "en": ("does my appointment still stand?", "is my appt on thursday still on", "have you cancelled my appointment?"),
    "fr": ("mon rendez-vous tient toujours ?", "c'est toujours bon mon rdv ?", "vous avez annulé mon rdv ?"),
}
OTHERS = [
    "quiero una cita", "la cita con el médico sigue en pie?", "tengo cita y quiero cambiarla", "encara no tinc cita",
    "oraindik ez daukat hitzordurik", "can I still get an appointment?", "je veux toujours un rendez-vous",
    "a miña pensión segue vixente?", "mi tarjeta sanitaria sigue siendo válida?", "¿sigue en pie la paga por hijo?",
    "¿me das cita en Sevilla, vale?", "dame hora para mañana, ¿vale?", "¿con la cita me vale?", "¿sin cita vale?",
    "segueix en peu la llei?", "segue en pé a axuda por fillo?", "Can I still have an appointment?",
    "la loi tient toujours ?",
    "does the old rule still stand?", "Faut-il toujours un rendez-vous ?", "Je peux avoir encore un rendez-vous ?",
    "Hitzordurik gabe joateak balio du?", "Hitzorduak zertarako balio du?",
]  # fmt: skip


def asks_if_it_stands(text: str) -> bool:
    return "stands" in PLAIN.added_to(Acts(frozenset(), ()), fold(text)).labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_heard_as_people_ask_it(language: Language) -> None:
    assert [text for text in STANDS[language] if not asks_if_it_stands(text)] == []


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_resembles_it_is_not(text: str) -> None:
    assert not asks_if_it_stands(text)


class Reader(WordsReader):
    """Hears also what only words tell."""

    def read_message(self, text: str, **rest: Any) -> Reading:
        reading = super().read_message(text, **rest)
        labels = PLAIN.added_to(Acts(reading.labels, ()), fold(text)).labels
        return Reading(**{**{name: getattr(reading, name) for name in reading.__slots__}, "labels": labels})


@pytest.fixture
def chat(talk, book) -> Any:
    return sayer(talk({}, reader=Reader({}), people=book))


STILL: dict[Language, str] = {
    "es": "¿sigue en pie?", "ca": "segueix en peu?", "gl": "segue en pé?", "eu": "zutik jarraitzen du?",
    "en": "is it still on?", "fr": "ça tient toujours ?",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_not_named_is_an_appointment_only_where_one_is_spoken_of(chat, language: Language) -> None:
    assert (await chat(language, STILL[language])).step == "open"
    books, yes = BOOKS[language]
    await chat(language, books, DNI, yes)
    assert (await chat(language, STILL[language])).step == "change.document"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_read_back_to_its_person_and_stays(chat, book, phrases, language: Language) -> None:
    books, yes = BOOKS[language]
    made = (await chat(language, books, DNI, yes)).appointment
    asked = await chat(language, STANDS[language][0])
    assert asked.step == "change.document"
    assert "16" not in words(asked)
    told = await chat(language, DNI)
    assert told.step == "open"
    assert "16" in words(told)
    assert phrases.say(language, "appointment-stands", when="|", office="|").split("|")[0] in words(told)
    assert (await book.find(made.locator, DNI)).slot.starts_at == made.starts_at


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_a_reference_it_is_asked_for_and_nothing_is_told(chat, language: Language) -> None:
    assert (await chat(language, STANDS[language][0])).step == "change.locator"


async def test_it_may_be_changed_after_it_was_read_back_without_its_reference(chat) -> None:
    books, yes = BOOKS["es"]
    await chat("es", books, DNI, yes, STANDS["es"][0], DNI)
    turn = await chat("es", "quiero cambiar la cita", DNI)
    assert turn.step == "change.option"


async def test_of_one_that_is_to_be_cancelled_it_is_told_and_the_cancelling_waits(chat, phrases) -> None:
    books, yes = BOOKS["es"]
    await chat("es", books, DNI, yes, "quiero anular mi cita", DNI)
    turn = await chat("es", STANDS["es"][0])
    assert turn.step == "cancel.confirm"
    assert phrases.say("es", "appointment-stands", when="|", office="|").split("|")[0] in words(turn)


async def test_one_that_was_cancelled_just_now_does_not_stand(chat, phrases) -> None:
    books, yes = BOOKS["es"]
    await chat("es", books, DNI, yes, "quiero anular mi cita", DNI, yes)
    assert phrases.say("es", "appointment-gone-no") in words(await chat("es", STANDS["es"][0]))


async def test_what_was_read_back_and_not_confirmed_is_no_appointment_yet(chat, phrases) -> None:
    turn = await chat("es", BOOKS["es"][0], DNI, STANDS["es"][0])
    assert turn.step == "book.confirm"
    assert phrases.say("es", "not-done-yet") in words(turn)


async def test_a_reference_that_is_known_and_said_again_is_noted(chat, phrases) -> None:
    books, yes = BOOKS["es"]
    made = (await chat("es", books, DNI, yes)).appointment
    turn = await chat("es", "quiero cambiar la cita", made.locator)
    assert turn.step == "change.document"
    assert phrases.say("es", "book-noted") in words(turn)
