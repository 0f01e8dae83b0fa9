"""Takes a message that asks several things apart: "what papers and where, and is there a hurry?".

The message is cut into pieces at its joints, and one logistic regression says of each piece whether another question
begins in it, by its vector, the piece before it, the marks around it, and its words: those that it and its neighbours
begin and end with tell questions that no mark tells.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from agents.understanding.question.marked_questions import MarkedMessage
from agents.understanding.question.pieces import MessagePiece, begins_another, split_pieces, without_last_joint
from agents.understanding.shared.logistic import fit_logistic, sigmoid
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from tools.reading.folding import fold

KEPT = "question_splitter.npz"
"""Beside the other models of who owns the labels."""
_FORMAT = "question-splitter-2"
_PENALTY, _ITERATIONS = 10.0, 150
_OWN, _BEFORE = 3.0, 1.5
"""How much the vectors of a piece and of the one before it count beside marks."""
_WORDS, _OF_WORDS = 4096, 0.5
"""Places that words are hashed to, and how much each counts. With a question from 0.5 on, of 1,237 messages that ask
several things 660 were taken into as many as they ask, and 332 of 4,971 others apart; without words 586 and 386.
"""
_MARKS = ("^", "?", ".!…\n", ",;:", "&", "¿")
_MANY_WORDS = 12
_LEAST_SHARED = 2
"""Characters that a piece and a question share at least."""

_SENTENCE_ENDS = ".?!…\n"
_NEVER = 2.0
_PERHAPS = 0.5
"""The share of the least probability from which a question may have begun."""
_SURELY = 0.7
"""The probability from which a question that no mark tells is one, where it is told apart from what a message does."""

Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class TextApart:
    """What a message tells, and what it asks beside."""

    told: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSplitter:
    """``weights``: (features,); a question begins in a piece from the probability ``least`` on."""

    weights: Floats
    intercept: float
    least: float

    def split(self, text: str, language: Language, encode: Encode) -> list[str]:
        """The message from each question to the next, the first with all that leads to it; itself when it asks one
        thing. Encodes the pieces of a message that has several.
        """
        pieces = split_pieces(text, language)
        chances = self._chances(text, pieces, encode)
        later = [place for place, chance in enumerate(chances) if chance >= self.least][1:]
        said = set(self._said_to_begin(text, pieces, chances))
        later = sorted({*said, *(place for place in later if place - 1 not in said)})
        if not later:
            return [text]
        bounds = [0, *(pieces[place].start for place in later)]
        parts = [without_last_joint(text[start:end], language) for start, end in pairwise(bounds)]
        return [*parts, text[bounds[-1] :].strip()]

    def _said_to_begin(self, text: str, pieces: Sequence[MessagePiece], chances: Sequence[float]) -> Iterator[int]:
        """The places of pieces that say that another question begins, where one may have begun before."""
        for place in range(1, len(pieces)):
            asked = max(chances[:place]) >= self.least * _PERHAPS
            if asked and begins_another(text[pieces[place].start : pieces[place].end]):
                yield place

    def apart(self, text: str, language: Language, encode: Encode, *, marked_only: bool = False) -> TextApart:
        """What is told apart from what is asked: a question goes from where it begins to the end of its sentence, or to
        the next. Without a question mark it has to be one for sure, and is none with ``marked_only``.
        """
        pieces = split_pieces(text, language)
        chances = self._chances(text, pieces, encode)
        told: list[str] = []
        asked: list[str] = []
        for sentence in _sentences(pieces):
            marked = "?" in _marks_after(pieces, sentence[-1])
            least = self.least if marked else _NEVER if marked_only else _SURELY
            begins = [place for place in sentence if chances[place] >= least] or sentence[-1:] * marked
            bounds = [pieces[place].start for place in (sentence[0], *begins)] + [pieces[sentence[-1]].end]
            first, *questions = [without_last_joint(text[start:end], language) for start, end in pairwise(bounds)]
            told += [first] * bool(first)
            asked += questions
        return TextApart(". ".join(told), tuple(one for one in asked if one))

    def _chances(self, text: str, pieces: Sequence[MessagePiece], encode: Encode) -> list[float]:
        """How probably a question begins in each piece. Encodes the pieces where there are several."""
        if len(pieces) < 2:
            return [0.0] * len(pieces)
        vectors = encode([text[piece.start : piece.end].strip() for piece in pieces])
        chances: list[float] = []
        for place in range(len(pieces)):
            row = features(text, pieces, vectors, place, asked=any(chance >= self.least for chance in chances))
            chances.append(float(sigmoid(np.atleast_1d(row @ self.weights + self.intercept))[0]))
        return chances


def _sentences(pieces: Sequence[MessagePiece]) -> list[list[int]]:
    """The places of the pieces of each sentence."""
    sentences: list[list[int]] = [[]]
    for place in range(len(pieces)):
        sentences[-1].append(place)
        if any(mark in _marks_after(pieces, place) for mark in _SENTENCE_ENDS):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _marks_after(pieces: Sequence[MessagePiece], place: int) -> str:
    """All that stands between a piece and the next, words that join included."""
    return pieces[place + 1].joint if place + 1 < len(pieces) else pieces[place].ends


def features(text: str, pieces: Sequence[MessagePiece], vectors: Vectors, place: int, *, asked: bool) -> Floats:
    """Of one piece. ``asked``: a question began in one before it."""
    piece, words = pieces[place], len(text[pieces[place].start : pieces[place].end].split())
    before = vectors[place - 1] * _BEFORE if place else np.zeros_like(vectors[place])
    marks = [any(mark in piece.joint for mark in kind) for kind in _MARKS]
    around = [
        "?" in piece.ends, not piece.ends, min(words, _MANY_WORDS) / _MANY_WORDS, words <= 2, place == 0,
        place == len(pieces) - 1, len(pieces) == 1, asked,
    ]  # fmt: skip
    said = np.zeros(_WORDS, np.float32)
    said[[crc32(term.encode()) % _WORDS for term in _terms(text, pieces, place)]] = _OF_WORDS
    own = [vectors[place] * _OWN, before, np.array([*marks, *around], np.float32), said]
    return np.concatenate(own).astype(np.float32)


def _terms(text: str, pieces: Sequence[MessagePiece], place: int) -> Iterator[str]:
    """The words of a piece, with those it begins and ends with, and those beside it."""
    own, before, after = (_words(text, pieces, near) for near in (place, place - 1, place + 1))
    yield from (f"word {word}" for word in own)
    yield from (f"pair {one} {next_one}" for one, next_one in pairwise(own))
    yield from (f"first {' '.join(own[:length])}" for length in (1, 2, 3))
    yield from (f"last {' '.join(own[-length:])}" for length in (1, 2))
    yield from (f"before first {' '.join(before[:length])}" for length in (1, 2))
    yield f"before last {' '.join(before[-1:])}"
    yield from (f"after first {' '.join(after[:length])}" for length in (1, 2))
    yield from (f"joint {pieces[place].joint}", f"ends {pieces[place].ends}")


def _words(text: str, pieces: Sequence[MessagePiece], place: int) -> list[str]:
    return fold(text[pieces[place].start : pieces[place].end]).words() if 0 <= place < len(pieces) else []


def lessons(message: MarkedMessage, vectors: Vectors) -> tuple[Floats, list[bool]]:
    """The features of its pieces, whose vectors are given, and in which of them a question begins."""
    pieces = split_pieces(message.text, message.language)
    begun: set[int] = set()
    rows, begins = [], []
    for place, piece in enumerate(pieces):
        rows.append(features(message.text, pieces, vectors, place, asked=bool(begun)))
        shared = [min(piece.end, end) - max(piece.start, start) for start, end in message.asked]
        most = max(range(len(shared)), key=shared.__getitem__, default=None)
        new = most is not None and shared[most] >= _LEAST_SHARED and most not in begun
        begins.append(new)
        begun |= {most} if new and most is not None else set()
    return np.stack(rows), begins


def fit(rows: Floats, begins: Sequence[bool], least: float) -> QuestionSplitter:
    """From the lessons of all messages, one after the other."""
    carries = np.array(begins)[:, None]
    learnt = fit_logistic(rows, carries, np.ones(carries.shape, np.float32), _PENALTY, _ITERATIONS)
    return QuestionSplitter(learnt[:-1, 0], float(learnt[-1, 0]), least)


def splitter_digest(messages: Sequence[MarkedMessage], encoder_identity: str) -> str:
    """SHA-256 over what teaches the model."""
    rows = [[one.text, one.language, one.asked] for one in messages]
    return hashlib.sha256(json.dumps([_FORMAT, encoder_identity, rows], ensure_ascii=False).encode("utf-8")).hexdigest()


def load_splitter(path: Path, digest: str) -> QuestionSplitter | None:
    """None when there is none, or it was made of something else: every message is read as one question then."""

    def restore(arrays: Arrays) -> QuestionSplitter:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other messages")
        weights = arrays["weights"].astype(np.float32)
        return QuestionSplitter(weights, float(arrays["intercept"]), float(arrays["least"]))

    return load_model(path, restore)


def save_splitter(model: QuestionSplitter, path: Path, digest: str) -> None:
    """Half precision."""
    arrays = {
        "digest": np.array(digest),
        "weights": model.weights.astype(np.float16),
        "intercept": np.array(model.intercept),
        "least": np.array(model.least),
    }
    save_model(path, arrays, kept=True)
