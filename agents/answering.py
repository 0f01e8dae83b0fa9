"""One function answers, for the citizen and for the copilot: approved sentences, each inside a citation."""

from dataclasses import dataclass
from datetime import date

from agents.turn import Completeness, Message
from knowledge.bookcase import Bookcase, Shelf
from knowledge.languages import Language
from knowledge.library import cite
from knowledge.measures import Measure, tells
from knowledge.passages import ASPECTS, Aspect, Passage, Sentence


@dataclass(frozen=True, slots=True)
class Question:
    """``need`` and ``aspect`` as understood.

    ``measure``: what it wants told. ``asks``: whether it is worded as a question; a need only named is answered with
    what it is.
    """

    text: str
    language: Language
    need: str
    aspect: Aspect | None
    day: date
    measure: Measure | None = None
    asks: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """Messages with citations. ``withheld``: sentences not in force were left out.

    ``aspect``: the section they are of; ``aspects``: the other sections.
    """

    messages: tuple[Message, ...]
    completeness: Completeness
    withheld: bool
    aspects: tuple[Aspect, ...]
    aspect: Aspect | None = None


def answer(question: Question, bookcase: Bookcase) -> Answer:
    """The passage that answers, with what is not in force today left out; no passage, no answer. May encode."""
    shelf = bookcase.on(question.day)
    passages = shelf.library.passages(question.need, question.language)
    chosen = _choose(question, passages, shelf, bookcase)
    if chosen is None:
        return Answer((), "none", False, ())
    rest = tuple(passage.aspect for passage in passages if passage.id != chosen.id)
    sentences = tuple(sentence for sentence in chosen.sentences if sentence.validity.holds_on(question.day))
    withheld = chosen.withheld > 0 or len(sentences) < len(chosen.sentences)
    if not sentences:
        return Answer((), "none", True, rest)
    asked = question.aspect in (None, chosen.aspect)
    completeness: Completeness = "complete" if asked and not withheld else "partial"
    return Answer((_message(chosen, sentences),), completeness, withheld, rest, chosen.aspect)


def _choose(question: Question, passages: tuple[Passage, ...], shelf: Shelf, bookcase: Bookcase) -> Passage | None:
    """The section of the aspect, unless another tells the figure asked for and it does not."""
    by_aspect = {passage.aspect: passage for passage in passages}
    of_aspect = by_aspect.get(question.aspect) if question.aspect else None
    if of_aspect and (question.measure is None or _tells(of_aspect, question.measure, bookcase)):
        return of_aspect
    if not question.asks and of_aspect is None and "what" in by_aspect:
        return by_aspect["what"]
    found = _likeliest(question, shelf, bookcase) if passages else []
    telling = [one for one in found if question.measure and _tells(one, question.measure, bookcase)]
    return next(iter([*telling[:1], *([of_aspect] if of_aspect else []), *found]), None)


def _tells(passage: Passage, measure: Measure, bookcase: Bookcase) -> bool:
    return any(tells(sentence.facts, measure, bookcase.facts) for sentence in passage.sentences)


def _likeliest(question: Question, shelf: Shelf, bookcase: Bookcase) -> list[Passage]:
    """The article's sections, the likeliest to answer first."""
    hits = shelf.index.search(
        question.text,
        bookcase.vector(question.text),
        language=question.language,
        need=question.need,
        day=question.day,
        k=len(ASPECTS),
    )
    return [shelf.library.passage(hit.passage_id) for hit in hits]


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
