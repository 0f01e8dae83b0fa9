"""No pattern of the product takes more than a moment over a message of one sign, however long the message may be."""

import re
from typing import Any

import pytest

from agents.understanding.language.words import language_words, plain
from agents.understanding.screen import screen
from tests.pattern_costs import LENGTH, MOST, RUNS, all_patterns, cost, search_all, slow_patterns
from tools.reading.folding import fold
from tools.reading.identities.written import (
    find_documents,
    find_emails,
    find_ibans,
    find_locators,
    find_nuss,
    find_phones,
)
from tools.reading.masking import mask

READERS = (
    plain, language_words, screen, fold, mask, find_documents, find_emails, find_ibans, find_locators, find_nuss,
    find_phones,
)  # fmt: skip


def test_no_pattern_is_slow_over_a_run_of_one_sign() -> None:
    patterns = all_patterns()
    assert len(patterns) > 100
    assert slow_patterns(patterns) == {}


def test_a_pattern_that_takes_the_cube_of_its_text_is_found() -> None:
    cubic = re.compile(r"\S+@\S+\.\S+")
    assert cost(lambda: search_all(cubic, "@" * (LENGTH // 2))) > MOST


@pytest.mark.parametrize("end", ["", "!", "1"])
@pytest.mark.parametrize("reader", READERS)
def test_what_reads_every_message_is_quick_over_a_run_of_one_sign(reader: Any, end: str) -> None:
    assert [run[:4] for run in RUNS if cost(lambda run=run: reader(run + end)) > MOST] == []
