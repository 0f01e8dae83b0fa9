"""What an agent said otherwise than the articles: a figure of a rule, where one line surely speaks of the same thing.

The lines of the needs on the table that tell a figure of that kind are weighed against what was said and asked. The
likeliest one that tells another figure contradicts it, unless a line that tells the same one fits about as well.
"""

import math
import operator
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from agents.copilot.advice import AlertKind
from agents.copilot.figures import SaidFigure, bare_numbers, figure_of_fact, figures_of
from agents.copilot.said_turn import SaidTurn, Wrong, sentence_around
from agents.copilot.turn_words import TurnWords
from knowledge.content.corpus import Corpus
from knowledge.content.facts import FactTable
from knowledge.languages import Language
from knowledge.passages import Passage, Sentence, UnitId
from knowledge.words.shared_words import share_said
from tools.reading.folding import fold

_LEAST_BELIEF = 0.03
_ON_THE_TABLE = 0.15
"""The least probability of a need whose lines may contradict: those of others only tell what else may be meant."""
_LEAST_RANK = 1e-3


@dataclass(frozen=True, slots=True)
class FactLine:
    """A line with the figures that it states."""

    unit: UnitId
    passage: Passage
    sentence: Sentence
    figures: tuple[SaidFigure, ...]

    def holds(self, figure: SaidFigure) -> bool:
        """Whether it tells that figure."""
        return figure.is_among(self.figures)

    def may_contradict(self, figure: SaidFigure, beside: Collection[Decimal], held: bool) -> bool:
        """Whether it tells others of that kind only, and not all of them are told ``beside`` it; none of them, where
        another line tells that figure (``held``).
        """
        others = [one for one in self.figures if one.comparable(figure)]
        left = Counter(one.number for one in others) - Counter(beside)
        return not self.holds(figure) and bool(left) and not (held and left.total() < len(others))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a day in one language, with their figures."""

    corpus: Corpus
    facts: FactTable
    day: date
    language: Language

    def of(self, need: str) -> Iterator[FactLine]:
        """Those of a need that tell a figure."""
        for passage in self.corpus.passages(need, self.language):
            for sentence in passage.sentences:
                if sentence.facts and sentence.validity.holds_on(self.day) and passage.aspect != "related":
                    unit = UnitId(need, passage.aspect, sentence.place)
                    if figures := self._figures(sentence):
                        yield FactLine(unit, passage, sentence, figures)

    def telling(self, figure: SaidFigure) -> Iterator[str]:
        """Every line of any need that tells that figure."""
        ids = {fact.id for fact in self.facts.values() if (one := self._figure(fact.id)) and one.same(figure)}
        for passage in self.corpus.all_passages():
            if passage.language == self.language:
                yield from (one.text for one in passage.sentences if not ids.isdisjoint(one.facts))

    def _figures(self, sentence: Sentence) -> tuple[SaidFigure, ...]:
        return tuple(one for fact in sentence.facts if (one := self._figure(fact)))

    def _figure(self, fact: str) -> SaidFigure | None:
        period = self.facts.told_on(fact, self.day)
        return figure_of_fact(self.facts[fact].unit, period.value) if period else None


@dataclass(frozen=True, slots=True)
class ContradictionClues:
    """What tells whether a line contradicts a figure; and the weight of each.

    ``back``: the share of the line's words that were asked or said; ``ranked``: the logarithm of how probably the line
    is asked for or told; ``same_unit``: told in the same unit; ``rival``, ``elsewhere``: how much better a line fits
    that tells the same, on the table or of any need; ``others``: the logarithm of how many figures are said.
    """

    back: float
    ranked: float
    same_unit: float
    rival: float
    elsewhere: float
    others: float

    def values(self) -> list[float]:
        """In order."""
        return [getattr(self, name) for name in self.__slots__]


_WEIGHTS = ContradictionClues(back=0.63, ranked=0.45, same_unit=0.65, rival=-1.62, elsewhere=-0.81, others=-0.8)
_START = -2.04
"""Fitted to 490 agents' turns of 73 dialogues in six languages: 26 figures of wrong turns, 102 of right ones, and 85 of
right ones changed by chance. The dialogues of the suite taught nothing."""
_SURE = 0.2
"""Log-odds from which an agent is told. With the language left out of the fit, from 0.4 (from 0) on, 15 (16) of the 17
wrong figures that a line tells rightly, 58 (60) of the 67 changed ones, 9 (9) of 18 changed ones by another line, and
1 (2) of the 102 right ones (2026-12-03)."""


def contradictions(turn: SaidTurn, lines: Lines, words: TurnWords) -> list[Wrong]:
    """The figures of a turn that a line surely contradicts, the surest first."""
    found = []
    for figure, line, clues in figures_with_clues(turn, lines, words):
        odds = _START + sum(map(operator.mul, clues.values(), _WEIGHTS.values()))
        if odds >= _SURE:
            start, end = fold(turn.text).span(figure.start, figure.end)
            kind: AlertKind = "term" if figure.kind in ("days", "months") else "figure"
            found.append(Wrong(kind, turn.text[start:end], line.unit, 1 / (1 + math.exp(-odds))))
    return sorted(found, key=lambda one: -one.confidence)


def figures_with_clues(
    turn: SaidTurn, lines: Lines, words: TurnWords
) -> Iterator[tuple[SaidFigure, FactLine, ContradictionClues]]:
    """Each figure that a line may contradict, with the likeliest such line. Never raises."""
    figures = figures_of(turn.text, turn.language)
    if not figures:
        return
    near = [
        line
        for need in turn.needs
        if turn.needs[need] >= _LEAST_BELIEF
        for line in lines.of(need)
        if any(one.comparable(figure) for one in line.figures for figure in figures)
    ]
    heard = [one for text in turn.heard for one in figures_of(text, turn.heard_in)]
    numbers = {number for text in turn.heard for number in bare_numbers(text, turn.heard_in)}
    bare = list(bare_numbers(turn.text, turn.language))
    for figure in figures:
        clause = clause_of(turn.text, figure)
        if figure.number == 1 or figure.is_odd or words.reads_file(clause, turn.language):
            continue  # an article; what was worked out for the person
        if figure.number in numbers or figure.is_among(heard):
            continue  # what the person told
        held = any(one.unit == figure.unit and one.same(figure) for line in near for one in line.figures)
        beside = [*bare, *(one.number for one in figures if one is not figure)]
        table = [one for one in near if turn.needs[one.unit.need] >= _ON_THE_TABLE]
        against = [one for one in table if one.may_contradict(figure, beside, held)]
        if against:
            said = _Said(figure, without_figures(clause, turn.language), turn)
            line = max(against, key=said.fit)
            yield figure, line, replace(_clues(said, line, near, lines), others=math.log(len(figures)))


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure, and the words of its sentence without any."""

    figure: SaidFigure
    words: str
    turn: SaidTurn

    def fit(self, line: FactLine) -> float:
        """How surely a line speaks of what was said."""
        return 1.5 * self.plain_fit(line.sentence.text) + 0.3 * self.ranked(line) + 0.3 * self.same_unit(line)

    def ranked(self, line: FactLine) -> float:
        """The logarithm of how probably it is asked for or told."""
        return math.log(self.turn.ranked.get(line.unit, 0.0) + _LEAST_RANK)

    def same_unit(self, line: FactLine) -> bool:
        """Whether it tells something in the unit of the figure."""
        return any(one.unit == self.figure.unit for one in line.figures)

    def plain_fit(self, text: str) -> float:
        """By its words alone: the shares of what was said, and asked, that the text has, and of the text."""
        said = share_said(text, self.words, self.turn.language)
        asked = share_said(text, self.turn.asked, self.turn.language)
        return said + 0.5 * asked + 0.7 * self.back(text)

    def back(self, text: str) -> float:
        """The share of the text that was asked or said."""
        return share_said(f"{self.turn.asked} {self.words}", text, self.turn.language)


def _clues(said: _Said, line: FactLine, near: Sequence[FactLine], lines: Lines) -> ContradictionClues:
    """All but how many figures are said."""
    figure, text, fit = said.figure, line.sentence.text, said.fit(line)
    same = max((said.fit(one) for one in near if one.holds(figure)), default=fit - 2)
    rival = max(map(said.plain_fit, lines.telling(figure)), default=0.0)
    return ContradictionClues(
        back=said.back(text),
        ranked=said.ranked(line),
        same_unit=float(said.same_unit(line)),
        rival=max(-2.0, min(1.0, same - fit)),
        elsewhere=max(-1.0, min(1.0, rival - said.plain_fit(text))),
        others=0.0,
    )


def clause_of(text: str, figure: SaidFigure) -> str:
    """The sentence of the figure."""
    begins, stops = sentence_around(text, *fold(text).span(figure.start, figure.end))
    return text[begins:stops].strip()


def without_figures(text: str, language: Language) -> str:
    """A figure is not told by its words: they are the article's only where it is written alike."""
    kept, folded = text, fold(text)
    for one in reversed(figures_of(text, language)):
        start, end = folded.span(one.start, one.end)
        kept = f"{kept[:start]} {kept[end:]}"
    return kept
