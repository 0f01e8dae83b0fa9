"""The lines of the articles that may answer a question, likeliest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from agents.answers.question import Question
from agents.understanding.question.conditions import ConditionKind
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.content.corpus import Corpus
from knowledge.content.facts import FactTable
from knowledge.content.measures import figures
from knowledge.languages import Language
from knowledge.passages import Aspect, Passage, Sentence, UnitId
from knowledge.search.knowledge_base import KnowledgeBase

ITEM = "- "
"""A line of a list begins with it."""
_TELLS_FIGURE = 6.0
"""A line that tells a figure of the kind asked for is so many times likelier. Of 861 messages of strangers 66.8 in 100
are answered so, 65.8 with 20, 66.7 with 1."""


class UnitRanker(Protocol):
    """Finds the answer units that a question asks for."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        """The units of ``needs``, whose probabilities are given, best first with their own. May encode."""
        ...

    def expected_answer(self, text: str) -> ExpectedAnswer:
        """The sides of a need and the kind of figure that a question probably asks for."""
        ...


@dataclass(frozen=True, slots=True)
class RankedLine:
    """A unit in the language of the question. ``chance``: how probably it answers."""

    unit: UnitId
    passage: Passage
    sentence: Sentence
    chance: float
    begins_with: frozenset[ConditionKind] = frozenset()
    """Situations of the person that it begins with."""
    tells_figure: bool = False
    """It tells a figure of the kind asked for."""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.sentence.text.startswith(ITEM)


def rank_lines(question: Question, knowledge_base: KnowledgeBase, ranker: UnitRanker) -> tuple[list[RankedLine], bool]:
    """The lines in force that may answer, best first, of its needs and of those that are near; and whether a likelier
    one of its needs is not in force. May encode.

    For a section asked for by its button, the article from its beginning; and whether a line of the section is not in
    force.
    """
    corpus = knowledge_base.on(question.day).corpus
    if question.aspect is not None:
        return read_article(question, corpus)
    needs = question.chances
    passages = {
        (need, passage.aspect): passage for need in needs for passage in corpus.passages(need, question.language)
    }
    ranked = [
        (unit, _line_of(unit, chance, passages, question.day))
        for unit, chance in ranker.rank_units(question.text, question.language, needs, question.before)
    ]
    asked = question.needs
    withheld = next((line is None for unit, line in ranked if unit.need in asked), False)
    lines = [line for _, line in ranked if line is not None]
    return _as_expected(lines, ranker.expected_answer(question.text), knowledge_base.facts), withheld


def _as_expected(lines: Sequence[RankedLine], expected: ExpectedAnswer, facts: FactTable) -> list[RankedLine]:
    """Those with the figure that is probably asked for, likelier."""
    if expected.figure is None:
        return list(lines)
    found = []
    for line in lines:
        tells = expected.figure in figures(line.sentence.facts, facts)
        chance = line.chance * (_TELLS_FIGURE if tells else 1.0)
        found.append(replace(line, chance=chance, tells_figure=tells))
    whole = sum(line.chance for line in found)
    return sorted((replace(line, chance=line.chance / whole) for line in found), key=lambda line: -line.chance)


def read_article(question: Question, corpus: Corpus) -> tuple[list[RankedLine], bool]:
    """The lines in force of its need, in their order; and whether a line of its section is not in force."""
    passages = corpus.passages(question.need, question.language)
    lines = [
        RankedLine(UnitId(question.need, passage.aspect, sentence.place), passage, sentence, 1.0)
        for passage in passages
        for sentence in passage.sentences
        if sentence.validity.holds_on(question.day)
    ]
    withheld = any(passage.withheld for passage in passages if passage.aspect == question.aspect)
    return lines, withheld


def _line_of(
    unit: UnitId, chance: float, passages: Mapping[tuple[str, Aspect], Passage], day: date
) -> RankedLine | None:
    passage = passages.get((unit.need, unit.aspect))
    for sentence in passage.sentences if passage else ():
        if passage and sentence.place == unit.place and sentence.validity.holds_on(day):
            return RankedLine(unit, passage, sentence, chance)
    return None
