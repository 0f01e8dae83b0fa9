"""The register of norms and the references: what is read, and every mistake with its line."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.cited import source_of
from knowledge.content.norms import parse_norms
from knowledge.content.references import load_references, parse_references
from knowledge.passages import parse_unit
from tests.administrations import SEGURIDAD_SOCIAL
from tests.law_example import NORM_ID, REGISTER

SHA = "a" * 64


@pytest.fixture
def written(tree: Path) -> Callable[[str], Path]:
    """Writes the references of the need ``pension``."""
    (tree / "norms.yaml").write_text(REGISTER)
    (tree / "references" / "needs").mkdir(parents=True)

    def write(text: str) -> Path:
        (tree / "references" / "needs" / "pension.yaml").write_text(text)
        return tree

    return write


def mistakes(tree: Path) -> list[str]:
    administration = load_administration(tree)
    norms, problems = parse_norms(administration)
    assert not problems.found
    return [str(one).removeprefix("references/") for one in parse_references(administration, norms)[1].found]


def test_a_reference_as_an_author_writes_it(written: Callable[[str], Path]) -> None:
    tree = written(
        "# comments may stand anywhere\n"
        "requirements.1:\n"
        "- {norm: example, article: 2, paragraph: 1.a, span: 2-3, accepts: {who: told elsewhere}}\n"
        "- {source: law}\n"
    )
    references = load_references(load_administration(tree))
    unit = parse_unit("pension/requirements.1")
    [reference] = references.of_unit(unit)
    assert (reference.norm.id, reference.article, reference.paragraph, reference.span) == (NORM_ID, "a2", "1.a", (2, 3))
    assert (reference.place, reference.anchor, reference.is_sealed) == ("artículo 2.1.a)", "a2", False)
    assert (reference.accepts, reference.file, reference.line) == (
        {"who": "told elsewhere"}, "references/needs/pension.yaml", 3,
    )  # fmt: skip
    assert [(page.source, page.line) for page in references.pages[unit]] == [("law", 4)]


def test_one_whose_line_has_changed_is_not_cited(written: Callable[[str], Path]) -> None:
    seal = f"version: 2026-02-01, sha256: {SHA}, read: '{{}}'"
    line = "- {norm: example, article: 1, %s}\n"
    tree = written("what.1:\n" + line % seal.format("00000000"))
    assert load_references(load_administration(tree)).units == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "what.1:\n- {norm: nothing, article: 1}\n",
            "needs/pension.yaml:2: what.1: unknown norm 'nothing'; use example",
        ),
        ("what.1:\n- {norm: example, article: x9}\n", "needs/pension.yaml:2: .*no article is written 'x9'"),
        ("what.1:\n- {norm: example, article: 1, paragraph: b)}\n", "needs/pension.yaml:2: .*no paragraph is written"),
        ("what.1:\n- {norm: example, article: 1, span: x}\n", "needs/pension.yaml:2: .*no sentences are written 'x'"),
        ("what.1:\n- {norm: example, article: 1, span: 3-2}\n", "needs/pension.yaml:2: .*'3-2' has no sentences"),
        ("what.1:\n- {norm: example, article: 1, accepts: {all: x}}\n", "needs/pension.yaml:2: .*all"),
        ("what.1:\n- {norm: example, article: 1, accepts: {who: ''}}\n", "needs/pension.yaml:2: .*who"),
        ("what.1:\n- {norm: example, article: 1, page: 3}\n", "needs/pension.yaml:2: .*page"),
        (
            "what.1:\n- {norm: example}\n",
            "needs/pension.yaml:2: what.1: a reference has norm and article, or a judgment without one, or a source",
        ),
        (
            "what.1:\n- {norm: example, article: 1, source: law}\n",
            "needs/pension.yaml:2: what.1: a reference has norm and article, or a judgment without one, or a source",
        ),
        ("what.1: []\n", "needs/pension.yaml:1: what.1: it names no reference"),
        ("what.one:\n- {norm: example, article: 1}\n", "needs/pension.yaml:2: .*no line is named so"),
        ("nonsense.1:\n- {norm: example, article: 1}\n", "needs/pension.yaml:2: .*no line is named so"),
        (
            f"what.1:\n- {{norm: example, article: 1, sha256: {SHA}}}\n",
            "needs/pension.yaml:2: what.1: version and sha256 go",
        ),
        ("what.1:\n- {norm: example, article: 1, sha256: abc}\n", "needs/pension.yaml:2: .*sha256"),
    ],
)
def test_a_mistake_is_named_with_its_line(written: Callable[[str], Path], text: str, problem: str) -> None:
    found = mistakes(written(text))
    assert len(found) == 1
    assert re.match(problem, found[0]), found[0]


def test_every_mistake_is_told_at_once(written: Callable[[str], Path]) -> None:
    tree = written("what.1:\n- {norm: nothing, article: 1}\nhow.1:\n- {norm: example, article: x}\n")
    assert len(mistakes(tree)) == 2


JUDGMENT = (
    'sts: {id: STS-1-2025, title: STS 1/2025, url: "https://www.boe.es/sts", dated: 2025-06-25, effect: a todos}\n'
)


def test_a_judgment_is_named_whole_with_date_and_effect(written: Callable[[str], Path]) -> None:
    tree = written("what.1:\n- {norm: sts}\n")
    (tree / "norms.yaml").write_text(REGISTER + JUDGMENT)
    [reference] = load_references(load_administration(tree)).of_unit(parse_unit("pension/what.1"))
    source = source_of(reference)
    assert (source.title, source.url) == ("STS 1/2025, de 25 de junio de 2025: a todos", "https://www.boe.es/sts")
    written("what.1:\n- {norm: sts, article: 1}\n")
    assert "a judgment without one" in mistakes(tree)[0]


def test_a_fact_has_the_references_of_its_period(written: Callable[[str], Path]) -> None:
    tree = written("")
    (tree / "references" / "facts").mkdir()
    (tree / "references" / "facts" / "ages.yaml").write_text(
        "pension.age:\n- {norm: example, article: 2, since: 2026-01-01}\n- {norm: example, article: 1}\n"
    )
    references = load_references(load_administration(tree))
    assert [one.article for one in references.of_fact("pension.age", date(2026, 1, 1))] == ["a2", "a1"]
    assert [one.article for one in references.of_fact("pension.age", date(2027, 1, 1))] == ["a1"]
    (tree / "references" / "facts" / "more.yaml").write_text("pension.age:\n- {norm: example, article: 1}\n")
    assert mistakes(tree) == ["facts/more.yaml:2: pension.age: its references stand in another file already"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("https://www.boe.es", "https://boe.example.org", "norms.yaml:1: .*is not on an official site"),
        ("title:", "name:", "norms.yaml:1: .*"),
        ("id: BOE", "id: ../BOE", "norms.yaml:1: .*"),
        ("title:", "dated: 2025-01-01, title:", "norms.yaml:1: .*both 'dated' and 'effect'"),
        (REGISTER, REGISTER + REGISTER.replace("example:", "again:"), "norms.yaml:2: .*is 'example' already"),
    ],
)
def test_mistakes_of_the_register(written: Callable[[str], Path], old: str, new: str, problem: str) -> None:
    tree = written("")
    (tree / "norms.yaml").write_text(REGISTER.replace(old, new))
    found = parse_norms(load_administration(tree))[1].found
    assert re.match(problem, str(found[0])), found


def test_the_references_that_come_with_isac_are_read_and_sealed() -> None:
    references = load_references(SEGURIDAD_SOCIAL)
    everyone = [one for listed in references.units.values() for one in listed]
    assert everyone
    assert {one.norm.id for one in everyone if one.article and not one.is_sealed} <= {
        "BOE-A-1972-944"
    }  # nobody holds its text
