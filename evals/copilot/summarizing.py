"""What sums up a conversation, as suites and benches ask it to."""

from typing import Protocol

from agents.summary.summary import Summary
from knowledge.languages import Language
from tools.contacts.contact import Transcript


class Summarizes(Protocol):
    """Sums up what was said so far."""

    def summarize(self, transcript: Transcript, language: Language, agent_language: Language) -> Summary:
        """``language``: the citizen's; the words are in the agent's. May encode: call it in a thread."""
        ...
