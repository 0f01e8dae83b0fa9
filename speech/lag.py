"""How long after it was said a word is final."""

from dataclasses import dataclass, field

from speech.segments import Final, Heard, Partial


@dataclass(slots=True)
class LagMeter:
    """Of one track heard in real time. ``lags``: of each word, seconds from its end until it could no longer change."""

    lags: list[float] = field(default_factory=list)
    _final: int = 0
    _stayed: int = 0

    def hear(self, heard: Heard, at: float) -> None:
        """``at``: seconds of the track that had been spoken when this was told."""
        if isinstance(heard, Final):
            self._stay([word.end for word in heard.segment.words], at)
            self._final += len(heard.segment.words)
        elif isinstance(heard, Partial):
            self._stay([word.end for word in heard.stable], at)

    def _stay(self, ends: list[float], at: float) -> None:
        new = ends[max(0, self._stayed - self._final) :]
        self.lags += [at - end for end in new]
        self._stayed = max(self._stayed, self._final + len(ends))

    @property
    def mean(self) -> float:
        """0 when nothing was said."""
        return sum(self.lags) / len(self.lags) if self.lags else 0.0

    @property
    def p95(self) -> float:
        """0 when nothing was said."""
        return sorted(self.lags)[int(0.95 * (len(self.lags) - 1))] if self.lags else 0.0
