"""Norms in the XML of the BOE's open data: blocks, each with all wordings it has had.

Described in https://www.boe.es/datosabiertos/documentos/APIconsolidada.pdf: an answer is ``response`` with a status
and ``data``; a block is an article, provision, annex or something around them; a wording says who made it and when.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from lxml import etree

from knowledge.content.law_places import key_of_heading
from knowledge.errors import ContentError
from knowledge.law.norm import TABLE_CELLS, LawArticle, NormText, Wording, with_keys
from knowledge.words.spanish_numbers import folded

_NOTES = ("blockquote", "img")
_HEADINGS = ("articulo", "anexo_num", "anexo_tit")
_MOST_COLUMNS = 60
_STRUCTURE = ("libro", "titulo", "capitulo", "seccion", "subseccion")
"""From the outermost in."""


@dataclass(frozen=True, slots=True)
class NormStamp:
    """What the service says of a norm without its text. ``stamp`` changes when anything of it does."""

    id: str
    title: str
    stamp: str


def read_stamp(content: bytes, asked: str) -> NormStamp:
    """The metadata of the norm that was asked for. Raises ContentError."""
    data = _data(content, asked)
    meta = data if data.tag == "metadatos" else data.find("metadatos")
    if meta is None:
        raise ContentError(asked, None, "the answer has no metadata of a norm")
    said = {child.tag: (child.text or "").strip() for child in meta}
    if said.get("identificador") != asked:
        raise ContentError(asked, None, f"the answer is about {said.get('identificador')!r}")
    if not said.get("titulo") or not said.get("fecha_actualizacion"):
        raise ContentError(asked, None, "its metadata lack the title or the day of the last change")
    return NormStamp(asked, said["titulo"].rstrip("."), said["fecha_actualizacion"])


def read_norm(content: bytes, stamp: NormStamp) -> NormText:
    """The norm whole. Raises ContentError where the text is cut short, or is no norm."""
    texts = list(_data(content, stamp.id).iter("texto"))
    blocks = texts[0].findall("bloque") if texts else []
    articles = with_keys(list(_articles(blocks, stamp.id)))
    if not articles:
        raise ContentError(stamp.id, None, "the answer has no articles")
    days = [one.published for article in articles for one in article.wordings if one.published]
    if not days:
        raise ContentError(stamp.id, None, "no article says when it was published")
    return NormText(
        stamp.id, stamp.title, max(days), articles, "boe", stamp.stamp, digest=sha256(content).hexdigest()
    )  # fmt: skip


def _data(content: bytes, asked: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ContentError(asked, None, f"the answer is cut short or is no XML: {error.msg}") from error
    code = root.findtext("status/code")
    if code != "200":
        said = root.findtext("status/text") or "no reason given"
        raise ContentError(asked, None, f"the service answers {code or 'without a status'}: {said}")
    data = root.find("data")
    if data is None or not len(data):
        raise ContentError(asked, None, "the answer is empty")
    return data


def _articles(blocks: Iterable[etree._Element], norm: str) -> Iterator[LawArticle]:
    above: dict[int, str] = {}
    for block in blocks:
        article = _article(block, norm)
        if article is not None:
            yield replace(article, within=tuple(above[level] for level in sorted(above)))
        elif block.get("tipo") == "encabezado":
            words = " ".join(_words(line) for line in block.iter("p"))
            named = (level for level, name in enumerate(_STRUCTURE) if folded(words).startswith(name))
            level = next(named, len(_STRUCTURE))
            above = {each: title for each, title in above.items() if each < level} | {level: words}


def _article(block: etree._Element, norm: str) -> LawArticle | None:
    """None for titles, chapters, the preamble and the signature."""
    wordings = [_wording(version, norm) for version in block.findall("version")]
    headings = [heading for heading, _ in wordings if heading]
    heading = headings[-1] if headings else block.get("titulo", "")
    key = key_of_heading(heading) or key_of_heading(block.get("titulo", ""))
    if key is None:
        return None
    if not wordings:
        raise ContentError(norm, None, f"{block.get('titulo')!r} has no wording: the answer is cut short")
    ends = _day(block.get("fecha_caducidad"), norm)
    return LawArticle(key, heading, tuple(one for _, one in wordings), block.get("id", ""), ends)


def _wording(version: etree._Element, norm: str) -> tuple[str, Wording]:
    published = _day(version.get("fecha_publicacion"), norm)
    valid_from = _day(version.get("fecha_vigencia"), norm) or published
    heading, blocks = "", list[str]()
    for is_heading, words in _blocks(version):
        if is_heading and not blocks:
            heading = f"{heading} {words}".strip()
        else:
            blocks.append(words)
    return heading, Wording(valid_from, published, version.get("id_norma", ""), tuple(blocks))


def _day(written: str | None, norm: str) -> date | None:
    if not written:
        return None
    try:
        return datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007 - a day has no hour
    except ValueError as error:
        raise ContentError(norm, None, f"{written!r} is no date") from error


def _blocks(parent: etree._Element) -> Iterator[tuple[bool, str]]:
    """(whether it is the heading, words) of each paragraph and table; the editor's notes and images are left out."""
    for child in parent:
        if child.tag in _NOTES:
            continue
        kind = child.get("class", "")
        if child.tag == "table":
            yield False, "\n".join(_rows(child))
        elif child.tag == "p":
            words = _words(child)
            if words and not kind.startswith(("nota", "imagen")):
                yield kind.startswith(_HEADINGS), words
        else:
            yield from _blocks(child)


def _rows(table: etree._Element) -> Iterator[str]:
    """The rows; a cell over several columns or rows stands in each of them, as a reader sees it."""
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, below)
            words = _words(cell)
            for _ in range(_span(cell, "colspan")):
                if (more := _span(cell, "rowspan") - 1) > 0:
                    below[len(cells)] = (more, words)
                cells.append(words)
        _fill(cells, below)
        yield TABLE_CELLS.join(cells)


def _fill(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down into this row from the ones before."""
    while len(cells) in below:
        left, words = below.pop(len(cells))
        if left > 1:
            below[len(cells)] = (left - 1, words)
        cells.append(words)


def _span(cell: etree._Element, name: str) -> int:
    written = cell.get(name, "1")
    return min(int(written), _MOST_COLUMNS) if written.isdecimal() else 1


def _words(element: etree._Element) -> str:
    """The words, every run of white space one blank."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _NOTES:
            yield " " if child.tag == "br" else ""
            yield from _texts(child)
        yield child.tail or ""
