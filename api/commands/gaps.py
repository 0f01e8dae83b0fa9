"""``isac kb gaps``: questions without an answer, for the people who write the articles."""

import json
import sys
from collections.abc import Iterable
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from agents.phrases.phrases import Phrases
from api.commands.db import opened_database
from api.schemas.insights import GapsOut, ThemeOut
from api.settings.settings import Settings, load_settings
from api.wiring.early import build_encoder
from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import Utterances, load_utterances, plain_samples
from knowledge.encoders.cross_language import CrossLanguageEncoder
from knowledge.languages import parse_language
from tools.gaps.gaps import GapQuery
from tools.gaps.themes import GapThemes
from tools.ids import RandomIds
from tools.store.gaps_postgres import PostgresGapLog


async def gaps(since: date | None, language: str | None, limit: int, *, as_json: bool) -> None:
    """A table, or a line of JSON for each theme. Raises ToolUnavailable, WeightsMissing, ContentError."""
    query = GapQuery(since=since, language=parse_language(language) if language else None)
    settings = load_settings()
    administration = load_administration(settings.administration)
    catalogue = load_catalogue(administration)
    async with opened_database() as database:
        log = PostgresGapLog(database, RandomIds().token)
        found = await GapThemes(log, _meaning(settings, load_utterances(administration, catalogue))).report(query)
    told = GapsOut.of(found, limit, catalogue, Phrases(administration), settings.language)
    if as_json:
        for theme in told.themes:
            sys.stdout.write(json.dumps(theme.model_dump(mode="json"), ensure_ascii=False) + "\n")
        return
    console = Console()
    console.print(_table(told) if told.themes else "no questions without an answer are kept")
    _say_rest(console, told)


def _meaning(settings: Settings, utterances: Utterances) -> CrossLanguageEncoder:
    encoder = build_encoder(settings, settings.encoder_model)
    return CrossLanguageEncoder(encoder, lambda: plain_samples(utterances))


def _table(told: GapsOut) -> Table:
    table = Table("times", Column("theme", ratio=1), "languages", "why", Column("days", no_wrap=True), expand=True)
    for theme in told.themes:
        days = f"{theme.first}" if theme.first == theme.last else f"{theme.first}\n{theme.last}"
        languages, whys = _counts(theme.languages.items()), _counts(theme.whys.items())
        table.add_row(str(theme.times), _about(theme), languages, whys, days, end_section=True)
    return table


def _about(theme: ThemeOut) -> str:
    """Title, examples and the files to write."""
    title = " · ".join(part for part in (theme.title, theme.aspect_title) if part)
    examples = [f"- {one.text}" for one in theme.examples if one.text != theme.title]
    text = "\n".join([title, *examples, *theme.files])
    return escape(text)  # a masked question has tokens in brackets


def _counts(by: Iterable[tuple[str, int]]) -> str:
    return "\n".join(f"{name} {count}" for name, count in by)


def _say_rest(console: Console, told: GapsOut) -> None:
    if told.more:
        console.print(f"{told.more} more themes: --limit")
    if told.left_out:
        console.print(f"{told.left_out} questions asked less often were not compared: --since or --language")
