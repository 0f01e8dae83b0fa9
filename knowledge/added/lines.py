"""Words and headings of Markdown and plain text."""

import re
from collections.abc import Iterator

from knowledge.added.blocks import Block, Extracted, clean, decoded

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_MARKS = re.compile(r"\*\*|__|`|!?\[([^\]]*)\]\([^)]*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def from_lines(content: bytes, name: str, *, charset: str, markdown: bool) -> Extracted:
    """Paragraphs end at an empty line. Raises ContentError when it is no text."""
    text = decoded(content, name, charset)
    blocks = tuple(_blocks(_COMMENT.sub("", text) if markdown else text, markdown))
    return Extracted(next((block.text for block in blocks if block.heading), name), blocks)


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
