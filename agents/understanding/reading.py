"""The typed result of understanding one message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from agents.understanding.appointments.steps import NOTHING_ASKED, LastAsked
from agents.understanding.language.words import Variety
from agents.understanding.question.conditions import Conditions
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.shared.labels import Candidate, Label
from agents.understanding.sums.own_sum import NO_SUM, SumChances
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.content.measures import Measure
from knowledge.languages import Language
from knowledge.passages import Aspect, UnitId
from tools.reading.slots import SlotName, SlotValue


@dataclass(frozen=True, slots=True)
class PartWords:
    """The words of a part of a message, and what was said just before it.

    Of a message where an appointment is under way, what its words tell. ``stated``: read without what is asked
    beside, with all its values; ``later``: what was asked for is not at hand, and is looked for or told later;
    ``undoes``: something is to be cancelled; ``supposes``: it is asked what if an appointment cannot be kept;
    ``anew``: a new one is asked for; ``ahead``: all of it says to go on with what was read back; ``keeps``: all of
    it says to change nothing of that; ``keeps_booked``: the appointment there is shall stay; ``document``: an
    identity document is named. ``outright``: it begins with a yes that is more than taking note; ``rather``: it
    prefers something. ``matter``: the need that it names instead of another, which it denies.
    """

    asked: str = ""
    after: str = ""
    stated: "Reading | None" = None
    later: bool = False
    undoes: bool = False
    supposes: bool = False
    anew: bool = False
    ahead: bool = False
    keeps: bool = False
    keeps_booked: bool = False
    outright: bool = False
    rather: bool = False
    document: bool = False
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of a message. ``need``: None when out of scope or nothing was asked; ``switch_to``: as asked for."""

    language: Language
    language_confidence: float
    switch_to: Language | None = None
    need: str | None = None
    confidence: float = 0.0
    outside: float = 0.0
    """The probability that it is about no need, also when one is named."""
    alternatives: tuple[Candidate, ...] = ()
    aspect: Aspect | None = None
    measure: Measure | None = None
    """The kind of figure asked for: "how many weeks" wants a number of weeks."""
    wanted: ExpectedAnswer = field(default_factory=ExpectedAnswer)
    """The same, and the side of the need, as likely as examples make them."""
    labels: frozenset[Label] = frozenset()
    slots: Mapping[SlotName, SlotValue] = field(default_factory=dict)
    out_of_scope: bool = False
    sums: SumChances = NO_SUM
    """How probably a sum of the person's own is wanted, and which."""
    parts: tuple["Reading", ...] = ()
    """Each thing asked, in order, when there are several: what it is about is then that of the first. Where an
    appointment is under way, each thing asked beside what the message does."""
    words: PartWords = PartWords()
    """Of a part: how it was said. In the middle of a task: what the words tell."""
    variety: Variety | None = None
    """Of ``language``: Valencian; or its neighbour Aranese, which is told that it is not served."""
    reserved: bool = False
    """A yes with a but: no yes."""
    leaning: bool = False
    """It names no matter of its own ("and for my sister?"): what it is about was said before. With a ``need``, it only
    tells the person's own situation, and the need is what it would be about if nothing had been said before."""
    leans: float = 0.0
    """The probability that it names no matter of its own."""
    goes_on: bool = False
    """It leans on the need on the table, which is ``need``."""
    beliefs: Mapping[str, float] = field(default_factory=dict)
    """How probably each need is spoken of in the conversation, after this message."""
    conditions: Conditions = field(default_factory=dict)
    """The conditions told of the person."""
    as_of: date | None = None
    """The day whose rules are asked for, when it is not today."""

    @property
    def asks(self) -> bool:
        """Whether anything in particular is asked: a question, a section or a figure."""
        return "question" in self.labels or self.aspect is not None or self.measure is not None


class MessageReader(Protocol):
    """Understanding, as its callers see it."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        """The answer units of ``needs``, whose probabilities are given, best first with their own. May encode."""
        ...

    def expected_answer(self, text: str) -> ExpectedAnswer:
        """The sides of a need and the kind of figure that it probably asks for."""
        ...

    def read_message(
        self,
        text: str,
        *,
        prior: Language | None,
        now: datetime,
        asked: LastAsked = NOTHING_ASKED,
        before: SaidBefore = NOTHING_SAID,
    ) -> Reading:
        """Never raises on any text. ``prior`` is the conversation's language."""
        ...
