"""Dictated numbers written in figures, as they are printed: "612 34 56 78"."""

from collections.abc import Sequence

from speech.dictated.dictated_identities import DictatedNumber
from speech.segments import Segment, Word
from tools.reading.identities.repair import readable_document

_CLOSING = ".,;:?!…"
_SPANISH = "+34"
_DOUBTFUL = "(?)"
_LATER = "…"


def with_digits(segment: Segment, dictated: Sequence[DictatedNumber], whole_later: int | None = None) -> str:
    """The text with the sure numbers of ``dictated`` in figures; other numbers stay as they were written.

    ``whole_later``: from that word on it is a part of a number that a later segment shows whole.
    """
    return _in_figures([word.text for word in segment.words], segment, dictated, whole_later)


def marked_with_digits(segment: Segment, dictated: Sequence[DictatedNumber], whole_later: int | None = None) -> str:
    """The same, each doubtful word with its sign: "la jubilación(?), por favor"."""
    texts = [_marked(word) if word.suspect else word.text for word in segment.words]
    return _in_figures(texts, segment, dictated, whole_later)


def _in_figures(texts: list[str], segment: Segment, dictated: Sequence[DictatedNumber], whole_later: int | None) -> str:
    for one in dictated:
        if one.status == "sure":
            first, last = one.words[0], one.words[-1]
            _, closing = _closed(segment.words[last])
            texts[first : last + 1] = [readable(one) + closing] + [""] * (last - first)
    if whole_later is not None:
        texts[whole_later:] = [_LATER]
    return " ".join(text for text in texts if text)


def _marked(word: Word) -> str:
    said, closing = _closed(word)
    return f"{said}{_DOUBTFUL}{closing}"


def _closed(word: Word) -> tuple[str, str]:
    """A word, and the marks after it."""
    said = word.text.rstrip(_CLOSING)
    return said, word.text[len(said) :]


def readable(one: DictatedNumber) -> str:
    """The value in the groups in which it is printed."""
    if one.kind in ("dni", "nie"):
        return readable_document(one.value)
    if one.kind == "phone" and one.value.startswith(_SPANISH):
        return _cut(one.value.removeprefix(_SPANISH), 3, 2, 2, 2)
    if one.kind == "nuss":
        return _cut(one.value, 2, 8, 2)
    if one.kind == "iban":
        return _cut(one.value, *[4] * 6)
    return one.value


def _cut(text: str, *sizes: int) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return " ".join(parts)
