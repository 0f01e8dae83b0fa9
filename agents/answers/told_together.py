"""The lines that are told together: the likeliest, the items of its list, and what else is as likely and new."""

from collections.abc import Sequence

from agents.answers.line_ranking import ITEM, RankedLine
from agents.answers.question import Question
from agents.answers.same_words import SAME, say_the_same

MOST_WORDS, MOST_UNITS = 60, 3
"""Of an answer: the unit asked for and those beside it. A list is told whole."""
MOST_WORDS_IN_COMPANY = 35
"""The words of each answer where several things were asked."""
_BESIDE = 0.07
"""A unit of its need is told beside the first from this probability on, or from half of the first one's."""
_BESIDE_OF_OTHERS = 0.15
"""The same of a unit of another need, which is never told in company. Of 382 questions of strangers 70 in 100 were
answered with 0.20, 71.5 with 0.12 and 72.5 with 0.08; but readers found what was told of other needs beside the point.
"""
_SAME_WITH_FIGURES = 0.4
"""The share of their words that two lines of a need have in common when the second has no figure but those of the
first, and says nothing else: "it is 46.50 in total, whatever the burial cost", "it is one payment of 46.50"."""


def most_words(question: Question) -> int:
    """The most words of its answer."""
    return MOST_WORDS_IN_COMPANY if question.in_company else MOST_WORDS


def tell_together(lines: Sequence[RankedLine], question: Question) -> list[RankedLine]:
    """The first, with the items of its list, and the next as likely ones while they are few words."""
    told = with_items(lines[0], lines)
    words = sum(words_of(line) for line in told)
    for line in lines[1:]:
        if len(told) >= MOST_UNITS or not _is_near(line, lines[0], question) or _is_said_by(told, line):
            continue
        if words + words_of(line) <= most_words(question):
            told.append(line)
            words += words_of(line)
    return told


def _is_near(line: RankedLine, first: RankedLine, question: Question) -> bool:
    """Whether it may be told beside the first."""
    if question.aspect is not None:
        return True
    if line.unit.need != first.unit.need:
        return line.chance >= _BESIDE_OF_OTHERS and _may_be_of(line.unit.need, first.unit.need, question)
    return line.chance >= min(_BESIDE, first.chance / 2)


def _may_be_of(other: str, first: str, question: Question) -> bool:
    """Whether something of another need than the first line's may be told too. While a need is spoken of, only where
    the answer leaves it: then of that need, or of one that the message is nearly as likely to be about.
    """
    if question.in_company or question.one_need:
        return False
    topic = question.before.topic
    if topic is None:
        return True
    goes_on = first == question.need == topic
    return not goes_on and (other == topic or other in question.needs)


def _is_said_by(told: Sequence[RankedLine], line: RankedLine) -> bool:
    """Whether it has nothing that is not told: nearly the same words, or the same figures and little else."""
    figures = {fact for one in told for fact in one.sentence.facts}
    same_figures = bool(line.sentence.facts) and figures.issuperset(line.sentence.facts)
    if same_figures and line.unit.need != told[0].unit.need:
        return True
    least = _SAME_WITH_FIGURES if same_figures else SAME
    return any(say_the_same(line.sentence.text, one.sentence.text, least) for one in told)


def with_items(line: RankedLine, lines: Sequence[RankedLine]) -> list[RankedLine]:
    """The line and the items that follow it, which are one list: those of ``lines``, for others may not be told."""
    told = [line]
    by_unit = {one.unit: one for one in lines}
    for sentence in line.passage.sentences if not line.is_item else ():
        if sentence.place <= line.unit.place:
            continue
        if not sentence.text.startswith(ITEM):
            break
        if item := by_unit.get(line.unit._replace(place=sentence.place)):
            told.append(item)
    return told


def words_of(line: RankedLine) -> int:
    """How many words it has."""
    return len(line.sentence.text.split())
