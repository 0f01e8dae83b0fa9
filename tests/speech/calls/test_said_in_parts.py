"""Numbers said in parts, some of them twice: whatever is told as sure on the way is what was meant."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from speech.calls.merging import merge_with_previous
from speech.calls.record import Said
from speech.dictated.over_segments import read_over_segments
from speech.segments import Segment, Word
from tests.speech.test_dictated import DNI, LETTERS
from tools.reading.identities.kinds import IdentityKind

FIGURES = "0123456789"


def _nuss(number: int) -> str:
    body = f"{number:010}"
    return f"{body}{int(body) % 97:02}"


def _iban(account: str) -> str:
    return f"ES{98 - int(f'{account}142800') % 97:02}{account}"


def _nie(prefix: int, number: int) -> str:
    return f"{'XYZ'[prefix]}{number:07}{LETTERS[(prefix * 10_000_000 + number) % 23]}"


NUMBERS: dict[IdentityKind, st.SearchStrategy[str]] = {
    "dni": DNI,
    "nie": st.builds(_nie, st.integers(0, 2), st.integers(0, 9_999_999)),
    "nuss": st.integers(1_000_000, 5_399_999_999).map(_nuss),
    "iban": st.text(FIGURES, min_size=20, max_size=20).map(_iban),
    "phone": st.integers(600_000_000, 999_999_999).map(str),
}
NAMES: dict[IdentityKind, str] = {
    "dni": "mi DNI es", "nie": "mi NIE es", "nuss": "mi número de la Seguridad Social es el", "iban": "mi cuenta es",
    "phone": "mi teléfono es el",
}  # fmt: skip


@st.composite
def _with_read_back(draw: st.DrawFn, parts: Sequence[str], at: int) -> list[str]:
    """A part, and perhaps what the agent then reads back: that part, or an earlier one of some figures."""
    earlier = [part for part in parts[:at] if len(part) > 1]
    again = draw(st.sampled_from(["", *earlier, parts[at]])) if at + 1 < len(parts) else ""
    return [parts[at], again] if again else [parts[at]]


@st.composite
def dictations(draw: st.DrawFn) -> tuple[IdentityKind, str, list[str], bool, bool]:
    """The kind, the number and its parts as they are said; whether its kind is asked for, and named."""
    kind = draw(st.sampled_from(sorted(NUMBERS)))
    number = draw(NUMBERS[kind])
    cuts = sorted(draw(st.sets(st.integers(3 if kind == "iban" else 1, len(number) - 1), min_size=1, max_size=6)))
    parts = [number[start:end] for start, end in zip([0, *cuts], [*cuts, len(number)], strict=True)]
    said = [text for at in range(len(parts)) for text in draw(_with_read_back(parts, at))]
    return kind, number, said, draw(st.booleans()), draw(st.booleans())


def tracks(texts: Sequence[str], asked: frozenset[IdentityKind]) -> list[Said]:
    found: list[Said] = []
    for at, text in enumerate(texts):
        words = tuple(Word(word, at + 0.1, at + 0.5, 0.9) for word in text.split())
        found.append(
            merge_with_previous(found[-1] if found else None, Said("citizen", Segment(at, "es", words), asked))
        )
    return found


@given(dictations())
def test_no_other_number_is_ever_sure(dictation: tuple[IdentityKind, str, list[str], bool, bool]) -> None:
    kind, number, parts, is_asked, is_named = dictation
    meant = f"+34{number}" if kind == "phone" else number
    first = f"{NAMES[kind]} {parts[0]}" if is_named else parts[0]
    asked: frozenset[IdentityKind] = frozenset({kind}) if is_asked else frozenset()
    for one in tracks([first, *parts[1:]], asked):
        told = read_over_segments(one.before, one.segment, one.asked)
        sure = [each.value for each in told if each.status == "sure" and each.kind != "number"]
        assert set(sure) <= {meant}, (parts, sure)
