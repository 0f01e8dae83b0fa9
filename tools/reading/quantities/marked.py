"""A message with its figures numbered, so that phrases can speak of them: "llevo ǂs0 cotizados y naci en ǂd0"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from knowledge.languages import Language
from tools.reading.dates.grammar import DateGrammar
from tools.reading.folding import BLANK, Folded, blanked, fold
from tools.reading.identities.written import find_documents, find_ibans, find_nuss, find_phones
from tools.reading.numbers.parser import Number, find_numbers
from tools.reading.numbers.vocabulary import load_number_words
from tools.reading.phrases import PhraseBook
from tools.reading.quantities.money import Amount, amount_of, of_a_year
from tools.reading.quantities.partial_days import partial_day
from tools.reading.quantities.spans import ToldSpan, find_spans, pair_end
from tools.reading.quantities.told_days import ToldDay, find_told_days
from tools.reading.quantities.words import HOURS, QuantityWords, ago_phrases, quantity_words

MARK = "ǂ"
"""Begins a figure in the text: ``ǂn0`` an amount, ``ǂs0`` a span, ``ǂd0`` a day."""
_MARKED = re.compile(rf"{MARK}([nsd])(\d+)")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.;!?]\s")
_LONG_AGO, _FARTHEST = 1000, 25
_SMALL, _HOURS_OF_DAY = 10, 24
_PERCENT = re.compile(r"\s?(?:%|por ?cien|por cento|per cent|percent|pour ?cent|ehuneko)")
_HOURS = re.compile(rf"\s?{HOURS}")
_ENDING = re.compile(r"[^\W\d_]+\Z")


@dataclass(frozen=True, slots=True)
class Marked:
    """``text`` with the figures numbered; those of each kind, by number."""

    text: str
    days: tuple[ToldDay, ...]
    spans: tuple[ToldSpan, ...]
    amounts: tuple[Amount, ...]
    payments: int | None = None
    """How many times a year the wage of the message is paid, where it says so."""

    @property
    def folded(self) -> Folded:
        """As phrases are found in it."""
        return fold(self.text)

    def kept(self) -> list[str]:
        """The names of all figures, in order."""
        return [match[0] for match in _MARKED.finditer(self.text)]

    def others(self, beside: str = "") -> list[str]:
        """The words beside the figures, without endings of Basque; or those in the sentence of one of them."""
        sentences = _SENTENCE_END.split(self.text) if beside else [self.text]
        text = next((one for one in sentences if beside in one), self.text)
        return [word for word in _WORD.findall(text) if not word.startswith((MARK, "_"))]


def mark(folded: Folded, language: Language, grammars: Mapping[Language, DateGrammar], today: date) -> Marked:
    """The figures of a message, but for those of documents, percentages and hours. Never raises."""
    words = quantity_words(language)
    bare, payments = _without_payments(words.spread(_without_identities(folded)), words)
    days = [one for one in find_told_days(bare, language, grammars, today) if not _too_far(one, today)]
    rest = blanked(bare, [(one.start, one.end) for one in days])
    numbers = _figures(find_numbers(rest, language, expected=True), rest.text, words, language)
    text, amounts = _numbered(rest.text, days, numbers, (language, words))
    amounts = tuple(map(of_a_year, amounts)) if payments else amounts
    spans, text = find_spans(_without_more(text, amounts, words), amounts, words)
    ago, text = _ago(text, spans, len(days), today)
    return Marked(text, (*days, *ago), spans, amounts, payments)


def _without_payments(folded: Folded, words: QuantityWords) -> tuple[Folded, int | None]:
    """The text without "in 14 payments" and the like, and how many they are; None where two are said."""
    found: dict[tuple[int, int], int] = {}
    for pattern, number in words.payments:
        found |= {match.span("paid"): number for match in pattern.finditer(folded.text)}
    numbers, text = set(found.values()), folded.text
    if len(numbers) != 1:
        return folded, None
    for start, end in found:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return fold(text), numbers.pop()


def _too_far(told: ToldDay, today: date) -> bool:
    """ "Paid in 36 years" is no day to come."""
    return told.kind == "near" and told.day.year is not None and told.day.year > today.year + _FARTHEST


def _without_more(text: str, amounts: Sequence[Amount], words: QuantityWords) -> str:
    """ "1.200 y pico" is told as 1,200."""

    def alone(match: re.Match[str]) -> str:
        place = int(match[1])
        money = place < len(amounts) and amounts[place].monthly is not None
        return f"{MARK}n{place}{match[2] or ''} " if money else match[0]

    return re.sub(rf"{MARK}n(\d+)( _\w+)?[\s,]{{1,3}}(?:{words.some})(?!\w)", alone, text)


@cache
def _ago_phrases() -> PhraseBook:
    return PhraseBook({"": ago_phrases()}, {"span": rf"(?P<span>{MARK}s\d+)"})


def _ago(text: str, spans: Sequence[ToldSpan], first: int, today: date) -> tuple[list[ToldDay], str]:
    """ "Hace tres días" is a day."""
    found: list[ToldDay] = []
    for hit in reversed(_ago_phrases().find(fold(text))):
        span = spans[figure(hit.groups["span"])[1]]
        if span.days is not None and span.days <= _LONG_AGO:
            found.append(ToldDay(partial_day(today - timedelta(days=span.days)), 0, 0, "near"))
            text = f"{text[: hit.start]}{MARK}d{first + len(found) - 1}{text[hit.end :]}"
    return found, text


def figure(name: str) -> tuple[str, int]:
    """The kind and the number of a name such as ``ǂn0``."""
    match = _MARKED.fullmatch(name)
    return (match[1], int(match[2])) if match else ("", -1)


def _without_identities(folded: Folded) -> Folded:
    """A number of a document or a telephone is no figure; neither is what people type as a mark."""
    text = folded.source
    found = [*find_documents(text), *find_ibans(text), *find_nuss(text), *find_phones(text)]
    clean = blanked(folded, [(one.start, one.end) for one in found])
    return fold(clean.text.replace(MARK, " ").replace(BLANK, " "))


def _figures(found: Sequence[Number], text: str, words: QuantityWords, language: Language) -> list[Number]:
    """Those that count, with the small one in words that is the months of the years before it: "34 y cuatro"."""
    figures: list[Number] = []
    for one in found:
        if _is_figure(one, text, words, language) or (figures and _are_months(figures[-1], one, text, words)):
            figures.append(one)
    return figures


def _are_months(years: Number, one: Number, text: str, words: QuantityWords) -> bool:
    """Whether nothing else than years and a word that joins is said between two numbers, and nothing after them."""
    between, after = text[years.end : one.start], text[one.end :]
    joined = re.fullmatch(
        rf"[\s,-]{{1,3}}(?:(?:{words.units['years']})\s{{1,3}})?(?:(?:{words.joiner})\s{{1,3}})?", between
    )
    return joined is not None and years.value >= _SMALL and re.match(pair_end(words.pair_end), after) is not None


def _is_figure(number: Number, text: str, words: QuantityWords, language: Language) -> bool:
    """Not "%", an hour or an ordinal; a small number in words only before something of time."""
    before, said, after = text[: number.start], text[number.start : number.end], text[number.end :]
    hours = number.value <= _HOURS_OF_DAY and _HOURS.match(after)
    if _PERCENT.match(after) or hours or before.endswith("%") or re.search(r"(?:\d[:/-]|#)\Z", before):
        return False
    if said[0].isdigit() or number.value >= _SMALL:
        return not re.search(r"(?:\bpor|\bper|\bpour) \Z", before) or number.value != 100
    return re.match(rf"[\s-]{{1,2}}(?:(?:{words.more})\s)?(?:{words.unit})(?!\w)", after) is not None or isinstance(
        number.value, Decimal
    )


def _numbered(
    text: str, days: Sequence[ToldDay], numbers: Sequence[Number], where: tuple[Language, QuantityWords]
) -> tuple[str, tuple[Amount, ...]]:
    language, words = where
    amounts = tuple(amount_of(one, text, words) for one in numbers)
    endings = load_number_words(language).endings
    pieces = [(one.start, one.end, f"{MARK}d{place}{_case(one.case)}") for place, one in enumerate(days)]
    for place, one in enumerate(numbers):
        ending = _ENDING.search(text[one.start : one.end]) if text[one.start].isdigit() else None
        case = ending[0] if ending and ending[0] in endings else ""
        pieces.append((one.start, one.end, f"{MARK}n{place}{_case(case)}"))
    return "".join(_woven(text, sorted(pieces))), amounts


def _case(ending: str) -> str:
    return f" _{ending}" if ending else ""


def _woven(text: str, pieces: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, name in pieces:
        yield text[at:start]
        yield f" {name} "
        at = end
    yield text[at:]
