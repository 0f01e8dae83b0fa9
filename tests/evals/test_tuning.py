"""The tuning of an encoder on several kinds of lessons, with a tiny one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from evals.training.needs.lessons import is_left_out
from evals.training.needs.network import Network
from evals.training.needs.together import TOGETHER, Lesson, tune_together
from knowledge.content.questions import UnitQuestion
from knowledge.passages import UnitId

WORDS = ("query:", "pension", "sick", "how", "much", "when", "help", "person")
ASKED = ("pension how much", "pension when", "sick how much", "sick when", "how much", "when")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A BERT of three layers that knows eight words."""
    vocabulary = {word: number for number, word in enumerate(("[PAD]", "[UNK]", *WORDS))}
    words = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    words.pre_tokenizer = Whitespace()
    PreTrainedTokenizerFast(tokenizer_object=words, pad_token="[PAD]", unk_token="[UNK]").save_pretrained(tmp_path)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=3, num_attention_heads=2, intermediate_size=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(tmp_path)
    return tmp_path


def lesson(texts: tuple[str, ...], classes: list[int], within: list[bool] | None = None) -> Lesson:
    """Classes 0 and 1 are one group, 2 and 3 another."""
    vectors = np.random.default_rng(0).normal(size=(len(texts), 32)).astype(np.float32)
    return Lesson("questions", texts * 40, classes * 40, [0, 0, 1, 1], (within or [False] * len(texts)) * 40,
                  np.tile(vectors, (40, 1)))  # fmt: skip


def test_sentences_of_one_class_come_together(folder: Path) -> None:
    recipe = replace(TOGETHER, first=1, rank=4, epochs=6, rate=5e-3, head_rate=2e-2, batch=8)
    start = Network(folder, 1, 4).adapter()
    taught = lesson(ASKED, [0, 1, 2, 3, 0, 1], [False, False, False, False, True, True])
    said = Lesson("labels", ("help person", "pension") * 40, [0, 1] * 40, [0, 0], [False] * 80, taught.vectors[:80])
    told: list[str] = []
    network = tune_together(folder, start, [taught, said], recipe, told.append)
    vectors = network.vectors(network.prepare(ASKED))
    near = vectors @ vectors.T
    assert near[0, 4] > near[0, 1]
    assert near[4, 5] < 0.9
    assert any(text.startswith("step 100") for text in told)


def test_what_is_left_out_is_a_unit_in_a_language_whoever_asks() -> None:
    def asked(text: str, writer: str) -> UnitQuestion:
        return UnitQuestion((UnitId("widow", "amount", 1),), "en", text, False, writer)

    assert is_left_out(asked("how much?", "ana")) == is_left_out(asked("what do I get?", "bea"))
    places = [UnitQuestion((UnitId("widow", "amount", place),), "en", "?", False, "ana") for place in range(400)]
    assert 0.08 < np.mean([is_left_out(one) for one in places]) < 0.22
