"""Wire models of summaries."""

from pydantic import BaseModel, Field

from agents.summary.summary import Disposition, Entity, EntityKind, SentenceKind, Summary, SummarySentence
from api.schemas.conversations import CitationOut
from knowledge.languages import Language


class SummarySentenceOut(BaseModel):
    """A sentence and the ``turns`` that say it, counted from 0. ``who`` has to do it and ``by`` when, where told."""

    kind: SentenceKind
    text: str
    turns: list[int]
    citations: list[CitationOut]
    who: str | None = Field(default=None, exclude_if=lambda who: who is None)
    by: str | None = Field(default=None, exclude_if=lambda by: by is None)

    @classmethod
    def of(cls, sentence: SummarySentence) -> "SummarySentenceOut":
        """On the wire."""
        return cls(
            kind=sentence.kind,
            text=sentence.text,
            turns=list(sentence.turns),
            citations=[CitationOut.of(citation, sentence.text) for citation in sentence.citations],
            who=sentence.who,
            by=sentence.by,
        )


class EntityOut(BaseModel):
    """A value said in ``turn``, as it stands after corrections."""

    kind: EntityKind
    value: str
    turn: int

    @classmethod
    def of(cls, entity: Entity) -> "EntityOut":
        """On the wire."""
        return cls(kind=entity.kind, value=entity.value, turn=entity.turn)


class SummaryOut(BaseModel):
    """A conversation in a few sentences, none of them without a turn that says it. ``language``: that of the words."""

    language: Language
    needs: list[str]
    reason: str
    sentences: list[SummarySentenceOut]
    entities: list[EntityOut]
    disposition: Disposition

    @classmethod
    def of(cls, summary: Summary) -> "SummaryOut":
        """On the wire."""
        return cls(
            language=summary.language,
            needs=list(summary.needs),
            reason=summary.reason,
            sentences=[SummarySentenceOut.of(sentence) for sentence in summary.sentences],
            entities=[EntityOut.of(entity) for entity in summary.entities],
            disposition=summary.disposition,
        )
