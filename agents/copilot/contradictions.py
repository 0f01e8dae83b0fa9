"""What an agent said otherwise than the articles: a figure of a rule, where one line surely speaks of the same thing.

The lines of the needs on the table that tell a figure of that kind are weighed against what was said and asked. The
likeliest one that tells another figure contradicts it, unless a line that tells the same one fits about as well.
"""

import math
import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agents.copilot.advice import AlertKind
from agents.copilot.figures import SaidFigure, figure_of_fact, figures_of
from agents.copilot.said_turn import SaidTurn, Wrong
from agents.copilot.turn_words import TurnWords
from knowledge.content.corpus import Corpus
from knowledge.content.facts import FactTable
from knowledge.languages import Language
from knowledge.passages import Passage, Sentence, UnitId
from knowledge.words.shared_words import share_said
from tools.reading.folding import fold
from tools.reading.numbers.parser import find_numbers

_LEAST_BELIEF = 0.03
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
        return any(one.same(figure) for one in self.figures)

    def may_contradict(self, figure: SaidFigure) -> bool:
        """Whether it tells others of that kind only."""
        return not self.holds(figure) and any(one.comparable(figure) for one in self.figures)


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

    ``fit``, ``asked``: the share of the words of the sentence said and of the question that the line has; ``back``: the
    share of the line's that both have; ``ranked``: the logarithm of how probably the line is asked for or told;
    ``same_unit``: told in the same unit; ``belief``: the logarithm of its need's probability; ``before``: an agent told
    the figure before; ``rival``, ``elsewhere``: how much better a line fits that tells the same, on the table or of any
    need; ``others``: the logarithm of how many figures are said; ``line_heard``: the share of the line's figures that
    the person told; ``many``: the logarithm of how many the line has.
    """

    fit: float
    asked: float
    back: float
    ranked: float
    same_unit: float
    belief: float
    before: float
    rival: float
    elsewhere: float
    money: float
    others: float
    line_heard: float
    many: float

    def values(self) -> list[float]:
        """In order."""
        return [getattr(self, name) for name in self.__slots__]


_WEIGHTS = ContradictionClues(
    fit=1.36,
    asked=1.19,
    back=-1.38,
    ranked=0.21,
    same_unit=0.69,
    belief=0.66,
    before=-0.85,
    rival=-0.84,
    elsewhere=-2.08,
    money=-1.53,
    others=-1.27,
    line_heard=-0.84,
    many=-0.14,
)
_START = 0.96
"""Fitted to 729 agents' turns of strangers in five languages, 36 of them wrong on purpose, and to 233 figures of right
turns changed by chance."""
_SURE = 1.2
"""Log-odds from which an agent is told: with the language left out of the fit, 11 of the 36 wrong turns and 7 others of
the 729, of which 3 tell another term than the articles. Chosen on the same scores; the whole copilot, fitted to all of
them, tells 11 and 10.
"""


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
        (line, turn.needs[need])
        for need in turn.needs
        if turn.needs[need] >= _LEAST_BELIEF
        for line in lines.of(need)
        if any(one.comparable(figure) for one in line.figures for figure in figures)
    ]
    numbers = {one.value for text in turn.heard for one in find_numbers(fold(text), turn.language, expected=True)}
    for figure in figures:
        clause = clause_of(turn.text, figure)
        if figure.number == 1 or figure.number in numbers or figure.is_odd or words.reads_file(clause, turn.language):
            continue  # an article; what the person told; what was worked out for them
        if any(line.may_contradict(figure) for line, _ in near):
            line, clues = _likeliest(figure, near, turn, lines)
            yield figure, line, replace(clues, others=math.log(len(figures)))


def _likeliest(
    figure: SaidFigure, near: Sequence[tuple[FactLine, float]], turn: SaidTurn, lines: Lines
) -> tuple[FactLine, ContradictionClues]:
    """The line that contradicts the figure, if one does."""
    clause = clause_of(turn.text, figure)
    fits = {line.unit: _fit(line, figure, clause, turn) for line, _ in near}
    against = [one for one in near if one[0].may_contradict(figure)]
    line, belief = max(against, key=lambda one: fits[one[0].unit])
    text, fit = line.sentence.text, fits[line.unit]
    same = max((fits[one.unit] for one, _ in near if one.holds(figure)), default=fit - 2)
    rival = max((_plain_fit(other, clause, turn) for other in lines.telling(figure)), default=0.0)
    return line, ContradictionClues(
        fit=share_said(text, clause, turn.language),
        asked=share_said(text, turn.asked, turn.language),
        back=share_said(f"{turn.asked} {clause}", text, turn.language),
        ranked=math.log(turn.ranked.get(line.unit, 0.0) + _LEAST_RANK),
        same_unit=float(any(one.unit == figure.unit for one in line.figures)),
        belief=math.log(belief),
        before=float(_said_in(figure, turn.told, turn.language)),
        rival=max(-2.0, min(1.0, same - fit)),
        elsewhere=max(-1.0, min(1.0, rival - _plain_fit(text, clause, turn))),
        money=float(figure.kind == "money"),
        others=0.0,
        line_heard=sum(_said_in(one, turn.heard, turn.language) for one in line.figures) / len(line.figures),
        many=math.log(len({one.value for one in line.figures})),
    )


def _said_in(figure: SaidFigure, texts: Sequence[str], language: Language) -> bool:
    return any(one.same(figure) for text in texts for one in figures_of(text, language))


def _fit(line: FactLine, figure: SaidFigure, clause: str, turn: SaidTurn) -> float:
    """How surely a line speaks of what the clause says."""
    same_unit = any(one.unit == figure.unit for one in line.figures)
    ranked = math.log(turn.ranked.get(line.unit, 0.0) + _LEAST_RANK)
    return 1.5 * _plain_fit(line.sentence.text, clause, turn) + 0.3 * ranked + 0.3 * same_unit


def _plain_fit(text: str, clause: str, turn: SaidTurn) -> float:
    """By its words alone."""
    said, asked = share_said(text, clause, turn.language), share_said(text, turn.asked, turn.language)
    return said + 0.5 * asked + 0.7 * share_said(f"{turn.asked} {clause}", text, turn.language)


def clause_of(text: str, figure: SaidFigure) -> str:
    """The sentence of the figure."""
    start, end = fold(text).span(figure.start, figure.end)
    begins = [at + 2 for mark in (". ", "; ", "! ", "? ", ": ") if (at := text.rfind(mark, 0, start)) >= 0]
    stops = [at for mark in (". ", "; ", "! ", "? ") if (at := text.find(mark, end)) >= 0]
    return text[max(begins, default=0) : min(stops, default=len(text))].strip()
