"""Both official forms of a norm give the same articles, addresses and words; what is not whole is refused by name."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.law.boe_form import read_norm, read_stamp
from knowledge.law.markdown_form import read_markdown
from tests.law_example import (
    AGE,
    BLOCKS,
    MARKDOWN,
    METADATA,
    NORM_ID,
    STAMP,
    VERSION,
    answer,
    from_markdown,
    from_xml,
    paragraphs_of,
    write_markdown,
)

TABLE = "Año | Edad\n2026 | 66 años y 10 meses\n2027 | 67 años"


def test_a_file_is_cut_into_articles_and_paragraphs(tmp_path: Path) -> None:
    norm = from_markdown(tmp_path)
    assert (norm.id, norm.version) == (NORM_ID, VERSION)
    assert list(norm.by_key) == ["a1", "a2", "a2bis", "dt2"]
    assert paragraphs_of(norm)["a2bis"] == {"p1": "La pensión máxima es de 3.359,60 euros al mes.", "p2": TABLE}
    assert list(paragraphs_of(norm)["a2"]) == ["1", "1.a", "1.b", "1.b.p2", "2", "2.1º", "2.2º"]
    assert norm.by_key["a2"].heading == "Artículo 2. Requisitos."
    assert norm.by_key["a2"].within == ("TÍTULO I. De la pensión",)


def test_notes_of_the_editor_are_no_law(tmp_path: Path) -> None:
    said = paragraphs_of(from_markdown(tmp_path))["a1"]
    assert said == {"p1": "Esta ley regula una pensión de ejemplo, que se cobra cada mes."}
    assert said == paragraphs_of(from_xml())["a1"]


def test_both_forms_have_the_same_words_at_the_same_addresses(tmp_path: Path) -> None:
    assert paragraphs_of(from_xml()) == paragraphs_of(from_markdown(tmp_path))


def test_the_service_says_since_when_an_article_reads_so() -> None:
    article = from_xml().by_key["a2"]
    assert article.wordings[0].valid_from == date(2026, 3, 1)
    assert article.on(date(2026, 2, 28)) is None
    assert article.on(date(2026, 3, 1)) == article.wordings[0]
    assert article.anchor == "a2"
    assert from_xml().by_key["dt2"].anchor == "dtsegunda"


def test_an_article_that_ended_does_not_read_any_more() -> None:
    ended = from_xml(('<bloque id="a2" ', '<bloque id="a2" fecha_caducidad="20260601" ')).by_key["a2"]
    assert ended.on(date(2026, 5, 31)) is not None
    assert ended.on(date(2026, 6, 1)) is None


def test_a_cell_over_several_rows_and_columns_stands_in_each() -> None:
    table = '<table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D<br/>E</td></tr></table>'
    norm = from_xml(("La pensión máxima es de 3.359,60 euros al mes.", "Así:</p>" + table + "<p>"))
    assert paragraphs_of(norm)["a2bis"]["p2"] == "A | B | B\nA | C | D E"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# Una ley\n", "does not begin with the metadata"),
        (MARKDOWN.replace("identifier", "number"), "has no 'identifier'"),
        (MARKDOWN.replace(str(VERSION), "ayer"), "'ayer', which is no date"),
        (MARKDOWN[:900].rstrip("\n"), "cut short"),
        (MARKDOWN[: MARKDOWN.index("## TÍTULO")], "has no articles"),
    ],
)
def test_a_file_that_is_no_whole_norm_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        read_markdown(write_markdown(tmp_path, text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "law.md"
    file.write_bytes(MARKDOWN.encode("latin-1"))
    with pytest.raises(ContentError, match="UTF-8"):
        read_markdown(file)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (answer()[:-40], "cut short"),
        (answer(code="500"), "answers 500: told"),
        (b"<response/>", "without a status"),
        (b"<html>under repair</html>", "without a status"),
        (answer(BLOCKS[: BLOCKS.index("<bloque", 5)]), "no articles"),
        (answer('<bloque id="a1" tipo="precepto" titulo="Art\u00edculo 1"/>'), "no wording"),
        (answer(BLOCKS.replace("20260301", "marzo")), "'marzo' is no date"),
        (answer(BLOCKS.replace("fecha_publicacion", "x")), "no article says when"),
    ],
)
def test_an_answer_that_is_no_whole_norm_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        read_norm(content, STAMP)


def test_the_metadata_must_be_of_the_norm_that_was_asked_for() -> None:
    assert read_stamp(METADATA.encode(), NORM_ID) == STAMP
    with pytest.raises(ContentError, match="is about 'BOE-A-2020-1'"):
        read_stamp(METADATA.encode(), "BOE-A-2020-2")
    with pytest.raises(ContentError, match="lack the title"):
        read_stamp(METADATA.replace("titulo>", "t>").encode(), NORM_ID)


def test_entities_of_an_answer_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    declared = f'<!DOCTYPE response [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    content = answer(BLOCKS.replace(AGE, "&s;")).replace(b"<response>", f"{declared}<response>".encode())
    assert "hidden" not in str(paragraphs_of(read_norm(content, STAMP)))
