"""What people tell of their situation, and whose case a sentence of an article is."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.question.conditions import build_condition_reader
from agents.understanding.question.mentions import build_mention_reader
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Sentence
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

CASES = read_yaml(Path(__file__).parent / "cases_conditions.yaml")
CONDITIONS, MENTIONS = build_condition_reader(SEGURIDAD_SOCIAL), build_mention_reader(SEGURIDAD_SOCIAL)


@pytest.mark.parametrize(
    ("language", "text", "told"), [(code, text, told) for code in CASES for text, told in CASES[code].items()]
)
def test_conditions_are_read(language: Language, text: str, told: dict[str, str]) -> None:
    assert CONDITIONS.find_conditions(fold(text), language).conditions == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_to_choose_reads_back(language: Language) -> None:
    for key, words in shipped.phrases().group(language, "condition-work-").items():
        told = CONDITIONS.find_conditions(fold(words), language)
        assert told.conditions == {"work": key.removeprefix("condition-work-")}


@given(text=st.text(max_size=80), language=st.sampled_from(LANGUAGES))
def test_no_text_breaks_it_and_spans_lie_inside(text: str, language: Language) -> None:
    folded = fold(text)
    for start, end in CONDITIONS.find_conditions(folded, language).spans:
        assert 0 <= start < end <= len(folded.text)


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        ("Si es autónomo, pregunte a su mutua.", {("work", "self_employed")}),
        ("Los autónomos presentan una declaración.", {("work", "self_employed")}),
        ("La paga el INSS, o el ISM si trabaja en el mar.", set()),
        ("En el País Vasco y en Navarra se pide al gobierno.", {("territory", "pais_vasco"), ("territory", "navarra")}),
        ("Lo reconoce su comunidad autónoma, no el INSS.", set()),
        ("Autonomoa bazara, galdetu mutuari.", {("work", "self_employed")}),
        ("If you are self-employed, ask the INSS.", {("work", "self_employed")}),
    ],
)
def test_whose_case_a_sentence_opens_with(sentence: str, opens: set[tuple[str, str]]) -> None:
    assert MENTIONS.opening_mentions(sentence) == opens


def test_languages_speak_of_the_same_situations() -> None:
    """In every language a need's article speaks of the works and territories that the Spanish one does."""
    corpus = shipped.knowledge_base().on(NOW.date()).corpus

    @cache
    def named(need: str, language: Language) -> set[tuple[str, str]]:
        sentences: list[Sentence] = [line for one in corpus.passages(need, language) for line in one.sentences]
        return {mention for line in sentences for mention in MENTIONS.find_mentions(line.text) if mention[1] in _SURE}

    differing = {
        (need, language): named(need, "es") ^ named(need, language)
        for need in sorted({passage.need for passage in corpus.all_passages()})
        for language in LANGUAGES
        if named(need, "es") != named(need, language)
    }
    assert not differing


_SURE = {"pais_vasco", "navarra", "sea"}
