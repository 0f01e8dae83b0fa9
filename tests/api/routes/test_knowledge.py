"""Citations, understanding, search and the words of the pages."""

import html
import re

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.http.shell import STYLE_SOURCE
from api.routes.citations import around
from api.services.services import Services
from knowledge.languages import LANGUAGES, Language
from tests.api.fakes import ARTICLE, QUOTES, SHA, OneDocument, citation


async def test_a_citation_shows_the_words_of_the_law_where_they_stand(client: httpx.AsyncClient) -> None:
    body = (await client.get(f"/v1/citations/{citation(QUOTES[0]).id}")).json()
    assert body["held"]
    assert (body["article"], body["quote_language"]) == ("artículo 3.1.a)", "es")
    assert (body["version"], body["version_text"], body["since"]) == ("2026-07-31", "31 de julio de 2026", None)
    assert body["source_url"].endswith("#a3")
    assert ARTICLE[body["start"] : body["end"]] == body["quote"] == QUOTES[0]
    assert body["context"]["before"] + body["quote"] + body["context"]["after"] == ARTICLE
    assert body["document_sha256"] == SHA
    assert body["valid_to_text"] == "31 de diciembre de 2026"


async def test_a_source_whose_words_are_not_held_says_so_and_has_a_link(client: httpx.AsyncClient) -> None:
    body = (await client.get(f"/v1/citations/{citation('').id}")).json()
    assert (body["held"], body["quote"], body["start"], body["end"]) == (False, "", 0, 0)
    assert body["context"] == {"before": "", "after": ""}
    assert (body["article"], body["version"], body["quote_language"]) == (None, None, None)
    assert body["source_url"] == "https://www.seg-social.es/edad"
    assert body["retrieved_text"] == "30 de marzo de 2026"


async def test_a_quote_that_its_document_does_not_hold_is_not_shown(
    client: httpx.AsyncClient, services: Services
) -> None:
    assert isinstance(services.knowledge.citations, OneDocument)
    services.knowledge.citations.text = ARTICLE.replace("sesenta y seis", "sesenta y siete")
    response = await client.get(f"/v1/citations/{citation(QUOTES[0]).id}")
    assert (response.status_code, response.json()["code"]) == (404, "citation_not_found")


@given(st.text(st.sampled_from("ab\n"), max_size=2_000), st.data())
def test_context_always_touches_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    context = around(text, start, end)
    assert text[:start].endswith(context.before)
    assert text[end:].startswith(context.after)


async def test_understanding_has_the_shape_of_the_contract(client: httpx.AsyncClient) -> None:
    body = (await client.post("/v1/understand", json={"id": 7, "text": "me quiero jubilar", "language": "es"})).json()
    assert set(body) == {
        "id", "language", "language_confidence", "need", "entity", "action", "confidence", "alternatives", "labels",
        "slots", "out_of_scope",
    }  # fmt: skip
    assert (body["id"], body["entity"], body["action"]) == (7, "INSS", "answer")


async def test_search_gives_hits_best_first(client: httpx.AsyncClient) -> None:
    body = (await client.post("/v1/search", json={"query": "jubilación", "k": 1})).json()
    assert [hit["id"] for hit in body["hits"]] == ["p1"]
    assert (await client.post("/v1/search", json={"query": "x", "k": 0})).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_of_the_page_come_in_every_language(client: httpx.AsyncClient, language: Language) -> None:
    body = (await client.get(f"/v1/phrases/page?language={language}")).json()
    assert (body["language"], len(body["languages"]), body["demo"]) == (language, 6, True)
    assert body["phrases"]["person"]
    assert [topic for topic in body["topics"] if topic["name"] and topic["ask"]]
    titles = {"accesibilidad": "accessibility", "privacidad": "privacy-page", "aviso-legal": "legal-page"}
    for path, title in titles.items():
        page = await client.get(f"/{path}?language={language}")
        assert page.headers["content-language"] == language
        assert f"<h1>{html.escape(body['phrases'][title])}</h1>" in page.text


async def test_the_privacy_page_tells_the_terms_that_are_set(client: httpx.AsyncClient) -> None:
    text = (await client.get("/privacidad?language=es")).text
    assert "se borra 120 minutos después" in text
    assert "Instituto Nacional de la Seguridad Social" in text


async def test_the_page_allows_only_its_own_style_and_no_frame(client: httpx.AsyncClient) -> None:
    policy = (await client.get("/")).headers["content-security-policy"]
    assert STYLE_SOURCE in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


async def test_the_pages_ask_nothing_from_elsewhere(client: httpx.AsyncClient) -> None:
    brings = re.compile(r"""(?:src=|<link [^>]*href=|url\(|@import |import )["']?http""")
    for path in ("/", "/docs", "/accesibilidad", "/privacidad", "/static/page.css", "/widget.js"):
        assert brings.search((await client.get(path)).text) is None
    assert (await client.get("/openapi.json")).json()["paths"]["/v1/conversations"]


async def test_health_readiness_and_figures(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).json() == {"status": "ok"}
    assert 'route="/healthz"' in (await client.get("/metrics")).text
