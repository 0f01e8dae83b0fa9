"""Days of an appointment that is moved, bridges by their name, the middle of a morning, and what a question wishes."""

from datetime import datetime
from functools import cache

import pytest

from knowledge.languages import Language
from tests import shipped
from tools.reading.dates.grammar import DateGrammar, load_grammars
from tools.reading.dates.when import AskedWhen, parse_when
from tools.reading.dates.working_days import working_in
from tools.reading.folding import fold

NOW = datetime.fromisoformat("2026-12-01T10:00:00+01:00")


@cache
def grammar(language: Language) -> DateGrammar:
    return load_grammars()[language]


def read(language: Language, said: str) -> dict[str, str]:
    working = working_in(shipped.calendar(), None)
    slots = parse_when(fold(said), [grammar(language)], AskedWhen(NOW), working)
    return {name: slot.value for name, slot in slots.items()}


MOVED: list[tuple[Language, str]] = [
    ("es", "tengo cita el 15 y quiero cambiarla al 16"),
    ("es", "cámbiame al 16 la cita del 15"),
    ("ca", "tinc cita el dia 15 i vull canviar-la al 16"),
    ("ca", "tenc cita es dia 15 i vull canviar-la per es 16"),
    ("gl", "a cita do 15, podedes pasala ao 16?"),
    ("eu", "15ean daukadan hitzordua 16ra aldatu nahi dut"),
    ("eu", "15eko hitzordua 16ra pasa dezakezu?"),
    ("en", "mine is on the 15th. Could you move it to the 16th?"),
    ("fr", "mon rdv du 15, vous pouvez le mettre au 16 ?"),
]


@pytest.mark.parametrize(("language", "said"), MOVED)
def test_of_two_days_the_one_it_is_moved_to_is_wished(language: Language, said: str) -> None:
    when = read(language, said)
    assert (when["date"], when["date_of"]) == ("2026-12-16", "2026-12-15")


def test_an_appointment_may_be_moved_to_a_week() -> None:
    when = read("en", "I've one in Palma on the 10th. Can you move it to the week before Christmas?")
    assert (when["date"], when["date_to"], when["date_of"]) == ("2026-12-14", "2026-12-20", "2026-12-10")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "cámbiala al 17 a la misma hora"), ("ca", "millor la canviem pel 17 a la mateixa hora"),
        ("ca", "vull canviar-la al 17 a les 9"), ("gl", "cambiala ao 17 ás 9"), ("fr", "déplacez-le au 17 à 9 h"),
    ],
)  # fmt: skip
def test_a_number_that_it_is_moved_to_is_a_day_with_an_hour_after_it_too(language: Language, said: str) -> None:
    assert read(language, said)["date"] == "2026-12-17"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "el jueves de después del puente de la Constitución"),
        ("ca", "el dijous després del pont de la Constitució"),
        ("gl", "o xoves despois da ponte da Constitución"),
        ("eu", "zubi osteko osteguna"),
        ("fr", "le jeudi après le pont de la Constitution"),
    ],
)
def test_a_bridge_may_be_named_by_a_feast_that_falls_on_a_sunday(language: Language, said: str) -> None:
    assert read(language, said)["date"] == "2026-12-10"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "el miércoles a media mañana"), ("ca", "dimecres a mig matí"), ("gl", "o mércores a media mañá"),
        ("eu", "asteazkenean goiz erdian"), ("en", "Wednesday, mid-morning"), ("fr", "mercredi en milieu de matinée"),
    ],
)  # fmt: skip
def test_the_middle_of_the_morning_is_not_its_first_hour(language: Language, said: str) -> None:
    when = read(language, said)
    assert (when["date"], when["part_of_day"], when["time_from"]) == ("2026-12-02", "morning", "10:00")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "¿no puede ser por la tarde?"), ("ca", "no pot ser a la tarda?"), ("gl", "non pode ser pola tarde?"),
        ("eu", "arratsaldean ez dago ezer ala?"), ("en", "can it not be in the afternoon?"),
        ("fr", "ce ne peut pas être l'après-midi ?"),
    ],
)  # fmt: skip
def test_a_part_of_the_day_that_a_question_denies_is_wished(language: Language, said: str) -> None:
    assert read(language, said)["part_of_day"] == "afternoon"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "¿tenéis algo que no sea por la tarde?"), ("es", "¿hay algo menos por la tarde?"),
        ("es", "¿podría ser cuando no trabajo por la tarde?"), ("ca", "hi ha res que no sigui a la tarda?"),
        ("gl", "hai algo que non sexa pola tarde?"), ("eu", "arratsaldean ez den ezer badago?"),
        ("en", "is there anything but the afternoon?"), ("en", "have you any that isn't in the afternoon?"),
        ("fr", "vous avez autre chose que l'après-midi ?"), ("fr", "y a-t-il un créneau, sauf l'après-midi ?"),
    ],
)  # fmt: skip
def test_a_part_that_a_question_excepts_is_ruled_out(language: Language, said: str) -> None:
    assert read(language, said)["part_of_day"] == "morning"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "cualquier día menos el 15"), ("ca", "qualsevol dia menys el 15"), ("gl", "calquera día menos o 15"),
        ("eu", "abenduaren 15a izan ezik, edozein egun"), ("en", "any day but the 15th"),
        ("fr", "n'importe quel jour sauf le 15"),
    ],
)  # fmt: skip
def test_any_day_but_one_is_told_from_a_day_that_is_no_good(language: Language, said: str) -> None:
    assert read(language, said)["date_but"] == "2026-12-15"


def test_a_day_that_is_no_good_excepts_none() -> None:
    said = read("es", "el 15 no puedo")
    assert said["date_not"] == "2026-12-15"
    assert "date_but" not in said


def test_a_part_that_is_denied_before_the_question_is_none() -> None:
    assert read("es", "por la tarde no puedo, ¿y por la mañana?")["part_of_day"] == "morning"
