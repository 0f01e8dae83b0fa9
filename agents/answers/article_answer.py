"""Answers from the articles: approved sentences, each inside a citation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agents.answers.aspect_model import AspectModel
from agents.answers.condition_lines import kinds_in, open_condition, own_lines, without_others
from agents.answers.question import Question
from agents.answers.section_choice import SENTENCES_BESIDE, choose_sections
from agents.answers.section_ranking import share_said
from agents.phrases.message import Completeness, Message
from agents.understanding.question.conditions import ConditionKind, Conditions
from agents.understanding.question.mentions import MentionReader
from knowledge.content.corpus import cite
from knowledge.content.measures import figures, tells
from knowledge.passages import Aspect, Passage, Sentence
from knowledge.search.knowledge_base import KnowledgeBase

_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """Messages with citations; none when no section answers. ``withheld``: sentences not in force were left out."""

    messages: tuple[Message, ...]
    completeness: Completeness
    withheld: bool
    aspects: tuple[Aspect, ...]
    """Sections of the need that are not told whole."""
    need: str | None = None
    aspect: Aspect | None = None
    """The section that answers, with its ``need``."""
    missing: Aspect | None = None
    """The aspect asked about, when the article says nothing of it."""
    depends: ConditionKind | None = None
    """The condition of the person that it depends on and that was not told."""
    sentences: tuple[Sentence, ...] = ()
    """Those of the section."""
    led_by: frozenset[ConditionKind] = frozenset()
    """Conditions told that have lines of their own before the section."""


def answer_from_article(
    question: Question,
    conditions: Conditions,
    knowledge_base: KnowledgeBase,
    mentions: MentionReader,
    aspect_model: AspectModel | None = None,
) -> ArticleAnswer:
    """The section that answers and, where others may as well, their lines that do; what is not in force is left out.

    ``conditions``: what the person told of their situation. May encode.
    """
    chosen, *others = choose_sections(question, knowledge_base, aspect_model) or (None,)
    if chosen is None:
        return ArticleAnswer((), "none", False, ())
    sections = knowledge_base.on(question.day).corpus.passages(chosen.need, question.language)
    rest = tuple(passage.aspect for passage in sections if passage != chosen)
    if question.as_of:
        return _as_of(question.as_of, chosen, rest, knowledge_base)
    sentences = _current(chosen, question.day)
    withheld = chosen.withheld > 0 or len(sentences) < len(chosen.sentences)
    if not sentences:
        return ArticleAnswer((), "none", True, rest, chosen.need, chosen.aspect)
    more = _more(others, question, knowledge_base)
    whole = {other.aspect for other, lines in more if len(lines) == len(_current(other, question.day))}
    own = own_lines(conditions, sections, chosen, question.day, mentions)
    messages = (
        *(_message(passage, lines) for passage, lines in own),
        _message(chosen, without_others(sentences, conditions, sections, mentions) or sentences),
        *(_message(other, lines) for other, lines in more),
    )
    every = (*sentences, *(line for _, lines in more for line in lines))
    told = question.aspect in (None, chosen.aspect) or any(_is_asked(one, question, knowledge_base) for one in every)
    return ArticleAnswer(
        messages=messages,
        completeness="complete" if told and not withheld else "partial",
        withheld=withheld,
        aspects=tuple(aspect for aspect in rest if aspect not in whole),
        need=chosen.need,
        aspect=chosen.aspect,
        missing=None if told else question.aspect,
        depends=open_condition(knowledge_base.catalogue[chosen.need], sentences, conditions, mentions),
        sentences=sentences,
        led_by=kinds_in((line for _, lines in own for line in lines), conditions, mentions),
    )


def figure_lines(question: Question, knowledge_base: KnowledgeBase) -> tuple[Message, ...]:
    """Only the lines with the figure asked for, for a turn that does something else. May encode."""
    for section in choose_sections(question, knowledge_base):
        lines = [one for one in _current(section, question.day) if _is_asked(one, question, knowledge_base)]
        if lines:
            return (_message(section, tuple(lines)),)
    return ()


def answer_in_easy_words(question: Question, knowledge_base: KnowledgeBase) -> ArticleAnswer:
    """The need's easy-read version, whole; nothing when there is none or none of it is in force."""
    corpus = knowledge_base.on(question.day).corpus
    passages = corpus.easy(question.need, question.language)
    told = [(one, [each for each in one.sentences if each.validity.holds_on(question.day)]) for one in passages]
    messages = tuple(_message(passage, tuple(sentences)) for passage, sentences in told if sentences)
    withheld = any(one.withheld or len(sentences) < len(one.sentences) for one, sentences in told)
    completeness: Completeness = "none" if not messages else "partial" if withheld else "complete"
    rest = tuple(passage.aspect for passage in corpus.passages(question.need, question.language))
    return ArticleAnswer(messages, completeness, withheld, rest, question.need)


def is_told_today(question: Question, answer: ArticleAnswer, knowledge_base: KnowledgeBase) -> bool:
    """Whether today's section mentions the year of ``as_of``: "I paid in before 1967"."""
    if question.as_of is None or answer.aspect is None:
        return False
    year = re.compile(rf"(?<!\d){question.as_of.year}(?!\d)")
    passage = knowledge_base.on(question.day).corpus.about(question.need, question.language, answer.aspect)
    return passage is not None and year.search(_ADDRESS.sub("", passage.text)) is not None


def _as_of(day: date, today: Passage, rest: tuple[Aspect, ...], knowledge_base: KnowledgeBase) -> ArticleAnswer:
    """The section as it stands that day: its lines with figures, for nobody noted since when the others hold."""
    passage = knowledge_base.as_of(today.need, day).about(today.need, today.language, today.aspect)
    sentences = tuple(one for one in _current(passage, day) if one.facts) if passage else ()
    withheld = passage is None or len(sentences) < len(today.sentences)
    if passage is None or not sentences:
        return ArticleAnswer((), "none", True, rest, today.need, today.aspect)
    completeness: Completeness = "partial" if withheld else "complete"
    return ArticleAnswer((_message(passage, sentences),), completeness, withheld, rest, today.need, today.aspect)


def _current(passage: Passage, day: date) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in passage.sentences if sentence.validity.holds_on(day))


def _more(
    others: Sequence[Passage], question: Question, knowledge_base: KnowledgeBase
) -> list[tuple[Passage, tuple[Sentence, ...]]]:
    """The further sections with what is told of them; one with nothing to tell is left out."""
    found = [
        (other, _telling(other, few, question, knowledge_base))
        for other, few in zip(others, SENTENCES_BESIDE, strict=False)
    ]
    return [(other, lines) for other, lines in found if lines]


def _telling(passage: Passage, few: int, question: Question, knowledge_base: KnowledgeBase) -> tuple[Sentence, ...]:
    """The few sentences of a further section that have the figure asked for, or else most of the question's words."""
    current = list(_current(passage, question.day))
    told = [sentence for sentence in current if _is_asked(sentence, question, knowledge_base)]
    current = told or current
    best = sorted(current, key=lambda sentence: -share_said(sentence.text, question.text, question.language))[:few]
    return tuple(sentence for sentence in passage.sentences if sentence in best)


def _is_asked(sentence: Sentence, question: Question, knowledge_base: KnowledgeBase) -> bool:
    """Whether it has a figure of the measure asked for; when words name none, of the kind that is likely wanted."""
    if question.measure:
        return tells(sentence.facts, question.measure, knowledge_base.facts)
    return question.wanted.figure in figures(sentence.facts, knowledge_base.facts)


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
