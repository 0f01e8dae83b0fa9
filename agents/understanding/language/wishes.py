"""The language somebody asks to be spoken to in: "in English please", "¿me habla en valenciano?", "gaztelaniaz"."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.understanding.shared.tables import load_table
from tools.reading.folding import Folded, fold
from tools.reading.phrases import PhraseBook, PhraseHit, words_group

_GROUPS = ("language", "adverb")
_CITY = "valencia"
"""Without its accent the language is also a city."""
_SPEAKING = "parl"
_KINDS = ("names", "adverbs")


@dataclass(frozen=True, slots=True)
class LanguageWishes:
    """Wishes and refusals; ``codes`` says which language a name is of."""

    book: PhraseBook
    codes: Mapping[str, str]

    def find(self, folded: Folded) -> list[PhraseHit]:
        """Every wish of the text. What somebody says not to speak is not asked for."""
        hits = self.book.find(folded)
        refused = [hit for hit in hits if hit.key == "refusals"]
        return [
            hit
            for hit in hits
            if hit.key == "phrases"
            and not any(one.start <= hit.start and hit.end <= one.end for one in refused)
            and not _is_city(hit, folded)
        ]

    def asked(self, folded: Folded) -> str | None:
        """The code of the language or variety asked for; the last one named wins."""
        hits = self.find(folded)
        return self.codes[_name(max(hits, key=lambda hit: (hit.end, hit.end - hit.start)))] if hits else None


def load_language_wishes() -> LanguageWishes:
    """From ``data/language_wishes.yaml``."""
    table = load_table("language_wishes")
    named = {kind: {fold(name).text: code for code, all_ in table[kind].items() for name in all_} for kind in _KINDS}
    groups = {group: words_group(group, named[kind]) for group, kind in zip(_GROUPS, _KINDS, strict=True)}
    book = PhraseBook({key: table[key] for key in ("phrases", "refusals")}, groups)
    return LanguageWishes(book, {name: code for names in named.values() for name, code in names.items()})


def _name(hit: PhraseHit) -> str:
    return next(hit.groups[group] for group in _GROUPS if group in hit.groups)


def _is_city(hit: PhraseHit, folded: Folded) -> bool:
    if _name(hit) != _CITY:
        return False
    last = folded.text.rfind(_CITY, hit.start, hit.end) + len(_CITY) - 1
    return not folded.accented(last) and _SPEAKING not in folded.text[hit.start : hit.end]
