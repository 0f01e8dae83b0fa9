"""What is told beside the line that answers: new, of the matter spoken of, and no figure a second time."""

from typing import Any

import pytest

from agents.answers.line_ranking import RankedLine
from agents.answers.question import Question
from agents.answers.told_together import tell_together
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import SaidBefore
from knowledge.passages import Sentence, UnitId, Validity
from tests import shipped
from tests.agents.builders import NOW

DAY = NOW.date()
GRANT, RATE = ("grant",), ("rate",)
FIRST = "The grant is 46.50 in total, however much the burial cost"
AGAIN = "The grant is one payment of 46.50 in total towards the burial"


def line(text: str, chance: float, need: str = "grant", facts: tuple[str, ...] = (), place: int = 1) -> RankedLine:
    passage = next(iter(shipped.knowledge_base().on(DAY).corpus.passages("viudedad", "es")))
    sentence = Sentence(text, 0, len(text), facts, Validity(), place)
    return RankedLine(UnitId(need, "amount", place), passage, sentence, chance)


def told(*lines: RankedLine, topic: str | None = None, rivals: tuple[str, ...] = (), **asked: Any) -> list[str]:
    likely = tuple(Candidate(need, 0.5) for need in rivals)
    need = asked.pop("need", lines[0].unit.need)
    question = Question("and the burial?", "en", need, None, DAY, likely, before=SaidBefore(topic=topic), **asked)
    return [one.sentence.text for one in tell_together(lines, question)]


def test_a_figure_is_not_told_again_in_other_words() -> None:
    again = line(AGAIN, 0.3, facts=GRANT, place=2)
    assert told(line(FIRST, 0.6, facts=GRANT), again) == [FIRST]
    assert told(line(FIRST, 0.6), line(AGAIN, 0.3, place=2)) == [FIRST, AGAIN]


def test_the_same_figure_with_something_else_to_say_is_told() -> None:
    other = "Whoever asks after two months gets nothing of those 46.50"
    assert told(line(FIRST, 0.6, facts=GRANT), line(other, 0.3, facts=GRANT, place=2)) == [FIRST, other]


def test_another_figure_in_nearly_the_same_words_is_told() -> None:
    more = "The grant is one payment of 46.50 in total, 60 of a hundred for the burial"
    assert told(line(FIRST, 0.6, facts=GRANT), line(more, 0.3, facts=(*GRANT, *RATE), place=2)) == [FIRST, more]


def test_another_need_does_not_say_a_figure_that_was_told() -> None:
    other = "Who paid for it may ask for those 46.50 too"
    assert told(line(FIRST, 0.5, facts=GRANT), line(other, 0.3, "widow", GRANT)) == [FIRST]
    assert told(line(FIRST, 0.5, facts=GRANT), line(other, 0.3, "widow", RATE)) == [FIRST, other]


@pytest.mark.parametrize("rivals", [(), ("grant", "widow")])
def test_where_the_answer_goes_on_about_the_need_on_the_table_no_other_is_told(rivals: tuple[str, ...]) -> None:
    lines = line("It is paid once", 0.5), line("A widow gets half", 0.3, "widow")
    assert told(*lines, topic="grant", rivals=rivals) == ["It is paid once"]
    assert len(told(*lines)) == 2


def test_where_the_answer_leaves_the_need_on_the_table_only_that_or_a_likely_one_is_told_too() -> None:
    first, other = line("It is paid once", 0.5), line("A widow gets half", 0.3, "widow")
    assert told(first, other, topic="widow", need="widow") == ["It is paid once", "A widow gets half"]
    assert told(first, other, topic="leave", rivals=("grant", "widow")) == ["It is paid once", "A widow gets half"]
    assert told(first, other, topic="leave", rivals=("grant", "leave")) == ["It is paid once"]
