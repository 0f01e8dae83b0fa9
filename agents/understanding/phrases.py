"""Phrases as data: a small pattern language that people who are not programmers can write.

``(a|b c)`` alternatives, ``[a]`` optional, ``word*`` and ``(a|b)*`` any ending, ``~`` up to four words between,
``^`` start and ``$`` end of the message, ``,`` a pause (punctuation or the end), ``&`` no pause ("no quiero" and not
"no, quiero"), ``{name}`` a group of the caller.
Accents and case do not count. docs/authors.md has an example of each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from tools.folding import Folded, fold

_ALONE = "()[]|~^$,&"
MARKS = f"{_ALONE}*{{}}"
"""What means something in a phrase beside its words."""
_TOKEN = re.compile(rf"\{{[a-z_0-9]+\}}|[\w*·]+|[{re.escape(_ALONE)}]")
_STRAY = re.compile(rf"\)\(|[^\w\s{re.escape(MARKS)}'·.-]")
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\w+\*?")
_GAP = r"[^\w]{1,4}"
_ANY_WORDS = rf"(?:{_GAP}\w+){{0,4}}?"
_BEGIN = r"\A[^\w]*"
_END = r"[^\w]*\Z"
_PAUSE = r"(?=\s*(?:[,.;:!?…)]|\Z|-\s))"
_NO_PAUSE = _PAUSE.replace("(?=", "(?!", 1)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its key, its span in the folded text, and the groups in it."""

    key: str
    start: int
    end: int
    groups: Mapping[str, str]


class _Entry:
    """A phrase, compiled when a text first has its first word: there are thousands, and a day needs few."""

    def __init__(self, key: str, tokens: tuple[str, ...], groups: tuple[tuple[str, str], ...]) -> None:
        self.key, self._tokens, self._groups = key, tokens, groups
        self._needed, self._choices = _needed(tokens)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _compile(self._tokens, self._groups)

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a text with these words, and ``stem*`` for each of their beginnings, has what the phrase needs."""
        return self._needed <= words and not any(words.isdisjoint(choice) for choice in self._choices)

    def matches(self, text: str, starts: Iterable[int] | None) -> Iterator[re.Match[str]]:
        """Those that do not overlap, in order; they begin at one of ``starts`` (ascending), or anywhere."""
        if starts is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start in (0,) if self._tokens[:1] == ("^",) else starts:
            match = self.pattern.match(text, start) if start >= end else None
            if match:
                yield match
                end = match.end()


class PhraseBook:
    """Phrases by key. Only those whose first word, or first group, is in the text are tried."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], groups: Mapping[str, str] | None = None):
        self._words: dict[str, list[_Entry]] = {}
        self._stems: dict[str, list[_Entry]] = {}
        self._in_groups: dict[str, list[_Entry]] = {}
        self._always: list[_Entry] = []
        for key, texts in phrases.items():
            for text in texts:
                self._add(key, str(text), groups or {})
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._begun_by = lru_cache(maxsize=2048)(self._find_begun_by)
        # looking ahead, the beginnings of two that overlap are both found
        self._groups = {name: rf"(?<!\w)(?={(groups or {})[name]}(?!\w))" for name in self._in_groups}

    def find(self, folded: Folded) -> list[Hit]:
        """Every phrase of the text, leftmost and longest first; hits of one key may overlap those of another."""
        hits: dict[tuple[str, int, int], Hit] = {}
        for entry, starts in self._candidates(folded.text).items():
            for match in entry.matches(folded.text, starts):
                start, end = match.span()
                named = {name: value for name, value in match.groupdict().items() if value is not None}
                hits.setdefault((entry.key, start, end), Hit(entry.key, start, end, named))
        return sorted(hits.values(), key=lambda hit: (hit.start, -hit.end))

    def _candidates(self, text: str) -> Mapping[_Entry, list[int] | None]:
        """Where each phrase may begin: at a word that it begins with; None is anywhere."""
        words, there = _places_of_words(text), _words_and_stems(text)
        found: dict[_Entry, list[int]] = {}
        for word, places in words.items():
            for entry in self._begun_by(word):
                if entry.may_be_in(there):
                    found.setdefault(entry, []).extend(places)
        for name, entries in self._in_groups.items():
            places = tuple(match.start() for match in _ahead(self._groups[name]).finditer(text))
            for entry in entries if places else ():
                if entry.may_be_in(there):
                    found.setdefault(entry, []).extend(places)
        anywhere = [entry for entry in self._always if entry.may_be_in(there)]
        return {entry: sorted(set(places)) for entry, places in found.items()} | dict.fromkeys(anywhere)

    def _find_begun_by(self, word: str) -> tuple[_Entry, ...]:
        stems = (self._stems.get(word[:length], ()) for length in self._stem_lengths if length <= len(word))
        return tuple(chain(self._words.get(word, ()), *stems))

    def _add(self, key: str, text: str, groups: Mapping[str, str]) -> None:
        if leftover := _STRAY.search(fold(text).text):
            raise ValueError(f"the phrase {text!r} for {key} has {leftover.group()!r}, which means nothing here")
        tokens = _spread_stars(tuple(_TOKEN.findall(fold(text).text)))
        if unknown := [token for token in tokens if token[0] == "{" and token[1:-1] not in groups]:
            raise ValueError(f"the phrase {text!r} for {key} has {unknown[0]}, a group nobody defined")
        entry = _Entry(key, tokens, tuple(sorted(groups.items())))
        firsts = first_words(tokens)
        if firsts is None:
            self._always.append(entry)
            return
        for word in firsts:
            index = self._in_groups if word[0] == "{" else self._stems if word.endswith("*") else self._words
            index.setdefault(word.strip("{}*"), []).append(entry)


@lru_cache(maxsize=64)
def _places_of_words(text: str) -> Mapping[str, tuple[int, ...]]:
    """Where each word begins. A message is looked through for the phrases of dozens of books."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return {word: tuple(found) for word, found in places.items()}


@lru_cache(maxsize=64)
def _words_and_stems(text: str) -> frozenset[str]:
    words = _places_of_words(text)
    return frozenset(words).union(f"{word[:end]}*" for word in words for end in range(1, len(word) + 1))


def words_group(name: str, words: Iterable[str], suffix: str = "") -> str:
    """A named group that matches any of the words (longest first), each followed by ``suffix``."""
    folded = sorted({fold(str(word)).text for word in words}, key=len, reverse=True)
    return rf"(?P<{name}>{'|'.join(re.escape(word).replace(chr(92) + ' ', _GAP) for word in folded)}){suffix}"


def first_words(tokens: tuple[str, ...]) -> set[str] | None:
    """What a phrase can begin with: words, ``stem*`` for any ending, ``{name}`` for a group; None is anything."""
    position = 1 if tokens and tokens[0] == "^" else 0
    firsts: set[str] = set()
    while position < len(tokens):
        token = tokens[position]
        if token not in "([":
            return firsts | {token} if re.match(r"[\w{]", token) else None
        close = _closing(tokens, position)
        inner = _branch_firsts(tokens[position + 1 : close])
        if inner is None:
            return None
        firsts |= inner
        if token == "(":
            return firsts
        position = close + 1
    return None


def _needed(tokens: tuple[str, ...]) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Without what the phrase is nowhere: the words and stems outside brackets, and of each ``( | )`` one beginning."""
    needed: set[str] = set()
    choices: list[frozenset[str]] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if _PLAIN.fullmatch(token):
            needed.add(token)
        elif token in "([":
            close = _closing(tokens, position)
            firsts = _branch_firsts(tokens[position + 1 : close]) if token == "(" else None
            if firsts and all(_PLAIN.fullmatch(first) for first in firsts):
                choices.append(frozenset(firsts))
            position = close
        position += 1
    return frozenset(needed), tuple(choices)


def _branch_firsts(tokens: tuple[str, ...]) -> set[str] | None:
    firsts: set[str] = set()
    for branch in _branches(tokens):
        inner = first_words(branch)
        if inner is None:
            return None
        firsts |= inner
    return firsts


def _spread_stars(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """``( a | b c ) *`` as ``( a* | b c* )``."""
    out: list[str] = []
    for token in tokens:
        if token != "*":
            out.append(token)
            continue
        close = len(out) - 1
        depth, ends = 0, True
        for index in range(close, -1, -1):
            depth += (out[index] in ")]") - (out[index] in "([")
            if depth == 1 and ends and re.match(r"\w", out[index]):
                out[index] = out[index].rstrip("*") + "*"
            ends = out[index] == "|" or index == close
            if depth == 0:
                break
    return tuple(out)


def _branches(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    branches: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token in "([") - (token in ")]")
        if token == "|" and depth == 0:
            branches.append([])
        else:
            branches[-1].append(token)
    return [tuple(branch) for branch in branches]


def _closing(tokens: tuple[str, ...], position: int) -> int:
    depth = 0
    for index in range(position, len(tokens)):
        depth += (tokens[index] in "([") - (tokens[index] in ")]")
        if depth == 0:
            return index
    raise ValueError(f"unclosed bracket in the phrase {' '.join(tokens)!r}")


@lru_cache(maxsize=512)
def _ahead(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=8192)
def _compile(tokens: tuple[str, ...], groups: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    begin = tokens[:1] == ("^",)
    body = _sequence(tokens[1:] if begin else tokens, dict(groups), first=True)
    return re.compile((_BEGIN if begin else r"(?<!\w)") + body)


def _sequence(tokens: tuple[str, ...], groups: Mapping[str, str], first: bool) -> str:
    """The regex of a sequence; each item carries the gap before it, so optional items vanish with their gap."""
    parts: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token in ("(", "["):
            close = _closing(tokens, position)
            parts.append(_bracket(tokens[position : close + 1], groups, first))
            # After a leading optional item the next one may or may not be the first: both are allowed.
            first = first and token == "["
            position = close + 1
            continue
        parts.append(_item(token, groups, first))
        first = False
        position += 1
    return "".join(parts)


def _bracket(tokens: tuple[str, ...], groups: Mapping[str, str], first: bool) -> str:
    inner = "|".join(_sequence(branch, groups, first) for branch in _branches(tokens[1:-1]))
    if tokens[0] == "(":
        return f"(?:{inner})"
    return f"(?:(?:{inner}){_GAP})?" if first else f"(?:{inner})?"


def _item(token: str, groups: Mapping[str, str], first: bool) -> str:
    if token == "~":
        return _ANY_WORDS
    if token == "$":
        return _END
    if token == ",":
        return _PAUSE
    if token == "&":
        return _NO_PAUSE
    gap = "" if first else _GAP
    if token.startswith("{"):
        return f"{gap}{groups[token[1:-1]]}(?!\\w)"
    if token.endswith("*"):
        return f"{gap}{re.escape(token[:-1])}\\w*"
    return f"{gap}{re.escape(token)}(?!\\w)"
