"""``isac calculate``: a sum from ``key=value`` arguments, or from JSON Lines on the standard input."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from agents.answers.sums import Sums
from agents.phrases.phrases import Phrases
from api.commands.batch import batch, utf8, write_lines
from api.schemas.calculations import CalculationOut, calculated
from api.settings.settings import load_settings
from knowledge.administration import load_administration
from knowledge.content.calculations import load_calculations
from knowledge.content.facts import load_facts
from knowledge.languages import Language, parse_language
from tools.clock import LocalClock, system_clock
from tools.offices.calendar import load_calendar


def calculate(name: str, pairs: list[str], language: str | None, *, as_json: bool) -> None:
    """One sum in words or as JSON; without pairs, an answer for each object of inputs on the standard input.

    Raises UnknownSum, BadSumInput, SumNotKnown; ValueError for an argument that is no pair.
    """
    administration = load_administration(load_settings().administration)
    today = LocalClock(system_clock, administration.zone).today()
    calendar = load_calendar(administration)
    sums = Sums(
        load_calculations(administration),
        load_facts(administration),
        Phrases(administration),
        calendar.is_public_holiday,
    )
    spoken: Language = parse_language(language) if language else administration.languages[0]

    def handle(inputs: Mapping[str, Any]) -> dict[str, Any]:
        given = {key: value for key, value in inputs.items() if key != "id"}
        return calculated(sums, name, given, today, spoken).model_dump(mode="json")

    if not pairs:
        write_lines(batch(utf8(sys.stdin), handle))
        return
    found = calculated(sums, name, dict(_pair(one) for one in pairs), today, spoken)
    lines = [json.dumps(found.model_dump(mode="json"), ensure_ascii=False, indent=2)] if as_json else _words(found)
    write_lines(lines)


def _pair(written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals:
        raise ValueError(f"{written!r} is not key=value")
    return key.strip(), value.strip()


def _words(found: CalculationOut) -> list[str]:
    if found.missing:
        return [f"{one.name}: {one.question}" for one in found.ask]
    steps = [f"  {step.text} ({step.article})" for step in found.steps]
    return [found.text, *steps, *found.assumed, *found.limits]
