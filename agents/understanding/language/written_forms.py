"""Words as they are really written, into the standard of their language, which is what taught the models and tables.

Basque is written as it is spoken where one lives ("ixan naz", "nola joan bear dot nik"); the tables and what taught the
models are mostly in the standard.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agents.understanding.shared.tables import load_table
from knowledge.languages import Language, parse_language

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = ".?!…"


@dataclass(frozen=True, slots=True)
class _Forms:
    """``endings`` and ``clauses`` in their order; ``but``: words whose ending is their own."""

    words: Mapping[str, str]
    endings: tuple[tuple[re.Pattern[str], str], ...]
    but: frozenset[str]
    clauses: tuple[tuple[re.Pattern[str], str], ...]

    def standard(self, text: str) -> str:
        """The text in the standard's words; what looks like a name stays."""
        for pattern, form in self.clauses:
            text = pattern.sub(form, text)
        shouted = text.isupper()
        return _WORD.sub(lambda found: self._word(found.group(), text[: found.start()].rstrip(), shouted), text)

    def _word(self, word: str, before: str, shouted: bool) -> str:
        named = word.istitle() and before and before[-1] not in _SENTENCE_ENDS
        if named or (word.isupper() and not shouted):
            return word
        lowered = word.casefold()
        form = self.words.get(lowered) or self._with_ending(lowered)
        if form == lowered:
            return word
        return form.capitalize() if word.istitle() else form

    def _with_ending(self, word: str) -> str:
        if word in self.but:
            return word
        found = ((pattern.subn(form, word)) for pattern, form in self.endings)
        return next((changed for changed, count in found if count), word)


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """Of each language that has any."""

    by_language: Mapping[Language, _Forms]

    def standard(self, text: str, language: Language) -> str:
        """The text in the standard of its language; as it is, where nothing is known of how else it is written."""
        forms = self.by_language.get(language)
        return forms.standard(text) if forms else text


def load_written_forms() -> WrittenForms:
    """From ``data/written_forms.yaml``."""
    return WrittenForms({parse_language(code): _forms(table) for code, table in load_table("written_forms").items()})


def _forms(table: Mapping[str, Any]) -> _Forms:
    words = {form: str(word) for word, forms in table["words"].items() for form in str(forms).split()}
    return _Forms(
        words={**words, **table["joins"]},
        endings=_patterns(table["endings"]),
        but=frozenset(table["but"]),
        clauses=_patterns(table["clauses"]),
    )


def _patterns(table: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), form) for pattern, form in table.items())
