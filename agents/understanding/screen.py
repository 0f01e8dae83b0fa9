"""Raw text to the text that is understood: visible characters only, one line, a bounded length."""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Flag = Literal["empty", "emoji_only", "too_long", "rtl_script"]

CAP = 2000
_HARD_CAP = 20_000  # markup is removed before the cap applies, so a page pasted by mistake still keeps its words
_PASSES = 12
_DROPPED_CATEGORIES = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_BLOCK = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_SPACE = re.compile(r"\s+")
_SELECTOR = re.compile("[\ufe00-\ufe0f]")


@dataclass(frozen=True, slots=True)
class Screened:
    """The readable text, how many characters were taken out of the message, and what is special about it."""

    text: str
    removed: int
    flags: frozenset[Flag]


def screen(text: str) -> Screened:
    """Never raises; ``screen(screen(x).text).text == screen(x).text``."""
    readable = text[:_HARD_CAP]
    for _ in range(_PASSES):
        cleaned = _clean(readable)
        if cleaned == readable:
            break
        readable = cleaned
    else:
        readable = _clean(readable.replace("<", " ").replace("&", " "))
    kept = _clean(readable[:CAP])
    return Screened(kept, max(0, len(text) - len(kept)), _flags(kept, len(readable) > CAP))


def _clean(text: str) -> str:
    """One pass; entities may hide tags and tags may hide tags, so the caller repeats it until nothing changes."""
    text = html.unescape(text) if "&" in text else text
    if "<" in text:
        text = _TAG.sub(" ", _COMMENT.sub(" ", _BLOCK.sub(" ", text)))
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable() or _SELECTOR.search(text):  # hardly ever: most messages are looked at once
        text = "".join(map(_visible, text))
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text)).strip()


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _DROPPED_CATEGORIES or _SELECTOR.match(character):
        return ""
    return character


def _flags(text: str, too_long: bool) -> frozenset[Flag]:
    found: set[Flag] = set()
    if not text:
        found.add("empty")
    elif not any(character.isalnum() for character in text) and any(
        unicodedata.category(character) in ("So", "Sk") for character in text
    ):
        found.add("emoji_only")
    if too_long:
        found.add("too_long")
    if not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text):
        found.add("rtl_script")
    return frozenset(found)
