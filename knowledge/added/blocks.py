"""Blocks of clean text in reading order: the common form of every kind of document."""

import re
from dataclasses import dataclass

from knowledge.errors import ContentError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01  # control characters in a text: a form feed now and then is no binary
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph, on one line; ``anchor`` is what a link to it ends in, or empty."""

    text: str
    heading: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A document as blocks in reading order.

    ``url`` is where it says it was published, ``language`` what it says it is written in; both may be empty.
    """

    title: str
    blocks: tuple[Block, ...]
    url: str = ""
    language: str = ""


def clean(text: str) -> str:
    """Put the text on one line and keep only visible characters: no zero-width, broken or direction-changing ones."""
    if not text.isprintable():
        text = "".join(
            " " if letter.isspace() else letter for letter in text if letter.isspace() or letter.isprintable()
        )
    return " ".join(text.split())


def decode(content: bytes, name: str, charset: str = "") -> str:
    """Decode a text of any declared charset. Raises ContentError when the bytes are no text.

    UTF-8 is tried before ``charset``: text in anything else is hardly ever valid UTF-8, and wrong declarations abound.
    """
    text = _decoded(content, charset)
    if len(_CONTROL.findall(text)) > _BINARY_SHARE * len(text):
        raise ContentError(name, None, "it is not text: its bytes are those of another kind of file")
    return text


def _decoded(content: bytes, charset: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", charset):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")
