"""Hours that are wished, that only tell why, and that will not do."""

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
    slots = parse_when(fold(said), [grammar(language)], AskedWhen(NOW, "offer"), lambda day: day.weekday() < 5)
    return {name: slot.value for name, slot in slots.items()}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "y que no sea muy temprano, por el autobús"), ("es", "no muy temprano"),
        ("ca", "que no sigui massa d'hora"), ("ca", "que no siga molt prompte"), ("gl", "que non sexa moi cedo"),
        ("eu", "ez oso goiz"), ("en", "not too early"), ("fr", "pas trop tôt"),
    ],
)  # fmt: skip
def test_not_too_early_is_late_in_the_morning(language: Language, said: str) -> None:
    assert read(language, said)["time_from"] == "11:00"


def test_an_hour_that_only_tells_why_is_no_wish() -> None:
    assert read("es", "el autobús llega a las diez y media")["time_from"] == "10:31"
    assert read("es", "trabajo hasta las dos")["time_from"] == "14:00"


def test_an_hour_refused_is_ruled_out_and_another_wished() -> None:
    said = read("es", "a las nueve no puedo, a las once sí")
    assert (said["time_not"], said["time"]) == ("09:00", "11:00")


def test_hours_of_two_sentences_are_no_range() -> None:
    said = read("gl", "pero ás nove non podo, dixen despois das once. o xoves ás once e media?")
    assert "time_to" not in said
    assert (said["date"], said["time_not"]) == ("2026-12-03", "09:00")


def test_a_range_goes_on_over_a_day() -> None:
    said = read("es", "de 10 a 12 el jueves")
    assert (said["time"], said["time_to"]) == ("10:00", "12:00")


def test_a_week_on_a_weekday_is_the_week_after_that_day() -> None:
    assert read("en", "a week on Tuesday")["date"] == "2026-12-15"
    assert read("en", "a fortnight on Friday")["date"] == "2026-12-18"
