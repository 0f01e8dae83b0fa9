"""The words of the law behind a reference, for a citation: those that were read, or none."""

import logging
from dataclasses import dataclass
from datetime import date

from knowledge.cited import LawReference
from knowledge.errors import ContentError
from knowledge.law.norm import NormText, digest_of
from knowledge.law.spans import FoundSpan, document_of, span_at
from knowledge.law.store import LawStore
from knowledge.passages import Document, LawPlace

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LawQuote:
    """Words of the law where they stand: ``document.text[start:end]``, and the link to their article."""

    document: Document
    start: int
    end: int
    url: str
    place: LawPlace

    @property
    def words(self) -> str:
        """The exact words."""
        return self.document.text[self.start : self.end]


class HeldLaw:
    """Quotes norms from what is held. Thread-safe: what it keeps is only ever added to."""

    def __init__(self, store: LawStore) -> None:
        self._store = store
        self._documents: dict[str, Document] = {}

    def quote(self, reference: LawReference, day: date) -> LawQuote | None:
        """The words that were read; None where they are not held, or are no longer what stands there."""
        norm = self._norm(reference.norm.id)
        found = span_at(reference, norm, day) if norm else None
        if norm is None or found is None or found.state != "found":
            return None
        document = self._document(reference, norm, found)
        anchor = found.article.anchor if found.article and found.article.anchor else reference.anchor
        since = found.wording.valid_from if found.wording else None
        place = LawPlace(reference.norm.id, reference.place, norm.version, since)
        return LawQuote(document, found.start, found.end, reference.norm.url_at(anchor), place)

    def document(self, sha256: str) -> Document | None:
        """An article that was quoted, by its hash."""
        return self._documents.get(sha256)

    def _norm(self, norm: str) -> NormText | None:
        """None also when what is held cannot be read: an answer stands without the words of the law."""
        try:
            return self._store.newest(norm)
        except (ContentError, OSError) as error:
            _LOG.error("the text of %s cannot be quoted: %s", norm, error)
            return None

    def _document(self, reference: LawReference, norm: NormText, found: FoundSpan) -> Document:
        text = document_of(found)
        sha256 = digest_of(text)
        title = f"{reference.norm.title}, {reference.article}"
        name = f"{norm.id}/{reference.article}@{norm.version}"
        return self._documents.setdefault(sha256, Document(name, "", reference.norm.language, title, text, sha256))
