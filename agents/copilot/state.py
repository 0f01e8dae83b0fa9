"""What the copilot remembers of a conversation: what the reception would, and what it proposed and told last."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from langgraph.channels import UntrackedValue

from agents.copilot.advice import Advice
from agents.reception.turns.state import State
from agents.understanding.roles.role import Role
from agents.understanding.shared.labels import Label
from knowledge.languages import Language
from tools.contacts.contact import Utterance


@dataclass(frozen=True, slots=True)
class KnownReading:
    """What an agent says of a citizen's utterance that was read otherwise: its need, and that nobody is in danger."""

    need: str | None = None
    safe: bool = False


NOTHING_KNOWN = KnownReading()
NO_READINGS: Mapping[int, KnownReading] = {}


class CopilotState(State, total=False):
    """The reception's state of the same conversation; nothing of it is stored.

    The reception is asked what it would say, with no appointment under way and nobody handed off: so ``task`` and
    ``handed_off`` stay empty, and ``told_units`` are those that the agent told.
    """

    agent_language: Language
    number: int
    """The turn that is read, counted from 0."""
    utterance: Annotated[Utterance, UntrackedValue]
    known: Annotated[KnownReading, UntrackedValue]
    before: Utterance
    """The last utterance."""
    said_in: Annotated[Language, UntrackedValue]
    """The language of an agent's utterance: the citizen's, or their own."""
    roles: Annotated[Mapping[Role, float], UntrackedValue]
    """How probably it does each thing that an utterance may do."""
    wish: Label | None
    """What the citizen wants done with an appointment, until the agent names one by its locator."""
    form: dict[str, str]
    """The values of an appointment's form told so far."""
    proposed: list[str]
    """The units of the suggestions that are on the agent's screen, with their words in ``proposed_text``."""
    proposed_text: str
    advice: Annotated[Advice, UntrackedValue]
