"""``isac eval questions``: measure understanding, print the tables, and with ``--write`` put them into the docs."""

import platform
import sys
from datetime import date
from pathlib import Path

from api.settings.settings import load_settings
from api.wiring.models import build_models
from evals.questions.diagram import Bin, bins, svg
from evals.questions.labels import label_table, read_labels
from evals.questions.measure import QuestionReading, of, read_all
from evals.questions.page import calibration, replaced, tables
from evals.questions.question_files import outside, questions, unseen
from knowledge.languages import LANGUAGES, Language

PAGE = Path("docs/understanding.md")
DIAGRAM = Path("docs/images/reliability.svg")


def measure_questions(*, write: bool, tuning_half: bool) -> None:
    """Measure the half of the questions that sets nothing, or with ``tuning_half`` the one that sets thresholds."""
    models = build_models(load_settings())
    asked = unseen(questions(), models.knowledge_base.utterances)
    about = read_all(models.understander, [one for one in asked if one.for_tuning == tuning_half], models.clock)
    other = read_all(models.understander, [one for one in outside() if one.for_tuning == tuning_half], models.clock)
    today = models.clock.today()
    found = {language: _bins(of(language, about)) for language in LANGUAGES}
    text = tables(about, other, models.knowledge_base, today, _machine())
    text += "\n\nWhat a message does besides, each sentence alone:\n\n"
    text += "\n".join(label_table(read_labels(models.understander, models.clock)))
    text += (
        f"\n\nExpected calibration error: {calibration(found)}.\n\n![Reliability by language](images/reliability.svg)"
    )
    sys.stdout.write(text + "\n")
    if write:
        _write(text, found, today)


def _bins(reads: list[QuestionReading]) -> list[Bin]:
    named = [one for one in reads if one.reading.need is not None]
    return bins([one.reading.confidence for one in named], [one.right for one in named])


def _machine() -> str:
    return f"{platform.machine()}, two cores"


def _write(text: str, found: dict[Language, list[Bin]], today: date) -> None:
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    DIAGRAM.write_text(svg(found, f"Reliability of the need named, by language, {today.isoformat()}"), encoding="utf-8")
