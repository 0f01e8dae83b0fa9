"""Two witnesses say which need it is: what each makes of what lies outside is added up before they are weighed."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB

from agents.understanding.needs.need_decision import Thresholds, select_need
from agents.understanding.needs.need_examples import NeedExample
from agents.understanding.needs.need_model import Linear, NeedModel, train
from agents.understanding.needs.taught_sentences import SentenceFinder, taught_sentences
from agents.understanding.shared.ngrams import Ngrams
from knowledge.encoders.hashing import HashingEncoder
from knowledge.languages import LANGUAGES
from tests.fakes.counting_encoder import CountingEncoder
from tools.reading.folding import fold

LABELS = ("orfandad", "other_matter:bancos", "other_matter:medicinas", "unrelated")


@pytest.fixture
def texts() -> list[str]:
    return [
        "Pensión de viudedad",
        "¿Pensión a la viuda?",
        "una pensión de orfandad",
        "a la orfandad",
        "",
        "a",
        "a la a a",
    ]


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


def test_letters_are_counted_and_weighed_as_scikit_learn_does(texts: list[str]) -> None:
    ours, matrix = Ngrams.fit(texts, (2, 4))
    theirs = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), preprocessor=lambda text: fold(text).text, sublinear_tf=True, min_df=2
    )
    expected = theirs.fit_transform(texts)
    assert list(ours.terms) == list(theirs.get_feature_names_out())
    assert np.array_equal(ours.idf, theirs.idf_.astype(np.float32))
    assert np.array_equal(matrix.toarray(), expected.toarray())


def test_the_witness_of_letters_is_naive_bayes(texts: list[str]) -> None:
    labels = ["viudedad" if "viud" in text else "orfandad" for text in texts]
    examples = [
        NeedExample(text, "es", label, str(number))
        for number, (text, label) in enumerate(zip(texts, labels, strict=True))
    ]
    made = train(examples, lambda asked: np.ones((len(asked), 2), np.float32))
    expected = MultinomialNB(alpha=0.02, fit_prior=False).fit(Ngrams.fit(texts, (2, 4))[1], labels)
    assert np.array_equal(made.letters.weights, expected.feature_log_prob_.T.astype(np.float32))


def test_a_doubt_is_explained_by_the_sentence_nearest_to_the_text_of_each_need() -> None:
    said = {"viudedad": "pensión de viudedad", "orfandad": "pensión de orfandad", "paro": "cobrar el paro"}
    examples = [NeedExample(text, "es", need, need) for need, text in said.items()]
    examples += [NeedExample("no sé qué hora es", "es", "orfandad", "more")]
    encoder = CountingEncoder()
    finder = SentenceFinder(taught_sentences(examples), train(examples * 2, encoder.encode), encoder)
    encoder.asked.clear()
    vector = HashingEncoder().encode(["¿tengo pensión de orfandad?"])[0]
    found = finder.likenesses(["orfandad", "viudedad", "unknown"], "es", vector)
    assert [(one.need, one.sentence) for one in found] == [
        ("orfandad", "pensión de orfandad"),
        ("viudedad", "pensión de viudedad"),
    ]
    assert "cobrar el paro" not in encoder.asked  # nobody asked about it
