"""A row of another system as an interaction, or what is wrong with it in words for who has the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import OUTCOMES, OWN, WAYS, Interaction, Outcome, Way
from tools.errors import BadIdentifier
from tools.reading.masking import mask

FIELDS = (
    "system", "reference", "at", "channel", "document", "need", "outcome", "summary", "appointment", "agent", "case",
)  # fmt: skip
_NEEDED = ("system", "reference", "at", "channel")
_LONGEST = {"summary": 4000}
_LONG = 200
_MAY_BE_AHEAD = timedelta(days=1)


class BadRow(Exception):
    """A row that is not taken in. The reason names the field, and never repeats what is in it."""


@dataclass(frozen=True, slots=True)
class RowReader:
    """``pseudonym`` makes that of a document, and raises BadIdentifier. ``now``: nothing has happened after it."""

    pseudonym: Callable[[str], Pseudonym]
    now: datetime

    def read(self, row: Mapping[str, Any]) -> Interaction:
        """The interaction. Raises BadRow."""
        if unknown := sorted(set(row) - set(FIELDS)):
            raise BadRow(f"{unknown[0]!r} is no field; those are {', '.join(FIELDS)}")
        values = {name: _text(name, row.get(name)) for name in FIELDS}
        for name in _NEEDED:
            if values[name] is None:
                raise BadRow(f"{name} is missing")
        if values["system"] == OWN:
            raise BadRow(f"system: {OWN!r} is this service's own")
        return Interaction(
            system=values["system"] or "",
            reference=values["reference"] or "",
            at=self._moment(values["at"] or ""),
            channel=cast(Way, _one_of("channel", values["channel"], WAYS)),
            person=self._person(values["document"]),
            need=values["need"],
            outcome=cast(Outcome | None, _one_of("outcome", values["outcome"], OUTCOMES)),
            summary=mask(values["summary"]) if values["summary"] else None,
            appointment=values["appointment"],
            agent=values["agent"],
            case_name=values["case"],
        )

    def _moment(self, text: str) -> datetime:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise BadRow("at is no moment such as 2026-11-25T09:01:00+01:00") from None
        if moment.tzinfo is None:
            raise BadRow("at has no time zone, as in 2026-11-25T09:01:00+01:00")
        if moment.year < 1970 or moment > self.now + _MAY_BE_AHEAD:
            raise BadRow("at is before 1970 or has not come yet")
        return moment

    def _person(self, document: str | None) -> Pseudonym | None:
        if document is None:
            return None
        try:
            return self.pseudonym(document)
        except BadIdentifier as error:
            raise BadRow(f"document: {error.reason}") from None


def _text(name: str, value: Any) -> str | None:
    """What the field says; empty is nothing."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRow(f"{name} is no text")
    if "\0" in value or (not value.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in value)):
        raise BadRow(f"{name} has signs that are no text")
    if len(value) > (longest := _LONGEST.get(name, _LONG)):
        raise BadRow(f"{name} is longer than {longest} signs")
    return value.strip() or None


def _one_of(name: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise BadRow(f"{name} is none of {', '.join(known)}")
    return value
