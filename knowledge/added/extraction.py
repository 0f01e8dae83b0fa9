"""Extracts the text, headings and language of HTML, PDF, Markdown and plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.added.blocks import Block, ExtractedText, clean, decode
from knowledge.added.html import extract_html
from knowledge.added.pdf import extract_pdf
from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language
from knowledge.words.stemming import FUNCTION_WORDS, function_word_counts, words

KINDS = (".html", ".htm", ".pdf", ".md", ".markdown", ".txt")
"""Endings of the files that are read."""

LARGEST_PDF, LARGEST_TEXT = 50_000_000, 10_000_000
"""Bytes of a document; a larger one is no page for citizens, and reading it would hold the machine."""

_PDF_BEGINS = b"%PDF-"
_HTML_BEGINS = (b"<!doctype html", b"<html")
_LOOKED_AT = 1024  # bytes in which a file says what it is


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it came. ``kind`` is one of KINDS, ``charset`` what a server said, ``url`` where it stands."""

    name: str
    kind: str
    content: bytes
    charset: str = ""
    url: str = ""


def extract(raw: RawDocument) -> ExtractedText:
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


def _extract(raw: RawDocument) -> ExtractedText:
    name = _stem(raw.name)
    # crawlers save papers under the name of a page
    match ".pdf" if raw.content.startswith(_PDF_BEGINS) else raw.kind:
        case ".html" | ".htm":
            return extract_html(raw.content, name, charset=raw.charset, url=raw.url)
        case ".pdf":
            return extract_pdf(raw.content, name)
        case ".md" | ".markdown" | ".txt" as kind:
            return extract_plain_text(raw.content, name, charset=raw.charset, markdown=kind != ".txt")
        case kind:
            raise ContentError(raw.name, None, f"files of kind {kind!r} are not read; use html, pdf, md or txt")


def _stem(name: str) -> str:
    """The title of a document without one: the last part of its path, without its ending."""
    last = urlsplit(name).path.rstrip("/").rpartition("/")[2]
    return last.rpartition(".")[0] or last or name


_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_MARKS = re.compile(r"\*\*|__|`|!?\[([^\]]*)\]\([^)]*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def extract_plain_text(content: bytes, name: str, *, charset: str, markdown: bool) -> ExtractedText:
    """Paragraphs end at an empty line. Raises ContentError when it is no text."""
    text = decode(content, name, charset)
    blocks = tuple(_blocks(_COMMENT.sub("", text) if markdown else text, markdown))
    return ExtractedText(next((block.text for block in blocks if block.heading), name), blocks)


def _blocks(text: str, markdown: bool) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        heading = _HEADING.fullmatch(line.strip()) if markdown else None
        starts = heading or not line.strip() or (markdown and line.lstrip().startswith(("- ", "* ", "+ ")))
        if starts and paragraph:
            yield from _block(" ".join(paragraph))
            paragraph = []
        if heading:
            yield from _block(_unmarked(heading[1]), heading=True)
        elif line.strip():
            paragraph.append(_unmarked(line) if markdown else line)


def _block(text: str, *, heading: bool = False) -> Iterator[Block]:
    if cleaned := clean(text):
        yield Block(cleaned, heading)


def _unmarked(line: str) -> str:
    return _MARKS.sub(lambda match: match[1] or "", line)


_CLEARLY = 2  # times the small words of the declared language: a template says one language on every page
_ENOUGH_WORDS = 50
_VALENCIAN = ("va", "val")


def detect_language(text: str, declared: str) -> Language | None:
    """The language of a text. ``declared``, such as ``es-ES``, counts unless the function words clearly show another.

    None when the declared language is not served.
    """
    counts = function_word_counts([text])
    guess = max(LANGUAGES, key=lambda language: counts[language])
    said = declared.replace("_", "-").partition("-")[0].strip().lower()
    code = "ca" if said in _VALENCIAN else said
    if not code:
        return guess
    if code not in FUNCTION_WORDS:
        return None
    language: Language = code
    clearly = counts[guess] > _CLEARLY * counts[language] and len(words(text)) >= _ENOUGH_WORDS
    return guess if clearly else language
