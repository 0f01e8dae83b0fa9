"""Cases are read from each kind of file, and readings judged: nothing read is silence, not a mistake."""

import json
from pathlib import Path

import pytest

from evals.dates import DateCase, ReadDates, grammar_reader, judge, load_cases, measure_dates, show_dates

DUCKLING = [
    {"lang": "es", "kind": "Time", "text": "mañana", "value": "(datetime (2013, 2, 13, 0, 0, 0) Day)"},
    {"lang": "es", "kind": "Time", "text": "a las 3 de la tarde", "value": "(datetime (2013, 2, 12, 15, 0, 0) Hour)"},
    {"lang": "en", "kind": "Time", "text": "1 adult", "value": None},
    {"lang": "es", "kind": "Time", "text": "ayer", "value": "(datetime (2013, 2, 11, 0, 0, 0) Day)"},
    {"lang": "de", "kind": "Time", "text": "morgen", "value": "(datetime (2013, 2, 13, 0, 0, 0) Day)"},
    {"lang": "es", "kind": "Numeral", "text": "tres", "value": "3"},
    {"lang": "en", "kind": "Time", "text": "never", "value": "(datetime (2014, 2, 30, 0, 0, 0) Day)"},
]
SPAN = {"type": "daterange", "start": "2018-10-04", "end": "2018-10-08"}
RECOGNIZED = [
    {
        "model": "DateTimeModel",
        "input": "del 4 al 7 de octubre",
        "context": {"ReferenceDateTime": "2018-09-28T01:00:00"},
        "results": [{"TypeName": "datetimeV2.daterange", "Resolution": {"values": [SPAN]}}],
    },
    {"model": "DateTimeModel", "input": "hola", "context": {"ReferenceDateTime": "2018-09-28T01:00:00"}, "results": []},
]
TABLE = """
now: "2026-11-25T09:00:00+01:00"
dates:
  - {say: "cualquier día menos mañana", slots: {date_not: "2026-11-26"}}
times_and_ranges:
  - {say: "mañana a las diez", slots: {date: "2026-11-26", time: "10:00"}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in (("duckling", DUCKLING), ("recognizers_es", RECOGNIZED)):
        lines = (json.dumps(row) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "es.yaml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "SOURCE.md").write_text("not a set")
    return tmp_path


def test_what_speaks_of_today_or_later_in_our_languages_is_a_case(folder: Path) -> None:
    assert {(case.text, case.kind) for case in load_cases(folder)} == {
        ("mañana", "day"),
        ("a las 3 de la tarde", "hour"),
        ("1 adult", "nothing"),
        ("del 4 al 7 de octubre", "range"),
        ("hola", "nothing"),
        ("cualquier día menos mañana", "denial"),
        ("mañana a las diez", "hour"),
    }


def test_the_grammar_reads_them_all(folder: Path) -> None:
    scores = [score for score in measure_dates(folder) if score.reader == "grammar"]
    assert sum(score.outcomes["right"] for score in scores) == sum(score.outcomes.total() for score in scores) == 7


def test_silence_is_no_mistake_and_no_reading_is_right_where_there_is_nothing(folder: Path) -> None:
    cases = {case.text: case for case in load_cases(folder)}
    assert judge(cases["mañana"], ReadDates()) == "silent"
    assert judge(cases["mañana"], ReadDates("2013-02-14")) == "wrong"
    assert judge(cases["hola"], ReadDates("2018-09-28")) == "wrong"
    assert judge(cases["hola"], ReadDates()) == "right"
    assert judge(cases["cualquier día menos mañana"], ReadDates("2026-11-26")) == "wrong"


def test_a_range_is_right_when_both_its_ends_are(folder: Path) -> None:
    case: DateCase = next(case for case in load_cases(folder) if case.kind == "range")
    assert judge(case, ReadDates("2018-10-04", "2018-10-07")) == "right"
    assert judge(case, ReadDates("2018-10-04", "2018-10-09")) == "wrong"
    assert grammar_reader()(case) == ReadDates("2018-10-04", "2018-10-07")


def test_the_command_prints_a_row_for_each_kind_and_language(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_dates(folder)
    told = capsys.readouterr().out
    assert "grammar" in told
    assert all(kind in told for kind in ("day", "range", "hour", "nothing"))
