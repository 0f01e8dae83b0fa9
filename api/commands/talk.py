"""The commands that need the conversation or the knowledge."""

import json
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress

from agents.phrases.errors import PhraseError
from api.commands.batch import batch, text_of, utf8
from api.commands.terminal import as_json as turn_json
from api.commands.terminal import converse, play, read_script, show
from api.schemas.knowledge import UnderstoodOut
from api.services.services import Services
from api.settings.settings import load_settings
from api.wiring.models import Models, build_encoder, build_models
from api.wiring.services import build_services
from knowledge.administration import load_administration
from knowledge.errors import ContentError, IsacError
from knowledge.languages import Language, parse_language

Record = dict[str, Any]


@asynccontextmanager
async def opened() -> AsyncIterator[Services]:
    """The services of the settings, closed afterwards. Periodic tasks are left to servers."""
    services = await build_services(load_settings(), periodic_tasks=False)
    try:
        yield services
    finally:
        await services.close()


async def chat(language: str | None, script: Path | None, *, as_json: bool) -> None:
    """A conversation, or a script of one. Raises ContentError for a script that cannot be read."""
    spoken, lines = _language(language), [] if script is None else read_script(script)
    async with opened() as services:
        if script is None:
            await converse(services.chat.conversations, Console(), spoken)
            return
        turns = await play(services.chat.conversations, lines, spoken)
        _write([json.dumps(turn, ensure_ascii=False) for turn in turns] if as_json else _plain(turns, lines))


async def ask(text: str, language: str | None, *, as_json: bool) -> None:
    """One question, one answer."""
    async with opened() as services:
        conversation_id, _ = await services.chat.conversations.open(_language(language))
        turn = await services.chat.conversations.reply(conversation_id, text)
        if as_json:
            sys.stdout.write(json.dumps(turn_json(turn), ensure_ascii=False) + "\n")
        else:
            show(Console(), turn)


def understand(text: str | None, language: str | None) -> None:
    """One text, or a batch."""
    models = build_models(load_settings())

    def handle(record: Record) -> Record:
        prior = _language(record.get("language") or language)
        reading = models.understander.read_message(text_of(record, "text"), prior=prior, now=models.clock())
        return UnderstoodOut.of(reading, models.knowledge_base.catalogue, record.get("id")).model_dump(mode="json")

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


def kb_check() -> int:
    """Errors and warnings, one a line; 1 when there is an error."""
    from knowledge.checks.check import check_content

    named = load_settings().administration
    report = check_content(named)
    _write([f"warning {warning}" for warning in report.warnings])
    errors = [*report.errors, *_beside_the_content(named)]
    _write([f"error {error}" for error in errors])
    _write([f"{len(errors)} errors, {len(report.warnings)} warnings"])
    return 1 if errors else 0


def _beside_the_content(named: str) -> list[IsacError]:
    """The mistakes in phrases, offices, closing days and terms of the administration's folder."""
    from agents.phrases.phrases import Phrases
    from speech.listening.terms import Terms
    from tools.offices.calendar import load_calendar
    from tools.reading.masking import load_public_numbers

    found: list[IsacError] = []
    try:
        administration = load_administration(named)
    except ContentError:
        return []  # the check has told it
    for load in (Phrases, load_calendar, Terms.load, load_public_numbers):
        try:
            load(administration)
        except (ContentError, PhraseError) as error:
            found.append(error)
    return found


def kb_build() -> None:
    """Index and classifier, now."""
    with Console(stderr=True).status("building index and classifier"):
        models = build_models(load_settings())
    passages = len(models.knowledge_base.on(models.today()).index)
    _write([f"{len(models.knowledge_base.catalogue)} needs, {passages} passages"])


def kb_add(named: list[str], site: str, *, prune: bool, any_host: bool) -> int:
    """Take documents in, with a progress bar; 1 when one of them could not be read."""
    from knowledge.added.add import AddRequest, add_documents
    from knowledge.added.allowed_hosts import AllowedHosts
    from knowledge.added.web_reader import WebReader
    from knowledge.search.knowledge_base import ADDED

    hosts = AllowedHosts(load_administration(load_settings().administration).official_sites, any_host)
    if site:
        hosts.check_official(site)
    console, directory = Console(stderr=True), load_settings().data_dir / ADDED
    with (
        WebReader(hosts) as web,
        Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=console) as progress,
    ):
        bar = progress.add_task("taking in", total=None)

        def step(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        outcome = add_documents(AddRequest(named, site, prune), directory, web=web, step=step)
    # of a folder, only what went wrong
    lines = outcome.problems if any(Path(one).is_dir() for one in named) else outcome.lines
    _write([*map(str, lines), outcome.summary])
    return 1 if outcome.failed else 0


def _answer(record: Record | None, handle: Callable[[Record], Record]) -> None:
    """One record given as an argument, or JSON Lines from the standard input."""
    if record is not None:
        answer = {"id": record["id"], **handle(record)}
        _write([json.dumps(answer, ensure_ascii=False, indent=2)])
        return
    out = utf8(sys.stdout)
    for line in batch(utf8(sys.stdin), handle):
        out.write(line + "\n")
        out.flush()


def _language(code: Any) -> Language | None:
    if code is not None and not isinstance(code, str):
        raise ValueError('field "language" must be a text')
    return None if code is None else parse_language(code)


def _plain(turns: list[Record], lines: list[str]) -> Iterator[str]:
    """Both sides of a script, the sources under what they support."""
    for said, turn in zip([None, *lines], turns, strict=True):
        if said is not None:
            yield f"> {said}\n"
        for message in turn["messages"]:
            yield message["text"]
            yield from (
                f"  [{number}] {one['source_title']}" for number, one in enumerate(message["citations"], start=1)
            )
        yield ""


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
