"""What stands at the place of a reference; sealing it; and what of a line its spans do not confirm."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from knowledge.cited import Doubt, LawReference
from knowledge.law.agreement import compare, group
from knowledge.law.check import LawReport, unreferenced
from knowledge.law.quoting import HeldLaw
from knowledge.law.sealing import seal
from knowledge.law.spans import find_span
from knowledge.law.store import LawStore
from knowledge.law.taking_in import LawDesk
from knowledge.passages import parse_unit
from tests.knowledge.law.conftest import REFERENCES, content_of, write_references
from tests.law_example import AGE, MARKDOWN, URL, VERSION, from_markdown, write_markdown

LAST = "El año natural decide qué edad se aplica."
Check = Callable[[], LawReport]
Make = Callable[[], LawDesk]


@pytest.fixture
def held(desk: Make, tmp_path: Path) -> None:
    """The norm is held."""
    desk().add([write_markdown(tmp_path / "texts")])


def sealed(tree: Path, store: LawStore, day: date) -> int:
    content = content_of(tree)
    count, problems = seal(tree, content.references, content.lines, store, day)
    assert not problems, problems
    return count


def reference_of(tree: Path, line: str) -> LawReference:
    """The only reference of a line of ``pension``."""
    [reference] = content_of(tree).references.of_unit(parse_unit(f"pension/{line}"))
    return reference


@pytest.mark.usefixtures("held")
def test_sealing_writes_what_was_read_and_nothing_else(cited_tree: Path, store: LawStore, day: date) -> None:
    before = f"# Why: a comment\n{REFERENCES}"
    file = write_references(cited_tree, before)
    assert sealed(cited_tree, store, day) == 4
    written = file.read_text()
    assert [len(line) for line in written.split("\n") if not line.startswith("- {")] == [
        len(line) for line in before.split("\n") if not line.startswith("- {")
    ]
    for old, new in zip(before.split("\n"), written.split("\n"), strict=True):
        assert new.startswith(old.removesuffix("}"))
    assert f"version: {VERSION}, sha256: " in written
    assert sealed(cited_tree, store, day) == 0
    assert file.read_text() == written


@pytest.mark.usefixtures("held")
def test_a_reference_over_several_lines_is_not_sealed_but_named(cited_tree: Path, store: LawStore, day: date) -> None:
    write_references(cited_tree, "what.1:\n- norm: example\n  article: 1\nhow.1:\n- {norm: example, article: dt2}\n")
    content = content_of(cited_tree)
    count, [problem] = seal(cited_tree, content.references, content.lines, store, day)
    assert count == 1
    assert str(problem) == "references/needs/pension.yaml:2: a reference stands on one line, between braces"


def test_a_norm_that_is_not_held_cannot_be_sealed(cited_tree: Path, store: LawStore, day: date) -> None:
    content = content_of(cited_tree)
    count, problems = seal(cited_tree, content.references, content.lines, store, day)
    assert count == 0
    assert {one.problem for one in problems} == {"example is not held"}


@pytest.mark.usefixtures("held")
def test_what_was_read_is_quoted_with_article_version_and_link(cited_tree: Path, store: LawStore, day: date) -> None:
    law, reference = HeldLaw(store), reference_of(cited_tree, "requirements.1")
    assert law.quote(reference, day) is None  # nobody has said yet that these are the words that were read
    sealed(cited_tree, store, day)
    reference = reference_of(cited_tree, "requirements.1")
    quote = law.quote(reference, day)
    assert quote is not None
    assert quote.words == AGE
    assert quote.document.text.startswith("Artículo 2. Requisitos.\n1. Tienen derecho")
    assert quote.document.text[quote.start : quote.end] == AGE
    assert (quote.place.article, quote.place.version, quote.url) == ("artículo 2.1.a)", VERSION, f"{URL}#a2")
    assert law.document(quote.document.sha256) == quote.document


@pytest.mark.parametrize(
    ("changes", "state", "elsewhere"),
    [
        ((("### Artículo 1. Objeto.", "### Artículo 1. Fin."),), "found", ""),
        ((("y diez meses, o", "y once meses, o"),), "changed", ""),
        ((("a) Haber", "a) Pedirla.\n\nb) Haber"), ("b) Haber tra", "c) Haber tra")), "moved", "a2 1.b"),
        ((("1. Tienen derecho", "2. Tienen derecho"), ("2. La edad", "3. La edad")), "moved", "a2 2.a"),
        (((f"a) {AGE}", "Nada."),), "no_place", ""),
        ((("### Artículo 2. Requisitos.", "### Artículo 12. Requisitos."),), "moved", "a12 1.a"),
        ((("### Artículo 2. Requisitos.", "### Artículo 12. Requisitos."), (AGE, "Otra.")), "no_place", ""),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("held")
def test_what_became_of_the_words_that_were_read(
    cited_tree: Path,
    store: LawStore,
    day: date,
    tmp_path: Path,
    changes: tuple[tuple[str, str], ...],
    state: str,
    elsewhere: str,
) -> None:  # fmt: skip
    sealed(cited_tree, store, day)
    reference = reference_of(cited_tree, "requirements.1")
    found = find_span(reference, from_markdown(tmp_path / "later", *changes), day)
    assert (found.state, found.elsewhere) == (state, elsewhere)


@pytest.mark.usefixtures("held")
def test_a_sentence_that_moves_inside_its_paragraph_is_found_there(
    cited_tree: Path, store: LawStore, day: date, tmp_path: Path
) -> None:
    write_references(cited_tree, "requirements.1:\n- {norm: example, article: 2, paragraph: 1.a, span: 2}\n")
    sealed(cited_tree, store, day)
    reference = reference_of(cited_tree, "requirements.1")
    assert find_span(reference, from_markdown(tmp_path / "now"), day).words == LAST
    later = from_markdown(tmp_path / "later", (LAST, f"Se pide. {LAST}"))
    found = find_span(reference, later, day)
    assert (found.state, found.elsewhere) == ("moved", "a2 1.a, sentence 3")


@pytest.mark.usefixtures("held")
def test_the_check_finds_every_reference_and_lists_what_lines_say_beyond_them(
    cited_tree: Path, store: LawStore, day: date, check: Check, spoil: Callable[[str, str, str], Path]
) -> None:
    assert {one.line for one in check().errors} == {2, 4, 6, 8}  # nobody has sealed them
    sealed(cited_tree, store, day)
    assert check() == LawReport((), (), {"found": 4})
    spoil("facts.yaml", "66y10m", "66y11m")
    [finding] = check().findings
    assert str(finding) == (
        "references/needs/pension.yaml:4: pension/requirements.1: figure: no span says 66 años y 11 meses"
    )


@pytest.mark.usefixtures("held")
def test_a_reason_that_is_no_longer_needed_is_listed(
    cited_tree: Path, store: LawStore, day: date, check: Check
) -> None:
    write_references(cited_tree, "what.1:\n- {norm: example, article: 1, accepts: {who: told elsewhere}}\n")
    sealed(cited_tree, store, day)
    [finding] = check().findings
    assert "pension/what.1: it accepts 'who', and the spans confirm the line: take that away" in str(finding)


@pytest.mark.usefixtures("held")
def test_a_line_that_changed_is_not_cited_until_somebody_has_read_again(
    cited_tree: Path, store: LawStore, day: date, check: Check, spoil: Callable[[str, str, str], Path]
) -> None:
    sealed(cited_tree, store, day)
    spoil("articles/pension/es.md", "Es una pensión mensual.", "Es una pensión de cada mes.")
    report = check()
    assert [str(one) for one in report.errors] == [
        "references/needs/pension.yaml:2: pension/what.1: the line has changed since it was read: read it again"
    ]
    assert report.counts == {"found": 3, "stale": 1}
    assert sealed(cited_tree, store, day) == 0  # nobody has read it again


@pytest.mark.usefixtures("held")
def test_the_check_names_a_span_that_moved(
    cited_tree: Path, store: LawStore, day: date, tmp_path: Path, desk: Make, check: Check
) -> None:
    sealed(cited_tree, store, day)
    later = MARKDOWN.replace(str(VERSION), "2026-10-01").replace("La pensión máxima", "Esto:\n\nLa pensión máxima")
    desk().add([write_markdown(tmp_path / "texts", later)])
    [error] = check().errors
    assert "Ley 1/2020, de ejemplo, artículo 2 bis: its words stand elsewhere now (a2bis p2)" in str(error)


def test_norms_that_are_not_held_are_no_mistake(check: Check) -> None:
    assert check() == LawReport((), (), {"not_held": 4})


@pytest.mark.usefixtures("held")
def test_the_value_of_a_fact_must_stand_in_its_span(
    cited_tree: Path, store: LawStore, day: date, check: Check, spoil: Callable[[str, str, str], Path]
) -> None:
    write_references(cited_tree, "")
    row = "- {norm: example, article: 2bis, paragraph: p2, span: %d, since: %s}\n"
    (cited_tree / "references" / "facts" / "ages.yaml").write_text(
        f"pension.age:\n{row % (2, '2026-01-01')}{row % (3, '2027-01-01')}"
    )
    sealed(cited_tree, store, day)
    assert check() == LawReport((), (), {"found": 2})
    spoil("facts.yaml", "value: 67,", "value: 68,")
    [finding] = check().findings
    assert "fact pension.age: figure: no span says 68 años" in str(finding)


def test_how_many_lines_of_a_need_name_what_says_them(cited_tree: Path) -> None:
    assert unreferenced(content_of(cited_tree)) == {"pension": (4, 4), "widow": (0, 4)}


GROUPS = {"autónomos": group(["autónom"], ["cuenta propia"])}


@pytest.mark.parametrize(
    ("line", "spans", "expected"),
    [
        ("Se piden 15 años.", ["El período mínimo será de quince años."], []),
        ("Se piden 180 meses.", ["Quince años de cotización."], []),
        ("Se piden 16 años.", ["Quince años de cotización."], ["figure"]),
        ("Tiene 10 días.", ["En el plazo de diez meses."], ["figure"]),
        ("Tiene 10 días.", ["En el plazo", "de diez días hábiles."], []),
        ("Los dos lo piden.", ["Ambos progenitores."], []),
        ("Cuesta 1.234,50 €.", ["El importe será de 1.234,50 euros."], []),
        ("Se paga el 52 %.", ["El 52 por ciento."], []),
        ("Con 66 años y 10 meses.", ["66 años y 10 meses."], []),
        ("Vale desde el 1 de enero de 2027.", ["A partir del año 2027."], []),
        ("Pídalo desde el 1 de abril de 2026.", ["Desde el 1 de abril del año en curso."], []),
        ("Pídalo desde el 1 de abril de 2026.", ["Desde el 1 de abril de 2025."], ["figure"]),
        ("Pida 2 o 3 semanas.", ["Tendrá 2 y 3 semanas."], ["or"]),
        ("Pida 2 o 3 semanas.", ["Tendrá 2 semanas o 3 semanas."], []),
        ("El padre o la madre.", ["El padre y la madre."], ["or"]),
        ("El padre o la madre.", ["Cualquiera de los progenitores."], []),
        ("Lo cobra siempre.", ["Lo percibirá, salvo que trabaje."], ["except"]),
        ("Lo cobra, salvo si trabaja.", ["Lo percibirá, salvo que trabaje."], []),
        ("Lo cobra, salvo si trabaja.", ["Lo percibirá."], ["except"]),
        ("Lo cobra, menos si trabaja.", ["Lo percibirá."], ["except"]),
        ("Hay que vivir aquí, salvo si acaba de nacer.", ["No se exigirá a los recién nacidos."], []),
        ("Baja menos si espera.", ["Se reducirá por cada mes."], []),
        ("Si es autónomo, paga.", ["Los trabajadores pagarán."], ["who"]),
        ("Si es autónomo, paga.", ["Los trabajadores por cuenta propia pagarán."], []),
    ],
)
def test_what_of_a_line_its_spans_do_not_confirm(line: str, spans: Sequence[str], expected: list[Doubt]) -> None:
    assert [one.doubt for one in compare(line, spans, "", GROUPS)] == expected


def test_the_titles_above_an_article_say_whom_it_is_about() -> None:
    line, span = "Si es autónomo, paga.", ["Pagarán."]
    assert not list(compare(line, span, "TÍTULO IV. De los trabajadores por cuenta propia", GROUPS))
