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
_BLOCKS = (
    (re.compile(r"<script\b[^<>]*>", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
    (re.compile(r"<style\b[^<>]*>", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (re.compile("<!--"), re.compile("-->")),
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_NO_CHARACTER = re.compile(r"&#[0-9]{9,};?")  # none has such a number, and Python reads no number of 4,301 figures
_PILED = re.compile(r"([^\w\s\x00-\x7f]{40})[^\w\s\x00-\x7f]+")  # to put marks in order takes their number squared
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
    """Clean once; entities may hide tags and tags other tags, so the caller repeats it until nothing changes."""
    text = html.unescape(_NO_CHARACTER.sub(" ", text)) if "&" in text else text
    if "<" in text:
        for opens, closes in _BLOCKS:
            text = _without(text, opens, closes)
        text = _TAG.sub(" ", text)
    if not text.isprintable() or _SELECTOR.search(text):  # hardly ever: most messages are looked at once
        text = "".join(map(_visible, text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _PILED.sub(r"\1", text))).strip()


def _without(text: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    """Without what stands between the two. What is never closed stays, and is looked through once."""
    kept, at = [], 0
    while (start := opens.search(text, at)) and (end := closes.search(text, start.end())):
        kept += [text[at : start.start()], " "]
        at = end.end()
    return "".join(kept) + text[at:]


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
