"""The words of a language for dictating and around a dictation, compiled from ``data/<language>.yaml``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import Folded, fold
from tools.reading.tables import load_table

Role = Literal[
    "letter", "repeat", "repeat_after", "times", "plural", "zero", "skip", "restart", "spelled",
    "at", "weak_at", "dot", "hyphen", "underscore", "together",
]  # fmt: skip
Cue = Literal["document", "nuss", "phone", "postcode", "locator", "iban"]
_COMMON: Language = "es"
"""Many name their papers in Spanish whatever they speak."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The meaning of words in a dictation: a letter, a number of times, or nothing."""

    role: Role
    words: tuple[str, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class DictationWords:
    """Entries by their first word, the longest first; the rest are folded words or phrases."""

    entries: Mapping[str, Sequence[Entry]]
    weak: frozenset[str]
    spelled_endings: tuple[str, ...]
    mail_words: frozenset[str]
    mail_stops: frozenset[str]
    cues: Mapping[Cue, tuple[str, ...]]
    requests: tuple[str, ...]
    units: tuple[str, ...]
    misheard: Mapping[str, str]
    alike: Mapping[str, frozenset[str]]
    letters_alike: Mapping[str, frozenset[str]]
    letters_misheard: Mapping[tuple[str, ...], frozenset[str]]

    def may_name(self, texts: Iterable[str], *roles: Role) -> bool:
        """Whether one of the words may begin something of those roles, such as the name of the at sign."""
        return any(entry.role in roles for text in texts for entry in self.entries.get(text, ()))

    def match(self, texts: Sequence[str], at: int, *roles: Role) -> Entry | None:
        """The longest entry of those roles at a position of the words."""
        for entry in self.entries.get(texts[at], ()):
            if entry.role in roles and tuple(texts[at : at + len(entry.words)]) == entry.words:
                return entry
        return None


@cache
def dictation_words(language: Language) -> DictationWords:
    """The words of a language; read once."""
    table = load_table("tools.reading.dictation", language)
    entries: dict[str, list[Entry]] = {}
    for entry in _entries(table):
        entries.setdefault(entry.words[0], []).append(entry)
    for found in entries.values():
        found.sort(key=lambda entry: -len(entry.words))
    return DictationWords(
        entries=entries,
        weak=frozenset(fold(str(word)).text for word in table["weak"]),
        spelled_endings=tuple(table.get("spelled_endings", [])),
        mail_words=frozenset(fold(str(word)).text for word in table.get("mail_words", table["weak"])),
        mail_stops=frozenset(fold(word).text for word in table["mail_stops"]),
        cues={cue: tuple(" ".join(split(word)) for word in words) for cue, words in table["cues"].items()},
        requests=tuple(" ".join(split(words)) for words in table["requests"]),
        units=tuple(fold(word).text.rstrip("*") for word in table["units"]),
        misheard={fold(word).text: said for said, words in table.get("misheard", {}).items() for word in words},
        alike=_alike([str(one) for one in group] for group in table["alike"]),
        letters_alike=_alike(group.upper() for group in table["letters_alike"]),
        letters_misheard=_letters_misheard(table.get("letters_misheard", {})),
    )


def split(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase; an apostrophe parts words."""
    return tuple(fold(str(phrase)).text.replace("'", " ").replace("-", " ").split())


def _alike(groups: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for one in group:
            found[one] = (found.get(one, frozenset()) | frozenset(group)) - {one}
    return found


def _letters_misheard(table: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for letter, phrases in table.items():
        for words in map(split, phrases):
            found[words] = found.get(words, frozenset()) | {letter.upper()}
    return found


def _entries(table: Mapping[str, Any]) -> list[Entry]:
    valued: dict[Role, Mapping[Any, Iterable[str]]] = {
        "letter": table["letters"],
        "repeat": table["repeat"],
        "repeat_after": table.get("repeat_after", {}),
        "plural": table["plurals"],
        "zero": {"0": table.get("zeros", [])},
    }
    plain: dict[Role, str] = {
        "times": "times", "skip": "skips", "restart": "restarts", "spelled": "spelled",
        "at": "at", "weak_at": "weak_at", "dot": "dot", "hyphen": "hyphen", "underscore": "underscore",
        "together": "together",
    }  # fmt: skip
    found = [
        Entry(role, split(word), str(value).upper())
        for role, forms in valued.items()
        for value, words in forms.items()
        for word in words
    ]
    found += [Entry(role, split(word)) for role, name in plain.items() for word in table[name]]
    return [entry for entry in found if entry.words]


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
    """Words after figures that make them money, metres or years, in a folded text."""
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
