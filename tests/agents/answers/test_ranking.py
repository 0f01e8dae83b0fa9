"""Which section answers, over the real articles with the small encoder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from agents.answers.article_answer import answer_from_article
from agents.answers.question import Question
from agents.answers.ranking_weights import Features, load_weights
from agents.answers.section_ranking import SectionQuery, section_features
from agents.understanding.question.expected_answer import ExpectedAnswer, build_expected_answer_model
from agents.understanding.remembering import RememberingEncoder
from agents.understanding.shared.labels import Candidate
from knowledge.encoders.encoder import Role, Vectors
from knowledge.languages import Language
from knowledge.passages import Aspect
from knowledge.search.knowledge_base import KnowledgeBase
from knowledge.words.stemming import content_words
from tests import shipped
from tests.agents.builders import MENTIONS
from tools.reading.folding import fold

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def knowledge_base() -> KnowledgeBase:
    return shipped.new_knowledge_base()


def test_of_two_sections_as_near_the_one_of_the_side_asked_about_comes_first() -> None:
    near = Features(
        belief=-0.1,
        meaning=0.8,
        aspect=0.0,
        measure=0.0,
        near=0.0,
        words=0.2,
        rare=0.0,
        likely_aspect=-1.0,
        likely_figure=-1.0,
        aside=0.0,
    )
    weights = load_weights("naming")
    assert replace(near, aspect=1.0).score(weights) > near.score(weights) > replace(near, aside=1.0).score(weights)


def test_a_figure_asked_for_is_told_from_the_section_that_has_it(knowledge_base: KnowledgeBase) -> None:
    text = "¿cuántas semanas dura el permiso por nacimiento?"
    rivals = (Candidate("nacimiento_cuidado", 0.9),)
    said = answer_from_article(
        Question(text, "es", "nacimiento_cuidado", "deadlines", DAY, "weeks", rivals=rivals),
        {},
        knowledge_base,
        MENTIONS,
    )
    assert "19 semanas" in "\n".join(message.text for message in said.messages)


class CountingEncoder(RememberingEncoder):
    """How many questions were encoded."""

    questions = 0

    def __init__(self) -> None:
        super().__init__(shipped.ENCODER)

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        self.questions += role == "query"
        return super().encode(texts, role)


@pytest.mark.parametrize(("text", "aspect", "encoded"), [("¿qué documentos?", "documents", 0), ("¿y si no?", None, 1)])
def test_a_question_is_encoded_only_when_its_words_leave_the_section_open(
    text: str, aspect: Aspect | None, encoded: int
) -> None:
    encoder = CountingEncoder()
    rivals = (Candidate("viudedad", 0.9),)
    wanted = build_expected_answer_model().predict(fold(text))
    answer_from_article(
        Question(text, "es", "viudedad", aspect, DAY, rivals=rivals, wanted=wanted),
        {},
        shipped.new_knowledge_base(encoder=encoder),
        MENTIONS,
    )
    assert encoder.questions == encoded


def test_a_chosen_side_is_answered_as_chosen(knowledge_base: KnowledgeBase) -> None:
    said = answer_from_article(
        Question("¿Qué plazos hay?", "es", "viudedad", "deadlines", DAY), {}, knowledge_base, MENTIONS
    )
    assert (said.need, said.aspect, len(said.messages)) == ("viudedad", "deadlines", 1)


def test_the_side_read_in_what_leans_is_told_only_when_examples_agree(knowledge_base: KnowledgeBase) -> None:
    text = "cuando lo deje del todo, ¿me la pagan entera?"
    question = Question(text, "es", "jubilacion_activa", "deadlines", DAY, leans=True)
    sure, unsure = ExpectedAnswer(aspects={"deadlines": 0.9}), ExpectedAnswer(aspects={"after": 0.9, "deadlines": 0.1})
    assert answer_from_article(replace(question, wanted=sure), {}, knowledge_base, MENTIONS).aspect == "deadlines"
    assert answer_from_article(replace(question, wanted=unsure), {}, knowledge_base, MENTIONS).aspect == "after"


def test_what_names_nothing_but_a_side_is_told_that_side_alone(knowledge_base: KnowledgeBase) -> None:
    wanted = build_expected_answer_model().predict(fold("¿Qué plazos hay?"))
    said = answer_from_article(
        Question("¿Qué plazos hay?", "es", "viudedad", "deadlines", DAY, wanted=wanted, leans=True),
        {},
        knowledge_base,
        MENTIONS,
    )
    assert (said.aspect, len(said.messages)) == ("deadlines", 1)


def test_a_word_that_one_section_alone_has_counts_in_what_leans(knowledge_base: KnowledgeBase) -> None:
    daily_index, candidates = knowledge_base.on(DAY), (Candidate("viudedad", 1.0),)
    passages = daily_index.corpus.passages("viudedad", "es")
    words = [set(content_words(passage.text, "es")) for passage in passages]
    own = [held.difference(*words[:place], *words[place + 1 :]) for place, held in enumerate(words)]
    place = next(place for place, held in enumerate(own) if held)
    word = sorted(own[place], key=len)[-1]
    for leans in (True, False):
        query = SectionQuery(f"¿y si {word}?", "es", candidates, None, None, leans=leans)
        rare = [features.rare for _, features in section_features(query, daily_index, knowledge_base.facts)]
        assert (rare[place] > 0) == leans
        assert rare[place] == max(rare)


def test_every_sentence_of_a_second_section_is_cited(knowledge_base: KnowledgeBase) -> None:
    rivals = (Candidate("jubilacion_ordinaria", 0.9),)
    question = Question("¿cuánto y a qué edad?", "es", "jubilacion_ordinaria", None, DAY, None, rivals=rivals)
    for message in answer_from_article(question, {}, knowledge_base, MENTIONS).messages:
        assert message.text == "\n".join(citation.quote for citation in message.citations)


def test_of_sections_as_near_the_second_tells_few_lines_and_the_third_one(knowledge_base: KnowledgeBase) -> None:
    rivals = (Candidate("nacimiento_cuidado", 0.9),)
    question = Question("¿y qué hay de eso?", "es", "nacimiento_cuidado", None, DAY, None, rivals=rivals)
    said = answer_from_article(question, {}, knowledge_base, MENTIONS)
    _, second, third = said.messages
    assert len(second.text.split("\n")) <= 4
    assert len(third.text.split("\n")) == 1
    assert len({citation.passage_id for message in said.messages for citation in message.citations}) == 3


def test_a_need_without_an_article_has_no_answer(knowledge_base: KnowledgeBase) -> None:
    assert (
        answer_from_article(Question("¿qué es?", "es", "nadie", None, DAY), {}, knowledge_base, MENTIONS).messages == ()
    )


def test_a_section_of_which_only_some_lines_were_told_can_still_be_asked_for(knowledge_base: KnowledgeBase) -> None:
    rivals = (Candidate("nacimiento_cuidado", 0.9),)
    question = Question("¿y qué hay de eso?", "es", "nacimiento_cuidado", None, DAY, None, rivals=rivals)
    said = answer_from_article(question, {}, knowledge_base, MENTIONS)
    sections = knowledge_base.on(DAY).corpus.passages("nacimiento_cuidado", "es")
    told = "\n".join(message.text for message in said.messages)
    in_part = {one.aspect for one in sections if one.text not in told and one.sentences[0].text in told}
    assert in_part
    assert {one.aspect for one in sections if one.text not in told} == set(said.aspects)


@pytest.mark.parametrize(
    ("language", "text", "percent"),
    [("es", "¿cuánto dinero cobran?", "el 20\xa0% de"), ("fr", "combien touche un orphelin ?", "touche 20\xa0% de")],
)
def test_how_much_is_answered_with_the_amount_first(
    knowledge_base: KnowledgeBase, language: Language, text: str, percent: str
) -> None:
    question = Question(
        text, language, "orfandad", "amount", DAY, "money", rivals=(Candidate("orfandad", 0.99),),
        wanted=build_expected_answer_model().predict(fold(text)),
    )  # fmt: skip
    said = answer_from_article(question, {}, knowledge_base, MENTIONS)
    assert said.aspect == "amount"
    assert percent in said.messages[0].text.replace("\u202f", "\xa0").split("\n")[0]


def test_a_matter_only_named_with_the_figure_wanted_is_told_the_figure(knowledge_base: KnowledgeBase) -> None:
    text = "desplazados: teléfono"
    said = answer_from_article(
        Question(text, "es", "desplazados", None, DAY, "phone", asks=False), {}, knowledge_base, MENTIONS
    )
    assert "91 541 02 91" in "\n".join(message.text for message in said.messages)
    assert (
        answer_from_article(
            Question("desplazados", "es", "desplazados", None, DAY, asks=False), {}, knowledge_base, MENTIONS
        ).aspect
        == "what"
    )
