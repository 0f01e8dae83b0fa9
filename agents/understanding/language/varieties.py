"""Varieties of a served language: Valencian, told from the rest of Catalan by its own forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from agents.understanding.language.message_words import MessageWord
from agents.understanding.shared.tables import load_table

Variety = Literal["ca-valencia", "oc"]
"""Spoken back to in a way of its own: ``ca-valencia`` in its forms; ``oc`` (Aranese) is told that it is not served."""
VARIETIES: tuple[Variety, ...] = get_args(Variety)


@dataclass(frozen=True, slots=True)
class Varieties:
    """The forms that speak for a variety, and those that speak against it, by BCP 47 code."""

    forms: Mapping[str, frozenset[str]]
    against: Mapping[str, frozenset[str]]

    def find_variety(self, words: Sequence[MessageWord], language: str) -> str | None:
        """The variety of that language with the most forms; None without evidence."""
        texts = [word.text for word in words]
        for code, forms in self.forms.items():
            balance = sum((text in forms) - (text in self.against[code]) for text in texts)
            if code.startswith(f"{language}-") and balance > 0:
                return code
        return None


def load_varieties() -> Varieties:
    """From ``data/varieties.yaml``."""
    tables: Mapping[str, Any] = load_table("varieties")
    forms = {code: frozenset(str(table["for"]).split()) for code, table in tables.items()}
    return Varieties(forms, {code: frozenset(str(table["against"]).split()) for code, table in tables.items()})


def parse_variety(code: str) -> Variety | None:
    """The variety behind a guess's code; None for the languages themselves and other neighbours."""
    return next((variety for variety in VARIETIES if variety == code), None)
