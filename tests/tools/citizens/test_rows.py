"""Rows of other systems: what is taken in, and what is said of what is not."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from tools.appointments.keys import pseudonym_of
from tools.citizens.rows import BadRow, RowReader
from tools.citizens.timeline import Interaction

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
READER = RowReader(partial(pseudonym_of, secret=b"k"), NOW)
LEAST = {"system": "crm", "reference": "I-1", "at": "2026-11-20T10:00:00+01:00", "channel": "phone"}


def test_the_least_that_a_row_says() -> None:
    assert READER.read(LEAST) == Interaction("crm", "I-1", datetime(2026, 11, 20, 9, tzinfo=UTC), "phone")
    assert READER.read({**LEAST, "document": "", "need": "  ", "summary": None}) == READER.read(LEAST)


def test_a_document_becomes_a_pseudonym_however_it_is_written_and_identifiers_in_a_summary_are_hidden() -> None:
    row = {
        "document": "12345678-z",
        "need": "viudedad",
        "outcome": "pending",
        "summary": "Es 12345678Z",
        "agent": "a",
        "case": "E-1",
    }
    read = READER.read({**LEAST, **row})
    assert read.person == pseudonym_of("12345678Z", b"k")
    assert (read.need, read.outcome, read.summary, read.agent) == ("viudedad", "pending", "Es [DOCUMENT]", "a")
    assert (read.case_name, read.case) == ("E-1", None)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"reference": ""}, "reference is missing"),
        ({"at": None}, "at is missing"),
        ({"at": "ayer"}, "at is no moment"),
        ({"at": "2026-11-20T10:00:00"}, "no time zone"),
        ({"at": "1969-12-31T10:00:00Z"}, "before 1970"),
        ({"at": (NOW + timedelta(days=2)).isoformat()}, "not come yet"),
        ({"channel": "fax"}, "channel is none of chat"),
        ({"outcome": "happy"}, "outcome is none of resolved"),
        ({"document": "12345678A"}, "document: the letter"),
        ({"need": 7}, "need is no text"),
        ({"summary": "x" * 4001}, "summary is longer than 4000"),
        ({"agent": "x" * 201}, "agent is longer than 200"),
        ({"summary": "a\0b"}, "summary has signs that are no text"),
        ({"summary": "a\udcffb"}, "summary has signs that are no text"),
        ({"system": "isac"}, "own"),
        ({"name": "Ana"}, "'name' is no field"),
    ],
)
def test_what_is_wrong_is_said_without_repeating_it(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(BadRow, match=problem) as refused:
        READER.read({**LEAST, **change})
    assert "12345678A" not in str(refused.value)


def test_what_is_longer_than_a_line_is_text() -> None:
    assert READER.read({**LEAST, "summary": "Una línea\ny otra 🙂"}).summary == "Una línea\ny otra 🙂"
