"""The identities that are dictated: how long they are, and what says that they are right."""

from typing import Literal

from stdnum import iban

from knowledge.languages import Language
from tools.reading.dictation.cues import named_identities
from tools.reading.dictation.digit_groups import DigitGroup
from tools.reading.dictation.identities import NIE_PREFIXES, are_years, called_number, is_document
from tools.reading.dictation.taken_down import Piece
from tools.reading.dictation.words import Cue
from tools.reading.folding import Folded
from tools.reading.identifiers import nuss_is_valid

Identity = Literal["dni", "nie", "nuss", "iban", "phone", "postcode"]
Kind = Literal["dni", "nie", "nuss", "iban", "phone", "postcode", "number"]

IDENTITIES: tuple[Identity, ...] = ("iban", "nie", "dni", "nuss", "phone", "postcode")
"""In the order in which they are tried."""
DOCUMENTS: frozenset[Kind] = frozenset({"dni", "nie"})
CHECKED: frozenset[Kind] = frozenset({"dni", "nie", "nuss", "iban"})
"""Kinds with check characters; of the others only the length is known."""

_COUNTRY = "ES"
_FIGURES: dict[Identity, tuple[int, ...]] = {
    "iban": (22,), "nie": (7,), "dni": (8,), "nuss": (12,), "phone": tuple(range(9, 16)), "postcode": (5,),
}  # fmt: skip
_PROVINCES = range(1, 53)
_NAMED: dict[Cue, tuple[Identity, ...]] = {
    "document": ("nie", "dni"), "nuss": ("nuss",), "phone": ("phone",), "postcode": ("postcode",), "iban": ("iban",),
    "locator": (),
}  # fmt: skip


def named_kinds(folded: Folded, language: Language) -> frozenset[Identity]:
    """Those that a text names."""
    return frozenset(kind for cue in named_identities(folded, language) for kind in _NAMED[cue])


def is_nie_prefix(text: str) -> bool:
    """Whether a letter begins a NIE."""
    return text in NIE_PREFIXES


def least_figures(kind: Identity) -> int:
    """Of the shortest of the kind."""
    return _FIGURES[kind][0]


def pieces_of(kind: Identity, group: DigitGroup) -> tuple[Piece, ...]:
    """The figures said, with the letters that belong to the kind."""
    before = (group.before,) if kind == "nie" and group.before else ()
    after = (group.after,) if kind in ("dni", "nie") and group.after else ()
    return (*before, *group.pieces, *after)


def written(kind: Identity, group: DigitGroup, *, likeliest: bool) -> list[str]:
    """The group as such an identity in every way that has its length, right or wrong; none when its letters lack."""
    texts = [text for size in _FIGURES[kind] for text in group.digits(size, likeliest=likeliest)]
    return [one for text in texts if (one := with_letters(kind, text, group))]


def with_letters(kind: Identity, figures: str, group: DigitGroup) -> str:
    """The figures with the letters said beside them; empty when one is missing or the length is another's."""
    if len(figures) not in _FIGURES[kind]:
        return ""
    before = group.before.readings[0] if group.before else ""
    after = group.after.readings[0] if group.after else ""
    if kind == "nie":
        return before + figures + after if is_nie_prefix(before) and after else ""
    if kind == "dni":
        return figures + after
    return _COUNTRY + figures if kind == "iban" else figures


def fits(kind: Identity, value: str) -> bool:
    """Whether the check characters fit or, where there are none, whether there is such a number."""
    if kind in ("dni", "nie"):
        return is_document(value)
    if kind == "nuss":
        return nuss_is_valid(value)
    if kind == "iban":
        return bool(iban.is_valid(value))
    if kind == "phone":
        return called_number(value, plus=False) is not None
    return int(value[:2]) in _PROVINCES


def normalised(kind: Identity, value: str) -> str:
    """As it is kept: a telephone as E.164, the others without separators."""
    return (called_number(value, plus=False) or value) if kind == "phone" else value


def may_be(kind: Identity, group: DigitGroup) -> bool:
    """Whether nothing about the group speaks against it: years are no affiliation number, X and figures no DNI."""
    if kind == "nuss":
        return not are_years(group)
    if kind == "dni":
        return group.before is None or group.before.weak or not is_nie_prefix(group.before.readings[0])
    letter = group.after is not None and not group.after.weak
    return not (kind in ("phone", "postcode") and letter)
