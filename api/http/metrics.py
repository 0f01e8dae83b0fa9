"""Figures for Prometheus. Labels are routes and codes, never anything a person wrote."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from agents.reception.turns.turn import Turn


class Metrics:
    """The metrics of an application, with a registry of its own: two applications may share a process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "isac_requests", "Requests answered", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram("isac_request_seconds", "Time to answer", ["route"], registry=self._registry)
        self._turns = Counter("isac_turns", "Turns answered", ["language", "completeness"], registry=self._registry)
        self._gaps_lost = Gauge(
            "isac_gaps_lost", "Questions without an answer that could not be kept", registry=self._registry
        )
        self._calls = Gauge("isac_calls", "Calls heard by this process", registry=self._registry)
        self._set_aside = Gauge(
            "isac_calls_set_aside", "Tracks of calls whose sound does not open with the key", registry=self._registry
        )
        self._wordings = Gauge(
            "isac_wordings", "Texts that a chat model might word, by outcome", ["outcome"], registry=self._registry
        )
        self._webhooks = Gauge(
            "isac_webhook_deliveries",
            "Messages to webhooks, by what came of an attempt",
            ["outcome"],
            registry=self._registry,
        )
        self._hand_offs = Counter("isac_hand_offs", "Hand-offs to a person", ["reason"], registry=self._registry)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request, by the template of its route."""
        known = method if method in ("GET", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS") else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def turn(self, turn: Turn) -> None:
        """Count a turn of a conversation. A hand-off counts once, however often it is repeated."""
        self._turns.labels(turn.language, turn.completeness).inc()
        if turn.hand_off is not None and not turn.repeats:
            self._hand_offs.labels(turn.hand_off.reason).inc()

    def gaps_lost(self, count: int) -> None:
        """Those of this process since it started."""
        self._gaps_lost.set(count)

    def calls(self, count: int, set_aside: int) -> None:
        """Those that this process hears now, and what was set aside on this machine."""
        self._calls.set(count)
        self._set_aside.set(set_aside)

    def wordings(self, counts: Mapping[str, int]) -> None:
        """Those of this process since it started; ``worded`` was said, of all others the approved text."""
        for outcome, count in counts.items():
            self._wordings.labels(outcome).set(count)

    def webhooks(self, outcomes: Mapping[str, int]) -> None:
        """Those of this process since it started: delivered, failed, given_up."""
        for outcome, count in outcomes.items():
            self._webhooks.labels(outcome).set(count)

    def text(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self._registry)
