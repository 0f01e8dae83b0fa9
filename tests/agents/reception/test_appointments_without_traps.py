"""Whole appointment conversations in six languages: words are read by the shipped tables, only matters are scripted."""

from datetime import date, datetime
from functools import cache
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.appointments.steps import NOTHING_ASKED, LastAsked
from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.reading import Reading
from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW
from tests.fakes.scripted_reader import ScriptedReader
from tools.reading.folding import fold

DNI, NIE, PASSPORT = "12345678Z", "X1234567L", "533401234"
WIDOWS = {"viud", "viuvez", "viduï", "alargun", "widow", "veuv"}
RETIRED = {"jubil", "xubil", "erretiro", "retire", "retraite"}


@cache
def acts() -> ActReader:
    return build_act_reader(SEGURIDAD_SOCIAL)


@cache
def slots() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


class WordsReader(ScriptedReader):
    """Reads acts, days, places and identities by their words; a need by a word of its name."""

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        asked: LastAsked = NOTHING_ASKED,
        before: SaidBefore = NOTHING_SAID,
    ) -> Reading:
        folded, language = fold(text), prior or "es"
        labels = acts().find_acts(folded, text).labels
        named = {"viudedad": WIDOWS, "jubilacion_ordinaria": RETIRED}
        need = next((name for name, words in named.items() if any(word in text.casefold() for word in words)), None)
        if need is None and labels & {"change", "cancel"}:
            need = "cita_modificar"
        return Reading(
            language=language, language_confidence=0.99, need=need, confidence=0.9 if need else 0.0, labels=labels,
            slots=slots().read_slots(folded, language, now, asked.values), reserved=slots().answers.reserved(folded),
        )  # fmt: skip


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


@pytest.fixture
def chat(talk, book) -> Any:
    """A conversation in a language; it says several messages and gives the last turn."""

    async def say(language: Language, *texts: str) -> Turn:
        turn = None
        for text in texts:
            turn = await conversation.say(text)
            if turn.language != language:
                await conversation.speak(language)
        assert turn is not None
        return turn

    conversation = talk({}, reader=WordsReader({}), people=book)
    return conversation, say


async def start(conversation: Any, language: Language) -> None:
    await conversation.say("hola")
    await conversation.speak(language)


def sayer(conversation: Any) -> Any:
    """Says several messages in a language, begins the conversation in it if need be, and gives the last turn."""

    async def say(language: Language, *texts: str) -> Turn:
        if not conversation.opened:
            await start(conversation, language)
        turns = [await conversation.say(text) for text in texts]
        assert turns[-1].language == language
        return turns[-1]

    return say


NOT_NEXT_WEEK: dict[Language, str] = {
    "es": "quiero cita en Girona para la viudedad, la semana q viene no puedo, la siguiente",
    "ca": "vull cita a Girona per la viduïtat, la setmana que ve no puc, la següent",
    "gl": "quero cita en Girona para a viuvez, a semana que vén non podo, a seguinte",
    "eu": "hitzordua nahi dut Gironan alarguntzarako, datorren astean ezin dut, hurrengoan",
    "en": "I need an appointment in Girona about the widow's pension, next week I can't, the week after",
    "fr": "je voudrais un rendez-vous à Girona pour la veuve, la semaine prochaine je peux pas, celle d'après",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_new_appointment_with_days_that_will_not_do_is_a_new_one(chat, language: Language) -> None:
    conversation, say = chat
    await start(conversation, language)
    turn = await say(language, NOT_NEXT_WEEK[language])
    assert turn.step == "book.option"
    assert {offer.starts_at.isocalendar().week for offer in turn.offers} == {50}  # the one after next


NONE_YET: dict[Language, tuple[str, str]] = {
    "es": ("quiero cambiar la cita", "no tengo ninguna, quiero pedir una cita nueva para la viudedad en Girona"),
    "ca": ("vull canviar la cita", "no en tinc cap, vull demanar cita per la viduïtat a Girona"),
    "gl": ("quero cambiar a cita", "non teño ningunha, quero pedir unha cita para a viuvez en Girona"),
    "eu": ("hitzordua aldatu nahi dut", "ez daukat, hitzordu berria eskatu nahi dut alarguntzarako Gironan"),
    "en": (
        "I want to change my appointment",
        "I have none, I want a new appointment about the widow's pension in Girona",
    ),
    "fr": ("je veux changer mon rendez-vous", "je n'en ai pas, je veux prendre un rendez-vous pour la veuve à Girona"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_no_appointment_gets_a_new_one_where_its_code_was_asked(chat, language: Language) -> None:
    conversation, say = chat
    await start(conversation, language)
    changes, new = NONE_YET[language]
    assert (await say(language, changes)).step == "change.locator"
    assert (await say(language, new)).step == "book.option"


async def test_a_change_becomes_a_cancellation_and_back(chat) -> None:
    _conversation, say = chat
    assert (await say("es", "quiero cambiar mi cita")).step == "change.locator"
    assert (await say("es", "mejor quiero anular la cita")).step == "cancel.locator"
    assert (await say("es", "no, quiero cambiar la cita")).step == "change.locator"


CHOSEN: dict[Language, tuple[str, str, date]] = {
    "es": ("para la viudedad en Girona", "la primera del jueves", date(2026, 11, 26)),
    "ca": ("per la viduïtat a Girona", "la primera de dijous", date(2026, 11, 26)),
    "gl": ("para a viuvez en Girona", "a primeira do xoves", date(2026, 11, 26)),
    "eu": ("alarguntzarako Gironan", "eguenean lehenengoa", date(2026, 11, 26)),
    "en": ("about the widow's pension in Girona", "ok, the 17th then", date(2026, 12, 17)),
    "fr": ("pour la veuve à Girona", "la première de jeudi", date(2026, 11, 26)),
}
ASKS: dict[Language, str] = {
    "es": "quiero cita", "ca": "vull cita", "gl": "quero cita", "eu": "hitzordua nahi dut",
    "en": "I need an appointment", "fr": "je voudrais un rendez-vous",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_and_one_of_its_hours_are_taken_and_the_office_is_named(chat, language: Language, phrases) -> None:
    conversation, say = chat
    await start(conversation, language)
    about, chosen, day = CHOSEN[language]
    offered = await say(language, f"{ASKS[language]} {about}")
    office = shipped.offices()["inss-17"]
    assert office.name[language] in words(offered)
    turn = await say(language, chosen)
    if turn.step == "book.option":  # several hours of that day are left
        assert {offer.starts_at.date() for offer in turn.offers} == {day}
        turn = await say(language, "1")
    assert turn.step == "book.document"
    assert office.name[language] in words(turn)
    assert office.address in words(turn)
    read_back = await say(language, DNI)
    assert read_back.appointment is not None
    assert read_back.appointment.starts_at.date() == day


async def test_corrections_are_heard_at_every_step(chat) -> None:
    _conversation, say = chat
    await say("es", "quiero cita para la jubilación en Girona", "el jueves")
    turn = await say("es", "no es para eso, es para la viudedad")
    assert (turn.need, turn.step) == ("viudedad", "book.document")  # the hour chosen stays
    turn = await say("es", "mejor el lunes", "1", DNI)
    assert turn.appointment is not None
    assert turn.appointment.starts_at.date() == date(2026, 11, 30)
    turn = await say("es", "no, el martes", "1")
    assert (turn.step, turn.appointment and turn.appointment.starts_at.date()) == ("book.confirm", date(2026, 12, 1))
    assert (await say("es", "no")).step == "book.what_change"
    turn = await say("es", "la jubilación")
    assert turn.need == "jubilacion_ordinaria"
    assert (await say("es", "mejor cancelo")).step == "open"


async def test_from_an_hour_on_offers_nothing_before(chat) -> None:
    _, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona", "a partir de las 11")
    assert turn.offers
    assert min(offer.starts_at.hour for offer in turn.offers) >= 11


async def test_an_hour_that_is_not_free_gets_the_nearest_and_is_told(chat, phrases) -> None:
    _, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona por la tarde sobre las 5")
    office = shipped.offices()["inss-17"].name["es"]
    assert phrases.say("es", "book-no-slots-afternoon", office=office) in words(turn)
    assert {f"{offer.starts_at:%H:%M}" for offer in turn.offers} == {"13:45"}


UNREAD: dict[Language, tuple[str, str]] = {
    "es": ("a una hora buena", "una hora"), "ca": ("el dimacres", "dimacres"), "gl": ("nunha data boa", "data"),
    "eu": ("oporren ondoren", "oporren ondoren"), "en": ("in the summer", "in the summer"),
    "fr": ("pendant les vacances", "pendant les vacances"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_of_time_that_are_not_understood_are_asked_back(chat, phrases, language: Language) -> None:
    conversation, say = chat
    await start(conversation, language)
    said, unread = UNREAD[language]
    await say(language, f"{ASKS[language]} {CHOSEN[language][0]}")
    turn = await say(language, said)
    assert phrases.say(language, "book-when-unread", words=unread) in words(turn)
    assert turn.step == "book.option"


async def test_days_beyond_the_window_get_the_last_ones_and_the_hour_said_next_is_theirs(chat) -> None:
    conversation, say = chat
    await start(conversation, "gl")
    turn = await say("gl", "quero cita en Girona para a viuvez despois de Reis")
    last = {offer.starts_at.date() for offer in turn.offers}
    turn = await say("gl", "á unha", DNI)
    assert turn.appointment is not None
    assert (turn.appointment.starts_at.hour, turn.appointment.starts_at.date() in last) == (13, True)


async def test_a_town_without_office_hears_of_the_two_nearest_the_nearer_first(chat, phrases) -> None:
    _conversation, say = chat
    turn = await say("es", "quiero cita para la viudedad en Torrevieja")
    offices = shipped.offices()
    told = phrases.say("es", "book-town-nearest-offices",
        town="Torrevieja", office=offices["inss-30"].name["es"], km="39",
        other=offices["inss-03"].name["es"], otherkm="45",
    )  # fmt: skip
    assert told in words(turn)
    assert {offer.office_id for offer in turn.offers} == {"inss-30"}
    turn = await say("es", phrases.say("es", "reply-nearby"))
    assert {offer.office_id for offer in turn.offers} == {"inss-03"}


async def test_the_nearest_office_is_not_one_where_another_administration_manages_the_matter(talk, book) -> None:
    conversation = talk({}, reader=WordsReader({}))
    await conversation.say("quiero cita para la viudedad en Miranda de Ebro")
    turn = await conversation.say("no, es para la jubilación")
    assert {offer.office_id for offer in turn.offers} == {"inss-01"}


async def test_a_town_with_an_office_hears_of_no_other(chat) -> None:
    _, say = chat
    assert " km" not in words(await say("es", "quiero cita para la viudedad en Girona"))


PASSPORTS: dict[Language, tuple[str, str]] = {
    "es": ("no tengo DNI, tengo pasaporte", PASSPORT), "ca": ("només tinc passaport", "AB123456"),
    "gl": ("teño pasaporte", PASSPORT), "eu": ("pasaportea daukat", "AB123456"),
    "en": ("I only have a British passport", PASSPORT), "fr": ("j'ai un passeport", "20AB12345"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_a_passport_books_and_cancels_with_it(chat, language: Language) -> None:
    conversation, say = chat
    await start(conversation, language)
    says, number = PASSPORTS[language]
    await say(language, f"{ASKS[language]} {CHOSEN[language][0]}", "1")
    asked = await say(language, says)
    assert asked.step == "book.document"
    turn = await say(language, number)
    assert turn.step == "book.confirm"
    assert number not in words(turn)
    assert number not in str((await conversation.state())["transcript"])
    yes = {"es": "sí", "ca": "sí", "gl": "si", "eu": "bai", "en": "yes", "fr": "oui"}[language]
    made = await say(language, yes)
    assert made.appointment is not None
    assert made.appointment.status == "booked"
    cancel = {"es": "anular la cita", "ca": "anul·lar la cita", "gl": "anular a cita", "eu": "hitzordua ezeztatu",
              "en": "cancel my appointment", "fr": "annuler mon rendez-vous"}[language]  # fmt: skip
    assert (await say(language, cancel, number)).step == "cancel.confirm"
    done = await say(language, yes)
    assert done.appointment is not None
    assert done.appointment.status == "cancelled"


async def test_who_booked_without_a_telephone_cancels_by_document_day_and_office(chat, talk, book) -> None:
    _, say = chat
    made = await say("es", "quiero cita para la viudedad en Girona", "1", DNI, "sí")
    assert made.appointment is not None
    day = made.appointment.starts_at
    other = talk({}, reader=WordsReader({}), people=book)
    steps = [
        (await other.say(text)).step for text in ("quiero anular mi cita", "no tengo el localizador", "no di teléfono")
    ]
    assert steps == ["cancel.locator", "cancel.locator", "cancel.visit"]
    turn = await other.say(f"{DNI}, el {day.day}/{day.month}, en Lleida")
    assert turn.step == "cancel.visit"  # not there
    turn = await other.say(f"el {day.day}/{day.month} en Girona")
    assert turn.step == "cancel.confirm"
    assert (await other.say("sí")).appointment.status == "cancelled"


async def test_who_is_not_found_by_the_visit_gets_a_person_with_a_yes(chat) -> None:
    _, say = chat
    turn = await say(
        "es", "quiero anular mi cita", "no tengo el localizador", "no di teléfono", f"{NIE}, el 3/12, en Girona"
    )
    assert turn.step == "cancel.visit"
    assert (await say("es", "sí")).hand_off is not None


async def test_the_week_after_that_of_the_appointment_is_counted_from_it(chat) -> None:
    _, say = chat
    made = await say("es", "quiero cita para la viudedad en Girona el 2 de diciembre", "1", DNI, "sí")
    assert made.appointment is not None
    turn = await say("es", "quiero cambiar la cita a la semana siguiente", DNI)
    assert {offer.starts_at.isocalendar().week for offer in turn.offers} == {50}


@pytest.mark.parametrize("question", ["¿de quién es el DNI?", "¿para qué quieren el documento?"])
async def test_a_question_about_what_is_asked_for_is_answered_and_comes_back(chat, phrases, question: str) -> None:
    _, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona", "1", question)
    assert phrases.say("es", "help-document") in words(turn)
    assert turn.step == "book.document"


async def test_a_document_given_before_its_turn_is_noted(chat, phrases) -> None:
    _, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona", DNI)
    assert phrases.say("es", "book-noted") in words(turn)
    assert (await say("es", "1")).step == "book.confirm"


async def test_having_to_go_to_the_office_is_a_question_and_no_wish(chat) -> None:
    _, say = chat
    assert NOW.date() == date(2026, 11, 25)
    turn = await say("es", "¿tengo que ir a la oficina para la viudedad?")
    assert not turn.step.startswith("book.")


@pytest.mark.parametrize(("language", "week", "weekday", "day"), [
    ("es", "la semana del 14 de diciembre", "mejor el jueves", date(2026, 12, 17)),
    ("ca", "la setmana del 14 de desembre", "dijous", date(2026, 12, 17)),
    ("gl", "a semana do 14 de decembro", "o xoves", date(2026, 12, 17)),
    ("eu", "abenduaren 14ko astean", "eguenean", date(2026, 12, 17)),
    ("en", "the week of the 14th of December", "on Thursday", date(2026, 12, 17)),
    ("fr", "la semaine du 14 décembre", "jeudi", date(2026, 12, 17)),
])  # fmt: skip
async def test_a_weekday_said_alone_is_one_of_the_week_on_offer(
    chat, language: Language, week: str, weekday: str, day: date
) -> None:
    conversation, say = chat
    await start(conversation, language)
    turn = await say(language, f"{ASKS[language]} {CHOSEN[language][0]}", week, weekday)
    assert {offer.starts_at.date() for offer in turn.offers} == {day}


async def test_a_yes_to_several_hours_asks_which_and_is_no_miss(chat, phrases) -> None:
    conversation, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona", "sí")
    assert phrases.say("es", "book-say-which") in words(turn)
    assert turn.offers
    assert not (await conversation.state()).get("misses")


async def test_no_afternoon_here_is_told_and_the_day_stays(chat, phrases) -> None:
    _, say = chat
    turn = await say("es", "quiero cita para la viudedad en Girona el 4 de diciembre", "¿puede ser por la tarde?")
    assert phrases.say("es", "book-no-slots-afternoon", office=shipped.offices()["inss-17"].name["es"]) in words(turn)
    assert {offer.starts_at.date() for offer in turn.offers} == {date(2026, 12, 4)}


async def test_an_appointment_asked_for_where_a_person_was_offered_is_no_yes(chat) -> None:
    _, say = chat
    assert (
        await say("es", "quiero poner una reclamación por el trato", "vale, pero quiero cita para la viudedad")
    ).hand_off is None


async def test_who_names_no_matter_and_goes_on_telling_gets_a_general_appointment(chat, phrases) -> None:
    _, say = chat
    assert (await say("es", "quiero cita", "el viernes")).step == "book.need"
    turn = await say("es", "en Girona")
    assert phrases.say("es", "book-general") in words(turn)
    assert turn.step == "book.option"
    assert {offer.starts_at.isoweekday() for offer in turn.offers} == {5}


async def test_who_has_none_and_names_the_matter_gets_a_new_one(chat) -> None:
    _, say = chat
    assert (
        await say("es", "quiero anular mi cita", "no, si no tengo cita, la quiero para la viudedad")
    ).step == "book.place"
