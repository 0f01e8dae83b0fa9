"""The node that answers: it carries the question and the person to ``reply``, and remembers what was asked and told."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from langgraph.runtime import Runtime

from agents.answers.line_ranking import ITEM
from agents.answers.question import Person, Question
from agents.answers.reply import Reply, reply
from agents.answers.same_words import say_the_same
from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from agents.reception.booking.task_hold import release_hold
from agents.reception.booking.task_question import word_reminder
from agents.reception.nodes.own_sum import answer_with_sum, going_on_with_sum, was_just_told
from agents.reception.policy.policy_input import FLOOR, Decision, asks_elsewhere, is_plain, section_of
from agents.reception.tasks.task import LastQuestion, OpenQuestion
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import SAID_ONCE, Draft, State, conditions_of, said_before
from agents.reception.turns.transcript import said_masked
from agents.reception.turns.turn import load_turn
from agents.understanding.question.conditions import CONDITION_KINDS
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import SaidBefore
from knowledge.content.needs import Catalogue
from knowledge.passages import Aspect, parse_unit

_RIVAL = 0.3
"""The share of the need's probability from which the articles of another are looked at too."""
_RULES: tuple[Aspect, ...] = ("who", "requirements", "amount", "deadlines")
"""What a line told before a sum may be about."""
_MOST_DISPUTED = 200
"""The most letters, the last ones, of a question that are kept with what is said against its answer."""
_FAILURES = 2
"""Answers in a row that were said to be none, after which a person is offered."""
_LESS = 0.8
"""The share of its probability for one question below which a line answers another less."""
_LIKELY, _ELSEWHERE = 0.4, 0.1
"""In the middle of a conversation a need is told of without a doubt from the first on, and up to the second of lying
outside. As at the beginning, 25 of 100 answers to strangers were said to be doubtful, and 73 of those were about the
right need; so, 7 and 65."""


async def answer_turn(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The reply; then the question of the task it interrupted, or the reply's own."""
    deps, language, task = runtime.context, state["language"], state.get("task")
    if state["decision"].sum:
        return await _sum_and_others(state, runtime)
    replies = await asyncio.to_thread(_replies, state, deps)
    told, apart = _offering_person(replies[0], state, deps), _told_apart(replies, state, deps)
    as_of = (told.need, told.as_of) if told.as_of else None
    draft = Draft((*told.messages, *apart), told.quick_replies, completeness=told.completeness, as_of=as_of)
    if state["decision"].aside:  # asked beside a yes or a value: what that did is told first
        done = state["draft"]
        draft = replace(_without_told(draft, done).after(*_told_of(done)), appointment=done.appointment)
    of_all = [str(unit) for one in replies for unit in one.units]
    units = list(dict.fromkeys([*(state.get("told_units") or []), *of_all]))
    if task is not None and state["decision"].ends_task:
        await release_hold(task, deps)
        task = None
    if task is not None:
        return {"draft": word_reminder(draft, task, language, deps), "told_units": units}
    need = _need_left(told, state)
    closes = told.closing and (told.asks in ("condition", "which", "person") or need != state.get("need"))
    if told.closing and closes:  # what else is wanted is asked once about each need
        draft = draft.then(told.closing)
    words, asked = (
        state["decision"].text or said_masked(state, deps.public_numbers),
        state.get("conditions_asked") or [],
    )
    update = {
        "task": None,
        "draft": draft,
        "need": need,
        "aspect": told.aspect,
        "asked": _asked(told, words) if closes or not told.closing else None,
        "question": LastQuestion(words, _disputed(state)),
        "told_units": units,
        "questions": {words: str(unit) for words, unit in told.questions.items()},
        "conditions_asked": [*asked, told.depends_on] if told.depends_on else asked,
    }
    return update | going_on_with_sum(update, state, deps)


def _disputed(state: State) -> str:
    """What was asked before: who says that it was not answered asks it again, with what they add."""
    before = state.get("question")
    return before.whole[-_MOST_DISPUTED:] if before is not None and state["decision"].objects else ""


def _need_left(told: Reply, state: State) -> str | None:
    """The need on the table after it: one that lies near and has the line that answers takes no question about the need
    on the table to its own side.
    """
    decision, table = state["decision"], state.get("need")
    goes_on = decision.need == table and decision.unit is None
    return table if told.asks == "which" or goes_on else told.need


def _offering_person(told: Reply, state: State, deps: Deps) -> Reply:
    """With the offer of a person at its end, where one may have been wanted, where two answers in a row were none, or
    nothing more is known."""
    labels = state["reading"].labels
    fails = told.has_no_more or state.get("objections", 0) >= _FAILURES or _is_left(state["decision"], deps)
    if (
        state.get("handed_off")
        or not ("maybe_person" in labels or fails)
        or state.get("task") is not None
        or told.asks not in (None, "book")
    ):
        return told
    offer = deps.phrases.message(state["language"], "question", "offer-person")
    return replace(told, closing=offer, asks="person")


def _is_left(decision: Decision, deps: Deps) -> bool:
    """Whether it says that one's own amount is not worked out here."""
    return deps.sums is not None and decision.unit is not None and str(decision.unit) in deps.sums.left.values()


async def _sum_and_others(state: State, runtime: Runtime[Deps]) -> dict[str, Any]:
    """The sum, then what else was asked, then what the sum lacks. When a sum begins with a question, the first line of
    its rule is told first.
    """
    made, decision = await answer_with_sum(state, runtime), state["decision"]
    if was_just_told(made, state, runtime.context):
        also = decision.also if state["reading"].parts else ()  # a message of one part is asked as a whole
        return await answer_turn({**state, "decision": replace(decision, sum="", also=also)}, runtime)
    lacks_all = made["sum_lacks"] and made["draft"].completeness == "partial"
    begins = lacks_all and made["asked"] is not None and not _is_under_way(state, runtime.context)
    if not (decision.also or begins):
        return made
    draft: Draft = made["draft"]
    closing = tuple(message for message in draft.messages if message.kind == "question")
    told = Reply(made["need"], tuple(one for one in draft.messages if one not in closing), draft.completeness)
    asked = replace(decision, need=decision.need if begins else None, tells_nearest=True)
    beside = await asyncio.to_thread(_replies, {**state, "decision": asked}, runtime.context)
    if begins:
        rule = None if beside[0].asks == "which" else _rule_of(decision.sum, beside[0], runtime.context)
        beside = [*([rule] if rule else []), *beside[1:]]
    messages = (*told.messages, *_told_apart([told, *beside], state, runtime.context), *closing)
    units = [*(state.get("told_units") or []), *(str(unit) for one in beside for unit in one.units)]
    return {**made, "draft": replace(draft, messages=messages), "told_units": list(dict.fromkeys(units))}


def _is_under_way(state: State, deps: Deps) -> bool:
    """Whether it goes on with the sum of the turn before, or with another of the same matter."""
    last, name, sums = state.get("sum_done") or "", state["decision"].sum, deps.sums
    if sums is None or last not in sums.needs:
        return False
    return not set(sums.needs[last]).isdisjoint(sums.needs.get(name, ()))


def _rule_of(name: str, told: Reply, deps: Deps) -> Reply | None:
    """The first line, where it may be the rule of a sum: of amounts, conditions or terms, or of its own need."""
    first = next((one for one in told.messages if one.kind in ("answer", "referral")), None)
    own = deps.sums is not None and told.units and told.units[0].need == deps.sums.needs[name][0]
    if first is None or not (own or (told.units and told.units[0].aspect in _RULES)):
        return None
    line = first.text.split("\n")[0]
    return replace(told, messages=(replace(first, text=line),), units=told.units[:1])


def _replies(state: State, deps: Deps) -> list[Reply]:
    """To each thing asked, in order."""
    decision, person = state["decision"], person_of(state)
    asks = decision.need and not _only_books(decision)
    questions = [question_of(state, deps.phrases, deps.catalogue, deps.clock.today())] if asks else []
    questions += [_question_beside(one, state, deps) for one in decision.also]
    several = len(questions) > 1 or not state["reading"].labels.isdisjoint({"despair", "unsafe"})
    asked = [replace(question, in_company=several) for question in questions]
    return _each_its_own(asked, [reply(question, person, deps) for question in asked], person, deps)


def _each_its_own(asked: Sequence[Question], replies: Sequence[Reply], person: Person, deps: Deps) -> list[Reply]:
    """A line that two questions come to answers the one that it answers more probably; the other gets its next. One
    that it answers as probably is the same question again.
    """
    told = list(replies)
    for before, later in combinations(range(len(replies)), 2):
        line = replies[before].units[:1]
        less, more = sorted((before, later), key=lambda place: replies[place].chance)
        if not line or line != replies[later].units[:1] or replies[less].chance > _LESS * replies[more].chance:
            continue
        next_one = reply(asked[less], replace(person, told=person.told.union(line)), deps)
        if next_one.units and next_one.units[:1] != line and next_one.asks != "which":
            told[less] = next_one
    return told


def _only_books(decision: Decision) -> bool:
    """Whether its need is what the appointment is for, and only what is asked beside that is answered. Of one that is
    still to be found the task knows no need: in the middle of it a need is asked about.
    """
    task = decision.task
    books = decision.route == "collect" and task is not None and (task.need == decision.need or not decision.own)
    return books and bool(decision.also)


def _told_apart(replies: Sequence[Reply], state: State, deps: Deps) -> tuple[Message, ...]:
    """The lines of the later replies that are not told yet; that something asked is left, where it is."""
    said = {line for message in replies[0].messages for line in message.text.split("\n")}
    units = set(replies[0].units)
    told: list[Message] = []
    unclear = any(not one.units or one.asks == "which" for one in replies[1:])
    for one in replies[1:]:
        if one.asks == "which" or not one.units or not units.isdisjoint(one.units[:1]):
            continue
        for named, message in _each_named(one.messages):
            lines = [line for line in message.text.split("\n") if not any(say_the_same(line, one) for one in said)]
            if lines:
                told += [*named, replace(message, text="\n".join(lines))]
                said.update(lines)
        units.update(one.units)
    if (state["decision"].unanswered or unclear) and replies[0].asks != "which":
        told.append(deps.phrases.message(state["language"], "notice", "answer-apart"))
    return tuple(told)


def _each_named(messages: Sequence[Message]) -> Iterator[tuple[Sequence[Message], Message]]:
    """The answers of a reply; with one of another need than the first's, the notice before it that names the need."""
    for place, message in enumerate(messages):
        if message.kind in ("answer", "referral"):
            answered = any(one.kind == "answer" for one in messages[:place])
            yield [one for one in messages[place - 1 : place] if answered and one.kind == "notice"], message


def _without_told(draft: Draft, done: Draft) -> Draft:
    """The draft without lines that were told with what was done: how it is done online, before an appointment."""
    said = {line for message in done.messages if message.kind == "answer" for line in message.text.split("\n")}
    kept = [
        (message, [line for line in message.text.split("\n") if message.kind != "answer" or line not in said])
        for message in draft.messages
    ]
    return replace(draft, messages=tuple(replace(one, text="\n".join(lines)) for one, lines in kept if lines))


def _told_of(done: Draft) -> tuple[Message, ...]:
    """What was done, without what is asked next."""
    return tuple(message for message in done.messages if message.kind in ("notice", "answer", "appointment"))


def _asked(told: Reply, words: str) -> OpenQuestion | None:
    """The closing question, so that the next turn can answer it."""
    match told.asks:
        case "condition":
            return OpenQuestion(
                "condition", (told.need,), text=words, aspect=told.aspect, condition=told.depends_on,
            )  # fmt: skip
        case "book":
            return OpenQuestion("book", (told.need,))
        case "person":
            return OpenQuestion("person", (told.need,), reason="no_answer")
        case "which":
            return OpenQuestion("which", (told.need,))
        case "sum" | None:
            return None


def question_of(state: State, phrases: Phrases, catalogue: Catalogue, today: date) -> Question:
    """The question that the turn's decision answers: said in this turn, or before it and answered now."""
    decision, language = state["decision"], state["language"]
    assert decision.need is not None
    reading = decision.part or state["reading"]
    near = () if decision.text else _near(reading, catalogue, decision.need)
    said, objects = state["screened"].text, decision.objects
    return Question(
        text=decision.text or _asked_words(reading) or said,
        language=language,
        need=decision.need,
        aspect=_section(decision, phrases.pressed(language, said)),
        unit=decision.unit,
        offered=decision.offered,
        day=today,
        rivals=_rivals(decision, reading, near),
        near=near,
        tells_nearest=decision.tells_nearest and (state.get("task") is None or decision.ends_task),
        before=replace(said_before(state), text="") if decision.text else _before(reading, state),
        as_of=None if state.get("task") is not None or decision.easier else reading.as_of,
        names=not decision.text and decision.need != state.get("need"),
        tells=not (reading.asks or objects),
        objects=objects,
        easier=decision.easier,
        preface="" if decision.key in SAID_ONCE and decision.key in (state.get("heard") or []) else decision.key,
        doubtful=_is_doubtful(decision, reading, state.get("need")),
        unsure=reading.outside > _ELSEWHERE or reading.confidence < FLOOR,
        outside=not decision.text and asks_elsewhere(reading),
    )


def _section(decision: Decision, pressed: str | None) -> Aspect | None:
    """The section asked for: that of the question chosen, or of the button; in easy words, the one told last."""
    if decision.unit is not None:
        return decision.unit.aspect
    return decision.aspect if decision.easier else section_of(pressed)


def _asked_words(reading: Reading) -> str:
    return reading.parts[0].words.asked if reading.parts else reading.words.asked


def _before(reading: Reading, state: State) -> SaidBefore:
    """What was said before the question: in the message itself, where it is a later part of it."""
    before = said_before(state)
    return replace(before, text=reading.words.after) if reading.words.after else before


def _question_beside(part: Reading, state: State, deps: Deps) -> Question:
    """A question asked beside that of the decision."""
    assert part.need is not None
    near = _near(part, deps.catalogue, part.need)
    return Question(
        text=part.words.asked,
        language=state["language"],
        need=part.need,
        aspect=None,
        day=deps.clock.today(),
        rivals=() if part.goes_on else _likely_needs(part.need, part, near),
        near=near,
        before=_before(part, state),
        as_of=part.as_of,
    )


def person_of(state: State) -> Person:
    """The person that the conversation is about, as far as it knows them."""
    reading, asked, conditions = state["reading"], state.get("conditions_asked") or [], conditions_of(state)
    afresh = "asks_what" in reading.labels  # what answers here is told as often as it is asked
    return Person(
        conditions=conditions,
        told_now=frozenset(kind for kind, value in reading.conditions.items() if conditions.get(kind) == value),
        asks_what_changes=reading.leaning,
        asked_for=frozenset(kind for kind in CONDITION_KINDS if kind in asked),
        told=frozenset(() if afresh else map(parse_unit, state.get("told_units") or [])),
        said_just=frozenset() if afresh else _said_just(state),
        heard=_heard(state),
        variety=state.get("variety"),
    )


def _heard(state: State) -> frozenset[str]:
    told = (one["text"] for one in state.get("transcript") or [] if one["speaker"] == "assistant")
    return frozenset(line for text in told for line in text.split("\n"))


def _said_just(state: State) -> frozenset[str]:
    last = load_turn(state.get("last_turn"))
    told = [message.text for message in last.messages if message.kind == "answer"] if last else []
    return frozenset(line.removeprefix(ITEM) for text in told for line in text.split("\n"))


def _rivals(decision: Decision, reading: Reading, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The needs confusable with the one that the message named, and nearly as likely."""
    if decision.need != reading.need or decision.text or reading.goes_on:
        return ()
    return _likely_needs(reading.need, reading, near)


def _likely_needs(need: str | None, reading: Reading, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(one for one in near if one.need == need or one.confidence >= _RIVAL * reading.confidence)


def _near(reading: Reading, catalogue: Catalogue, need: str) -> tuple[Candidate, ...]:
    """Every need that it may be about, but for danger and the wish for a person, which are no questions to choose: only
    who is answered about that ``need``, as who asks for the number to call, hears of it.
    """
    kept = (one for one in reading.alternatives if one.need in catalogue)
    apart = ("emergency", "person")
    return tuple(one for one in kept if one.need == need or catalogue[one.need].policy.action not in apart)


def _is_doubtful(decision: Decision, reading: Reading, on_the_table: str | None) -> bool:
    """Whether the message itself names the need, and not beyond doubt; once something is spoken of, not even likely."""
    need = decision.need
    if reading.out_of_scope and need == next((one.need for one in reading.alternatives), None):
        return not (decision.text or decision.key or decision.unit)  # it seemed to be another matter
    if reading.need != need or need == on_the_table:
        return False
    likely = on_the_table is not None and reading.confidence >= _LIKELY and reading.outside <= _ELSEWHERE
    return not (likely or is_plain(reading))
