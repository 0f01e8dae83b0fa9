"""The live calls of this process, and their shared dependencies."""

import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from speech.calls.announcing import CallObserver
from speech.calls.kept_sound import KeptSound
from speech.calls.live_call import LiveCall
from speech.calls.record import Call, CallRecord
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from speech.calls.track_file import TrackFileBusy
from speech.errors import CallElsewhere, SpeechUnavailable, TooManyCalls
from speech.listening.transcriber import Transcriber
from tools.clock import Clock
from tools.contacts.contact_log import ContactLog


@dataclass(slots=True)
class CallContext:
    """The live calls of an event loop. Without a ``transcriber`` no call begins and no waiting call is ended."""

    record: CallRecord
    shelf: SoundStore
    log: ContactLog
    transcriber: Transcriber | None
    clock: Clock
    rules: CallRules = field(default_factory=CallRules)
    listeners: Sequence[CallObserver] = ()
    live_calls: dict[str, LiveCall] = field(default_factory=dict)
    since: datetime = field(init=False)
    """The start of the process: grace periods count from here, since no call could be resumed before."""

    def __post_init__(self) -> None:
        self.since = self.clock()

    @property
    def sound(self) -> KeptSound:
        """The keeper of the sound on disk."""
        return KeptSound(self.record, self.shelf, self.clock, self.rules, self.live_calls.__contains__)

    def needed_transcriber(self) -> Transcriber:
        """The transcriber. Raises SpeechUnavailable when there is none."""
        if self.transcriber is None:
            raise SpeechUnavailable("there is no speech model: run `isac models fetch`, then start the service again")
        return self.transcriber

    @contextlib.asynccontextmanager
    async def hold(self, call: Call, *, limited: bool = True) -> AsyncIterator[LiveCall]:
        """Hold the live call while nobody else joins or ends it; a call that was dropped meanwhile is started again.

        ``limited``: no more calls than the rules allow. Raises TooManyCalls, CallElsewhere.
        """
        while True:
            live = self._find_or_begin(call, limited=limited)
            async with live.joining:
                if self.live_calls.get(call.id) is live:
                    with self._removed_on_error(live):
                        yield live
                    return

    def _find_or_begin(self, call: Call, *, limited: bool) -> LiveCall:
        live = self.live_calls.get(call.id)
        if live is None:
            if limited and len(self.live_calls) >= self.rules.most:
                raise TooManyCalls(f"{self.rules.most} calls at once")
            live = self.live_calls[call.id] = LiveCall(call, self.clock())
        return live

    @contextlib.contextmanager
    def _removed_on_error(self, live: LiveCall) -> Iterator[None]:
        """Remove a call that cannot be resumed, so that it takes no place."""
        try:
            yield
        except BaseException as error:
            if not live.tracks and not live.lines and live.ending is None:
                self.live_calls.pop(live.call.id, None)
            if isinstance(error, TrackFileBusy):
                raise CallElsewhere(live.call.id) from None
            raise
