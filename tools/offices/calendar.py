"""The days on which an office is open, and the working days of a province."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import holidays

from knowledge.administration import Administration
from knowledge.errors import ContentError
from knowledge.yaml_files import YamlFile, parse_yaml
from tools.offices.office_files import load_offices
from tools.offices.offices import WORKING_DAYS, Office
from tools.places.table import load_municipalities, load_provinces

_FILE = "closing_days.yaml"
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class ClosingDays:
    """Closing days that no package knows: every year (month, day), by municipality (official name), by office id."""

    every_year: frozenset[tuple[int, int]] = frozenset()
    municipalities: Mapping[str, frozenset[date]] = field(default_factory=dict)
    offices: Mapping[str, frozenset[date]] = field(default_factory=dict)


class Calendar:
    """Holidays of the country, its regions and its towns. Those of a region are computed once a year and kept."""

    def __init__(self, closing_days: ClosingDays, administration: Administration) -> None:
        self._closing, self._administration = closing_days, administration
        self._holidays: dict[tuple[str, int], frozenset[date]] = {}

    def is_open(self, office: Office, day: date) -> bool:
        """Whether the office attends on that day."""
        closed = day in self._closing.offices.get(office.id, ())
        return bool(office.hours_on(day.weekday())) and not (
            closed or self.is_holiday(office.province, office.municipality, day)
        )

    def is_working_day(self, province: str | None, day: date, municipality: str | None = None) -> bool:
        """Whether it is Monday to Friday and no holiday. ``province``: INE code; None: the administration's."""
        return day.weekday() < WORKING_DAYS and not self.is_holiday(
            province or self._administration.province, municipality, day
        )

    def is_holiday(self, province: str, municipality: str | None, day: date) -> bool:
        """Whether the day is a holiday in the municipality (official name), or in the whole province without one."""
        return (
            (day.month, day.day) in self._closing.every_year
            or day in self._regional(province, day.year)
            or (municipality is not None and day in self._closing.municipalities.get(municipality, ()))
        )

    def is_public_holiday(self, province: str | None, day: date) -> bool:
        """Whether no term runs on the day: a holiday of the province (INE code), or of the whole country without one.

        Days on which the administration merely closes its offices are none (Ley 39/2015, art. 30.8).
        """
        return day in self._regional(province, day.year)

    def _regional(self, province: str | None, year: int) -> frozenset[date]:
        subdivision = load_provinces()[province].holidays if province else None
        key = (subdivision or "", year)
        if key not in self._holidays:
            self._holidays[key] = frozenset(
                holidays.country_holidays(self._administration.country, subdiv=subdivision, years=year)
            )
        return self._holidays[key]


def load_calendar(administration: Administration) -> Calendar:
    """The calendar with the closing days of the administration. Raises ContentError."""
    offices = load_offices(administration)
    return Calendar(parse_closing_days(administration.text(_FILE), offices), administration)


def parse_closing_days(text: str, known: Collection[str], file: str = _FILE) -> ClosingDays:
    """Closing days from the text of a data file; the file itself explains its format. ``known``: ids of offices.

    Raises ContentError.
    """
    content = parse_yaml(text, file)
    content.raise_first()
    table = content.value
    if not isinstance(table, dict):
        raise ContentError(file, 1, "a mapping is needed")
    names = {place.code: place.name for place in load_municipalities().values()}
    towns = _days(content, table, "municipalities")
    if unknown := [code for code in towns if code not in names]:
        raise content.error(("municipalities",), f"no municipality has the code {unknown[0]}")
    offices = _days(content, table, "offices")
    if strange := [office_id for office_id in offices if office_id not in known]:
        raise content.error(("offices",), f"no office has the id {strange[0]}")
    return ClosingDays(
        every_year=frozenset(_month_day(entry, file, content.line(())) for entry in table.get("every_year") or ()),
        municipalities={names[code]: days for code, days in towns.items()},
        offices=offices,
    )


def _month_day(entry: Any, file: str, line: int) -> tuple[int, int]:
    if not re.fullmatch(r"[01]\d-[0-3]\d", str(entry)):
        raise ContentError(file, line, f"every_year: {entry!r} is not MM-DD")
    month, day = int(entry[:2]), int(entry[3:])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ContentError(file, line, f"every_year: there is no such day as {entry}") from None
    return month, day


def _days(content: YamlFile, table: Mapping[str, Any], group: str) -> dict[str, frozenset[date]]:
    """A list of days, or a mapping from each day to its reason, which only readers of the file use."""
    closing: dict[str, frozenset[date]] = {}
    for key, written in (table.get(group) or {}).items():
        days = [_day(day) for day in written] if isinstance(written, list | dict) else [_day(written)]
        if None in days:
            raise content.error((group,), f"{group}, {key}: days such as 2026-05-15 are needed")
        closing[key] = frozenset(day for day in days if day)
    return closing


def _day(written: object) -> date | None:
    """A key is text, an item is a date already; None for anything else, a moment of a day included."""
    if isinstance(written, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return None
    return written if type(written) is date else None
