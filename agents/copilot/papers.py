"""A document that an agent says is not needed though the article lists it, or asks for though it says not to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from agents.copilot.named_things import NamedThings
from agents.copilot.said_turn import SaidTurn, Wrong, sentence_around
from agents.copilot.turn_words import TurnWords
from knowledge.content.corpus import Corpus
from knowledge.languages import Language
from knowledge.passages import UnitId

Stance = Literal["needed", "needless"]

_LIKELY = 0.3
"""The least probability of the need whose article says what holds."""
_ON_THE_TABLE = 0.15
"""The least probability of those that must not say the same as the agent."""
_BESIDE = 40
"""The most signs between a document and the words that say of it that it is not needed: a call has no full stops."""

_SHORT = 3
"""The most words beside "it is not needed" that name nothing else."""


class Listed(NamedTuple):
    """A line and the documents that it says are needed, or are not."""

    unit: UnitId
    codes: frozenset[str]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Papers:
    """What the articles of a day, and agents, say of documents."""

    corpus: Corpus
    things: NamedThings
    words: TurnWords

    def stances(self, text: str, language: Language) -> dict[str, tuple[Stance, tuple[int, int]]]:
        """Of each document named: whether it is needed, and where it is named. Left out where neither is said, and
        where it hangs on the case.
        """
        named = self.things.find("document", text)
        return {
            code: (stance, span)
            for code, span in named.items()
            if (stance := self._stance(text, span, [*named.values()], language)) is not None
        }

    def listed(self, need: str, language: Language) -> list[Listed]:
        """The lines of a need that say of documents, whatever the case, that they are needed or are not."""
        passages = self.corpus.passages(need, language)
        lines = [(UnitId(need, one.aspect, line.place), line.text) for one in passages for line in one.sentences]
        needless = [
            Listed(unit, frozenset(codes), "needless")
            for unit, text in lines
            if (codes := [code for code, (stance, _) in self.stances(text, language).items() if stance == "needless"])
        ]
        never = frozenset(code for one in needless for code in one.codes)
        needed = [
            Listed(unit, self.things.named_in("document", [text]) - never, "needed")
            for unit, text in lines
            if unit.aspect == "documents" and ":" not in text and not self.words.depends(text, language)
        ]  # what stands before a colon is a condition
        return [*needless, *needed]

    def _stance(
        self, text: str, span: tuple[int, int], named: list[tuple[int, int]], language: Language
    ) -> Stance | None:
        begins, stops = sentence_around(text, *span)
        sentence = text[begins:stops]
        nots = [(begins + start, begins + end) for start, end in self.words.needless(sentence, language)]
        for one in nots:
            gaps = sorted((_gap(one, other), other) for other in named)
            alone = len(gaps) < 2 or gaps[0][0] < gaps[1][0]
            if alone and gaps[0][1] == span and gaps[0][0] <= _BESIDE:
                around = text[max(begins, min(one[0], span[0]) - _BESIDE) : min(stops, max(one[1], span[1]) + _BESIDE)]
                return None if self.words.depends(around, language) else "needless"
        return "needed" if not nots and self.words.needs(sentence, language) else None


def wrong_papers(turn: SaidTurn, papers: Papers) -> Iterator[Wrong]:
    """At most one."""
    said = papers.stances(turn.text, turn.language) or _answered(turn, papers)
    likely = sorted((chance, need) for need, chance in turn.needs.items() if chance >= _ON_THE_TABLE) if said else []
    table = {need: papers.listed(need, turn.language) for _, need in reversed(likely)}
    beside = papers.things.named_in("document", [turn.text, *turn.told])
    for code, (stance, (start, end)) in said.items():
        lines = [one for need in table for one in table[need] if code in one.codes]
        others = {one for one in beside if one not in said or said[one][0] == "needed"} - {code}
        for line in lines if all(one.stance != stance for one in lines) else ():
            belief = turn.needs[line.unit.need]
            if belief >= _LIKELY and not (stance == "needless" and others & line.codes):  # one of them may do
                yield Wrong("document", turn.text[start:end], line.unit, belief)
                return


def _answered(turn: SaidTurn, papers: Papers) -> Mapping[str, tuple[Stance, tuple[int, int]]]:
    """The one document that was asked about, where the answer only says that it is not needed."""
    asked = papers.things.named_in("document", [turn.asked])
    nots = papers.words.needless(turn.text, turn.language)
    if len(asked) != 1 or not nots or papers.words.depends(turn.text, turn.language):
        return {}
    begins, stops = sentence_around(turn.text, *nots[0])
    rest = f"{turn.text[begins : nots[0][0]]} {turn.text[nots[0][1] : stops]}"
    if len(rest.split()) > _SHORT and not papers.words.needs(rest, turn.language):
        return {}  # something else is not needed
    return {next(iter(asked)): ("needless", nots[0])}


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
