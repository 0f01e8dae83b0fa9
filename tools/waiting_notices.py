"""What people on the waiting list are told by e-mail."""

from datetime import datetime

from knowledge.languages import Language
from tools.appointments import Slot
from tools.notifications import Notice, NoticeKind


class TicketNotices:
    """The notices of one ticket; ``number`` keeps those of its offers apart."""

    def __init__(self, code: str, email: str, language: Language, office_id: str) -> None:
        self._code, self._email, self._language, self._office_id = code, email, language, office_id

    def joined(self, position: int, now: datetime) -> Notice:
        """The place in the line."""
        return self._notice("waiting_joined", 0, now, {"position": str(position)})

    def offered(self, slot: Slot, until: datetime, number: int, now: datetime) -> Notice:
        """A seat is kept for the person, until then."""
        values = {"starts_at": slot.starts_at.isoformat(), "channel": slot.channel, "until": until.isoformat()}
        return self._notice("waiting_offer", number, now, values, until)

    def missed(self, number: int, now: datetime, *, closed: bool) -> Notice:
        """The offer ran out: the person is at the end of the line, or out of it."""
        return self._notice("waiting_closed" if closed else "waiting_missed", number, now, {})

    def _notice(
        self, kind: NoticeKind, number: int, now: datetime, values: dict[str, str], until: datetime | None = None
    ) -> Notice:
        told = {"code": self._code, "office_id": self._office_id} | values
        identifier = f"{kind}-{self._code}-{number}".lower().replace("_", "-")
        return Notice(identifier, kind, self._email, self._language, told, now, until)
