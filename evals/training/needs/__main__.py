"""``python -m evals.training.needs``: tune the encoder on everything taught, or measure what that is worth.

``--further``: one pass more from the adapter that is kept, a fifth of the time.

``--head``: fit what reads its vectors to everything taught, and keep it. After any change of the sentences, and last.
Vectors of sentences are remembered: the next time only new ones are encoded, and it takes a minute.

``--hold-out N``: leave out one fold of five (0 to 4) of the groups of sentences. ``--style situation``: leave out one
way of asking. Both can be given several times: the cuts are taken one after the other. Then nothing is kept but the
counts: the sentences left out are named by a classifier and an encoder that never saw them. ``--quick`` takes a fifth
of the time: the encoder is tuned in one pass over every second sentence, and is a little worse than the one kept.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.store import Taught, keep_labels
from agents.understanding.needs.examples import Example, all_examples
from agents.understanding.needs.head import KEPT, save_head
from agents.understanding.needs.model import fit_whole_head, train
from agents.understanding.needs.scope import Thresholds, decide
from agents.understanding.tables import own_model
from api.settings.settings import load_settings
from api.wiring.services import build_encoder
from evals.questions.measure import body_of
from evals.training.needs.estimate import Estimate, Judged, fold_rows, style_rows
from evals.training.needs.remembered import Remembered
from evals.training.needs.train import Recipe, Tuned, Tuner, further
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from knowledge.weights.adapter import load_adapter, save_adapter
from knowledge.weights.model_store import ModelStore

ADAPTER = Path("knowledge/weights/needs_adapter.npz")
BASE = "multilingual-e5-small"


def main(
    hold_out: Annotated[list[int] | None, typer.Option(min=0, max=4, help="Fold of the groups left out.")] = None,
    style: Annotated[list[str] | None, typer.Option(help="Way of asking left out.")] = None,
    quick: Annotated[
        bool, typer.Option(help="With a cut: one pass over half of what is taught, not five over all.")
    ] = False,
    more: Annotated[bool, typer.Option("--further", help="One pass from the adapter that is kept.")] = False,
    head: Annotated[bool, typer.Option(help="Fit only the head that is kept, to the encoder as it is.")] = False,
) -> None:
    """Takes about an hour on one core, the head alone about ten minutes on two."""
    cuts = [*(f"fold-{number}" for number in hold_out or ()), *(f"style-{name}" for name in style or ())]
    if more and (head or cuts):
        raise typer.BadParameter("goes alone: what is kept has seen every sentence", param_hint="--further")
    if head and cuts:
        raise typer.BadParameter("a head that is kept leaves nothing out", param_hint="--head")
    if quick and not cuts:
        raise typer.BadParameter("is for estimates: name what is left out", param_hint="--quick")
    administration = load_administration(load_settings().administration)
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    if head:
        _keep_head(administration, examples)
    elif cuts:
        _count(examples, cuts, partial(body_of, administration, catalogue), quick=quick)
    else:
        _keep_adapter(examples, further(load_adapter(ADAPTER)) if more else Recipe())


def _keep_adapter(examples: Sequence[Example], recipe: Recipe) -> None:
    typer.echo(f"{len(examples)} sentences to tune on")
    tuned = Tuner(_base(), recipe, _tell()).tune(examples, range(len(examples)))
    save_adapter(tuned.network.adapter(), ADAPTER)
    typer.echo(f"{ADAPTER}: sha256 {sha256(ADAPTER.read_bytes()).hexdigest()}; write it in knowledge/weights/specs.py")


def _count(examples: Sequence[Example], cuts: Sequence[str], body: Callable[[str | None], str], *, quick: bool) -> None:
    """Of each cut the sentences left out, judged by an encoder tuned on the others and a classifier fitted to them."""
    recipe, step = (Recipe(epochs=1), 2) if quick else (Recipe(), 1)
    tuner, folder, prepared = Tuner(_base(), recipe, _tell()), load_settings().data_dir / "tuning", None
    for cut in cuts:
        out = _rows_of(cut, examples)
        taught = [row for row in range(len(examples)) if row not in out]
        typer.echo(f"{cut}: {len(taught[::step])} sentences to tune on, {len(taught)} to fit, {len(out)} left out")
        tuned = tuner.tune(examples, taught[::step], prepared)
        prepared = tuned.prepared
        estimate = Estimate.of(judge(examples, taught, sorted(out), tuned), body)
        estimate.save(folder / f"{cut}.json")
        typer.echo(estimate.table())
    folds = sorted(folder.glob("fold-*.json"))
    if folds:
        typer.echo(f"all folds counted so far: {', '.join(fold.stem for fold in folds)}")
        typer.echo(Estimate.pooled(map(Estimate.load, folds)).table())


def _rows_of(cut: str, examples: Sequence[Example]) -> frozenset[int]:
    kind, _, which = cut.partition("-")
    rows = fold_rows(examples, int(which)) if kind == "fold" else style_rows(examples, which)
    if not rows:
        styles = ", ".join(sorted({example.style for example in examples if example.own}))
        raise typer.BadParameter(f"nothing is left out; ways of asking: {styles}", param_hint="--style")
    return rows


def _base() -> Path:
    return ModelStore(load_settings().data_dir / "models").path(BASE)


def _keep_head(administration: Administration, examples: Sequence[Example]) -> None:
    settings = load_settings()
    encoder = Remembered(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    vectors = encoder.encode([example.text for example in examples])
    save_head(fit_whole_head(examples, vectors), examples, encoder.identity, own_model(administration, KEPT))
    typer.echo(f"{KEPT}: fitted to {len(examples)} sentences")
    keep_labels(Taught(examples, frozenset(administration.exceptional_needs)), build_act_reader(), encoder)
    encoder.save()


def judge(examples: Sequence[Example], taught: Sequence[int], out: Sequence[int], tuned: Tuned) -> Iterator[Judged]:
    """The rows left out, by a classifier fitted to the rows taught, with the thresholds of the service."""
    vectors = tuned.network.vectors(tuned.prepared)
    row_of = {examples[row].text: row for row in taught}
    known = [examples[row] for row in taught]
    head = fit_whole_head(known, vectors[list(taught)])
    model = train(known, lambda texts: vectors[[row_of[text] for text in texts]], head)
    for row in out:
        shares = model.probabilities(examples[row].text, examples[row].language, vectors[row])
        yield examples[row], decide(shares, Thresholds())


def _tell() -> Callable[[str], None]:
    begun = time.monotonic()
    return lambda text: typer.echo(f"{text} ({time.monotonic() - begun:.0f} s)")


if __name__ == "__main__":
    typer.run(main)
