"""Wire models of the copilot: what was said, what is advised, and what agents made of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from agents.copilot.advice import ActionKind, Advice, Alert, AlertKind, Silence, Suggestion
from agents.copilot.state import NOTHING_KNOWN, KnownReading
from agents.phrases.phrases import Phrases
from api.schemas.conversations import CitationOut, Incoming, Text
from knowledge.languages import Language
from knowledge.passages import Aspect
from tools.contacts.contact import Transcript, Utterance
from tools.feedback.feedback import Review, Tally, Verdict

MOST_TURNS = 5_000
"""A call of a whole morning has two thousand."""


class TurnIn(Incoming):
    """Something said by one side."""

    speaker: Literal["citizen", "agent"]
    text: Annotated[Text, Field(max_length=20_000)]
    need: Annotated[Text, Field(max_length=120)] | None = Field(
        default=None, description="What the citizen's words are about, where an agent put right how they were read."
    )
    safe: bool = Field(default=False, description="An agent says that nobody is in danger, though it reads so.")


class DialogueIn(Incoming):
    """A conversation so far. ``language``: the citizen's, where it is known. An agent reads in ``agent_language``;
    where that is not told, in ``language`` or, without either, in Spanish.
    """

    turns: list[TurnIn] = Field(min_length=1, max_length=MOST_TURNS)
    language: Language | None = None
    agent_language: Language | None = None

    @property
    def told_in(self) -> Language:
        """The language that the agent reads."""
        return self.agent_language or self.language or "es"

    @property
    def known(self) -> dict[int, KnownReading]:
        """What an agent said of its turns, by their place."""
        said = {place: KnownReading(turn.need, turn.safe) for place, turn in enumerate(self.turns)}
        return {place: reading for place, reading in said.items() if reading != NOTHING_KNOWN}

    def transcript(self, at: datetime) -> Transcript:
        """Its turns as if all were said at that moment: a dialogue that is sent has no hours."""
        return tuple(Utterance(turn.speaker, turn.text, at) for turn in self.turns)


class SuggestionOut(BaseModel):
    """A reply ready to be said. ``told_in``: the same in the agent's language, where that is another."""

    text: str
    need: str
    aspect: Aspect | None
    confidence: float
    citations: list[CitationOut]
    told_in: str | None = Field(exclude_if=lambda told: told is None)

    @classmethod
    def of(cls, suggestion: Suggestion) -> "SuggestionOut":
        """On the wire."""
        return cls(
            text=suggestion.text,
            need=suggestion.need,
            aspect=suggestion.aspect,
            confidence=suggestion.confidence,
            citations=[CitationOut.of(citation, suggestion.text) for citation in suggestion.citations],
            told_in=suggestion.told_in,
        )


class AlertOut(BaseModel):
    """Something said in ``turn``, counted from 0, that an agent should know of, and what holds instead."""

    turn: int
    kind: AlertKind
    said: str
    right: str
    citation: CitationOut | None
    confidence: float

    @classmethod
    def of(cls, alert: Alert) -> "AlertOut":
        """On the wire."""
        return cls(
            turn=alert.turn,
            kind=alert.kind,
            said=alert.said,
            right=alert.right,
            citation=CitationOut.of(alert.citation, alert.right) if alert.citation else None,
            confidence=alert.confidence,
        )


class ActionOut(BaseModel):
    """A next step with its form filled as far as is known. Nothing is done until the agent does it."""

    kind: ActionKind
    label: str
    need: str | None
    values: dict[str, str]


class AdviceOut(BaseModel):
    """What to say, ask and do after the last turn. ``abstained``: why nothing is suggested; ``abstained_text`` tells it
    to the agent.
    """

    suggestions: list[SuggestionOut] = Field(description="At most three, the best first.")
    abstained: Silence | None
    abstained_text: str | None = Field(exclude_if=lambda text: text is None)
    ask: list[str] = Field(description="What is still to be asked, ready to be said.")
    actions: list[ActionOut]

    @classmethod
    def of(cls, advice: Advice, phrases: Phrases, told_in: Language) -> "AdviceOut":
        """On the wire; ``told_in`` is the agent's language."""
        why = advice.abstained or (None if advice.suggestions else "nothing_asked")
        return cls(
            suggestions=[SuggestionOut.of(one) for one in advice.suggestions],
            abstained=why,
            abstained_text=phrases.say(told_in, f"copilot-{why.replace('_', '-')}") if why else None,
            ask=list(advice.ask),
            actions=[
                ActionOut(kind=one.kind, label=one.label, need=one.need, values=dict(one.values))
                for one in advice.actions
            ],
        )


class SuggestionsOut(AdviceOut):
    """The advice on a conversation, with the alerts of all its turns. Feedback names ``id``."""

    id: str
    alerts: list[AlertOut]


class FeedbackIn(Incoming):
    """What became of one suggestion. Sending it again changes nothing."""

    verdict: Verdict = Field(description="`shown` on the screen; said as it was, in other words, or not at all.")
    suggestion: int = Field(default=0, ge=0, le=2, description="Its place, counted from 0.")
    text: Annotated[Text, Field(max_length=4_000)] | None = Field(
        default=None, description="The words that were said instead, of an `edited` one. Kept masked."
    )
    why: Annotated[Text, Field(max_length=1_000)] | None = Field(default=None, description="Kept masked.")


class AccuracyOut(BaseModel):
    """Feedback on suggestions about a need in a language. ``accuracy``: the share of those judged that was said as it
    was; null where none was judged.
    """

    need: str
    name: str
    language: Language
    shown: int
    used: int
    edited: int
    rejected: int
    accuracy: float | None

    @classmethod
    def of(cls, tally: Tally, name: str) -> "AccuracyOut":
        """On the wire; ``name`` is the need's."""
        times = {verdict: tally.times.get(verdict, 0) for verdict in ("shown", "used", "edited", "rejected")}
        accuracy = None if tally.accuracy is None else round(tally.accuracy, 4)
        return cls(need=tally.need, name=name, language=tally.language, accuracy=accuracy, **times)


class ReviewOut(BaseModel):
    """A suggestion that was reworded or refused: a case for a person to look at."""

    need: str
    aspect: str | None
    language: Language
    suggested: str
    confidence: float
    verdict: Verdict
    text: str | None
    why: str | None
    at: datetime

    @classmethod
    def of(cls, review: Review) -> "ReviewOut":
        """On the wire."""
        made, given = review.proposal, review.feedback
        return cls(
            need=made.need,
            aspect=made.aspect,
            language=review.language,
            suggested=made.text,
            confidence=made.confidence,
            verdict=given.verdict,
            text=given.text,
            why=given.why,
            at=given.at,
        )


class CopilotInsightOut(BaseModel):
    """How suggestions fare by need and language, and the newest cases to review."""

    accuracy: list[AccuracyOut]
    reviews: list[ReviewOut]


def alerts_out(alerts: Sequence[Alert]) -> list[AlertOut]:
    """On the wire."""
    return [AlertOut.of(alert) for alert in alerts]
