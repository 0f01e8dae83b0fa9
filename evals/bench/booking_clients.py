"""A process of citizens who book over HTTP at once, never give up, and write down what they are told.

``isac bench booking --servers`` starts it with the file of its plan; it prints the CPU seconds that it took.
"""

import asyncio
import json
import random
import ssl
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx
from stdnum.es import dni

from evals.bench.booking_record import BookingAttempt, BookingOutcome, ClientRecord
from evals.bookable import load_bookable

WIDTH = 5
"""Slots that a client chooses among, for each client of the process: few enough that they meet."""
PAUSE_SECONDS = 0.1
SETTLE_SECONDS = 120.0
"""Time after the end in which a client still asks for the outcome of its booking."""


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """Work of one process of clients. ``slots``: most wanted first; ``process``: its number."""

    servers: list[str]
    slots: list[str]
    clients: int
    seconds: float
    process: int
    seed: int
    record: str

    def write(self, file: Path) -> None:
        """For the process that will run it."""
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> "ClientPlan":
        """As written."""
        return cls(**json.loads(file.read_text(encoding="utf-8")))


class SlotPicker:
    """The soonest slots not known to be full: all clients of the process look at the same list."""

    def __init__(self, slots: list[str], width: int, chance: random.Random) -> None:
        self._slots, self._width, self._chance = slots, width, chance
        self._full: set[str] = set()

    def pick(self) -> str | None:
        """A slot among the soonest, or ``None`` when all are full."""
        window = self._slots[: self._width]
        return self._chance.choice(window) if window else None

    def mark_full(self, slot: str) -> None:
        """Drop a slot that is full."""
        if slot not in self._full:
            self._full.add(slot)
            self._slots.remove(slot)


@dataclass(slots=True)
class RetriedAttempt:
    """An attempt under way."""

    attempt: BookingAttempt
    client: httpx.AsyncClient
    servers: list[str]
    give_up_at: float
    retries: int = 0

    async def send(self, path: str, body: dict[str, Any], headers: dict[str, str]) -> httpx.Response | None:
        """Ask until a server answers for good, each time the next one; ``None`` when none did before the time ran out.

        An answer of 5xx leaves open whether it was done, as a broken connection does: the same is asked again.
        """
        while time.time() < self.give_up_at:
            address = self.servers[self.retries % len(self.servers)]
            try:
                response = await self.client.post(address + path, json=body, headers=headers)
            except httpx.TransportError:
                response = None
            if response is not None and response.status_code < 500:
                return response
            self.retries += 1
            await asyncio.sleep(PAUSE_SECONDS)
        return None


class LoadClients:
    """The clients of a process and what they share."""

    def __init__(self, plan: ClientPlan, record: ClientRecord) -> None:
        self._plan, self._record = plan, record
        self._chance = random.Random(f"{plan.seed}-{plan.process}")
        self._wanted = SlotPicker(list(plan.slots), WIDTH * plan.clients, self._chance)
        self._deadline = time.time() + plan.seconds
        self._tls = ssl.create_default_context()  # one for all: httpx would load certificates for each client
        self._people = 0

    async def run(self) -> None:
        """Everybody until the time is over and each has an answer."""
        await asyncio.gather(*(self._citizens(number) for number in range(self._plan.clients)))

    async def _citizens(self, number: int) -> None:
        """Book for one citizen after another over one connection."""
        servers = self._plan.servers
        servers = servers[number % len(servers) :] + servers[: number % len(servers)]
        async with httpx.AsyncClient(timeout=30, verify=self._tls) as client:
            while time.time() < self._deadline and (slot := self._wanted.pick()) is not None:
                attempt = self._attempt(slot)
                tried = RetriedAttempt(attempt, client, servers, self._deadline + SETTLE_SECONDS)
                self._record.began(attempt)
                started = time.time()
                told = await _book(tried)
                outcome = BookingOutcome(
                    attempt, at=time.time(), seconds=time.time() - started, retries=tried.retries, **told
                )
                self._record.ended(outcome)
                if outcome.code == "slot_taken":
                    self._wanted.mark_full(slot)

    def _attempt(self, slot: str) -> BookingAttempt:
        self._people += 1
        digits = f"{10_000_000 * (1 + self._plan.process % 9) + self._people:08d}"
        key = f"load-{self._plan.seed}-{self._plan.process}-{self._people}"
        return BookingAttempt(key, digits + dni.calc_check_digit(digits), slot)


async def _book(tried: RetriedAttempt) -> dict[str, Any]:
    """Hold, then commit under the key: ``ending``, and ``locator`` or ``code``."""
    attempt = tried.attempt
    held = await tried.send("/v1/holds", {"slot_id": attempt.slot_id}, {})
    if held is None or held.status_code != 201:
        return _refused(held)
    body = {"hold_id": held.json()["hold_id"], "document": attempt.document, "need": load_bookable().need}
    booked = await tried.send("/v1/appointments", body, {"Idempotency-Key": attempt.key})
    if booked is None or booked.status_code != 201:
        return _refused(booked)
    return {"ending": "confirmed", "locator": booked.json()["locator"]}


def _refused(response: httpx.Response | None) -> dict[str, Any]:
    return {"ending": "unsettled"} if response is None else {"ending": "refused", "code": response.json()["code"]}


def main(file: Path) -> None:
    """Run a plan."""
    plan = ClientPlan.load(file)
    with Path(plan.record).open("a", encoding="utf-8") as record:
        asyncio.run(LoadClients(plan, ClientRecord(record)).run())
    sys.stdout.write(json.dumps({"cpu_seconds": time.process_time()}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
