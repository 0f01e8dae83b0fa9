"""The state of a conversation, the draft of a turn before it is checked, and the turn that it becomes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, TypedDict

from langgraph.channels import UntrackedValue

from agents.phrases.message import Completeness, Message
from agents.phrases.phrases import plain_words
from agents.reception.policy.policy_input import Decision
from agents.reception.tasks.calling import Calling
from agents.reception.tasks.saved_tasks import AskedChannel, PlainChannel, TaskChannel
from agents.reception.tasks.task import Booking, LastQuestion, OpenQuestion, Task
from agents.reception.turns.turn import AppointmentCard, CallBackCard, Offer, Turn
from agents.understanding.question.conditions import CONDITION_KINDS, Conditions
from agents.understanding.reading import Reading
from agents.understanding.screen import Screened
from agents.understanding.units.spoken import SaidBefore
from knowledge.languages import Language, Variant
from knowledge.passages import Aspect, UnitId, parse_unit
from tools.queues.hand_offs import HandOff, Reason

SAID_ONCE = frozenset({"answer-not-decision", "answer-own-amount", "answer-for-other", "help-visit"})
"""What stands before an answer or a question of a conversation, once."""
_TOKEN = re.compile(r"\[[A-Z]+\]")
"""What stands for a document or a telephone in a transcript: it says nothing of the matter."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Messages and typed events of one turn. Nodes add to it; ``check`` and ``say`` finish it."""

    messages: tuple[Message, ...] = ()
    quick_replies: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    appointment: AppointmentCard | None = None
    hand_off: HandOff | None = None
    completeness: Completeness = "complete"
    as_of: tuple[str, date] | None = None
    """A need and the day, not today, whose rules are told."""
    repeats: bool = False
    """It says the last turn again."""
    call_back: CallBackCard | None = None

    def then(self, *messages: Message) -> "Draft":
        """The same draft with messages added at the end."""
        return replace(self, messages=self.messages + messages)

    def after(self, *messages: Message) -> "Draft":
        """The same draft with messages put first."""
        return replace(self, messages=messages + self.messages)


class ToldState(TypedDict, total=False):
    """What the citizen was told: none of it is said twice."""

    neighbour_told: bool
    """The citizen was told that their language is a neighbour of the one spoken here."""
    told_units: list[str]
    """Answer units, in words."""
    heard: list[str]
    """Feelings answered with a sentence, and what stood before an answer once."""
    questions: dict[str, str]
    """The questions offered last, with the units that answer."""


class SumState(TypedDict, total=False):
    """Where the sums of the person's own stand."""

    told_for_sums: dict[str, str]
    """Values told for sums, by what asks for them; of somebody else under keys of their own."""
    sum_done: str
    """The sum made or asked about last."""
    sum_lacks: str
    """The input that it still lacks; empty once it was made."""
    sum_reminded: bool
    """It was asked for again, after something else was answered."""
    sum_figures: list[str]
    """The digits of the figures that the sum made last came to."""
    sum_possible: bool
    """The law gave something in the sum made last, as it was asked for: it came to something."""
    sum_waits: list[dict[str, str]]
    """What else the sum was asked for, as soon as it has what it lacks: another day, another month."""


class PersonState(TypedDict, total=False):
    """The person that the conversation was handed over to."""

    handed_off: Reason | None
    """Why it was, once it was: who is in danger and then asks for a person is still in danger."""
    safe: bool
    """Who was put through because of a danger has said since that there is none."""
    as_written: dict[str, str]
    """What the citizen wrote to a person and the transcript has masked, by turn: until that person is gone."""
    calling: Annotated[Calling | None, PlainChannel]
    """The call-back that is being arranged."""
    called: str | None
    """When the window ends in which they are called back, while a call is promised."""
    person_told: dict[str, str]
    """The ``change`` of who has the conversation that the citizen was told last, and the ``name`` of who had it."""


class KeptState(ToldState, SumState, PersonState, total=False):
    """The part that the checkpoint keeps, as plain values (str, int, dict): it outlives the classes that wrote it."""

    conversation_id: str
    language: Language
    variety: Variant | None
    """Of ``language``, when the citizen speaks one that the service has words for."""
    language_locked: bool
    drift: int
    """Turns in a row clearly written in another served language."""
    need: str | None
    beliefs: dict[str, float]
    """How probably each need is spoken of."""
    aspect: Aspect | None
    """Which side of the need was answered last."""
    for_other: bool
    """The need is somebody else's."""
    conditions: dict[str, str]
    """Conditions told of the person that the need is for, by kind."""
    conditions_asked: list[str]
    """Kinds of condition already asked for: nobody is asked twice."""
    question: Annotated[LastQuestion | None, PlainChannel]
    """The last question that named a need."""
    task: Annotated[Task | None, TaskChannel]
    asked: Annotated[OpenQuestion | None, AskedChannel]
    booked: str | None
    """The locator of the appointment this conversation made last, until it is cancelled."""
    office: str | None
    """The office of the last appointment of this conversation: the next one does not ask for a place."""
    misses: int
    """Turns in a row not understood."""
    objections: int
    """Turns in a row that said that the answer before was none."""
    stuck: int
    """Turns in a row in which nothing changed in the task, and nothing was answered."""
    turns: int
    said: str | None
    """The digest of the message answered last and its key; none when it came without one."""
    transcript: list[dict[str, str]]
    last_turn: dict[str, Any] | None
    shown: list[dict[str, Any]]
    """The turns said last (``KEPT_TURNS``), whole, so that a page can show them again."""


class State(KeptState, total=False):
    """The state of a turn: what is kept, and what lives for this turn only."""

    text: Annotated[str, UntrackedValue]
    key: Annotated[str | None, UntrackedValue]
    """What the client calls the message."""
    attended: Annotated[bool, UntrackedValue]
    """A person has the conversation."""
    origin: Annotated[str | None, UntrackedValue]
    """The pseudonym of the sender's address (``tools.rate_limit``)."""
    screened: Annotated[Screened, UntrackedValue]
    reading: Annotated[Reading, UntrackedValue]
    sum_told: Annotated[dict[str, dict[str, str]], UntrackedValue]
    """What the message tells for each sum."""
    sum_more: Annotated[dict[str, tuple[dict[str, str], ...]], UntrackedValue]
    """What of that it tells otherwise as well: "at 63, and at 67"."""
    decision: Annotated[Decision, UntrackedValue]
    draft: Annotated[Draft, UntrackedValue]
    told: Annotated[tuple[Message, ...], UntrackedValue]
    """News found out just now, told before the turn's own messages."""


def build_turn(
    state: State, draft: Draft, turn_id: str, step: str = "open", slots: Mapping[str, str] | None = None
) -> Turn:
    """The draft as said in the conversation's language. A turn that answers no message is sure of its language."""
    reading = state.get("reading")
    return Turn(
        turn_id=turn_id,
        language=state["language"],
        language_confidence=1.0 if reading is None else round(reading.language_confidence, 3),
        need=state.get("need"),
        step=step,
        messages=draft.messages,
        quick_replies=draft.quick_replies,
        slots=slots or {},
        offers=draft.offers,
        appointment=draft.appointment,
        hand_off=draft.hand_off,
        completeness=draft.completeness,
        variety=state.get("variety"),
        as_of=draft.as_of,
        repeats=draft.repeats,
        call_back=draft.call_back,
    )


def conditions_of(state: State) -> Conditions:
    """Everything told so far of the person the conversation is about."""
    known: Mapping[str, str] = state.get("conditions") or {}
    return {kind: known[kind] for kind in CONDITION_KINDS if kind in known}


def said_before(state: State) -> SaidBefore:
    """What the conversation knows before the message of this turn."""
    task = state.get("task")
    told = frozenset(map(parse_unit, state.get("told_units") or []))
    if isinstance(task, Booking) and task.question in ("need", "what_change"):
        return SaidBefore(told=told)  # what it is for, is said by itself
    return SaidBefore(
        text=_TOKEN.sub(" ", _said_last(state)).strip(),
        beliefs=state.get("beliefs") or {},
        told=told,
        topic=(task.need if task else None) or state.get("need"),
    )


def _said_last(state: State) -> str:
    """The citizen's last message, with the question that it says was not answered; who was put through to a person goes
    on about what was asked before that.
    """
    asked = state.get("question")
    if (state.get("last_turn") or {}).get("hand_off") is not None:
        return asked.text if asked is not None else ""
    said = [one["text"] for one in state.get("transcript") or [] if one["speaker"] == "citizen"]
    last = said[-1] if said else ""
    return asked.whole if asked is not None and asked.text == last else last


def offered_questions(state: State) -> dict[str, UnitId]:
    """The questions offered last, with the units that answer."""
    return {words: parse_unit(unit) for words, unit in (state.get("questions") or {}).items()}


def offered_question(state: State) -> str | None:
    """The one of them whose very words are the message."""
    said = plain_words(state["screened"].text)
    return next((words for words in state.get("questions") or {} if plain_words(words) == said), None)
