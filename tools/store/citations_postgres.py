"""The archive of citations on PostgreSQL."""

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.errors import CitationNotFound
from knowledge.passages import Citation, Document
from tools.store import schema
from tools.store.database import Database

_CITATION = TypeAdapter(Citation)


class PostgresCitationArchive:
    """Implements ``CitationArchive``. Every method may raise ToolUnavailable.

    What this process has stored is not stored again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stored: set[str] = set()

    async def keep(self, documents: list[Document], citations: list[Citation]) -> None:
        """See the port."""
        new_documents = [one for one in documents if one.sha256 not in self._stored]
        new_citations = [one for one in citations if one.id not in self._stored]
        if not new_documents and not new_citations:
            return
        snapshots = [
            {
                "sha256": one.sha256,
                "id": one.id,
                "need": one.need,
                "language": one.language,
                "title": one.title,
                "text": one.text,
            }
            for one in new_documents
        ]
        quotes = [{"id": one.id, "document_sha256": one.document_sha256, "body": _body(one)} for one in new_citations]

        async def store(connection: AsyncConnection) -> None:
            if snapshots:
                await connection.execute(insert(schema.documents).on_conflict_do_nothing(), snapshots)
            if quotes:
                await connection.execute(insert(schema.citations).on_conflict_do_nothing(), quotes)

        await self._database.run(store)
        self._stored |= {one.sha256 for one in new_documents} | {one.id for one in new_citations}

    async def find(self, citation_id: str) -> Citation:
        """See the port."""
        statement = select(schema.citations).where(schema.citations.c.id == citation_id)
        row = (await self._database.run(lambda connection: connection.execute(statement))).one_or_none()
        if row is None:
            raise CitationNotFound("no citation has that id")
        return _citation(row.id, row.document_sha256, row.body)

    async def document_text(self, sha256: str) -> str:
        """See the port."""
        statement = select(schema.documents.c.text).where(schema.documents.c.sha256 == sha256)
        found: str | None = (
            await self._database.run(lambda connection: connection.execute(statement))
        ).scalar_one_or_none()
        if found is None:
            raise CitationNotFound("no document has that hash")
        return found


def _body(citation: Citation) -> dict[str, Any]:
    body: dict[str, Any] = _CITATION.dump_python(citation, mode="json", exclude={"id", "document_sha256"})
    validity = body.pop("validity")
    return {**body, "valid_from": validity["valid_from"], "valid_to": validity["valid_to"]}


def _citation(identifier: str, sha256: str, body: dict[str, Any]) -> Citation:
    """The citation; those stored by earlier versions lack what was added since."""
    fields = dict(body)
    validity = {name: fields.pop(name) for name in ("valid_from", "valid_to")}
    found: Citation = _CITATION.validate_python(
        {**fields, "id": identifier, "document_sha256": sha256, "validity": validity}
    )
    return found
