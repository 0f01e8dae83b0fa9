"""Which of the served languages a document is written in."""

from knowledge.languages import LANGUAGES, Language
from knowledge.words.stemming import FUNCTION_WORDS, function_word_counts, words

_CLEARLY = 2  # times the small words of the declared language: a template says one language on every page
_ENOUGH_WORDS = 50
_VALENCIAN = ("va", "val")


def language_of(text: str, declared: str) -> Language | None:
    """``declared`` is what the document says, such as ``es-ES``; believed unless its small words clearly say another.

    None when it says a language that is not served.
    """
    counts = function_word_counts([text])
    guess = max(LANGUAGES, key=lambda language: counts[language])
    said = declared.replace("_", "-").partition("-")[0].strip().lower()
    code = "ca" if said in _VALENCIAN else said
    if not code:
        return guess
    if code not in FUNCTION_WORDS:
        return None
    language: Language = code
    clearly = counts[guess] > _CLEARLY * counts[language] and len(words(text)) >= _ENOUGH_WORDS
    return guess if clearly else language
