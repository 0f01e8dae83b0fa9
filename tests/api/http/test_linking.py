"""The modules of a page as one script, and the addresses that browsers keep."""

import gzip
import re
from pathlib import Path

import httpx
import pytest

from api.http import linking
from api.http.linking import NotLinked, linked, modules

PAGES = ("/", "/agente", "/llamada", "/llamada/c1", "/admin/gaps", "/docs", "/privacidad")
NEEDED = re.compile(r'(?:src|href)="(/static/[^"]+|/logo)"')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "two.js").write_text('import { x } from "../three.js";\nexport const two = x + 1;\n')
    (tmp_path / "three.js").write_text("const x = 1;\nexport { x };\n")
    monkeypatch.setattr(linking, "STATIC", tmp_path)
    return tmp_path


def test_what_is_needed_comes_first_and_once(folder: Path) -> None:
    (folder / "one.js").write_text('import * as all from "./js/two.js";\nimport {\n  x as y,\n} from "./three.js";\n')
    assert list(modules("one.js")) == ["three.js", "js/two.js", "one.js"]
    script = linked("one.js")
    assert 'const all = modules["js/two.js"];' in script
    assert re.search(r'const \{\s+x : y,\s+\} = modules\["three.js"\];', script)
    assert 'modules["three.js"] = { x };' in script
    assert "three.js" not in linked("three.js", without=["three.js"])


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;",
        'export * from "./three.js";',
        'const a = await import("./three.js");',
        "import.meta.url;",
        "const a = await b();",
    ],
)
def test_what_is_not_understood_is_refused(folder: Path, text: str) -> None:
    (folder / "one.js").write_text(f"{text}\n")
    with pytest.raises(NotLinked, match=r"one\.js"):
        linked("one.js")


def test_a_module_that_needs_itself_is_refused(folder: Path) -> None:
    (folder / "one.js").write_text('import "./other.js";\n')
    (folder / "other.js").write_text('import "./one.js";\n')
    with pytest.raises(NotLinked, match=r"one\.js needs other\.js needs one\.js"):
        linked("one.js")


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_one_wave_of_few_small_files_that_are_kept(client: httpx.AsyncClient, path: str) -> None:
    """A browser opens six connections to one server: more files than that would be another wave."""
    page = await client.get(path)
    assert page.status_code == 200
    found = set(NEEDED.findall(page.text))
    files = {address: await client.get(address) for address in found}
    assert found
    assert len(files) <= 5, "one connection is left for what the page asks"
    assert all(file.status_code == 200 for file in files.values())
    for address, file in files.items():
        if address != "/logo":
            assert "immutable" in file.headers["cache-control"], address
        assert not re.search(r"^import\b|@import", file.text, re.MULTILINE), address
    weights = [len(gzip.compress(file.content, 6)) for file in (page, *files.values())]
    assert weights[0] <= 14_000, "the page itself comes with the first packets of a connection"
    assert sum(weights) <= 65_000


async def test_a_file_of_another_version_is_not_kept_and_none_outside_is_given(client: httpx.AsyncClient) -> None:
    other = await client.get("/static/kept/000000000000/page.css")
    assert (other.status_code, other.headers["cache-control"]) == (200, "no-cache")
    for path in ("nothing.js", "index.html", "%2e%2e/app.py", "..%2f..%2fapp.py", "citizen"):
        assert (await client.get(f"/static/kept/000000000000/{path}")).status_code == 404
