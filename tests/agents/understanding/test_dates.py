"""Dates, times and parts of the day in six languages, on Wednesday 25 November 2026."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.days import parse_days
from tools.reading.dates.grammar import DateGrammar, load_grammars
from tools.reading.dates.times import parse_part_of_day, parse_times
from tools.reading.folding import fold

TODAY = date(2026, 11, 25)

DATES: dict[Language, dict[str, str]] = {
    "es": {
        "hoy": "2026-11-25",
        "mañana": "2026-11-26",
        "manana": "2026-11-26",
        "pasado mañana": "2026-11-27",
        "el martes": "2026-12-01",
        "el próximo lunes": "2026-11-30",
        "el lunes que viene": "2026-11-30",
        "el viernes de la semana que viene": "2026-12-04",
        "el miércoles": "2026-12-02",
        "el 3 de diciembre": "2026-12-03",
        "tres de diciembre": "2026-12-03",
        "3/12": "2026-12-03",
        "03-12-2026": "2026-12-03",
        "2026-12-03": "2026-12-03",
        "dentro de una semana": "2026-12-02",
        "dentro de 10 días": "2026-12-05",
        "el día 15": "2026-12-15",
        "el 30": "2026-11-30",
        "el primer martes de marzo": "2027-03-02",
        "el último viernes de enero": "2027-01-29",
        "martes 1 de diciembre de 2026": "2026-12-01",
        "mañana por la mañana": "2026-11-26",
        "ayer": "2026-11-24",
        "2 de enero": "2027-01-02",
        "de hoy en ocho": "2026-12-02",
        "el lunes 21": "2026-12-21",
        "diciembre 5": "2026-12-05",
        "el viernes 15": "2027-01-15",
    },
    "ca": {
        "avui": "2026-11-25",
        "hui": "2026-11-25",
        "demà": "2026-11-26",
        "demà passat": "2026-11-27",
        "dimarts": "2026-12-01",
        "dilluns que ve": "2026-11-30",
        "el divendres de la setmana vinent": "2026-12-04",
        "el 3 de desembre": "2026-12-03",
        "l'11 d'agost": "2027-08-11",
        "d'aquí a dues setmanes": "2026-12-09",
        "el dia 15": "2026-12-15",
        "de demà en vuit": "2026-12-03",
        "el primer dimarts de març": "2027-03-02",
        "dissabte": "2026-11-28",
        "el tres de desembre": "2026-12-03",
    },
    "gl": {
        "hoxe": "2026-11-25",
        "mañá": "2026-11-26",
        "pasado mañá": "2026-11-27",
        "o martes": "2026-12-01",
        "o luns que vén": "2026-11-30",
        "o mércores": "2026-12-02",
        "o venres da próxima semana": "2026-12-04",
        "o 3 de decembro": "2026-12-03",
        "dentro dunha semana": "2026-12-02",
        "dentro de dez días": "2026-12-05",
        "o día 15": "2026-12-15",
        "o xoves": "2026-11-26",
        "mañá pola mañá": "2026-11-26",
        "o tres de decembro": "2026-12-03",
        "o primeiro martes de marzo": "2027-03-02",
    },
    "eu": {
        "gaur": "2026-11-25",
        "bihar": "2026-11-26",
        "biharko": "2026-11-26",
        "etzi": "2026-11-27",
        "asteartean": "2026-12-01",
        "asteartea": "2026-12-01",
        "asteazkenerako": "2026-12-02",
        "datorren astelehenean": "2026-11-30",
        "abenduaren 3an": "2026-12-03",
        "abenduak 3": "2026-12-03",
        "abenduaren hiruan": "2026-12-03",
        "aste bat barru": "2026-12-02",
        "hamar egun barru": "2026-12-05",
        "ostiralean": "2026-11-27",
        "datorren asteko ostiralean": "2026-12-04",
        "urtarrilaren 12an": "2027-01-12",
        "igandean": "2026-11-29",
    },
    "en": {
        "today": "2026-11-25",
        "tomorrow": "2026-11-26",
        "the day after tomorrow": "2026-11-27",
        "on Tuesday": "2026-12-01",
        "next Monday": "2026-11-30",
        "next Friday": "2026-12-04",
        "this Friday": "2026-11-27",
        "3 December": "2026-12-03",
        "December 3rd": "2026-12-03",
        "the 3rd of December": "2026-12-03",
        "in two weeks": "2026-12-09",
        "in a fortnight": "2026-12-09",
        "a week tomorrow": "2026-12-03",
        "the first Tuesday of March": "2027-03-02",
        "on the 15th": "2026-12-15",
    },
    "fr": {
        "aujourd'hui": "2026-11-25",
        "demain": "2026-11-26",
        "après-demain": "2026-11-27",
        "mardi": "2026-12-01",
        "lundi prochain": "2026-11-30",
        "vendredi de la semaine prochaine": "2026-12-04",
        "le 3 décembre": "2026-12-03",
        "le 1er décembre": "2026-12-01",
        "dans une semaine": "2026-12-02",
        "dans dix jours": "2026-12-05",
        "en quinze jours": "2026-12-09",
        "le premier mardi de mars": "2027-03-02",
        "le 15": "2026-12-15",
        "trois décembre": "2026-12-03",
        "jeudi": "2026-11-26",
    },
}

RANGES: dict[Language, list[str]] = {
    "es": ["la semana que viene", "la próxima semana"],
    "ca": ["la setmana que ve", "la setmana vinent"],
    "gl": ["a semana que vén", "a próxima semana"],
    "eu": ["datorren astean", "hurrengo astean"],
    "en": ["next week"],
    "fr": ["la semaine prochaine"],
}

TIMES: dict[Language, dict[str, str]] = {
    "es": {
        "a las 10": "10:00",
        "10:30": "10:30",
        "a las diez y media": "10:30",
        "a las cinco de la tarde": "17:00",
        "a las nueve y cuarto": "09:15",
        "a las doce menos cuarto": "11:45",
        "las 9h": "09:00",
        "a las 4": "16:00",
    },
    "ca": {
        "a les deu": "10:00",
        "a dos quarts d'onze": "10:30",
        "a un quart de deu": "09:15",
        "a les cinc de la vesprada": "17:00",
        "a les deu i mitja": "10:30",
        "9:15": "09:15",
    },
    "gl": {
        "ás dez": "10:00",
        "ás dez e media": "10:30",
        "ás cinco da tarde": "17:00",
        "ás nove e cuarto": "09:15",
        "11:45": "11:45",
    },
    "eu": {
        "hamarretan": "10:00",
        "hamar eta erdietan": "10:30",
        "arratsaldeko bostetan": "17:00",
        "goizeko bederatzietan": "09:00",
        "10:30ean": "10:30",
        "hamaiketan": "11:00",
    },
    "en": {
        "at 10": "10:00",
        "half past ten": "10:30",
        "at 5 pm": "17:00",
        "quarter to eleven": "10:45",
        "ten o'clock": "10:00",
        "9:15 am": "09:15",
    },
    "fr": {
        "à 10 heures": "10:00",
        "à dix heures et demie": "10:30",
        "10h30": "10:30",
        "à cinq heures du soir": "17:00",
        "neuf heures et quart": "09:15",
        "14h": "14:00",
    },
}

PARTS: dict[Language, tuple[str, str]] = {
    "es": ("por la mañana", "por la tarde"),
    "ca": ("al matí", "a la vesprada"),
    "gl": ("pola mañá", "pola tarde"),
    "eu": ("goizean", "arratsaldez"),
    "en": ("in the morning", "in the afternoon"),
    "fr": ("le matin", "l'après-midi"),
}

NO_DATE = [
    "tengo 62 años y quiero jubilarme",
    "buenos días",
    "el mes pasado cobré menos",
    "31 de febrero",
    "el 45 de marzo",
    "quiero cita",
    "me jubilo a los 64",
    "la pensión de 733,60 €",
    "artículo 205.1",
    "I may go",
    "egun on",
    "el año pasado",
    "99/99",
]


@cache
def grammar(language: Language) -> DateGrammar:
    return load_grammars()[language]


def flat(table: dict[Language, dict[str, str]]) -> list[tuple[Language, str, str]]:
    return [(language, said, meant) for language, rows in table.items() for said, meant in rows.items()]


@pytest.mark.parametrize(("language", "said", "meant"), flat(DATES))
def test_a_date_is_read(language: Language, said: str, meant: str) -> None:
    reading = parse_days(fold(said), grammar(language), TODAY).wanted
    assert reading is not None
    assert reading.day.isoformat() == meant


@pytest.mark.parametrize(("language", "said"), [(language, said) for language, rows in RANGES.items() for said in rows])
def test_next_week_is_monday_to_sunday(language: Language, said: str) -> None:
    reading = parse_days(fold(said), grammar(language), TODAY).wanted
    assert reading is not None
    assert (reading.day, reading.until) == (date(2026, 11, 30), date(2026, 12, 6))


@pytest.mark.parametrize(("language", "said", "meant"), flat(TIMES))
def test_a_time_is_read(language: Language, said: str, meant: str) -> None:
    folded = fold(said)
    reading = parse_times(folded, grammar(language), parse_part_of_day(folded, grammar(language))).time
    assert reading is not None
    assert reading.value == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_the_day_is_read(language: Language) -> None:
    morning, afternoon = PARTS[language]
    first, second = (
        parse_part_of_day(fold(morning), grammar(language)),
        parse_part_of_day(fold(afternoon), grammar(language)),
    )
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == ("morning", "afternoon")


@pytest.mark.parametrize("said", NO_DATE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_date_is_not_read_as_one(language: Language, said: str) -> None:
    assert parse_days(fold(said), grammar(language), TODAY).wanted is None


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_reading_a_date_never_raises(text: str, language: Language) -> None:
    folded = fold(text)
    parse_days(folded, grammar(language), TODAY)
    parse_times(folded, grammar(language), parse_part_of_day(folded, grammar(language)))
