"""Meaning and words, brought together."""

import numpy as np
import pytest

from knowledge.index.fusion import fuse, trusted

BY_MEANING, BY_WORDS = np.array([1, 0], np.float32), np.array([0, 0.1], np.float32)


def test_words_that_are_not_trusted_do_not_outweigh_meaning() -> None:
    assert fuse(BY_MEANING, BY_WORDS, weight=0.4).argmax() == 1
    assert fuse(BY_MEANING, BY_WORDS, weight=0.4, trust=0.1).argmax() == 0
    assert fuse(BY_MEANING, BY_WORDS, weight=0.4, trust=0.0) == pytest.approx([0.4, 0.0])


def test_words_are_trusted_less_the_less_of_a_query_is_known() -> None:
    trust = [trusted(known) for known in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert (trust[0], trust[-1]) == (0.0, 1.0)
    assert trust == sorted(trust)


def test_equal_candidates_keep_equal_scores() -> None:
    same = np.ones(3, np.float32)
    assert len(set(fuse(same, same).tolist())) == 1
