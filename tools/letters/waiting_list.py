"""E-mails to people on the waiting list."""

import hashlib
from datetime import datetime

from knowledge.languages import Language
from tools.letters.notifications import Notice, NoticeKind
from tools.offices.slots import Hold


def offer_notice_id(code: str, hold_id: str) -> str:
    """The id of the notice of an offer, which tells it from every other offer of the ticket."""
    return _notice_id("waiting_offer", code, hashlib.sha256(hold_id.encode()).hexdigest()[:12])


class TicketNotices:
    """The notices of one ticket."""

    def __init__(self, code: str, email: str, language: Language, office_id: str) -> None:
        self._code, self._email, self._language, self._office_id = code, email, language, office_id

    def joined(self, position: int, now: datetime) -> Notice:
        """The place in the line."""
        identifier = _notice_id("waiting_joined", self._code, "0")
        return self._notice("waiting_joined", identifier, now, {"position": str(position)})

    def offered(self, hold: Hold, now: datetime) -> Notice:
        """A seat is kept for the person, until the hold runs out."""
        slot, until = hold.slot, hold.expires_at
        values = {"starts_at": slot.starts_at.isoformat(), "channel": slot.channel, "until": until.isoformat()}
        return self._notice("waiting_offer", offer_notice_id(self._code, hold.id), now, values, until)

    def missed(self, number: int, now: datetime, *, closed: bool) -> Notice:
        """The offer of that number ran out: the person is at the end of the line, or out of it."""
        kind: NoticeKind = "waiting_closed" if closed else "waiting_missed"
        return self._notice(kind, _notice_id(kind, self._code, str(number)), now, {})

    def _notice(
        self, kind: NoticeKind, identifier: str, now: datetime, values: dict[str, str], until: datetime | None = None
    ) -> Notice:
        told = {"code": self._code, "office_id": self._office_id} | values
        return Notice(identifier, kind, self._email, self._language, told, now, until)


def _notice_id(kind: NoticeKind, code: str, which: str) -> str:
    return f"{kind}-{code}-{which}".lower().replace("_", "-")
