"""Numbers in a text, in words and digits: millions over thousands over hundreds over tens."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge.languages import Language
from tools.reading.folding import Folded
from tools.reading.numbers.vocabulary import NumberToken, NumberWords, load_number_words, tokenize

_GAP = re.compile(r"\s{0,2}-?\s{0,2}")


class ParsedNumber(NamedTuple):
    """A whole number and the index of the token after it."""

    value: int
    after: int


_Rest = Callable[[int], ParsedNumber | None]


class NumberParser:
    """Reads whole numbers at a token: millions over thousands over hundreds over tens."""

    def __init__(self, text: str, tokens: Sequence[NumberToken], words: NumberWords) -> None:
        self._text, self._tokens, self._words = text, tokens, words

    def whole(self, at: int) -> ParsedNumber | None:
        """Up to 999,999,999; a number of digits alone may be any."""
        first = self._tokens[at] if at < len(self._tokens) else None
        if first is not None and first.digits is None and not self._words.may_begin(first.text):
            return None
        head = self._below_million(at)
        if head is None:
            return self._one_million(at) or self._digits(at)
        if self._is(head.after, self._words.million, joined=True):
            rest = self._below_million(head.after + 1) if self._joined(head.after + 1) else None
            return ParsedNumber(
                head.value * 1_000_000 + (rest.value if rest else 0), rest.after if rest else head.after + 1
            )
        return head

    def dozen(self, at: int) -> ParsedNumber | None:
        """ "docena", "a dozen"."""
        return ParsedNumber(12, at + 1) if self._is(at, self._words.dozen) else None

    def scaled(self, value: int | Decimal, after: int) -> tuple[int | Decimal, int]:
        """Decimals and dozens of something: "1,2 millones", "3 docenas"."""
        for scale, forms in ((1_000_000, self._words.million), (1_000, self._words.thousand), (12, self._words.dozen)):
            if self._is(after, forms, joined=True):
                whole = value * scale
                return (int(whole) if whole == int(whole) else whole), after + 1
        return value, after

    def with_decimals(self, parsed: ParsedNumber) -> tuple[int | Decimal, int]:
        """ "tres coma cinco", "dos y medio", "cero ocho"."""
        after = parsed.after
        if (
            parsed.value == 0
            and self._joined(after)
            and not self._is(after, self._words.decimal_words)
            and self._tokens[after].digits is None
        ):
            unit = self._below_hundred(after)
            return (unit.value, unit.after) if unit and 0 < unit.value < 10 else (0, after)
        if self._is(after, self._words.decimal_words, joined=True) and self._joined(after + 1):
            decimals = self._below_thousand(after + 1)
            if decimals is not None:
                return self.scaled(Decimal(f"{parsed.value}.{decimals.value}"), decimals.after)
        counted = after < len(self._tokens) and self._words.is_thing(self._text, self._tokens[after - 1].end)
        for half_at in (after, after + 1) if counted else (after,):  # "dos y medio", "dos años y medio"
            for half in self._words.half:
                if [token.text for token in self._tokens[half_at : half_at + len(half)]] == list(half):
                    return parsed.value + Decimal("0.5"), half_at + len(half)
        return self.scaled(parsed.value, after) if self._is(after, self._words.dozen) else (parsed.value, after)

    def begins_ordinal(self, parsed: ParsedNumber) -> bool:
        """ "twenty-third": a ten and an ordinal are no cardinal."""
        after = parsed.after + self._is(parsed.after, self._words.joiners["tens"], joined=True)
        if parsed.value % 10 or not self._joined(after):
            return False
        return self._words.ordinals.match(self._tokens[after].text) is not None

    def doubtful(self, at: int, parsed: ParsedNumber) -> bool:
        """Whether it is one word that may be no number here."""
        token, words = self._tokens[at], self._words
        if parsed.after != at + 1 or token.digits is not None:
            return False
        inflected = token.text not in words.simple and parsed.value < 10
        if token.text not in words.doubtful and not inflected:
            return False
        before = at > 0 and self._tokens[at - 1].text in words.before
        return not before and not words.is_thing(self._text, token.end)

    def _one_million(self, at: int) -> ParsedNumber | None:
        """ "un millón" is in the grammar; this is "millón" alone, and "milioi bat"."""
        if not self._is(at, self._words.million):
            return None
        return ParsedNumber(1_000_000, at + 1 + self._is(at + 1, self._words.postposed_one, joined=True))

    def _below_million(self, at: int) -> ParsedNumber | None:
        head = self._below_thousand(at)
        if head is None:
            if not self._is(at, self._words.thousand) and not self._article(at, self._words.thousand):
                return None
            thousand = ParsedNumber(1000, at + 1 + self._article(at, self._words.thousand))
        elif head.value and self._is(head.after, self._words.thousand, joined=True):
            thousand = ParsedNumber(head.value * 1000, head.after + 1)
        else:
            return head
        return self._plus(thousand, "thousands", self._below_thousand) or thousand

    def _below_thousand(self, at: int) -> ParsedNumber | None:
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None:
            return None
        if (value := self._words.hundreds.get(self._words.stem(token.text))) is not None:
            hundreds = ParsedNumber(value, at + 1)
        elif self._is(at, self._words.hundred):
            hundreds = ParsedNumber(100, at + 1)
        elif self._article(at, self._words.hundred):
            hundreds = ParsedNumber(100, at + 2)
        else:
            head = self._below_hundred(at)
            if (
                head is None
                or not 1 < head.value < 20
                or not self._is(head.after, self._words.multiplied_hundred, joined=True)
            ):
                return self._one_hundred(head)
            hundreds = ParsedNumber(head.value * 100, head.after + 1)
        return self._plus(hundreds, "hundreds", self._below_hundred) or hundreds

    def _one_hundred(self, head: ParsedNumber | None) -> ParsedNumber | None:
        """English says "one hundred"; elsewhere "un cent" is no number."""
        if head and head.value == 1 and self._words.articles and self._is(head.after, self._words.hundred, joined=True):
            hundreds = ParsedNumber(100, head.after + 1)
            return self._plus(hundreds, "hundreds", self._below_hundred) or hundreds
        return head

    def _below_hundred(self, at: int) -> ParsedNumber | None:
        if at >= len(self._tokens):
            return None
        token, words = self._tokens[at], self._words
        if token.digits is not None:
            return ParsedNumber(token.digits, at + 1) if isinstance(token.digits, int) and token.digits < 1000 else None
        for size in (2, 1):
            phrase = " ".join(one.text for one in self._tokens[at : at + size])
            if phrase in words.tens and all(self._joined(at + step) for step in range(1, size)):
                return self._with_unit(words.tens[phrase], at + size, words.loose_tens)
        if token.text in words.joined_tens:
            return self._with_unit(words.joined_tens[token.text], at + 1, True)
        value = words.simple.get(words.stem(token.text))
        return None if value is None else ParsedNumber(value, at + 1)

    def _with_unit(self, ten: int, after: int, loose: bool) -> ParsedNumber:
        low, high = self._words.reach.get(ten, (1, 9))
        joined = self._is(after, self._words.joiners["tens"], joined=True)
        for at in (after + 1,) if joined else (after,) if loose else ():
            if at < len(self._tokens) and self._joined(at) and self._tokens[at].digits is None:
                unit = self._unit(at, high)
                if unit is not None and low <= unit.value <= high and not self._begins_another(at, unit):
                    return ParsedNumber(ten + unit.value, unit.after)
        return ParsedNumber(ten, after)

    def _begins_another(self, at: int, unit: ParsedNumber) -> bool:
        """ "soixante, quatre-vingt-deux", "trenta, cinc-cents": the unit belongs to what follows."""
        pair = [token.text for token in self._tokens[at : at + 2]]
        score = len(pair) == 2 and self._joined(at + 1) and " ".join(pair) in self._words.tens
        score = score and not (self._hyphened(at) and not self._hyphened(at + 1))  # "trente-quatre vingt-deux"
        return score or self._is(unit.after, self._words.multiplied_hundred, joined=True)

    def _unit(self, at: int, high: int) -> ParsedNumber | None:
        """A unit; where scores reach to nineteen, "dix-sept" is one."""
        text = self._tokens[at].text
        if high > 9 and text in self._words.tens and self._words.tens[text] == 10:
            return self._with_unit(10, at + 1, self._words.loose_tens)
        value = self._words.simple.get(self._words.stem(text))
        return None if value is None else ParsedNumber(value, at + 1)

    def _plus(self, head: ParsedNumber, level: str, rest_of: _Rest) -> ParsedNumber | None:
        """The head and what follows it, unless that belongs to the next number ("entre mil e dous mil")."""
        at = head.after + self._is(head.after, self._words.joiners[level], joined=True)
        if at >= len(self._tokens) or not self._joined(at):
            return None
        if self._tokens[at].digits is not None and level == "hundreds":  # "mil 200" is one number, "cien 20" two
            return None
        rest = rest_of(at)
        if rest is None or not rest.value or (level == "thousands" and self._multiplies(rest.after)):
            return None
        if level == "hundreds" and self._is(rest.after, self._words.multiplied_hundred, joined=True):
            return None
        return ParsedNumber(head.value + rest.value, rest.after)

    def _multiplies(self, at: int) -> bool:
        return self._is(at, self._words.thousand, joined=True) or self._is(at, self._words.million, joined=True)

    def _digits(self, at: int) -> ParsedNumber | None:
        digits = self._tokens[at].digits
        return ParsedNumber(digits, at + 1) if isinstance(digits, int) else None

    def _article(self, at: int, forms: frozenset[str]) -> bool:
        """ "a hundred"."""
        return self._is(at, self._words.articles) and self._is(at + 1, forms, joined=True)

    def _is(self, at: int, forms: frozenset[str], *, joined: bool = False) -> bool:
        if at >= len(self._tokens) or (joined and not self._joined(at)):
            return False
        text = self._tokens[at].text
        return text in forms or (bool(self._words.endings) and self._words.stem(text) in forms)

    def _hyphened(self, at: int) -> bool:
        """Whether a token is written together with the one before it."""
        return self._text[self._tokens[at - 1].end : self._tokens[at].start] == "-"

    def _joined(self, at: int) -> bool:
        """Whether nothing but a space or a hyphen parts a token from the one before it."""
        if not 0 < at < len(self._tokens):
            return False
        return _GAP.fullmatch(self._text, self._tokens[at - 1].end, self._tokens[at].start) is not None


class Number(NamedTuple):
    """A number and its span in the folded text. ``value`` is an int unless it has decimals."""

    value: int | Decimal
    start: int
    end: int


def find_numbers(folded: Folded, language: Language, *, expected: bool = False) -> list[Number]:
    """Every number of the text in order, without overlaps. Never raises.

    A word that is also an article or another word ("una", "one", "neuf") counts when a number was ``expected``, when a
    unit is beside it or when it is the whole message.
    """
    words = load_number_words(language)
    tokens = tokenize(folded.text, words)
    return list(_numbers(folded.text, tokens, words, expected or len(tokens) == 1))


def _numbers(text: str, tokens: Sequence[NumberToken], words: NumberWords, expected: bool) -> Iterator[Number]:
    parser = NumberParser(text, tokens, words)
    position = 0
    while position < len(tokens):
        parsed = parser.whole(position) or parser.dozen(position)
        digits = tokens[position].digits
        if parsed is None and not isinstance(digits, Decimal):
            position += 1
            continue
        if parsed is not None and parser.begins_ordinal(parsed):
            position = parsed.after + 1
            continue
        if parsed is not None and not expected and parser.doubtful(position, parsed):
            position = parsed.after
            continue
        start = tokens[position].start
        value, position = parser.with_decimals(parsed) if parsed else parser.scaled(digits or 0, position + 1)
        yield Number(value, start, tokens[position - 1].end)
