"""Two witnesses say which need it is: what each makes of what lies outside is added up before they are weighed."""

import numpy as np
import pytest

from agents.understanding.needs.need_decision import Thresholds, select_need
from agents.understanding.needs.need_examples import NeedExample
from agents.understanding.needs.need_model import Linear, NeedModel, train
from agents.understanding.needs.taught_sentences import TaughtSentences
from agents.understanding.shared.ngrams import Ngrams
from knowledge.languages import LANGUAGES

LABELS = ("orfandad", "other_matter:bancos", "other_matter:medicinas", "unrelated")


def model(meaning: list[float], letters: list[float]) -> NeedModel:
    """Of a text that is always read so: the shares of belief of each label by either witness."""
    dimensions, terms = 2, Ngrams.fit(["pensión"] * 3, (2, 4))[0]
    width = len(terms.terms)
    return NeedModel(
        labels=LABELS,
        means=np.zeros((len(LANGUAGES), dimensions), np.float32),
        vectors=(Linear(np.zeros((dimensions, len(LABELS)), np.float32), np.log(np.array(meaning, np.float32))),),
        letters=Linear(np.zeros((width, len(LABELS)), np.float32), np.log(np.array(letters, np.float32))),
        ngrams=terms,
        taught=TaughtSentences.from_rows(np.zeros((1, dimensions), np.float32), [0], ["pensión"]),
    )


def test_both_are_sure_that_no_article_answers_and_differ_on_what_it_is() -> None:
    divided = model([0.3, 0.68, 0.01, 0.01], [0.3, 0.01, 0.68, 0.01])
    shares = divided.probabilities("pensión", "es", np.ones(2, np.float32))
    assert shares["other_matter"] > shares["orfandad"]
    assert set(shares) == {"orfandad", "other_matter", "unrelated"}
    assert sum(shares.values()) == pytest.approx(1)


def test_more_kinds_of_what_lies_outside_make_it_no_likelier() -> None:
    def outside(kinds: int) -> float:
        others = [
            NeedExample(f"{number} perros", "es", f"other_matter:{number}", f"{number}") for number in range(kinds)
        ]
        taught = [NeedExample(f"pensión {need}", "es", need, need) for need in ("orfandad", "viudedad")]
        taught += [NeedExample("hola", "es", "unrelated", "u"), *others]
        model = train(taught * 3, lambda texts: np.ones((len(texts), 2), np.float32))
        return float(np.exp(model.letters.intercept)[[label.startswith("other") for label in model.labels]].sum())

    assert outside(2) == pytest.approx(outside(20)) == pytest.approx(1.0)


def test_a_need_keeps_how_likely_it_is_that_it_is_none() -> None:
    decision = select_need({"orfandad": 0.7, "other_matter": 0.2, "unrelated": 0.1}, Thresholds())
    assert (decision.need, decision.out_of_scope) == ("orfandad", False)
    assert decision.outside == pytest.approx(0.3)


def test_what_lies_outside_keeps_it_too() -> None:
    decision = select_need({"orfandad": 0.1, "other_matter": 0.8, "unrelated": 0.1}, Thresholds())
    assert (decision.need, decision.out_of_scope) == (None, True)
    assert decision.outside == pytest.approx(0.9)
