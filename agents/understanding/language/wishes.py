"""What people ask for when they name a language, and what they only say of one. A clause is read by itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agents.understanding.shared.tables import load_table
from tools.reading.folding import Folded, fold
from tools.reading.phrases import PhraseBook, PhraseHit, words_group

_CITY = "valencia"
"""Without its accent the language is also a city."""
_SPEAKING = "parl"
_GROUPS = {"names": "language", "adverbs": "adverb", "toward": "toward"}
_PAUSE = re.compile(r"[.,;:!?…¿¡()\n]+|\s[-–—]\s")
_NEXT_WORD = re.compile(r" (\w+)")


@dataclass(frozen=True, slots=True)
class LanguageWishes:
    """Wishes, and remarks that name a language without asking for it; ``codes`` says which language a name is of.

    ``bare`` are wishes beside a remark. ``before_nouns`` describe the word after them, but for ``after_names``.
    ``choice`` finds two languages told together.
    """

    alone: PhraseBook
    wishes: PhraseBook
    bare: PhraseBook
    remarks: PhraseBook
    codes: Mapping[str, str]
    named: re.Pattern[str]
    choice: re.Pattern[str]
    before_nouns: frozenset[str]
    after_names: frozenset[str]

    def find(self, folded: Folded) -> list[PhraseHit]:
        """Every wish of the text, in order."""
        if not self.named.search(folded.text):
            return []
        clauses = [(clause, start) for clause, start in _clauses(folded) if self.named.search(clause.text)]
        remarks = _found(self.remarks, clauses)
        wishes = self.alone.find(folded) + _found(self.wishes, clauses)
        if remarks:
            wishes += _found(self.bare, clauses)
        chosen = [match.span() for match in self.choice.finditer(folded.text)]
        kept = [
            hit
            for hit in wishes
            if not _is_city(hit, folded)
            and not self._describes(hit, folded.text)
            and not _meets(_place(hit, folded.text), [_place(one, folded.text) for one in remarks] + chosen)
        ]
        return sorted(kept, key=lambda hit: (hit.start, -hit.end))

    def _describes(self, hit: PhraseHit, text: str) -> bool:
        """ "Change to Spanish residence": it says which, not in what. "En catalan" is not English."""
        start, end = _place(hit, text)
        after = _NEXT_WORD.match(text, end)
        describes = _name(hit) in self.before_nouns and after is not None and after[1] not in self.after_names
        return describes and not re.search(r"\ben $", text[:start])

    def asked(self, folded: Folded) -> str | None:
        """The code of the language or variety asked for; the last one named wins."""
        hits = self.find(folded)
        return self.codes[_name(max(hits, key=lambda hit: (hit.end, hit.end - hit.start)))] if hits else None


def load_language_wishes() -> LanguageWishes:
    """From ``data/language_wishes.yaml``."""
    table = load_table("language_wishes")
    named = {kind: {fold(name).text: code for code, all_ in table[kind].items() for name in all_} for kind in _GROUPS}
    groups = {group: words_group(group, named[kind]) for kind, group in _GROUPS.items()}
    alone, wishes, bare, remarks = (
        PhraseBook({key: table[key]}, groups) for key in ("alone", "phrases", "bare", "remarks")
    )
    codes = {name: code for names in named.values() for name, code in names.items()}
    any_name = f"(?:{'|'.join(sorted(map(re.escape, codes), key=len, reverse=True))})"
    return LanguageWishes(
        alone=alone,
        wishes=wishes,
        bare=bare,
        remarks=remarks,
        codes=codes,
        named=re.compile(rf"\b{any_name}\b"),
        choice=re.compile(
            rf"\b{any_name}\W(?:(?:{'|'.join(table['between'])})\W[^.,;:!?…\n]*?"
            rf"|(?:{'|'.join(table['and_between'])})\W)\b{any_name}\b"
        ),
        before_nouns=_folded_words(table["before_nouns"]),
        after_names=_folded_words(table["after_names"]),
    )


def _folded_words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(str(word)).text for word in words)


def _clauses(folded: Folded) -> Iterator[tuple[Folded, int]]:
    """What stands between pauses, and where it begins."""
    start = 0
    for end, after in [*(match.span() for match in _PAUSE.finditer(folded.text)), (len(folded.text),) * 2]:
        yield Folded(folded.source, folded.text[start:end], folded.origin[start:end]), start
        start = after


def _found(book: PhraseBook, clauses: Sequence[tuple[Folded, int]]) -> list[PhraseHit]:
    return [
        replace(hit, start=hit.start + start, end=hit.end + start)
        for clause, start in clauses
        for hit in book.find(clause)
    ]


def _name(hit: PhraseHit) -> str:
    return next(hit.groups[group] for group in _GROUPS.values() if group in hit.groups)


def _place(hit: PhraseHit, text: str) -> tuple[int, int]:
    """Where the language is named."""
    start = text.rfind(_name(hit), hit.start, hit.end)
    return start, start + len(_name(hit))


def _meets(place: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in spans)


def _is_city(hit: PhraseHit, folded: Folded) -> bool:
    if _name(hit) != _CITY:
        return False
    return not folded.accented(_place(hit, folded.text)[1] - 1) and _SPEAKING not in folded.text[hit.start : hit.end]
