"""Suggestions: the reception's own reply to what the citizen asked, and what else may answer it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.answers.question import Person, Question
from agents.answers.reply import Reply, reply
from agents.answers.same_words import say_the_same
from agents.copilot.advice import MOST, Suggestion
from agents.copilot.state import CopilotState
from agents.reception.nodes.answer import person_of, question_of
from agents.reception.turns.deps import Deps
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from agents.wording.rewording import reword
from agents.wording.worder import Approved, Worder
from knowledge.content.corpus import Corpus
from knowledge.languages import Language
from knowledge.passages import UnitId

_TOLD = ("answer", "referral")
"""Kinds of message that tell something: notices and offers are the reception's own manners."""
_LOOKED_AT = 5
"""Replies that are asked for, some of which say again what another says."""


def suggestions_for(state: CopilotState, deps: Deps) -> tuple[list[Suggestion], Reply]:
    """The best first, at most ``MOST``, each of one need; and what answers best. May encode: call it in a thread."""
    today = deps.clock.today()
    question = _plain(question_of(state, deps.phrases, deps.catalogue, today), state["reading"])
    corpus = deps.knowledge_base.on(today).corpus
    first: Reply | None = None
    found: list[Suggestion] = []
    for told in _replies(question, person_of(state), deps):
        first = first or told
        one = _suggestion(told)
        if one is not None and not _adds_nothing(one, found):
            other = state["agent_language"] != question.language
            found.append(replace(one, told_in=_in(state["agent_language"], told.units, corpus)) if other else one)
        if len(found) == MOST:
            break
    assert first is not None
    return sorted(found, key=lambda one: -one.confidence), first


async def reworded(one: Suggestion, state: CopilotState, worder: Worder | None) -> Suggestion:
    """The suggestion in better words, where a chat model finds them; what the agent reads beside it stands."""
    if not all(citation.told for citation in one.citations):
        return one  # a document that somebody added is quoted
    approved = Approved(one.text, state["language"], "suggestion", state["conversation_id"])
    better = await reword(approved, one.citations, worder)
    return one if better is None else replace(one, text=better[0], citations=better[1])


def _plain(question: Question, reading: Reading) -> Question:
    """An agent is not told that ISAC is in doubt or decides nothing: they are shown its confidence. It may be about all
    that was spoken of, by either side.
    """
    spoken = spoken_of(reading) if question.unit is None else ()
    return replace(question, rivals=spoken, near=(), preface="", doubtful=False, tells_nearest=False, one_need=True)


def spoken_of(reading: Reading) -> tuple[Candidate, ...]:
    """The needs that an utterance may be about, the likeliest first: by itself, and as the conversation goes, each to
    one half.
    """
    alone, after = {one.need: one.confidence for one in reading.alternatives}, reading.beliefs
    needs = dict.fromkeys([*alone, *after])
    found = (Candidate(need, (alone.get(need, 0.0) + after.get(need, 0.0)) / 2) for need in needs)
    return tuple(sorted(found, key=lambda one: -one.confidence))


def _replies(question: Question, person: Person, deps: Deps) -> Iterator[Reply]:
    """What answers; then, each time, what would be told to who says that nothing told so far does."""
    for _ in range(_LOOKED_AT):
        told = reply(question, person, deps)
        yield told
        if not told.units or not person.told.isdisjoint(told.units):
            return
        question, person = replace(question, objects=True), replace(person, told=person.told.union(told.units))


def _suggestion(told: Reply) -> Suggestion | None:
    messages = [message for message in told.messages if message.kind in _TOLD]
    if not messages:
        return None
    return Suggestion(
        text="\n".join(message.text for message in messages),
        need=told.need,
        aspect=told.aspect,
        confidence=round(min(told.chance, 1.0), 3),
        citations=tuple(dict.fromkeys(citation for message in messages for citation in message.citations)),
        units=told.units,
    )


def _adds_nothing(one: Suggestion, found: Sequence[Suggestion]) -> bool:
    """Whether each of its lines is said by those found: neighbouring needs often say the same."""
    said = [line for other in found for line in other.text.split("\n")]
    return all(any(say_the_same(line, other) for other in said) for line in one.text.split("\n"))


def _in(language: Language, units: Sequence[UnitId], corpus: Corpus) -> str | None:
    """The units in another language; None where they are not told in it."""
    lines = [line for unit in units if (line := corpus.line(unit, language)) is not None]
    return "\n".join(sentence.text for _, sentence in lines) or None
