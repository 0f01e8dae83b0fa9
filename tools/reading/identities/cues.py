"""What in the words around a dictation says what it is: the name of the identity, or a unit that makes it an amount."""

import re
from collections.abc import Iterable
from functools import cache

from knowledge.languages import LANGUAGES, Language
from tools.reading.dictation.words import Cue, dictation_words
from tools.reading.folding import Folded

_COMMON: Language = "es"
"""Many name their papers in Spanish whatever they speak."""


def named_identities(folded: Folded, language: Language) -> frozenset[Cue]:
    """The identities that a text names ("mi DNI es…")."""
    cues = [dictation_words(known).cues for known in dict.fromkeys((language, _COMMON))]
    text = _spaced(folded)
    return frozenset(name for table in cues for name, words in table.items() if _has_one_of(text, words))


def is_request(folded: Folded, language: Language) -> bool:
    """Whether a text asks for something ("dígame…", "…?")."""
    return "?" in folded.text or _has_one_of(_spaced(folded), dictation_words(language).requests)


@cache
def amount_pattern(language: Language) -> re.Pattern[str]:
    """What after figures makes them money, metres or years, in a folded text."""
    units = "|".join(re.escape(unit) for unit in dictation_words(language).units)
    return re.compile(rf"\s?(?:[€$%]|(?:{units}))")


@cache
def announced(language: Language, cue: Cue) -> re.Pattern[str]:
    """The name of a value that follows, as group 1, with a word or two between ("mi DNI es el …"), in a folded text."""
    words = {word for known in (language, _COMMON) for word in dictation_words(known).cues.get(cue, ())}
    return re.compile(rf"(?<!\w)({_one_of(words)})(?!\w)(?=\W*(?:\w+\W+){{0,2}}\Z)")


@cache
def document_before_number() -> re.Pattern[str]:
    """The name of a document whose number follows, as group 1, in a folded text of any language."""
    words = {word for known in LANGUAGES for word in dictation_words(known).cues.get("document", ())}
    date = r"\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d\d"
    number = rf"(?:[xyz]\W?)?(?!{date})\d(?:[ .-]?\d){{6,7}}(?![ .-]?\d)"
    return re.compile(rf"(?<!\w)({_one_of(words)})(?!\w)(?=\W*(?:[^\W\d]+\W+){{0,3}}{number})")


def _spaced(folded: Folded) -> str:
    return f" {' '.join(folded.words())} "


def _has_one_of(text: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in text for phrase in phrases)


def _one_of(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
