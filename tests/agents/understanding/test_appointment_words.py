"""Days, hours, choices and acts as people said them when they asked for an appointment."""

from datetime import UTC, datetime
from functools import cache

import pytest

from agents.reception.tasks.task import EXPECTED, TaskQuestion
from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tools.reading.folding import fold
from tools.reading.slots import SlotName

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)  # a Monday; the 8th of December is a holiday


@cache
def slots() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


@cache
def acts() -> ActReader:
    return build_act_reader(SEGURIDAD_SOCIAL)


def read(text: str, language: Language, question: TaskQuestion | None = "option") -> dict[SlotName, str]:
    expected = EXPECTED[question] if question else frozenset[SlotName]()
    return {name: slot.value for name, slot in slots().read_slots(fold(text), language, NOW, expected).items()}


def labels(text: str) -> frozenset[str]:
    return frozenset(acts().find_acts(fold(text), text).labels)


@pytest.mark.parametrize(("language", "text", "day"), [
    ("es", "El martes 8 le dije", "2026-12-08"),
    ("es", "para el viernes 11", "2026-12-11"),
    ("ca", "el dimecres 9 al matí", "2026-12-09"),
    ("gl", "para o xoves 10", "2026-12-10"),
    ("es", "el martes a las 9", "2026-12-01"),
    ("es", "el martes 9:00", "2026-12-01"),
    ("ca", "el dimarts 9h", "2026-12-01"),
    ("fr", "la semaine prochaine plutôt, mercredi si c'est possible", "2026-12-09"),
    ("es", "la semana que viene mejor, el miércoles si puede ser", "2026-12-09"),
    ("en", "next week please, Wednesday if possible", "2026-12-09"),
    ("eu", "bihar kamioarekin nago. hurrengo asteko ostirala ahal da?", "2026-12-11"),
    ("ca", "ostres, dijous treballo. me la pots passar a divendres?", "2026-12-04"),
    ("es", "el jueves trabajo, póngame el viernes", "2026-12-04"),
    ("eu", "ostegunean lan egiten dut, ostiralean hobeto", "2026-12-04"),
    ("eu", "bihar hartu nahi dut hitzordua", "2026-12-01"),
])  # fmt: skip
def test_the_day_meant_is_read(language: Language, text: str, day: str) -> None:
    read_values = read(text, language)
    assert (read_values.get("date"), "date_to" in read_values) == (day, False)


@pytest.mark.parametrize(("language", "text"), [
    ("es", "le han bajado la paga este mes y no sabemos por qué"), ("ca", "li han baixat la paga aquest mes"),
    ("gl", "baixáronlle a paga este mes"), ("fr", "on lui a réduit la pension ce mois"),
    ("en", "his pension has been cut this month"), ("eu", "zer eroan bihar dau Patxik?"),
    ("eu", "danak segiduen hartu bihar dittut?"), ("eu", "zer ekarri bihar dut?"),
])  # fmt: skip
def test_what_happened_and_must_be_done_is_no_day(language: Language, text: str) -> None:
    assert "date" not in read(text, language)


@pytest.mark.parametrize(("language", "text", "hour"), [
    ("eu", "hamaika ta laurdenekue ederto", "11:15"), ("gl", "a das doce e cuarto", "12:15"),
    ("gl", "a das 9 dixen, si, confirmada", "09:00"), ("es", "la de las 9", "09:00"), ("ca", "la de les 9", "09:00"),
])  # fmt: skip
def test_the_hour_of_the_one_meant_is_read(language: Language, text: str, hour: str) -> None:
    assert read(text, language)["time"] == hour


@pytest.mark.parametrize(("language", "text", "first"), [
    ("es", "el jueves 10 sí, ¿no hay más tarde que las 9? que vengo en autobús de lejos", "09:01"),
    ("eu", "hobe 9an baina 10ak baino beranduago, autobusa geroago allegetan da", "10:01"),
    ("es", "el jueves desde las 9", "09:00"),
])  # fmt: skip
def test_later_than_an_hour_leaves_that_hour_out(language: Language, text: str, first: str) -> None:
    read_values = read(text, language)
    assert read_values["time_from"] == first
    assert "part_of_day" not in read_values


@pytest.mark.parametrize(("language", "text", "option"), [
    ("ca", "la 2. dni 12345678Z", "2"), ("es", "la 2, y mi DNI es 12345678Z", "2"), ("en", "Just 2 then please", "2"),
    ("en", "1. What do I bring?", "1"), ("fr", "le 2, merci. mon NIE X8126403C", "2"),
])  # fmt: skip
def test_a_choice_is_read_with_more_beside_it(language: Language, text: str, option: str) -> None:
    assert read(text, language)["option"] == option


@pytest.mark.parametrize(("language", "text"), [
    ("es", "a la misma hora"), ("ca", "a la mateixa hora"), ("gl", "á mesma hora"), ("eu", "ordu berean"),
    ("en", "Monday 14th instead, same time"), ("fr", "pour le 17 à la même heure"),
])  # fmt: skip
def test_the_same_hour_is_read(language: Language, text: str) -> None:
    assert read(text, language)["same_time"] == "same"


def test_a_surname_beside_a_document_is_no_misspelt_month() -> None:
    assert "when_unread" not in read("el d'ella és 12345678Z, es diu Josefa Ferrer Bosch", "ca", "document")


@pytest.mark.parametrize("text", [
    "bueno, déjelo. ¿me dan cita para que me lo miren?", "deixa-ho estar. em donen cita per mirar-ho?",
    "déixeo. dáme cita para miralo?", "utzi. hitzordua eman ahal didazue?", "never mind, can I get an appointment?",
    "laissez tomber. donnez-moi un rdv",
])  # fmt: skip
def test_who_lets_go_and_asks_for_an_appointment_cancels_none(text: str) -> None:
    assert {"book", "lets_go"} <= labels(text)
    assert "cancel" not in labels(text)


@pytest.mark.parametrize("text", [
    "bos días, quería cita en Lalín, para falar con alguén en persoa",
    "quiero una cita en Lugo para hablar con alguien", "vull cita per parlar amb algú",
    "I need an appointment to talk to someone", "je veux un rendez-vous pour parler à quelqu'un",
])  # fmt: skip
def test_an_appointment_to_talk_to_somebody_is_one(text: str) -> None:
    assert labels(text) & {"book", "person"} == {"book"}


@pytest.mark.parametrize(("text", "label"), [
    ("hobeto pentsatuta kendu, lehenengo nire medikuarekin hitz egingo dut", "cancel"),
    ("pensándolo mejor quítela, hablo antes con mi médico", "cancel"),
    ("ben pensat treu-la", "cancel"), ("ben pensado quítaa", "cancel"), ("réflexion faite annulez-le", "cancel"),
    ("on second thoughts cancel it", "cancel"), ("a das 9 dixen, si, confirmada", "affirm"),
    ("està viva, gràcies a Déu!! Sí, confirmala", "affirm"), ("está viva. sí, confírmela", "affirm"),
    ("donne moi un rdv à Bilbao", "book"), ("zita bat bihar dot", "book"), ("eixa sí. què hem de dur?", "affirm"),
    ("c'est pour le numéro de sécu hein pas autre chose", "correct"),
    ("es para el número de la Seguridad Social, no otra cosa", "correct"),
])  # fmt: skip
def test_the_act_is_heard(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(("text", "label"), [
    ("no la confirme", "affirm"), ("ez daukot zitarik", "book"), ("ez dot zitarik gura!!", "book"),
    ("ta danak segiduen hartu behar ditut?", "thanks"), ("hamaika ta laurdenetan", "thanks"),
    ("no hi ha res més tard?", "goodbye"), ("quiero hablar con alguien en persona", "book"),
])  # fmt: skip
def test_the_act_is_not_heard(text: str, label: str) -> None:
    assert label not in labels(text)
