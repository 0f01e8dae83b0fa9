"""The conditions a person told, said back before the answer that they change."""

from collections.abc import Collection, Iterator

from agents.answers.article_answer import ArticleAnswer
from agents.answers.question import Person
from agents.phrases.phrases import Phrases
from agents.phrases.wording import list_words
from agents.routing.rules import provinces_elsewhere
from agents.understanding.question.conditions import CONDITION_KINDS, ConditionKind, Conditions
from agents.understanding.question.mentions import MentionReader
from knowledge.content.fact_text import render_value
from knowledge.content.fact_values import Unit, YearsMonths
from knowledge.content.facts import FactTable
from knowledge.content.needs import Need
from knowledge.languages import Language
from tools.places.places import Places

_FIGURES: dict[ConditionKind, frozenset[Unit]] = {
    "age": frozenset({"age", "years"}),
    "contributed": frozenset({"age", "years", "months", "days"}),
    "disability": frozenset({"percent"}),
    "children": frozenset({"money_month", "money_year", "money", "weeks"}),
}
"""Units of the figures that a condition is measured against: an answer without them has nothing to do with it."""


def acknowledge(
    answer: ArticleAnswer, need: Need, person: Person, facts: FactTable, mentions: MentionReader
) -> tuple[str, Conditions] | None:
    """The phrase that says conditions back, and which: those told with the question, or told before and used now, that
    have to do with the answer. When a person asks what changes for them and nothing does, that is said.
    """
    if used := {*answer.led_by, *_bearing_on(answer, need, person, facts, mentions)}:
        return "answer-conditions", _only(used, person.conditions)
    if person.asks_what_changes and person.told_now - {"territory"}:
        return "answer-conditions-none", _only(person.told_now, person.conditions)
    return None


def _only(kinds: Collection[ConditionKind], conditions: Conditions) -> Conditions:
    return {kind: conditions[kind] for kind in CONDITION_KINDS if kind in kinds}


def word_conditions(conditions: Conditions, language: Language, phrases: Phrases, places: Places) -> str:
    """The conditions in a few words each, as a list."""
    return list_words([_word(kind, value, language, phrases, places) for kind, value in conditions.items()], language)


def _word(kind: ConditionKind, value: str, language: Language, phrases: Phrases, places: Places) -> str:
    match kind:
        case "work":
            return phrases.say(language, f"condition-work-{value}")
        case "contributed":
            years, _, months = value.rstrip("m").partition("y")
            time = render_value("age", YearsMonths(int(years), int(months)), language)
            return phrases.say(language, "condition-contributed", time=time)
        case "territory":
            return phrases.say(language, "condition-territory", place=places.province(value).names[language])
        case _:
            return phrases.say(language, f"condition-{kind}", number=int(value))


def _bearing_on(
    answer: ArticleAnswer, need: Need, person: Person, facts: FactTable, mentions: MentionReader
) -> Iterator[ConditionKind]:
    """The conditions told with the question that have to do with the answer."""
    units = {facts[fact].unit for sentence in answer.sentences for fact in sentence.facts}
    for kind in person.told_now:
        if kind == "territory":
            bears = bool(provinces_elsewhere(need))
        elif kind == "work":
            own = mentions.mentions_of({"work": person.conditions["work"]})
            bears = any(own & mentions.find_mentions(sentence.text) for sentence in answer.sentences)
        else:
            bears = not units.isdisjoint(_FIGURES[kind])
        if bears:
            yield kind
