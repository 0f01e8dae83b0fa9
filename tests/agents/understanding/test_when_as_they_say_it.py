"""Days and hours as people say them in a booking: all that was said is heard, and nothing else is asked back."""

from datetime import UTC, date, datetime
from functools import cache

import pytest

from agents.reception.tasks.task import EXPECTED, TaskQuestion
from agents.understanding.slots.slot_reader import ReadAt, SlotReader, build_slot_reader
from knowledge.languages import Language
from tests import shipped
from tools.reading.dates.bare_weekday import is_bare_weekday
from tools.reading.folding import fold
from tools.reading.slots import SlotName, SlotValue, SpokenOf

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)
TOWN = SpokenOf(town="Lugo")


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def slots_of(text: str, language: Language, asked: TaskQuestion | None = "option") -> dict[SlotName, SlotValue]:
    waiting = ReadAt(NOW, EXPECTED[asked] if asked else frozenset(), TOWN)
    return reader().read_slots_and_rest(fold(text), language, waiting)[0]


def read(text: str, language: Language, asked: TaskQuestion | None = "option") -> dict[str, str]:
    return {name: slot.value for name, slot in slots_of(text, language, asked).items()}


BASQUE_HOURS: list[tuple[str, dict[str, str]]] = [
    ("osteguna 10a, goizeko 11tatik aurrera", {"date": "2026-12-10", "time_from": "11:00"}),
    ("10ean 11ak baino beranduau", {"date": "2026-12-10", "time_from": "11:01"}),
    ("12etatik lehenago posible bada?", {"time_to": "12:00"}),
    ("11:30ian hobeto", {"time": "11:30"}),
    ("11:30era aldatu nahi dut", {"time": "11:30"}),
    ("11tan", {"time": "11:00"}),
    ("hurrengo asteko osteguneako", {"date": "2026-12-10"}),
]


@pytest.mark.parametrize(("text", "said"), BASQUE_HOURS)
def test_hours_and_days_are_heard_in_spoken_basque(text: str, said: dict[str, str]) -> None:
    assert said.items() <= read(text, "eu").items()


AFTER_THE_BRIDGE: list[tuple[Language, str]] = [
    ("es", "El lunes no puedo. Mejor pasado el puente, el miércoles o el jueves"),
    ("gl", "mellor despois da ponte, o mércores ou o xoves"),
    ("ca", "després del pont, el dimecres o el dijous"),
    ("fr", "après le pont, mercredi ou jeudi"),
]


@pytest.mark.parametrize(("language", "text"), AFTER_THE_BRIDGE)
def test_two_days_after_a_long_weekend_are_both_wished(language: Language, text: str) -> None:
    found = read(text, language)
    assert (found["date"], found["date_or"]) == ("2026-12-09", "2026-12-10")
    assert "when_unread" not in found


def test_a_weekday_after_a_long_weekend_is_none_of_it() -> None:
    assert read("pasado el puente, el lunes", "es")["date"] == "2026-12-14"


MOVED: list[tuple[Language, str]] = [
    ("es", "¿La puede pasar a la semana siguiente? el martes o el jueves, por la mañana"),
    ("ca", "la pot passar a la setmana següent? dimarts o dijous"),
    ("gl", "pódea pasar á semana seguinte? o martes ou o xoves"),
    ("eu", "hurrengo astera aldatu, asteartea edo osteguna"),
    ("en", "can you move it to the following week, Tuesday or Thursday?"),
    ("fr", "vous pouvez le décaler à la semaine suivante, mardi ou jeudi ?"),
]


@pytest.mark.parametrize(("language", "text"), MOVED)
def test_two_weekdays_of_the_week_after_count_from_the_appointment(language: Language, text: str) -> None:
    found = slots_of(text, language, None)
    assert found["move"].value == "next_week"
    assert "date_of" not in found
    for name, day in (("date", date(2026, 12, 8)), ("date_or", date(2026, 12, 10))):
        assert is_bare_weekday(found[name].text, day)  # which is counted from the appointment, once it is found
        assert found[name].value == day.isoformat()


def test_a_weekday_of_that_week_is_of_the_week_of_the_number_before() -> None:
    assert read("the 15th I've got the dentist. Can I do the Thursday of that week", "en", None)["date"] == "2026-12-17"


DOTTED: list[tuple[Language, str]] = [
    ("en", "oh, 12.15 then I suppose, that's the latest you've got?"), ("es", "la de 12.15 me va bien"),
    ("ca", "doncs 12.15 llavors"), ("gl", "pois 12.15 entón"), ("eu", "12.15etan orduan"), ("fr", "alors 12.15 ça va"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), DOTTED)
def test_an_hour_with_a_dot_is_one_where_an_hour_was_asked(language: Language, text: str) -> None:
    assert read(text, language)["time"] == "12:15"
    assert "time" not in read("me pagan 12.15 euros", "es", None)


def test_what_is_no_misspelt_day_is_not_asked_back() -> None:
    assert "when_unread" not in read("antes de las 9 que entro a trabajar", "es")
    assert "when_unread" not in read("wenesday 9", "en")
    assert read("el vienres a las 10", "es")["when_unread"] == "vienres"
    assert read("wenesday 10", "en")["when_unread"] == "wenesday"  # the 10th is a Thursday
    assert read("le 8 janvie", "fr")["when_unread"] == "janvie"


def test_nothing_in_two_towns_is_no_birth_and_if_not_refuses_no_town() -> None:
    found = read("non hai nada en Viveiro ou en Foz?", "gl")
    assert (found["municipality"], found["town_or"]) == ("Viveiro", "Foz")
    for text in ("si no, a Lugo mateix el dia 22", "si no a Lugo mateix"):
        assert "move" not in read(text, "ca")
