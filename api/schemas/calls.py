"""Wire models of calls."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from api.calls.notices import CallNotice
from api.schemas.conversations import Incoming, Text
from knowledge.languages import Language
from speech.calls.record import Call, Consent, Said, Track
from speech.calls.words_json import all_to_json

Line = Annotated[Text, Field(max_length=600)]
Name = Annotated[Line | None, AfterValidator(lambda name: (name or "").strip() or None)]
"""An empty field is no reference: two calls with an empty one would be the same call."""

TranscriptFormat = Literal["text", "vtt", "json"]


class ConsentIn(Incoming):
    """The citizen was told. ``notice``: the version that the service gave, or the very words."""

    notice: Line
    said_at: AwareDatetime
    by: Line = Field(description="Who read it out: a person, or the system that played it.")
    agreed: bool = Field(
        default=True, description="False when the citizen answered that they do not agree: then no sound is kept."
    )


class CallIn(Incoming):
    """Begin a call. Every field is optional."""

    language: Language | None = Field(default=None, description="The one the citizen is expected to speak.")
    open_question: bool = Field(default=False, description="The citizen is asked first what they need.")
    keep_audio: bool = Field(
        default=False,
        description="Keep the sound after the call; it is kept only with proof that the citizen was told so.",
    )
    consent: ConsentIn | None = None
    reference: Name = Field(
        default=None, description="Its name elsewhere: opened again with the same one, it is the same call."
    )


class ConsentOut(BaseModel):
    """Proof of consent: the text, the time, who read it out and whose token recorded it.

    ``audio``: the text says that sound is kept. ``agreed``: the citizen did not say no.
    """

    notice: str
    language: Language
    text: str
    said_at: datetime
    by: str
    noted_by: str
    audio: bool
    agreed: bool

    @classmethod
    def of(cls, consent: Consent | None) -> "ConsentOut | None":
        """On the wire."""
        return cls.model_validate(consent, from_attributes=True) if consent else None


class CallOpenedOut(BaseModel):
    """``token`` opens this call only; ``notice`` is to be read out to the citizen. ``open_question``, ``keep_audio``
    and ``consent`` are what holds: those of whoever began the call, and the proof that it has.
    """

    id: str
    token: str
    expires_at: datetime
    state: Literal["live", "ended"]
    notice: str
    notice_version: str
    notice_language: Language
    open_question: bool
    keep_audio: bool
    consent: ConsentOut | None


class TrackOut(BaseModel):
    """``received_s``: seconds of its sound that are here; None when they are on another machine."""

    received_s: float | None
    joined: bool


class WordOut(BaseModel):
    """``start`` and ``end``: seconds of the call. ``suspect``: to be shown as doubtful."""

    text: str
    start: float
    end: float
    confidence: float
    suspect: bool


class BegunOut(BaseModel):
    """The place where a number began: the number of the segment in the same track, and the index of the word."""

    number: int
    word: int


class DictatedOut(BaseModel):
    """A dictated number. ``words`` and ``again``: indexes of words; those in ``again`` have to be repeated.

    ``offer``: what it may have been, to be read back, never assumed. ``begun``: when it was said over several segments:
    what the parts before asked for is asked no more.
    """

    kind: str
    value: str
    status: Literal["sure", "repair", "ask_again"]
    words: list[int]
    offer: str | None
    again: list[int]
    begun: BegunOut | None


class SegmentOut(BaseModel):
    """A final segment; it never changes. ``figures``: the text with certain dictations in figures, and "…" where a
    later segment tells the whole.
    """

    number: int
    track: Track
    start: float
    end: float
    text: str
    language: Language
    confidence: float
    words: list[WordOut]
    figures: str
    dictated: list[DictatedOut]


class CallSummaryOut(BaseModel):
    """A call in a list."""

    id: str
    reference: str | None
    state: Literal["live", "ended"]
    started: datetime
    ended: datetime | None
    language: Language | None
    open_question: bool
    need: dict[str, Any] | None
    kept_audio: bool

    @classmethod
    def of(cls, call: Call) -> "CallSummaryOut":
        """On the wire."""
        return cls(**_summary(call))


class CallOut(CallSummaryOut):
    """A call with its segments in order of time. ``notice`` is to be read out to the citizen unless there is a
    ``consent``.
    """

    notice: str
    notice_version: str
    notice_language: Language
    consent: ConsentOut | None
    tracks: dict[Track, TrackOut]
    segments: list[SegmentOut]

    @classmethod
    def whole(cls, call: Call, notice: CallNotice, tracks: dict[Track, TrackOut], said: list[Said]) -> "CallOut":
        """On the wire."""
        return cls(
            **_summary(call),
            notice=notice.text,
            notice_version=notice.version,
            notice_language=notice.language,
            consent=ConsentOut.of(call.consent),
            tracks=tracks,
            segments=[SegmentOut(**one) for one in all_to_json(said)],
        )


def _summary(call: Call) -> dict[str, Any]:
    return {
        "id": call.id,
        "reference": call.reference,
        "state": "live" if call.ended is None else "ended",
        "started": call.started,
        "ended": call.ended,
        "language": call.language,
        "open_question": call.open_question,
        "need": call.need,
        "kept_audio": call.audio_is_kept,
    }
