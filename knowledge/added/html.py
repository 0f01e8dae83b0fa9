"""Words and headings of a web page, as somebody reads it: without what surrounds its text, and what is hidden."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from knowledge.added.blocks import Block, ExtractedText, clean, decode
from knowledge.added.html_pruning import main_part, prune
from knowledge.errors import ContentError

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form header hr legend li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
_BLOCKS = _HEADINGS | frozenset(_BLOCK_TAGS.split())
_LAYOUT = "h1|h2|h3|h4|h5|h6|ul|ol|dl|table|p|div"  # in a cell: the table places things, it is no table of data
_BREAK = "\N{LINE SEPARATOR}"
_PARAGRAPHS = re.compile(rf"{_BREAK}\s*{_BREAK}")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MIRRORED = re.compile(r"<!-- Mirrored from (\S+) by HTTrack")


def extract_html(content: bytes, name: str, *, charset: str = "", url: str = "") -> ExtractedText:
    """``url`` is where the page stands, for its links. Raises ContentError when it cannot be read whole."""
    declared = _CHARSET.search(content[:4096])
    text = decode(content, name, charset or (declared[1].decode() if declared else ""))
    page = _parsed(text, name)
    mirrored = _MIRRORED.search(text)
    address = _canonical(page, url) or (f"https://{mirrored[1]}" if mirrored else "")
    title = clean(page.findtext(".//title") or "")
    language = page.get("lang") or page.get("xml:lang") or ""
    prune(page)
    part = main_part(page)
    blocks = tuple(_blocks(part))
    return ExtractedText(title or name, blocks, address, part.get("lang") or language)


def _parsed(text: str, name: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(text.encode(errors="ignore"), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError) as error:
        raise ContentError(name, None, f"the HTML cannot be read: {error}") from error
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        # the parser stops there, and the rest of the page would be missing
        raise ContentError(name, None, "the HTML cannot be read: its elements are nested too deep")
    return page


def _canonical(page: HtmlElement, url: str) -> str:
    links = page.xpath("//link[@rel='canonical']/@href")
    bases = page.xpath("//base/@href")
    try:
        address = urljoin(urljoin(url, bases[0].strip() if bases else ""), links[0].strip()) if links else ""
    except ValueError:
        return ""
    # it becomes a link in our page: never a script
    return address if address.startswith(("http://", "https://")) else ""


def _blocks(part: HtmlElement) -> Iterator[Block]:
    said = ""
    walk = etree.iterwalk(part, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (whole := _whole(element)):
            walk.skip_subtree()
            yield from [*_paragraphs(said), whole]
            said = ""
        elif element.tag in _BLOCKS:
            yield from _paragraphs(said)
            said = ""
        elif event == "start" and element.tag == "br":
            said += _BREAK
        said += _text_at(event, element, part)


def _text_at(event: str, element: HtmlElement, part: HtmlElement) -> str:
    """The text after the tag. A heading or a row was taken whole, so only the text that follows it is left."""
    if event == "end":
        return "" if element is part else element.tail or ""
    return "" if _is_whole(element) else element.text or ""


def _paragraphs(said: str) -> list[Block]:
    return [Block(text) for paragraph in _PARAGRAPHS.split(said) if (text := clean(paragraph))]


def _whole(element: HtmlElement) -> Block | None:
    """A heading, or the row of a table of data: its cells are read together, or a figure would lose what it is of."""
    if not _is_whole(element):
        return None
    if element.tag == "tr":
        return Block(" | ".join(cell for cell in map(_line, element.iterchildren("td", "th")) if cell))
    return Block(_line(element), heading=True, anchor=_anchor(element))


def _is_whole(element: HtmlElement) -> bool:
    if element.tag == "tr":
        return _is_data(element) and bool(_line(element))
    return element.tag in _HEADINGS and bool(_line(element))


def _is_data(row: HtmlElement) -> bool:
    table = next(row.iterancestors("table"), row)
    placed = "|".join(f".//{tag}" for tag in _LAYOUT.split("|"))
    several = any(len(cell.xpath(placed)) > 1 for cell in row.iterchildren("td", "th"))
    return table.get("role") not in ("presentation", "none") and not several


def _line(element: HtmlElement) -> str:
    """All the words in the element, on one line."""
    pieces = []
    for event, inside in etree.iterwalk(element, events=("start", "end")):
        apart = " " if inside.tag in _BLOCKS or inside.tag == "br" else ""
        pieces += [apart, (inside.text if event == "start" else inside is not element and inside.tail) or ""]
    return clean("".join(pieces))


def _anchor(heading: HtmlElement) -> str:
    """Of the heading, of what is in it or just before it, or of the element around it when it is the first there."""
    around, before = heading.getparent(), heading.getprevious()
    holders = [heading, *heading.iterdescendants()]
    if before is not None and before.tag == "a" and not _line(before):
        holders.append(before)
    if around is not None and next(around.iter(*_HEADINGS)) is heading:
        holders.append(around)
    names = (holder.get("id") or (holder.get("name") if holder.tag == "a" else "") for holder in holders)
    return next((name for name in names if name), "")
