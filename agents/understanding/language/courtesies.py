"""Takes greetings, thanks and names out of a request: they do not decide its language or its need.

"Kaixo, quiero cita" asks in Spanish, "je cherche ma vida laboral" in French. And "hello" before
a few words changed what the models read in them: of 74 short requests 28 were taken for another matter or for none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from agents.understanding.language.words import MessageWord, language_words
from agents.understanding.shared.tables import load_own_table, load_table
from knowledge.administration import Administration
from tools.reading.folding import fold

_LEAST = 2
"""Words that must be left for anything to come off."""
_LONGEST = 9
"""Words of the longest phrase."""
_WORD = re.compile(r"[^\W_]+(?:[·'’-][^\W_]+)*")
_OPENING, _ENDING = "¿¡([{«\"'“", " ,;:–-."


Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Courtesies:
    """``phrases`` and ``names`` as folded words; ``openings`` with the phrases among them. ``apart`` count only where a
    sign stands between them and what follows; so do ``cries``, which say something by themselves."""

    phrases: Phrases
    names: Phrases
    openings: Phrases = frozenset()
    apart: Phrases = frozenset()
    cries: Phrases = frozenset()
    own: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The phrases of one language alone, with its code."""

    def opened_in(self, words: Sequence[MessageWord]) -> str | None:
        """The language whose own courtesy the words begin with."""
        folded = [fold(word.text).text for word in words]
        return self.own.get(tuple(folded[: _ahead(self.phrases, folded)]))

    def stripped(self, words: Sequence[MessageWord]) -> tuple[MessageWord, ...]:
        """The words without the courtesies they begin and end with, and without names; unless hardly any is left."""
        folded = [fold(word.text).text for word in words]
        start, end = self._between(folded)
        if end - start < _LEAST:
            start, end = 0, len(folded)
        return self._without_names(words[start:end], folded[start:end])

    def request(self, text: str) -> str:
        """The text without openings and the courtesies around it, and without a full stop, which says as little.

        The whole when it is nothing else.
        """
        return text[slice(*self.request_span(text))]

    def request_span(self, text: str) -> tuple[int, int]:
        """The span of the request."""
        found = list(_WORD.finditer(text))
        folded = [fold(match.group()).text for match in found]
        start, end = self._between(folded)
        while length := self._opening(text, found[start:end], folded[start:end]):
            start += length
        if start >= end:
            return 0, len(text)
        begins = found[start].start() if start else 0
        while start and begins and text[begins - 1] in _OPENING:
            begins -= 1
        ends = found[end].start() if end < len(found) else len(text)
        return begins, len(text[:ends].rstrip(_ENDING))

    def only_opens(self, text: str) -> bool:
        """Whether it begins a request and leaves it there: "one question", "hello, could you help me?"."""
        folded = [fold(match.group()).text for match in _WORD.finditer(text)]
        start, end = self._between(folded)
        begun = start < end
        while start < end:
            length = _ahead(self.openings | self.apart, folded[start:end])
            if not length:
                return False
            start += length
        return begun

    def _opening(self, text: str, found: Sequence[re.Match[str]], folded: Sequence[str]) -> int:
        """The number of courtesy words at the beginning, if others follow; else 0."""
        length = _ahead(self.openings, folded)
        if not length and (held := _ahead(self.apart | self.cries, folded)) < len(folded):
            between = text[found[held - 1].end() : found[held].start()] if held else ""
            length = held if between.strip() else 0
        return length if length < len(folded) else 0

    def _between(self, folded: Sequence[str]) -> tuple[int, int]:
        """The span of the words that are no courtesies."""
        start, end = 0, len(folded)
        while length := _ahead(self.phrases, folded[start:end]):
            start += length
        while length := _behind(self.phrases, folded[start:end]):
            end -= length
        return start, end

    def _without_names(self, words: Sequence[MessageWord], folded: Sequence[str]) -> tuple[MessageWord, ...]:
        kept: list[MessageWord] = []
        place = 0
        while place < len(words):
            length = _ahead(self.names, folded[place:])
            if not length:
                kept.append(words[place])
            place += length or 1
        return tuple(kept if len(kept) >= _LEAST else words)


def load_courtesies(administration: Administration) -> Courtesies:
    """From ``data/courtesies.yaml``, ``data/openings.yaml`` and the administration's table ``names``, if it has one."""
    table, openings = load_table("courtesies"), load_table("openings")
    names = load_own_table(administration, "names").get("names", [])
    apart, cries = openings.pop("apart"), openings.pop("cries")
    phrases = _phrases(chain(*table.values()))
    opening = phrases | _phrases(chain(*openings.values()))
    by_language = {str(code): _phrases(texts) for code, texts in table.items()}
    languages = Counter(chain(*by_language.values()))
    own = {one: code for code, said in by_language.items() for one in said if languages[one] == 1}
    return Courtesies(phrases, _phrases(names), opening, _phrases(apart), _phrases(cries), own)


def _phrases(texts: Iterable[str]) -> Phrases:
    return frozenset(tuple(word.text for word in language_words(fold(str(text)).text)) for text in texts)


def _ahead(phrases: Phrases, folded: Sequence[str]) -> int:
    """The number of words of the longest phrase at the beginning; 0 when there is none."""
    lengths = range(min(_LONGEST, len(folded)), 0, -1)
    return next((length for length in lengths if tuple(folded[:length]) in phrases), 0)


def _behind(phrases: Phrases, folded: Sequence[str]) -> int:
    lengths = range(min(_LONGEST, len(folded)), 0, -1)
    return next((length for length in lengths if tuple(folded[-length:]) in phrases), 0)
