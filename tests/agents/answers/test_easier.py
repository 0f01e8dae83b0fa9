"""In simpler words: the easy-read version of what was just told, cited like everything else."""

import pytest

from agents.understanding.labels.acts import build_act_reader
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Passage
from knowledge.search.knowledge_base import KnowledgeBase
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.conftest import NOW, reading
from tools.reading.folding import fold

ASKED: dict[Language, tuple[str, ...]] = {
    "es": ("explíquemelo más fácil, por favor", "¿me lo puede decir con palabras sencillas?", "más sencillo"),
    "ca": ("explica-m'ho més fàcil", "amb paraules senzilles, si us plau", "més senzill"),
    "gl": ("explícame iso máis fácil", "con palabras sinxelas", "máis sinxelo, por favor"),
    "eu": ("azaldu errazago, mesedez", "hitz errazagoekin", "errazago"),
    "en": ("can you explain it more simply?", "in plain English please", "simpler please"),
    "fr": ("expliquez-moi plus simplement", "avec des mots simples", "plus simple"),
}


def easy(knowledge_base: KnowledgeBase, need: str, language: Language) -> tuple[Passage, ...]:
    return knowledge_base.on(NOW.date()).corpus.easy(need, language)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in LANGUAGES for text in ASKED[language]])
def test_the_wish_is_read(language: Language, text: str) -> None:
    assert "easier" in build_act_reader(SEGURIDAD_SOCIAL).find_acts(fold(text)).labels


@pytest.mark.parametrize(
    "text", ["¿es más fácil pedirlo por internet?", "quiero un trámite sencillo", "is it easier online?"]
)
def test_easy_is_not_always_easier_words(text: str) -> None:
    assert "easier" not in build_act_reader(SEGURIDAD_SOCIAL).find_acts(fold(text)).labels


async def test_what_was_told_is_told_again_in_easy_words_part_by_part(talk, knowledge_base: KnowledgeBase) -> None:
    whole = [one.text for one in easy(knowledge_base, "viudedad", "es")]
    citizen = talk({"viudedad": reading(need="viudedad"), "fácil": reading("easier")})
    goes_on = citizen.deps.phrases.say("es", "reply-go-on")
    await citizen.say("viudedad")
    turn = await citizen.say("fácil")
    parts = [turn]
    while goes_on in turn.quick_replies and len(parts) <= len(whole):
        turn = await citizen.say(goes_on)
        parts.append(turn)
    told = [message for part in parts for message in part.messages if message.kind == "answer"]
    assert sorted(message.text for message in told) == sorted(whole)
    assert all(message.citations for message in told)
    assert all(any(message.kind == "answer" for message in part.messages) for part in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_most_asked_have_one_in_every_language(knowledge_base: KnowledgeBase, language: Language) -> None:
    assert sum(bool(easy(knowledge_base, need, language)) for need in knowledge_base.catalogue) >= 40


async def test_a_need_without_an_easy_version_is_told_as_it_is(talk, knowledge_base: KnowledgeBase) -> None:
    assert not easy(knowledge_base, "sovi", "es")
    citizen = talk({"sovi": reading(need="sovi"), "fácil": reading("easier")})
    await citizen.say("sovi")
    assert any(message.kind == "answer" for message in (await citizen.say("fácil")).messages)


def test_easy_versions_are_cited_and_not_searched(knowledge_base: KnowledgeBase) -> None:
    corpus = knowledge_base.on(NOW.date()).corpus
    passage = easy(knowledge_base, "viudedad", "es")[0]
    assert corpus.passage(passage.id) == passage
    assert passage not in corpus.all_passages()
