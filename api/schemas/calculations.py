"""Wire models of a sum."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from agents.answers.sums import Sums
from api.schemas.conversations import Incoming
from knowledge.content.fact_values import Unit
from knowledge.languages import Language
from tools.calculators.inputs import InputKind
from tools.calculators.sums import Measured, Missing

Scalar = str | int | float | bool | None


class CalculationIn(Incoming):
    """Inputs by name; amounts with a point, days as 2026-12-01, times as 36y6m."""

    inputs: dict[str, Scalar] = Field(default_factory=dict, max_length=20)
    language: Language | None = Field(default=None, description="Of the texts; else the browser's.")


class CalculationStepOut(BaseModel):
    """A step, and the article that says it."""

    text: str
    article: str


class CalculationOptionOut(BaseModel):
    """A value that a choice may have, and its name."""

    value: str
    label: str


class CalculationInputOut(BaseModel):
    """An input that the sum still needs, and how to ask for it."""

    name: str
    kind: InputKind
    question: str
    options: list[CalculationOptionOut]


class CalculationOut(BaseModel):
    """What a sum comes to, or what it needs.

    ``value`` is an amount with a point or a day, null where there is none. ``missing`` are names, in the order to ask;
    ``ask`` says how. ``possible`` is false where the law gives nothing, and ``text`` says why.
    """

    name: str
    value: str | None
    unit: Unit | None
    possible: bool
    text: str
    steps: list[CalculationStepOut]
    missing: list[str]
    ask: list[CalculationInputOut]
    limits: list[str]
    assumed: list[str]
    language: Language


def calculated(sums: Sums, name: str, inputs: Mapping[str, Any], today: date, language: Language) -> CalculationOut:
    """Make the sum, or ask for what it lacks. Raises UnknownSum, BadSumInput, SumNotKnown."""
    found = sums.calculate(name, inputs, today)
    if isinstance(found, Missing):
        return _asking(sums, found, today, language)
    words = sums.words.say(found, language)
    return CalculationOut(
        name=name,
        value=_plain(found.value),
        unit=found.value.unit if found.value else None,
        possible=found.possible,
        text=words.text,
        steps=[CalculationStepOut(text=step.text, article=step.article) for step in words.steps],
        missing=[],
        ask=[],
        limits=list(words.limits),
        assumed=list(words.assumed),
        language=language,
    )


def _asking(sums: Sums, found: Missing, today: date, language: Language) -> CalculationOut:
    specs = {spec.name: spec for spec in sums.inputs(found.name, today)}
    ask = [
        CalculationInputOut(
            name=name,
            kind=specs[name].kind,
            question=sums.words.ask(specs[name], language),
            options=[
                CalculationOptionOut(value=value, label=label)
                for value, label in sums.words.options(specs[name], language).items()
            ],
        )
        for name in found.inputs
    ]
    return CalculationOut(
        name=found.name, value=None, unit=None, possible=True, text=ask[0].question, steps=[],
        missing=list(found.inputs), ask=ask, limits=[], assumed=[], language=language,
    )  # fmt: skip


def _plain(value: Measured | None) -> str | None:
    """Days as ISO, amounts with a point."""
    if value is None:
        return None
    return value.value.isoformat() if isinstance(value.value, date) else str(value.value)
