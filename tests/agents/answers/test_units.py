"""Answers are lines of articles: few words, lists whole, the person's own first, and nothing said before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.answers.article_answer import ArticleAnswer, answer_from_article
from agents.answers.question import Person, Question
from agents.answers.told_together import MOST_UNITS, MOST_WORDS, MOST_WORDS_IN_COMPANY
from agents.phrases.phrases import Phrases
from agents.reception.turns.turn import Turn
from agents.understanding.question.conditions import ConditionKind
from agents.understanding.shared.labels import Candidate
from agents.understanding.units.spoken import NOTHING_SAID, SaidBefore
from knowledge.content.corpus import Corpus
from knowledge.content.measures import figures
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import ASPECTS, Aspect, Passage, Sentence, UnitId, Validity
from knowledge.search.knowledge_base import KnowledgeBase
from tests import shipped
from tests.agents.builders import MENTIONS, NOW
from tests.agents.conftest import reading
from tests.fakes.scripted_reader import ScriptedReader

DAY = NOW.date()
LATER = DAY.replace(year=DAY.year + 20)
NEEDS = sorted(shipped.knowledge_base().catalogue)
ITEM = "- "
WORKS = ("employee", "self_employed", "domestic", "sea")
in_any_language = st.sampled_from(LANGUAGES)
of_any_need = st.sampled_from(NEEDS)


def lines_of(
    need: str, language: Language = "es", aspect: Aspect | None = None, day: date = DAY
) -> dict[UnitId, Sentence]:
    """The lines of a need that are in force, in the order of its article."""
    passages = shipped.knowledge_base().on(day).corpus.passages(need, language)
    return {
        UnitId(need, passage.aspect, line.place): line
        for passage in passages
        if aspect in (None, passage.aspect)
        for line in passage.sentences
        if line.validity.holds_on(day)
    }


def answer(
    need: str,
    language: Language = "es",
    asked: UnitId | None = None,
    pressed: Aspect | None = None,
    person: Person | None = None,
    day: date = DAY,
) -> ArticleAnswer:
    """What is told when the question asks for that line."""
    ranker = ScriptedReader({}, {"¿eso?": asked} if asked else {})
    question = Question("¿eso?", language, need, pressed, day)
    return answer_from_article(question, person or Person(), shipped.knowledge_base(), MENTIONS, ranker)


def words_of(told: ArticleAnswer) -> int:
    return sum(len(line.text.split()) for line in told.sentences)


def items_after(lead: UnitId, lines: dict[UnitId, Sentence]) -> Iterator[UnitId]:
    """The list that a line leads."""
    place = lead.place + 1
    while (item := lead._replace(place=place)) in lines and lines[item].text.startswith(ITEM):
        yield item
        place += 1


def leads(language: Language = "es") -> list[UnitId]:
    every = [(unit, lines) for need in NEEDS for lines in [lines_of(need, language)] for unit in lines]
    return [unit for unit, lines in every if not lines[unit].text.startswith(ITEM) and any(items_after(unit, lines))]


@given(of_any_need, in_any_language, st.data())
@settings(max_examples=200)
def test_an_answer_begins_with_the_line_asked_for_and_is_few_words(
    need: str, language: Language, data: st.DataObject
) -> None:
    lines = lines_of(need, language)
    if not lines:
        return
    asked = data.draw(st.sampled_from(list(lines)))
    told = answer(need, language, asked)
    assert told.units[0] == asked
    assert len(set(told.units)) == len(told.units)
    a_list = {asked, *items_after(asked, lines)}
    if not a_list >= set(told.units):
        assert words_of(told) <= MOST_WORDS
        assert len(told.units) <= max(MOST_UNITS, len(a_list))
    assert told.completeness == "complete"


@given(of_any_need, in_any_language, st.sampled_from(ASPECTS))
@settings(max_examples=200)
def test_a_pressed_section_is_told_from_its_first_line(need: str, language: Language, aspect: Aspect) -> None:
    lines = lines_of(need, language, aspect)
    told = answer(need, language, pressed=aspect)
    assert bool(told.units) == bool(lines)
    if lines:
        assert told.units[0] == next(iter(lines))
        assert [unit.place for unit in told.units] == sorted(unit.place for unit in told.units)
        assert {unit.aspect for unit in told.units} == {aspect}
        assert words_of(told) <= MOST_WORDS or set(told.units) <= {told.units[0], *items_after(told.units[0], lines)}


@pytest.mark.parametrize("need", ["nacimiento_cuidado", "viudedad", "ingreso_minimo_vital", "paro"])
def test_a_section_pressed_again_goes_on_until_it_is_told(need: str) -> None:
    for aspect in ASPECTS:
        lines, told = list(lines_of(need, aspect=aspect)), list[UnitId]()
        while set(lines) - set(told):
            more = answer(need, pressed=aspect, person=Person(told=frozenset(told))).units
            assert more
            told += more
        assert sorted(told) == sorted(lines)
        assert len(told) == len(set(told))


@pytest.mark.parametrize("need", ["nacimiento_cuidado", "viudedad", "ingreso_minimo_vital", "paro"])
def test_a_section_pressed_when_all_of_it_was_told_is_told_again_whole(need: str) -> None:
    everything = Person(told=frozenset(lines_of(need)))
    for aspect in ASPECTS:
        told = answer(need, pressed=aspect, person=everything)
        assert told.units == tuple(lines_of(need, aspect=aspect))
        assert told.completeness == ("complete" if told.units else "none")


@given(of_any_need, st.sampled_from(ASPECTS), st.data())
@settings(max_examples=50)
def test_a_pressed_section_leaves_the_others_to_be_pressed(need: str, aspect: Aspect, data: st.DataObject) -> None:
    lines = list(lines_of(need))
    if not lines_of(need, aspect=aspect):
        return
    before = frozenset(data.draw(st.sets(st.sampled_from(lines))))
    told = answer(need, pressed=aspect, person=Person(told=before))
    assert set(told.aspects) == {unit.aspect for unit in lines if unit not in before and unit not in told.units}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_told_whole(language: Language) -> None:
    for lead in leads(language):
        lines = lines_of(lead.need, language)
        assert {lead, *items_after(lead, lines)} <= set(answer(lead.need, language, lead).units)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_goes_on_behind_an_item_that_was_told(language: Language) -> None:
    longer = 0
    for lead in leads(language):
        lines = lines_of(lead.need, language)
        items = list(items_after(lead, lines))
        if len(items) > 2:
            told = answer(lead.need, language, lead, person=Person(told=frozenset(items[1:2])))
            assert {lead, items[0], *items[2:]} <= set(told.units)
            assert told.completeness == "complete"
            longer += 1
    assert longer > 10


def test_a_list_goes_on_behind_an_item_that_is_no_longer_in_force_and_is_partial(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lead, over, *kept = next(
        [lead, *items] for lead in leads() if len(items := [*items_after(lead, lines_of(lead.need))]) > 2
    )
    every, ended = Corpus.passages, Validity(valid_to=DAY - timedelta(days=1))

    def without_the_ended(self: Corpus, need: str, language: Language) -> tuple[Passage, ...]:
        return tuple(
            replace(
                passage,
                sentences=tuple(
                    replace(line, validity=ended) if UnitId(need, passage.aspect, line.place) == over else line
                    for line in passage.sentences
                ),
            )
            for passage in every(self, need, language)
        )

    monkeypatch.setattr(Corpus, "passages", without_the_ended)
    told = answer(lead.need, asked=lead)
    assert over not in told.units
    assert {lead, *kept} <= set(told.units)
    assert (told.completeness, told.withheld) == ("partial", True)


def test_the_figures_of_another_day_are_told_though_every_line_was() -> None:
    need = "jubilacion_ordinaria"
    ranker = ScriptedReader({}, {"¿eso?": UnitId(need, "requirements", 1)})
    question = Question("¿eso?", "es", need, None, DAY, as_of=date(2027, 1, 1))
    told = answer_from_article(
        question, Person(told=frozenset(lines_of(need))), shipped.knowledge_base(), MENTIONS, ranker
    )
    assert "67 años" in "\n".join(message.text for message in told.messages)


@given(of_any_need, in_any_language, st.data())
@settings(max_examples=30)  # each is some forty answers
def test_no_line_is_told_twice_and_every_line_is_told_once(need: str, language: Language, data: st.DataObject) -> None:
    lines, told = lines_of(need, language), list[UnitId]()
    for _ in range(len(lines) + 1):
        left = [unit for unit in lines if unit not in told]
        asked = data.draw(st.sampled_from(left)) if left else None
        more = answer(need, language, asked, person=Person(told=frozenset(told)))
        assert more.again or not set(more.units) & set(told)
        assert bool(more.messages) or not left
        told += more.units
    assert set(told) == set(lines)


class Sure(ScriptedReader):
    """Nothing comes near the line asked for."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        (asked, chance), *others = super().rank_units(text, language, needs)
        return [(asked, chance), *((unit, chance / 100) for unit, chance in others)]


@given(of_any_need, in_any_language)
@settings(max_examples=30)  # each is an answer a line
def test_what_is_asked_for_again_is_told_again_alone(need: str, language: Language) -> None:
    lines = lines_of(need, language)
    for asked in [unit for unit, line in lines.items() if not line.text.startswith(ITEM)]:
        person, question = Person(told=frozenset({asked})), Question("¿eso?", language, need, None, DAY)
        ranker = Sure({}, {"¿eso?": asked})
        again = answer_from_article(question, person, shipped.knowledge_base(), MENTIONS, ranker)
        assert (again.again, again.units) == (True, (asked,))


@given(of_any_need, in_any_language, st.data())
@settings(max_examples=100)
def test_the_sections_left_are_those_with_lines_that_were_not_told(
    need: str, language: Language, data: st.DataObject
) -> None:
    lines = list(lines_of(need, language))
    if not lines:
        return
    before = frozenset(data.draw(st.sets(st.sampled_from(lines))))
    told = answer(need, language, person=Person(told=before))
    left = {unit.aspect for unit in lines if unit not in before and unit not in told.units}
    assert set(told.aspects) == left


@pytest.mark.parametrize("work", WORKS)
def test_lines_for_other_peoples_work_are_left_out(work: str) -> None:
    person, left_out = Person(conditions={"work": work}), 0
    for need in NEEDS:
        what = {one for line in lines_of(need, aspect="what").values() for one in MENTIONS.find_mentions(line.text)}
        for unit, line in lines_of(need).items():
            opens = {one for one in MENTIONS.opening_mentions(line.text) if one[0] == "work"}
            if opens and not MENTIONS.find_mentions(line.text) & {("work", work), *what}:
                assert unit not in answer(need, asked=unit, person=person).units
                left_out += 1
    assert left_out > 10


@pytest.mark.parametrize(
    ("asked", "work"),
    [
        (UnitId("baja_autonomo", "amount", 1), "self_employed"),
        (UnitId("alta_autonomo", "deadlines", 1), "self_employed"),
        (UnitId("ism_desempleo", "what", 3), "sea"),
        (UnitId("alta_hogar", "documents", 1), "domestic"),
    ],
)
def test_of_a_need_about_ones_own_work_the_line_asked_for_is_told(asked: UnitId, work: Any) -> None:
    for now in (frozenset[ConditionKind](), frozenset[ConditionKind]({"work"})):
        person = Person(conditions={"work": work}, told_now=now)
        told = answer(asked.need, asked=asked, person=person)
        assert told.units[0] == asked
        assert told.led_by == frozenset()


@pytest.mark.parametrize("work", WORKS)
def test_a_list_is_told_whole_but_for_the_items_of_others(work: str) -> None:
    cut = []
    for lead in leads():
        lines = lines_of(lead.need)
        told = answer(lead.need, asked=lead, person=Person(conditions={"work": work})).units
        if told[:1] != (lead,):
            continue
        for item in items_after(lead, lines):
            opens = {value for kind, value in MENTIONS.opening_mentions(lines[item].text) if kind == "work"}
            if not opens and item not in told:
                cut.append(str(item))
    assert cut == []


@pytest.mark.parametrize("work", ["self_employed", "domestic"])
def test_the_line_for_the_situation_told_now_comes_first(work: Any) -> None:
    person = Person(conditions={"work": work}, told_now=frozenset({"work"}))
    told = answer("nacimiento_cuidado", asked=UnitId("nacimiento_cuidado", "amount", 1), person=person)
    assert ("work", work) in MENTIONS.opening_mentions(told.sentences[0].text)
    assert told.led_by == {"work"}


@pytest.mark.parametrize("work", ["self_employed", "domestic"])
def test_the_line_for_the_situation_told_now_is_said_again_to_who_asks_for_it_again(work: Any) -> None:
    need, before = "nacimiento_cuidado", frozenset(lines_of("nacimiento_cuidado"))
    person = Person({"work": work}, frozenset({"work"}), asks_what_changes=True, told=before)
    told = answer(need, asked=UnitId(need, "amount", 1), person=person)
    assert told.units
    assert all(("work", work) in MENTIONS.opening_mentions(line.text) for line in told.sentences)


@pytest.mark.parametrize("work", ["self_employed", "domestic"])
def test_who_asks_something_else_and_tells_the_situation_again_is_answered(work: Any) -> None:
    need = "nacimiento_cuidado"
    own = {unit for unit, line in lines_of(need).items() if ("work", work) in MENTIONS.opening_mentions(line.text)}
    person = Person({"work": work}, frozenset({"work"}), told=frozenset(own))
    asked = UnitId(need, "amount", 1)
    assert answer(need, asked=asked, person=person).units[0] == asked


@pytest.mark.parametrize("work", ["self_employed", "domestic", "employee"])
@pytest.mark.parametrize("asked", [UnitId("nacimiento_cuidado", "deadlines", 1), UnitId("viudedad", "amount", 1)])
def test_a_line_for_the_situation_that_says_nothing_of_what_is_asked_is_not_told_first(
    asked: UnitId, work: Any
) -> None:
    person = Person(conditions={"work": work}, told_now=frozenset({"work"}))
    question = Question("¿eso?", "es", asked.need, None, DAY)
    told = answer_from_article(question, person, shipped.knowledge_base(), MENTIONS, Sure({}, {"¿eso?": asked}))
    assert told.units[0] == asked


class Unsure(ScriptedReader):
    """No line seems to say what is asked."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        return [(unit, 0.01) for unit, _ in super().rank_units(text, language, needs)]


class Silent(ScriptedReader):
    """It ranks nothing, as the trained one does of units that only point at other needs."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        return []


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_pressed_section_is_told_whatever_its_words_are_taken_for(aspect: Aspect) -> None:
    question = Question("¿eso?", "es", "nacimiento_cuidado", aspect, DAY)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Silent({}))
    assert bool(told.units) == bool(lines_of("nacimiento_cuidado", aspect=aspect))


def test_who_asks_of_a_need_just_named_hears_the_likeliest_line_and_not_what_the_need_is() -> None:
    text = "¿mi hermana cobra la viudedad si trabaja?"
    question = Question(text, "es", "viudedad", None, DAY, names=True)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Between({}))
    assert told.units == (UnitId("viudedad", "amount", 1),)


def test_who_only_names_a_need_hears_what_it_is_and_how_it_is_asked_for() -> None:
    question = Question("viudedad", "es", "viudedad", None, DAY, names=True)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Unsure({}))
    assert told.units == (UnitId("viudedad", "what", 1), UnitId("viudedad", "how", 1))
    assert (told.completeness, told.hardly) == ("complete", False)


class Leading(Unsure):
    """The line on what comes after leads, and is not likely."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        ranked = dict(super().rank_units(text, language, needs))
        (leading,) = [unit for unit in ranked if (unit.aspect, unit.place) == ("after", 1)]
        return [(leading, 0.2), *((unit, chance) for unit, chance in ranked.items() if unit != leading)]


@pytest.mark.parametrize("in_company", [False, True])
def test_who_names_a_need_and_asks_something_hears_the_leading_line_before_what_it_is(in_company: bool) -> None:
    question = Question("¿y la viudedad se pierde?", "es", "viudedad", None, DAY, names=True, in_company=in_company)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Leading({}))
    assert told.units[0] == UnitId("viudedad", "after", 1)
    assert {unit.aspect for unit in told.units} <= {"after", "what", "how"}
    only_tells = answer_from_article(
        replace(question, tells=True), Person(), shipped.knowledge_base(), MENTIONS, Leading({})
    )
    assert only_tells.units[0] == UnitId("viudedad", "what", 1)


def test_a_line_that_tells_the_figure_asked_for_goes_before_a_likelier_one() -> None:
    need, text = "jubilacion_ordinaria", "¿cuánto dinero?"
    facts = shipped.knowledge_base().facts
    of_after = lines_of(need, aspect="after")
    money = [unit for unit, line in of_after.items() if "money" in figures(line.facts, facts)]
    assert next(iter(of_after)) not in money
    asks = ScriptedReader({text: reading(need, aspect="after", measure="money")})
    question = Question(text, "es", need, None, DAY)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, asks)
    assert told.units[0] == money[0]


class Likely(Unsure):
    """The line on what comes after is likely."""

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        ranked = dict(super().rank_units(text, language, needs))
        (likely,) = [unit for unit in ranked if (unit.aspect, unit.place) == ("after", 1)]
        return [(likely, 0.5), *((unit, chance / 2) for unit, chance in ranked.items() if unit != likely)]


def test_who_tells_and_asks_nothing_hears_the_likely_line_and_how_it_is_asked_for() -> None:
    question = Question("se murió mi marido", "es", "viudedad", None, DAY, names=True, tells=True)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Likely({}))
    assert told.units[0] == UnitId("viudedad", "after", 1)
    assert {unit.aspect for unit in told.units} <= {"after", "what", "how"}
    assert len(told.units) > 1
    assert sum(len(sentence.text.split()) for sentence in told.sentences) <= 60


async def test_an_overview_is_a_whole_answer_in_the_chat(talk) -> None:
    script = {"viudedad": reading(need="viudedad")}
    assert (await talk(script, reader=Unsure(script)).say("viudedad")).completeness == "complete"


def test_who_asks_on_what_hardly_any_line_says_hears_the_nearest_and_that_they_may_not_be_it() -> None:
    question = Question("¿y eso?", "es", "viudedad", None, DAY)
    told = answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, Unsure({}))
    assert (len(told.units), told.completeness, told.hardly) == (MOST_UNITS, "partial", True)
    assert sum(len(one.text.split()) for one in told.messages) <= MOST_WORDS


class Between(ScriptedReader):
    """A line on the widow's pension is likely, and ``beside`` another one, on the orphan's."""

    beside, chance = UnitId("orfandad", "amount", 1), 0.3

    def rank_units(
        self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
    ) -> list[tuple[UnitId, float]]:
        return [(UnitId("viudedad", "amount", 1), 0.5), (self.beside, self.chance)]


def told_between(ranker: Between, *, in_company: bool = False) -> ArticleAnswer:
    near = (Candidate("viudedad", 0.6), Candidate("orfandad", 0.1))
    question = Question("¿cuánto se cobra de pensión?", "es", "viudedad", None, DAY, near=near, in_company=in_company)
    return answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, ranker)


def test_a_likely_line_of_another_need_is_told_beside_the_first_and_its_need_is_named() -> None:
    told = told_between(Between({}))
    assert told.units == (UnitId("viudedad", "amount", 1), UnitId("orfandad", "amount", 1))
    assert told.need == "viudedad"
    assert [need for need, _ in told.of_others] == ["orfandad"]
    assert {line.text for line in told.sentences} == {told.messages[0].text}


def beside_the_first(*units: tuple[UnitId, float], **asked: Any) -> ArticleAnswer:
    """What is told where these lines answer, of needs that the question may be about."""

    class These(ScriptedReader):
        """They are likely, and no other."""

        def rank_units(
            self, text: str, language: Language, needs: Mapping[str, float], before: SaidBefore = NOTHING_SAID
        ) -> list[tuple[UnitId, float]]:
            return list(units)

    rivals = tuple(Candidate(unit.need, 0.5) for unit, _ in units)
    question = Question("¿y eso cómo es?", "es", units[0][0].need, None, DAY, rivals=rivals, **asked)
    return answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, These({}))


def test_an_item_of_another_needs_list_takes_nothing_from_the_answer() -> None:
    item = UnitId("viudedad", "documents", 4)
    assert lines_of(item.need)[item].text.startswith(ITEM)
    short = next(need for need in NEEDS if len(lines_of(need, aspect="documents")) == 1)
    told = beside_the_first((UnitId(short, "documents", 1), 0.5), (item, 0.4))
    assert item in told.units
    assert (told.completeness, told.withheld) == ("complete", False)


def test_the_figures_of_another_day_are_those_of_the_need_asked_about() -> None:
    first, other = (UnitId("jubilacion_ordinaria", "requirements", 1), 0.5), UnitId("viudedad", "requirements", 2)
    alone = beside_the_first(first, as_of=date(2027, 1, 1))
    assert alone.messages
    assert beside_the_first(first, (other, 0.4), as_of=date(2027, 1, 1)) == alone


@pytest.mark.parametrize(("need", "units"), [("viudedad", 2), ("orfandad", 1)])
def test_a_line_that_may_be_meant_is_told_beside_the_first_of_its_own_need_and_of_no_other(
    need: str, units: int
) -> None:
    ranker = Between({})
    ranker.beside, ranker.chance = UnitId(need, "requirements", 3), 0.1
    assert len(told_between(ranker).units) == units


def test_in_company_no_line_of_another_need_is_told() -> None:
    assert not told_between(Between({}), in_company=True).of_others


async def test_in_the_chat_the_other_need_is_said_before_its_line(talk, phrases: Phrases) -> None:
    near = (Candidate("viudedad", 0.9), Candidate("orfandad", 0.1))
    script = {"¿cuánto se cobra de pensión?": reading("question", need="viudedad", alternatives=near)}
    turn = await talk(script, reader=Between(script)).say("¿cuánto se cobra de pensión?")
    assert [one.kind for one in turn.messages[:3]] == ["answer", "notice", "answer"]
    assert "orfandad" in turn.messages[1].text
    assert turn.messages[2].text == lines_of("orfandad")[UnitId("orfandad", "amount", 1)].text


def test_of_several_things_asked_each_is_answered_in_fewer_words() -> None:
    asked = Question("¿cuánto?", "es", "viudedad", "amount", DAY)
    alone, beside = (
        answer_from_article(question, Person(), shipped.knowledge_base(), MENTIONS, ScriptedReader({}))
        for question in (asked, replace(asked, in_company=True))
    )
    assert beside.units[0] == alone.units[0]
    fewer, more = (sum(len(one.text.split()) for one in told.messages) for told in (beside, alone))
    assert fewer < more
    assert fewer <= MOST_WORDS_IN_COMPANY


def answer_lines(turn: Turn) -> list[str]:
    """Those that are not told as said before."""
    if any(one.text == "Como le decía:" for one in turn.messages):
        return []
    return [line for one in turn.messages if one.kind == "answer" for line in one.text.split("\n")]


async def telling(citizen: Any, texts: Sequence[str]) -> list[str]:
    return [line for text in texts for line in answer_lines(await citizen.say(text))]


SCRIPT = {
    "requisitos": reading("question", need="nacimiento_cuidado", aspect="requirements"),
    "cuánto": reading("question", "leans", aspect="amount"),
    "y eso cómo es": reading("question", "leans"),
    "y si soy autónoma": reading("question", leaning=True, conditions={"work": "self_employed"}),
    "viudedad": reading("question", need="viudedad", aspect="requirements"),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "qué papeles llevo": reading("question", "leans", aspect="documents"),
    "no": reading("deny"),
}


async def test_no_line_is_told_twice_in_a_conversation(talk, phrases: Phrases) -> None:
    """A button is offered only for a question not answered yet and for a section that has more to tell."""
    others = set(phrases.group("es", "reply-").values())
    citizen = talk(SCRIPT)
    lines = await telling(
        citizen, ["requisitos", "cuánto", "requisitos", "viudedad", "y si soy autónoma", "requisitos"]
    )
    offered, pressed = ["cuánto"], 0
    while offered:
        turn = await citizen.say(offered[0])
        lines += answer_lines(turn)
        offered = [words for words in turn.quick_replies if words not in others]
        pressed += 1
    assert pressed > 5
    assert len(lines) > 20
    assert len(lines) == len(set(lines))


async def test_what_was_told_in_the_middle_of_a_booking_is_not_told_again(talk) -> None:
    lines = await telling(
        talk(SCRIPT), ["cita jubilación", "qué papeles llevo", "qué papeles llevo", "no", "qué papeles llevo"]
    )
    assert lines
    assert len(lines) == len(set(lines))


async def test_another_conversation_is_told_everything(talk, knowledge_base: KnowledgeBase) -> None:
    first, other = talk(SCRIPT), talk(SCRIPT)
    assert await telling(first, ["requisitos"]) == await telling(other, ["requisitos"])


async def test_what_else_is_wanted_is_asked_once_about_each_need(talk, phrases: Phrases) -> None:
    more = phrases.say("es", "answer-more-book")
    citizen = talk(SCRIPT)
    asks = []
    for text in ("viudedad", "cuánto", "y eso cómo es", "requisitos", "viudedad"):
        asks.append(more in [message.text for message in (await citizen.say(text)).messages])
    assert asks[:3] == [True, False, False]


async def test_a_yes_to_what_was_not_asked_begins_no_booking(talk, phrases: Phrases) -> None:
    citizen = talk(SCRIPT | {"sí": reading("affirm")})
    await telling(citizen, ["viudedad", "cuánto"])
    turn = await citizen.say("sí")
    assert not (turn.step or "").startswith("booking")
