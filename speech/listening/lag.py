"""Word latency: the time until a word is shown, and until it is final."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from speech.segments import Final, Heard, Partial


@dataclass(slots=True)
class LagMeter:
    """Latencies of one track heard in real time, in seconds from the end of each word.

    ``lags``: until it could no longer change. ``shown``: until there was a word in its place.
    """

    lags: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    _final: int = 0
    _stayed: int = 0
    _shows: list[tuple[float, int]] = field(default_factory=list)

    def hear(self, heard: Heard, at: float) -> None:
        """``at``: seconds of the track that had been spoken when this was told."""
        if isinstance(heard, Final):
            ends = [word.end for word in heard.segment.words]
            self._show(at, len(ends))
            self._stay(ends, at)
            self.shown += [self._first(self._final + place) - end for place, end in enumerate(ends)]
            self._final += len(ends)
        elif isinstance(heard, Partial):
            self._show(at, len(heard.stable) + len(heard.tentative.split()))
            self._stay([word.end for word in heard.stable], at)

    def _stay(self, ends: list[float], at: float) -> None:
        new = ends[max(0, self._stayed - self._final) :]
        self.lags += [at - end for end in new]
        self._stayed = max(self._stayed, self._final + len(ends))

    def _show(self, at: float, count: int) -> None:
        self._shows.append((at, self._final + count))

    def _first(self, place: int) -> float:
        return next(at for at, count in self._shows if count > place)


def mean(lags: Sequence[float]) -> float:
    """0 when nothing was said."""
    return sum(lags) / len(lags) if lags else 0.0


def p95(lags: Sequence[float]) -> float:
    """0 when nothing was said."""
    return sorted(lags)[int(0.95 * (len(lags) - 1))] if lags else 0.0
