"""Takes the words and headings out of HTML, PDF, Markdown and plain text files."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from pypdf import PdfReader

from knowledge.errors import ContentError

KINDS = (".html", ".htm", ".pdf", ".md", ".markdown", ".txt")
"""Endings of the files that are read."""

_NOT_CONTENT = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (*_HEADINGS, "p", "li", "dt", "dd", "td", "th", "blockquote", "pre", "figcaption", "caption")
_SPACE = re.compile(r"\s+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_MARKDOWN_MARKS = re.compile(r"\*\*|__|`|!?\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph, on one line; ``anchor`` is the id a link to the heading ends in, or empty."""

    text: str
    heading: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document as blocks in reading order; ``url`` is where it says it was published, or empty."""

    title: str
    url: str
    blocks: tuple[Block, ...]


def extract(file: Path, content: bytes) -> Extracted:
    """Raises ContentError when the kind of file is not known, or it holds no text."""
    match file.suffix.lower():
        case ".html" | ".htm":
            extracted = _from_html(content, file)
        case ".pdf":
            extracted = _from_pdf(content, file)
        case ".md" | ".markdown":
            extracted = _from_lines(_decoded(content), file.stem, markdown=True)
        case ".txt":
            extracted = _from_lines(_decoded(content), file.stem, markdown=False)
        case kind:
            raise ContentError(file.name, None, f"files of kind {kind!r} are not read; use html, pdf, md or txt")
    if not any(not block.heading for block in extracted.blocks):
        raise ContentError(file.name, None, "no text was found in it (a scanned document has none)")
    return extracted


def _from_html(content: bytes, file: Path) -> Extracted:
    try:
        return _from_page(BeautifulSoup(content, "html.parser"), file.stem)
    except (ParserRejectedMarkup, RecursionError, ValueError) as error:
        reason = _clean(str(error)).rpartition("from parser: ")[2]
        raise ContentError(file.name, None, f"the HTML cannot be read: {reason}") from error


def _from_page(page: BeautifulSoup, name: str) -> Extracted:
    title = _clean(page.title.get_text()) if page.title else ""
    link = page.find("link", rel="canonical")
    url = str(link.get("href") or "").strip() if isinstance(link, Tag) else ""
    if not url.startswith(("http://", "https://")):
        url = ""  # it becomes a link in our page: never a script
    for tag in page(_NOT_CONTENT):
        tag.decompose()
    blocks = tuple(
        Block(text, tag.name in _HEADINGS, _anchor(tag))
        for tag in page(_BLOCKS)
        # a list item that holds paragraphs is read through them
        if not tag.find(_BLOCKS) and (text := _clean(tag.get_text(" ")))
    )
    return Extracted(title or name, url, blocks)


def _anchor(tag: Tag) -> str:
    """The id of a heading, of something in it, or of the element right around it when it is the first heading there."""
    if tag.name not in _HEADINGS:
        return ""
    around = tag.parent if tag.parent and tag.parent.find(_HEADINGS) is tag else None
    holders = [tag, tag.find(id=True), around]
    return next((str(holder["id"]) for holder in holders if isinstance(holder, Tag) and holder.get("id")), "")


def _from_pdf(content: bytes, file: Path) -> Extracted:
    try:
        reader = PdfReader(io.BytesIO(content))
        title = _clean(str(reader.metadata.title or "")) if reader.metadata else ""
        pages = [page.extract_text() for page in reader.pages]
    except Exception as error:  # a damaged PDF makes the reader raise nearly anything
        raise ContentError(file.name, None, f"the PDF cannot be read: {error}") from error
    # a hyphen at the end of a line joins two halves of a word
    paragraphs = (re.split(r"\n\s*\n", re.sub(r"(\w)-\n(?=[a-zà-ÿ])", r"\1", page)) for page in pages)
    blocks = (Block(text) for page in paragraphs for paragraph in page if (text := _clean(paragraph)))
    return Extracted(title or file.stem, "", tuple(blocks))


def _from_lines(text: str, name: str, *, markdown: bool) -> Extracted:
    blocks = tuple(_blocks(text, markdown))
    title = next((block.text for block in blocks if block.heading), name)
    return Extracted(title, "", blocks)


def _blocks(text: str, markdown: bool) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        heading = _MARKDOWN_HEADING.fullmatch(line.strip()) if markdown else None
        starts = heading or not line.strip() or (markdown and line.lstrip().startswith(("- ", "* ", "+ ")))
        if starts and paragraph:
            yield Block(_clean(" ".join(paragraph)))
            paragraph = []
        if heading:
            yield Block(_clean(_unmarked(heading[1])), heading=True)
        elif line.strip():
            paragraph.append(_unmarked(line) if markdown else line)


def _unmarked(line: str) -> str:
    return _MARKDOWN_MARKS.sub(lambda match: match[1] or "", line)


def _clean(text: str) -> str:
    # half a character, as some PDF hold, cannot be written
    return _SPACE.sub(" ", text.encode(errors="ignore").decode()).strip()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
