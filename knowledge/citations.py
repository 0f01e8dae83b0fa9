"""The port to the archive of citations: what was once quoted stays readable."""

from typing import Protocol

from knowledge.passages import Citation, Document


class CitationArchive(Protocol):
    """Snapshots of documents and the quotes taken from them; nothing is ever deleted."""

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        """Store what is new; storing the same twice changes nothing."""
        ...

    async def find(self, citation_id: str) -> Citation:
        """The citation. Raises CitationNotFound."""
        ...

    async def document_text(self, sha256: str) -> str:
        """The snapshot that citations with that hash point into. Raises CitationNotFound."""
        ...


class RememberingArchive:
    """An archive that is not asked again to store what this process has already stored in it."""

    def __init__(self, archive: CitationArchive) -> None:
        self._archive = archive
        self._stored: set[str] = set()

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        """See the port."""
        new_documents = [document for document in documents if document.sha256 not in self._stored]
        new_citations = [citation for citation in citations if citation.id not in self._stored]
        if not new_documents and not new_citations:
            return
        await self._archive.keep(new_documents, new_citations)
        self._stored |= {document.sha256 for document in new_documents} | {citation.id for citation in new_citations}

    async def find(self, citation_id: str) -> Citation:
        """See the port."""
        return await self._archive.find(citation_id)

    async def document_text(self, sha256: str) -> str:
        """See the port."""
        return await self._archive.document_text(sha256)


def quotes_exactly(citation: Citation, document_text: str) -> bool:
    """Tell whether the stored snapshot still holds the quote at its span."""
    return document_text[citation.start : citation.end] == citation.quote
