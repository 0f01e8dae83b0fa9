"""Takes the words and headings out of HTML, PDF, Markdown and plain text."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.added.blocks import Extracted
from knowledge.added.html import from_html
from knowledge.added.lines import from_lines
from knowledge.added.pdf import from_pdf
from knowledge.errors import ContentError

KINDS = (".html", ".htm", ".pdf", ".md", ".markdown", ".txt")
"""Endings of the files that are read."""

LARGEST_PDF, LARGEST_TEXT = 50_000_000, 10_000_000
"""Bytes of a document; a larger one is no page for citizens, and reading it would hold the machine."""

_PDF_BEGINS = b"%PDF-"
_HTML_BEGINS = (b"<!doctype html", b"<html")
_LOOKED_AT = 1024  # bytes in which a file says what it is


@dataclass(frozen=True, slots=True)
class Raw:
    """A document as it came. ``kind`` is one of KINDS, ``charset`` what a server said, ``url`` where it stands."""

    name: str
    kind: str
    content: bytes
    charset: str = ""
    url: str = ""


def extract(raw: Raw) -> Extracted:
    """Raises ContentError when it is empty, too large, not what its name says, or holds no text."""
    if not raw.content:
        raise ContentError(raw.name, None, "it is empty")
    check_size(raw.name, len(raw.content), raw.kind)
    extracted = _extract(raw)
    if not any(not block.heading for block in extracted.blocks):
        raise ContentError(raw.name, None, "no text was found in it (a scanned document has none)")
    return extracted


def check_size(name: str, size: int, kind: str) -> None:
    """Raises ContentError when a document of that kind is larger than what is read."""
    largest = LARGEST_PDF if kind == ".pdf" else LARGEST_TEXT
    if size > largest:
        raise ContentError(name, None, f"it is larger than {largest // 1_000_000} MB; divide it")


def sniff(content: bytes) -> str:
    """The kind a document says itself that it is, from its first bytes; empty when it says none."""
    begin = content[:_LOOKED_AT].lstrip().lower()
    if begin.startswith(_PDF_BEGINS.lower()):
        return ".pdf"
    return ".html" if any(mark in begin for mark in _HTML_BEGINS) else ""


def _extract(raw: Raw) -> Extracted:
    name = _stem(raw.name)
    # crawlers save papers under the name of a page
    match ".pdf" if raw.content.startswith(_PDF_BEGINS) else raw.kind:
        case ".html" | ".htm":
            return from_html(raw.content, name, charset=raw.charset, url=raw.url)
        case ".pdf":
            return from_pdf(raw.content, name)
        case ".md" | ".markdown" | ".txt" as kind:
            return from_lines(raw.content, name, charset=raw.charset, markdown=kind != ".txt")
        case kind:
            raise ContentError(raw.name, None, f"files of kind {kind!r} are not read; use html, pdf, md or txt")


def _stem(name: str) -> str:
    """What a document is called that has no title: the last part of its path, without its ending."""
    last = urlsplit(name).path.rstrip("/").rpartition("/")[2]
    return last.rpartition(".")[0] or last or name
