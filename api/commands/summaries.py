"""``isac summarize``: conversations from the standard input as JSON Lines, one summary a line."""

import sys
from typing import Any

from api.commands.batch import batch, utf8
from api.commands.dialogues import check_served, parse_dialogue
from api.schemas.summaries import SummaryOut
from api.settings.settings import load_settings
from api.wiring.models import build_models
from api.wiring.summaries import build_summaries

Record = dict[str, Any]


def summarize(language: str | None, agent_language: str | None) -> None:
    """Each conversation in the agent's language."""
    settings = load_settings()
    models = build_models(settings)
    summarizer = build_summaries(settings, models)

    def handle(record: Record) -> Record:
        dialogue = parse_dialogue(record, language, agent_language)
        check_served(models.administration, dialogue)
        said = dialogue.transcript(models.clock())
        summary = summarizer.summarize(said, dialogue.language, dialogue.agent_language)
        return SummaryOut.of(summary).model_dump(mode="json")

    out = utf8(sys.stdout)
    for line in batch(utf8(sys.stdin), handle):
        out.write(line + "\n")
        out.flush()
