"""The end state of a booking: exactly the appointments expected, whatever path the conversation took."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Any

from evals.graders.verdict import Verdict, verdict
from evals.scenario import Expected, Home, Scenario
from tools.offices.offices import Office

Seen = Mapping[str, Any]


def end_state(scenario: Scenario, home: Home, seen: Seen, offices: Mapping[str, Office]) -> Verdict:
    """Compare as multisets: an extra, missing or different appointment is a fault each. ``seen`` is a plain Visit."""
    whenever = {(one.service, one.channel, one.status) for one in scenario.expect if one.day == "any"}
    there = Counter(_described(row, offices, whenever) for row in seen["rows"])
    should = Counter(_wanted(expected, home, seen) for expected in scenario.expect)
    missing = [f"missing: {' '.join(one)}" for one in (should - there).elements()]
    extra = [f"not expected: {' '.join(one)}" for one in (there - should).elements()]
    booked = sum(row["status"] == "booked" for row in seen["rows"])
    leak = f"{seen['booked_seats']} seats for {booked} appointments" if seen["booked_seats"] != booked else None
    return Verdict((*missing, *extra)).and_(verdict(leak, seen["service_error"]))


def heard(scenario: Scenario, turns: Iterable[Mapping[str, Any]]) -> Verdict:
    """Check that the citizen was told everything in ``hear`` and asked nothing in ``skip``."""
    told: set[str] = set()
    for turn in turns:
        told |= {message["kind"] for message in turn["messages"]} | {f"step:{turn['step']}"}
    never = [f"never heard: {thing}" for thing in scenario.hear if thing not in told]
    again = [f"asked though already said: {step}" for step in scenario.skip if f"step:{step}" in told]
    return Verdict((*never, *again))


def _described(
    row: Mapping[str, str], offices: Mapping[str, Office], whenever: Container[tuple[str, str, str]]
) -> tuple[str, ...]:
    office, kind = offices[row["office"]], (row["service"], row["channel"], row["status"])
    start = "any" if kind in whenever else row["start"]
    return row["person"], row["service"], office.province, row["channel"], start, row["status"]


def _wanted(expected: Expected, home: Home, seen: Seen) -> tuple[str, ...]:
    provinces = {"own": home.province, "other": home.other_province}
    province = provinces.get(expected.province, expected.province)
    return "own", expected.service, province, expected.channel, _start(expected, seen), expected.status


def _start(expected: Expected, seen: Seen) -> str:
    """The moment the citizen meant. A wanted day without a chosen offer is met by any hour of that day."""
    if expected.day == "any":
        return "any"
    if expected.day == "prior":
        return str(seen["prior"])
    chosen, wanted = seen["chosen"], seen["wanted"]
    if expected.day == "wanted" and not str(chosen).startswith(wanted):
        on_the_day = (row["start"] for row in seen["rows"] if chosen is None and row["start"].startswith(wanted))
        return str(next(on_the_day, wanted))
    return str(chosen)
