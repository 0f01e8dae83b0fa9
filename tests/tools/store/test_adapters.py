"""Citations and the signing key, each against PostgreSQL and against memory."""

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from knowledge.citations import CitationArchive, quotes_exactly
from knowledge.errors import CitationNotFound
from knowledge.passages import Citation, Document, Validity
from tests.fakes.citation_archive import MemoryCitationArchive
from tools.store.citations_postgres import PostgresCitationArchive
from tools.store.database import Database
from tools.store.schema import citations
from tools.store.signing_keys import signing_key

TEXT = "Qué es\nEs una pensión mensual que cuesta 1 €."
DOCUMENT = Document("n/es", "n", "es", "Título", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())
CITATION = Citation(
    id="c1",
    passage_id="p1",
    document_sha256=DOCUMENT.sha256,
    language="es",
    quote=TEXT[7:],
    start=7,
    end=len(TEXT),
    source_title="Ley",
    source_url="https://www.boe.es/x",
    validity=Validity(date(2026, 1, 1), None),
)
Archives = Callable[[Database], CitationArchive]


@pytest.fixture(params=[lambda _: MemoryCitationArchive(), PostgresCitationArchive], ids=["memory", "postgres"])
def archive(request: pytest.FixtureRequest, database: Database) -> CitationArchive:
    make: Archives = request.param
    return make(database)


async def test_a_kept_citation_comes_back_the_same_and_still_quotes_its_document(archive: CitationArchive) -> None:
    for _ in range(2):
        await archive.keep([DOCUMENT], [CITATION])
    assert await archive.find("c1") == CITATION
    assert quotes_exactly(CITATION, await archive.document_text(DOCUMENT.sha256))


async def test_an_unknown_citation_or_document_is_not_found(archive: CitationArchive) -> None:
    await archive.keep([], [])
    with pytest.raises(CitationNotFound):
        await archive.find("c1")
    with pytest.raises(CitationNotFound):
        await archive.document_text("0" * 64)


async def test_what_a_process_has_stored_it_does_not_write_again(database: Database) -> None:
    archive = PostgresCitationArchive(database)
    await archive.keep([DOCUMENT], [CITATION])
    await database.run(lambda connection: connection.execute(citations.delete()))
    await archive.keep([DOCUMENT], [CITATION])
    with pytest.raises(CitationNotFound):
        await archive.find("c1")
    await PostgresCitationArchive(database).keep([DOCUMENT], [CITATION])
    assert await archive.find("c1") == CITATION


async def test_the_signing_key_is_made_once(database: Database) -> None:
    key = await signing_key(database)
    assert len(key) == 32
    assert await signing_key(database) == key
