"""The load test itself: it sees what it must see, and a small one runs over real processes."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.settings.settings import Settings
from evals.bench.booking_audit import AuditVerdict, StoredAppointment, judge
from evals.bench.booking_load import Load, bench_booking_load
from evals.bench.booking_record import BookingAttempt, BookingOutcome, ClientRecord, read_records

MADE = StoredAppointment(key="k1", locator="K7MQ2XHD", slot_id="S1", person_key="p1", service="pensions", seat=0)
TOLD = BookingOutcome(
    BookingAttempt("k1", "12345678Z", "S1"), "confirmed", at=10.0, seconds=0.1, retries=0, locator="K7MQ2XHD"
)
CLEAN = AuditVerdict(double=0, lost=0, half_made=0, untold=0, unsettled=0)


def test_what_was_confirmed_and_is_there_is_clean() -> None:
    assert judge([TOLD], [MADE], 0, {"S1": 1}) == CLEAN


@pytest.mark.parametrize(
    "kept",
    [
        [],
        [replace(MADE, locator="AAAAAAAA")],
        [replace(MADE, slot_id="S2")],
    ],
    ids=["not there", "another locator", "another slot"],
)
def test_what_was_confirmed_and_is_not_there_is_lost(kept: list[StoredAppointment]) -> None:
    assert judge([TOLD], kept, 0, {"S1": 1, "S2": 1}).lost == 1


@pytest.mark.parametrize(
    ("other", "double"),
    [
        (replace(MADE, key="k2", person_key="p2", seat=1), 1),
        (replace(MADE, key="k2", person_key="p2", slot_id="S2"), 0),
        (replace(MADE, key="k2", slot_id="S2"), 1),
        (replace(MADE, key="k2", person_key="p2"), 2),
    ],
    ids=["more than the slot takes", "another slot", "the same person", "the same seat"],
)
def test_doubles_are_counted(other: StoredAppointment, double: int) -> None:
    assert judge([TOLD], [MADE, other], 0, {"S1": 1, "S2": 1}).double == double


def test_half_made_untold_and_unsettled_are_counted() -> None:
    refused = replace(TOLD, ending="refused", locator=None, code="slot_taken")
    assert judge([TOLD], [replace(MADE, seat=None)], 2, {"S1": 1}).half_made == 3
    assert judge([refused], [MADE], 0, {"S1": 1}).untold == 1
    assert judge([replace(TOLD, ending="unsettled")], [], 0, {}).unsettled == 1


def test_an_attempt_without_an_end_is_read_as_unsettled(tmp_path: Path) -> None:
    with (tmp_path / "record.jsonl").open("w", encoding="utf-8") as file:
        record = ClientRecord(file)
        record.began(TOLD.attempt)
        record.began(BookingAttempt("k2", "00000000T", "S1"))
        record.ended(TOLD)
        # in the file already, though nobody closed it
        told, open_end = read_records([tmp_path / "record.jsonl"])
    assert told == TOLD
    assert (open_end.attempt.key, open_end.ending) == ("k2", "unsettled")


@pytest.mark.process
def test_servers_and_database_are_killed_and_nothing_is_lost(settings: Settings) -> None:
    figures = bench_booking_load(settings, Load(servers=2, clients=8, seconds=6, kill=True, seed=31))
    assert int(figures["committed"]) > 0
    assert int(figures["server_kills"]) + int(figures["database_kills"]) > 0
    assert {name: figures[name] for name in ("double", "lost", "half_made", "untold", "unsettled")} == {
        "double": 0, "lost": 0, "half_made": 0, "untold": 0, "unsettled": 0
    }  # fmt: skip
