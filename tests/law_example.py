"""A small norm of our own, in the two official forms, and a register and references that name it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from knowledge.law.boe_form import NormStamp, read_norm
from knowledge.law.markdown_form import read_markdown
from knowledge.law.norm import NormText

NORM_ID = "BOE-A-2020-1"
VERSION = date(2026, 2, 1)
ADDRESS = "https://gazette.example/id"
URL = f"https://www.boe.es/buscar/act.php?id={NORM_ID}"
AGE = (
    "Haber cumplido sesenta y seis años y diez meses, o sesenta y cinco años quienes hayan trabajado al menos "
    "treinta y ocho años. El año natural decide qué edad se aplica."
)
REGISTER = f"""\
example: {{id: {NORM_ID}, title: "Ley 1/2020, de ejemplo", url: "{URL}"}}
"""
MARKDOWN = f"""\
---
title: "Ley 1/2020, de 2 de enero, de la pensión de ejemplo"
identifier: "{NORM_ID}"
publication_date: "2020-01-03"
last_updated: "{VERSION}"
---
# Ley 1/2020, de 2 de enero, de la pensión de ejemplo

Preámbulo que no es artículo.

## TÍTULO I. De la pensión

### Artículo 1. Objeto.

Esta ley regula una pensión de *ejemplo*, que se cobra cada mes.

> <small>Se modifica por otra ley. [Ref. BOE-A-2026-1]</small>

> Redacción anterior:

###### "Artículo 1. Otro objeto.

> Esta ley regulaba otra cosa.

### Artículo 2. Requisitos.

1. Tienen derecho a la pensión quienes reúnan estos requisitos:

a) {AGE}

b) Haber trabajado quince años. Los del art. 7 no cuentan.

Este requisito no se pide a quien no pudo trabajar.

2. La edad se rebaja:

1.º Un año, a quien trabajó de noche.

2.º Dos años, a quien trabajó en el mar, salvo en puerto.

### Artículo 2 bis. Cuantía.

La pensión máxima es de 3.359,60 euros al mes.

| Año | Edad |
| --- | --- |
| 2026 | 66 años y 10 meses |
| 2027 | 67 años |

## DISPOSICIONES TRANSITORIAS

### Disposición transitoria segunda. Solicitudes.

La pensión se solicita por teléfono o en una oficina.
"""
_VERSION = '<version id_norma="BOE-A-2020-1" fecha_publicacion="20260201" fecha_vigencia="20260301">'


def _precept(anchor: str, heading: str, *paragraphs: str) -> str:
    title = heading.partition(".")[0]
    words = "".join(f'<p class="parrafo">{each}</p>' if each[0] != "<" else each for each in paragraphs)
    return (
        f'<bloque id="{anchor}" tipo="precepto" titulo="{title}">{_VERSION}'
        f'<p class="articulo">{heading}</p>{words}</version></bloque>'
    )


_TABLE = """\
<table><thead><tr><th>Año</th><th>Edad</th></tr></thead>
<tbody><tr><td><p>2026</p></td><td><p>66 años y 10 meses</p></td></tr>
<tr><td><p>2027</p></td><td><p>67 años</p></td></tr></tbody></table>"""
BLOCKS = "".join(
    (
        f'<bloque id="ti" tipo="encabezado" titulo="TÍTULO I">{_VERSION}<p class="titulo_num">TÍTULO I</p>'
        '<p class="titulo_tit">De la pensión</p></version></bloque>',
        _precept(
            "a1", "Artículo 1. Objeto.", "Esta ley regula una pensión de <em>ejemplo</em>, que se cobra cada mes.",
            '<blockquote><p class="nota_pie">Se modifica por otra ley.</p></blockquote>',
        ),
        _precept(
            "a2", "Artículo 2. Requisitos.", "1. Tienen derecho a la pensión quienes reúnan estos requisitos:",
            f"a) {AGE}",
            "b) Haber trabajado quince años. Los del art. 7 no cuentan.",
            "Este requisito no se pide a quien no pudo trabajar.", "2. La edad se rebaja:",
            "1.º Un año, a quien trabajó de noche.", "2.º Dos años, a quien trabajó en el mar, salvo en puerto.",
        ),
        _precept("a2bis", "Artículo 2 bis. Cuantía.", "La pensión máxima es de 3.359,60 euros al mes.", _TABLE),
        f'<bloque id="dt" tipo="encabezado" titulo="DT">{_VERSION}<p>DISPOSICIONES TRANSITORIAS</p></version></bloque>',
        _precept(
            "dtsegunda", "Disposición transitoria segunda. Solicitudes.",
            "La pensión se solicita por teléfono o en una oficina.",
        ),
    )
)  # fmt: skip
METADATA = f"""\
<response><status><code>200</code><text>ok</text></status><data><metadatos>
<fecha_actualizacion>20260201T090000Z</fecha_actualizacion><identificador>{NORM_ID}</identificador>
<titulo>Ley 1/2020, de 2 de enero, de la pensión de ejemplo.</titulo></metadatos></data></response>"""
STAMP = NormStamp(NORM_ID, "Ley 1/2020, de 2 de enero, de la pensión de ejemplo", "20260201T090000Z")


def answer(blocks: str = BLOCKS, code: str = "200") -> bytes:
    """What the service sends of a text."""
    status = f"<status><code>{code}</code><text>told</text></status>"
    return f"<?xml version='1.0'?><response>{status}<data><texto>{blocks}</texto></data></response>".encode()


def write_markdown(folder: Path, text: str = MARKDOWN, norm: str = NORM_ID) -> Path:
    """The file of a norm, as collections keep them."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{norm}.md"
    file.write_text(text, encoding="utf-8")
    return file


def from_markdown(folder: Path, *changes: tuple[str, str]) -> NormText:
    """The norm as its file says it, after changes of its words."""
    text = MARKDOWN
    for words, others in changes:
        assert words in text, words
        text = text.replace(words, others)
    return read_markdown(write_markdown(folder, text))


def from_xml(*changes: tuple[str, str]) -> NormText:
    """The norm as the service sends it, after changes of its words."""
    blocks = BLOCKS
    for words, others in changes:
        assert words in blocks, words
        blocks = blocks.replace(words, others)
    return read_norm(answer(blocks), STAMP)


def paragraphs_of(norm: NormText) -> Mapping[str, Mapping[str, str]]:
    """By article and address, the words."""
    return {
        article.key: {one.address: one.text for one in article.wordings[-1].paragraphs} for article in norm.articles
    }
