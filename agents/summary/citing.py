"""The source of what an agent answered: that of the answer unit that says the same, where one surely does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from agents.summary.figures import with_figures
from agents.summary.needs_heard import HeardTurn
from agents.summary.remembered import Remembered
from agents.summary.turn import ReadTurn
from agents.understanding.reading import MessageReader
from knowledge.passages import Citation, Passage, Sentence, UnitId
from knowledge.search.knowledge_base import KnowledgeBase
from tools.reading.folding import fold

_REMEMBERED = 4_096
_LOOKED_AT = 6
"""Units ranked by what was asked, of which one may say what was answered."""
_LIKELY, _SAID = 0.05, 0.4
"""The chance from which a unit is looked at, and the share of its longer words that the answer has to say."""
_LONG = 5
_MOST = 3
_FIGURE = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class AnswerCiter:
    """Ranks units by the question before an answer, and compares their words with its words. May encode."""

    reader: MessageReader
    knowledge_base: KnowledgeBase
    _known: Remembered[tuple[Citation, ...]] = field(default_factory=lambda: Remembered(_REMEMBERED))

    def cite(self, turns: Sequence[ReadTurn], heard: Sequence[HeardTurn], day: date) -> dict[int, tuple[Citation, ...]]:
        """By the number of the turn, where there is a source."""
        asked = {one.turn.number: one for one in heard}
        last: HeardTurn | None = None
        found: dict[int, tuple[Citation, ...]] = {}
        for turn in turns:
            last = asked.get(turn.number, last)
            if turn.role != "answers" or last is None:
                continue
            question = last
            key = (turn.text, question.turn.text, tuple(question.before.beliefs), day)
            citations = self._known.get(key, lambda: self._of(turn, question, day))  # noqa: B023
            if citations:
                found[turn.number] = citations
        return found

    def _of(self, turn: ReadTurn, question: HeardTurn, day: date) -> tuple[Citation, ...]:
        beliefs: Mapping[str, float] = question.reading.beliefs or question.before.beliefs
        needs = {**beliefs, **({question.reading.need: 1.0} if question.reading.need else {})}
        if not needs:
            return ()
        said = _said_words(turn.text, turn)
        ranked = self.reader.rank_units(question.turn.text, turn.language, needs, question.before)
        for unit, chance in ranked[:_LOOKED_AT]:
            line = self._line(unit, turn, day) if chance >= _LIKELY else None
            if line is not None and _says_same(line[1].text, said, turn):
                return self.knowledge_base.cite(line[0], [line[1]], day)[:_MOST]
        return ()

    def _line(self, unit: UnitId, turn: ReadTurn, day: date) -> tuple[Passage, Sentence] | None:
        for passage in self.knowledge_base.on(day).corpus.passages(unit.need, turn.language):
            for sentence in passage.sentences if passage.aspect == unit.aspect else ():
                if sentence.place == unit.place and sentence.validity.holds_on(day):
                    return passage, sentence
        return None


def _said_words(text: str, turn: ReadTurn) -> frozenset[str]:
    figured = with_figures(text, turn.language).text
    return frozenset([*re.findall(r"\w+", figured), *(one.strip(".,") for one in _FIGURE.findall(figured))])


def _says_same(line: str, said: frozenset[str], turn: ReadTurn) -> bool:
    """Its figures are those said, or it has none; and most of its longer words are said."""
    folded = fold(line).text
    figures = {one.strip(".,") for one in _FIGURE.findall(folded)}
    told = {word for word in said if word[0].isdigit()}
    if figures and told and not figures & told:
        return False
    longer = [word for word in re.findall(r"[^\W\d]+", folded) if len(word) >= _LONG]
    stems = {word[:_LONG] for word in said}
    shared = sum(word[:_LONG] in stems for word in longer)
    return bool(longer) and shared >= _SAID * len(longer)
