"""``isac understand`` and ``isac search``: one text, or JSON Lines from the standard input."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from api.commands.batch import batch, text_of, utf8, write_lines
from api.schemas.knowledge import UnderstoodOut
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from api.wiring.models import Models, build_models
from knowledge.languages import Language, parse_language

Record = dict[str, Any]


def understand(text: str | None, language: str | None) -> None:
    """One text, or a batch."""
    models = build_models(load_settings())

    def handle(record: Record) -> Record:
        prior = _language(record.get("language") or language)
        said, understander, catalogue = text_of(record, "text"), models.understander, models.knowledge_base.catalogue
        reading = understander.read_message(said, prior=prior, now=models.clock())
        between = understander.explain(said, reading)
        return UnderstoodOut.of(reading, catalogue, record.get("id"), between).model_dump(mode="json")

    _answer(None if text is None else {"id": None, "text": text}, handle)


def search(query: str | None, corpus: Path | None, k: int, language: str | None) -> None:
    """One query or a batch, over our passages or over a corpus of the caller's."""
    find = _ours(k) if corpus is None else _theirs(corpus, k)

    def handle(record: Record) -> Record:
        spoken = _language(record.get("language") or language)
        return {"hits": find(text_of(record, "query"), spoken)}

    _answer(None if query is None else {"id": None, "query": query}, handle)


def _ours(k: int) -> Callable[[str, Language | None], list[Record]]:
    models: Models = build_models(load_settings())
    models.knowledge_base.prepare(models.today())

    def find(query: str, language: Language | None) -> list[Record]:
        return [{"id": hit.id, "score": hit.score} for hit in models.search(query, language=language, k=k)]

    return find


def _theirs(corpus: Path, k: int) -> Callable[[str, Language | None], list[Record]]:
    from knowledge.search.corpus_search import CorpusIndex

    settings = load_settings()
    index = CorpusIndex.from_file(corpus, build_encoder(settings, settings.encoder_model), kind=settings.index_kind)

    def find(query: str, language: Language | None) -> list[Record]:
        return [{"id": hit.id, "score": hit.score} for hit in index.search(query, language=language, k=k)]

    return find


def _answer(record: Record | None, handle: Callable[[Record], Record]) -> None:
    """One record given as an argument, or JSON Lines from the standard input."""
    if record is not None:
        answer = {"id": record["id"], **handle(record)}
        write_lines([json.dumps(answer, ensure_ascii=False, indent=2)])
        return
    out = utf8(sys.stdout)
    for line in batch(utf8(sys.stdin), handle):
        out.write(line + "\n")
        out.flush()


def _language(code: Any) -> Language | None:
    if code is not None and not isinstance(code, str):
        raise ValueError('field "language" must be a text')
    return None if code is None else parse_language(code)
