"""The port that summarizes a conversation."""

from collections.abc import Sequence
from typing import Protocol

from agents.summary.summary import Summary
from knowledge.languages import Language
from tools.contacts.contact import Utterance


class Summarizing(Protocol):
    """Summarizes conversations; may run in any thread."""

    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        """In the agent's language. ``language``: the citizen's, where it is known; ``needs``: those known already, the
        main one first. Never raises on any text.
        """
        ...
