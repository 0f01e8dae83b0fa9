"""Settings of the models."""

from pydantic import Field

from api.settings.group import SettingsGroup
from knowledge.index.index_kind import IndexKind


class ModelSettings(SettingsGroup):
    """Encoders and the search index."""

    encoder_model: str = Field(
        default="multilingual-e5-small",
        description="Sentence encoder for search: `hashing` (needs no weights), the name of a stored model, or a path.",
    )
    needs_encoder_model: str = Field(
        default="multilingual-e5-small-needs",
        description="Sentence encoder for the classification of needs; same values as `ISAC_ENCODER_MODEL`.",
    )
    index_kind: IndexKind = Field(
        default="auto",
        description="Index for passage search: `auto` (chosen by size), `exact`, `hnsw`, `ivf_sq` or `ivf_pq`.",
    )
    encoder_threads: int = Field(default=1, ge=1, le=64, description="Threads of each sentence encoder.")
