"""Which side a question that leans is after: the model, its examples, and what answering does with it."""

from pathlib import Path

import numpy as np
import pytest

from agents.answers.article_answer import answer_from_article
from agents.answers.aspect_model import (
    KEPT,
    AspectExample,
    AspectModel,
    aspect_examples,
    fit_aspect_model,
    load_aspect_model,
    save_aspect_model,
)
from agents.answers.question import Question
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from knowledge.content.catalogue_files import load_catalogue
from knowledge.encoders.hashing import HashingEncoder
from knowledge.languages import LANGUAGES
from knowledge.passages import Aspect
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.answers.test_ranking import DAY
from tests.agents.builders import MENTIONS

TAUGHT = [
    AspectExample("viudedad", "es", f"¿y {words} {number}?", (aspect,))
    for aspect, words in (("documents", "los papeles"), ("amount", "el dinero"), ("how", "el camino"))
    for number in range(20)
]


def fitted() -> AspectModel:
    vectors = HashingEncoder().encode([one.text for one in TAUGHT])
    return fit_aspect_model(vectors, [one.sections for one in TAUGHT])


def sure_of(aspect: Aspect) -> AspectModel:
    """It finds that side in any question."""
    dimensions = HashingEncoder().dimensions
    return AspectModel((aspect, "related"), np.zeros((dimensions, 2), np.float32), np.array([9, 0], np.float32))


@pytest.mark.parametrize(("text", "aspect"), [("¿y los papeles 99?", "documents"), ("¿y el dinero 99?", "amount")])
def test_a_question_like_the_examples_of_a_side_is_after_that_side(text: str, aspect: Aspect) -> None:
    sides = fitted().predict_aspects(HashingEncoder().encode([text])[0])
    assert max(sides, key=lambda one: sides[one]) == aspect
    assert sum(sides.values()) == pytest.approx(1)


def test_a_question_that_two_sections_answer_teaches_both_half() -> None:
    vectors = np.eye(4, dtype=np.float32)
    sides = fit_aspect_model(vectors, [("who", "requirements"), ("who",), ("requirements",), ("how",)]).predict_aspects(
        vectors[0]
    )
    assert sides["who"] == pytest.approx(sides["requirements"], abs=1e-3)


def test_a_model_comes_back_as_it_was_kept_and_only_for_what_it_was_made_of(tmp_path: Path) -> None:
    model, path = fitted(), tmp_path / "sides.npz"
    save_aspect_model(model, TAUGHT, "an encoder", path)
    loaded = load_aspect_model(TAUGHT, "an encoder", path)
    assert loaded is not None
    assert loaded.aspects == model.aspects
    assert np.allclose(loaded.weights, model.weights)
    assert load_aspect_model(TAUGHT, "another", path) is None
    assert load_aspect_model(TAUGHT[1:], "an encoder", path) is None
    assert load_aspect_model(TAUGHT, "an encoder", tmp_path / "none.npz") is None


def test_what_is_kept_was_made_of_todays_examples() -> None:
    """When this fails, examples changed: ``isac train aspects --write`` fits the model anew."""
    settings = load_settings()
    assert (
        load_aspect_model(
            aspect_examples(SEGURIDAD_SOCIAL),
            build_encoder(settings, settings.encoder_model).identity,
            own_model(SEGURIDAD_SOCIAL, KEPT),
        )
        is not None
    )


def test_examples_name_needs_of_the_catalogue_in_every_language_and_are_not_repeated() -> None:
    examples = aspect_examples(SEGURIDAD_SOCIAL)
    needs = load_catalogue(SEGURIDAD_SOCIAL)
    assert {one.need for one in examples} <= set(needs)
    assert {one.language for one in examples} == set(LANGUAGES)
    assert len({(one.language, one.text.casefold()) for one in examples}) == len(examples)


def test_the_section_told_is_that_of_the_side_found_only_in_what_leans() -> None:
    knowledge_base = shipped.new_knowledge_base()
    text = "¿y si me sale un trabajillo?"
    for aspect in ("documents", "amount"):
        said = answer_from_article(
            Question(text, "es", "viudedad", None, DAY, leans=True), {}, knowledge_base, MENTIONS, sure_of(aspect)
        )
        assert said.aspect == aspect
    named = [
        answer_from_article(
            Question(text, "es", "viudedad", None, DAY, wanted=ExpectedAnswer()),
            {},
            knowledge_base,
            MENTIONS,
            sure_of(aspect),
        )
        for aspect in ("documents", "amount")
    ]
    assert named[0] == named[1]
