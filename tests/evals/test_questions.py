"""The measurement itself: the questions are whole, and counting counts what it says."""

from functools import cache

import pytest

from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from evals.questions.diagram import bins, expected_error, svg
from evals.questions.measure import QuestionReading, among_first, doubt, hard, plain, right_body, share
from evals.questions.page import BEGIN, END, replaced, tables
from evals.questions.question_files import HARD, PLAIN, LabelledQuestion, outside, questions, unseen
from evals.stage import Stage
from knowledge.languages import LANGUAGES


@cache
def all_asked() -> list[LabelledQuestion]:
    return questions()


def read(
    need: str | None, named: str | None, confidence: float, *others: tuple[str, float], kind: str = PLAIN
) -> QuestionReading:
    alternatives = tuple(Candidate(*one) for one in [*([(named, confidence)] if named else []), *others])
    reading = Reading("es", 0.99, need=named, confidence=confidence, alternatives=alternatives, out_of_scope=not named)
    return QuestionReading(LabelledQuestion("x", "es", "una pregunta cualquiera", need, kind), reading)


def test_every_need_is_asked_about_in_every_language(here: Stage) -> None:
    asked = {(one.language, one.need) for one in all_asked()}
    assert asked == {(language, need) for language in LANGUAGES for need in here.models.knowledge_base.catalogue}


def test_no_question_measured_teaches(here: Stage) -> None:
    utterances = here.models.knowledge_base.utterances
    asked = LabelledQuestion("x", "es", f" {utterances[0].text.upper()}", utterances[0].need, PLAIN)
    assert unseen([asked], utterances) == []
    left = unseen(all_asked(), utterances)
    assert len(left) >= 0.95 * len(all_asked())


def test_both_halves_and_every_kind_are_there() -> None:
    halves = [sum(one.for_tuning == half for one in all_asked()) for half in (True, False)]
    assert min(halves) > 0.4 * sum(halves)
    assert {one.kind for one in all_asked()} == {PLAIN, *HARD}
    assert {one.kind for one in outside()} == {"outside", "odd"}


def test_shares_count_what_they_say(here: Stage) -> None:
    reads = [
        read("viudedad", "viudedad", 0.9),
        read("viudedad", "orfandad", 0.4, ("viudedad", 0.35)),
        read("vida_laboral", "viudedad", 0.6),
        read("paro", None, 0.0, kind="situation"),
    ]
    assert (share(plain(reads), lambda one: one.right).passed, len(hard(reads))) == (1, 1)
    assert share(reads, among_first(3)).passed == 2
    assert share(reads, right_body(here.models.knowledge_base)).passed == 2
    counted = doubt(reads, 0.3)
    assert (counted.answered_right, counted.answered_wrong, counted.asked_right, counted.not_understood) == (1, 1, 1, 1)


def test_perfect_confidence_has_no_error() -> None:
    found = bins([0.95] * 20, [True] * 19 + [False])
    assert len(found) == 1
    assert expected_error(found) == pytest.approx(0)
    assert expected_error(bins([0.9, 0.9], [False, False])) == pytest.approx(0.9)
    assert "<circle" in svg({"es": found}, "a diagram")


def test_only_the_measured_part_of_the_page_changes(here: Stage) -> None:
    reads = [read("viudedad", "viudedad", 0.9)]
    text = tables(reads, [], here.models.knowledge_base, here.models.today(), "somewhere")
    page = replaced(f"before {BEGIN} old {END} after", text)
    assert page.startswith("before ")
    assert page.endswith(" after")
    assert " old " not in page
    with pytest.raises(ValueError, match="has no"):
        replaced("no place", text)
