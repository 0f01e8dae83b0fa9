"""Suggestions: the reception's own reply to what the citizen asked, and what else may answer it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.answers.question import Person, Question
from agents.answers.reply import Reply, reply
from agents.copilot.advice import MOST, Suggestion
from agents.copilot.state import CopilotState
from agents.phrases.message import Message
from agents.reception.nodes.answer import person_of, question_of
from agents.reception.turns.deps import Deps
from agents.understanding.units.spoken import SaidBefore
from agents.wording.rewording import reword
from agents.wording.worder import Approved, Worder
from knowledge.passages import UnitId

_TOLD = ("answer", "referral")
"""Kinds of message that tell something: notices and offers are the reception's own manners."""
_LOOKED_AT = 12
"""Units ranked by what was asked, from which those beside the first are taken."""


def suggestions_for(state: CopilotState, deps: Deps) -> tuple[list[Suggestion], Reply]:
    """The best first, at most ``MOST``; and what the reception would reply. May encode: call it in a thread."""
    question, person = _plain(question_of(state, deps.phrases, deps.catalogue, deps.clock.today())), person_of(state)
    first = reply(question, person, deps)
    found: list[Suggestion] = []
    for told, chance in _candidates(first, question, person, deps):
        one = _suggestion(told, chance)
        if one is not None and state["agent_language"] != question.language:
            one = replace(
                one, told_in=_in_agents(told, replace(question, language=state["agent_language"]), person, deps)
            )
        if one is not None and not any(one.text == other.text for other in found):
            found.append(one)
        if len(found) == MOST:
            break
    return sorted(found, key=lambda one: -one.confidence), first


async def reworded(one: Suggestion, state: CopilotState, worder: Worder | None) -> Suggestion:
    """The suggestion in better words, where a chat model finds them; what the agent reads beside it stands."""
    if not all(citation.told for citation in one.citations):
        return one  # a document that somebody added is quoted
    approved = Approved(one.text, state["language"], "suggestion", state["conversation_id"])
    better = await reword(approved, one.citations, worder)
    return one if better is None else replace(one, text=better[0], citations=better[1])


def _plain(question: Question) -> Question:
    """An agent is not told that ISAC is in doubt or decides nothing: they are shown its confidence."""
    return replace(question, preface="", doubtful=False, tells_nearest=False, in_company=True)


def _candidates(first: Reply, question: Question, person: Person, deps: Deps) -> Iterator[tuple[Reply, float]]:
    """The reply, then the next likely units of the needs it may be about, each told alone."""
    belief = question.chances
    if first.units:
        yield first, first.chance * belief.get(first.need, 1.0)
    told: set[UnitId] = set(first.units)
    for unit, chance in _ranked(question, deps)[:_LOOKED_AT]:
        if unit in told:
            continue
        other = reply(_about(question, unit), person, deps)
        if other.units and told.isdisjoint(other.units[:1]):
            told.update(other.units)
            yield other, chance


def _ranked(question: Question, deps: Deps) -> Sequence[tuple[UnitId, float]]:
    return deps.reader.rank_units(question.text, question.language, question.chances, question.before)


def _about(question: Question, unit: UnitId) -> Question:
    return replace(question, need=unit.need, aspect=unit.aspect, unit=unit, rivals=(), near=())


def _suggestion(told: Reply, chance: float) -> Suggestion | None:
    messages = _telling(told)
    if not messages:
        return None
    return Suggestion(
        text="\n".join(message.text for message in messages),
        need=told.need,
        aspect=told.aspect,
        confidence=round(min(chance, 1.0), 3),
        citations=tuple(dict.fromkeys(citation for message in messages for citation in message.citations)),
        units=told.units,
    )


def _telling(told: Reply) -> list[Message]:
    return [message for message in told.messages if message.kind in _TOLD]


def _in_agents(told: Reply, asked: Question, person: Person, deps: Deps) -> str | None:
    """The same units in the language of ``asked``; None where they are not told in it."""
    if not told.units:
        return None
    asked = replace(_about(asked, told.units[0]), before=SaidBefore())
    anew = replace(person, told=frozenset(), said_just=frozenset(), heard=frozenset())
    same = reply(asked, anew, deps)
    return "\n".join(message.text for message in _telling(same)) or None
