"""The words of a track as one text, with the way back from its characters to the words."""

from bisect import bisect_right
from collections.abc import Sequence

from speech.segments import Word
from tools.reading.folding import Folded, fold


class SpokenText:
    """Words with spaces between them. ``folded``: the text for readers of language."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        self._starts: list[int] = []
        length = 0
        for word in self.words:
            self._starts.append(length)
            length += len(word.text) + 1
        self.folded: Folded = fold(" ".join(word.text for word in self.words))

    def indexes(self, start: int, end: int) -> tuple[int, ...]:
        """The words under a span of the folded text."""
        first, last = self.folded.span(start, end)
        return tuple(range(bisect_right(self._starts, first) - 1, bisect_right(self._starts, max(first, last - 1))))

    def confidence(self, start: int, end: int) -> float:
        """The confidence of the least sure word under a span of the folded text."""
        return min(self.words[index].confidence for index in self.indexes(start, end))


def heard_well(words: Sequence[str]) -> list[Word]:
    """The words as if each were sure."""
    return [Word(text, float(at), float(at), 1.0) for at, text in enumerate(words)]
