"""Numbers as people write and say them: digits, words and both together, in six languages."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge.languages import Language
from tools.reading.folding import Folded
from tools.reading.numbers.parser import NumberParser
from tools.reading.numbers.tokens import NumberToken, tokenize
from tools.reading.numbers.vocabulary import NumberWords, load_number_words


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
