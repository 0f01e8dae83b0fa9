"""Chooses the place wanted among those named: "not in Sevilla, in Dos Hermanas", "Zaragoza, no, rather Huesca"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agents.understanding.shared.tables import load_table
from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import Folded, fold
from tools.reading.places.mentions import PlaceMention

_REACH = 40  # characters beside a name that may say it is not wanted
_GAP = 60  # characters between two names of one correction


@dataclass(frozen=True, slots=True)
class Refusals:
    """Phrases of one language that refuse a place: right before it, right after it, between two."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """Drops the places that were named to be ruled out."""

    refusals: Mapping[Language, Refusals]

    def wanted(self, folded: Folded, language: Language, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The mentions without those refused or corrected in the same message, in order."""
        refusals = self.refusals[language]
        return [
            mention
            for mention, following in pairwise([*mentions, None])
            if mention and not _refused(folded.source, refusals, mention, following)
        ]


def build_place_choice() -> PlaceChoice:
    """From ``data/place_choices.yaml``."""
    table = load_table("place_choices")
    return PlaceChoice({language: _refusals(table[language]) for language in LANGUAGES})


def _refusals(words: Mapping[str, Sequence[str]]) -> Refusals:
    no, links = _any(words["no"]), _any(words["links"])
    before = [rf"(?:{no})\s+(?:{links})"]
    if words["instead"]:
        before.append(rf"(?:{_any(words['instead'])})(?:\s*(?:{links}))?")
    after = [rf"\s*,?\s*(?:{no})\s*(?:[,.;:!]|$|(?:{_any([*words['links'], *words['rather']])})\b)"]
    if words["instead_after"]:
        after.append(rf"\s*(?:{_any(words['instead_after'])})\b")
    return Refusals(
        before=re.compile(rf"\b(?:{'|'.join(before)})\s*'?\s*$"),
        after=re.compile("|".join(after)),
        between=re.compile(rf"^[^.?]*?\b(?:{_any(words['correction'])})\b"),
    )


def _any(phrases: Sequence[str]) -> str:
    folded = (re.escape(fold(phrase).text).replace(r"\ ", r"[\s,]+") for phrase in phrases)
    return "|".join(sorted(folded, key=len, reverse=True))


def _refused(source: str, refusals: Refusals, mention: PlaceMention, following: PlaceMention | None) -> bool:
    left = fold(source[max(0, mention.start - _REACH) : mention.start]).text
    right = fold(source[mention.end : mention.end + _REACH]).text
    if refusals.before.search(left) or refusals.after.match(right):
        return True
    if following is None or following.start - mention.end > _GAP:
        return False
    return refusals.between.search(fold(source[mention.end : following.start]).text) is not None
