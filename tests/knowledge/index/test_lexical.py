"""BM25 that is computed when asked for: the scores of a published implementation, whatever the history of the index."""

from collections.abc import Sequence

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.lexical import LexicalIndex
from knowledge.index.postings import Postings

WORDS = ("mesa", "silla", "puerta", "ventana", "tejado", "cocina")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12)


def index(*segments: Sequence[str], gone: Sequence[int] = ()) -> LexicalIndex:
    living = np.ones(sum(map(len, segments)), np.bool_)
    living[list(gone)] = False
    masks = np.split(living, np.cumsum([len(segment) for segment in segments])[:-1])
    return LexicalIndex("es", [Postings.build(segment, "es") for segment in segments], masks)


@given(TEXTS, st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_scores_are_those_of_bm25s(texts: list[str], one: str, other: str) -> None:
    engine = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    engine.index([text.split() for text in texts], show_progress=False)
    known = [word for word in {one, other} if word in engine.vocab_dict]
    expected = sum((engine.get_scores([word]) for word in known), np.zeros(len(texts)))
    np.testing.assert_allclose(index(texts).scores(f"{one} {other}").scores, expected, rtol=1e-4, atol=1e-6)


@given(TEXTS, TEXTS, st.sets(st.integers(0, 11)), st.sampled_from(WORDS))
def test_what_was_added_and_what_is_gone_count_as_if_built_anew(
    old: list[str], new: list[str], several: set[int], word: str
) -> None:
    gone = sorted(row for row in several if row < len(old))
    kept = [row for row in range(len(old) + len(new)) if row not in gone]
    scores, most, known = index(old, new, gone=gone).scores(word)
    expected, expected_most, expected_known = index([(old + new)[row] for row in kept]).scores(word)
    np.testing.assert_allclose(scores[kept], expected, rtol=1e-5)
    assert (most, known) == pytest.approx((expected_most, expected_known), rel=1e-5)


def test_the_most_is_what_the_best_text_of_every_word_would_have() -> None:
    scores, most, _ = index(["mesa mesa mesa", "silla", "puerta"]).scores("mesa silla")
    assert most > scores.max()
    assert most == pytest.approx(float(scores[0] + scores[1]), rel=1e-5)


def test_words_nobody_has_score_nothing() -> None:
    scores, most, known = index(["mesa"]).scores("tejado")
    assert (scores.tolist(), most, known) == ([0.0], 0.0, 0.0)


def test_less_of_a_query_is_known_the_more_of_its_words_nobody_has() -> None:
    texts = index(["mesa grande", "silla"])
    known = [texts.scores(query).known for query in ("mesa", "mesa tejado", "mesa tejado tejados", "mesa tejado roof")]
    assert known[0] == 1.0 > known[1] == known[2] > known[3] > 0


def test_a_word_without_accents_finds_those_of_a_later_segment() -> None:
    scores, *_ = index(["mesa"], ["jubilación"]).scores("jubilacion")
    assert scores.tolist()[0] == 0 < scores.tolist()[1]
