"""Words and headings of a PDF that has text in it, without what stands at the head and foot of every page."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pypdf import PageObject, PasswordType, PdfReader

from knowledge.added.blocks import Block, ExtractedText, clean
from knowledge.errors import ContentError

_HEADING_SIZE = 1.15  # times the size of most of the text
_LONGEST_HEADING = 120  # characters
_PARAGRAPH_GAP = 1.4  # times the usual distance between lines
_REPEATED = 0.6  # share of the pages on which a line at the edge stands, when it is no text
_MARGIN = 0.1  # share of the page, at its head and at its foot, where lines may repeat
_FEWEST_PAGES = 3  # to say that something repeats
_ITEM = re.compile(r"(?:[•·▪●○■–—*-]|\d{1,2}[.)]|[a-zñ]\))\s")
_BROKEN_WORD = re.compile(r"(?<=\w)[-\N{SOFT HYPHEN}]\n(?=[a-zà-ÿ])")
_NO_TITLE = re.compile(r"\A(?:untitled|sin título|microsoft word - .*|.*\.(?:docx?|indd|pdf|rtf|odt))", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class _PdfLine:
    text: str
    size: float
    height: float
    page: int
    at_edge: bool = False


def extract_pdf(content: bytes, name: str) -> ExtractedText:
    """Each block links to its page. Raises ContentError when it is damaged, or cannot be read without a password."""
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        title = "" if locked or reader.metadata is None else clean(str(reader.metadata.title or ""))
        language = "" if locked else str(reader.root_object.get("/Lang", ""))
        pages = [] if locked else [_lines(page, number) for number, page in enumerate(reader.pages, start=1)]
    except Exception as error:  # a damaged PDF makes the reader raise nearly anything
        raise ContentError(name, None, f"the PDF cannot be read: {error}") from error
    if locked:
        raise ContentError(name, None, "the PDF is locked with a password; save it without one")
    blocks = tuple(_blocks(pages))
    first = next((block.text for block in blocks if block.heading), name)
    return ExtractedText(title if title and not _NO_TITLE.fullmatch(title) else first, blocks, language=language)


def _lines(page: PageObject, number: int) -> list[_PdfLine]:
    """Lines in the order of the file, which for columns is the order of reading."""
    lines = [_PdfLine("", 0.0, 0.0, number)]
    foot, tall = float(page.mediabox.bottom), float(page.mediabox.height)

    def visit(text: str, matrix: Sequence[float], text_matrix: Sequence[float], font: Any, size: float) -> None:
        for count, piece in enumerate(text.split("\n")):
            if count:
                lines.append(_PdfLine("", 0.0, 0.0, number))
            if piece.strip():
                line = lines[-1]
                line.height = line.height or text_matrix[5] * (matrix[3] or 1) + matrix[5]
                line.at_edge = not _MARGIN < (line.height - foot) / tall < 1 - _MARGIN
                line.size = max(line.size, abs(size * (text_matrix[3] or 1) * (matrix[3] or 1)))
            lines[-1].text += piece

    page.extract_text(visitor_text=visit)
    return [line for line in lines if line.text.strip()]


def _without_edges(pages: Sequence[list[_PdfLine]], usual: float) -> list[_PdfLine]:
    """All lines but those that stand on most pages, up to their figures, such as a running title or page number."""
    often: Counter[str] = Counter()
    for page in pages:
        often.update({_shape(line) for line in page if line.at_edge and not _is_large(line, usual)})
    repeated = {shape for shape, count in often.items() if count >= max(_FEWEST_PAGES, _REPEATED * len(pages))}
    return [line for page in pages for line in page if not (line.at_edge and _shape(line) in repeated)]


def _shape(line: _PdfLine) -> str:
    return re.sub(r"\d+", "0", clean(line.text))


def _blocks(pages: Sequence[list[_PdfLine]]) -> Iterator[Block]:
    usual = _usual_size(line for page in pages for line in page)
    lines = _without_edges(pages, usual)
    gap = _PARAGRAPH_GAP * _usual_gap(lines)
    paragraph: list[_PdfLine] = []
    for line in lines:
        if paragraph and _begins(line, paragraph[-1], usual, gap):
            yield from _block(paragraph, usual)
            paragraph = []
        paragraph.append(line)
    yield from _block(paragraph, usual)


def _usual_size(lines: Iterable[_PdfLine]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _usual_gap(lines: Sequence[_PdfLine]) -> float:
    gaps = [
        above.height - below.height
        for above, below in pairwise(lines)
        if above.page == below.page and above.height > below.height
    ]
    return median(gaps) if gaps else 0.0


def _begins(line: _PdfLine, before: _PdfLine, usual: float, gap: float) -> bool:
    """Tell whether the line begins a paragraph."""
    if _is_large(line, usual) != _is_large(before, usual) or _ITEM.match(line.text.lstrip()):
        return True
    if line.page != before.page or line.height - before.height > line.size:
        # a page or a column further on, a sentence may go on
        return before.text.rstrip().endswith((".", ":", ";", "?", "!"))
    return abs(before.height - line.height) > gap > 0


def _is_large(line: _PdfLine, usual: float) -> bool:
    return line.size > _HEADING_SIZE * usual


def _block(paragraph: Sequence[_PdfLine], usual: float) -> Iterator[Block]:
    if not paragraph:
        return
    # a hyphen at the end of a line joins two halves of a word
    text = clean(_BROKEN_WORD.sub("", "\n".join(line.text.strip() for line in paragraph)))
    if text:
        named = _is_large(paragraph[0], usual) and len(text) <= _LONGEST_HEADING and bool(_LETTER.search(text))
        yield Block(text, heading=named, anchor=f"page={paragraph[0].page}")
