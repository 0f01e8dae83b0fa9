"""The digits of a dictation said one after another, with the letters beside them and the corrections made."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from tools.reading.dictation.transcription import DictationRun, DictationToken

_MOST_READINGS = 48


@dataclass(frozen=True, slots=True)
class DigitGroup:
    """Digits said one after another, with the letters beside them; ``before`` may begin a NIE."""

    tokens: tuple[DictationToken, ...]
    before: DictationToken | None
    after: DictationToken | None

    @property
    def start(self) -> int:
        """The position of the first digit."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The position after the last digit."""
        return self.tokens[-1].end

    @property
    def length(self) -> int:
        """How many figures were said, corrections included."""
        return sum(len(token.readings[0]) for token in self.tokens)

    def digits(self, size: int, *, likeliest: bool) -> list[str]:
        """The ways to write them in ``size`` figures; what follows a "no" takes the place of what it corrects."""
        takes = _split(self.tokens)
        said = _plain(takes[0]) if len(takes) > 1 else ""
        for take in takes[1:-1]:
            said = _corrected(said, _plain(take), len(_plain(_breath(take))))
        found = dict.fromkeys(_joined(said, last, size, len(takes) > 1) for last in readings(takes[-1], likeliest))
        return [text for text in found if len(text) == size]


def digit_groups(run: DictationRun) -> Iterator[DigitGroup]:
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
        tokens = [token for token in run[at:end] if token.kind != "letter"]
        while tokens[-1].kind == "restart":
            tokens.pop()
        before = run[at - 1] if at and run[at - 1].kind == "letter" else None
        after, at = _letter_after(run, end)
        group = DigitGroup(tuple(tokens), before, after)
        if carried is not None:
            group = _continued(carried, group)
        yield group
        carried = group if after and at < len(run) and run[at].kind == "restart" else None


def _goes_on(run: DictationRun, at: int) -> bool:
    if run[at].kind != "letter":
        return True
    return run[at].weak and at + 1 < len(run) and run[at + 1].kind == "digits"


def _letter_after(run: DictationRun, at: int) -> tuple[DictationToken | None, int]:
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
    if len(_plain(correction.tokens)) >= len(_plain(first.tokens)) or correction.before:
        return correction
    gap = DictationToken("restart", ("",), correction.start, correction.start)
    return DigitGroup((*first.tokens, gap, *correction.tokens), first.before, correction.after or first.after)


def _split(tokens: tuple[DictationToken, ...]) -> list[tuple[DictationToken, ...]]:
    takes: list[list[DictationToken]] = [[]]
    for token in tokens:
        if token.kind == "restart":
            takes.append([])
        else:
            takes[-1].append(token)
    return [tuple(take) for take in takes if take]


def _breath(take: tuple[DictationToken, ...]) -> tuple[DictationToken, ...]:
    """The tokens up to the first pause."""
    pause = next((index for index, token in enumerate(take) if index and token.pause), len(take))
    return take[:pause]


def _plain(tokens: tuple[DictationToken, ...]) -> str:
    return "".join(token.readings[0] for token in tokens)


def _corrected(said: str, correction: str, replaced: int) -> str:
    return said[: max(0, len(said) - replaced)] + correction


def _joined(said: str, last: str, size: int, restarted: bool) -> str:
    """How much a correction replaces follows from how long the whole has to be."""
    if not restarted:
        return last
    replaced = len(said) + len(last) - size
    return _corrected(said, last, replaced) if 1 <= replaced <= min(len(last), len(said)) else ""


def readings(tokens: tuple[DictationToken, ...], likeliest: bool) -> Iterator[str]:
    """The tokens as text, the likeliest way first."""
    if likeliest:
        yield _plain(tokens)
        return
    for choice in islice(product(*(token.readings for token in tokens)), _MOST_READINGS):
        yield "".join(choice)
