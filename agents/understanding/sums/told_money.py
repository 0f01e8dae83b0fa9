"""The amounts of money that a message tells."""

import re
from collections.abc import Iterator, Mapping

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand, question_key
from agents.understanding.sums.told_words import ToldWords
from tools.reading.folding import fold
from tools.reading.quantities.marked import MARK

_SENTENCE = re.compile(r"[.;!?]\s")


def read_money(cues: Cues, hand: SumInHand, words: ToldWords) -> dict[str, str]:
    """By cue; an amount without one is what was asked, or the one that there is to tell or to change, which may be one
    that is first told by its word.
    """
    asked = hand.asked
    names = [
        spec.name
        for spec in hand.wanted
        if spec.kind == "money"
        and (spec.name == asked or spec.name in hand.known or question_key(spec) not in words.by_word)
    ]
    amounts = [name for name, amount in cues.amounts.items() if amount.monthly is not None and not _of_day(name, cues)]
    told: dict[str, str] = {}
    for spec in (spec for spec in hand.wanted if spec.kind == "money"):
        for key in words.fits.get(question_key(spec), ()):
            found = [name for name in amounts if (cue := cues.cue(name)) and cue.key == key]
            if name := cues.one(_different(found, cues)):
                told[spec.name] = cues.amounts[name].text
                break
    target = next(iter(told)) if len(told) == 1 else _target(hand, names)
    if target and (name := _bare(cues, amounts, hand)) and (target not in told or cues.after_correction(name)):
        told[target] = cues.amounts[name].text
    base = next((spec.name for spec in hand.wanted if "base" in words.fits.get(question_key(spec), ())), None)
    if base and not told and (name := _of_base(cues, amounts, words)):
        told[base] = cues.amounts[name].text
    return told


def _of_base(cues: Cues, amounts: list[str], words: ToldWords) -> str | None:
    """The one amount of a sentence that speaks of a base before it, however far: "my base, so the letter says, is…"."""
    free = [name for name in amounts if cues.free(name, but="age") and not cues.amounts[name].year]
    if len(free) != 1 or len(amounts) != 1:
        return None
    before = cues.marked.text[: cues.place(free[0])]
    ends = [hit.end for hit in words.base.find(fold(before))]
    return free[0] if ends and not _SENTENCE.search(before[ends[-1] :]) else None


def _different(names: list[str], cues: Cues) -> list[str]:
    """One name of each amount: said twice, it is one."""
    by_value: Mapping[object, str] = {cues.amounts[name].monthly: name for name in names}
    return [name for name in names if name in by_value.values()]


def _target(hand: SumInHand, names: list[str]) -> str | None:
    """The input that an amount without words tells."""
    if hand.asked in names:
        return hand.asked
    known = [name for name in names if name in hand.known]
    left = known if len(known) == 1 else names
    return left[0] if len(left) == 1 else None


def _bare(cues: Cues, amounts: list[str], hand: SumInHand) -> str | None:
    """An amount without a cue: framed ("y con 1.900?"), or in a message that says little else."""
    free = [name for name in amounts if cues.free(name, but="age") and _may_be_money(name, cues, hand)]
    framed = [name for name in free if name in cues.framed]
    if framed:
        alone = cues.corrects or len(framed) == len(free) or set(framed) & cues.supposed
        return cues.one(_different(framed, cues)) if alone else None
    others = [name for name in cues.amounts if name not in free]
    answers = hand.asked in hand.of_kind("money") or cues.corrects
    little = cues.short if answers else cues.bare and not cues.asks
    if answers and len(free) == 1 and cues.says_little_around(free[0]):  # and something else besides
        little, others = True, []
    return cues.one(_different(free, cues)) if little and not others else None


def _of_day(name: str, cues: Cues) -> bool:
    """Whether a number is the year of the day before it, however that was said: no money is part of a date."""
    beside = re.search(rf"{MARK}d\d+(?: _\w+)?[\s,]+(?:\w{{1,3}}['\s]+){{0,2}}{name}(?!\d)", cues.marked.text)
    return cues.amounts[name].year and cues.cue(name) is None and beside is not None


def _may_be_money(name: str, cues: Cues, hand: SumInHand) -> bool:
    """A number that may be a year is money only where money was asked and no birth is missing."""
    amount = cues.amounts[name]
    if not amount.year:
        return True
    missing = hand.spec("born") is not None and "born" not in hand.known
    return not missing and (hand.asked in hand.of_kind("money") or name in cues.framed)


def years_alone(cues: Cues) -> Iterator[tuple[str, int]]:
    """Numbers that may be years and that no words claim."""
    for name, amount in cues.amounts.items():
        if amount.year and cues.cue(name) is None:
            yield name, int(amount.value)
