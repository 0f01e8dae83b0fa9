"""A question and the person who asks it, as everybody who wants a reply puts them."""

from dataclasses import dataclass, field
from datetime import date

from agents.understanding.question.conditions import ConditionKind, Conditions
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.languages import Language, Variant
from knowledge.passages import Aspect, UnitId


@dataclass(frozen=True, slots=True)
class Question:
    """``text`` asks about ``need``. ``aspect``: the section asked for by its button. ``day``: today."""

    text: str
    language: Language
    need: str
    aspect: Aspect | None
    day: date
    rivals: tuple[Candidate, ...] = ()
    """Needs that it may be about instead, with ``need`` among them; empty when the need was chosen."""
    before: SaidBefore = NOTHING_SAID
    """What was said before it."""
    as_of: date | None = None
    """The day whose rules are asked for, when it is not today."""
    names: bool = False
    """It names its need, which is not the one on the table."""
    tells: bool = False
    """It tells of its need, and asks nothing in particular."""
    unit: UnitId | None = None
    """The answer unit asked for by its button."""
    offered: tuple[UnitId, ...] = ()
    """Those whose buttons stood beside it."""
    near: tuple[Candidate, ...] = ()
    """Needs that it may be about, however little: what is asked of them too may be offered."""
    tells_nearest: bool = True
    """When no line is likely, the nearest are told and other questions offered: not twice in a row, nor in a task."""
    objects: bool = False
    """It says that what was told before did not answer: that is not told again."""
    easier: bool = False
    """It asks for easy-read words."""
    in_company: bool = False
    """Something else is asked or heard with it: it is answered in fewer words."""
    one_need: bool = False
    """Lines of other needs, though likely, are not told beside those of the first."""
    preface: str = ""
    """The phrase that is said before the answer: that ISAC decides nothing, that no appointment is needed…"""
    doubtful: bool = False
    """It names its need, but not beyond doubt: the need is said before the answer."""
    unsure: bool = False
    """It may well ask what no article says."""
    outside: bool = False
    """Hardly any article answers it, whatever need is on the table."""

    @property
    def needs(self) -> frozenset[str]:
        """The needs that it is answered from."""
        return frozenset(one.need for one in self.rivals) or frozenset({self.need})

    @property
    def chances(self) -> dict[str, float]:
        """How probably it is about each need, those near too."""
        likely = {one.need: one.confidence for one in self.rivals} or {self.need: 1.0}
        return {**{one.need: one.confidence for one in self.near}, **likely}


@dataclass(frozen=True, slots=True)
class Person:
    """The person that an answer is for, as far as the conversation knows."""

    conditions: Conditions = field(default_factory=dict)
    """Everything told of their situation, with this question or before it."""
    told_now: frozenset[ConditionKind] = frozenset()
    """Conditions told with this question."""
    asks_what_changes: bool = False
    """The question only tells conditions: "and if I am self-employed?"."""
    asked_for: frozenset[ConditionKind] = frozenset()
    """Conditions that were asked for already: nobody is asked twice."""
    told: frozenset[UnitId] = frozenset()
    """Said to them already in this conversation."""
    said_just: frozenset[str] = frozenset()
    """The lines that they were told right before, as they were worded, without the mark of a list."""
    heard: frozenset[str] = frozenset()
    """Every line that they were told: their situation is said back to them once."""
    variety: Variant | None = None
    """The variety of the question's language that they speak."""
