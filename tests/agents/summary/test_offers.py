"""An appointment that was refused or cancelled does not stand; one that is booked falls only when it is cancelled."""

from datetime import date

import pytest

from agents.summary.offers import fallen_offers
from agents.summary.turn import ReadTurn
from agents.summary.words import load_summary_words
from agents.understanding.roles.role import Role
from knowledge.languages import Language

WORDS = load_summary_words()
Said = tuple[str, Role, str]


def fallen(said: list[Said], language: Language, timed: set[int]) -> dict[int, str]:
    """What is left of the turns whose offer fell."""
    turns = [
        ReadTurn(number, "citizen" if side == "citizen" else "agent", text, language, date(2026, 10, 6), role)
        for number, (side, role, text) in enumerate(said)
    ]
    return {one.turn: turns[one.turn].text[: one.since] for one in fallen_offers(turns, frozenset(timed), WORDS)}


@pytest.mark.parametrize(
    ("language", "offer", "refusal"),
    [
        ("es", "mañana viernes a las nueve y media", "uy mañana no que trabajo"),
        ("ca", "dijous a les deu", "dijous no puc, treballo"),
        ("gl", "o xoves ás dez", "non, o xoves non podo"),
        ("eu", "ostegunean hamarretan", "ez, ostegunean ezin dut"),
        ("en", "Thursday at ten", "oh no not the Thursday"),
        ("fr", "jeudi à dix heures", "jeudi je ne peux pas"),
    ],
)
def test_what_is_refused_falls(language: Language, offer: str, refusal: str) -> None:
    """In six languages."""
    assert fallen([("agent", "none", offer), ("citizen", "tells", refusal)], language, {0}) == {0: ""}


def test_the_answer_before_an_offer_stands() -> None:
    """Only the offer was refused."""
    answer = "puede pedir un aplazamiento por internet "
    said: list[Said] = [
        ("agent", "answers", f"{answer}le doy cita el lunes a las diez"),
        ("citizen", "wants", "no no cita no"),
    ]
    assert fallen(said, "es", {0}) == {0: answer}


@pytest.mark.parametrize("accepted", ["sí, me va bien", "no hay problema", "muy bien gracias"])
def test_what_is_accepted_stands(accepted: str) -> None:
    """Also with a no that refuses nothing."""
    assert fallen([("agent", "none", "el jueves a las diez"), ("citizen", "none", accepted)], "es", {0}) == {}


def test_a_rule_with_hours_is_no_offer() -> None:
    """It is told of everybody."""
    said: list[Said] = [("agent", "answers", "abrimos de nueve a dos"), ("citizen", "tells", "no, yo trabajo")]
    assert fallen(said, "es", {0}) == {}


def test_what_is_booked_falls_when_it_is_cancelled() -> None:
    """A no after it may be of something else."""
    said: list[Said] = [
        ("agent", "does", "apuntado el jueves 12 a las diez"),
        ("citizen", "asks", "y no llegaré tarde con los papeles"),
        ("citizen", "wants", "mejor anúlela"),
        ("agent", "does", "Anulada la cita del jueves 12"),
    ]
    assert fallen(said[:2], "es", {0}) == {}
    assert fallen(said, "es", {0}) == {0: ""}
