"""``isac eval dates``: how well days and hours are read, by language and kind.

Our grammar is measured, and dateparser where it is installed.

Cases come from a folder of any of these files: ``duckling.jsonl``, ``recognizers_<language>.jsonl`` (public sets) and
``<language>.yaml`` (the form of ``tests/agents/understanding/tables/dates``).
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any, Literal, cast

import yaml
from rich.console import Console
from rich.table import Table

from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import load_grammars
from tools.reading.dates.when import AskedWhen, parse_when
from tools.reading.dates.working_days import weekdays
from tools.reading.folding import fold

DateKind = Literal["day", "range", "hour", "denial", "nothing"]
Outcome = Literal["right", "wrong", "silent"]
_MOMENT = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), \d+\)")
_DUCKLING_NOW = datetime.fromisoformat("2013-02-12T04:30")
_TYPES: Mapping[str, DateKind] = {"date": "day", "daterange": "range", "time": "hour", "datetime": "hour"}


@dataclass(frozen=True, slots=True)
class ReadDates:
    """Days are ISO, ``time`` is HH:MM; a day alone has no ``last``."""

    first: str | None = None
    last: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class DateCase:
    """``accepted``: any of these readings is right; None in one of them stands for anything."""

    language: Language
    kind: DateKind
    text: str
    now: datetime
    accepted: frozenset[ReadDates]


DateReader = Callable[[DateCase], ReadDates]


@dataclass(slots=True)
class DateScore:
    """Outcomes of one reader for one language and kind, and the seconds they took together."""

    reader: str
    language: Language
    kind: DateKind
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    seconds: float = 0.0


def measure_dates(folder: Path) -> list[DateScore]:
    """Read every case of the folder with every reader at hand."""
    readers = {"grammar": grammar_reader()}
    if find_spec("dateparser"):
        readers["dateparser"] = dateparser_reader()
    scores: dict[tuple[str, Language, DateKind], DateScore] = {}
    cases = sorted(set(load_cases(folder)), key=lambda case: (case.language, case.kind, case.text, case.now))
    for name, read in readers.items():
        for case in cases:
            score = scores.setdefault((name, case.language, case.kind), DateScore(name, case.language, case.kind))
            start = perf_counter()
            reading = read(case)
            score.seconds += perf_counter() - start
            score.outcomes[judge(case, reading)] += 1
    return list(scores.values())


def show_dates(folder: Path) -> None:
    """Print a row for each reader, kind and language, and the mean time of a text. Raises OSError."""
    table = Table("reader", "kind", "language", "n", "right", "wrong", "silent", "ms a text")
    for score in sorted(measure_dates(folder), key=lambda one: (one.reader, one.kind, one.language)):
        counts, total = score.outcomes, score.outcomes.total()
        cells = [str(counts[outcome]) for outcome in ("right", "wrong", "silent")]
        mean_ms = f"{1000 * score.seconds / total:.1f}"
        table.add_row(score.reader, score.kind, score.language, str(total), *cells, mean_ms)
    Console().print(table)


def judge(case: DateCase, reading: ReadDates) -> Outcome:
    """Nothing read is silence, which is right where there is nothing to read."""
    if any(_fits(accepted, reading, case.kind) for accepted in case.accepted):
        return "right"
    return "silent" if reading == ReadDates() else "wrong"


def grammar_reader() -> DateReader:
    """Our grammar, in the order that the slots of a message are read in."""
    grammars, foreign = load_grammars(), load_grammars(short=False)

    def read(case: DateCase) -> ReadDates:
        others = [foreign[known] for known in dict.fromkeys(("es", *LANGUAGES)) if known != case.language]
        slots = parse_when(fold(case.text), [grammars[case.language], *others], AskedWhen(case.now), weekdays)
        values = {str(name): slot.value for name, slot in slots.items()}
        return ReadDates(values.get("date"), values.get("date_to"), values.get("time"))

    return read


def dateparser_reader() -> DateReader:
    """Dateparser at its best: the text as one expression, else the first two dates found in it."""
    import dateparser
    from dateparser.search import search_dates

    def read(case: DateCase) -> ReadDates:
        settings: Any = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": case.now.replace(tzinfo=None)}
        settings |= {"DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
        whole = dateparser.parse(case.text, languages=[case.language], settings=settings)
        found = search_dates(case.text, languages=[case.language], settings=settings) if whole is None else None
        moments = [whole] if whole else [moment for _, moment in found or []][:2]
        if not moments:
            return ReadDates()
        last = moments[1].date().isoformat() if len(moments) > 1 else None
        return ReadDates(moments[0].date().isoformat(), last, f"{moments[0]:%H:%M}")

    return read


def load_cases(folder: Path) -> Iterator[DateCase]:
    """The cases of every known file of the folder that speak of today or later."""
    for file in sorted(folder.iterdir()):
        if file.name == "duckling.jsonl":
            yield from _duckling(file)
        elif file.match("recognizers_*.jsonl"):
            yield from _recognizers(file)
        elif file.suffix == ".yaml" and file.stem in LANGUAGES:
            yield from _table(file, file.stem)


def _fits(accepted: ReadDates, reading: ReadDates, kind: DateKind) -> bool:
    if kind == "nothing":
        return reading == ReadDates()
    if kind == "denial" and accepted.first is None:
        return reading.first is None
    days = accepted.first in (None, reading.first)
    if kind == "range":
        return days and accepted.last == reading.last
    return days and accepted.time in (None, reading.time)


def _duckling(file: Path) -> Iterator[DateCase]:
    for row in _rows(file):
        if row["kind"] != "Time" or row["lang"] not in LANGUAGES:
            continue
        if row["value"] is None:
            yield DateCase(row["lang"], "nothing", row["text"], _DUCKLING_NOW, frozenset({ReadDates()}))
        elif (moments := _duckling_moments(row["value"])) and moments[-1] >= _DUCKLING_NOW:
            yield from _duckling_case(row["lang"], row["text"], row["value"], moments)


def _duckling_case(language: Language, text: str, value: str, moments: list[datetime]) -> Iterator[DateCase]:
    """Days, hours, holidays and spans of days; spans of hours and seasons are left out."""
    now = _DUCKLING_NOW
    if value.startswith("(datetimeInterval ") and value.endswith("Day)"):
        yield _range(language, text, now, moments[0].date(), moments[-1].date())
    elif value.startswith(("(datetime ", "(datetimeHoliday ")):
        if value.endswith(("Hour)", "Minute)")):
            soon = moments[0] < now + timedelta(days=1)  # the day need not be told
            day = None if soon else moments[0].date().isoformat()
            yield DateCase(language, "hour", text, now, frozenset({ReadDates(day, None, f"{moments[0]:%H:%M}")}))
        elif " Day" in value:
            yield DateCase(language, "day", text, now, frozenset({ReadDates(moments[0].date().isoformat())}))


def _duckling_moments(value: str) -> list[datetime]:
    """Empty when one of them does not exist: the set holds a 30th of February."""
    parts = [[int(number) for number in found.groups()] for found in _MOMENT.finditer(value)]
    texts = [f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}" for year, month, day, hour, minute in parts]
    try:
        return [datetime.fromisoformat(text) for text in texts]
    except ValueError:
        return []


def _recognizers(file: Path) -> Iterator[DateCase]:
    language = cast(Language, file.stem.removeprefix("recognizers_"))
    if language not in LANGUAGES:
        return
    for row in _rows(file):
        if row["model"] != "DateTimeModel" or not row["context"] or len(row["results"]) > 1:
            continue
        now = datetime.fromisoformat(row["context"]["ReferenceDateTime"])
        if not row["results"]:
            yield DateCase(language, "nothing", row["input"], now, frozenset({ReadDates()}))
            continue
        kind = _TYPES.get(row["results"][0]["TypeName"].removeprefix("datetimeV2."))
        values = row["results"][0]["Resolution"]["values"]
        if kind == "range" and (spans := _spans(values, now.date())):
            yield _range(language, row["input"], now, *spans[-1])
        elif kind in ("day", "hour") and (accepted := frozenset(_moments(values, now))):
            yield DateCase(language, kind, row["input"], now, accepted)


def _spans(values: list[dict[str, str]], today: date) -> list[tuple[date, date]]:
    pairs = [(value["start"], value["end"]) for value in values if "start" in value and "end" in value]
    spans = [
        (date.fromisoformat(start), date.fromisoformat(end)) for start, end in pairs if len(start) == len(end) == 10
    ]
    return [span for span in spans if span[1] > today]


def _moments(values: list[dict[str, str]], now: datetime) -> Iterator[ReadDates]:
    for value in values:
        day, _, clock = value.get("value", "").rpartition(" ") if value["type"] != "date" else (value["value"], "", "")
        if value["type"] == "date" and len(day) != 10:
            continue
        if (not day and value["type"] == "time") or day >= now.date().isoformat():
            yield ReadDates(day or None, None, clock[:5] or None)


def _range(language: Language, text: str, now: datetime, first: date, end: date) -> DateCase:
    """Sets differ in whether the last day counts; a range that has begun may begin today."""
    ends = (end.isoformat(), (end - timedelta(days=1)).isoformat())
    begins = (first.isoformat(), max(first, now.date()).isoformat())
    return DateCase(
        language, "range", text, now, frozenset(ReadDates(begin, last) for begin in begins for last in ends)
    )


def _table(file: Path, language: Language) -> Iterator[DateCase]:
    table = yaml.safe_load(file.read_text(encoding="utf-8"))
    for row in (*table["dates"], *table["times_and_ranges"]):
        slots = row["slots"]
        now = datetime.fromisoformat(row.get("now", table["now"]))
        expected = ReadDates(slots.get("date"), slots.get("date_to"), slots.get("time"))
        kind: DateKind = (
            "denial" if "date_not" in slots else "range" if expected.last else "hour" if expected.time
            else "day" if expected.first else "nothing"
        )  # fmt: skip
        if kind != "nothing" or not slots:
            yield DateCase(language, kind, row["say"], now, frozenset({expected}))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
