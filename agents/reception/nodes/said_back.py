"""What the person told of their situation, said back in the answer it changes."""

from agents.answers.answering import Answer
from agents.answers.conditions import works_named
from agents.phrases.message import Message
from agents.phrases.wording import list_words
from agents.reception.deps import Deps
from agents.reception.state import State
from agents.understanding.question.conditions import CONDITION_KINDS, ConditionKind, Conditions
from agents.understanding.question.mentions import build_mention_reader
from knowledge.content.fact_text import render_value
from knowledge.content.fact_values import Unit, YearsMonths
from knowledge.content.needs import Need
from knowledge.languages import Language

_FIGURES: dict[ConditionKind, frozenset[Unit]] = {
    "age": frozenset({"age", "years"}),
    "contributed": frozenset({"age", "years", "months", "days"}),
    "disability": frozenset({"percent"}),
    "children": frozenset({"money_month", "money_year", "money", "weeks"}),
}
"""Units of the figures that a condition is measured against: an answer without them has nothing to do with it."""


def conditions_of(state: State) -> Conditions:
    """Everything told so far of whoever the conversation is about."""
    known = state.get("conditions") or {}
    return {kind: known[kind] for kind in CONDITION_KINDS if kind in known}


def said_back(state: State, found: Answer, need: Need, deps: Deps) -> Message | None:
    """The conditions told in this turn, or told before and used now, that have to do with the answer.

    When somebody asks what changes for them and nothing does, that is said.
    """
    conditions, told = conditions_of(state), state["reading"].conditions
    used = {*found.led_by, *(kind for kind in told if _bears_on(kind, conditions, found, need, deps))}
    if used:
        return _with_conditions("answer-conditions", used, state, deps)
    asked_what_changes = state["reading"].leaning and told.keys() - {"territory"}
    return _with_conditions("answer-conditions-none", set(told), state, deps) if asked_what_changes else None


def _with_conditions(key: str, kinds: set[ConditionKind], state: State, deps: Deps) -> Message:
    language, conditions = state["language"], conditions_of(state)
    words = [condition_words(kind, conditions[kind], language, deps) for kind in CONDITION_KINDS if kind in kinds]
    return deps.phrases.message(language, "notice", key, conditions=list_words(words, language))


def condition_words(kind: ConditionKind, value: str, language: Language, deps: Deps) -> str:
    """A condition in a few words."""
    say = deps.phrases.say
    match kind:
        case "work":
            return say(language, f"condition-work-{value}")
        case "contributed":
            years, _, months = value.rstrip("m").partition("y")
            time = render_value("age", YearsMonths(int(years), int(months)), language)
            return say(language, "condition-contributed", time=time)
        case "territory":
            return say(language, "condition-territory", place=deps.places.province(value).names[language])
        case _:
            return say(language, f"condition-{kind}", number=int(value))


def works_to_choose(found: Answer, language: Language, deps: Deps) -> tuple[str, ...]:
    """As quick replies, the works that the lines told are for; none when it is not the work that is asked for."""
    if found.depends != "work":
        return ()
    phrases = (deps.phrases.say(language, f"condition-work-{work}") for work in works_named(found.sentences))
    return tuple(phrase[:1].upper() + phrase[1:] for phrase in phrases)


def _bears_on(kind: ConditionKind, conditions: Conditions, found: Answer, need: Need, deps: Deps) -> bool:
    if kind == "territory":
        return need.policy.elsewhere is not None
    if kind == "work":
        own = build_mention_reader().of({"work": conditions["work"]})
        return any(own & build_mention_reader().read(sentence.text) for sentence in found.sentences)
    units = {deps.bookcase.facts[fact].unit for sentence in found.sentences for fact in sentence.facts}
    return not units.isdisjoint(_FIGURES[kind])
