"""Values stand as they were said last, in six languages, dictated or written; what is not sure is left out."""

from datetime import date
from functools import cache

import pytest

from agents.summary.entities import EntityFinder, entities_of
from agents.summary.turn import ReadTurn
from agents.understanding.labels.acts import build_act_reader
from agents.understanding.roles.role import Role
from knowledge.languages import Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.summary.readers import value_reader

DAY = date(2026, 10, 6)
Said = tuple[str, Role, str]


@cache
def finder() -> EntityFinder:
    """Over the tables of the service."""
    return EntityFinder(value_reader(), build_act_reader(SEGURIDAD_SOCIAL))


def found(said: list[Said], language: Language = "es") -> set[tuple[str, str]]:
    """Kinds and values of a conversation."""
    turns = [
        ReadTurn(number, "citizen" if side == "citizen" else "agent", text, language, DAY, role)
        for number, (side, role, text) in enumerate(said)
    ]
    return {(one.kind, one.value) for one in entities_of(finder().find(turns), turns)}


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("es", "mi dni es el doce tres cuatro cinco seis siete ocho zeta", "document", "12345678Z"),
        ("es", "el teléfono es el seiscientos doce, treinta y cuatro, cincuenta y seis, setenta y ocho", "phone",
         "612345678"),
        ("es", "mi correo es ana punto ruiz arroba gmail punto com", "email", "ana.ruiz@gmail.com"),
        ("es", "ES91 2100 0418 4502 0005 1332", "iban", "ES9121000418450200051332"),
        ("es", "cobro mil doscientos cincuenta euros con treinta céntimos", "amount", "1250.30"),
        ("es", "cobro 1.250,50 € al mes", "amount", "1250.50"),
        ("es", "nací el doce de mayo del sesenta y uno", "date", "1961-05-12"),
        ("es", "me llamo María López García", "name", "María López García"),
        ("ca", "visc a Girona", "place", "Girona"),
        ("ca", "vaig ser pare el 20 de novembre de l'any passat", "date", "2025-11-20"),
        ("gl", "cobro novecentos euros", "amount", "900.00"),
        ("eu", "azaroaren 3an jaio zen", "date", "2026-11-03"),
        ("en", "my number is six one two, three four five, six seven eight", "phone", "612345678"),
        ("en", "born the third of May nineteen sixty-one", "date", "1961-05-03"),
        ("fr", "je suis né le 3 mai 1961", "date", "1961-05-03"),
    ],
)  # fmt: skip
def test_a_value_is_read_in_words_and_figures(language: Language, text: str, kind: str, value: str) -> None:
    """As forms want it."""
    assert (kind, value) in found([("citizen", "tells", text)], language)


@pytest.mark.parametrize(
    ("language", "text", "stands", "gone"),
    [
        ("es", "la baja es del 22 de octubre no perdón del 20", "2026-10-20", "2026-10-22"),
        ("ca", "vaig néixer el divuit de març del seixanta-u ai no del seixanta", "1960-03-18", "1961-03-18"),
        ("en", "fourteenth of march nineteen sixty one, no, sixty, nineteen sixty", "1960-03-14", "1961-03-14"),
        ("ca", "la carta és del deu de setembre no miri del disset de setembre", "2026-09-17", "2026-09-10"),
    ],
)
def test_what_is_taken_back_in_the_same_breath_does_not_stand(
    language: Language, text: str, stands: str, gone: str
) -> None:
    """The later value does."""
    dates = {value for kind, value in found([("citizen", "tells", text)], language) if kind == "date"}
    assert stands in dates
    assert gone not in dates


def test_a_later_value_of_the_kind_corrects() -> None:
    """A telephone that was said wrong."""
    said: list[Said] = [
        ("citizen", "gives", "el móvil es 612345678"),
        ("agent", "asks", "612345678, ¿es correcto?"),
        ("citizen", "corrects", "no, perdone, es el 612345679"),
    ]
    assert found(said) == {("phone", "612345679")}


def test_a_number_corrected_by_one_that_is_not_understood_does_not_stand() -> None:
    """Better none than the wrong one."""
    said: list[Said] = [
        ("citizen", "gives", "el móvil es 612345678"),
        ("citizen", "corrects", "no, espera, acaba en cero ocho seis ocho uno cuarenta"),
    ]
    assert found(said) == set()


def test_a_weekday_is_a_day_to_come_where_something_is_promised() -> None:
    """Elsewhere it may have been."""
    assert found([("agent", "promises", "le llamamos el jueves")]) == {("date", "2026-10-08")}
    assert found([("citizen", "tells", "el jueves me caí")]) == set()


def test_an_appointment_that_is_changed_has_its_last_day_and_hour() -> None:
    """What the agent did first does not stand."""
    said: list[Said] = [
        ("agent", "does", "le doy cita el martes 10 de noviembre a las 10:15 en Alzira"),
        ("citizen", "wants", "¿no podría ser un jueves?"),
        ("agent", "does", "cambiada al jueves 12 de noviembre a las 9:30"),
    ]
    assert found(said) == {("date", "2026-11-12"), ("time", "09:30"), ("place", "Alzira")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "abrimos de nueve a dos"), ("es", "mi dni es 12345678A"), ("ca", "la sogra té una noia i la vol deixar"),
        ("es", "hoy he llamado"), ("es", "ES91 2100 0418 4502 0005 1333"), ("es", ""), ("en", "12 12 12 12"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_left_out(language: Language, text: str) -> None:
    """A wrong value is worse than none."""
    assert found([("citizen", "tells", text)], language) == set()


def test_the_places_of_a_rule_are_nobodys() -> None:
    """Money and days that an answer tells are what this person was told: what they get, a term that ends."""
    said: list[Said] = [("agent", "answers", "son 46,50 euros y hay que pedirlo antes del 3 de noviembre en Lugo")]
    assert found(said) == {("date", "2026-11-03"), ("amount", "46.50")}


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (
            [("citizen", "gives", "empiezo el 2 de noviembre"),
             ("citizen", "corrects", "perdón, el 3 de noviembre, el 2 es fiesta")],
            {("date", "2026-11-03")},
        ),
        (
            [("agent", "none", "tengo el jueves 15 de octubre a las 11:20"), ("citizen", "none", "no puedo"),
             ("agent", "none", "el martes 20 de octubre a las 9:50"), ("citizen", "none", "perfecto")],
            {("date", "2026-10-20"), ("time", "09:50")},
        ),
        (
            [("citizen", "corrects", "el 14 de marzo de 1961 no escuche esa es mi hermana del sesenta"),
             ("agent", "none", "14 de marzo de 1960")],
            {("date", "1960-03-14")},
        ),
        (
            [("citizen", "gives", "12345678Z"), ("citizen", "gives", "ES76 2077 0024 0031 0257 57"),
             ("citizen", "corrects", "no, acaba en 0973, perdone")],
            {("document", "12345678Z")},
        ),
        (
            [("agent", "reads", "la baja es del 31 de marzo de 2024"),
             ("citizen", "tells", "empiezo el 1 de diciembre"),
             ("citizen", "corrects", "no, mejor el 10 de diciembre")],
            {("date", "2024-03-31"), ("date", "2026-12-10")},
        ),
    ],
    ids=["the old value again", "an offer not taken", "read back", "another number", "another day"],
)  # fmt: skip
def test_a_correction_takes_back_what_was_said_last_and_nothing_else(
    said: list[Said], stands: set[tuple[str, str]]
) -> None:
    """Of the same kind; by who corrects, or read back by the agent."""
    assert found(said) == stands


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("eu", "ehun eta hamabost euro hiru urte arte", {"115.00"}), ("en", "forty six euros fifty", {"46.50"}),
        ("es", "cuarenta y seis euros con cincuenta", {"46.50"}), ("es", "pagaremos 750 en doce pagas", {"750.00"}),
    ],
)  # fmt: skip
def test_cents_are_told_from_what_is_counted(language: Language, text: str, amounts: set[str]) -> None:
    """Three years after a sum of euros are no cents of it."""
    assert {value for kind, value in found([("citizen", "tells", text)], language) if kind == "amount"} == amounts
