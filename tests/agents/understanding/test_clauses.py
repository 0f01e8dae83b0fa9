"""Two wishes in one message, and one wish told at length."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.question.clauses import WishReader, build_wish_reader, clause_text
from agents.understanding.shared.labels import Candidate
from knowledge.languages import LANGUAGES, Language
from tests.agents.builders import CATALOGUE
from tools.reading.folding import fold

CASES = yaml.safe_load((Path(__file__).parent / "cases_clauses.yaml").read_text(encoding="utf-8"))
SURE = {
    "jubil": "jubilacion_ordinaria",
    "viud": "viudedad",
    "laboral": "vida_laboral",
    "paro": "paro",
    "cita": "cita_inss",
}


UNSURE = NeedDecision(None, 0.0, (), frozenset(), False)


@cache
def reader() -> WishReader:
    return build_wish_reader(CATALOGUE)


def by_word(texts: Sequence[str], confidence: float = 0.9) -> list[NeedDecision]:
    """A need by a word of it; nothing without one."""
    found = []
    for text in texts:
        need = next((need for word, need in SURE.items() if word in text), None)
        found.append(
            NeedDecision(
                need, confidence if need else 0.0, (Candidate(need, confidence),) if need else (), frozenset(), False
            )
        )
    return found


def needs(text: str, confidence: float = 0.9, whole: NeedDecision = UNSURE) -> list[str | None]:
    wishes = reader().find_wishes(fold(text), "es", whole, lambda texts: by_word(texts, confidence))
    return [wish.decision.need for wish in wishes]


@pytest.mark.parametrize(
    ("language", "text", "asking"),
    [(language, text, asking) for kind in CASES for language in LANGUAGES for text, asking in CASES[kind][language]],
)
def test_a_message_is_taken_apart_at_its_joints(language: Language, text: str, asking: list[str]) -> None:
    folded = fold(text)
    found = [clause_text(folded, clause) for clause in reader().splitters[language].split(folded) if clause.asks]
    assert found == asking


def test_two_wishes_come_in_the_order_they_were_said() -> None:
    assert needs("quiero saber lo del paro y además pedir la pensión de viudedad") == ["paro", "viudedad"]


def test_one_need_named_twice_is_one() -> None:
    assert needs("quiero jubilarme y saber si puedo jubilarme ya") == []


def test_an_appointment_beside_a_matter_that_takes_one_is_for_it() -> None:
    assert needs("quiero jubilarme y pedir cita") == []


def test_an_appointment_beside_a_matter_that_takes_none_is_another_wish() -> None:
    assert needs("vida laboral y cita") == ["vida_laboral", "cita_inss"]


def test_a_joint_that_does_not_tell_needs_surer_clauses() -> None:
    assert needs("quiero el paro y la viudedad", confidence=0.6) == []
    assert needs("quiero el paro y además la viudedad", confidence=0.6) == ["paro", "viudedad"]


def test_one_sure_need_told_at_length_is_one_wish_unless_it_says_otherwise() -> None:
    sure = NeedDecision("paro", 0.99, (Candidate("paro", 0.99),), frozenset(), False)
    told = "quiero el paro y la viudedad porque llevo muchos meses sin cobrar nada de nadie"
    assert needs(told) == ["paro", "viudedad"]
    assert needs(told, whole=sure) == []
    assert needs(told.replace("y la", "y además la"), whole=sure) == ["paro", "viudedad"]


@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_splitting_never_raises_and_keeps_the_order(text: str, language: Language) -> None:
    clauses = reader().splitters[language].split(fold(text))
    assert all(first.end <= second.start for first, second in pairwise(clauses))


@given(
    st.lists(st.sampled_from(["quiero el paro", "y además", "¿", "?", ".", ",", "viudedad", "cita", "no"]), max_size=12)
)
def test_no_need_is_named_twice(words: list[str]) -> None:
    found = needs(" ".join(words))
    assert len(found) == len(set(found))
    assert len(found) != 1
