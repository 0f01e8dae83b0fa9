"""Segments of a track one after another, as the parts in which a number may be said."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise

from knowledge.languages import Language
from speech.dictated.dictated_identities import COMMON, NumberStart
from speech.dictated.signs import SpokenSign, runs_said
from speech.segments import Segment, Word


class SegmentSequence:
    """The segments as one text; words are known by their index in it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._words = [word for one in segments for word in one.words]
        self._borders = list(accumulate((len(one.words) for one in segments), initial=0))
        texts = [word.text for word in self._words]
        self._heard = [runs_said(texts, language) for language in self.languages]

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages that the last segment may be dictated in."""
        return tuple(dict.fromkeys((*(one.language for one in self._segments[:-3:-1]), COMMON)))

    @property
    def last(self) -> int:
        """The index of the first word of the last segment."""
        return self._borders[-2]

    def start(self, at: int) -> int:
        """The index of the first word of a segment."""
        return self._borders[at]

    def after(self, word: int) -> list[Word]:
        """A word and all that come after it."""
        return self._words[word:]

    def begun(self, word: int) -> NumberStart:
        """The segment of a word, and its place there."""
        at = sum(border <= word for border in self._borders) - 1
        return NumberStart(self._segments[at].number, word - self._borders[at])

    def goes_on(self, start: int, first: int, *, anew: bool) -> bool:
        """Whether a number whose ``first`` word is after ``start`` goes on from figures said just before that.

        ``anew``: when it begins with all of them they are its beginning, and it is said once more.
        """
        for run in chain.from_iterable(self._heard):
            if run[0].words[0] < start <= first <= run[-1].words[-1]:
                before, rest = _text(run, 0, start), _text(run, start, len(self._words))
                if not (anew and rest.startswith(before)):
                    return True
        return False

    def signs_between(self, first: int, last: int) -> list[list[str]]:
        """The figures and letters between two words, part by part, as each language hears them."""
        ends = [first, *(border for border in self._borders if first < border <= last), last + 1]
        return [[_text(chain.from_iterable(runs), *pair) for pair in pairwise(ends)] for runs in self._heard]


def _text(signs: Iterable[SpokenSign], start: int, end: int) -> str:
    return "".join(sign.text for sign in signs if start <= sign.words[0] < end)
