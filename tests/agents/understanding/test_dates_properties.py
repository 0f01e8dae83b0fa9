"""What holds of every date and every text, in the six languages."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tools.reading.dates.arithmetic import single_day
from tools.reading.dates.days import parse_days
from tools.reading.dates.grammar import DateGrammar, dates_table, load_grammars
from tools.reading.dates.holidays import holiday, load_holiday_rules
from tools.reading.dates.times import parse_part_of_day, parse_times
from tools.reading.folding import fold
from tools.reading.identities.written import find_documents, find_emails, find_phones
from tools.reading.slots import SlotName

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
AHEAD = st.dates(TODAY, TODAY + timedelta(days=364))
LONG: dict[Language, str] = {
    "es": "el {day} de {month} de {year}",
    "ca": "el {day} de {month} de {year}",
    "gl": "o {day} de {month} de {year}",
    "eu": "{year}ko {month}aren {day}a",
    "en": "the {day} of {month} {year}",
    "fr": "le {day} {month} {year}",
}
SHORT: dict[Language, str] = {
    "es": "{weekday} {day} de {month}",
    "ca": "{weekday}, {day} de {month}",
    "gl": "{weekday} {day} de {month}",
    "eu": "{month}ak {day}, {weekday}a",
    "en": "{weekday} {month} {day}",
    "fr": "{weekday} {day} {month}",
}
FIGURES = ("{day}/{month}/{year}", "{day:02}-{month:02}-{year}", "{day}.{month}.{year}", "{year}-{month:02}-{day:02}")
PIECES = st.sampled_from(
    ["el", "le", "the", "o", "3", "31", "10:30", "martes", "mardi", "marzo", "march", "ostegunean", "no", "pas",
     "menos", "antes de", "entre", "y", "a las", "12345678Z", "612 345 678", "ana@example.org", "próxima", "semana",
     "or", "abans", "d'aquí a", "barru", "ayer", "last", "tarde", "20/12", "2019", "Pascua", "week", "después de",
     "puente", "%", ",", "31/12/9999", "1/1/0100", "hasta el", "no puedo"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map(" ".join))


class Always:
    """A calendar without holidays."""

    def is_working_day(self, province: str | None, day: date) -> bool:
        return True


@cache
def grammars() -> dict[Language, DateGrammar]:
    return load_grammars()


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Loading takes longer than one example may."""
    grammars()
    reader()


def named(template: str, day: date, language: Language) -> str:
    table: dict[str, Any] = dates_table(language)
    return template.format(
        day=day.day,
        year=day.year,
        month=table["months"][day.month - 1][0],
        weekday=table["weekdays"][day.weekday()][0],
    )


@given(AHEAD, st.sampled_from(LANGUAGES), st.sampled_from([LONG, SHORT]))
def test_a_day_written_in_words_is_read_back(day: date, language: Language, form: dict[Language, str]) -> None:
    reading = parse_days(fold(named(form[language], day, language)), grammars()[language], TODAY).wanted
    assert reading is not None
    assert (reading.day, reading.until) == (day, None)


@given(AHEAD, st.sampled_from(LANGUAGES), st.sampled_from(FIGURES))
def test_a_day_written_in_figures_is_read_back(day: date, language: Language, form: str) -> None:
    text = form.format(day=day.day, month=day.month, year=day.year)
    reading = parse_days(fold(text), grammars()[language], TODAY).wanted
    assert reading is not None
    assert (reading.day, reading.until) == (day, None)


@given(st.integers(8, 20), st.integers(0, 59), st.sampled_from(LANGUAGES), st.sampled_from(["{}:{:02}", "{}h{:02}"]))
def test_an_hour_in_figures_is_read_back(hour: int, minute: int, language: Language, form: str) -> None:
    folded = fold(form.format(hour, minute))
    reading = parse_times(folded, grammars()[language], parse_part_of_day(folded, grammars()[language])).time
    assert reading is not None
    assert reading.value == f"{hour:02}:{minute:02}"


@settings(deadline=None)  # two cores, often busy
@given(TEXTS, st.sampled_from(LANGUAGES), st.booleans())
def test_a_wanted_date_is_never_past_and_never_excluded(text: str, language: Language, asked: bool) -> None:
    expecting: frozenset[SlotName] = frozenset({"date"}) if asked else frozenset()
    slots = reader().read_slots(fold(text), language, NOW, expecting)
    future: tuple[SlotName, ...] = ("date", "date_or", "date_to")
    for name in future:
        if name in slots:
            assert date.fromisoformat(slots[name].value) >= TODAY
    if "date_to" in slots:
        assert slots["date"].value < slots["date_to"].value
    if "time_to" in slots and "time" in slots:
        assert slots["time"].value < slots["time_to"].value


@settings(deadline=None)  # two cores, often busy
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_days_ruled_out_are_days_that_could_be_booked(text: str, language: Language) -> None:
    slots = reader().read_slots(fold(text), language, NOW, frozenset())
    ruled_out = slots["date_not"].value.split() if "date_not" in slots else []
    assert all(TODAY <= date.fromisoformat(day) <= TODAY + timedelta(days=366) for day in ruled_out)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("entre el 1/1/1900 y el 31/12/9999 no puedo", 367),
        ("no puedo hasta el 31 de diciembre de 2099", 367),
        ("entre el 1/1/2050 y el 31/12/9999 no puedo", 0),
        ("no puedo hasta el 30 de noviembre", 6),
    ],
)
def test_a_long_time_that_will_not_do_is_listed_as_far_as_appointments_are_given(said: str, days: int) -> None:
    slots = reader().read_slots(fold(said), "es", NOW, frozenset())
    assert len(slots["date_not"].value.split() if "date_not" in slots else []) == days


@example("MARDI:00000000A", "es")
@example("00000000A:MARDI", "es")
@example("MARDI:00000000A:2222222A", "es")
@settings(deadline=None)  # two cores, often busy
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_dates_and_identifiers_never_share_characters(text: str, language: Language) -> None:
    slots = reader().read_slots(fold(text), language, NOW, frozenset())
    found = [*find_documents(text), *find_emails(text), *find_phones(text)]
    when: tuple[SlotName, ...] = ("date", "date_or", "date_not", "date_past", "time", "time_to")
    for name in when:
        if name in slots:
            assert not any(slots[name].start < one.end and one.start < slots[name].end for one in found)


@pytest.mark.parametrize("said", ["31/2/2027", "30.02.2027", "2027-02-30", "32/1/2027", "31/4", "0/5/2027"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_does_not_exist_is_no_other(said: str, language: Language) -> None:
    assert parse_days(fold(said), grammars()[language], TODAY).wanted is None
    slots = reader().read_slots(fold(said), language, NOW, frozenset({"date"}))
    assert "date" not in slots


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "después del 31/12/9999"),
        ("es", "desde el 31/12/9999"),
        ("es", "dos semanas después del 31/12/9999"),
        ("es", "el 31/12/9999 o el 5"),
        ("ca", "després del 31/12/9999"),
        ("gl", "despois do 31/12/9999"),
        ("eu", "31/12/9999 ondoren"),
        ("en", "from 31/12/9999 to the 5th"),
        ("fr", "après le 31/12/9999"),
    ],
)
def test_nothing_is_read_beyond_the_end_of_the_calendar(language: Language, said: str) -> None:
    slots = reader().read_slots(fold(said), language, NOW, frozenset())
    assert slots["date"].value == "9999-12-31"
    assert "date_to" not in slots


@pytest.mark.parametrize(("year", "day"), [(2026, "04-05"), (2027, "03-28"), (2028, "04-16"), (2038, "04-25")])
def test_easter_is_that_of_the_calendar(year: int, day: str) -> None:
    assert holiday("easter", year, load_holiday_rules()) == single_day(date.fromisoformat(f"{year}-{day}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_named_holiday_has_a_rule(language: Language) -> None:
    rules = load_holiday_rules()
    table = dates_table(language)
    for name in {*table["holidays"], *table["feasts"]}:
        assert holiday(name, 2027, rules).length >= 1
    assert holiday("easter", 2027, rules) == single_day(date(2027, 3, 28))


@pytest.mark.parametrize(("place", "day"), [("Sevilla", "2028-02-29"), ("Toledo", "2028-02-28")])
def test_working_days_are_those_of_the_province_named(place: str, day: str) -> None:
    """The 28th of February is the day of Andalusia."""
    said = fold(f"el primer día hábil después del 25 de febrero en la provincia de {place}")
    now = datetime(2028, 2, 20, 9, tzinfo=UTC)
    assert reader().read_slots(said, "es", now, frozenset())["date"].value == day


def test_the_calendar_is_the_one_given() -> None:
    open_always = build_slot_reader(shipped.place_finder(), Always())
    said = fold("el próximo día laborable")
    friday = datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert open_always.read_slots(said, "es", friday, frozenset())["date"].value == "2026-11-28"
    assert reader().read_slots(said, "es", friday, frozenset())["date"].value == "2026-11-30"
