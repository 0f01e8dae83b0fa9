"""The reply to a question: everything that a person is told about it, whoever asks for it.

The citizen's answer and an agent's suggestion are the same because both are this reply.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol

from agents.answers.acknowledgement import acknowledge, word_conditions
from agents.answers.added_documents import quote_document
from agents.answers.article_answer import (
    FEW,
    ArticleAnswer,
    answer_from_article,
    answer_in_easy_words,
    is_told_today,
)
from agents.answers.condition_lines import works_named
from agents.answers.guidance import guide, name_body, refer_elsewhere
from agents.answers.line_ranking import ITEM, UnitRanker
from agents.answers.past_figures import note_year
from agents.answers.question import Person, Question
from agents.phrases.message import Completeness, Message, MessageKind
from agents.phrases.phrases import Phrases
from agents.understanding.question.conditions import ConditionKind
from agents.understanding.question.mentions import MentionReader
from knowledge.administration import Administration
from knowledge.content.fact_text import long_date
from knowledge.content.needs import Catalogue, Need
from knowledge.passages import Aspect, UnitId
from knowledge.search.knowledge_base import KnowledgeBase
from tools.places.places import Places

SHOWN = 4
"""Quick replies with questions, or with further sections of the need."""


class ReplyDeps(Protocol):
    """Everything that a reply is made from. It is only read."""

    @property
    def administration(self) -> Administration:
        """The administration: which bodies are its own."""
        ...

    @property
    def phrases(self) -> Phrases:
        """The sentences that the service says by itself."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """The needs."""
        ...

    @property
    def knowledge_base(self) -> KnowledgeBase:
        """The articles, the facts and the documents added."""
        ...

    @property
    def places(self) -> Places:
        """The provinces and their names."""
        ...

    @property
    def mentions(self) -> MentionReader:
        """Finds the cases that a sentence of an article holds for."""
        ...

    @property
    def reader(self) -> UnitRanker:
        """Finds the units that a question asks for."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """``messages`` tell it, every factual sentence inside a citation; ``closing`` asks what comes next."""

    need: str
    """The need that the messages are about: a rival of the question's may have answered."""
    messages: tuple[Message, ...]
    completeness: Completeness
    closing: Message | None = None
    quick_replies: tuple[str, ...] = ()
    """Words that answer the closing question, or ask on."""
    questions: Mapping[str, UnitId] = field(default_factory=dict)
    """The questions that may be offered, as buttons say them, with the unit that answers."""
    asks: Literal["condition", "book", "person", "which", "sum"] | None = None
    """The meaning of the closing question: a yes books, or brings a person; or a condition is asked for; or which
    question it is; or a value that a sum lacks.
    """
    depends_on: ConditionKind | None = None
    """The condition that is asked for."""
    aspect: Aspect | None = None
    """The section of the article that answers."""
    aspects: tuple[Aspect, ...] = ()
    """Sections of the need that are not told whole."""
    as_of: date | None = None
    """The day, not today, whose rules it tells."""
    units: tuple[UnitId, ...] = ()
    """The answer units told."""
    has_no_more: bool = False
    """Who says that the answer before was none is told that there is hardly any more."""
    chance: float = 0.0
    """How probably the first of them answers."""


def reply(question: Question, person: Person, deps: ReplyDeps) -> Reply:
    """From the articles; else from a document somebody added; else the way to the body that handles the need.

    Pure but for what it reads. May encode: call it in a thread.
    """
    writer = _Writer(question, person, deps, deps.phrases.in_variety(person.variety))
    answer = _find_answer(question, person, deps)
    if not answer.messages and is_told_today(question, answer, deps.knowledge_base):
        question = replace(question, as_of=None)
        writer, answer = replace(writer, question=question), _find_answer(question, person, deps)
    if question.tells_nearest and writer.just_said(answer) and (which := writer.other_than_said(answer)):
        return which
    if writer.has_no_more(answer):
        return writer.quoted(answer) or writer.near(answer)
    if answer.hardly and question.tells_nearest and (nearest := writer.nearest(answer)):
        return nearest
    if answer.messages:
        return writer.answered(answer)
    if answer.noted:
        return writer.noted()
    if question.as_of and answer.withheld:
        return writer.unknown_day(question.as_of, answer)
    return writer.quoted(answer) or writer.guided(answer)


def _find_answer(question: Question, person: Person, deps: ReplyDeps) -> ArticleAnswer:
    """Not every need has an easy-read version: without one the article answers."""
    easy = answer_in_easy_words(question, deps.knowledge_base, person.told) if question.easier else None
    if easy is not None and easy.messages:
        return easy
    return answer_from_article(question, person, deps.knowledge_base, deps.mentions, deps.reader)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Words a reply. ``phrases``: in the variety of the person."""

    question: Question
    person: Person
    deps: ReplyDeps
    phrases: Phrases

    def answered(self, answer: ArticleAnswer) -> Reply:
        """The answer between what has to be said before it and what it lacks; then a question."""
        question, need = self.question, self._need(answer)
        lacking = "answer-as-of-part" if question.as_of else "answer-partial"
        partial = (self._say("notice", lacking),) if answer.withheld else ()
        told = Reply(
            need.id,
            (*self._before(answer, need), *self._answers(answer), *partial),
            "partial" if question.doubtful or question.outside else answer.completeness,
            aspect=answer.aspect,
            aspects=answer.aspects,
            as_of=question.as_of,
            units=answer.units,
            chance=answer.chance,
            questions=self._questions(answer.beside, need),
        )
        if answer.goes_on:
            told = replace(told, quick_replies=self._replies("reply-go-on"))
        kind = answer.depends
        if kind is None or kind in self.person.asked_for or question.as_of:
            return self._offering_more(told, need)
        quick = (*self._works_to_choose(answer), *self._replies("reply-person"))
        closing = self._say("question", f"condition-ask-{kind}")
        return replace(told, closing=closing, quick_replies=quick, asks="condition", depends_on=kind)

    def _answers(self, answer: ArticleAnswer) -> tuple[Message, ...]:
        """What answers, of its need and of others; then, once, which of the figures are only the last ones."""
        told = (*answer.messages, *self._of_others(answer))
        day = self.question.as_of or self.question.day
        return (*told, *note_year(told, day, self.question.language, self.phrases))

    def _of_others(self, answer: ArticleAnswer) -> Iterator[Message]:
        for need, message in answer.of_others:
            named = self.phrases.name(self.question.language, self.deps.catalogue[need].names)
            yield self._say("notice", "answer-about", need=named)
            yield message

    def nearest(self, answer: ArticleAnswer) -> Reply | None:
        """The nearest lines, none of which is likely, and other questions that it may be; None where there is none, or
        where something has to be said before any answer.
        """
        need = self._need(answer)
        questions = self._questions(answer.beside, need)
        elsewhere = refer_elsewhere(need, self.person.conditions, self.question.language, self.phrases)
        if not questions or self.question.preface or elsewhere or need.policy.action == "refer":
            return None
        return Reply(
            need.id,
            (self._say("notice", "answer-nearest"), *self._answers(answer)),
            "partial",
            aspect=answer.aspect,
            units=answer.units,
            closing=self._say("question", "answer-which"),
            quick_replies=(*questions, *self._replies("reply-person")),
            questions=questions,
            asks="which",
        )

    def near(self, answer: ArticleAnswer) -> Reply:
        """What is near, said not to be the answer; that there is no more, where nothing is."""
        need, questions = self._need(answer), self._questions(answer.beside, self._need(answer))
        near = (*self._before(answer, need), *self._answers(answer))
        return Reply(
            need.id,
            near if answer.messages else (self._say("notice", "answer-no-more"),),
            "partial" if answer.messages else "none",
            aspect=answer.aspect,
            units=answer.units,
            chance=answer.chance,
            quick_replies=(*questions, *self._replies("reply-person")),
            questions=questions,
            has_no_more=True,
        )

    def has_no_more(self, answer: ArticleAnswer) -> bool:
        """Whether who said that the answer before was none would get none again: nothing likely is left untold."""
        if not self.question.objects or self.question.as_of is not None:
            return False
        need = self._need(answer).id
        return answer.hardly or (not answer.messages and any(unit.need == need for unit in self.person.told))

    def just_said(self, answer: ArticleAnswer) -> bool:
        """Whether it was said right before the question, as it is worded for the person: then something else is
        probably asked.
        """
        question = self.question
        if not answer.again or question.tells or len(question.text.split()) < FEW:
            return False
        return self._as_heard(answer.messages[0]) in self.person.said_just

    def other_than_said(self, answer: ArticleAnswer) -> Reply | None:
        """Who was just told it hardly asks for it again: of 46 strangers 3 did. What else it may be is asked."""
        need = self._need(answer)
        questions = self._questions(answer.beside, need)
        if not questions or self.question.preface:
            return None
        return Reply(
            need.id,
            (),
            "none",
            aspect=answer.aspect,
            closing=self._say("question", "answer-said"),
            quick_replies=(*questions, *self._replies("reply-person")),
            questions=questions,
            asks="which",
        )

    def noted(self) -> Reply:
        """What was told of the person, when nothing that was said changes by it."""
        person = self.person
        told = {kind: value for kind, value in person.conditions.items() if kind in person.told_now}
        words = word_conditions(told, self.question.language, self.phrases, self.deps.places)
        return Reply(self.question.need, (self._say("question", "answer-noted", conditions=words),), "none")

    def unknown_day(self, day: date, answer: ArticleAnswer) -> Reply:
        """The rules of the day asked for are not known."""
        told = self._say("notice", "answer-as-of-none", date=long_date(day, self.question.language))
        quick = self._replies("reply-person")
        return Reply(self._need(answer).id, (told,), "none", quick_replies=quick, asks="person", aspect=answer.aspect)

    def quoted(self, answer: ArticleAnswer) -> Reply | None:
        """A document somebody added, quoted; None when none answers. Partial: nobody here approved it."""
        question = self.question
        told = quote_document(question.text, question.language, question.day, self.deps.knowledge_base, self.phrases)
        if not told:
            return None
        quick = self._replies("reply-person")
        return Reply(self._need(answer).id, told, "partial", quick_replies=quick, aspect=answer.aspect)

    def guided(self, answer: ArticleAnswer) -> Reply:
        """The body that handles the need, its link, and the offer of an appointment or of a person."""
        need = self._need(answer)
        bookable = need.policy.bookable
        booking = ("reply-book",) if bookable else ()
        return Reply(
            need.id,
            guide(need, self.question.preface, self._body(need), self.question.language, self.phrases),
            "none",
            closing=self._say("question", "offer-book" if bookable else "offer-person"),
            quick_replies=self._replies("reply-yes", "reply-no", *booking, "reply-person"),
            asks="book" if bookable else "person",
            aspect=answer.aspect,
        )

    def _before(self, answer: ArticleAnswer, need: Need) -> Iterator[Message]:
        question, person, language = self.question, self.person, self.question.language
        if referral := refer_elsewhere(need, person.conditions, language, self.phrases):
            yield referral
        elif need.policy.action == "refer":
            yield self._body(need)
        if question.preface:
            yield self._say("notice", question.preface)
        if acknowledged := acknowledge(answer, need, person, self.deps.knowledge_base.facts, self.deps.mentions):
            key, conditions = acknowledged
            words = word_conditions(conditions, language, self.phrases, self.deps.places)
            if self._as_heard(said_back := self._say("notice", key, conditions=words)) not in person.heard:
                yield said_back
        if question.as_of:
            yield self._say("notice", "answer-as-of", date=long_date(question.as_of, language))
        yield from self._caveat(answer, need)

    def _caveat(self, answer: ArticleAnswer, need: Need) -> Iterator[Message]:
        if self.question.doubtful:
            named = self.phrases.name(self.question.language, need.names)
            yield self._say("notice", "answer-unsure" if self.question.unsure else "answer-about", need=named)
        elif answer.again:
            yield self._say("notice", "answer-again")
        elif answer.hardly or self.question.outside:
            yield self._say("notice", "answer-missing")
        elif need.id != self.question.need and not self.question.names:  # the need on the table has no such line
            yield self._say("notice", "answer-about", need=self.phrases.name(self.question.language, need.names))

    def _offering_more(self, told: Reply, need: Need) -> Reply:
        """Adds the offers that may follow: other sections, easier words, an appointment, a person."""
        language, bookable = self.question.language, need.policy.bookable
        corpus = self.deps.knowledge_base.on(self.question.day).corpus
        easier = ("reply-easier",) if told.aspect and corpus.easy(need.id, language) else ()
        booking = ("reply-book",) if bookable else ()
        named = self.phrases.name(language, need.names)
        more = (
            self._say("question", "answer-more-book") if bookable else self._say("question", "answer-more", need=named)
        )
        aspects = self._replies(*(f"aspect-{aspect}" for aspect in told.aspects))
        questions = dict.fromkeys((*told.questions, *aspects[: max(0, SHOWN - len(told.questions))]))
        quick = (*told.quick_replies, *questions, *self._replies(*easier, *booking, "reply-person"))
        return replace(told, closing=more, quick_replies=quick, asks="book" if bookable else None)

    def _questions(self, units: Iterable[UnitId], need: Need) -> dict[str, UnitId]:
        """The questions that these units answer, as buttons say them: one of another need names it."""
        language = self.question.language
        short = self.deps.knowledge_base.short_questions.get(language, {})
        said: dict[str, UnitId] = {}
        for unit in units:
            if unit in short and len(said) < SHOWN:
                words = short[unit]
                if unit.need != need.id:
                    other = self.phrases.name(language, self.deps.catalogue[unit.need].names)
                    words = self.phrases.say(language, "answer-of-another", need=other, question=words)
                said.setdefault(words[:1].upper() + words[1:], unit)
        return said

    def _works_to_choose(self, answer: ArticleAnswer) -> tuple[str, ...]:
        """The works that the lines told are for; none when it is not the work that is asked for."""
        if answer.depends != "work":
            return ()
        words = self._replies(*(f"condition-work-{work}" for work in works_named(answer.sentences, self.deps.mentions)))
        return tuple(word[:1].upper() + word[1:] for word in words)

    def _need(self, answer: ArticleAnswer) -> Need:
        return self.deps.catalogue[answer.need or self.question.need]

    def _body(self, need: Need) -> Message:
        return name_body(need, self.question.language, self.phrases, self.deps.administration)

    def _say(self, kind: MessageKind, key: str, **values: str) -> Message:
        return self.phrases.message(self.question.language, kind, key, **values)

    def _as_heard(self, told: Message) -> str:
        return self.phrases.spelled(self.question.language, told).text.removeprefix(ITEM)

    def _replies(self, *keys: str) -> tuple[str, ...]:
        return self.phrases.replies(self.question.language, *keys)
