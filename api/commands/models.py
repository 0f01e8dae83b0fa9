"""``isac models``: what is on this machine."""

import json
import sys
from dataclasses import asdict

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from api.settings.settings import load_settings
from knowledge.errors import WeightsCorrupt, WeightsMissing
from knowledge.weights.model_store import ModelStore


def store() -> ModelStore:
    """The model store of the settings."""
    return ModelStore(load_settings().data_dir / "models")


def list_models(*, as_json: bool) -> None:
    """Every model known, ready or not."""
    states = store().list()
    if as_json:
        lines = [{**asdict(state), "path": str(state.path)} for state in states]
        sys.stdout.write(json.dumps(lines, ensure_ascii=False) + "\n")
        return
    table = Table("name", "ready", "licence", "origin", "path")
    for state in states:
        table.add_row(state.name, "yes" if state.ready else "no", state.licence, state.origin, str(state.path))
    Console().print(table)


def fetch_models(names: list[str]) -> None:
    """Assemble, with a progress bar each. Raises WeightsMissing, WeightsCorrupt, OSError."""
    models = store()
    with Progress(console=Console(stderr=True)) as progress:
        for name in names or [state.name for state in models.list()]:
            bar = progress.add_task(name, total=1.0)

            def advance(step: str, share: float, bar: object = bar, name: str = name) -> None:
                progress.update(bar, completed=share, description=f"{name}: {step}")  # type: ignore[arg-type]  # TaskID

            models.fetch(name, advance)


def verify_models(names: list[str]) -> int:
    """Print a line for each model; return 1 when one is missing or differs."""
    models, failed = store(), False
    for name in names or [state.name for state in models.list()]:
        try:
            models.verify(name)
        except (WeightsMissing, WeightsCorrupt) as error:
            failed = True
            sys.stdout.write(f"{name}: {error}\n")
        else:
            sys.stdout.write(f"{name}: good\n")
    return 1 if failed else 0
