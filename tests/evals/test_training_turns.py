"""The fit of the turn model on tiny data."""

import numpy as np

from evals.training.places import Asked, fit_space
from knowledge.languages import LANGUAGES
from knowledge.passages import UnitId

UNITS = [UnitId(need, "what", place) for need in ("one", "two") for place in (1, 2, 3)]


def asked_about(unit: UnitId, chance: np.random.Generator, *, leans: bool) -> Asked:
    """Near the unit's own axis; what leans also lies far along the last one."""
    vector = chance.normal(0, 0.2, 16).astype(np.float32)
    vector[UNITS.index(unit)] += 1
    vector[-1] += 2.0 * leans
    language = LANGUAGES[int(chance.integers(len(LANGUAGES)))]
    return Asked(unit, frozenset({unit}), language, leans, "ana", vector, np.array([0.5, 0.5], np.float32))


def test_units_are_found_by_their_questions() -> None:
    chance = np.random.default_rng(0)
    taught = [asked_about(unit, chance, leans=bool(number % 2)) for unit in UNITS for number in range(60)]
    space, centres = fit_space(taught)
    fresh = [asked_about(unit, chance, leans=bool(number % 2)) for unit in UNITS for number in range(10)]
    vectors, languages = np.stack([one.vector for one in fresh]), [one.language for one in fresh]
    nearest = (space.place(vectors, languages) @ centres.rows.T).argmax(axis=1)
    assert np.mean([centres.units[row] == one.unit for row, one in zip(nearest, fresh, strict=True)]) > 0.95
