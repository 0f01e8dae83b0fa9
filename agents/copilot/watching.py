"""What was just said that an agent should know of: what contradicts the articles, danger, a promise without a date."""

from collections.abc import Mapping

from agents.copilot.advice import Alert, AlertKind
from agents.copilot.contradictions import Contradiction, Lines, SaidTurn, contradictions
from agents.copilot.figures import figures_of
from agents.copilot.state import CopilotState
from agents.copilot.turn_words import turn_words
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import said_before
from agents.understanding.shared.labels import DANGERS
from knowledge.languages import Language
from knowledge.passages import UnitId
from knowledge.words.shared_words import share_said

_TOPIC = 0.3
"""The least probability of the need on the table."""
_TOLD, _TOLD_WITH_FIGURES = 0.5, 0.2
"""The share of the words of a line of a suggestion from which it was told: alone, and with all its figures."""


def alerts_of(state: CopilotState, deps: Deps) -> list[Alert]:
    """Of this turn. May encode: call it in a thread."""
    if state["utterance"].speaker == "citizen":
        return _dangers(state, deps)
    return [*_promises(state, deps), *_wrong_figures(state, deps)]


def tells(said: str, suggested: str, language: Language) -> bool:
    """Whether an agent's words tell what was suggested: a line of it by its words, or its figures with some of them; no
    line of which a figure of that kind was said otherwise.
    """
    told = figures_of(said, language)
    for line in filter(None, map(str.strip, suggested.splitlines())):
        figures, share = figures_of(line, language), share_said(said, line, language)
        held = [any(one.same(other) for other in told) for one in figures]
        others = [one for one in told if any(one.comparable(figure) for figure in figures)]
        if others and not any(held):
            continue
        if share >= _TOLD or (figures and all(held) and share >= _TOLD_WITH_FIGURES):
            return True
    return False


def _dangers(state: CopilotState, deps: Deps) -> list[Alert]:
    found = state["reading"].labels & DANGERS
    right = deps.phrases.say(state["agent_language"], "alert-danger") if found else ""
    return [Alert("danger", state["number"], state["utterance"].text, right)] if found else []


def _promises(state: CopilotState, deps: Deps) -> list[Alert]:
    """The first promise of the turn, where it tells no day, time or term."""
    text, language, words = state["utterance"].text, state["language"], turn_words()
    span = words.promise(text, language)
    dated = figures_of(text, language) or words.dates(text, language) or any(map(str.isdigit, text))
    if span is None or dated:
        return []
    right = deps.phrases.say(state["agent_language"], "alert-promise")
    return [Alert("promise", state["number"], text[slice(*span)], right)]


def _wrong_figures(state: CopilotState, deps: Deps) -> list[Alert]:
    text, language, day = state["utterance"].text, state["language"], deps.clock.today()
    needs = dict(state.get("beliefs") or {})
    if topic := state.get("need"):
        needs.setdefault(topic, _TOPIC)
    if not needs or not figures_of(text, language):
        return []
    lines = Lines(deps.knowledge_base.on(day).corpus, deps.knowledge_base.facts, day, language)
    found = contradictions(_turn(state, needs, deps), lines, turn_words())
    alerts = (_alert(one, state, deps) for one in found)
    return list({alert.right: alert for alert in alerts if alert is not None}.values())


def _turn(state: CopilotState, needs: Mapping[str, float], deps: Deps) -> SaidTurn:
    transcript = state.get("transcript") or []
    heard = [line["text"] for line in transcript if line["speaker"] == "citizen"]
    told = [line["text"] for line in transcript if line["speaker"] != "citizen"]
    before, language, text = said_before(state), state["language"], state["utterance"].text
    ranked: dict[UnitId, float] = {}
    for words in filter(None, (text, heard[-1] if heard else "")):
        for unit, chance in deps.reader.rank_units(words, language, needs, before):
            ranked[unit] = max(chance, ranked.get(unit, 0.0))
    return SaidTurn(text, language, heard[-1] if heard else "", heard, told, needs, ranked)


def _alert(found: Contradiction, state: CopilotState, deps: Deps) -> Alert | None:
    """In the agent's language; None where the line is not told in it."""
    unit, day = found.line.unit, deps.clock.today()
    passage = deps.knowledge_base.on(day).corpus.about(unit.need, state["agent_language"], unit.aspect)
    sentence = next((one for one in passage.sentences if one.place == unit.place), None) if passage else None
    if passage is None or sentence is None:
        return None
    citation = next(iter(deps.knowledge_base.cite(passage, [sentence], day)), None)
    kind: AlertKind = "term" if found.figure.kind in ("days", "months") else "figure"
    return Alert(kind, state["number"], found.said, sentence.text, citation, round(found.confidence, 3))
