"""Seats that are kept, in memory: held by somebody, or let go and not yet seen by others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from tools.appointments.book import Hold, Slot
from tools.appointments.slots import SlotSpace


@dataclass(frozen=True, slots=True)
class Kept:
    """A held seat until ``hold.expires_at``, nobody's from then to ``free_at``. ``reserved``: only for ``person``."""

    hold: Hold
    holder: str
    since: datetime
    free_at: datetime
    person: str | None = None
    origin: str | None = None
    reserved: bool = False


class Seats:
    """By hold."""

    def __init__(self, slots: SlotSpace) -> None:
        self._slots = slots
        self._kept: dict[str, Kept] = {}

    def get(self, hold_id: str) -> Kept | None:
        """That hold, in force or not."""
        return self._kept.get(hold_id)

    def held(self, now: datetime) -> Iterator[Kept]:
        """Those in force."""
        return (one for one in self._kept.values() if one.hold.expires_at > now)

    def live(self, holder: str, now: datetime) -> Kept | None:
        """What that holder holds."""
        return next((one for one in self.held(now) if one.holder == holder), None)

    def kept(self, slot: Slot, now: datetime, holder: str, *, in_line: bool) -> int:
        """How many of the slot's seats are not to be had: by that holder, or by who is on the waiting list."""
        return sum(
            one.hold.slot.id == slot.id and one.free_at > now
            for one in self._kept.values()
            if one.hold.expires_at > now or not (in_line or (holder and one.holder == holder))
        )

    def take_over(self, kept: Kept, now: datetime) -> None:
        """The holder's seat from now on; the one before is let go."""
        for one in list(self._kept.values()):
            if one.holder == kept.holder and one.hold.id != kept.hold.id:
                if one.hold.expires_at > now:
                    self.let_go(one.hold.id, now)
                elif one.hold.slot.id == kept.hold.slot.id:
                    self.forget(one.hold.id)
        self.put(kept)

    def put(self, kept: Kept) -> None:
        """Keep it, forgetting seats that are free by now."""
        self._kept = {key: one for key, one in self._kept.items() if one.free_at > kept.since} | {kept.hold.id: kept}

    def let_go(self, hold_id: str, now: datetime) -> None:
        """Give it back; nothing happens when it ran out."""
        one = self._kept.get(hold_id)
        if one is not None and one.hold.expires_at > now:
            hold = replace(one.hold, expires_at=now)
            self._kept[hold_id] = replace(one, hold=hold, free_at=now + self._slots.rules.delay())

    def cool(self, slot: Slot, hold_id: str, now: datetime) -> None:
        """A seat that was booked and is no longer."""
        self.put(Kept(Hold(hold_id, slot, now), "", now, now + self._slots.rules.delay()))

    def uncool(self, slot: Slot, now: datetime) -> None:
        """One of the seats that are out of sight goes to somebody in line."""
        for one in self._kept.values():
            if one.hold.slot.id == slot.id and one.hold.expires_at <= now < one.free_at:
                self.forget(one.hold.id)
                return

    def forget(self, hold_id: str) -> None:
        """It is somebody's appointment now."""
        self._kept.pop(hold_id, None)
