"""The options that a message tells, by phrases."""

from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand, question_key
from agents.understanding.sums.told_words import ToldWords
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

_ANSWERS = {"yes", "no"}
_PROVINCE = "province"
"""Read only as the answer: messages name places for many reasons."""
_TODAY = "today"
_NONE = "none"
"""Phrases with the words of an option that tell none."""


def read_choices(cues: Cues, hand: SumInHand, words: ToldWords) -> dict[str, str]:
    """An option of each choice; of two different ones none, but for a message that corrects itself."""
    text = cues.marked.folded
    told: dict[str, str] = {}
    for spec in hand.wanted:
        if spec.kind != "choice":
            continue
        book = words.choices.get(spec.name) or (words.provinces if spec.name == hand.asked == _PROVINCE else None)
        option = _option(_not_denied(book.find(text), cues), cues) if book else None
        if option is None and spec.name == hand.asked:
            option = _answer(text, set(spec.options), words, spec.name)
        if option in spec.options:
            told[spec.name] = str(option)
    return told


def read_values(cues: Cues, hand: SumInHand, words: ToldWords, today: date) -> dict[str, str]:
    """Values of other inputs that are told without a figure: "twins", "a whole month", "at my ordinary age"."""
    text = cues.marked.folded
    told: dict[str, str] = {}
    for spec in hand.wanted:
        book = words.values.get(question_key(spec))
        if book and (value := _option(book.find(text), cues)):
            told[spec.name] = today.isoformat() if value == _TODAY else value
    return told


def _not_denied(hits: list[PhraseHit], cues: Cues) -> list[PhraseHit]:
    """Without the options right after a "no", where another is told: "an accident at work, no illness"."""
    said = [hit for hit in hits if not cues.is_denied(hit.start)]
    return said or hits


def _option(hits: list[PhraseHit], cues: Cues) -> str | None:
    kept: list[PhraseHit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    options = [hit.key for hit in sorted(kept, key=lambda hit: hit.start) if hit.key != _NONE]
    if len(set(options)) > 1 and not cues.corrects:
        return None
    return options[-1] if options else None


def _answer(text: Folded, options: set[str], words: ToldWords, name: str) -> str | None:
    """Yes and no, where that was asked."""
    found = {hit.key for hit in words.answers.find(text)}
    if len(found) != 1:
        return None
    answer = found.pop()
    if options >= _ANSWERS:
        return answer
    return words.answers_no.get(name) if answer == "no" else None
