"""The kinds of identity, the verdicts on one, and the check characters of each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from stdnum import iban
from stdnum.es import postal_code

from knowledge.languages import Language
from tools.reading.dictation.digit_groups import DigitGroup
from tools.reading.dictation.transcription import DictationToken
from tools.reading.dictation.words import named_identities
from tools.reading.folding import Folded
from tools.reading.identities.parsing import NIE_PREFIXES, called_number, is_document, nuss_is_valid

IdentityKind = Literal["dni", "nie", "nuss", "iban", "phone", "postcode"]
"""Kinds that are dictated in figures."""
Kind = Literal["dni", "nie", "passport", "nuss", "iban", "phone", "postcode", "locator", "email", "number"]
"""``number``: figures of no kind that is known."""
Verdict = Literal["sure", "doubtful", "invalid", "partial"]
"""``doubtful``: to be read back before it is believed; ``invalid``: it does not check; ``partial``: some is missing."""

IDENTITY_KINDS: tuple[IdentityKind, ...] = ("iban", "nie", "dni", "nuss", "phone", "postcode")
"""In the order in which they are tried."""
DOCUMENTS: frozenset[Kind] = frozenset({"dni", "nie"})
CHECKED: frozenset[Kind] = frozenset({"dni", "nie", "nuss", "iban"})
"""Kinds with check characters; of the others only the length is known."""

_COUNTRY = "ES"
_FIGURES: dict[IdentityKind, tuple[int, ...]] = {
    "iban": (22,), "nie": (7,), "dni": (8,), "nuss": (12,), "phone": tuple(range(9, 16)), "postcode": (5,),
}  # fmt: skip
_NAMED: dict[str, tuple[Kind, ...]] = {
    "document": ("nie", "dni"), "nuss": ("nuss",), "phone": ("phone",), "postcode": ("postcode",), "iban": ("iban",),
    "locator": ("locator",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity in a text, and its span there.

    ``value``: without separators, a telephone as E.164. ``candidates``: values that it may have been, the likeliest
    first; to be offered, never assumed. ``repeat``: the span to be said again; None when that was not said at all.
    """

    kind: Kind
    value: str
    start: int
    end: int
    verdict: Verdict = "sure"
    candidates: tuple[str, ...] = ()
    repeat: tuple[int, int] | None = None

    @property
    def valid(self) -> bool:
        """Whether its check characters fit."""
        return self.verdict == "sure"


def kinds_named(names: Iterable[str]) -> frozenset[Kind]:
    """The kinds behind the names of slots and cues: a ``document`` is a DNI or a NIE."""
    return frozenset(kind for name in names for kind in _NAMED.get(name, ()))


def named_kinds(folded: Folded, language: Language) -> frozenset[IdentityKind]:
    """The kinds in figures that a text names ("mi DNI es…")."""
    named = kinds_named(named_identities(folded, language))
    return frozenset(kind for kind in IDENTITY_KINDS if kind in named)


def document_kind(value: str) -> Literal["dni", "nie"]:
    """The kind of a document by its first character."""
    return "nie" if value[:1] in NIE_PREFIXES else "dni"


def begins_nie(token: DictationToken | None) -> bool:
    """Whether a letter begins a NIE."""
    return token is not None and token.readings[0] in NIE_PREFIXES


def least_figures(kind: IdentityKind) -> int:
    """The figures of the shortest identity of a kind."""
    return _FIGURES[kind][0]


def tokens_of(kind: IdentityKind, group: DigitGroup) -> tuple[DictationToken, ...]:
    """The figures said, with the letters that belong to the kind."""
    before = (group.before,) if kind == "nie" and group.before else ()
    after = (group.after,) if kind in DOCUMENTS and group.after else ()
    return (*before, *group.tokens, *after)


def values_of(kind: IdentityKind, group: DigitGroup, *, likeliest: bool) -> list[str]:
    """The group as such an identity in every way that has its length, right or wrong; none when its letters lack."""
    texts = [text for size in _FIGURES[kind] for text in group.digits(size, likeliest=likeliest)]
    return [value for text in texts if (value := with_letters(kind, text, group))]


def with_letters(kind: IdentityKind, figures: str, group: DigitGroup) -> str:
    """The figures with the letters said beside them; empty when one is missing or the length is another's."""
    if len(figures) not in _FIGURES[kind]:
        return ""
    after = group.after.readings[0] if group.after else ""
    if kind == "nie":
        return group.before.readings[0] + figures + after if group.before and begins_nie(group.before) and after else ""
    if kind == "dni":
        return figures + after
    return _COUNTRY + figures if kind == "iban" else figures


def fits(kind: IdentityKind, value: str) -> bool:
    """Whether the check characters fit or, where there are none, whether there is such a number."""
    match kind:
        case "dni" | "nie":
            return is_document(value)
        case "nuss":
            return nuss_is_valid(value)
        case "iban":
            return bool(iban.is_valid(value))
        case "phone":
            return called_number(value) is not None
        case "postcode":
            return bool(postal_code.is_valid(value))


def normalised(kind: IdentityKind, value: str) -> str:
    """A value as it is kept: a telephone as E.164, the others without separators."""
    return (called_number(value) or value) if kind == "phone" else value
