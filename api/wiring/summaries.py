"""What summarizes a conversation, of the parts that a process has."""

from agents.summary.summarizer import Summarizer, SummarySources, build_summarizer
from agents.summary.values import ValueReader
from agents.summary.words import load_summary_words
from agents.understanding.commitments.commitment_model import CommitmentReader
from agents.understanding.commitments.trained_commitments import KEPT as KEPT_COMMITMENTS
from agents.understanding.commitments.trained_commitments import trained_commitments
from agents.understanding.remembering import RememberingEncoder
from agents.understanding.roles.role_reader import RoleReader
from agents.understanding.roles.trained_roles import KEPT, trained_roles
from agents.understanding.shared.tables import label_owner, own_model
from api.settings.settings import Settings
from api.wiring.models import Models

_REMEMBERED = 8_192
"""Utterances whose vectors are kept: those of the longest calls."""


def build_role_reader(settings: Settings, models: Models) -> RoleReader:
    """With the model kept; fitted in some seconds where none is."""
    encoder = models.understander.encoder
    kept = own_model(label_owner(models.administration), KEPT)
    model = trained_roles(kept, encoder, settings.data_dir / "understanding")
    return RoleReader(model, RememberingEncoder(encoder, _REMEMBERED))


def build_commitment_reader(settings: Settings, models: Models) -> CommitmentReader:
    """With the model kept; fitted in some seconds where none is."""
    encoder = models.understander.encoder
    kept = own_model(label_owner(models.administration), KEPT_COMMITMENTS)
    return CommitmentReader(trained_commitments(kept, encoder, settings.data_dir / "understanding"), encoder)


def build_summaries(settings: Settings, models: Models, roles: RoleReader | None = None) -> Summarizer:
    """``roles``: a reader that is there already."""
    slots = models.understander.slots
    return build_summarizer(
        SummarySources(
            roles=roles or build_role_reader(settings, models),
            commitments=build_commitment_reader(settings, models),
            reader=models.understander,
            acts=models.understander.acts,
            values=ValueReader(slots.grammars, slots.answers, slots.places, models.places.table, load_summary_words()),
            catalogue=models.knowledge_base.catalogue,
            knowledge_base=models.knowledge_base,
            phrases=models.phrases,
            clock=models.clock,
        )
    )
