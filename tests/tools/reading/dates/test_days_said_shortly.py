"""Days and hours in few words: the one chosen of those on offer, and the day that an appointment is moved to."""

from datetime import datetime
from functools import cache

import pytest

from knowledge.languages import Language
from tools.reading.dates.grammar import DateGrammar, load_grammars
from tools.reading.dates.when import AskedWhen, parse_when
from tools.reading.folding import fold

NOW = datetime.fromisoformat("2026-12-01T10:00:00+01:00")


@cache
def grammar(language: Language) -> DateGrammar:
    return load_grammars()[language]


def read(language: Language, said: str) -> dict[str, str]:
    slots = parse_when(fold(said), [grammar(language)], AskedWhen(NOW), lambda day: day.weekday() < 5)
    return {name: slot.value for name, slot in slots.items()}


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("11:15ekoa ongi", "11:15"), ("13:45koa hartuko dut", "13:45"), ("12:30ekoan", "12:30"),
        ("10:00etakoa", "10:00"), ("10etakoa", "10:00"), ("9:00etakoak", "09:00"), ("13:45ekoarekin", "13:45"),
    ],
)  # fmt: skip
def test_an_hour_is_named_by_what_is_at_it_in_basque(said: str, hour: str) -> None:
    assert read("eu", said) == {"time": hour}


def test_a_day_and_the_one_at_its_hour_are_read_together_in_basque() -> None:
    assert read("eu", "15eko 13:45ekoa hartuko dut")["time"] == "13:45"
    assert read("eu", "ostiralean 13:45ekoa") == {"date": "2026-12-04", "time": "13:45"}
    assert read("eu", "ez 9etakoa, 13:45ekoa") == {"time_not": "09:00", "time": "13:45"}


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("friday 11 in the morning", "2026-12-11", None), ("thursday 10 in the afternoon", "2026-12-10", None),
        ("friday 11 at 10 in the morning", "2026-12-11", "10:00"),
        ("friday at 11 in the morning", "2026-12-04", "11:00"),
        ("friday 9 in the morning", "2026-12-04", "09:00"),  # the 9th is a Wednesday
        ("friday 8 in the morning", "2026-12-04", "08:00"),  # as is the 8th of this month
        ("friday 11 am", "2026-12-04", "11:00"),
    ],
)  # fmt: skip
def test_a_number_that_is_that_day_of_the_month_is_no_hour(said: str, day: str, hour: str | None) -> None:
    read_ = read("en", said)
    assert (read_["date"], read_.get("time")) == (day, hour)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "¿se puede cambiar al 14?"), ("es", "¿la pueden pasar al 14 por la tarde?"),
        ("ca", "es pot moure al 14?"), ("gl", "pódese cambiar ao 14?"), ("eu", "14ra alda daiteke?"),
        ("en", "can we move it to 14?"), ("en", "could you change it to the 14, please"),
        ("fr", "On peut le décaler au 14 ?"), ("fr", "elle a le cardiologue ce jour-là. Vous pouvez reporter au 14 ?"),
    ],
)  # fmt: skip
def test_the_day_that_it_is_moved_to_may_be_a_bare_number(language: Language, said: str) -> None:
    assert read(language, said)["date"] == "2026-12-14"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "la pensión va a pasar al 14 por ciento"), ("es", "quiero cambiar a 14 pagas"),
        ("fr", "il faut passer au 12 rue de la paix"), ("en", "can I change to 14 payments"),
        ("gl", "quero cambiar ao 10 de maio de 1960 o dato"), ("fr", "je ne peux pas ce jour-là"),
    ],
)  # fmt: skip
def test_what_is_no_day_of_this_month_is_none(language: Language, said: str) -> None:
    assert not read(language, said).get("date", "").startswith("2026-12")
