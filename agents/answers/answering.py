"""One function answers, for the citizen and for the copilot: approved sentences, each inside a citation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from agents.answers.aspect_model import SideModel
from agents.answers.conditions import kinds_in, open_condition, own_lines, without_others
from agents.answers.ranking import Query, Ranked, clear, rank, share_said
from agents.phrases.message import Completeness, Message
from agents.understanding.question.conditions import ConditionKind, Conditions
from agents.understanding.question.wanted import Wanted
from agents.understanding.reading import Candidate
from knowledge.bookcase import Bookcase, Shelf
from knowledge.content.library import cite
from knowledge.content.measures import Measure, figures, tells
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from knowledge.passages import Aspect, Passage, Sentence
from knowledge.words.words import content_words

_HALF = 0.5
_CLOSE = 5.0
"""A section whose score is no further behind is told from too: of the questions where one is, it holds what the first
does not in about one of five."""
_CLOSE_LEANING = 2.0
"""The same for what leans: of the examples, 84 in 100 are answered by what is told then, 64 by the first alone."""
_FEW = (4, 1)
"""Sentences that are told of a second section, and of a third: that one line holds the fact in one of a hundred."""
Meaning = Callable[[], Vectors]
"""The vector of the question, encoded when it is first asked for, once."""
_SIDE = 0.2
"""Belief that examples give the side asked about, from which it is answered without looking at the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """``need`` and ``aspect`` as understood.

    ``measure``: what it wants told. ``asks``: whether it is worded as a question; a need only named, with no measure,
    is answered with what it is. ``rivals``: needs it may be about instead, with ``need`` among them; empty when it was
    chosen. ``conditions``: what the person told of their situation. ``as_of``: the day whose rules are asked for.
    ``leans``: it does not name its matter, which was on the table.
    """

    text: str
    language: Language
    need: str
    aspect: Aspect | None
    day: date
    measure: Measure | None = None
    asks: bool = True
    rivals: tuple[Candidate, ...] = ()
    conditions: Conditions = field(default_factory=dict)
    as_of: date | None = None
    wanted: Wanted = field(default_factory=Wanted)
    leans: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Messages with citations. ``withheld``: sentences not in force were left out.

    ``need`` and ``aspect``: the section they are of; ``aspects``: those not told whole; ``sentences``: those of it.
    ``missing``: the side asked about, when the article says nothing of it. ``depends``: what of the person's situation
    it depends on and was not told; ``led_by``: what was told and has lines of its own before the section.
    """

    messages: tuple[Message, ...]
    completeness: Completeness
    withheld: bool
    aspects: tuple[Aspect, ...]
    need: str | None = None
    aspect: Aspect | None = None
    missing: Aspect | None = None
    depends: ConditionKind | None = None
    sentences: tuple[Sentence, ...] = ()
    led_by: frozenset[ConditionKind] = frozenset()


def answer(question: Question, bookcase: Bookcase, sides: SideModel | None = None) -> Answer:
    """The section that answers and, where others may as well, their lines that do; what is not in force is left out.

    No section, no answer. May encode. ``sides`` tells what a question that leans is after; without it words do.
    """
    shelf, meaning = bookcase.on(question.day), _meaning(question, bookcase)
    if question.leans and sides:
        question = _after(question, sides, meaning)
    chosen, *others = _choose(question, meaning, shelf, bookcase) or (None,)
    if chosen is None:
        return Answer((), "none", False, ())
    sections = shelf.library.passages(chosen.need, question.language)
    rest = tuple(passage.aspect for passage in sections if passage != chosen)
    if question.as_of:
        return _as_of(question.as_of, chosen, rest, bookcase)
    sentences = _current(chosen, question.day)
    withheld = chosen.withheld > 0 or len(sentences) < len(chosen.sentences)
    if not sentences:
        return Answer((), "none", True, rest, chosen.need, chosen.aspect)
    more = _more(others, question, bookcase)
    whole = {other.aspect for other, lines in more if len(lines) == len(_current(other, question.day))}
    own = own_lines(question.conditions, sections, chosen, question.day)
    messages = (
        *(_message(passage, lines) for passage, lines in own),
        _message(chosen, without_others(sentences, question.conditions, sections) or sentences),
        *(_message(other, lines) for other, lines in more),
    )
    every = (*sentences, *(line for _, lines in more for line in lines))
    told = question.aspect in (None, chosen.aspect) or any(_is_asked(one, question, bookcase) for one in every)
    missing = None if told else question.aspect
    depends = open_condition(bookcase.catalogue[chosen.need], sentences, question.conditions)
    completeness: Completeness = "partial" if withheld or missing else "complete"
    led_by = kinds_in((line for _, lines in own for line in lines), question.conditions)
    return Answer(
        messages, completeness, withheld, tuple(aspect for aspect in rest if aspect not in whole), chosen.need,
        chosen.aspect, missing, depends, sentences, led_by,
    )  # fmt: skip


def figure_lines(question: Question, bookcase: Bookcase) -> tuple[Message, ...]:
    """Only the lines with the figure asked for, for a turn that does something else. May encode."""
    for section in _choose(question, _meaning(question, bookcase), bookcase.on(question.day), bookcase):
        lines = [one for one in _current(section, question.day) if _is_asked(one, question, bookcase)]
        if lines:
            return (_message(section, tuple(lines)),)
    return ()


def easier(question: Question, bookcase: Bookcase) -> Answer:
    """The need's easy-read version, whole; nothing when there is none or none of it is in force."""
    library = bookcase.on(question.day).library
    passages = library.easy(question.need, question.language)
    told = [(one, [each for each in one.sentences if each.validity.holds_on(question.day)]) for one in passages]
    messages = tuple(_message(passage, tuple(sentences)) for passage, sentences in told if sentences)
    withheld = any(one.withheld or len(sentences) < len(one.sentences) for one, sentences in told)
    completeness: Completeness = "none" if not messages else "partial" if withheld else "complete"
    rest = tuple(passage.aspect for passage in library.passages(question.need, question.language))
    return Answer(messages, completeness, withheld, rest, question.need)


def _as_of(day: date, today: Passage, rest: tuple[Aspect, ...], bookcase: Bookcase) -> Answer:
    """The section as it stands that day: its lines with figures, for nobody noted since when the others hold."""
    passage = bookcase.as_of(today.need, day).about(today.need, today.language, today.aspect)
    sentences = tuple(one for one in _current(passage, day) if one.facts) if passage else ()
    withheld = passage is None or len(sentences) < len(today.sentences)
    if passage is None or not sentences:
        return Answer((), "none", True, rest, today.need, today.aspect)
    completeness: Completeness = "partial" if withheld else "complete"
    return Answer((_message(passage, sentences),), completeness, withheld, rest, today.need, today.aspect)


def _meaning(question: Question, bookcase: Bookcase) -> Meaning:
    return cache(lambda: bookcase.vector(question.text)[0])


def _after(question: Question, sides: SideModel, meaning: Meaning) -> Question:
    """Which side it is after, by examples of questions that lean."""
    return replace(question, wanted=replace(question.wanted, aspects=sides.read(meaning())))


def _current(passage: Passage, day: date) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in passage.sentences if sentence.validity.holds_on(day))


def _choose(question: Question, meaning: Meaning, shelf: Shelf, bookcase: Bookcase) -> tuple[Passage, ...]:
    """The section, and others of the same article that may answer as well; empty when there is none.

    Of those that may, the one of the side asked about comes first: "how much?" is answered with the amount.
    """
    by_aspect = {passage.aspect: passage for passage in shelf.library.passages(question.need, question.language)}
    of_aspect = by_aspect.get(question.aspect) if question.aspect else None
    if (
        of_aspect
        and _is_the_side(question)
        and (question.measure is None or _tells(of_aspect, question.measure, bookcase))
    ):
        return (of_aspect,)
    if not (question.asks or question.measure) and of_aspect is None and "what" in by_aspect:
        return (by_aspect["what"],)
    needs = question.rivals or (Candidate(question.need, 1.0),)
    query = Query(
        question.text, question.language, needs, question.aspect, question.measure, question.wanted, question.leans
    )
    ranked = _ranked(query, meaning, shelf, bookcase)
    if not ranked:
        return ()
    best, least = ranked[0], _CLOSE_LEANING if question.leans else _CLOSE
    close = [one for one in ranked if one.passage.need == best.passage.need and best.score - one.score < least]
    passages = [one.passage for one in close[: 1 + len(_FEW)]]
    return tuple(
        sorted(passages, key=lambda passage: (passage.aspect != question.aspect, _is_sequel(passage, question)))
    )


def _ranked(query: Query, meaning: Meaning, shelf: Shelf, bookcase: Bookcase) -> list[Ranked]:
    """Meaning is looked at where words leave it open, as they do in what leans."""
    if not query.leans:
        ranked = rank(query, shelf, bookcase.facts)
        if clear(ranked):
            return ranked
    return rank(query, shelf, bookcase.facts, meaning())


def _is_the_side(question: Question) -> bool:
    """Whether the side read in its words is the one meant. What leans tells a circumstance, and less of the side:
    "when I stop for good, is it paid in full?" asks for no date. Unless it says nothing else: "any deadlines?".
    """
    sides = question.wanted.aspects
    if question.rivals or question.aspect is None:
        return False
    says_more = question.leans and len(content_words(question.text, question.language)) > 1
    return not (says_more and sides) or sides.get(question.aspect, 0.0) >= _SIDE


def _is_sequel(passage: Passage, question: Question) -> bool:
    """What happens once all is done: told first only to whoever asks for it, or for a figure of its own."""
    likely = question.wanted.aspects.get("after", 0.0) > _HALF or question.measure or question.wanted.figure
    return passage.aspect == "after" and not likely


def _tells(passage: Passage, measure: Measure, bookcase: Bookcase) -> bool:
    return any(tells(sentence.facts, measure, bookcase.facts) for sentence in passage.sentences)


def _more(
    others: Sequence[Passage], question: Question, bookcase: Bookcase
) -> list[tuple[Passage, tuple[Sentence, ...]]]:
    """The further sections with what is told of them; one with nothing to tell is left out."""
    found = [(other, _telling(other, few, question, bookcase)) for other, few in zip(others, _FEW, strict=False)]
    return [(other, lines) for other, lines in found if lines]


def _telling(passage: Passage, few: int, question: Question, bookcase: Bookcase) -> tuple[Sentence, ...]:
    """The few sentences of a further section that have the figure asked for, or else most of the question's words."""
    current = list(_current(passage, question.day))
    told = [sentence for sentence in current if _is_asked(sentence, question, bookcase)]
    current = told or current
    best = sorted(current, key=lambda sentence: -share_said(sentence.text, question.text, question.language))[:few]
    return tuple(sentence for sentence in passage.sentences if sentence in best)


def _is_asked(sentence: Sentence, question: Question, bookcase: Bookcase) -> bool:
    """Whether it has a figure of the measure asked for; when words name none, of the kind that is likely wanted."""
    if question.measure:
        return tells(sentence.facts, question.measure, bookcase.facts)
    return question.wanted.figure in figures(sentence.facts, bookcase.facts)


def _message(passage: Passage, sentences: tuple[Sentence, ...]) -> Message:
    """Neighbouring sentences share one quote; a gap starts another."""
    runs: list[list[Sentence]] = []
    for sentence in sentences:
        if runs and sentence.start == runs[-1][-1].end + 1:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    citations = tuple(cite(passage, run) for run in runs)
    return Message("answer", "\n".join(citation.quote for citation in citations), citations)
