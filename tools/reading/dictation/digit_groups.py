"""The digits of a dictation said one after another, with the letters beside them and the corrections made."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from tools.reading.dictation.taken_down import Piece, Run

_MOST_READINGS = 48


@dataclass(frozen=True, slots=True)
class DigitGroup:
    """Digits said one after another, with the letters beside them; ``before`` may begin a NIE."""

    pieces: tuple[Piece, ...]
    before: Piece | None
    after: Piece | None

    @property
    def start(self) -> int:
        """Where the first digit begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last digit ends."""
        return self.pieces[-1].end

    @property
    def length(self) -> int:
        """How many figures were said, corrections included."""
        return sum(len(piece.readings[0]) for piece in self.pieces)

    def digits(self, size: int, *, likeliest: bool) -> list[str]:
        """The ways to write them in ``size`` figures; what follows a "no" takes the place of what it corrects."""
        takes = _split(self.pieces)
        said = _plain(takes[0]) if len(takes) > 1 else ""
        for take in takes[1:-1]:
            said = _corrected(said, _plain(take), len(_plain(_breath(take))))
        found = dict.fromkeys(_joined(said, last, size, len(takes) > 1) for last in readings(takes[-1], likeliest))
        return [text for text in found if len(text) == size]


def digit_groups(run: Run) -> Iterator[DigitGroup]:
    """Maximal runs of digits. A letter that is also a word does not part them ("doce y treinta")."""
    at = 0
    carried: DigitGroup | None = None
    while at < len(run):
        if run[at].kind != "digits":
            at += 1
            continue
        end = at
        while end < len(run) and _goes_on(run, end):
            end += 1
        pieces = [piece for piece in run[at:end] if piece.kind != "letter"]
        while pieces[-1].kind == "restart":
            pieces.pop()
        before = run[at - 1] if at and run[at - 1].kind == "letter" else None
        after, at = _letter_after(run, end)
        group = DigitGroup(tuple(pieces), before, after)
        if carried is not None:
            group = _continued(carried, group)
        yield group
        carried = group if after and at < len(run) and run[at].kind == "restart" else None


def _goes_on(run: Run, at: int) -> bool:
    if run[at].kind != "letter":
        return True
    return run[at].weak and at + 1 < len(run) and run[at + 1].kind == "digits"


def _letter_after(run: Run, at: int) -> tuple[Piece | None, int]:
    """The letter after the digits, the last one said when it was corrected ("a, no, efe")."""
    letter = run[at] if at < len(run) and run[at].kind == "letter" else None
    if letter is None:
        return None, at
    at += 1
    while letter.weak and at < len(run) and run[at].kind == "letter":  # "y la letra ese"
        letter, at = run[at], at + 1
    while at + 1 < len(run) and run[at].kind == "restart" and run[at + 1].kind == "letter":
        if at + 2 < len(run) and run[at + 2].kind == "digits":
            break
        letter, at = run[at + 1], at + 2
    return letter, at


def _continued(first: DigitGroup, correction: DigitGroup) -> DigitGroup:
    """ "…setenta y ocho zeta, no, setenta y nueve ese" corrects the end of what came before."""
    if len(_plain(correction.pieces)) >= len(_plain(first.pieces)) or correction.before:
        return correction
    gap = Piece("restart", ("",), correction.start, correction.start)
    return DigitGroup((*first.pieces, gap, *correction.pieces), first.before, correction.after or first.after)


def _split(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    takes: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == "restart":
            takes.append([])
        else:
            takes[-1].append(piece)
    return [tuple(take) for take in takes if take]


def _breath(take: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces up to the first pause."""
    pause = next((index for index, piece in enumerate(take) if index and piece.pause), len(take))
    return take[:pause]


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.readings[0] for piece in pieces)


def _corrected(said: str, correction: str, replaced: int) -> str:
    return said[: max(0, len(said) - replaced)] + correction


def _joined(said: str, last: str, size: int, restarted: bool) -> str:
    """How much a correction replaces follows from how long the whole has to be."""
    if not restarted:
        return last
    replaced = len(said) + len(last) - size
    return _corrected(said, last, replaced) if 1 <= replaced <= min(len(last), len(said)) else ""


def readings(pieces: tuple[Piece, ...], likeliest: bool) -> Iterator[str]:
    """The pieces as text, the likeliest way first."""
    if likeliest:
        yield _plain(pieces)
        return
    for choice in islice(product(*(piece.readings for piece in pieces)), _MOST_READINGS):
        yield "".join(choice)
