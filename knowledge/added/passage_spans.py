"""Lays blocks out as one text, and cuts it into passages and sentences with exact spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.added.blocks import Block
from knowledge.passages import Sentence, Validity
from knowledge.words.sentences import prose_gaps, split_at

_LONGEST = 1200  # characters of a passage: about 250 words, within what the encoder reads


@dataclass(frozen=True, slots=True)
class PassageSpan:
    """Characters from ``start`` up to ``end``; ``anchor`` is the id of the heading they stand under, or empty."""

    start: int
    end: int
    anchor: str = ""


def lay_out_passages(blocks: Sequence[Block]) -> tuple[str, tuple[PassageSpan, ...]]:
    """The text, a block on each line and an empty line between passages, and the passages' spans."""
    groups = list(_groups(blocks))
    passages = ["\n".join(pieces) for pieces, _ in groups]
    spans: list[PassageSpan] = []
    at = 0
    for passage, (_, anchor) in zip(passages, groups, strict=True):
        spans.append(PassageSpan(at, at + len(passage), anchor))
        at += len(passage) + 2
    return "\n\n".join(passages), tuple(spans)


def split_sentences(text: str, start: int) -> tuple[Sentence, ...]:
    """The sentences of a passage that begins at ``start`` of its document."""
    sentences = []
    at = 0
    for end, after in [*prose_gaps(text), (len(text), len(text))]:
        if text[at:end].strip():
            sentences.append(Sentence(text[at:end], start + at, start + end, (), Validity()))
        at = after
    return tuple(sentences)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[list[str], str]]:
    """A passage begins at a heading, and when the one before is long enough.

    With it, the anchor of its last heading, or of the block it begins with.
    """
    group: list[str] = []
    has_text = False
    anchor = ""
    for block in blocks:
        for piece in _pieces(block.text):
            full = sum(map(len, group)) + len(piece) > _LONGEST
            if group and has_text and (block.heading or full):
                yield group, anchor
                group, has_text = [], False
                anchor = "" if block.heading else anchor
            if block.heading or not group:
                anchor = block.anchor or anchor
            group.append(piece)
            has_text = has_text or not block.heading
    if group:
        yield group, anchor


def _pieces(text: str) -> Iterator[str]:
    """A block longer than a passage, cut at its sentences."""
    piece = ""
    for sentence in split_at(text, prose_gaps(text)) if len(text) > _LONGEST else [text]:
        if piece and len(piece) + len(sentence) > _LONGEST:
            yield piece
            piece = ""
        piece = f"{piece} {sentence}" if piece else sentence
    if piece:
        yield piece
