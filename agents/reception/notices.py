"""Notices in words: the letters that people get about the waiting list and about their appointments."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from agents.phrases.phrases import Phrases
from agents.phrases.wording import moment_words
from tools.letters.notifications import Letter, Notice
from tools.offices.offices import NamedOffice, Office, office_of


class LetterWriter:
    """Writes in the language the person asked in; places and times are those of the notice, in office time."""

    def __init__(self, phrases: Phrases, offices: Mapping[str, Office]) -> None:
        self._phrases, self._offices = phrases, offices

    def write(self, notice: Notice) -> Letter:
        """Raises PhraseError for values that are missing."""
        starts_at = notice.values.get("starts_at")
        at = datetime.fromisoformat(starts_at) if starts_at else None
        office = office_of(self._offices, notice.values["office_id"], at)
        facts = self._facts(notice, office)
        key = f"notice-{notice.kind.replace('_', '-')}"
        about = [self._say(notice, "notice-office", office=office.name[notice.language])]
        if channel := notice.values.get("channel"):
            about.insert(0, self._say(notice, f"notice-how-{channel.replace('_', '-')}"))
        of_list = notice.kind.startswith("waiting")
        about.append(self._say(notice, "notice-code" if of_list else "notice-locator", code=notice.values["code"]))
        if reason := notice.values.get("reason"):
            about.append(self._say(notice, "notice-reason", reason=reason))
        parts = [
            self._say(notice, "notice-greeting"),
            self._say(notice, key, **facts),
            "\n".join(about),
            self._say(notice, "notice-closing" if of_list else "notice-appointment-closing"),
        ]
        subject = self._say(notice, f"{key}-subject", **facts)
        return Letter(notice.id, notice.recipient, notice.language, subject, "\n\n".join(parts) + "\n")

    def _facts(self, notice: Notice, office: NamedOffice) -> dict[str, str]:
        facts = {name: notice.values[name] for name in ("position",) if name in notice.values}
        for name, value in (("when", "starts_at"), ("until", "until"), ("before", "before")):
            if value in notice.values:
                moment = datetime.fromisoformat(notice.values[value]).astimezone(ZoneInfo(office.timezone))
                facts[name] = moment_words(self._phrases, notice.language, moment, office)
        return facts

    def _say(self, notice: Notice, key: str, **values: str) -> str:
        return self._phrases.say(notice.language, key, **values)
