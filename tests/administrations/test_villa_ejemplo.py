"""A second administration, small and in two languages: it starts, answers with citations, books and hands over."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import LabelSources
from agents.understanding.question.conditions import build_condition_reader
from agents.understanding.question.mentions import build_mention_reader
from agents.understanding.shared.labels import DANGERS
from api.app import create_app
from api.settings.settings import Settings
from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.content.articles import read_articles
from knowledge.content.facts import load_facts
from knowledge.content.norms import parse_norms
from knowledge.content.references import first_lines, parse_references
from knowledge.law.check import LawContent, LawReport, check_law
from knowledge.law.store import FOLDER, LawStore
from knowledge.law.taking_in import LawDesk
from tests.administrations import TOWN_TEXTS, VILLA_EJEMPLO
from tests.agents.understanding.conftest import few_lessons
from tools.reading.folding import fold


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    data = tmp_path_factory.mktemp("villa")
    norms, _ = parse_norms(load_administration(VILLA_EJEMPLO))
    desk = LawDesk(LawStore(data / FOLDER), norms, (), datetime(2026, 11, 20, tzinfo=UTC))
    assert not desk.add([TOWN_TEXTS]).refused
    return Settings(
        _env_file=None, administration=str(VILLA_EJEMPLO), data_dir=data,
        encoder_model="hashing", needs_encoder_model="hashing", speech_model="none",
    )  # fmt: skip


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    with few_lessons(), TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        yield client


class Conversation:
    """One person who writes to the service."""

    def __init__(self, client: TestClient, language: str) -> None:
        self._client = client
        opened = client.post("/v1/conversations", json={"language": language}).json()
        self.greeting = opened["messages"][0]["text"] if "messages" in opened else str(opened)
        self._path = f"/v1/conversations/{opened['id']}/messages"
        self._token = {"Authorization": f"Bearer {opened['token']}"}

    def say(self, text: str) -> dict[str, Any]:
        answer = self._client.post(self._path, json={"text": text}, headers=self._token)
        assert answer.status_code == 200, answer.text
        return answer.json()


def words(turn: dict[str, Any]) -> str:
    return " ".join(message["text"] for message in turn["messages"])


def test_its_content_has_no_mistakes() -> None:
    assert check_content(VILLA_EJEMPLO).errors == ()


def test_it_answers_with_a_citation_in_its_languages(client: TestClient) -> None:
    turn = Conversation(client, "es").say("¿Qué es el IBI? me ha llegado el recibo del IBI")
    assert turn["need"] == "ibi"
    assert any(message["citations"] for message in turn["messages"])
    turn = Conversation(client, "ca").say("m'ha arribat el rebut de l'IBI, contribució del pis")
    assert (turn["need"], turn["language"]["code"]) == ("ibi", "ca")
    assert any(message["citations"] for message in turn["messages"])
    assert any(told in words(turn) for told in ("impost anual", "valor cadastral"))


def cited(client: TestClient, turn: dict[str, Any]) -> list[dict[str, Any]]:
    """What ``/v1/citations`` says of the sources of a turn."""
    listed = [citation for message in turn["messages"] for citation in message["citations"]]
    return [client.get(f"/v1/citations/{citation['id']}").json() for citation in listed]


def test_its_ordinance_is_quoted_where_it_is_held(client: TestClient) -> None:
    for language, text in (
        ("es", "¿cómo pido que recojan unos muebles viejos?"),
        ("ca", "com demano que recullin uns mobles vells?"),
    ):
        turn = Conversation(client, language).say(text)
        assert turn["need"] == "recogida_muebles"
        shown = {one["article"]: one for one in cited(client, turn)}
        collection = shown["artículo 1.1"]
        assert collection["quote"] == "El servicio retira muebles y electrodomésticos de la puerta de los domicilios."
        assert (collection["held"], collection["version"]) == (True, "2026-01-15")
        assert (collection["language"], collection["quote_language"]) == (language, "es")
        assert collection["source_url"] == "https://www.villaejemplo.example/ordenanza?id=1#a1"
        assert collection["context"]["before"].startswith("Artículo 1. Recogida de enseres.")
        assert not any(one["quote"] and one["quote"] in words(turn) for one in shown.values())


def test_an_ordinance_that_is_not_held_is_named_with_its_article(client: TestClient) -> None:
    turn = Conversation(client, "es").say("¿cuál es el tipo del IBI?")
    [tax] = [one for one in cited(client, turn) if one["article"] == "artículo 3"]
    assert (tax["held"], tax["quote"], tax["version"]) == (False, "", None)
    assert (tax["source_title"], tax["source_url"]) == (
        "Ordenanza 4/2019, artículo 3", "https://www.villaejemplo.example/ordenanza?id=4#a3",
    )  # fmt: skip


def test_its_references_are_found_in_its_ordinance(settings: Settings) -> None:
    villa = load_administration(VILLA_EJEMPLO)
    norms, _ = parse_norms(villa)
    references, problems = parse_references(villa, norms)
    assert not problems.found
    lines = first_lines(read_articles(villa)[0], villa)
    content = LawContent(villa, references, lines, load_facts(villa), {})
    report = check_law(content, LawStore(settings.data_dir / FOLDER), date(2026, 11, 20))
    assert report == LawReport((), (), {"found": 3, "not_held": 1})


def test_it_books(client: TestClient) -> None:
    conversation = Conversation(client, "es")
    asks = "quiero cita para un certificado de empadronamiento"
    for text in (asks, "en la oficina", "17001", "cualquier día", "12345678Z", "sí"):
        turn = conversation.say(text)
    assert turn["appointment"]["status"] == "booked"
    assert turn["appointment"]["office_id"] == "villa-1"


def test_it_hands_over(client: TestClient) -> None:
    turn = Conversation(client, "es").say("quiero hablar con una persona")
    assert turn["hand_off"]["unit"] == "Atención ciudadana"


def test_without_an_administration_to_take_labels_from_the_house_teaches_its_own() -> None:
    villa = load_administration(VILLA_EJEMPLO)
    alone = villa.model_copy(update={"labels_of": None})
    taught, known = ({label for one in label_examples(own) for label in one.labels} for own in (alone, villa))
    assert DANGERS <= taught < known
    assert not LabelSources(alone, ()).model_path.exists()
    assert LabelSources(villa, ()).model_path.exists()


def test_without_kinds_of_work_none_is_found_and_figures_are() -> None:
    villa = load_administration(VILLA_EJEMPLO)
    told = build_condition_reader(villa).find_conditions(fold("soy autónomo y tengo 64 años, gracias"), "es")
    assert told.conditions == {"age": "64"}
    assert build_mention_reader(villa).find_mentions("Si es autónomo, en Navarra…") == frozenset()


def test_it_refuses_a_language_that_it_does_not_serve(client: TestClient) -> None:
    refused = client.post("/v1/conversations", json={"language": "fr"})
    assert (refused.status_code, refused.json()["code"]) == (422, "language_not_served")
    turn = Conversation(client, "es").say("Can we speak English, please?")
    assert turn["language"]["code"] == "es"
    assert "En ese idioma no puedo atenderle" in words(turn)


def test_the_page_offers_its_languages_alone(client: TestClient) -> None:
    page = client.get("/v1/phrases/page").json()
    assert [one["code"] for one in page["languages"]] == ["es", "ca"]
    assert page["phrases"]["body"] == "Ayuntamiento de Villa Ejemplo"


@pytest.mark.parametrize(
    "text",
    [
        "Tengo dos hijos, ¿cuánto cuesta la licencia del mercado?",
        "Tengo una discapacidad del 33 %, ¿cuál es el tipo del IBI?",
        "tengo 64 años, ¿cambia algo en el IBI?",
    ],
)
def test_what_anybody_may_tell_of_themselves_can_be_said_back(client: TestClient, text: str) -> None:
    turn = Conversation(client, "es").say(text)
    assert turn["messages"]
    assert "failure" not in str(turn.get("hand_off"))


def test_who_wants_to_be_called_is_promised_a_window_and_may_cancel_it(client: TestClient) -> None:
    person = Conversation(client, "es")
    person.say("Quiero hablar con una persona")
    asked = person.say("Que me llamen")
    assert asked["step"] == "call.phone"
    offered = person.say("612 345 678")
    assert offered["step"] == "call.window"
    read_back = person.say(offered["quick_replies"][0])
    assert read_back["step"] == "call.confirm"
    kept = person.say("Sí")
    card = kept["call_back"]
    assert card["status"] == "kept"
    mine = {"X-Phone": "612345678"}
    found = client.get(f"/v1/call-backs/{card['reference']}", headers=mine).json()
    assert datetime.fromisoformat(found["window"]["begins"]) == datetime.fromisoformat(card["begins"])
    assert person.say("Anular la llamada")["call_back"]["status"] == "cancelled"
    assert client.get(f"/v1/call-backs/{card['reference']}", headers=mine).status_code == 404
