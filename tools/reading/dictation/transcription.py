"""The transcription of a dictation: digits and letters said one by one, in groups or by name, with restarts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.languages import Language
from tools.reading.dictation.spelled_letters import SpelledLetters
from tools.reading.dictation.words import DictationWords, dictation_words
from tools.reading.folding import Folded
from tools.reading.numbers.parser import NumberParser
from tools.reading.numbers.vocabulary import NumberToken, load_number_words

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_GAP = re.compile(r"[\s.,;·_\-–—…'\"()¿?¡!]{0,6}")
_COLON = re.compile(r"[\s:]{1,3}")
_PAUSE = re.compile(r"[,;.…]")
_LONGEST_NUMBER = 14
"""Words of the longest number that is said in one breath."""
_MULTIPLIED = 3
"""Figures before "mil"."""


@dataclass(frozen=True, slots=True)
class DictationToken:
    """Some digits, a letter, or "no, …". ``readings``: the ways to write it, the likeliest first.

    ``weak``: a letter that is also an ordinary word; ``pause``: something parts it from the token before;
    positions are in the folded text.
    """

    kind: Literal["digits", "letter", "restart"]
    readings: tuple[str, ...]
    start: int
    end: int
    weak: bool = False
    pause: bool = False

    @property
    def is_in_words(self) -> bool:
        """Whether it takes other characters than its own figures."""
        return self.end - self.start != len(self.readings[0])


DictationRun = list[DictationToken]


def transcribe(folded: Folded, language: Language) -> list[DictationRun]:
    """Every uninterrupted dictation of the text. Linear in its length; never raises."""
    return _Transcriber(folded, language).runs()


def _token(match: re.Match[str]) -> NumberToken:
    """Short figures may be part of a number in words ("345 mil 678")."""
    text = match[0]
    value = int(text) if text.isdecimal() and len(text) <= _MULTIPLIED and text[0] != "0" else None
    return NumberToken(text, *match.span(), value)


class _Transcriber:
    """Walks the words once; each step takes the longest thing that can be dictated."""

    def __init__(self, folded: Folded, language: Language) -> None:
        self._text = folded.text
        self._spoken = [_token(match) for match in _TOKEN.finditer(folded.text)]
        self._texts = [word.text for word in self._spoken]
        self._words: DictationWords = dictation_words(language)
        self._numbers = load_number_words(language)
        self._letters = SpelledLetters(folded, self._spoken, self._words)

    def runs(self) -> list[DictationRun]:
        runs: list[DictationRun] = [[]]
        at = 0
        broken = False
        while at < len(self._spoken):
            if at and not self._near(at):
                broken = True
            tokens, after = self._step(at)
            if tokens is None:
                broken, at = True, at + 1
                continue
            if broken and runs[-1]:
                runs.append([])
            broken = False
            runs[-1].extend(tokens)
            at = after
        return [run for run in runs if any(token.kind != "restart" for token in run)]

    def _step(self, at: int) -> tuple[list[DictationToken] | None, int]:
        """The tokens at a word and the word after them; None when the words are no dictation, [] when they fill."""
        found = self._repeated(at) or self._digits(at) or self._figure(at) or self._restart(at)
        if found:
            return found
        skipped = self._words.match(self._texts, at, "skip")
        if skipped and len(skipped.words) > 1:  # "a ver" begins like a letter
            return [], at + len(skipped.words)
        if found := self._letter(at) or self._number(at):
            return found
        if skipped or self._letters.explains(at):
            return [], at + 1
        return None, at + 1

    def _restart(self, at: int) -> tuple[list[DictationToken], int] | None:
        entry = self._words.match(self._texts, at, "restart")
        if entry is None:
            return None
        after = at + len(entry.words)
        return [DictationToken("restart", ("",), self._spoken[at].start, self._spoken[after - 1].end)], after

    def _figure(self, at: int) -> tuple[list[DictationToken], int] | None:
        """A figure with the name of a letter: Catalan "u"."""
        return self._number(at) if len(self._texts[at]) == 1 and self._among_digits(at) else None

    def _digits(self, at: int) -> tuple[list[DictationToken], int] | None:
        text = self._texts[at]
        if text.isdecimal() and self._is_multiplied(at):
            return self._number(at)
        if text.isdecimal():
            return self._with_repeat(self._make("digits", (text,), at, at + 1), at + 1)
        if self._words.match(self._texts, at, "zero") and self._among_digits(at):
            return [self._make("digits", ("0",), at, at + 1)], at + 1
        return None

    def _is_multiplied(self, at: int) -> bool:
        """ "345 mil"."""
        following = self._texts[at + 1] if at + 1 < len(self._texts) else ""
        return len(self._texts[at]) <= _MULTIPLIED and following in self._numbers.thousand | self._numbers.million

    def _number(self, at: int) -> tuple[list[DictationToken], int] | None:
        parsed = self._parse(at, len(self._spoken))
        if parsed is None:
            return None
        value, after = parsed
        readings = dict.fromkeys((str(value), *self._apart(at, after)))
        return self._with_repeat(self._make("digits", tuple(readings), at, after), after)

    def _apart(self, at: int, after: int) -> Iterator[str]:
        """The same words as two numbers: "vingt-quatre" may be 24 or 20 and 4."""
        for middle in range(at + 1, after):
            if self._texts[middle - 1] in self._numbers.joined_tens:
                continue
            head, tail = self._parse(at, middle), self._parse(middle, after)
            if head and tail and head[1] == middle and tail[1] == after:
                yield f"{head[0]}{tail[0]}"

    def _parse(self, at: int, limit: int) -> tuple[int, int] | None:
        ahead = self._spoken[at : min(limit, at + _LONGEST_NUMBER)]
        parsed = NumberParser(self._text, ahead, self._numbers).whole(0)
        return (parsed.value, at + parsed.after) if parsed else None

    def _repeated(self, at: int) -> tuple[list[DictationToken], int] | None:
        """ "doble cero", "dos ceros", "tres veces el cinco"."""
        if entry := self._words.match(self._texts, at, "repeat", "letter"):
            if entry.role == "letter":  # "double u"
                return None
            after = at + len(entry.words)
            return self._repeat(int(entry.value), at, after)
        parsed = self._parse(at, at + 1)
        if parsed is None or not 2 <= parsed[0] <= 9 or parsed[1] >= len(self._spoken):
            return None
        if plural := self._words.match(self._texts, parsed[1], "plural"):
            return [self._make("digits", (plural.value * parsed[0],), at, parsed[1] + 1)], parsed[1] + 1
        if entry := self._words.match(self._texts, parsed[1], "times"):
            return self._repeat(parsed[0], at, parsed[1] + len(entry.words))
        return None

    def _repeat(self, times: int, at: int, after: int) -> tuple[list[DictationToken], int] | None:
        if after >= len(self._spoken):
            return None
        text = self._texts[after]
        said = (int(text), after + 1) if text.isdecimal() and len(text) < 3 else self._parse(after, after + 1)
        if self._words.match(self._texts, after, "zero"):
            said = (0, after + 1)
        if said and said[0] < 100:
            return [self._make("digits", (str(said[0]) * times,), at, said[1])], said[1]
        letter = self._words.match(self._texts, after, "letter")
        if letter and len(letter.words) == 1:
            tokens = [self._make("letter", (letter.value,), at, after + 1) for _ in range(times)]
            return tokens, after + 1
        return None

    def _with_repeat(self, token: DictationToken, after: int) -> tuple[list[DictationToken], int]:
        """ "zero bikoitza": how many times is said after."""
        entry = self._words.match(self._texts, after, "repeat_after") if after < len(self._spoken) else None
        if entry is None:
            return [token], after
        end = after + len(entry.words)
        readings = (token.readings[0] * int(entry.value),)
        return [DictationToken("digits", readings, token.start, self._spoken[end - 1].end, pause=token.pause)], end

    def _letter(self, at: int) -> tuple[list[DictationToken], int] | None:
        if self._letters.is_elided(at):
            return [], at + 1
        letter = self._letters.read_letter(at)
        if letter is None:
            return None
        return [replace(self._make("letter", (letter.value,), at, letter.after), weak=letter.weak)], letter.after

    def _among_digits(self, at: int) -> bool:
        near = [self._texts[index] for index in (at - 1, at + 1) if 0 <= index < len(self._texts)]
        return any(
            text.isdecimal() or text in self._numbers.simple or self._words.match([text], 0, "zero", "repeat")
            for text in near
        )

    def _near(self, at: int) -> bool:
        """Nothing but a little punctuation since the token before; a colon between figures is another matter."""
        before, word = self._spoken[at - 1], self._spoken[at]
        figures = before.text.isdecimal() and word.text.isdecimal()
        if figures and self._text[before.end : word.start] in (".", ",") and len(word.text) == 1 < len(before.text):
            return False  # "1,674,200.5" has decimals
        if _GAP.fullmatch(self._text, before.end, word.start):
            return True
        return not figures and _COLON.fullmatch(self._text, before.end, word.start) is not None

    def _make(
        self, kind: Literal["digits", "letter"], readings: tuple[str, ...], at: int, after: int
    ) -> DictationToken:
        gap = self._text[self._spoken[at - 1].end : self._spoken[at].start] if at else ""
        start, end = self._spoken[at].start, self._spoken[after - 1].end
        return DictationToken(kind, readings, start, end, pause=_PAUSE.search(gap) is not None)
