"""Understanding and search, without a conversation."""

from dataclasses import asdict

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from api.http.dependencies import ServicesDep
from api.schemas.knowledge import HitOut, SearchIn, SearchOut, UnderstandIn, UnderstoodOut

router = APIRouter(prefix="/v1", tags=["understanding"])


@router.post("/understand")
async def understand(body: UnderstandIn, services: ServicesDep) -> UnderstoodOut:
    """Language, need, labels and slots of one text. Nothing is kept."""

    def read() -> UnderstoodOut:
        reader = services.knowledge.reader
        reading = reader.read_message(body.text, prior=body.language, now=services.clock())
        return UnderstoodOut.of(reading, services.knowledge.catalogue, body.id, reader.explain(body.text, reading))

    return await run_in_threadpool(read)


@router.post("/search")
async def search(body: SearchIn, services: ServicesDep) -> SearchOut:
    """Passages of the official knowledge that speak of the query."""

    def find() -> list[HitOut]:
        found = services.knowledge.searcher.search(body.query, language=body.language, k=body.k)
        return [HitOut(**asdict(hit)) for hit in found]

    return SearchOut(id=body.id, hits=await run_in_threadpool(find))
