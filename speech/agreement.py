"""Agreement of two readings of the same sound, and readings that repeat themselves. Pure."""

from collections.abc import Sequence

from speech.segments import Word
from tools.reading.folding import fold

_NO_TIME = 0.03
_MOST_FIGURES = 12
"""Said by repeating the same ones."""


def bare(word: str) -> str:
    """A word without case, accents or marks, to be compared between readings."""
    return "".join(fold(word).words())


def agreed(last: Sequence[str], now: Sequence[str]) -> int:
    """The number of words both begin with (LocalAgreement-2, Macháček et al. 2023)."""
    count = 0
    for before, after in zip(last, now, strict=False):
        if bare(before) != bare(after):
            break
        count += 1
    return count


def going_round(words: Sequence[str], times: int = 3, longest: int = 6) -> bool:
    """Whether the end repeats the same one to six words over and over.

    Digits may, up to the length of an identity: people dictate "dos dos dos".
    """
    return _circle([bare(word) for word in words], times, longest) > 0


def before_going_round(words: Sequence[str], times: int = 3, longest: int = 6) -> int:
    """The number of words up to the first time that the end says what it repeats.

    0 when nothing comes before: noise is read as such repetitions.
    """
    spoken = [bare(word) for word in words]
    length = _circle(spoken, times, longest)
    first = len(spoken) - length
    while length and first and spoken[first - 1] == spoken[first - 1 + length]:
        first -= 1
    return first + length if first else 0


def _circle(spoken: list[str], times: int, longest: int) -> int:
    """The number of words that the end repeats over and over; 0 when it does not."""
    for length in range(1, min(longest, len(spoken)) + 1):
        said = spoken[-length:]
        figures = "".join(said)
        needed = times + 1 if length == 1 else times
        if figures.isdigit():
            needed = max(needed, _MOST_FIGURES // len(figures) + 1)
        if spoken[-length * needed :] == said * needed:
            return length
    return 0


def stammers(words: Sequence[str], times: int = 4) -> bool:
    """Whether a word that is no figure comes ``times`` times in a row: nobody speaks so; Whisper does when it cannot
    read the sound.
    """
    spoken = [bare(word) for word in words]
    return any(spoken[at : at + times] == [word] * times for at, word in enumerate(spoken) if not word.isdigit())


def once(words: Sequence[Word], head: int = 3) -> int:
    """The number of words before the first ones come again after the end of the sound; all when they do not.

    Read past the end of the sound, Whisper begins again, and what it reads so takes no time. People too begin two
    sentences alike ("no me llega …, y no me llega …"), and dictate "dos dos dos": theirs takes time.
    """
    spoken = [bare(word.text) for word in words]
    for at in range(2, len(spoken) - 1):
        size = min(head, at, len(spoken) - at)
        if size > 1 and spoken[at : at + size] == spoken[:size] and in_time(words[at:]) < size:
            return at
    return len(spoken)


def repeats_prompt(words: Sequence[str], before: Sequence[str], least: int = 4) -> bool:
    """Whether a reading begins with ``least`` words in a row of those said before it.

    Whisper repeats its prompt instead of sound that it cannot read.
    """
    head, said = [bare(word) for word in words[:least]], [bare(word) for word in before]
    return len(head) == least and any(said[at : at + least] == head for at in range(len(said)))


def in_time(words: Sequence[Word]) -> int:
    """The number of words before two in a row that take no time: those were read after the end of the sound."""
    for at in range(len(words) - 1):
        if all(word.end - word.start < _NO_TIME for word in words[at : at + 2]):
            return at
    return len(words)
