"""Wire models of how people are served by matter, and of what agents put right. Small numbers are not told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel, Field

from agents.summary.summary import Disposition
from api.schemas.readings import Danger
from knowledge.languages import Language
from tools.feedback.feedback import Tally, Verdict
from tools.feedback.quality import MatterFigures, ReadingCase

FEW = 5
"""Of fewer than so many nothing is told: they say little, and may say whom they are of."""
_VERDICTS: tuple[Verdict, ...] = ("shown", "used", "edited", "rejected")
Count = int | None


@dataclass(frozen=True, slots=True)
class MatterRow:
    """The figures of a need in a language, and what was made of suggestions about it."""

    figures: MatterFigures
    times: dict[Verdict, int]

    @classmethod
    def joined(cls, figures: Iterable[MatterFigures], tallies: Iterable[Tally]) -> "list[MatterRow]":
        """Those with contacts first, as they come; then those of which only suggestions are known."""
        made = {(one.need, one.language): one for one in tallies}
        rows = [cls(one, _times(made.pop((one.need or "", one.language), None))) for one in figures]
        return rows + [cls(MatterFigures(one.need, one.language), _times(one)) for one in made.values()]


class MatterQualityOut(BaseModel):
    """A need in a language. A null count: fewer than five, but some; a null median or mean: of fewer than five."""

    need: str | None
    name: str | None
    language: Language
    contacts: Count
    handed_over: Count
    outcomes: dict[Disposition, Count] = Field(description="How agents closed them.")
    wait_s: int | None = Field(description="The median until an agent took them.")
    ratings: Count
    rating: float | None = Field(description="The mean, of 1 to 5.")
    shown: Count = Field(description="Suggestions, on agents' screens.")
    used: Count
    edited: Count
    rejected: Count
    corrected: Count = Field(description="Contacts taken to be about it that an agent said are about something else.")

    @classmethod
    def of(cls, row: MatterRow, name: str | None) -> "MatterQualityOut":
        """On the wire; ``name`` is the need's."""
        one = row.figures
        told: dict[str, Any] = {verdict: _shown(row.times.get(verdict, 0)) for verdict in _VERDICTS}
        return cls(
            need=one.need,
            name=name,
            language=one.language,
            contacts=_shown(one.contacts),
            handed_over=_shown(one.handed_over),
            outcomes={name: _shown(times) for name, times in one.outcomes.items()},
            wait_s=_seconds(one.wait) if one.waits >= FEW else None,
            ratings=_shown(one.ratings),
            rating=round(one.rating, 2) if one.rating is not None and one.ratings >= FEW else None,
            corrected=_shown(one.corrected),
            **told,
        )


class QualityOut(BaseModel):
    """Of the contacts that began on these days."""

    few: int = Field(default=FEW, description="Counts below it are null.")
    matters: list[MatterQualityOut]


class ReadAsOut(BaseModel):
    """What a conversation was taken to be."""

    need: str | None
    name: str | None
    language: Language
    danger: Danger | None


class ReadingCaseOut(BaseModel):
    """What an agent put right: a case for a person to look at."""

    day: date = Field(description="On which it began.")
    before: ReadAsOut
    after: ReadAsOut
    said: list[str] = Field(description="What the citizen had said last, masked.")

    @classmethod
    def of(cls, case: ReadingCase, names: dict[str, str]) -> "ReadingCaseOut":
        """On the wire; ``names`` of needs."""
        before, after = (
            ReadAsOut.model_validate({**one, "name": names.get(one["need"])}) for one in (case.before, case.after)
        )
        return cls(day=case.day, before=before, after=after, said=list(case.said))


class ReadingCasesOut(BaseModel):
    """The newest first. No agent is named."""

    cases: Sequence[ReadingCaseOut]


def _shown(times: int) -> Count:
    return None if 0 < times < FEW else times


def _seconds(wait: timedelta | None) -> int | None:
    return None if wait is None else round(wait.total_seconds())


def _times(tally: Tally | None) -> dict[Verdict, int]:
    return dict(tally.times) if tally is not None else {}
