"""Answers from the articles: the answer units that a question asks for, each inside a citation."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agents.answers.condition_lines import open_condition, own_situations, without_others
from agents.answers.line_ranking import RankedLine, UnitRanker, rank_lines, read_article
from agents.answers.question import Person, Question
from agents.answers.told_together import MOST_WORDS, most_words, tell_together, with_items, words_of
from agents.phrases.message import Completeness, Message
from agents.understanding.question.conditions import ConditionKind
from agents.understanding.question.mentions import MentionReader
from knowledge.content.measures import figures
from knowledge.passages import Aspect, Passage, Sentence, UnitId
from knowledge.search.knowledge_base import KnowledgeBase

_OWN, _OWN_NOW = 4.0, 1e6
"""A line that begins with the person's situation is so many times likelier to be the one they want: told before, and
told just now."""
_FAR = 0.005
"""The share of the likeliest line's probability below which a line says nothing of what is asked, whoever it is for:
three of four strangers who were told one had asked something else; those that answered were above 0.16."""
_CLEAR, _PLAIN = 0.25, 0.8
"""Below the first of these probabilities of the first unit, who only names a need hears also what it is and how it is
asked for, unless it tells the figure asked for; below the second, who tells of the need and asks nothing. Who asks
something hears the units likely to answer alone: of 20 questions of strangers the first answered 4, and what the need
is and how it is asked for 2."""
_AGAIN, _NEAR = 0.5, 0.15
"""A unit that was said before is said again from this probability on, where nothing unsaid has this share of it."""
FEW = 4
"""The least words of a question that says what it asks: "are you sure?" may well mean what was just said."""
_HARDLY = 0.12
"""Below this the article hardly says what is asked: the nearest lines are told, and that they may not be the answer.
Of 521 messages of strangers that taught none of the places 6 were below it, one of them answered by the first unit. It
was 0.2 before conversations taught them, which spread what is probable over more lines: of 47 below that 13 were."""
_HARDLY_AGAIN = 0.2
"""The same for who said that the answer before was none: of 16 right answers to strangers who did, the least probable
had 0.21; of wrong ones, 6 had less than 0.2."""
_OVERVIEW: tuple[Aspect, ...] = ("what", "how")
_MOST_BESIDE = 8
"""Units that may be offered after an answer: not every one has a short question."""
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """Messages with citations; none when no unit answers. ``withheld``: lines not in force were left out."""

    messages: tuple[Message, ...]
    """Of its need."""
    completeness: Completeness
    withheld: bool
    aspects: tuple[Aspect, ...]
    """Sections of the need with lines that are not told yet."""
    need: str | None = None
    aspect: Aspect | None = None
    """The section of the first line, with its ``need``."""
    of_others: tuple[tuple[str, Message], ...] = ()
    """Messages of other needs that may be meant, each with its need."""
    units: tuple[UnitId, ...] = ()
    """Those told."""
    chance: float = 0.0
    """How probably the first of them answers."""
    beside: tuple[UnitId, ...] = ()
    """The likeliest units that are not told, of any need that the question may be about."""
    hardly: bool = False
    """None of the article's lines seems to say what was asked."""
    again: bool = False
    """It was said before, and asked for again."""
    noted: bool = False
    """The person told of themselves, and no line says anything of that."""
    depends: ConditionKind | None = None
    """The condition of the person that it depends on and that was not told."""
    sentences: tuple[Sentence, ...] = ()
    led_by: frozenset[ConditionKind] = frozenset()
    """Conditions told that lines of its need begin with."""
    goes_on: bool = False
    """There is more of it in easy words."""


NOTHING = ArticleAnswer((), "none", False, ())


def answer_from_article(
    question: Question, person: Person, knowledge_base: KnowledgeBase, mentions: MentionReader, ranker: UnitRanker
) -> ArticleAnswer:
    """The unit that answers and those as likely, in few words. May encode.

    What was said before is not said again, unless it is asked for as such: a section by its button, the figures of
    another day, the lines for the situation told now, and what nothing else answers.
    """
    if question.unit is not None:
        return _line_chosen(question.unit, question, person, knowledge_base)
    ranked, withheld = rank_lines(question, knowledge_base, ranker)
    every = list(_for_person(ranked, question, person, knowledge_base, mentions))
    free = not (question.as_of or question.aspect or person.asks_what_changes)
    needs = question.needs
    lines = every if free else [line for line in every if line.unit.need in needs]
    asked = [line for line in lines if question.aspect in (None, line.unit.aspect)]
    unsaid = [line for line in asked if question.as_of or not _is_said(line, person)]
    if person.asks_what_changes and _only_notes(asked, person):
        return replace(NOTHING, need=question.need, noted=True)
    again = free and not question.objects and _asks_again(asked, unsaid, person)
    if not (unsaid or again or (asked and question.aspect)):
        return replace(NOTHING, withheld=withheld, need=question.need, aspect=question.aspect)
    if again:
        told, hardly = asked[:1], False
    else:
        told, hardly = _choose(unsaid, question) if unsaid else (asked, False)
    first = told[0]
    need, aspect = first.unit.need, first.unit.aspect
    left = [line for line in lines if line.unit.need == need and line not in told and line.unit not in person.told]
    rest = tuple(dict.fromkeys(line.unit.aspect for line in sorted(left, key=lambda line: line.passage.start)))
    beside = [line.unit for line in every if line not in told and line.unit not in person.told] if free else []
    if question.as_of:
        return _as_of(question.as_of, told, rest, knowledge_base)
    withheld = withheld or _lacks_item(told, question.day)
    messages = list(_messages(told, knowledge_base, question.day))
    sentences = tuple(line.sentence for line in told if line.unit.need == need)
    return ArticleAnswer(
        messages=tuple(message for of_need, message in messages if of_need == need),
        completeness="partial" if withheld or hardly else "complete",
        withheld=withheld,
        aspects=rest,
        beside=tuple(beside[:_MOST_BESIDE]),
        need=need,
        aspect=aspect,
        of_others=tuple(one for one in messages if one[0] != need),
        hardly=hardly,
        again=again,
        units=tuple(line.unit for line in told),
        chance=first.chance,
        depends=open_condition(knowledge_base.catalogue[need], sentences, person.conditions, mentions),
        sentences=sentences,
        led_by=frozenset(kind for line in told if line.unit.need == need for kind in line.begins_with),
    )


def _line_chosen(unit: UnitId, question: Question, person: Person, knowledge_base: KnowledgeBase) -> ArticleAnswer:
    """The line whose question was chosen, with the items of its list, whoever it is for; nothing when it is no longer
    in force.
    """
    corpus = knowledge_base.on(question.day).corpus
    lines, _ = read_article(replace(question, need=unit.need, aspect=unit.aspect), corpus)
    line = next((one for one in lines if one.unit == unit), None)
    if line is None:
        return replace(NOTHING, withheld=True, need=unit.need, aspect=unit.aspect)
    told = with_items(line, lines)
    said = {*person.told, *(one.unit for one in told)}
    left = [one.unit.aspect for one in lines if one.unit not in said]
    return ArticleAnswer(
        messages=tuple(message for _, message in _messages(told, knowledge_base, question.day)),
        completeness="complete",
        withheld=False,
        aspects=tuple(dict.fromkeys(left)),
        beside=tuple(one for one in question.offered if one not in said),
        need=unit.need,
        aspect=unit.aspect,
        units=tuple(one.unit for one in told),
        sentences=tuple(one.sentence for one in told),
    )


def _for_person(
    lines: Sequence[RankedLine],
    question: Question,
    person: Person,
    knowledge_base: KnowledgeBase,
    mentions: MentionReader,
) -> Iterator[RankedLine]:
    """Without lines for other people's work; those for the person's own situation first."""
    weighed: list[RankedLine] = []
    near = max((line.chance for line in lines), default=0.0) * _FAR
    for need in dict.fromkeys(line.unit.need for line in lines):
        sections = knowledge_base.on(question.day).corpus.passages(need, question.language)
        of_need = [line for line in lines if line.unit.need == need]
        kept = set(without_others(tuple(line.sentence for line in of_need), person.conditions, sections, mentions))
        own = own_situations(person.conditions, sections, mentions)
        for line in of_need:
            if line.sentence in kept:
                opening = own & mentions.opening_mentions(line.sentence.text) if own else own
                if opening:
                    line = replace(line, begins_with=frozenset(kind for kind, _ in opening))
                    line = replace(line, chance=line.chance * _weight(line, person, near=line.chance >= near))
                weighed.append(line)
    yield from weighed if question.aspect else sorted(weighed, key=lambda line: -line.chance)


def _weight(line: RankedLine, person: Person, *, near: bool) -> float:
    """Who tells their situation with a question wants that answered: a line for the situation comes before all others,
    unless it says nothing ``near`` the question. Of what was said already, and of what is not near, only who asks
    nothing else wants to hear it before anything else.
    """
    news = person.asks_what_changes or (near and line.unit not in person.told)
    return _OWN_NOW if news and line.begins_with & person.told_now else _OWN


def _is_said(line: RankedLine, person: Person) -> bool:
    """Whether it was said before, and the person has not told just now the situation that it begins with."""
    return line.unit in person.told and not line.begins_with & person.told_now


def _only_notes(asked: Sequence[RankedLine], person: Person) -> bool:
    """Whether what answers was said, and no line begins with the situation told now."""
    said = bool(asked) and asked[0].unit in person.told
    return bool(person.told_now) and said and not any(line.begins_with & person.told_now for line in asked)


def _asks_again(asked: Sequence[RankedLine], unsaid: Sequence[RankedLine], person: Person) -> bool:
    """Whether what was said before answers, and nothing unsaid comes near it."""
    if not asked or not _is_said(asked[0], person) or asked[0].chance < _AGAIN:
        return False
    return not unsaid or unsaid[0].chance < asked[0].chance * _NEAR


def _choose(unsaid: Sequence[RankedLine], question: Question) -> tuple[list[RankedLine], bool]:
    """The lines to tell; and whether they hardly say what is asked."""
    first = unsaid[0]
    own = [line for line in unsaid if line.unit.need == first.unit.need]
    free = question.aspect is None
    asks_nothing = question.tells or len(question.text.split()) < FEW
    vague = free and question.names and asks_nothing and not first.tells_figure
    vague = vague and first.chance < (_PLAIN if question.tells else _CLEAR)
    hardly = free and first.chance < (_HARDLY_AGAIN if question.objects else _HARDLY)
    of_any = free and question.as_of is None
    told = (vague and _overview(own, question)) or tell_together(unsaid if of_any else own, question)
    return told, hardly and not vague


def _overview(lines: Sequence[RankedLine], question: Question) -> list[RankedLine]:
    """The likeliest line, if it is likely, and the first ones of what the need is and of how it is asked for."""
    first = {line.unit.aspect: line for line in lines if line.unit.place == 1}
    beginnings = [first[aspect] for aspect in _OVERVIEW if aspect in first]
    least = _CLEAR if question.tells else _HARDLY
    if not beginnings or lines[0] in beginnings or lines[0].chance < least:
        return beginnings[:1] if question.in_company else beginnings
    told = [lines[0]]
    for line in beginnings:
        if sum(words_of(one) for one in (*told, line)) <= most_words(question):
            told.append(line)
    return told


def _lacks_item(told: Sequence[RankedLine], day: date) -> bool:
    """Whether a list is told without an item that is not in force."""
    lead = told[0]
    last = max((line.unit.place for line in told if line.is_item and line.passage == lead.passage), default=0)
    in_force = {sentence.place for sentence in lead.passage.sentences if sentence.validity.holds_on(day)}
    return any(place not in in_force for place in range(lead.unit.place, last))


def figure_line(question: Question, knowledge_base: KnowledgeBase, ranker: UnitRanker) -> tuple[Message, ...]:
    """Only the line with the figure asked for, for a turn that does something else. May encode."""
    figure = ranker.expected_answer(question.text).figure
    for line in rank_lines(question, knowledge_base, ranker)[0]:
        if figure in (None, *figures(line.sentence.facts, knowledge_base.facts)):
            return tuple(message for _, message in _messages([line], knowledge_base, question.day))
    return ()


def answer_in_easy_words(
    question: Question, knowledge_base: KnowledgeBase, said: Collection[UnitId] = ()
) -> ArticleAnswer:
    """The need's easy-read version, from the section asked for on, as much as an answer holds; what follows was not
    ``said``. Nothing when there is none or none of it is in force.
    """
    corpus = knowledge_base.on(question.day).corpus
    passages = _from_section(corpus.easy(question.need, question.language), question.aspect)
    every = [(one, [each for each in one.sentences if each.validity.holds_on(question.day)]) for one in passages]
    unsaid = [(one, sentences) for one, sentences in every if sentences and _easy_unit(one) not in said]
    told: list[tuple[Passage, list[Sentence]]] = []
    words = 0
    for passage, sentences in unsaid or [(one, sentences) for one, sentences in every if sentences]:
        words += sum(len(one.text.split()) for one in sentences)
        if told and words > MOST_WORDS:
            break
        told.append((passage, sentences))
    withheld = any(one.withheld or len(sentences) < len(one.sentences) for one, sentences in told)
    completeness: Completeness = "none" if not told else "partial" if withheld else "complete"
    return ArticleAnswer(
        messages=tuple(_message(passage, sentences, knowledge_base, question.day) for passage, sentences in told),
        completeness=completeness,
        withheld=withheld,
        aspects=tuple(passage.aspect for passage in corpus.passages(question.need, question.language)),
        need=question.need,
        units=tuple(_easy_unit(passage) for passage, _ in told),
        goes_on=len(told) < len(unsaid),
    )


def _from_section(passages: Sequence[Passage], aspect: Aspect | None) -> Sequence[Passage]:
    """From that section on, then those before it."""
    begins = next((place for place, one in enumerate(passages) if one.aspect == aspect), 0)
    return (*passages[begins:], *passages[:begins])


def _easy_unit(passage: Passage) -> UnitId:
    """A section of the easy-read version: no line of an article has place 0."""
    return UnitId(passage.need, passage.aspect, 0)


def is_told_today(question: Question, answer: ArticleAnswer, knowledge_base: KnowledgeBase) -> bool:
    """Whether today's section mentions the year of ``as_of``: "I paid in before 1967"."""
    if question.as_of is None or answer.aspect is None:
        return False
    year = re.compile(rf"(?<!\d){question.as_of.year}(?!\d)")
    passage = knowledge_base.on(question.day).corpus.about(question.need, question.language, answer.aspect)
    return passage is not None and year.search(_ADDRESS.sub("", passage.text)) is not None


def _as_of(
    day: date, told: Sequence[RankedLine], rest: tuple[Aspect, ...], knowledge_base: KnowledgeBase
) -> ArticleAnswer:
    """The lines as they stand that day, of those with figures: nobody noted since when the others hold."""
    first = told[0]
    passage = knowledge_base.as_of(first.unit.need, day).about(
        first.unit.need, first.passage.language, first.unit.aspect
    )
    current = [one for one in passage.sentences if one.facts and one.validity.holds_on(day)] if passage else []
    places = {line.unit.place for line in told if line.unit.aspect == first.unit.aspect}
    sentences = tuple(one for one in current if one.place in places) or tuple(current)
    if passage is None or not sentences:
        return ArticleAnswer((), "none", True, rest, first.unit.need, first.unit.aspect)
    withheld = len(sentences) < len(told)
    completeness: Completeness = "partial" if withheld else "complete"
    message = _message(passage, sentences, knowledge_base, day)
    return ArticleAnswer((message,), completeness, withheld, rest, first.unit.need, first.unit.aspect)


def _messages(told: Iterable[RankedLine], knowledge_base: KnowledgeBase, day: date) -> Iterator[tuple[str, Message]]:
    """A message a section with its need, in the order of their first lines."""
    by_passage: dict[str, list[RankedLine]] = {}
    for line in told:
        by_passage.setdefault(line.passage.id, []).append(line)
    for lines in by_passage.values():
        sentences = sorted((line.sentence for line in lines), key=lambda sentence: sentence.start)
        yield lines[0].unit.need, _message(lines[0].passage, sentences, knowledge_base, day)


def _message(passage: Passage, sentences: Sequence[Sentence], knowledge_base: KnowledgeBase, day: date) -> Message:
    citations = knowledge_base.cite(passage, sentences, day)
    last_of = min((sentence.last_of for sentence in sentences if sentence.last_of), default=None)
    return Message("answer", "\n".join(sentence.text for sentence in sentences), citations, last_of)
