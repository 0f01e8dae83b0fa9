"""``isac bench``: figures of this machine, for people or as JSON."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from api.settings.settings import Settings, load_settings
from api.wiring.booking import build_slots
from api.wiring.early import HASHING
from api.wiring.models import build_models
from api.wiring.services import build_services
from evals.apart import apart
from evals.bench.booking import bench_booking
from evals.bench.booking_load import Load, bench_booking_load
from evals.bench.copilot import bench_copilot
from evals.bench.crowd import CrowdPlan, Protection, bench_crowd
from evals.bench.floor import bench_floor
from evals.bench.long_calls import bench_long_calls
from evals.bench.open_question import bench_open_question
from evals.bench.search import LARGE, SIZES, bench_search
from evals.bench.speech import bench_speech
from evals.bench.timing import Figures
from evals.bench.turns import bench_turns
from evals.bench.understand import bench_understand
from knowledge.administration import load_administration
from tools.appointments.slots import BookingRules
from tools.store.database import Database

Measure = Callable[[Settings, float], Figures]


@dataclass(frozen=True, slots=True)
class Bench:
    """Something to measure. One that is not ``quick`` is run by its name only."""

    about: str
    measure: Measure
    quick: bool = True


def run(what: str | None, seconds: float, *, as_json: bool, variant: Measure | None = None) -> None:
    """Run one bench, or all quick ones; ``variant`` replaces the one that is named.

    SystemExit 2 when there is none of that name.
    """
    if what is not None and what not in BENCHES:
        sys.stderr.write(f"no bench {what}; there are {', '.join(BENCHES)}\n")
        raise SystemExit(2)
    settings, console = load_settings(), Console(stderr=True)
    measures = {name: bench.measure for name, bench in BENCHES.items()}
    if what is not None and variant is not None:
        measures[what] = variant
    if what is None:
        _list(console)
    results: dict[str, Figures] = {}
    for name in [what] if what else [name for name, bench in BENCHES.items() if bench.quick]:
        with console.status(f"{name}: about {seconds:g} s"):
            results[name] = measures[name](settings, seconds)
    if as_json:
        sys.stdout.write(json.dumps(results[what] if what else results) + "\n")
        return
    for name, figures in results.items():
        _show(name, figures)


def understand(settings: Settings, seconds: float) -> Figures:
    """See ``bench_understand``."""
    return bench_understand(build_models(settings), seconds)


def search(settings: Settings, seconds: float) -> Figures:
    """See ``bench_search``."""
    return bench_search(build_models(settings), seconds, kind=settings.index_kind)


def search_large(settings: Settings, seconds: float) -> Figures:
    """See ``bench_search``; with a million passages after the others."""
    return bench_search(build_models(settings), seconds, (*SIZES, LARGE), settings.index_kind)


def booking_load(servers: int, clients: int, *, kill: bool, seed: int) -> Measure:
    """See ``bench_booking_load``.

    The servers run without model weights, which booking does not use: they start sooner. The first run on a machine
    builds their caches, which takes a minute or two.
    """

    def measure(settings: Settings, seconds: float) -> Figures:
        quick = settings.model_copy(update={"encoder_model": HASHING, "needs_encoder_model": HASHING})
        return bench_booking_load(quick, Load(servers, clients, seconds, kill, seed))

    return measure


def long_calls(calls: int) -> Measure:
    """See ``bench_long_calls``."""
    return lambda settings, seconds: bench_long_calls(settings, calls, seconds)


def booking(settings: Settings, seconds: float) -> Figures:
    """See ``bench_booking``; on a temporary database."""

    models = build_models(settings)

    async def measure() -> Figures:
        with tempfile.TemporaryDirectory(prefix="isac-bench-") as folder:
            database = await Database.start(None, Path(folder))
            try:
                services = await build_services(apart(settings, database.url, Path(folder)), models=models)
                try:
                    return asdict(await bench_booking(services.booking.book, services.booking.offices, seconds=seconds))
                finally:
                    await services.close()
            finally:
                await database.close()

    return asyncio.run(measure())


def crowd(settings: Settings, seconds: float) -> Figures:
    """See ``bench_crowd``: as the settings protect, then without protection. It ends when the crowd's day does."""
    bare = BookingRules(hold=timedelta(minutes=settings.hold_minutes))
    administration = load_administration(settings.administration)
    rules = build_slots(settings, administration).rules
    cases = {
        "": Protection(administration, rules, in_line=True),
        "unprotected_": Protection(administration, bare, in_line=False),
    }

    async def measure() -> Figures:
        figures: Figures = {}
        for prefix, protection in cases.items():
            with tempfile.TemporaryDirectory(prefix="isac-bench-") as folder:
                database = await Database.start(None, Path(folder))
                try:
                    found = await bench_crowd(database, CrowdPlan(), protection)
                finally:
                    await database.close()
            figures |= {f"{prefix}{name}": value for name, value in asdict(found).items()}
        return figures

    return asyncio.run(measure())


BENCHES: dict[str, Bench] = {
    "turns": Bench("turns of conversations over HTTP, against a real server", bench_turns),
    "understand": Bench("language and need of one sentence", understand),
    "search": Bench("our passages, and up to 100,000; --large: a million too", search),
    "booking": Bench("the appointment book under many at once; --servers: over HTTP", booking),
    "speech": Bench("calls written down while spoken: 1, 4 and 8 at once; --calls: a server's memory", bench_speech),
    "question": Bench("seconds from the end of a spoken question to its need", bench_open_question, quick=False),
    "copilot": Bench("advice on each utterance of four calls on two threads", bench_copilot, quick=False),
    "crowd": Bench("hoarders against citizens, with and without fair booking: minutes", crowd, quick=False),
    "floor": Bench("citizens and agents on two servers that are killed; --seconds 600", bench_floor, quick=False),
}


def _list(console: Console) -> None:
    """List the benches on standard error, apart from the figures."""
    table = Table("bench", "measures", "runs")
    for name, bench in BENCHES.items():
        table.add_row(name, bench.about, "now" if bench.quick else f"isac bench {name}")
    table.add_row("search --large", "a million passages: ten minutes, 8 GB", "isac bench search --large")
    console.print(table)


def _show(name: str, figures: Figures) -> None:
    table = Table("figure", "value", title=name, title_justify="left")
    for figure, value in figures.items():
        table.add_row(figure, str(value))
    Console().print(table)
