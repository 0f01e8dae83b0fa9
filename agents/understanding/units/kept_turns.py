"""The fitted model of turns in the repository, and the model that is built around it."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.known_units import KnownUnits
from agents.understanding.units.places import Prototypes, QuestionSpace, UnitPlaces, plain_space
from agents.understanding.units.turn_model import OutsideWeights, TurnModel
from agents.understanding.units.unit_scorer import ClueWeights, UnitScorer, plain_scorer
from agents.understanding.units.unit_texts import UnitTexts
from knowledge.encoders.encoder import Encoder
from knowledge.passages import UnitId

KEPT = "turn_model.npz"
"""In the folder of the administration whose questions it was fitted to."""
_BYTE = 127


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A unit, found by texts of that digest: its row, its prototypes, and how often people asked for it."""

    digest: str
    row: Floats
    prototypes: Floats
    asked: float


@dataclass(frozen=True, slots=True, eq=False)
class _Fitted:
    """``placed``: by the words of a unit."""

    space: QuestionSpace
    scorer: UnitScorer
    outside: OutsideWeights
    placed: dict[str, _Placed]


def build_turn_model(texts: Sequence[UnitTexts], encoder: Encoder, kept: Path) -> TurnModel:
    """Around what is kept, if it is of this encoder: units whose texts changed are placed now, by their mean, which is
    their one prototype.
    """
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder.identity))
    known = fitted.placed if fitted else {}
    new = [one for one in texts if not _is_known(one, known)]
    different = sorted({said for one in new for said in one.texts})
    vectors = encoder.encode([text for _, text in different]) if different else np.zeros((0, encoder.dimensions))
    vectors, languages = vectors.astype(np.float32), [language for language, _ in different]
    space = fitted.space if fitted else plain_space(vectors, languages)
    places = dict(zip(different, space.place(vectors, languages), strict=True))

    def placed(one: UnitTexts) -> _Placed:
        before = known.get(str(one.unit))
        if before and before.digest == one.digest():
            return before
        mean = of_unit_length(np.mean([places[said] for said in one.texts], axis=0)[None, :])
        return _Placed(one.digest(), mean[0], space.narrow(mean), before.asked if before else 0.0)

    units = [placed(one) for one in texts]
    rows = np.stack([one.row for one in units]) if units else np.zeros((0, encoder.dimensions), np.float32)
    asked = np.array([one.asked for one in units], np.float32)
    together = UnitPlaces(rows, Prototypes.of([one.prototypes for one in units]), asked)
    scorer, outside = (fitted.scorer, fitted.outside) if fitted else (plain_scorer(), OutsideWeights())
    return TurnModel(KnownUnits.of(texts, space, together), scorer, outside, fitted=fitted is not None)


def stale_units(texts: Sequence[UnitTexts], encoder_identity: str, kept: Path) -> list[UnitId]:
    """Those that what is kept does not know, or not by these texts."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder_identity))
    known = fitted.placed if fitted else {}
    return [one.unit for one in texts if not _is_known(one, known)]


def _is_known(texts: UnitTexts, known: Mapping[str, _Placed]) -> bool:
    placed = known.get(str(texts.unit))
    return placed is not None and placed.digest == texts.digest()


def keep_turn_model(model: TurnModel, texts: Sequence[UnitTexts], encoder_identity: str, path: Path) -> None:
    """Write it for the repository: a value of a row in a byte, which changes cosines in the third decimal."""
    places, space, scorer = model.known.places, model.known.space, model.scorer
    arrays = {
        "encoder": np.array(encoder_identity),
        "clues": np.array(ClueWeights._fields),
        "units": np.array([str(one.unit) for one in texts]),
        "digests": np.array([one.digest() for one in texts]),
        "rows": _in_bytes(places.rows),
        "asked": places.asked.astype(np.uint16),
        "prototypes": _in_bytes(places.prototypes.rows),
        "counts": places.prototypes.counts.astype(np.uint16),
        "means": space.means,
        "projection": space.projection.astype(np.float16),
        "narrowing": space.narrowing.astype(np.float16),
        "linear": scorer.linear,
        "inward": scorer.inward,
        "bias": scorer.bias,
        "outward": scorer.outward,
        "outside": np.array(astuple(model.outside)),
    }
    save_model(path, arrays, kept=True)


def _in_bytes(rows: Floats) -> NDArray[np.int8]:
    in_bytes: NDArray[np.int8] = np.round(rows / np.abs(rows).max(axis=1, keepdims=True) * _BYTE).astype(np.int8)
    return in_bytes


def _restore(arrays: Arrays, encoder_identity: str) -> _Fitted:
    if str(arrays["encoder"]) != encoder_identity:
        raise ValueError("a model of another encoder")
    if tuple(arrays["clues"].tolist()) != ClueWeights._fields:
        raise ValueError("a model of other clues")
    rows = of_unit_length(arrays["rows"].astype(np.float32))
    ends = np.cumsum(arrays["counts"].astype(np.intp))[:-1]
    prototypes = np.split(of_unit_length(arrays["prototypes"].astype(np.float32)), ends)
    units, digests = (arrays[name].tolist() for name in ("units", "digests"))
    asked = arrays["asked"].astype(np.float32).tolist()
    placed = {unit: _Placed(*one) for unit, *one in zip(units, digests, rows, prototypes, asked, strict=True)}
    narrowing = arrays["narrowing"].astype(np.float32)
    space = QuestionSpace(arrays["means"], arrays["projection"].astype(np.float32), narrowing)
    scorer = UnitScorer(*(arrays[name] for name in ("linear", "inward", "bias", "outward")))
    return _Fitted(space, scorer, OutsideWeights(*arrays["outside"].tolist()), placed)
