"""The days of an appointment that is moved: the one that it is on, and the one that is wished."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tools.reading.dates.clocks import hour_spans
from tools.reading.dates.company import PERIODS
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import DayPhrase
from tools.reading.folding import Folded

_ENDS = re.compile(r"\s*(?:[,.;:!?)]|\Z)|\s+(?:a|as|at|in|le|la|en|de|por|per|pel|pola)\b")
"""The end of a clause, or what leads an hour or a part of the day."""


def is_moved_to(phrase: DayPhrase, folded: Folded, grammar: DateGrammar) -> bool:
    """ "Could it be moved to 14?": a number that ends its clause, but for the hour or the part of the day."""
    text = folded.text
    link = grammar.moved_to.search(text[: phrase.start])
    if link is None or phrase.kind != "weak_day":
        return False
    verbs = (text[hit.end : link.start()] for hit in grammar.moved.find(folded) if hit.end <= link.start())
    more = [*(hit.start for hit in grammar.parts.find(folded)), *(start for start, _ in hour_spans(folded, grammar))]
    ends = _ENDS.match(text, phrase.end) is not None or phrase.end + 1 in more
    return ends and any(re.fullmatch(r"(?:[-']\w+)*(?:\s+[\w'-]+){0,3}", between) for between in verbs)


def range_moved(range_read: DayPhrase, last: DayPhrase, folded: Folded, grammar: DateGrammar) -> DayPhrase:
    """ "Change it from Monday to Wednesday" wants Wednesday."""
    moved = any(hit.end <= range_read.start for hit in grammar.moved.find(folded))
    return replace(last, kind="range", start=range_read.start) if moved and not last.weak else range_read


def days_of_move(
    kept: Sequence[list[DayPhrase]], folded: Folded, grammar: DateGrammar, today: date
) -> tuple[list[DayPhrase], DayPhrase | None] | None:
    """The days wished and the day of the appointment, where one is moved to the other in so many words: "mine is on
    the 15th, can you move it to the 16th?".
    """
    verb = next(iter(grammar.moved.find(folded)), None)
    if verb is None or len(kept) < 2:
        return None
    after = [choice for choice in kept if choice[0].start >= verb.end]
    wished = next(_led_to(after, folded, grammar), None) or next(_ending_to(kept, folded, grammar), None)
    if wished is None and 0 < len(after) < len(kept):
        wished = after[0]
    if wished is None or _counts_in(wished, kept):
        return None
    other = next(choice[0] for choice in kept if choice is not wished)
    days = other.days(today)
    return wished, other if days is not None and days.single else None


def _counts_in(wished: list[DayPhrase], kept: Sequence[list[DayPhrase]]) -> bool:
    """Whether what is said after it are weekdays of that period: "move it to next week, Tuesday or Thursday"."""
    after = [phrase for choice in kept if choice[0].start >= wished[-1].end for phrase in choice]
    return wished[0].kind in PERIODS and bool(after) and all(phrase.kind == "weekday" for phrase in after)


def _led_to(choices: Sequence[list[DayPhrase]], folded: Folded, grammar: DateGrammar) -> Iterator[list[DayPhrase]]:
    """Those with "to" right before them, or as their first words."""
    for choice in choices:
        start, end = choice[0].start, choice[0].end
        begins = [start, *(start + gap.start() for gap in re.finditer(r"\s", folded.text[start:end]))]
        if any(grammar.moved_to.search(folded.text[:at]) for at in begins[:3]):
            yield choice


def _ending_to(choices: Sequence[list[DayPhrase]], folded: Folded, grammar: DateGrammar) -> Iterator[list[DayPhrase]]:
    endings = grammar.links.to_endings
    return (one for one in choices if endings and folded.text[one[0].start : one[0].end].endswith(endings))
