"""The archive of citations in memory, for tests and evaluations."""

from knowledge.errors import CitationNotFound
from knowledge.passages import Citation, Document


class MemoryCitationArchive:
    """Implements ``CitationArchive``."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._citations: dict[str, Citation] = {}

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        """See the port."""
        for document in documents:
            self._texts.setdefault(document.sha256, document.text)
        for citation in citations:
            self._citations.setdefault(citation.id, citation)

    async def find(self, citation_id: str) -> Citation:
        """See the port."""
        try:
            return self._citations[citation_id]
        except KeyError:
            raise CitationNotFound("no citation has that id") from None

    async def document_text(self, sha256: str) -> str:
        """See the port."""
        try:
            return self._texts[sha256]
        except KeyError:
            raise CitationNotFound("no document has that hash") from None
