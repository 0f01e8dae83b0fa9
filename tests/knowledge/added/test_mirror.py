from pathlib import Path

import pytest

from knowledge.added.document_store import load_added
from knowledge.added.files import page_url
from knowledge.errors import ContentError
from tests.knowledge.added.builders import add, pdf

SITE = "https://www.example.org"


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("index.html", ""),
        ("pensiones/index.html", "pensiones/"),
        ("pensiones/viudedad.html", "pensiones/viudedad.html"),
        ("myindex.html", "myindex.html"),
        ("ficha.php?id=3&l=es", "ficha.php?id=3&l=es"),
        ("ficha.php?id=3.html", "ficha.php?id=3"),
        ("index.html?l=eu.html", "?l=eu"),
        ("buscar.jsp.html", "buscar.jsp"),
        ("p;jsessionid=0A1.html", "p"),
        ("años/guía 2.pdf", "a%C3%B1os/gu%C3%ADa%202.pdf"),
        ("a%20b.html", "a%20b.html"),
        ("x#y.html", "x%23y.html"),
    ],
)
def test_a_file_stands_where_the_crawler_found_it(file: str, path: str) -> None:
    assert page_url(Path("mirror", file), Path("mirror"), SITE) == f"{SITE}/{path}"


def mirror(root: Path) -> Path:
    """As wget leaves a site: pages without an ending, the same page under two addresses, and what pages are made of."""
    pages = {
        "index.html": "<html lang='es'><title>Portada</title><main><h1>Portada</h1><p>Aquí empieza.</p></main></html>",
        "ayuda/index.html": "<title>Ayuda</title><main><h2 id='plazo'>Plazo</h2><p>Un mes.</p></main>",
        "ayuda/index.html?utm=1.html": "<title>Ayuda</title><main><h2 id='plazo'>Plazo</h2><p>Un mes.</p></main>",
        "print/ayuda.html": "<title>Ayuda</title><link rel=canonical href='/ayuda/'><main><p>Plazo: un mes.</p></main>",
        "ficha?id=3": "<!DOCTYPE html><title>Ficha</title><main><p>La ficha tercera.</p></main>",
        "moved.html": "<title>M</title><link rel=canonical href='https://other.org/m'><main><p>Otra cosa.</p></main>",
        "de/hilfe.html": "<html lang='de'><title>Hilfe</title><main><p>Jeden Monat.</p></main></html>",
        "style.css": "p {color: red}",
        "robots.txt": "User-agent: *",
        "logo": "\x89PNG",
    }
    for name, content in pages.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    (root / "doc.asp?f=guia").write_bytes(pdf("La guia es gratis."))
    return root


def test_a_crawl_of_a_site_becomes_a_collection_cited_at_its_addresses(tmp_path: Path) -> None:
    root, store = mirror(tmp_path / "www.example.org"), tmp_path / "store"
    outcome = add([root], store, site=SITE + "/")
    assert outcome.summary == "7 added, 1 left out, 2 the same as another, which alone is searched"
    assert not outcome.failed
    assert sorted(passage.source_url for rendered in load_added(store) for passage in rendered.passages) == [
        f"{SITE}/",
        f"{SITE}/ayuda/#plazo",
        f"{SITE}/doc.asp?f=guia#page=1",
        f"{SITE}/ficha?id=3",
        f"{SITE}/moved.html",
    ]
    assert add([root], store, site=SITE).summary.startswith("7 unchanged, 1 left out, 2 the same")


def test_when_the_page_that_was_kept_goes_its_copy_is_searched(tmp_path: Path) -> None:
    root, store = mirror(tmp_path / "m"), tmp_path / "store"
    add([root], store, site=SITE)
    (root / "ayuda" / "index.html").unlink()
    add([root], store, site=SITE, prune=True)
    links = [passage.source_url for rendered in load_added(store) for passage in rendered.passages]
    assert f"{SITE}/ayuda/" in links  # the one for printing, which says where it belongs


def test_the_same_title_is_no_copy_when_the_text_differs(tmp_path: Path) -> None:
    for name, text in (("a", "Un mes."), ("b", "Dos meses.")):
        (tmp_path / f"{name}.html").write_text(f"<title>Plazo</title><p>{text}</p>", "utf-8")
    assert add([tmp_path], tmp_path / "store").summary == "2 added"
    rendered = load_added(tmp_path / "store")
    assert len({one.document.id for one in rendered}) == len({one.passages[0].id for one in rendered}) == 2


@pytest.mark.parametrize("site", ["example.org", "ftp://example.org", "https://", "https://[x", "https://a.es/?q=1"])
def test_a_site_is_an_address(tmp_path: Path, site: str) -> None:
    with pytest.raises(ContentError, match="give the site as its address"):
        add([tmp_path], tmp_path / "store", site=site)
