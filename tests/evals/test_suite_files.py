"""The data of the suites is whole: six languages, enough of each, nothing twice, nothing unknown."""

import re
from functools import cache

import pytest

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.needs.need_examples import all_examples
from evals.questions.question_files import HARD, LabelledQuestion, questions
from evals.questions.question_files import apart as asked_apart
from evals.suite_files import SuiteError, in_six, listed, load_suite_file
from evals.tasks.conversations import samples
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.facts import load_facts
from knowledge.content.questions import load_questions
from knowledge.content.utterances import load_utterances
from knowledge.languages import LANGUAGES
from knowledge.passages import ASPECTS
from knowledge.search.knowledge_base import unit_lines
from tests.administrations import SEGURIDAD_SOCIAL

CONTENT = SEGURIDAD_SOCIAL
CATALOGUE = load_catalogue(CONTENT)


@cache
def asked() -> list[LabelledQuestion]:
    return questions()


def _plain(text: str) -> str:
    """Its words alone: the same question with other marks is the same question."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_listed_twice(language: str) -> None:
    texts = [one.text.casefold() for one in asked() if one.language == language]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("file", ["answers.yaml", "facts.yaml", "facts_apart.yaml"])
def test_answers_name_needs_aspects_and_facts_that_exist(file: str) -> None:
    content, facts = load_suite_file(file), load_facts(CONTENT)
    for case, entry in (content["answered"] | content.get("referred", {})).items():
        in_six(entry["ask"], case)
        assert set(listed(entry["need"])) <= set(CATALOGUE), case
        assert set(entry["facts"]) <= set(facts), case


def test_a_fact_of_every_need_is_asked_for() -> None:
    asked = {entry["need"] for entry in load_suite_file("facts.yaml")["answered"].values()}
    assert asked == set(CATALOGUE)


def test_the_suites_that_only_measure_share_no_question_with_what_is_taught_or_tunes() -> None:
    taught = {
        _plain(one.text) for one in all_examples(SEGURIDAD_SOCIAL, CATALOGUE, load_utterances(CONTENT, CATALOGUE))
    }
    taught |= {_plain(one.text) for one in label_examples(SEGURIDAD_SOCIAL)} | {
        _plain(one.text) for one in load_questions(SEGURIDAD_SOCIAL, unit_lines(SEGURIDAD_SOCIAL))
    }
    tuning = {
        _plain(text) for entry in load_suite_file("facts.yaml")["answered"].values() for text in entry["ask"].values()
    }
    apart = [
        text for entry in load_suite_file("facts_apart.yaml")["answered"].values() for text in entry["ask"].values()
    ]
    for file in ("unanswerable.yaml", "unanswerable_apart.yaml"):
        apart += [
            text for entry in load_suite_file(file)["unanswerable"].values() for text in in_six(entry, file).values()
        ]
    turns = [turn for turns in load_suite_file("follow_ups_apart.yaml").values() for turn in turns]
    apart += [turn[language] for turn in turns for language in LANGUAGES]
    assert len(apart) == 480 + 240 + 792 + 172 * 6
    apart += [one.text for one in asked_apart() if one.kind != "two_words"]  # two words are chosen twice by chance
    for conversation in load_suite_file("conversations.yaml")[
        "conversations"
    ].values():  # anybody says "I have no certificate"
        apart += [turn["said"] for turn in conversation["turns"] if len(turn["said"].split()) > 8]
    assert not {_plain(text) for text in apart} & (taught | tuning)


def test_needs_and_kinds_asked_apart_exist() -> None:
    asked = asked_apart()
    assert {one.need for one in asked} == set(CATALOGUE)
    assert {one.kind for one in asked} <= set(HARD)


def test_figures_asked_apart_are_ones_that_their_articles_state() -> None:
    for case, entry in load_suite_file("facts_apart.yaml")["answered"].items():
        for need in listed(entry["need"]):
            for language in LANGUAGES:
                text = (CONTENT.folder / "articles" / need / f"{language}.md").read_text(encoding="utf-8")
                assert all(f"{{fact:{fact}}}" in text for fact in entry["facts"]), f"{case}: {need}/{language}"


@pytest.mark.parametrize("file", ["follow_ups.yaml", "follow_ups_apart.yaml"])
def test_turns_name_needs_and_sections_that_exist(file: str) -> None:
    for name, turns in load_suite_file(file).items():
        for turn in turns:
            assert set(listed(turn["need"])) <= set(CATALOGUE), name
            assert set(listed(turn.get("aspect", []))) <= set(ASPECTS), name


def test_what_conversations_look_for_can_be_looked_for() -> None:
    played = samples()
    assert len(played) > 100
    for one in played:
        assert one.metadata["must"] or one.metadata["any"] or one.metadata["never"], one.id
        for pattern in (*one.metadata["must"], *one.metadata["any"], *one.metadata["never"]):
            re.compile(pattern)


def test_a_missing_language_is_named() -> None:
    with pytest.raises(SuiteError, match="somewhere"):
        in_six({"es": "hola"}, "somewhere")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SuiteError, match=r"nothing\.yaml"):
        load_suite_file("nothing.yaml")
