"""`isac law`, as somebody runs it: what comes in, what is refused, what the check says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands import law
from knowledge.errors import ContentError
from tests.administrations import TOWN_TEXTS, VILLA_EJEMPLO

NORM = "VILLA-O-2020-1"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the town hall, with a data folder of its own."""
    folder = shutil.copytree(VILLA_EJEMPLO, tmp_path / "town")
    monkeypatch.setenv("ISAC_ADMINISTRATION", str(folder))
    monkeypatch.setenv("ISAC_DATA_DIR", str(tmp_path / "data"))
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return shutil.copytree(TOWN_TEXTS, tmp_path / "texts")


Told = Callable[[], list[str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    return lambda: capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("town")
def test_a_text_comes_in_once(texts: Path, told: Told) -> None:
    assert law.add([texts]) == 0
    assert told() == [f"{NORM} of 2026-01-15: taken in", "1 of 1 norms taken in"]
    assert law.add([texts]) == 0
    assert told() == [f"{NORM} of 2026-01-15: unchanged", "0 of 1 norms taken in"]


@pytest.mark.usefixtures("town")
def test_what_is_cut_short_is_refused_by_name(texts: Path, told: Told) -> None:
    file = texts / f"{NORM}.md"
    file.write_text(file.read_text()[:500].rstrip("\n"))
    assert law.add([texts]) == 1
    assert told() == [
        f"refused {NORM}.md:17: it is cut short: its last line does not end", "nothing was taken in",
    ]  # fmt: skip
    with pytest.raises(ContentError, match="not held"):
        law.show(NORM, [])


@pytest.mark.usefixtures("town")
def test_a_later_text_tells_what_it_touches(texts: Path, told: Told) -> None:
    law.add([texts])
    file = texts / f"{NORM}.md"
    later = file.read_text().replace("2026-01-15", "2026-11-02").replace("tres días", "cinco días")
    file.write_text(later)
    told()
    assert law.add([texts]) == 0
    assert told() == [
        f"{NORM} of 2026-11-02: taken in (before: 2026-01-15)",
        "  a1 changed: Artículo 1. Recogida de enseres.",
        "  touches recogida_muebles/what.1, artículo 1.1: its words are the same, read what is around them"
        " [references/needs/recogida_muebles.yaml:2]",
        "  touches recogida_muebles/how.1, artículo 1.2: changed [references/needs/recogida_muebles.yaml:4]",
        "1 of 1 norms taken in",
    ]
    assert law.check([], sealing=False, as_list=False) == 1
    assert told() == [
        "error references/needs/recogida_muebles.yaml:4: recogida_muebles/how.1: Ordenanza 1/2020, artículo 1.2:"
        " other words stand there now",
        "references: 2 found, 1 changed, 1 not held; 1 errors, 0 to look at",
    ]


def test_new_references_are_sealed_and_checked(town: Path, texts: Path, told: Told) -> None:
    law.add([texts])
    file = town / "references" / "needs" / "recogida_muebles.yaml"
    file.write_text("how.1:\n- {norm: ordinance, article: 2}\n")
    told()
    assert law.check(["recogida_muebles"], sealing=False, as_list=False) == 1
    assert "nobody has sealed it: isac law check --seal" in told()[0]
    assert law.check(["recogida_muebles"], sealing=True, as_list=True) == 0
    said = told()
    assert said[:2] == ["not sealed references/needs/ibi.yaml:3: tax is not held", "1 references sealed"]
    assert (
        said[2] == "look references/needs/recogida_muebles.yaml:2: recogida_muebles/how.1: figure: no span says 3 días"
    )
    assert "recogida_muebles: 1 of 3 lines" in said
    assert "sha256" in file.read_text()


@pytest.mark.usefixtures("town")
def test_an_article_is_shown_with_the_addresses_that_authors_write(texts: Path, told: Told) -> None:
    law.add([texts])
    told()
    assert law.show("ordinance", ["1"]) == 0
    assert told() == [
        "TÍTULO I. De los servicios",
        "a1: Artículo 1. Recogida de enseres.",
        "  1",
        "    1  El servicio retira muebles y electrodomésticos de la puerta de los domicilios.",
        "  2",
        "    1  La recogida se solicitará con una antelación mínima de tres días.",
    ]
    with pytest.raises(ContentError, match="has no article 7"):
        law.show("ordinance", ["7"])


@pytest.mark.usefixtures("town")
def test_without_a_gazette_nothing_is_fetched() -> None:
    with pytest.raises(ContentError, match="it names no 'gazette'"):
        law.fetch([])
