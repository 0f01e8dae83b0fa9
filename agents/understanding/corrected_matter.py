"""The matter that a message names instead of the one it denies: "not the temporary one! WIDOW'S PENSION. 12:15 then".

Read whole, such a message is likeliest about what it denies; so the clauses that deny nothing are read by themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from agents.understanding.clause_reader import ClauseReader
from agents.understanding.content_words import ContentWords
from agents.understanding.message import WORD, Context, ParsedMessage
from agents.understanding.needs.need_names import NeedNames
from agents.understanding.shared.labels import SURE
from agents.understanding.shared.tables import load_table
from agents.understanding.units.spoken import NOTHING_SAID
from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import fold

_CLAUSES = re.compile(r"[.,;:!?¿¡()\n]+")
_PURPOSE = re.compile(r"(?<!\w)(?:para|pa|per|pel|pels|pola|polo|pour|pr|for)(?!\w)")
_FEW_WORDS = 3
"""Content words of a clause that names a matter without saying that it is for that."""


@dataclass(frozen=True, slots=True)
class CorrectedMatterReader:
    """``denials``: folded words that deny what their clause names."""

    clauses: ClauseReader
    names: NeedNames
    words: ContentWords
    denials: Mapping[Language, frozenset[str]]

    def find(self, message: ParsedMessage) -> str | None:
        """The need that is named by its whole name; or the surest that a clause says it is for, or that is all of it.

        What is told beside it ("I'm having surgery that day") is no matter: such a clause has a day or an hour, or more
        words.
        """
        clauses = [one.strip() for one in _CLAUSES.split(message.request)]
        affirmed = [one for one in clauses if one and self._affirms(one, message.language)]
        for clause in reversed(affirmed):
            if named := self.names.find_whole_name(clause, message.language):
                return named
        alone = replace(message, context=Context(message.context.answering, NOTHING_SAID, 0.0))
        read = [self.clauses.need_of(alone, clause) for clause in affirmed if self._says_what_for(clause, message)]
        sure = [one for one in read if one.need is not None and one.confidence >= SURE]
        return max(sure, key=lambda one: one.confidence).need if sure else None

    def _affirms(self, clause: str, language: Language) -> bool:
        return self.denials[language].isdisjoint(WORD.findall(fold(clause).text))

    def _says_what_for(self, clause: str, message: ParsedMessage) -> bool:
        said = [word for word in WORD.findall(fold(clause).text) if self.words.is_content(word)]
        valued = any(slot.text and slot.text in clause for slot in message.slots.values())
        purpose = _PURPOSE.search(fold(clause).text) is not None
        return bool(said) and not valued and (purpose or len(said) <= _FEW_WORDS)


def build_corrected_matter_reader(
    clauses: ClauseReader, names: NeedNames, words: ContentWords
) -> CorrectedMatterReader:
    """With the denials of ``data/denials.yaml``."""
    table = load_table("denials")
    denials = {one: frozenset(fold(str(word)).text for word in table[one]) for one in LANGUAGES}
    return CorrectedMatterReader(clauses, names, words, denials)
