"""Wire models of the voice between the two browsers of a call."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.schemas.conversations import Incoming
from speech.calls.record import Track

Token = Annotated[str, StringConstraints(pattern=r"^[\w-]{1,64}$")]


class SignalIn(Incoming):
    """What a page tells the page of the other side. ``text``: a session description or a candidate; the service does
    not read it.
    """

    track: Track = Field(description="The side that tells it.")
    page: Token = Field(description="Which page of that side: another one may take its place.")
    kind: Literal["hello", "offer", "answer", "candidate", "hold", "resume", "bye"]
    session: Token | None = Field(default=None, description="The attempt to connect that it belongs to.")
    text: str = Field(default="", max_length=20_000)
