"""Search by words (BM25) among texts of one language."""

import json
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.languages import Language
from knowledge.words import content_words, folded, stem

Scores = NDArray[np.float32]
_VOCABULARY = "words.json"


class LexicalIndex:
    """BM25 over stems. A query without its accents finds the words that have them."""

    def __init__(
        self, language: Language, engine: bm25s.BM25, stems: dict[str, int], forms: dict[str, list[int]]
    ) -> None:
        self.language = language
        self._engine = engine
        self._stems = stems
        self._forms = forms

    @classmethod
    def build(cls, texts: Sequence[str], language: Language) -> "LexicalIndex":
        """Index the texts; positions are those of the sequence."""
        stems: dict[str, int] = {}
        forms: dict[str, list[int]] = {}
        documents: list[list[int]] = []
        known: dict[str, int] = {}
        for text in texts:
            document = []
            for word in content_words(text, language):
                if word not in known:
                    known[word] = stems.setdefault(stem(word, language), len(stems))
                    # "jubilacion" has another stem than "jubilación": remember what the bare form stands for
                    form = forms.setdefault(folded(word), [])
                    form += [] if known[word] in form else [known[word]]
                document.append(known[word])
            documents.append(document)
        engine = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        stems = stems or {"": 0}
        engine.index((documents, stems), create_empty_token=False, show_progress=False)
        return cls(language, engine, stems, forms)

    def scores(self, query: str) -> tuple[Scores, float]:
        """BM25 of every text, and the most that any text could have: the sum over the query's words of their best."""
        tokens = self._tokens(query)
        if not tokens:
            return np.zeros(self._engine.scores["num_docs"], np.float32), 0.0
        scores: Scores = self._engine.get_scores_from_ids(tokens)
        return scores, sum(self._best(token) for token in tokens)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        self._engine.save(folder, show_progress=False)
        content = {"language": self.language, "stems": self._stems, "forms": self._forms}
        (folder / _VOCABULARY).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read what ``save`` wrote. OSError, ValueError or KeyError when it is damaged."""
        content = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        engine = bm25s.BM25.load(folder, load_vocab=False, show_progress=False)
        return cls(content["language"], engine, content["stems"], content["forms"])

    def _tokens(self, query: str) -> list[int]:
        tokens: dict[int, None] = {}
        for word in content_words(query, self.language):
            exact = self._stems.get(stem(word, self.language))
            tokens |= dict.fromkeys(self._forms.get(folded(word), []) if exact is None else [exact])
            tokens |= dict.fromkeys(self._forms.get(folded(word), []))
        return list(tokens)

    def _best(self, token: int) -> float:
        start, end = self._engine.scores["indptr"][token : token + 2]
        return float(self._engine.scores["data"][start:end].max(initial=0.0))
