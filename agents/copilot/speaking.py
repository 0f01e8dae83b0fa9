"""When the copilot speaks, and why it keeps silent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp, log

from agents.copilot.advice import Silence, Suggestion
from agents.copilot.state import CopilotState
from agents.copilot.suggesting import spoken_of
from agents.reception.policy.policy_input import Decision
from agents.understanding.reading import Reading
from agents.understanding.roles.role import Role
from agents.understanding.shared.labels import DANGERS

_ASKS, _CHANCE, _NEED, _IN_WORDS, _LEANS, _BIAS = 0.59, 0.49, 0.19, 0.94, 0.65, -0.94
"""Weights of a logistic regression: the log-odds that the citizen asks, that the best suggestion answers and that its
need is the one spoken of; whether words ask, and whether the message leans on what was said before. Fitted to 540
utterances of 72 dialogues of strangers, in five languages, with suggestions that another reader judged. Each language
by the weights of the others, and with roles that none of its dialogues taught, one of three helped at least in part in
0.89 of those from 0.85 on, 0.72 from 0.7, 0.68 from 0.5, 0.51 from 0.33, 0.28 from 0.2, 0.05 below; it answered in full
in 0.61, 0.46, 0.51, 0.35, 0.19 and 0.04 (2026-12-02)."""
SPEAKS = 0.33
"""Below this it is silent: so it is in 95 of 100 turns that ask nothing (73 without), and 231 of the 255 that it could
help in are kept."""
_LEAST = 1e-3


def asked_of(state: CopilotState) -> Decision | None:
    """The decision to answer; None where nothing is asked. Of what asks, though the reception finds no need in it, the
    need is the likeliest that is spoken of.
    """
    decision = state["decision"]
    if decision.route == "answer" and decision.need is not None:
        return decision
    spoken = spoken_of(state["reading"])
    if decision.route != "notice" or not spoken or state["roles"].get("asks", 0.0) < SPEAKS:
        return None
    return replace(decision, route="answer", need=spoken[0].need)


def why_silent(asked: Decision | None, state: CopilotState, own_case: str | None) -> Silence | None:
    """None where something was asked that an article may answer. ``own_case``: the need of who asks what their own file
    says, which the agent sees and no article does.
    """
    if state["reading"].labels & DANGERS:
        return "danger"
    if state["decision"].route == "clarify":
        return "unclear"
    if asked is None:
        return "nothing_asked"
    return "own_file" if asked.need == own_case and not asked.sum else None


def spoken(
    found: Sequence[Suggestion], roles: Mapping[Role, float], reading: Reading
) -> tuple[list[Suggestion], Silence | None]:
    """The suggestions with the probability that they help, best first; none, and why, where the best hardly does."""
    if not found:
        return [], "unknown"
    asks = roles.get("asks", 0.0)
    helps = how_probably_helps(asks, found[0], reading)
    if helps < SPEAKS:
        return [], "unsure" if asks >= SPEAKS else "nothing_asked"
    best = found[0].confidence or 1.0
    return [replace(one, confidence=round(helps * one.confidence / best, 3)) for one in found], None


def how_probably_helps(asks: float, best: Suggestion, reading: Reading) -> float:
    """``asks``: how probably the citizen asks something; ``best`` comes with how probably it is the answer."""
    need = next((one.confidence for one in spoken_of(reading) if one.need == best.need), 0.0)
    score = (
        _BIAS
        + _ASKS * _log_odds(asks)
        + _CHANCE * _log_odds(best.confidence)
        + _NEED * _log_odds(need)
        + _IN_WORDS * reading.asks
        + _LEANS * reading.leans
    )
    return 1 / (1 + exp(-score))


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))
