"""The words of the pages, by key without the prefix."""

from collections.abc import Mapping
from functools import lru_cache

from agents.phrases import Phrases
from knowledge.languages import LANGUAGES, Language


@lru_cache(maxsize=2 * len(LANGUAGES))
def page_words(phrases: Phrases, language: Language) -> Mapping[str, str]:
    """All phrases of the page in one language; they never change while the service runs."""
    return {key.removeprefix("page-"): text for key, text in phrases.group(language, "page-").items()}
