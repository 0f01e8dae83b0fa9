"""The input of the policy, and the decisions it may take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from agents.reception.tasks.calling import Calling
from agents.reception.tasks.task import Cancellation, LastQuestion, OpenQuestion, Task
from agents.understanding.labels.label_groups import OBJECTING
from agents.understanding.reading import Reading
from agents.understanding.screen import Screened
from agents.understanding.shared.labels import DANGERS, LEANS, OUTSIDE, SURE, Candidate, Label
from knowledge.content.needs import Action, Catalogue
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import ASPECTS, Aspect, UnitId
from tools.queues.hand_offs import Reason
from tools.reading.slots import SlotName

NodeName = Literal[
    "answer", "clarify", "collect", "commit", "queue", "abandon", "hand_off", "notice", "close", "settle",
    "call",
]  # fmt: skip

PLAIN, BEYOND = 0.60, 0.01
"""With less belief than the first, or more than the second that it is about no need, a need is answered saying that it
may not be what was asked. They were set on 240 questions that no article answers: of those that are taken for a need
hardly one is named so plainly, and most questions that are for one are. The second was 0.025 until 5,291 questions more
about needs were taught; the totals of 840 questions by others were in sight when it was lowered."""
PLAIN_CHANGE = 0.75
"""Belief from which an appointment nobody has spoken of is to be changed without any word that says so."""
SURELY_A_PERSON = 0.95
"""The probability from which a wish for a person needs no word that says so: "who am I talking to?" is near it."""
CLOSE = 0.15
"""Two needs nearer than this are asked about."""
MOST_COURTESY_WORDS = 6
"""The most words of a message that is only courtesy."""
FLOOR = 0.30
"""Below this nothing is assumed."""
MISSES_BEFORE_PERSON = 3
"""Turns in a row not understood before a person takes over."""

TASK_SLOTS: frozenset[SlotName] = frozenset(
    {"date", "date_to", "time", "part_of_day", "postcode", "postcode_invalid", "municipality", "province", "option",
     "document", "document_invalid", "document_part", "phone", "locator", "channel", "date_past", "date_or", "date_not",
     "time_from", "time_to", "time_not", "channel_not", "same_time", "when_unread", "move", "email"}
)  # fmt: skip

BOOKS = ("reply-book", "reply-phone-booking")
"""Quick replies that ask for a new appointment; the second one for one by telephone."""
COURTESIES: tuple[Label, ...] = ("greeting", "thanks", "goodbye", "complaint", "insult", "repeat")
MOST_ANSWERING_WORDS = 8
"""The most words of a question that only asks on about what was just said."""
MOST_REPEATING_WORDS = 12
"""The most words of a message that only asks to say it again, where it may ask something else."""
_ASKING: tuple[Label, ...] = ("repeat", "easier", "complaint", "insult", "decision_bait")
OPENINGS: frozenset[Label] = frozenset({"greeting", "thanks"})
"""Courtesies that often come with a question."""

DANGER_REASONS: tuple[tuple[Label, Reason], ...] = (
    ("emergency", "emergency"),
    ("crisis", "crisis"),
    ("violence", "violence"),
)
"""The most urgent first: its number is told first."""


def is_plain(reading: Reading) -> bool:
    """Whether the need is named beyond doubt."""
    return reading.confidence >= PLAIN and reading.outside <= BEYOND


def asks_elsewhere(reading: Reading) -> bool:
    """Whether hardly any article answers it, whatever is on the table: "and my holidays?"."""
    return reading.out_of_scope and reading.confidence >= OUTSIDE


def section_of(pressed: str | None) -> Aspect | None:
    """The section that a pressed button asks for; None for any other button."""
    return next((aspect for aspect in ASPECTS if pressed == f"aspect-{aspect}"), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """The node a turn goes to. ``key`` names the phrase of a notice; ``task`` is the task to start or go on with.

    ``text``: the question to answer, when it was asked before this turn. ``unit``: answers the question
    chosen, which is ``text``; ``offered``: those of the questions beside it.
    ``books``: the question is about an appointment. ``easier``: in easy-read words. ``ends_task``: the task under way
    is given up. ``part``: the part of the message that it is about, where that is not the first; ``also``: those that
    are answered after it; ``unanswered``: something that was asked is not. ``sum``: the sum to make.
    """

    route: NodeName
    key: str = ""
    reason: Reason = "asked"
    need: str | None = None
    aspect: Aspect | None = None
    unit: UnitId | None = None
    offered: tuple[UnitId, ...] = ()
    options: tuple[str, ...] = ()
    task: Task | None = None
    understood: bool = True
    text: str = ""
    books: bool = False
    easier: bool = False
    ends_task: bool = False
    part: Reading | None = None
    also: tuple[Reading, ...] = ()
    unanswered: bool = False
    sum: str = ""
    aside: bool = False
    """Something is asked beside a yes or a value: it is answered after what that does."""
    own: bool = False
    """It is about what the message does, read without what is asked beside."""
    objects: bool = False
    """It says that what was told of the need on the table was no answer."""
    tells_nearest: bool = True
    """When no line is likely, the nearest are told as such: they were not just before."""


@dataclass(frozen=True, slots=True)
class SumMemory:
    """Of the sums of the conversation: ``known``: what was told before for each; ``lacks``: the input that the last one
    still lacks; ``instead``: by sum, the sums of the same matter that some inputs ask for; ``figures``: the digits of
    the figures that the last one came to; ``gross``: the line that says whether taxes are off it; ``left``: by need,
    the one that says why one's own amount is not worked out here.
    """

    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lacks: str = ""
    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    figures: frozenset[str] = frozenset()
    gross: UnitId | None = None
    left: Mapping[str, UnitId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Here:
    """What this installation can do: the ``languages`` served; ``finds_people``: appointments without their locator;
    ``calls_back``: people call within their hours.
    """

    languages: tuple[Language, ...] = LANGUAGES
    finds_people: bool = False
    calls_back: bool = False


@dataclass(frozen=True, slots=True)
class CallSoFar:
    """The call-back of the conversation: ``arranged`` now, with the very words of a window on offer
    (``names_window``), or ``promised``.
    """

    arranged: Calling | None = None
    names_window: bool = False
    promised: bool = False


@dataclass(frozen=True, slots=True)
class PolicyInput:
    """Everything a rule may look at. ``pressed`` is the key of the quick reply whose exact words came back;
    ``offered``: the questions offered last, with the units that answer, and the one of them that was ``chosen``.

    ``own_case``: the need that explains how to consult one's own file.
    ``booked``: the locator of the appointment this conversation made; ``done``: what the last turn did with one.
    ``handed_off``: why a person was called; ``just_handed_off``: in the last turn; ``safe``: who was taken to be in
    danger has said since that there is none. ``has_waiting_list``: one can wait for a time. ``sum_needs``: the sums
    there are, with the needs whose people want them; ``sum_told``: what the message tells for each; ``sum_done``: the
    sum made or asked about last; ``sum_memory``: what was told for them.
    """

    reading: Reading
    screened: Screened
    catalogue: Catalogue
    own_case: str | None = None
    task: Task | None = None
    asked: OpenQuestion | None = None
    booked: str | None = None
    need: str | None = None
    aspect: Aspect | None = None
    question: LastQuestion | None = None
    misses: int = 0
    pressed: str | None = None
    offered: Mapping[str, UnitId] = field(default_factory=dict)
    chosen: str | None = None
    handed_off: Reason | None = None
    just_handed_off: bool = False
    safe: bool = False
    done: Literal["booked", "cancelled"] | None = None
    has_waiting_list: bool = False
    here: Here = Here()
    call: CallSoFar = CallSoFar()
    sum_needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sum_told: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sum_done: str = ""
    sum_memory: SumMemory = SumMemory()

    def says(self, *labels: Label) -> bool:
        """Whether the turn carries any of the labels."""
        return not self.reading.labels.isdisjoint(labels)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Needs the turn may mean, best first, none below the floor."""
        if self.reading.out_of_scope or self.asks_on is not None:
            return ()
        first = (Candidate(self.reading.need, self.reading.confidence),) if self.reading.need else ()
        rest = tuple(other for other in self.reading.alternatives if other.need != self.reading.need)
        return tuple(
            candidate
            for candidate in first + rest
            if candidate.confidence >= FLOOR and self.action(candidate.need) != "emergency"
        )

    def leans_on(self, topic: str) -> bool:
        """Whether it names no matter, or asks once more, and the one on the table is nearly as likely as any."""
        best = max((one.confidence for one in self.candidates), default=0.0)
        near = any(one.need == topic and best - one.confidence < CLOSE for one in self.candidates)
        return near and (self.reading.leans >= LEANS or self.says("unanswered"))

    def objects(self, decision: Decision) -> bool:
        """Whether what was told of the need on the table is said to be no answer, and that need is told of again: what
        names another matter, tells which one it is, or stands in a task is no objection.
        """
        says = self.says(*OBJECTING) and not decision.text and self.task is None
        told_which = self.asked is not None and self.asked.about in ("which", "clarify")
        return says and not told_which and decision.route == "answer" and decision.need == self.need is not None

    @property
    def in_danger(self) -> bool:
        """Whether somebody in danger waits for a person, and has not said that there is none."""
        return self.handed_off in DANGERS and not self.safe

    @property
    def asks_something(self) -> bool:
        """Whether it asks for anything beside being heard."""
        asks = self.says("question", "leans", "book", "change", "cancel", "personal_data", *_ASKING)
        return asks or self.sure_need is not None or self.reading.aspect is not None or self.wants_figure

    @property
    def sure_need(self) -> str | None:
        """The need when it is beyond doubt."""
        best = self.candidates[:1]
        return best[0].need if best and best[0].confidence >= SURE else None

    @property
    def asks_on(self) -> str | None:
        """The need on the table, when the turn asks on about it."""
        return self.reading.need if self.reading.goes_on else None

    @property
    def asks_elsewhere(self) -> bool:
        """Whether the reading asks for something that hardly any article answers."""
        return asks_elsewhere(self.reading)

    @property
    def only_greets_first(self) -> bool:
        """Whether its courtesies only stand beside a question, and that is what is to be answered.

        "Hello, how are you?" is all courtesy: few words that lie outside.
        """
        asks = self.says("question") and (self.reading.out_of_scope or bool(self.reading.alternatives))
        elsewhere = self.says("other_matter") and self.reading.confidence >= PLAIN
        outside = self.reading.out_of_scope and self.reading.confidence >= SURE and not elsewhere
        chats = outside and len(self.screened.text.split()) <= MOST_COURTESY_WORDS
        asks = asks and (
            "?" in self.screened.text or bool(self.candidates or self.reading.parts or self.says("greeting"))
        )
        return asks and not chats and self.says(*OPENINGS) and not self.says(*set(COURTESIES) - OPENINGS)

    @property
    def wants_again(self) -> bool:
        """Whether what was said is to be said again: "I don't follow" before a question asks that question, and "now it
        is clearer, thanks" nothing.
        """
        asks_else = len(self.screened.text.split()) > MOST_REPEATING_WORDS and (self.candidates or self.asks_on)
        return self.says("repeat") and not (asks_else or self.says("thanks", "goodbye"))

    @property
    def lies_outside(self) -> bool:
        """Whether it has nothing to do with the service, beyond doubt."""
        return self.says("out_of_scope") and self.reading.confidence >= OUTSIDE

    @property
    def wants_figure(self) -> bool:
        """Whether a number, a date, a phone or a link is asked for."""
        return self.reading.measure is not None or self.reading.wanted.figure is not None

    @property
    def asks_number(self) -> bool:
        """Whether it is asked in words which number to call, or until what hour: nobody is asked for by that."""
        return self.reading.measure in ("phone", "hours")

    def about_appointments(self, need: str) -> bool:
        """Whether the need is the appointment itself, not what it is for."""
        return self.action(need) in ("appointment", "change_appointment")

    def about_us(self, need: str | None) -> bool:
        """Whether the need is this service itself: what is near the wish for a person, and is answered."""
        near = self.catalogue[need].confusable if need is not None and need in self.catalogue else ()
        return self.action(need) == "answer" and any(self.action(one) == "person" for one in near)

    def action(self, need: str | None) -> Action | None:
        """The action of the need in the catalogue."""
        return self.catalogue[need].policy.action if need is not None and need in self.catalogue else None

    @property
    def gives_values(self) -> bool:
        """Whether the turn says a day, a place, a document…"""
        return not TASK_SLOTS.isdisjoint(self.reading.slots)

    @property
    def wants_new(self) -> bool:
        """Whether a new appointment is asked for: in words that say so, or by the need that says nothing else."""
        about = self.task is not None and self.sure_need == self.task.need
        names_it = self.action(self.sure_need) == "appointment" and not about
        if self.says("cancel") and not (isinstance(self.task, Cancellation) and self.says("book")):
            return False  # but "forget the cancelling, I want a new one"
        return self.says("book") or names_it or self.pressed in BOOKS

    @property
    def cancels(self) -> bool:
        """Whether an appointment that exists is to be cancelled."""
        cancels = self.says("cancel") and not (self.lets_go or self.only_supposes)
        return cancels or self.pressed == "reply-cancel-appointment"

    @property
    def only_supposes(self) -> bool:
        """Whether it asks what if an appointment cannot be kept, where none is being changed."""
        whens = {"date", "time", "move", "part_of_day"} & self.reading.slots.keys()
        return self.reading.words.supposes and self.task is None and not whens and "locator" not in self.reading.slots

    @property
    def lets_go(self) -> bool:
        """Whether it drops what was spoken of, in words that name no appointment, and there is none to cancel."""
        return self.says("lets_go") and self.task is None and self.booked is None

    @property
    def changes(self) -> bool:
        """Whether an appointment that exists is to be changed.

        "Next week I can't" is also said of one that is only asked for: then it is a wish. Where nothing is known of an
        appointment and no words ask for its change, the need alone has to be plain.
        """
        if self.pressed == "reply-change-appointment":
            return True
        known = self.booked is not None or self.task is not None or self.gives_values
        plain = known or self.reading.confidence >= PLAIN_CHANGE
        thanks = self.says("thanks", "goodbye") and not self.says("question", "has_appointment")
        only_thanks = thanks and self.booked is None and self.action(self.reading.need) != "change_appointment"
        wishes = self.says("change") and not only_thanks  # "I'll go there another day, thank you"
        moves = wishes or (self.action(self.sure_need) == "change_appointment" and plain)
        return moves and not (self.wants_new or self.cancels or self.lets_go or self.only_supposes)

    @property
    def sure_matter(self) -> str | None:
        """The need beyond doubt, when it is something one could book for."""
        need = self.sure_need
        return need if need and not self.about_appointments(need) else None

    @property
    def matter_instead(self) -> str | None:
        """The need that the turn names instead of the one it denies, when it is something one could book for."""
        need = self.reading.words.matter
        return need if self.action(need) == "answer" else None

    @property
    def asks_a_matter(self) -> bool:
        """Whether it asks something that articles may answer, and not about this service."""
        need = self.reading.need or next((one.need for one in self.reading.alternatives), None)
        asks = self.says("question") and not self.reading.out_of_scope
        return asks and self.action(need) == "answer" and not self.about_us(need)

    @property
    def spoken_of(self) -> str | None:
        """The need on the table; or one that the conversation is much likelier to be about: the last answer may have
        been beside it.
        """
        beliefs = {need: chance for need, chance in self.reading.beliefs.items() if self.action(need) == "answer"}
        best = max(beliefs, key=beliefs.__getitem__, default=self.need)
        surer = best != self.need and beliefs.get(best or "", 0.0) - beliefs.get(self.need or "", 0.0) >= LEANS
        return best if self.need is not None and surer else self.need

    @property
    def likely_matter(self) -> str | None:
        """The likeliest need one could book for, as good as said where a correction is expected."""
        need = self.candidates[0].need if self.candidates else None
        return need if need and not self.about_appointments(need) and self.action(need) == "answer" else None


Rule = Callable[[PolicyInput], Decision | None]
"""A rule that does not apply answers None."""


def not_understood(s: PolicyInput) -> Decision:
    """Ask again, then offer a person, then bring one."""
    if s.misses + 1 >= MISSES_BEFORE_PERSON:
        return Decision("hand_off", reason="not_understood")
    key = "not-understood" if s.misses == 0 else "not-understood-again"
    return Decision("notice", key=key, understood=False)
