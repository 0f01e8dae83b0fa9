"""Whether two days, or two hours, are the ends of one range, or two choices of one wish."""

import re
from typing import Literal, Protocol

from tools.reading.dates.grammar import Links
from tools.reading.folding import BLANK

Ranged = Literal["opened", "plain"]
_OPENING = 24
_ENDS = re.compile(r"[.;!?]\s")


class Spanned(Protocol):
    """Anything read from a span of the folded text."""

    @property
    def start(self) -> int:
        """Its first position."""
        ...

    @property
    def end(self) -> int:
        """The position after its last character."""
        ...


def ranged(first: Spanned, second: Spanned, text: str, links: Links) -> Ranged | None:
    """``opened`` when something before says that a range begins ("from", "between"); None when it is no range."""
    if links.from_endings and text[first.start : first.end].endswith(links.from_endings):
        to = text[second.start : second.end].endswith(links.to_endings)
        return "opened" if to and not text[first.end : second.start].strip(" ,") else None
    opening = (text[max(0, first.start - _OPENING) : first.start], _first_word(text, first))
    if _between(links.between, first, second, text):
        closed = links.between_closing.match(text[second.end :])
        return "opened" if closed or any(map(links.between_opening.search, opening)) else None
    if _between(links.range, first, second, text):
        return "opened" if any(map(links.opening.search, opening)) else "plain"
    return None


def chosen(first: Spanned, second: Spanned, text: str, links: Links) -> bool:
    """Whether "or" joins them."""
    return _between(links.either, first, second, text)


def _between(pattern: re.Pattern[str], first: Spanned, second: Spanned, text: str) -> bool:
    """The link may have been read with what follows it ("de las 9 | a las 11")."""
    gap = text[first.end : second.start]
    if BLANK in gap and _ENDS.search(gap):
        return False  # "after eleven. On Thursday at half past eleven?"
    return bool(pattern.fullmatch(gap) or pattern.fullmatch(f"{gap}{_first_word(text, second)} "))


def _first_word(text: str, spanned: Spanned) -> str:
    return re.split(r"(?<=\w)\W", text[spanned.start : spanned.end], maxsplit=1)[0]
