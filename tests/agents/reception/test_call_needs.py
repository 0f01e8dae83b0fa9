"""What the agent of a call is told that the citizen wants."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agents.calls.call_need import CallNeed
from agents.phrases.phrases import Phrases
from agents.reception.call_needs import PolicyNeedReader
from agents.understanding.reading import PartWords, Reading
from agents.understanding.shared.labels import Candidate
from knowledge.content.catalogue_files import load_catalogue
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import CATALOGUE, NOW
from tests.agents.conftest import reading
from tests.fakes.scripted_reader import ScriptedReader

SAID = "lo que dice"
GUIDE = Path(__file__).parents[3] / "docs" / "integrators.md"


@pytest.fixture
def read(phrases: Phrases) -> Any:
    def understood(*labels: Any, told_in: Language = "es", before: str | None = None, **what: Any) -> CallNeed | None:
        reader = ScriptedReader({SAID: reading(*labels, **what)})
        return PolicyNeedReader(SEGURIDAD_SOCIAL, reader, CATALOGUE, phrases).read_need(
            SAID, "es", told_in, before, NOW
        )

    return understood


@pytest.mark.parametrize(
    ("need", "labels", "to"),
    [
        ("jubilacion_ordinaria", (), "answer"),
        ("jubilacion_ordinaria", ("book",), "appointment"),
        ("paro", (), "elsewhere"),
        ("paro", ("book",), "elsewhere"),
        ("humano", (), "person"),
        ("jubilacion_ordinaria", ("person",), "person"),
    ],
)
def test_it_leads_where_the_reception_would_lead(read: Any, need: str, labels: tuple[str, ...], to: str) -> None:
    found = read(*labels, need=need)
    assert (found.need, found.route.to, found.unit) == (need, to, "unit")
    assert found.route.body == CATALOGUE[need].body
    assert not found.urgent


def test_the_need_of_an_emergency_is_no_danger_by_itself(read: Any) -> None:
    assert read(need="emergencia") is None
    assert read("emergency", need="emergencia").urgent


@pytest.mark.parametrize(
    ("need", "labels", "todo"),
    [
        ("jubilacion_ordinaria", (), "Respóndale. Hay cita en la oficina o por teléfono."),
        ("jubilacion_ordinaria", ("book",), "Dele cita. Hay cita en la oficina o por teléfono."),
        ("paro", (), "Dígale quién se ocupa de esto: el Servicio Público de Empleo Estatal (SEPE)."),
        ("humano", (), "Pase ya la llamada a una persona de la unidad."),
    ],
)
def test_what_to_do_is_told_in_a_line(read: Any, need: str, labels: tuple[str, ...], todo: str) -> None:
    assert read(*labels, need=need).route.todo == todo


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_every_need_it_is_told_what_to_do_in_every_language(phrases: Phrases, language: Language) -> None:
    catalogue = load_catalogue(SEGURIDAD_SOCIAL)
    for need in (need for need in catalogue if catalogue[need].policy.action != "emergency"):
        for labels in ((), ("book",)):
            reader = ScriptedReader({SAID: reading(*labels, need=need, confidence=0.99)})
            found = PolicyNeedReader(SEGURIDAD_SOCIAL, reader, catalogue, phrases).read_need(
                SAID, "es", language, None, NOW
            )
            assert found is not None
            assert found.route.todo.endswith(".")


YOURS: dict[Language, set[str]] = {
    "es": {"su"}, "ca": {"seu", "seva"}, "gl": {"seu", "súa"}, "eu": {"zure"}, "en": {"your"}, "fr": {"votre"},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_deals_with_it_is_never_called_the_agents_own(phrases: Phrases, language: Language) -> None:
    catalogue = load_catalogue(SEGURIDAD_SOCIAL)
    for need in (need for need in catalogue if catalogue[need].policy.action == "refer"):
        reader = ScriptedReader({SAID: reading(need=need, confidence=0.99)})
        found = PolicyNeedReader(SEGURIDAD_SOCIAL, reader, catalogue, phrases).read_need(
            SAID, "es", language, None, NOW
        )
        assert found is not None
        assert YOURS[language].isdisjoint(found.route.todo.strip(".").split()), found.route.todo


@pytest.mark.parametrize("danger", ["emergency", "crisis", "violence"])
def test_danger_is_told_even_when_nothing_else_is_known(read: Any, danger: str) -> None:
    found = read(danger)
    assert (found.need, found.urgent, found.route.to, found.unit) == (
        None,
        True,
        "person",
        SEGURIDAD_SOCIAL.default_unit,
    )
    assert found.reason.startswith("Atención: señales de ")
    assert found.labels == (danger,)


def test_the_need_to_be_cleared_up_is_told_as_the_guide_for_integrators_shows_it(phrases: Phrases) -> None:
    (example,) = re.findall(r"```json\n(\{\"need\".*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    shown = json.loads(example)
    other = next(one for one in shown["route"]["options"] if one != shown["need"])
    alternatives, wishes = (Candidate(other, 0.4),), shown["labels"]
    near = reading(*wishes, need=shown["need"], confidence=shown["confidence"], alternatives=alternatives)
    catalogue = load_catalogue(SEGURIDAD_SOCIAL)
    found = PolicyNeedReader(SEGURIDAD_SOCIAL, ScriptedReader({SAID: near}), catalogue, phrases).read_need(
        SAID, "es", "es", None, NOW
    )
    assert json.loads(json.dumps(found.as_json())) == shown


NEAR: dict[str, Any] = {
    "need": "jubilacion_ordinaria", "confidence": 0.45, "alternatives": (Candidate("viudedad", 0.4),),
}  # fmt: skip


def test_the_likelier_of_two_needs_that_are_near_is_answered(read: Any) -> None:
    found = read("question", **NEAR)
    assert (found.need, found.confidence, found.route.to, found.route.options) == (
        "jubilacion_ordinaria", 0.45, "answer", (),
    )  # fmt: skip
    assert found.name == "jubilacion ordinaria"


def several(*parts: Reading, **what: Any) -> dict[str, Any]:
    words = [f"parte {place}" for place in range(len(parts))]
    asked = tuple(replace(part, words=PartWords(text)) for part, text in zip(parts, words, strict=True))
    return {"need": parts[0].need, "confidence": parts[0].confidence, "parts": asked, **what}


def test_of_several_things_asked_the_first_is_told_or_the_first_that_is_understood(read: Any) -> None:
    work, widow = reading("question", need="vida_laboral"), reading("question", need="viudedad", confidence=0.9)
    assert read("question", **several(work, widow)).need == "vida_laboral"
    found = read("question", **several(reading("question"), widow, work))
    assert (found.need, found.confidence, found.route.to) == ("viudedad", 0.9, "answer")
    assert read("question", **several(reading("question"), reading("question"))) is None


def test_of_several_things_asked_the_appointment_is_told(read: Any) -> None:
    parts = reading("question", need="viudedad"), reading("book", need="jubilacion_ordinaria", confidence=0.9)
    found = read("question", "book", **several(*parts))
    assert (found.need, found.confidence, found.route.to) == ("jubilacion_ordinaria", 0.9, "appointment")


def test_two_needs_that_are_near_are_to_be_asked_about_where_an_appointment_is_wanted(read: Any) -> None:
    found = read("book", **NEAR)
    assert found.route.to == "clarify"
    assert set(found.route.options) == {"jubilacion_ordinaria", "viudedad"}
    for name in ("jubilacion ordinaria", "viudedad"):
        assert name in found.name
        assert name in found.reason
        assert name in found.route.todo
    assert found.reason.startswith("Por aclarar: puede ser ")
    assert " o " in found.name


@pytest.mark.parametrize("what", [{}, {"need": "viudedad", "confidence": 0.1}, {"out_of_scope": True}])
def test_what_is_not_understood_is_not_told(read: Any, what: dict[str, Any]) -> None:
    assert read(**what) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_has_what_was_said_and_no_whole_document(read: Any, language: Language) -> None:
    found = read(
        "book", "third_person", need="viudedad", told_in=language,
        slots={"municipality": "Girona", "date": "2026-12-01", "document": "12345678Z"},
    )  # fmt: skip
    for part in ("viudedad", "Girona", "***678Z"):
        assert part in found.reason
    assert "12345678" not in found.reason
    assert "\n" not in found.reason


def test_each_detail_says_what_it_is_in_a_list_that_is_read_at_once(read: Any) -> None:
    found = read(need="viudedad", slots={"municipality": "Girona", "document": "12345678Z"})
    assert found.reason.endswith("Ha dicho: Girona (lugar) y ***678Z (documento).")


def test_the_same_is_not_told_twice(read: Any) -> None:
    found = read(need="viudedad")
    assert not found.same_way(None)
    assert found.same_way(found.as_json())
    assert not read("book", need="viudedad").same_way(found.as_json())
    assert not read("violence", need="viudedad").same_way(found.as_json())
