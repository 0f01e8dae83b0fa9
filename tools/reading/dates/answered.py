"""Whether few words, said where a day or an offer was asked for, are a day."""

import re

from tools.reading.dates.bounds import beside
from tools.reading.dates.clocks import hour_spans
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import DayPhrase, Moment
from tools.reading.folding import Folded

_ENOUGH_WHEN_ASKED = {
    "weak_month": 1,
    "weak_short_month": 0,
    "weak_next_year": 1,
    "weak_ordinal_day": 3,
    "weak_bridge": 3,
    "weak_holiday": 3,
}
"""Weak phrases that are a day where one was asked for, and the most words that may stand beside them."""
MOST_OFFERS = 3
"""No more are offered at once: a number above is a day of the month."""
_LAST_SPELLED_OFFER = 5
_BESIDE_FIGURES = 3
_BESIDE_WORDS = 1
_CLAUSE = re.compile(r"[,;!?()\x00]|[.:](?!\d)")
_ORDINAL = re.compile(r"\d(?:er|ere|e|eme|nd|rd|st|th|º|ª|a|o|r|n|t)\W*\Z")
_ORDINAL_OFFER = ("weak_ordinal_day", "day_only", "weak_day")


def is_answer(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, moment: Moment) -> bool:
    """Whether what was asked makes a day of it."""
    if moment.asked == "offer" and phrase.kind in ("weak_day", "weak_ordinal_day"):
        return _is_number_of_day(phrase, folded, grammar)
    around = f"{folded.text[: phrase.start]} {folded.text[phrase.end :]}"
    return moment.asked != "nothing" and _words(around) <= _ENOUGH_WHEN_ASKED.get(phrase.kind, -1)


def is_offer(phrase: DayPhrase, text: str, grammar: DateGrammar, moment: Moment) -> bool:
    """ "The second", "le 2ème": which of the offers, and no day."""
    if moment.asked != "offer" or phrase.kind not in _ORDINAL_OFFER or phrase.values["day"] > MOST_OFFERS:
        return False
    said = text[phrase.start : phrase.end]
    return bool(_ORDINAL.search(said)) or grammar.value("ordinal", said.split()[-1]) is not None


def _is_number_of_day(phrase: DayPhrase, folded: Folded, grammar: DateGrammar) -> bool:
    """A number above those of the offers that is nearly all of its clause, and neither an hour nor an amount."""
    figures = re.search(r"\d", folded.text[phrase.start : phrase.end])
    least = MOST_OFFERS if figures else _LAST_SPELLED_OFFER
    if phrase.values["day"] <= least or _counts_or_bounds(phrase, folded, grammar):
        return False
    if phrase.kind == "weak_ordinal_day":
        return True
    if not figures:
        return _words(folded.text) <= 1 + _BESIDE_WORDS
    return _words(_clause(phrase, folded, grammar)) <= _BESIDE_FIGURES


def _counts_or_bounds(phrase: DayPhrase, folded: Folded, grammar: DateGrammar) -> bool:
    start, end = phrase.start, phrase.end
    if any(start <= noun.start < end < noun.end for noun in grammar.not_hours.find(folded)):
        return True
    if any(
        first <= start and end <= last and last - first > end - start
        for first, last in hour_spans(folded, grammar, weak=True)
    ):
        return True  # "las 10"
    return phrase.kind == "weak_day" and beside(start, end, folded, grammar.time_bounds) is not None


def _clause(phrase: DayPhrase, folded: Folded, grammar: DateGrammar) -> str:
    """Its clause, without the hours said in it."""
    text = folded.text
    for first, last in hour_spans(folded, grammar):
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    ends = [match.start() for match in _CLAUSE.finditer(text)]
    start = max((end + 1 for end in ends if end < phrase.start), default=0)
    stop = min((end for end in ends if end >= phrase.end), default=len(text))
    return f"{text[start : phrase.start]} {text[phrase.end : stop]}"


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))
