"""The texts that an answer unit is found by."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.content.questions import UnitQuestion
from knowledge.languages import Language
from knowledge.passages import UnitId

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """Its questions; for a unit that has none, its own words."""

    unit: UnitId
    texts: tuple[tuple[Language, str], ...]
    words: tuple[tuple[Language, str], ...] = ()
    """Its line in each language."""

    def digest(self) -> str:
        """Hexadecimal; changes with a text."""
        said = "\n".join(f"{language} {text}" for language, text in self.texts)
        return hashlib.blake2b(said.encode(), digest_size=_DIGEST).hexdigest()


def unit_texts(
    questions: Iterable[UnitQuestion], lines: Mapping[UnitId, Sequence[tuple[Language, str]]]
) -> tuple[UnitTexts, ...]:
    """Of every unit in ``lines``, in their order; ``lines`` holds its words in each language."""
    asked: dict[UnitId, dict[tuple[Language, str], None]] = defaultdict(dict)
    for question in questions:
        for unit in question.units:
            asked[unit][question.language, question.text] = None
    return tuple(UnitTexts(unit, tuple(asked[unit]) or tuple(words), tuple(words)) for unit, words in lines.items())
