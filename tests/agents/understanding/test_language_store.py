"""The spelling model: what it says, and how it is kept."""

from pathlib import Path

import numpy as np

from agents.understanding.language.letters import LetterModel, _load, _save, train_letters
from agents.understanding.language.words import language_words

WORDS = {"es": {"quiero": 0.5, "jubilarme": 0.5}, "gl": {"quero": 0.5, "xubilarme": 0.5}}


def test_an_unseen_form_goes_with_its_spelling() -> None:
    scores = train_letters(WORDS).scores(language_words("xubilar"))
    assert scores["gl"] > scores["es"]


def test_no_words_say_nothing() -> None:
    assert train_letters(WORDS).scores(()) == {"es": 0.0, "gl": 0.0}


def test_the_words_of_a_message_add_up() -> None:
    model = train_letters(WORDS)
    both, one, other = (model.scores(language_words(text)) for text in ("quero xubilar", "quero", "xubilar"))
    assert np.allclose([both[code] for code in WORDS], [one[code] + other[code] for code in WORDS], atol=1e-3)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    model, path = train_letters(WORDS), tmp_path / "kept.npz"
    _save(model, path)
    kept = _load(path)
    assert isinstance(kept, LetterModel)
    assert kept.codes == model.codes
    assert np.allclose(kept.table, model.table, atol=0.01)


def test_a_damaged_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "kept.npz"
    path.write_bytes(b"PK\x03\x04 not an archive")
    assert _load(path) is None
