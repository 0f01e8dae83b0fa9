"""How articles and paragraphs are named by authors, by headings and to a reader."""

import pytest

from knowledge.content.law_places import anchor_of, key_of_heading, name_of, read_address, read_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("205", "a205"), ("a205", "a205"), ("19 bis", "a19bis"), ("249quater", "a249quater"), ("dt7", "dt7"),
        ("DA 1", "da1"), ("daunica", "daunica"), ("anexo1", "anexo1"), ("anexo", "anexo"), ("n2", "n2"),
        ("3-2", "a3-2"),
    ],
)  # fmt: skip
def test_an_article_as_an_author_writes_it(written: str, key: str) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize("written", ["", "x3", "a", "artículo 3", "3.1", "d7"])
def test_what_names_no_article(written: str) -> None:
    with pytest.raises(ValueError, match="no article is written"):
        read_key(written)


@pytest.mark.parametrize("written", ["1", "1.b", "3.2º", "1.b.p2", "p2", "1.a.ii", "1bis", "1.a~2"])
def test_a_paragraph_as_an_author_writes_it(written: str) -> None:
    assert read_address(written) == written


@pytest.mark.parametrize("written", ["", "1.", "1 b", "b)", "p2.1", "uno"])
def test_what_names_no_paragraph(written: str) -> None:
    with pytest.raises(ValueError, match="no paragraph is written"):
        read_address(written)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Artículo 205. Beneficiarios.", "a205"), ("Artículo 19 bis. Otro.", "a19bis"), ("Art. 3.º", "a3"),
        ("Artículo único.", "aunico"), ("Artículo segundo. Dos.", "a2"),
        ("Disposición adicional trigésima octava. Una.", "da38"),
        ("Disposición transitoria séptima bis. Otra.", "dt7bis"),
        ("Disposición derogatoria única.", "ddunica"), ("Disposición final.", "dfunica"),
        ("ANEXO II. Tablas", "anexo2"), ("Anexo", "anexo"), ("Segundo. Resolución.", "n2"),
        ("TÍTULO I. Normas", None), ("CAPÍTULO II", None), ("Artículos que se derogan", None), ("Preámbulo", None),
    ],
)  # fmt: skip
def test_the_key_of_a_heading(heading: str, key: str | None) -> None:
    assert key_of_heading(heading) == key


@pytest.mark.parametrize(
    ("key", "address", "name"),
    [
        ("a205", "", "artículo 205"), ("a205", "1.b", "artículo 205.1.b)"), ("a19bis", "2", "artículo 19 bis.2"),
        ("a215", "p1", "artículo 215"), ("a171", "p2", "artículo 171, párrafo 2.º"),
        ("a48", "4.p2", "artículo 48.4, párrafo 2.º"), ("a206", "b.p2", "artículo 206, letra b)"),
        ("a32", "3.2º", "artículo 32.3.2.º"), ("a308", "1.c.p2", "artículo 308.1"),
        ("dt7", "2", "disposición transitoria 7.ª, apartado 2"), ("da1", "a", "disposición adicional 1.ª, letra a)"),
        ("daunica", "", "disposición adicional única"), ("n2", "", "apartado 2.º"), ("anexo1", "", "anexo 1"),
    ],
)  # fmt: skip
def test_how_a_place_is_cited(key: str, address: str, name: str) -> None:
    assert name_of(key, address) == name


def test_only_a_plain_number_tells_the_anchor_of_the_official_page() -> None:
    assert [anchor_of(key) for key in ("a205", "a19bis", "dt7", "aunico", "a3-2")] == ["a205", "a19bis", "", "", ""]
