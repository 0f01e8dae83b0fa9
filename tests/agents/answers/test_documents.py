"""What no article says may stand in a document somebody added: quoted as it is, said to be a document's."""

from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from knowledge.added.add import AddRequest, add_documents
from knowledge.search.knowledge_base import ADDED, KnowledgeBase
from tests import shipped
from tests.agents.conftest import reading

PAGE = """# Comedor de mayores

El comedor de mayores de la calle Luna abre los lunes y los jueves.
"""
ENGLISH_PAGE = """# Canteen for seniors

The seniors canteen in Moon Street opens on Mondays and Thursdays.
"""
QUESTION = "Comedor de mayores: ¿el comedor de mayores de la calle Luna abre los lunes y los jueves?"
IN_ENGLISH = "Canteen for seniors: the seniors canteen in Moon Street opens on Mondays and Thursdays?"


@pytest.fixture(scope="module")
def with_document(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("data")
    for name, text in (("comedor.md", PAGE), ("canteen.md", ENGLISH_PAGE)):
        (folder / name).write_text(text, encoding="utf-8")
    add_documents(AddRequest([folder / "comedor.md", folder / "canteen.md"]), folder / ADDED)
    return shipped.new_knowledge_base(folder)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


def script(text: str = QUESTION) -> dict[str, Any]:
    return {text: reading("question", "out_of_scope", out_of_scope=True)}


async def test_it_is_quoted_and_cited(talk, with_document: KnowledgeBase) -> None:
    turn = await talk(script(), knowledge_base=with_document).say(QUESTION)
    quoted = next(message for message in turn.messages if message.kind == "answer")
    assert "abre los lunes y los jueves" in quoted.text
    assert quoted.citations[0].quote == quoted.text
    assert "Lo dice este documento: «Comedor de mayores»" in words(turn)
    assert turn.completeness == "partial"


async def test_without_the_document_nothing_is_said(talk) -> None:
    turn = await talk(script()).say(QUESTION)
    assert all(message.kind != "answer" for message in turn.messages)


async def test_another_question_is_not_answered_from_it(talk, with_document: KnowledgeBase) -> None:
    other = "¿Cuánto cuesta un billete de avión a Lisboa?"
    turn = await talk(
        {other: reading("question", "out_of_scope", out_of_scope=True)}, knowledge_base=with_document
    ).say(other)
    assert all(message.kind != "answer" for message in turn.messages)
    assert turn.completeness == "none"


async def test_in_another_language_it_says_so_and_quotes_it_as_it_stands(talk, with_document: KnowledgeBase) -> None:
    turn = await talk(script(IN_ENGLISH), knowledge_base=with_document).say(IN_ENGLISH)
    assert turn.language == "es"
    assert "Está en otra lengua (English)" in words(turn)
    assert "opens on Mondays and Thursdays" in words(turn)
