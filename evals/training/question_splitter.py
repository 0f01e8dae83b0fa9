"""``isac train splitter``: fit where a message begins to ask another thing, and say how well messages are taken apart.

Each message is judged by a model that it taught nothing.
"""

import sys
from collections.abc import Sequence

import numpy as np

from agents.understanding.question.marked_questions import MarkedMessage, marked_messages
from agents.understanding.question.pieces import split_pieces
from agents.understanding.question.question_splitter import (
    KEPT,
    QuestionSplitter,
    fit,
    lessons,
    save_splitter,
    splitter_digest,
)
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import label_owner, own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.training.needs.stored_vectors import StoredVectors
from knowledge.administration import load_administration
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES

_FOLDS = 5
_BLOCK = 30
"""Neighbouring lines, often of one conversation, that are left out together."""
_LEAST = 0.47
"""The probability from which a question begins: a message cut in vain is read worse. Of 6,208 messages, 1,237 of which
ask several things, 0.5 takes 660 into as many as they ask and 332 of the others apart; 0.45 716 and 441. Where twice
as many were cut in vain, suites of single questions fell by one in a hundred."""


def train_splitter() -> None:
    """Fit and keep, and tell how messages left out are taken apart."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    messages = [one for one in marked_messages() if split_pieces(one.text, one.language)]
    taught = [lessons(one, _vectors(one, encoder)) for one in messages]
    encoder.save()
    _tell(messages, taught, encoder)
    path = own_model(label_owner(administration), KEPT)
    save_splitter(_fit(taught), path, splitter_digest(marked_messages(), encoder.identity))


def _vectors(message: MarkedMessage, encoder: Encoder) -> Floats:
    pieces = split_pieces(message.text, message.language)
    return encoder.encode([message.text[piece.start : piece.end].strip() for piece in pieces])


def _fit(taught: Sequence[tuple[Floats, list[bool]]]) -> QuestionSplitter:
    return fit(np.concatenate([rows for rows, _ in taught]), [one for _, begins in taught for one in begins], _LEAST)


def _tell(messages: Sequence[MarkedMessage], taught: Sequence[tuple[Floats, list[bool]]], encoder: Encoder) -> None:
    found = {language: [0, 0, 0, 0] for language in LANGUAGES}
    for left_out in range(_FOLDS):
        model = _fit([one for place, one in enumerate(taught) if place // _BLOCK % _FOLDS != left_out])
        for place, message in enumerate(messages):
            if place // _BLOCK % _FOLDS != left_out:
                continue
            parts = model.split(message.text, message.language, encoder.encode)
            several, apart = int(len(message.asked) > 1), int(len(parts) > 1)
            found[message.language][0] += several and len(parts) == len(message.asked)
            found[message.language][1] += several and apart
            found[message.language][2] += several
            found[message.language][3] += apart and not several
    for language, (exact, heard, several, false) in found.items():
        said = f"{heard} of {several} that ask several things taken apart, {exact} into as many as they ask"
        sys.stdout.write(f"{language}: {said}; {false} others taken apart\n")
