"""What was just said that an agent should know of: what the articles tell otherwise, a running term, danger, promises
without a date.
"""

from collections.abc import Mapping
from dataclasses import replace

from agents.copilot.advice import Alert
from agents.copilot.contradictions import Lines, contradictions
from agents.copilot.deadlines import deadline_alerts
from agents.copilot.figures import figures_of
from agents.copilot.misnaming import NamedInArticles, misnamed
from agents.copilot.named_things import NamedThings
from agents.copilot.papers import Papers, wrong_papers
from agents.copilot.said_turn import SaidTurn, Wrong
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
_ADVISES = 0.5
"""The least probability that a turn answers or tells what to do, for bodies and documents in it to be advice."""
_OF_THE_PERSON = 0.5
"""The probability that a turn reads in the file, or takes note, from which what it tells is the person's own."""
_TOLD, _TOLD_WITH_FIGURES = 0.5, 0.2
"""The share of the words of a line of a suggestion from which it was told: alone, and with all its figures."""


def alerts_of(state: CopilotState, deps: Deps, things: NamedThings) -> list[Alert]:
    """Of this turn. May encode: call it in a thread."""
    if state["utterance"].speaker == "citizen":
        return [*_dangers(state, deps), *deadline_alerts(state, deps)]
    return [*_promises(state, deps), *_wrongs(state, deps, things)]


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
    text, language, words = state["utterance"].text, state["said_in"], turn_words()
    span = words.promise(text, language)
    dated = figures_of(text, language) or words.dates(text, language) or any(map(str.isdigit, text))
    if span is None or dated:
        return []
    right = deps.phrases.say(state["agent_language"], "alert-promise")
    return [Alert("promise", state["number"], text[slice(*span)], right)]


def _wrongs(state: CopilotState, deps: Deps, things: NamedThings) -> list[Alert]:
    """What the articles on the table tell otherwise."""
    needs = dict(state.get("beliefs") or {})
    if topic := state.get("need"):
        needs.setdefault(topic, _TOPIC)
    if not needs:
        return []
    day, turn = deps.clock.today(), _turn(state, needs)
    corpus, found = deps.knowledge_base.on(day).corpus, list[Wrong]()
    roles = state["roles"]
    if roles.get("reads", 0.0) + roles.get("none", 0.0) >= _OF_THE_PERSON:
        return []
    if figures_of(turn.text, turn.language):
        lines = Lines(corpus, deps.knowledge_base.facts, day, turn.language)
        found += contradictions(replace(turn, ranked=_ranked(turn, state, deps)), lines, turn_words())
    if roles.get("answers", 0.0) + roles.get("instructs", 0.0) >= _ADVISES:
        found += misnamed(turn, NamedInArticles(corpus, deps.catalogue, things, turn_words()))
    found += wrong_papers(turn, Papers(corpus, things, turn_words()))
    alerts = (_alert(one, state, deps) for one in found)
    return list({alert.right: alert for alert in alerts if alert is not None}.values())


def _turn(state: CopilotState, needs: Mapping[str, float]) -> SaidTurn:
    transcript = state.get("transcript") or []
    heard = [line["text"] for line in transcript if line["speaker"] == "citizen"]
    told = [line["text"] for line in transcript if line["speaker"] != "citizen"]
    asked = heard[-1] if heard else ""
    return SaidTurn(state["utterance"].text, state["said_in"], state["language"], asked, heard, told, needs)


def _ranked(turn: SaidTurn, state: CopilotState, deps: Deps) -> Mapping[UnitId, float]:
    """How probably each unit is told now, or was asked for: the greater of both."""
    ranked: dict[UnitId, float] = {}
    for words, language in ((turn.text, turn.language), (turn.asked, turn.heard_in)):
        for unit, chance in deps.reader.rank_units(words, language, turn.needs, said_before(state)) if words else ():
            ranked[unit] = max(chance, ranked.get(unit, 0.0))
    return ranked


def _alert(wrong: Wrong, state: CopilotState, deps: Deps) -> Alert | None:
    """In the agent's language; None where the line is not told in it."""
    day = deps.clock.today()
    line = deps.knowledge_base.on(day).corpus.line(wrong.unit, state["agent_language"])
    if line is None:
        return None
    passage, sentence = line
    citation = next(iter(deps.knowledge_base.cite(passage, [sentence], day)), None)
    return Alert(wrong.kind, state["number"], wrong.said, sentence.text, citation, round(wrong.confidence, 3))
