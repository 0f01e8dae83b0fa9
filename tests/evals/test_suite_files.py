"""The data of the suites is whole: six languages, enough of each, nothing twice, nothing unknown."""

from importlib import resources

import pytest

from evals.questions.asked import questions
from evals.suite_files import SuiteError, in_six, listed, read
from knowledge.catalogue_files import load_catalogue
from knowledge.facts import load_facts
from knowledge.languages import LANGUAGES

CONTENT = resources.files("knowledge")
CATALOGUE = load_catalogue(CONTENT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_listed_twice(language: str) -> None:
    texts = [one.text.casefold() for one in questions() if one.language == language]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("file", ["answers.yaml", "facts.yaml"])
def test_answers_name_needs_aspects_and_facts_that_exist(file: str) -> None:
    content, facts = read(file), load_facts(CONTENT)
    for case, entry in (content["answered"] | content.get("referred", {})).items():
        in_six(entry["ask"], case)
        assert set(listed(entry["need"])) <= set(CATALOGUE), case
        assert set(entry["facts"]) <= set(facts), case


def test_a_fact_of_every_need_is_asked_for() -> None:
    asked = {entry["need"] for entry in read("facts.yaml")["answered"].values()}
    assert asked == set(CATALOGUE)


def test_a_missing_language_is_named() -> None:
    with pytest.raises(SuiteError, match="somewhere"):
        in_six({"es": "hola"}, "somewhere")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SuiteError, match=r"nothing\.yaml"):
        read("nothing.yaml")
