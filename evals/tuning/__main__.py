"""``python -m evals.tuning``: tune the encoder on everything taught and keep the adapter; or say what it is worth.

``--further``: one pass more from the adapter that is kept, a fifth of the time.

``--head``: fit what reads its vectors to everything taught, and keep it. After any change of the sentences, and last.

``--hold-out N``: leave out every fifth group of sentences, from N (0 to 4). ``--style situation``: leave out one way of
asking. Then nothing is kept but the counts: the sentences left out are named by a classifier and an encoder that never
saw them. ``--pool``: the table of all folds counted so far.
"""

import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.store import keep_labels
from agents.understanding.needs.examples import Example, all_examples
from agents.understanding.needs.head import KEPT, save_head
from agents.understanding.needs.model import fit_whole_head, train
from api.settings import load_settings
from api.wiring import CONTENT, build_encoder
from evals.tuning.estimate import Estimate, left_out
from evals.tuning.train import Recipe, Tuned, further, tune
from knowledge.catalogue_files import load_catalogue
from knowledge.utterances import load_utterances
from knowledge.weights.adapter import load_adapter, save_adapter
from knowledge.weights.store import ModelStore

ADAPTER = Path("knowledge/weights/needs_adapter.npz")
BASE = "multilingual-e5-small"


def main(
    hold_out: Annotated[int | None, typer.Option(min=0, max=4, help="Fold of the groups left out.")] = None,
    style: Annotated[str | None, typer.Option(help="Way of asking left out.")] = None,
    more: Annotated[bool, typer.Option("--further", help="One pass from the adapter that is kept.")] = False,
    head: Annotated[bool, typer.Option(help="Fit only the head that is kept, to the encoder as it is.")] = False,
    pool: Annotated[bool, typer.Option(help="The table of the folds counted so far.")] = False,
) -> None:
    """Takes about an hour on one core, the head alone about ten minutes on two."""
    counted = load_settings().data_dir / "tuning"
    if pool:
        _show_pool(sorted(counted.glob("fold-*.json")))
        return
    catalogue = load_catalogue(CONTENT)
    examples = all_examples(catalogue, load_utterances(CONTENT, catalogue))
    if head:
        _keep_head(examples)
        return
    out = left_out(examples, hold_out, style)
    if out and more:
        raise typer.BadParameter(
            "what is kept has seen every sentence: nothing would be left out", param_hint="--further"
        )
    taught = [row for row in range(len(examples)) if row not in out]
    typer.echo(f"{len(taught)} sentences to tune on, {len(out)} left out")
    recipe = further(load_adapter(ADAPTER)) if more else Recipe()
    tuned = tune(examples, taught, ModelStore(load_settings().data_dir / "models").path(BASE), recipe, _tell())
    if out:
        estimate = _estimate(examples, taught, sorted(out), tuned)
        estimate.save(counted / (f"fold-{hold_out}.json" if style is None else f"style-{style}.json"))
        typer.echo(estimate.table())
    else:
        save_adapter(tuned.network.adapter(), ADAPTER)
        typer.echo(
            f"{ADAPTER}: sha256 {sha256(ADAPTER.read_bytes()).hexdigest()}; write it in knowledge/weights/specs.py"
        )


def _show_pool(folds: Sequence[Path]) -> None:
    if not folds:
        raise typer.BadParameter("no fold has been counted yet: run --hold-out N first", param_hint="--pool")
    typer.echo(f"folds: {', '.join(fold.stem.removeprefix('fold-') for fold in folds)}")
    typer.echo(Estimate.pooled(map(Estimate.load, folds)).table())


def _keep_head(examples: Sequence[Example]) -> None:
    settings = load_settings()
    encoder = build_encoder(settings, settings.needs_encoder_model)
    vectors = encoder.encode([example.text for example in examples])
    save_head(fit_whole_head(examples, vectors), examples, encoder.identity)
    typer.echo(f"{KEPT.name}: fitted to {len(examples)} sentences")
    keep_labels(examples, build_act_reader(), encoder)


def _estimate(examples: Sequence[Example], taught: list[int], out: list[int], tuned: Tuned) -> Estimate:
    vectors = tuned.network.vectors(tuned.prepared)
    row_of = {examples[row].text: row for row in taught}
    known = [examples[row] for row in taught]
    head = fit_whole_head(known, vectors[taught])
    model = train(known, lambda texts: vectors[[row_of[text] for text in texts]], head)
    return Estimate.of(model, [(examples[row], vectors[row]) for row in out])


def _tell() -> Callable[[str], None]:
    begun = time.monotonic()
    return lambda text: typer.echo(f"{text} ({time.monotonic() - begun:.0f} s)")


if __name__ == "__main__":
    typer.run(main)
