"""The kind of index for a number of passages."""

from typing import Literal

Kind = Literal["exact", "hnsw", "ivf_sq", "ivf_pq"]
IndexKind = Literal["auto", "exact", "hnsw", "ivf_sq", "ivf_pq"]
"""A kind that may be requested; ``auto`` chooses by size."""

_EXACT_UP_TO = 10_000
_WHOLE_UP_TO = 1_000_000

_TOO_FEW = 2_000
"""So few are looked at one by one whatever the kind: there is nothing to win, and too little to train on."""


def kind_for(size: int, asked: IndexKind) -> Kind:
    """The kind of an index of that many vectors. Sizes are of one language, which is how passages are kept."""
    if size <= _TOO_FEW:
        return "exact"
    if asked != "auto":
        return asked
    if size <= _EXACT_UP_TO:
        return "exact"
    return "ivf_sq" if size <= _WHOLE_UP_TO else "ivf_pq"
