"""``isac train needs``: tune the encoder on everything taught, or measure what that is worth.

Held-out sentences are named by a classifier and an encoder that never saw them; nothing is kept then but the counts.
``quick`` takes a fifth of the time: one pass over every second sentence, a little worse than the encoder that is kept.
``further`` goes on from the encoder that is kept, and teaches it questions of answer units and what people say besides.
Vectors of sentences are kept between fits of the head: the next fit encodes only new ones, and takes a minute.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import typer

from agents.understanding.appointments.steps import step_examples
from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.trained_labels import LabelSources, keep_labels
from agents.understanding.needs.head import KEPT, save_head
from agents.understanding.needs.need_decision import Thresholds, select_need
from agents.understanding.needs.need_examples import NeedExample, all_examples
from agents.understanding.needs.need_model import fit_whole_head, train
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.questions.measure import body_of
from evals.training.needs import ADAPTER
from evals.training.needs.conversations import as_questions, load_conversations
from evals.training.needs.estimate import Estimate, Judged, fold_rows, style_rows
from evals.training.needs.lessons import act_lesson, label_lesson, need_lesson, ordinary_messages, question_lesson
from evals.training.needs.network import Network
from evals.training.needs.stored_vectors import StoredVectors
from evals.training.needs.together import TOGETHER, tune_together
from evals.training.needs.train import Tuned, Tuner, TuningRecipe
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import load_questions
from knowledge.content.utterances import load_utterances
from knowledge.search.knowledge_base import unit_lines
from knowledge.weights.adapter import load_adapter, save_adapter
from knowledge.weights.model_store import ModelStore

BASE = "multilingual-e5-small"


@dataclass(frozen=True, slots=True)
class NeedsFit:
    """``cuts``: what is held out, ``fold-N`` (0 to 4) or ``style-NAME``, one after the other; ``head``: fit only what
    reads the vectors; ``further``: one pass over all that is taught, from the adapter that is kept.
    """

    cuts: Sequence[str] = ()
    quick: bool = False
    further: bool = False
    head: bool = False


def fit_needs(asked: NeedsFit) -> None:
    """Fit and keep, or hold out and count. An hour on one core; the head alone ten minutes on two."""
    administration = load_administration(load_settings().administration)
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    if asked.head:
        _keep_head(administration, examples)
    elif asked.cuts:
        _count(examples, asked.cuts, partial(body_of, administration, catalogue), quick=asked.quick)
    else:
        _keep_adapter(_go_on(administration, examples) if asked.further else _tune(examples))


def _tune(examples: Sequence[NeedExample]) -> Network:
    typer.echo(f"{len(examples)} sentences to tune on")
    return Tuner(_base(), TuningRecipe(), _tell()).tune(examples, range(len(examples))).network


def _go_on(administration: Administration, examples: Sequence[NeedExample]) -> Network:
    encoder = _stored_vectors()
    lines = unit_lines(administration)
    written = list(as_questions(load_conversations(administration, "written", lines)))
    lessons = [
        need_lesson(examples, encoder),
        question_lesson(load_questions(administration, lines), written, encoder),
        label_lesson(administration, encoder),
        act_lesson(step_examples(), encoder),
    ]
    encoder.save()
    typer.echo(", ".join(f"{len(lesson.texts)} {lesson.name}" for lesson in lessons))
    return tune_together(_base(), load_adapter(ADAPTER), lessons, TOGETHER, _tell())


def _keep_adapter(network: Network) -> None:
    save_adapter(network.adapter(), ADAPTER)
    typer.echo(f"{ADAPTER}: sha256 {sha256(ADAPTER.read_bytes()).hexdigest()}; write it in knowledge/weights/specs.py")


def _count(
    examples: Sequence[NeedExample], cuts: Sequence[str], body: Callable[[str | None], str], *, quick: bool
) -> None:
    """Judge the held-out sentences of each cut by an encoder and a classifier fitted to the others."""
    recipe, step = (TuningRecipe(epochs=1), 2) if quick else (TuningRecipe(), 1)
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


def _rows_of(cut: str, examples: Sequence[NeedExample]) -> frozenset[int]:
    kind, _, which = cut.partition("-")
    rows = fold_rows(examples, int(which)) if kind == "fold" else style_rows(examples, which)
    if not rows:
        styles = ", ".join(sorted({example.style for example in examples if example.own}))
        raise typer.BadParameter(f"nothing is left out; ways of asking: {styles}", param_hint="--style")
    return rows


def _base() -> Path:
    return ModelStore(load_settings().data_dir / "models").path(BASE)


def _keep_head(administration: Administration, examples: Sequence[NeedExample]) -> None:
    encoder = _stored_vectors()
    vectors = encoder.encode([example.text for example in examples])
    save_head(fit_whole_head(examples, vectors), examples, encoder.identity, own_model(administration, KEPT))
    typer.echo(f"{KEPT}: fitted to {len(examples)} sentences")
    lines = unit_lines(administration)
    written = load_conversations(administration, "written", lines)
    ordinary = ordinary_messages(administration, load_questions(administration, lines), written)
    about = LabelSources(administration, examples, ordinary)
    keep_labels(about, build_act_reader(administration), encoder)
    encoder.save()


def _stored_vectors() -> StoredVectors:
    settings = load_settings()
    return StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")


def judge(examples: Sequence[NeedExample], taught: Sequence[int], out: Sequence[int], tuned: Tuned) -> Iterator[Judged]:
    """The rows left out, by a classifier fitted to the rows taught, with the thresholds of the service."""
    vectors = tuned.network.vectors(tuned.prepared)
    row_of = {examples[row].text: row for row in taught}
    known = [examples[row] for row in taught]
    head = fit_whole_head(known, vectors[list(taught)])
    model = train(known, lambda texts: vectors[[row_of[text] for text in texts]], head)
    for row in out:
        shares = model.probabilities(examples[row].text, examples[row].language, vectors[row])
        yield examples[row], select_need(shares, Thresholds())


def _tell() -> Callable[[str], None]:
    begun = time.monotonic()
    return lambda text: typer.echo(f"{text} ({time.monotonic() - begun:.0f} s)")
