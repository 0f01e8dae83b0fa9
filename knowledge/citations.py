"""The port to the archive of citations: what was once quoted stays readable."""

from typing import Protocol

from knowledge.passages import Citation, Document


class CitationArchive(Protocol):
    """Snapshots of the sources and the quotes taken from them; nothing is ever deleted."""

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        """Store what is new; storing the same twice changes nothing."""
        ...

    async def find(self, citation_id: str) -> Citation:
        """The citation. Raises CitationNotFound."""
        ...

    async def document_text(self, sha256: str) -> str:
        """The snapshot that citations with that hash point into. Raises CitationNotFound."""
        ...


def quotes_exactly(citation: Citation, document_text: str) -> bool:
    """Tell whether the stored snapshot still holds the quote at its span."""
    return document_text[citation.start : citation.end] == citation.quote
