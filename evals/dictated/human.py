"""Identities dictated by people: clips of single figures and letters, put together into valid identities.

Only what there are clips of is said, so the figures of a language are fewer than ten; the voices are real.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from evals.dictated.assembling import assembled, trimmed
from evals.dictated.cases import DictatedCase, Groups, Kind
from evals.dictated.grading import HeardPart, grade
from evals.dictated.saying import Saying, saying
from evals.speech.clips import Clip, load_words
from knowledge.languages import Language
from speech.segments import RATE, Samples, Word
from tools.reading.folding import fold
from tools.reading.identities.kinds import fits

_LARGEST = 999
_KINDS: tuple[Kind, ...] = ("dni", "phone", "nuss", "postcode", "nie")
_FIGURES: Mapping[Kind, int] = {"dni": 8, "nie": 7, "nuss": 12, "phone": 9, "postcode": 5}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TRIES = 3000


@dataclass(frozen=True)
class HumanVoice:
    """The clips of one language by what is said in them, in the words of ``Saying``."""

    language: Language
    clips: Mapping[str, Clip]

    def say(self, groups: Groups, draw: random.Random) -> Samples:
        """One dictation, with pauses between its groups."""
        return assembled(groups, lambda said: trimmed(self.clips[said].samples(0, 0)), RATE, draw)

    @cached_property
    def figures(self) -> Mapping[str, str]:
        """Figures by the words that say them."""
        words = self._words
        return {said: str(value) for value in range(_LARGEST + 1) if (said := words.number(value)) in self.clips}

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """A letter: what is said."""
        return {letter: letter.lower() for letter in _LETTERS if letter.lower() in self.clips}

    @property
    def _words(self) -> Saying:
        return saying(self.language)


def human_voices(folder: Path) -> list[HumanVoice]:
    """Voices of the languages with clips of figures in ``folder``; see ``evals.speech.clips``."""
    by_language: dict[Language, dict[str, Clip]] = {}
    for clip in load_words(folder):
        by_language.setdefault(clip.language, {})[_as_said(clip)] = clip
    voices = [HumanVoice(language, clips) for language, clips in by_language.items()]
    return [voice for voice in voices if len(voice.figures) > 1]


def human_cases(voice: HumanVoice, each: int, seed: int = 6) -> Iterator[DictatedCase]:
    """At most ``each``, the kinds in turn; a kind there are no clips for is left out."""
    draw = random.Random(f"{seed} {voice.language}")
    kinds = list(_KINDS)
    made = 0
    while kinds and made < each:
        kind = kinds[made % len(kinds)]
        case = next((case for case in _drawn(f"{voice.language}_human_{made:03}", kind, voice, draw) if case), None)
        if case is None:
            kinds.remove(kind)
        else:
            made += 1
            yield case


def _drawn(name: str, kind: Kind, voice: HumanVoice, draw: random.Random) -> Iterator[DictatedCase | None]:
    for _ in range(_TRIES):
        yield _case(name, kind, voice, draw)


def _case(name: str, kind: Kind, voice: HumanVoice, draw: random.Random) -> DictatedCase | None:
    """None when what was drawn is no such identity, or the same words are those of another."""
    said: list[str] = []
    while (lacking := _FIGURES[kind] - sum(len(voice.figures[one]) for one in said)) > 0:
        said.append(draw.choice([one for one, figures in voice.figures.items() if len(figures) <= lacking]))
    parts = [voice.figures[one] for one in said]
    if any(_may_be_one(*pair) for pair in pairwise(parts)):
        return None
    figures = "".join(parts)
    groups = tuple(_cut(said, draw))
    first = draw.choice([letter for letter in "XYZ" if letter in voice.letters] or [""]) if kind == "nie" else ""
    last = sorted(voice.letters) if kind in ("dni", "nie") else [""]
    for letter in last:
        value = first + figures + letter
        if (kind == "nie") == bool(first) and fits(kind, value):
            spoken = (*_alone(first, voice), *groups, *_alone(letter, voice))
            case = DictatedCase(name, voice.language, kind, value, spoken)
            return case if _is_understood(case) else None
    return None


def _alone(letter: str, voice: HumanVoice) -> Groups:
    return ((voice.letters[letter],),) if letter else ()


def _cut(said: list[str], draw: random.Random) -> Iterator[tuple[str, ...]]:
    at = 0
    while at < len(said):
        size = draw.randint(1, 3)
        yield tuple(said[at : at + size])
        at += size


def _may_be_one(first: str, second: str) -> bool:
    """True when both may be a single number: nobody dictates 60 and 5 as "sixty", "five"."""
    return len(first) > len(second) and int(first[-len(second) :]) == 0


def _is_understood(case: DictatedCase) -> bool:
    """True when every word heard right leads to this number alone."""
    words = tuple(Word(word, float(at), at + 0.5, 1.0) for at, word in enumerate(case.sentence.split()))
    return grade([HeardPart(case.language, words)], case.kind, case.value, expected=True) == "right"


def _as_said(clip: Clip) -> str:
    """The words of a clip as ``Saying`` writes them; its own where they are no number."""
    return _numbers(clip.language).get(fold(clip.said).text, fold(clip.said).text)


def _numbers(language: Language) -> Mapping[str, str]:
    words = saying(language)
    return {fold(said).text: said for said in map(words.number, range(_LARGEST + 1))}
