"""The reader of values, over the tables of the service."""

from functools import cache

from agents.summary.values import ValueReader
from agents.summary.words import load_summary_words
from agents.understanding.slots.answers import build_answer_reader
from tests.shipped import place_finder
from tools.places.table import load_place_table
from tools.reading.dates.grammar import load_grammars


@cache
def value_reader() -> ValueReader:
    """One for all tests."""
    return ValueReader(load_grammars(), build_answer_reader(), place_finder(), load_place_table(), load_summary_words())
