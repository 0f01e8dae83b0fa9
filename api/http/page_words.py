"""Texts of the pages, by key without the prefix."""

from collections.abc import Mapping
from functools import lru_cache

from agents.phrases.phrases import Phrases
from knowledge.languages import LANGUAGES, Language


@lru_cache(maxsize=12 * len(LANGUAGES))
def page_words(phrases: Phrases, language: Language, prefix: str = "page-") -> Mapping[str, str]:
    """Return all texts of a page in one language; they never change while the service runs."""
    return {key.removeprefix(prefix): text for key, text in phrases.group(language, prefix).items()}
