"""Wire models of call-backs."""

from datetime import datetime

from pydantic import AwareDatetime, BaseModel, Field

from api.schemas.conversations import HandOffOut, Incoming
from tools.queues.call_backs import CallBack, CallBackState
from tools.reading.masking import hint
from tools.spans import Span


class WindowOut(BaseModel):
    """Hours between which somebody is called."""

    begins: datetime
    ends: datetime

    @classmethod
    def of(cls, window: Span) -> "WindowOut":
        """On the wire."""
        return cls(begins=window.begins, ends=window.ends)


class CallBackOut(BaseModel):
    """A call that is promised, as its citizen sees it."""

    reference: str
    state: CallBackState
    window: WindowOut
    tries: int = Field(description="How often nobody answered.")
    phone: str = Field(description="Its end; whole for the agent who makes the call.")
    free: list[WindowOut] = Field(default_factory=list, description="Windows that it may be moved to.")

    @classmethod
    def of(cls, one: CallBack, *, whole: bool = False, free: tuple[Span, ...] = ()) -> "CallBackOut":
        """On the wire."""
        phone = one.phone if whole or not one.phone else hint(one.phone)
        windows = [WindowOut.of(window) for window in free]
        window = WindowOut.of(one.window)
        return cls(reference=one.id, state=one.state, window=window, tries=one.tries, phone=phone, free=windows)


class CallToMakeOut(CallBackOut):
    """The same to members of staff, with its packet."""

    hand_off: HandOffOut

    @classmethod
    def of_call(cls, one: CallBack, *, whole: bool = False) -> "CallToMakeOut":
        """On the wire."""
        return cls(**CallBackOut.of(one, whole=whole).model_dump(), hand_off=HandOffOut.of(one.hand_off))


class MoveCallIn(Incoming):
    """The window that is wanted instead, by its beginning."""

    begins: AwareDatetime
