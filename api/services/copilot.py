"""The part of the services that agents' help needs."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from agents.copilot.advice import Advice
from agents.copilot.call_watch import Listening
from agents.copilot.state import NO_READINGS, KnownReading
from knowledge.languages import Language
from tools.contacts.contact import Utterance
from tools.feedback.feedback import FeedbackLog


class Adviser(Listening, Protocol):
    """Advises on a conversation as it is heard, and on a whole one."""

    async def advise(
        self,
        transcript: Iterable[Utterance],
        language: Language | None,
        agent_language: Language | None,
        known: Mapping[int, KnownReading] = NO_READINGS,
    ) -> Advice:
        """The advice after the last utterance, with the alerts of all; ``known``: what an agent says of some of them.
        ValueError on a transcript without any.
        """
        ...


@dataclass(frozen=True, slots=True)
class CopilotServices:
    """``keep_citations`` archives what an advice cites; ``public_numbers`` are not masked in what agents write."""

    copilot: Adviser
    feedback: FeedbackLog
    keep_citations: Callable[[Advice], Awaitable[None]]
    new_id: Callable[[], str]
    public_numbers: frozenset[str] = frozenset()
