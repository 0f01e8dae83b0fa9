"""Keeps and deletes the sound of calls on the disk of this machine."""

import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from speech.calls.record import CallRecord, Track
from speech.calls.rules import CallRules
from speech.calls.sound_store import SoundStore
from speech.errors import SoundNotDeleted
from tools.clock import Clock


@dataclass(frozen=True, slots=True)
class KeptSound:
    """``is_live``: whether a call is heard in this process: then its sound is not touched."""

    record: CallRecord
    shelf: SoundStore
    clock: Clock
    rules: CallRules
    is_live: Callable[[str], bool]

    @property
    def set_aside(self) -> int:
        """The number of tracks with sound that waits for its key."""
        return len(self.shelf.aside())

    async def drop(self, call_id: str, unreadable: Collection[Track]) -> None:
        """Delete the sound of an ended call, unless it is kept; ``unreadable`` tracks wait for their key."""
        if not (await self.record.find(call_id)).keep_audio:
            for track in self.shelf.tracks(call_id):
                if track in unreadable:
                    self.shelf.set_aside(call_id, track)
            with _tried_again():
                self.shelf.delete(call_id)

    async def erase(self, call_id: str) -> None:
        """Delete the sound of an ended call, kept or not; of a live one as soon as it ends.

        Raises CallNotFound, SoundNotDeleted, ToolUnavailable.
        """
        await self.record.drop_audio(call_id)
        for file in self.shelf.aside(call_id):
            file.unlink()
        if (await self.record.find(call_id)).ended is not None:
            self.shelf.delete(call_id)

    async def sweep(self) -> None:
        """Delete old calls, and sound not to be kept that another process, killed or elsewhere, left here."""
        now = self.clock()
        sound_from = now - self.rules.audio_life
        for call_id in await self.record.with_old_audio(sound_from):
            await self.record.drop_audio(call_id)
        for call_id in await self.record.forget(now - self.rules.life):
            with _tried_again():
                self.shelf.delete(call_id)
        here = [call_id for call_id in self.shelf.calls() if not self.is_live(call_id)]
        wanted = await self.record.sound_wanted(here)
        for call_id in here:
            with _tried_again():
                if call_id not in wanted:
                    self.shelf.delete_unknown(call_id, sound_from)
                elif not wanted[call_id]:
                    self.shelf.delete(call_id)
        self.shelf.delete_aside(sound_from)


def _tried_again() -> contextlib.suppress:
    """A failed deletion is logged, holds up nothing else, and is left to the next sweep."""
    return contextlib.suppress(SoundNotDeleted)
