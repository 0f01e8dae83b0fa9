"""Phrases as data: a small pattern language that people who are not programmers can write.

``(a|b c)`` alternatives, ``[a]`` optional, ``word*`` and ``(a|b)*`` any ending, ``~`` up to four words between,
``^`` start and ``$`` end of the message, ``,`` a pause (punctuation or the end), ``&`` no pause ("no quiero" and not
"no, quiero"), ``{name}`` a group of the caller.
Accents and case do not count. docs/authors.md has an example of each.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tools.reading.folding import Folded, fold

_ALONE = "()[]|~^$,&"
MARKS = f"{_ALONE}*{{}}"
"""The signs of the pattern language."""
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
class PhraseHit:
    """A phrase found: its key, its span in the folded text, and the groups in it."""

    key: str
    start: int
    end: int
    groups: Mapping[str, str]


class _Entry:
    """A phrase, compiled when a text first has its words: there are thousands, and a day needs few.

    ``firsts`` are the words, ``stem*`` and groups it can begin with, None if it can begin anywhere. ``needs``: without
    one word, or ``stem*``, of each of them it is nowhere.
    """

    def __init__(self, key: str, tokens: tuple[str, ...], groups: tuple[tuple[str, str], ...]) -> None:
        self.key, self._tokens, self._groups = key, tokens, groups
        firsts = first_words(tokens)
        self.anywhere, self.anchored = firsts is None, tokens[:1] == ("^",)
        self.words = frozenset(first for first in firsts or () if first[0] != "{")
        self.groups = tuple(first[1:-1] for first in sorted(firsts or ()) if first[0] == "{")
        self.needs = _needs(tokens) | ({self.words} if self.words and not self.groups else set())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _compile(self._tokens, self._groups)

    def matches(self, text: str, starts: Iterable[int] | None) -> Iterator[re.Match[str]]:
        """Those that do not overlap, in order; they begin at one of ``starts`` (ascending), or anywhere."""
        if starts is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start in starts:
            match = self.pattern.match(text, start) if start >= end else None
            if match:
                yield match
                end = match.end()


class PhraseBook:
    """Phrases by key. Only those are tried of which every word is in the text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], groups: Mapping[str, str] | None = None):
        entries = [_entry(key, str(text), groups or {}) for key, texts in phrases.items() for text in texts]
        used = list(dict.fromkeys(name for entry in entries for name in entry.groups))
        entries.sort(key=lambda entry: used.index(entry.groups[0]) if entry.groups and not entry.words else -1)
        self._entries = entries
        found_by: dict[str, list[int]] = {}
        self._always: list[int] = []
        common = Counter(word for entry in entries for words in entry.needs for word in words)
        for number, entry in enumerate(entries):
            if not entry.needs:
                self._always.append(number)
                continue
            for word in min(entry.needs, key=lambda words: sum(common[one] for one in words)):
                found_by.setdefault(word, []).append(number)
        self._found_by, self._words = found_by, frozenset(found_by)
        # looking ahead, the beginnings of two that overlap are both found
        self._groups = {name: rf"(?<!\w)(?={(groups or {})[name]}(?!\w))" for entry in entries for name in entry.groups}

    def find(self, folded: Folded) -> list[PhraseHit]:
        """Every phrase of the text, leftmost and longest first; hits of one key may overlap those of another.

        Of two on the same words, one that begins with a word of its own comes first, then as they are listed.
        """
        text, said = folded.text, _said(folded.text)
        possible = self._possible(said.words)
        if not possible:
            return []
        names = {name for entry in possible for name in entry.groups}
        begun = {name: _begun(self._groups[name], text) for name in names}
        hits: dict[tuple[str, int, int], PhraseHit] = {}
        for entry in possible:
            for match in entry.matches(text, _starts(entry, said, begun)):
                start, end = match.span()
                named = {name: value for name, value in match.groupdict().items() if value is not None}
                hits.setdefault((entry.key, start, end), PhraseHit(entry.key, start, end, named))
        return sorted(hits.values(), key=lambda hit: (hit.start, -hit.end))

    def _possible(self, words: frozenset[str]) -> list[_Entry]:
        """Those that have all they need among these words."""
        told = self._words & words
        if not told:
            return [self._entries[number] for number in self._always]
        numbers = set(self._always)
        for word in told:
            numbers.update(self._found_by[word])
        entries = [self._entries[number] for number in sorted(numbers)]
        return [entry for entry in entries if not any(map(words.isdisjoint, entry.needs))]


def _entry(key: str, text: str, groups: Mapping[str, str]) -> _Entry:
    if leftover := _STRAY.search(fold(text).text):
        raise ValueError(f"the phrase {text!r} for {key} has {leftover.group()!r}, which means nothing here")
    tokens = _spread_stars(tuple(_TOKEN.findall(fold(text).text)))
    if unknown := [token for token in tokens if token[0] == "{" and token[1:-1] not in groups]:
        raise ValueError(f"the phrase {text!r} for {key} has {unknown[0]}, a group nobody defined")
    return _Entry(key, tokens, tuple(sorted(groups.items())))


def _starts(entry: _Entry, said: "_Said", begun: Mapping[str, Sequence[int]]) -> Sequence[int] | None:
    """Positions where a phrase may begin, in order; ``begun``: those where a group does."""
    if entry.anywhere:
        return None
    if entry.anchored:
        return (0,)
    places = {place for word in entry.words & said.words for place in said.places[word]}
    return sorted(places.union(*(begun[name] for name in entry.groups)))


@dataclass(frozen=True, slots=True)
class _Said:
    """The positions of each word of a text, and of ``stem*`` for each beginning of a word; ``words``: the words."""

    places: Mapping[str, Sequence[int]]
    words: frozenset[str]


@lru_cache(maxsize=64)
def _said(text: str) -> _Said:
    """A message is looked through for the phrases of dozens of books."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        for known in _word_and_stems(match[0]):
            places.setdefault(known, []).append(match.start())
    return _Said(places, frozenset(places))


@lru_cache(maxsize=4096)
def _word_and_stems(word: str) -> tuple[str, ...]:
    return (word, *(f"{word[:end]}*" for end in range(1, len(word) + 1)))


def words_group(name: str, words: Iterable[str], suffix: str = "") -> str:
    """A named group that matches any of the words (longest first), each followed by ``suffix``."""
    folded = sorted({fold(str(word)).text for word in words}, key=len, reverse=True)
    return rf"(?P<{name}>{'|'.join(re.escape(word).replace(chr(92) + ' ', _GAP) for word in folded)}){suffix}"


def first_words(tokens: tuple[str, ...]) -> set[str] | None:
    """The possible first words of a phrase: words, ``stem*`` for any ending, ``{name}`` for a group; None: any."""
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


def _needs(tokens: tuple[str, ...]) -> set[frozenset[str]]:
    """Of each set, one is in the phrase: the words and stems outside brackets, and the beginnings of each ``( | )``."""
    needs: set[frozenset[str]] = set()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if _PLAIN.fullmatch(token):
            needs.add(frozenset({token}))
        elif token in "([":
            close = _closing(tokens, position)
            firsts = _branch_firsts(tokens[position + 1 : close]) if token == "(" else None
            if firsts and all(_PLAIN.fullmatch(first) for first in firsts):
                needs.add(frozenset(firsts))
            position = close
        position += 1
    return needs


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
def _begun(pattern: str, text: str) -> Sequence[int]:
    """Positions of its matches. Many books of a message share groups."""
    return tuple(match.start() for match in _ahead(pattern).finditer(text))


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
