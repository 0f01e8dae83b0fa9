"""Commands that read conversations between a citizen and an agent, as JSON Lines on standard input."""

import asyncio
from typing import Annotated

import typer

from api.commands.options import LanguageOption, begin_early, served

AgentLanguageOption = Annotated[str | None, typer.Option(help="Language that the agent works in.", callback=served)]


def suggest(language: LanguageOption = None, agent_language: AgentLanguageOption = None) -> None:
    """Suggest what an agent may say, ask and do next in conversations of JSON Lines on standard input."""
    early = begin_early()
    from api.commands.dialogues import suggest as run

    asyncio.run(run(early, language, agent_language))


def summarize(language: LanguageOption = None, agent_language: AgentLanguageOption = None) -> None:
    """Summarize conversations of JSON Lines on standard input, each sentence with the turns that say it."""
    from api.commands.summaries import summarize as run

    run(language, agent_language)
