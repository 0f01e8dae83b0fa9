"""``isac train labels``: fit the model of labels alone, or count what it hears of sentences that did not teach it.

Left out together are the sentences of one line of a table, in every language, and the questions of one group. Counted
are labels as they are given to the conversation, by words and by the model, and false alarms on all that people ask.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

from agents.understanding.labels.acts import ActReader, build_act_reader
from agents.understanding.labels.label_examples import TALK, LabelExample, label_examples
from agents.understanding.labels.label_reader import LabelReader
from agents.understanding.labels.pleas import confirmed
from agents.understanding.labels.trained_labels import LabelSources, fit_labels, keep_labels
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED, NeedExample, all_examples, scope_of
from agents.understanding.shared.labels import DANGERS, Label
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.figures import Share
from evals.training.needs.conversations import load_conversations
from evals.training.needs.lessons import ordinary_messages
from evals.training.needs.stored_vectors import StoredVectors
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import load_questions
from knowledge.content.utterances import load_utterances
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES, Language
from knowledge.search.knowledge_base import unit_lines
from tools.reading.folding import fold

FOLDS = 3
_CHUNK = 2_000
_T = TypeVar("_T")

Heard = frozenset[Label]
Key = tuple[str, Language]
"""What is counted, and in which language."""


def train_labels(*, measure: bool) -> None:
    """Fit and keep, or count by folds."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    acts = build_act_reader(administration)
    if measure:
        _tell(count_folds(administration, examples, acts, encoder, range(FOLDS)))
    else:
        lines = unit_lines(administration)
        written = load_conversations(administration, "written", lines)
        ordinary = ordinary_messages(administration, load_questions(administration, lines), written)
        keep_labels(LabelSources(administration, examples, ordinary), acts, encoder)
    encoder.save()


def count_folds(
    administration: Administration,
    examples: Sequence[NeedExample],
    acts: ActReader,
    encoder: Encoder,
    folds: Sequence[int],
) -> Counter[tuple[Key, bool]]:
    """How often each thing was heard, and how often not."""
    counts: Counter[tuple[Key, bool]] = Counter()
    taught = label_examples(administration)
    said = _said(taught)
    for left_out in folds:
        known = [one for one in taught if _fold(one.line) != left_out]
        seen = {one.text for one in known}
        about = LabelSources(administration, [one for one in examples if _fold(one.group) != left_out])
        reader = LabelReader(fit_labels(known, about, acts, encoder))
        out = [one for one in taught if _fold(one.line) == left_out and one.text not in seen]
        for one, heard in _read([(one, one.text) for one in out], reader, acts, encoder):
            counts.update((key, yes) for key, yes in _of_sentence(one, heard, said[one.text]))
        asked = [
            one for one in examples
            if one.own and _fold(one.group) == left_out and one.label not in administration.exceptional_needs
        ]  # fmt: skip
        for question, heard in _read([(one, one.text) for one in asked], reader, acts, encoder):
            counts.update(
                (key, yes) for key, yes in _of_question(question, heard, said.get(question.text, frozenset()))
            )
        sys.stdout.write(f"fold {left_out + 1} of {FOLDS}: {reader.model.bounds}\n")
    return counts


def hear(text: str, reader: LabelReader, acts: ActReader, encoder: Encoder) -> Heard:
    """The labels of a message, as the conversation is given them but for what its context rules out."""
    texts = reader.texts_to_encode(text)
    guessed = reader.guess_labels(texts, encoder.encode(texts))
    return confirmed(acts.find_acts(fold(text), text), guessed.pleas.may_be_danger).joined(guessed.labels).labels


def _read(
    rows: Sequence[tuple[_T, str]], reader: LabelReader, acts: ActReader, encoder: Encoder
) -> Iterator[tuple[_T, Heard]]:
    for start in range(0, len(rows), _CHUNK):
        part = rows[start : start + _CHUNK]
        encoder.encode([look for _, text in part for look in reader.texts_to_encode(text)])  # together: it is quicker
        yield from ((one, hear(text, reader, acts, encoder)) for one, text in part)


def _of_sentence(one: LabelExample, heard: Heard, said: Heard) -> Iterator[tuple[Key, bool]]:
    if one.carries:
        for label in one.labels & (DANGERS | TALK):
            yield (f"{label} heard", one.language), label in heard
        if one.labels & DANGERS:
            yield ("danger heard", one.language), bool(heard & DANGERS)
            yield ("danger heard, or asked about", one.language), bool(heard & (DANGERS | {"unsafe"}))
    elif one.labels & DANGERS and not said & DANGERS:
        yield ("near danger, taken for one", one.language), bool(heard & DANGERS)
        yield ("near danger, asked about", one.language), "unsafe" in heard
    elif "person" in one.labels and "person" not in said:
        yield ("near a person, put through", one.language), "person" in heard


def _of_question(one: NeedExample, heard: Heard, said: Heard) -> Iterator[tuple[Key, bool]]:
    outside = scope_of(one.label) in (UNRELATED, OTHER_MATTER)
    place = "outside" if outside else "questions"
    if not said & DANGERS:
        yield (f"{place}, taken for danger", one.language), bool(heard & DANGERS)
        yield (f"{place}, asked about danger", one.language), "unsafe" in heard
    for label in TALK if not outside else ():
        yield (f"questions, {label}", one.language), label in heard


def _said(taught: Sequence[LabelExample]) -> dict[str, Heard]:
    said: dict[str, Heard] = defaultdict(frozenset)
    for one in taught:
        said[one.text] |= one.labels if one.carries else frozenset()
    return said


def _fold(group: str) -> int:
    return blake2b(group.encode(), digest_size=4).digest()[0] % FOLDS


def _tell(counts: Counter[tuple[Key, bool]]) -> None:
    names = sorted({name for (name, _), _ in counts})
    sys.stdout.write(f"{'':44}{'all':>18}" + "".join(f"{language:>16}" for language in LANGUAGES) + "\n")
    for name in names:
        shares = {
            one: Share(counts[(name, one), True], counts[(name, one), True] + counts[(name, one), False])
            for one in LANGUAGES
        }
        whole = Share(sum(one.passed for one in shares.values()), sum(one.total for one in shares.values()))
        row = "".join(f"{_figure(share):>16}" for share in shares.values())
        sys.stdout.write(f"{name:44}{_figure(whole):>18}{row}\n")


def _figure(share: Share) -> str:
    return f"{share.value:.2%} of {share.total}" if share.total else "none"
