"""Words that may name a need, told apart from fillers and from words that only ask for an appointment."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.understanding.message import WORD
from agents.understanding.shared.tables import load_own_table, load_table
from knowledge.administration import Administration
from knowledge.languages import Language, parse_language
from tools.reading.folding import fold

_SHORTEST_STEM = 4
"""Letters that stay when a case ending comes off."""


@dataclass(frozen=True, slots=True)
class ContentWords:
    """``booking`` matches whole words that only ask for an appointment; ``endings`` are those of cases."""

    fillers: frozenset[str]
    booking: re.Pattern[str]
    endings: Mapping[Language, Sequence[str]]

    def found_in(self, text: str) -> bool:
        """Whether the text may name a need: a yes, thanks, a date, a name or an identity do not."""
        return any(self.is_content(word) for word in WORD.findall(text))

    def is_content(self, word: str) -> bool:
        """Neither short, nor a number, nor a filler."""
        return len(word) > 2 and not word.isdigit() and word not in self.fillers

    def is_booking(self, word: str) -> bool:
        """Whether the word only asks for an appointment."""
        return self.booking.match(word) is not None

    def stem(self, word: str, language: Language) -> str:
        """The word without its case ending, where the language has them."""
        endings = self.endings.get(language, ())
        ending = next(
            (ending for ending in endings if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM), ""
        )
        return word.removesuffix(ending)


def load_content_words(administration: Administration) -> ContentWords:
    """From the tables ``fillers``, ``endings`` and, of the house and the administration, ``appointment_words``."""
    fillers = frozenset(fold(str(word)).text for words in load_table("fillers").values() for word in words)
    tables = (load_table("appointment_words"), load_own_table(administration, "appointment_words"))
    words = (fold(str(word)).text for table in tables for words in table.values() for word in words)
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    endings = {parse_language(code): endings for code, endings in load_table("endings").items()}
    return ContentWords(fillers, re.compile(rf"(?:{'|'.join(forms)})\Z"), endings)
