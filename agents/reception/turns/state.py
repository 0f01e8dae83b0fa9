"""The state of a conversation: what the checkpoint keeps, and what lives for one turn only."""

from typing import Annotated, Any, TypedDict

from langgraph.channels import UntrackedValue

from agents.phrases.message import Message
from agents.reception.policy.policy_input import Decision
from agents.reception.tasks.saved_tasks import PlainChannel, TaskChannel
from agents.reception.tasks.task import LastQuestion, OpenQuestion, Task
from agents.reception.turns.draft import Draft
from agents.understanding.reading import Reading
from agents.understanding.screen import Screened
from knowledge.languages import Language, Variant
from knowledge.passages import Aspect
from tools.queues.hand_offs import Reason


class KeptState(TypedDict, total=False):
    """The part that the checkpoint keeps, as plain values (str, int, dict): it outlives the classes that wrote it."""

    conversation_id: str
    language: Language
    variety: Variant | None
    """Of ``language``, when the citizen speaks one that the service has words for."""
    neighbour_told: bool
    """The citizen was told that their language is a neighbour of the one spoken here."""
    language_locked: bool
    drift: int
    """Turns in a row clearly written in another served language."""
    need: str | None
    aspect: Aspect | None
    """Which side of the need was answered last."""
    pending: list[str]
    """Needs asked for beside the first and not come to yet."""
    for_other: bool
    """The need is somebody else's."""
    conditions: dict[str, str]
    """What was told of the situation of whoever it is for, by kind."""
    conditions_asked: list[str]
    """Kinds of condition already asked for: nobody is asked twice."""
    question: Annotated[LastQuestion | None, PlainChannel]
    """The last question that named a need."""
    task: Annotated[Task | None, TaskChannel]
    asked: Annotated[OpenQuestion | None, PlainChannel]
    booked: str | None
    """The locator of the appointment this conversation made last, until it is cancelled."""
    office: str | None
    """Where the last appointment of this conversation was looked for: of the next one it is not asked again."""
    misses: int
    """Turns in a row not understood."""
    handed_off: Reason | None
    """Why it was, once it was: who is in danger and then asks for a person is still in danger."""
    turns: int
    said: str | None
    """The digest of the message answered last and its key; none when it came without one."""
    transcript: list[dict[str, str]]
    last_turn: dict[str, Any] | None


class State(KeptState, total=False):
    """The state of a turn: what is kept, and what lives for this turn only."""

    text: Annotated[str, UntrackedValue]
    origin: Annotated[str | None, UntrackedValue]
    """Where the turn comes from, as a pseudonym (``tools.appointments.fairness``)."""
    screened: Annotated[Screened, UntrackedValue]
    reading: Annotated[Reading, UntrackedValue]
    decision: Annotated[Decision, UntrackedValue]
    draft: Annotated[Draft, UntrackedValue]
    told: Annotated[tuple[Message, ...], UntrackedValue]
    """What was just found out, said before whatever the turn says."""
