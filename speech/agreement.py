"""What two readings of the same sound agree on, and readings that go round in circles. Pure."""

from collections.abc import Sequence

from speech.segments import Word
from tools.reading.folding import fold

_NO_TIME = 0.03
_MOST_FIGURES = 12
"""Said by repeating the same ones."""


def bare(word: str) -> str:
    """A word without case, accents or marks: what two readings must share of it."""
    return "".join(fold(word).words())


def agreed(last: Sequence[str], now: Sequence[str]) -> int:
    """How many words both begin with (LocalAgreement-2, Macháček et al. 2023)."""
    count = 0
    for before, after in zip(last, now, strict=False):
        if bare(before) != bare(after):
            break
        count += 1
    return count


def going_round(words: Sequence[str], times: int = 3, longest: int = 6) -> bool:
    """Whether the end says the same one to six words over and over.

    Digits may, up to the length of an identity: people dictate "dos dos dos".
    """
    return _circle([bare(word) for word in words], times, longest) > 0


def before_going_round(words: Sequence[str], times: int = 3, longest: int = 6) -> int:
    """How many words come before the end says the same over and over, with the first time that it says it.

    0 where nothing comes before: words that are read in noise are such circles.
    """
    spoken = [bare(word) for word in words]
    length = _circle(spoken, times, longest)
    first = len(spoken) - length
    while length and first and spoken[first - 1] == spoken[first - 1 + length]:
        first -= 1
    return first + length if first else 0


def _circle(spoken: list[str], times: int, longest: int) -> int:
    """How many words are said over and over at the end; 0 when none are."""
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
    """Whether a word that is no figure comes so many times in a row: nobody speaks so, and Whisper writes so what it
    cannot read.
    """
    spoken = [bare(word) for word in words]
    return any(spoken[at : at + times] == [word] * times for at, word in enumerate(spoken) if not word.isdigit())


def once(words: Sequence[Word], head: int = 3) -> int:
    """How many words come before the first ones are read anew where there is no more sound; all of them elsewhere.

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
    """Whether it begins with so many words as were said before it, one after the other.

    What Whisper is given to go on from it says again instead of sound that it cannot read.
    """
    head, said = [bare(word) for word in words[:least]], [bare(word) for word in before]
    return len(head) == least and any(said[at : at + least] == head for at in range(len(said)))


def in_time(words: Sequence[Word]) -> int:
    """How many words come before two in a row that take no time: those were read where there is no more sound."""
    for at in range(len(words) - 1):
        if all(word.end - word.start < _NO_TIME for word in words[at : at + 2]):
            return at
    return len(words)
