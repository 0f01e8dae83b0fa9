"""What is left of a contact once it has ended, and the timeline of a citizen that it stands on."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol, get_args

from tools.appointments.keys import Pseudonym

Way = Literal["chat", "phone", "in_person", "video", "email", "letter", "web"]
"""How somebody was in touch; of an appointment, how it is attended."""
WAYS: tuple[Way, ...] = get_args(Way)
Outcome = Literal["resolved", "appointment", "transfer", "callback", "pending", "elsewhere", "abandoned"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

Promiser = Literal["agent", "citizen"]

OWN = "isac"
"""The ``system`` of interactions that this service had itself."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURSOR = r"^(\d{1,17})\.(\d{1,18})$"
"""The form of ``TimelinePage.after``."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody promised in a contact. ``by``: when, as it was said or an ISO day; identifiers are masked."""

    text: str
    who: Promiser | None = None
    by: str | None = None
    done: bool = False
    id: str = ""
    """Given when it joins a case."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """A contact that has ended. ``system`` and ``reference`` name it: it is kept once.

    ``person``: None where nobody said who they are. ``summary``: identifiers in it are masked. ``agent``: who attended,
    as the audit names them. ``appointment``: the id of an appointment that came of it. ``case_name``: what another
    system calls the case that it belongs to there; ``case``: the id of the one that it joined here.
    """

    system: str
    reference: str
    at: datetime
    channel: Way
    person: Pseudonym | None = None
    need: str | None = None
    outcome: Outcome | None = None
    summary: str | None = None
    appointment: str | None = None
    agent: str | None = None
    case_name: str | None = None
    promises: tuple[Promise, ...] = ()
    case: str | None = None

    @property
    def name(self) -> tuple[str, str]:
        """What it is kept under."""
        return self.system, self.reference


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Part of a timeline, newest first; ``after`` leads to the next page, if any."""

    entries: tuple[Interaction, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class TimelinePlace:
    """A place in a timeline: of what happened at the same moment, what was kept last comes first."""

    at: datetime
    id: int

    @classmethod
    def parse(cls, cursor: str) -> "TimelinePlace":
        """The place that a cursor names. Raises ValueError."""
        match = re.fullmatch(CURSOR, cursor)
        if match is None:
            raise ValueError("not a cursor of a timeline")
        return cls(_EPOCH + timedelta(microseconds=int(match[1])), int(match[2]))

    def cursor(self) -> str:
        """The place as text, to go on from."""
        return f"{(self.at - _EPOCH) // timedelta(microseconds=1)}.{self.id}"


class Timelines(Protocol):
    """The timelines of citizens. Every method may raise ToolUnavailable."""

    async def add(self, interaction: Interaction) -> None:
        """Keep it. The same name again takes its place: the last that is known of it stands.

        Which case it joins is not said here (``tools.citizens.cases``).
        """
        ...

    async def page(self, person: Pseudonym, limit: int = 50, after: str | None = None) -> TimelinePage:
        """Theirs, newest first; none of whom nothing is known. ``after`` is that of the page before.

        Raises ValueError for what is no cursor.
        """
        ...

    async def forget(self, person: Pseudonym) -> None:
        """Erase all that is kept of them, their cases too."""
        ...
