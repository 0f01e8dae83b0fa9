"""Cuts an article into paragraphs with addresses, and paragraphs into sentences.

How a paragraph begins says where it stands: ``1.``, ``b)``, ``2.ª``. Which kind of label stands inside which differs
from norm to norm, and is taken from the order in which they come.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

_Kind = Literal["number", "ordinal", "letter", "bracketed", "roman"]
_WORD_SUFFIX = r"(?: (?P<suffix>bis|ter|quater))?"
_LABELS: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    ("ordinal", re.compile(rf"(?P<label>\d{{1,4}})\.?(?P<sign>[ªº]){_WORD_SUFFIX}[.)]?\s")),
    ("number", re.compile(rf"(?P<label>\d{{1,4}}){_WORD_SUFFIX}\.\s")),
    ("bracketed", re.compile(r"(?P<label>\d{1,4})\)\s")),
    ("letter", re.compile(rf"(?P<label>[a-zñ]){_WORD_SUFFIX}\)\s")),
    ("roman", re.compile(r"(?P<label>[ivx]{1,6})\)\s")),
)
_FIRST = {"1", "a", "i"}
_ABBREVIATION = re.compile(r"(?:\b(?:arts?|núm|núms|n|pág|págs|p|ej|apdo|disp|Sr|Sra|D|Dña|Excmo|Ilmo)|\b[A-Z])\.$")
_GAP = re.compile(r"(?<=[.!?…»])\s+(?=[¿¡«\"(]?[A-ZÀ-ÖØ-Þ0-9])")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article. ``place`` counts blocks from 0; ``pieces`` are its sentences, or the rows of a table.

    The label that it begins with is its place and none of its words: these are the same when it moves.
    """

    address: str
    text: str
    place: int
    pieces: tuple[tuple[int, int], ...]

    def words(self, first: int, last: int) -> tuple[int, int]:
        """From the start of one piece to the end of another, counted from 1. IndexError when there is no such piece."""
        if not 1 <= first <= last <= len(self.pieces):
            raise IndexError(f"{self.address} has {len(self.pieces)} sentences")
        return self.pieces[first - 1][0], self.pieces[last - 1][1]


@dataclass(frozen=True, slots=True)
class _Label:
    kind: _Kind
    shown: str


def cut_paragraphs(blocks: Sequence[str]) -> tuple[Paragraph, ...]:
    """The paragraphs, in order. No two have the same address."""
    addresses = list(_addresses(blocks))
    return tuple(
        Paragraph(address, text, place, tuple(_pieces(text)))
        for place, (address, text) in enumerate(zip(addresses, blocks, strict=True))
    )


def _addresses(blocks: Sequence[str]) -> Iterator[str]:
    path: list[_Label] = []
    unlabelled = 1  # the paragraph with the label is the first under it
    seen: Counter[str] = Counter()
    for text in blocks:
        label = _label(text, path)
        if label is not None:
            path = _inside(path, label)
            unlabelled, address = 1, ".".join(one.shown for one in path)
            seen[address] += 1
            if seen[address] > 1:  # a list begun again under the same number
                path = [*path[:-1], _Label(label.kind, f"{label.shown}~{seen[address]}")]
                address = ".".join(one.shown for one in path)
        elif path:
            unlabelled += 1
            address = ".".join((*(one.shown for one in path), f"p{unlabelled}"))
        else:
            address, unlabelled = f"p{unlabelled}", unlabelled + 1
        yield address


def _label(text: str, path: Sequence[_Label]) -> _Label | None:
    for kind, pattern in _LABELS:
        match = pattern.match(text)
        if match is None or (kind == "letter" and _is_roman(match["label"], path)):
            continue
        groups = match.groupdict()
        return _Label(kind, "".join(filter(None, (groups["label"], groups.get("sign"), groups.get("suffix")))))
    return None


def _is_roman(letter: str, path: Sequence[_Label]) -> bool:
    """Whether ``i)`` begins a roman list, or ``v)`` goes on with one: after ``h)`` it is a letter."""
    if any(one.kind == "roman" for one in path[-1:]):
        return letter in ("i", "v", "x")
    return letter == "i" and not any(one.shown == "h" for one in path)


def _inside(path: Sequence[_Label], label: _Label) -> list[_Label]:
    """The path to a paragraph with this label: beside the last of its kind, or under the last label of all.

    A list that begins anew below another one stands inside it.
    """
    if label.kind == "number":
        return [label]
    kinds = [one.kind for one in path]
    begins_anew = label.shown.rstrip("ªº") in _FIRST and bool(kinds) and kinds[-1] != label.kind
    if label.kind in kinds and not begins_anew:
        last = len(kinds) - 1 - kinds[::-1].index(label.kind)
        return [*path[:last], label]
    return [*path, label]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    if "\n" in text:
        yield from _lines(text)
        return
    start = next((match.end() for _, pattern in _LABELS if (match := pattern.match(text))), 0)
    for gap in _GAP.finditer(text, start):
        if not _ABBREVIATION.search(text, max(0, gap.start() - 8), gap.start()):
            yield start, gap.start()
            start = gap.end()
    yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
