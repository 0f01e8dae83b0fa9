"""E-mails about an appointment to people who are not there to see the result."""

import hashlib
from datetime import datetime

from knowledge.languages import Language
from tools.letters.notifications import Notice, NoticeKind
from tools.offices.slots import Slot


class AppointmentLetters:
    """The notices of one appointment to one address. ``told`` names the change: told again, it is the same notice."""

    def __init__(self, locator: str, slot: Slot, email: str, language: Language) -> None:
        self._locator, self._slot, self._email, self._language = locator, slot, email, language

    def booked(self, told: str, now: datetime) -> Notice:
        """It was made after all."""
        return self._notice("appointment_booked", told, now, {})

    def cancelled(self, told: str, now: datetime) -> Notice:
        """It is no more."""
        return self._notice("appointment_cancelled", told, now, {})

    def moved(self, told: str, now: datetime, before: datetime | None = None, reason: str | None = None) -> Notice:
        """It is at another time, instead of ``before``. ``reason``: why its day was closed."""
        values = {} if before is None else {"before": before.isoformat()}
        if reason is None:
            return self._notice("appointment_moved", told, now, values)
        return self._notice("appointment_closed", told, now, values | {"reason": reason})

    def _notice(self, kind: NoticeKind, told: str, now: datetime, more: dict[str, str]) -> Notice:
        slot = self._slot
        values = {
            "code": self._locator,
            "office_id": slot.office_id,
            "channel": slot.channel,
            "starts_at": slot.starts_at.isoformat(),
        }
        identifier = f"{kind.replace('_', '-')}-{hashlib.sha256(told.encode()).hexdigest()[:32]}"
        return Notice(identifier, kind, self._email, self._language, values | more, now, slot.starts_at)
