"""Append-only record of a load-test client; it outlives every process but the machine."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Literal

Ending = Literal["confirmed", "refused", "unsettled"]


@dataclass(frozen=True, slots=True)
class BookingAttempt:
    """A person who wants a slot. ``key``: idempotency key of all tries."""

    key: str
    document: str
    slot_id: str


@dataclass(frozen=True, slots=True)
class BookingOutcome:
    """End of an attempt, as told to the client.

    ``code`` is the problem's when refused; ``at`` is Unix time and ``seconds`` counts from the first try, retries
    (``retries`` of them) included.
    """

    attempt: BookingAttempt
    ending: Ending
    at: float
    seconds: float
    retries: int
    locator: str | None = None
    code: str | None = None


class ClientRecord:
    """Written line by line, each in the hands of the system before the client goes on."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def began(self, attempt: BookingAttempt) -> None:
        """Before the first request: what is tried and never ends is seen too."""
        self._write("began", attempt)

    def ended(self, outcome: BookingOutcome) -> None:
        """Once the client was told."""
        self._write("ended", outcome)

    def _write(self, event: str, entry: BookingAttempt | BookingOutcome) -> None:
        self._file.write(json.dumps({"event": event, **asdict(entry)}) + "\n")
        self._file.flush()


def read_records(files: list[Path]) -> list[BookingOutcome]:
    """All attempts of the files; one without an end comes as ``unsettled``."""
    outcomes: dict[str, BookingOutcome] = {}
    for line in _lines(files):
        if line.pop("event") == "began":
            attempt = BookingAttempt(**line)
            outcomes[attempt.key] = BookingOutcome(attempt, "unsettled", 0, 0, 0)
        else:
            outcome = BookingOutcome(**{**line, "attempt": BookingAttempt(**line["attempt"])})
            outcomes[outcome.attempt.key] = outcome
    return list(outcomes.values())


def _lines(files: list[Path]) -> Iterator[dict[str, Any]]:
    for file in files:
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
