"""Times in milliseconds and memory in MB, as the benches print them."""

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

Figures = dict[str, float | int | str]
LEAST_TIMES = 2
"""Fewer have no percentile."""


def percentile(seconds: Sequence[float], percent: int) -> float:
    """In milliseconds; NaN with fewer than ``LEAST_TIMES``."""
    if len(seconds) < LEAST_TIMES:
        return float("nan")
    return round(statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1] * 1000, 2)


def resident_mb(process: int | str = "self") -> float:
    """Resident memory of a process; NaN where the system does not say (no /proc)."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return float("nan")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


@contextmanager
def timed(times: list[float]) -> Iterator[None]:
    """Append how long the block took, in seconds."""
    started = time.perf_counter()
    yield
    times.append(time.perf_counter() - started)
