"""How much of a question's words a sentence has."""

from functools import lru_cache

from knowledge.languages import Language
from knowledge.words.stemming import content_words, stem


def share_said(sentence: str, question: str, language: Language) -> float:
    """The share of the question's words that the sentence has, from 0 to 1."""
    asked = _stems(question, language)
    return len(asked & _stems(sentence, language)) / len(asked) if asked else 0.0


@lru_cache(maxsize=32768)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in content_words(text, language))
