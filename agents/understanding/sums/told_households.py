"""Who lives in the household that a message tells of, and what comes in for all of them."""

import re
from collections.abc import Mapping

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand, question_key
from agents.understanding.sums.told_words import ToldWords
from knowledge.languages import Language
from tools.reading.numbers.spelling import spelt_numbers
from tools.reading.phrases import PhraseHit
from tools.reading.quantities.marked import MARK, figure

_INCOME = ("enters", "earns", "clear", "wage", "pension", "own_pension", "theirs")
"""Cues of what somebody of the household has."""
_ADULT, _YEAR = 18, 12
_FIGURE, _WORD = re.compile(rf"{MARK}[nsd]\d+"), re.compile(rf"{MARK}?\w+|[.;!?]")
_SAID, _MOST = re.compile(r"[^\W\d_]+"), 20
_ALONE, _COUPLE = "1", "2"
_APART = "apart"
"""Those who live there and are not of the unit: friends, flatmates, distant relatives."""
_DEPENDENT = "dependent-children"


def read_household(cues: Cues, hand: SumInHand, words: ToldWords) -> dict[str, str]:
    """Adults, minors and their ages, how many people, and all that comes in; for a sum that asks for no more of them
    than dependent children, how many.
    """
    children = hand.spec("children")
    if hand.spec("people") is None and (children is None or question_key(children) != _DEPENDENT):
        return {}
    hits = words.households.find(cues.marked.folded)
    told = _minors(hits, cues, words)
    if (known := hand.known.get("children")) and any(hit.key == "another_minor" for hit in hits):
        told = {"children": str(int(known) + 1)}
    if hand.spec("people") is None:
        return {"children": told["children"]} if "children" in told else {}
    apart = _APART in {hit.key for hit in hits}
    if adults := _beside_others(hits, cues, words) if apart else _adults(hits, cues):
        told["adults"] = adults
    elif not apart and (people := _counts([hit for hit in hits if hit.key == "people"], cues)):
        told["people"] = str(people[-1])
    if income := _income(cues, hand, alone=apart):
        told["income"] = income
    return told or ({} if apart else _answer(cues, hand, words))


def _adults(hits: list[PhraseHit], cues: Cues) -> str:
    """Counted, or by who they are: of "my wife and I and two children", the words for both."""
    counted = _counts([hit for hit in hits if hit.key == "adults"], cues)
    if counted:
        return str(counted[-1])
    couple, alone = ([hit for hit in hits if hit.key == key] for key in ("couple", "alone"))
    alone = [hit for hit in alone if not any(_overlap(hit, one) for one in couple)]
    if bool(couple) == bool(alone):
        return ""
    return _COUPLE if couple else _ALONE


def _beside_others(hits: list[PhraseHit], cues: Cues, words: ToldWords) -> str:
    """Who lives with people that are no family or partner counts without them; not where relatives live there too: of
    those it has to be asked who they are.
    """
    apart = [hit for hit in hits if hit.key == _APART]
    kin = [hit for hit in hits if hit.key == "kin" and not any(_overlap(hit, one) for one in apart)]
    if any(hit.key == "couple" for hit in hits):
        return _COUPLE
    children = _ages([hit for hit in hits if hit.key in ("minors", "one_minor", "minor")], cues, words)
    return "" if kin or any(age >= _ADULT for age in children) else _ALONE


def _overlap(one: PhraseHit, other: PhraseHit) -> bool:
    return one.start < other.end and other.start < one.end


def _minors(hits: list[PhraseHit], cues: Cues, words: ToldWords) -> dict[str, str]:
    """How many, and their ages where there is one of each; nothing where a child is grown up."""
    if any(hit.key == "no_minors" for hit in hits):
        return {"children": "0"}
    ages = _ages([hit for hit in hits if hit.key in ("minors", "one_minor", "minor")], cues, words)
    if any(age >= _ADULT for age in ages):
        return {}
    counts = _counts([hit for hit in hits if hit.key == "minors"], cues)
    many = {count for count in counts if count > 1}
    ones = counts.count(1) or int(any(hit.key == "one_minor" for hit in hits))
    number = many.pop() if len(many) == 1 else 0 if many else max(ones, len(ages))
    told = {"children": str(number)} if number else {}
    return {**told, "ages": ",".join(map(str, ages))} if number and len(ages) == number else told


def _counts(hits: list[PhraseHit], cues: Cues) -> list[int]:
    """The numbers of those phrases, in order, each figure and each place once."""
    found: dict[int, int] = {}
    for hit in sorted(hits, key=lambda hit: hit.start):
        said = hit.groups.get("count", "")
        place = cues.marked.text.find(said, hit.start)
        number = cues.amounts[said].value if said in cues.amounts else _spelt(cues.language).get(said)
        if number is not None and number == int(number):
            found[place] = int(number)
    return [found[place] for place in sorted(found)]


def _spelt(language: Language) -> Mapping[str, int]:
    return {**spelt_numbers("es"), **spelt_numbers(language)}


def _ages(hits: list[PhraseHit], cues: Cues, words: ToldWords) -> list[int]:
    """The figures that follow a child, or go before one, with nothing but joining words between them."""
    counted = {hit.groups.get("count", "") for hit in hits}
    said = [(match[0], match.start()) for match in _WORD.finditer(cues.marked.text)]
    found: dict[str, int] = {}
    for hit in hits:
        after = [word for word, place in said if place >= hit.end]
        before = [word for word, place in reversed(said) if place < hit.start]
        named = _figures_beside(after, words) or [one for one in _figures_beside(before, words) if before[0][1] == "s"]
        found |= {name: age for name in named if name not in counted and (age := _age(name, cues)) is not None}
    return [found[name] for name in cues.in_order(list(found))]


def _figures_beside(said: list[str], words: ToldWords) -> list[str]:
    named = []
    for word in said:
        if _FIGURE.fullmatch(word):
            named.append(word)
        elif word not in words.joining and not word.startswith("_"):
            break
    return named


def _age(name: str, cues: Cues) -> int | None:
    """In whole years; an amount of money is none."""
    if name in cues.spans:
        span = cues.spans[name]
        return span.months // _YEAR if span.unit in ("years", "months", "bare") else None
    amount = cues.amounts.get(name)
    fits = amount is not None and amount.monthly is None and not amount.money and amount.value == int(amount.value)
    return int(amount.value) if amount is not None and fits and figure(name)[0] == "n" else None


def _income(cues: Cues, hand: SumInHand, *, alone: bool = False) -> str:
    """All the amounts that somebody is said to have, together, where none is left that may be another's; of a message
    that puts one right, that one. ``alone``: what others have who live there is not counted.
    """
    names = [name for name, one in cues.amounts.items() if one.monthly is not None and not one.year]
    less = {cues.amounts[name].monthly for name in names if cues.has("less", name)}
    names = [name for name in names if cues.amounts[name].monthly not in less]
    told = [name for name in names if any(cues.has(key, name) for key in _INCOME)]
    answers = hand.asked == "income" and cues.short
    if alone and len(names) > 1:
        return ""
    only = len(names) == 1 and (cues.amounts[names[0]].money or (cues.has("a_month", names[0]) and not cues.asks))
    if only:
        told = names
    elif answers:
        told = [name for name in names if name in told or cues.free(name, but="age")]
    if cues.corrects and (name := cues.one(told)):
        told = names = [name]
    amounts = [one for name in told if (one := cues.amounts[name].monthly) is not None]
    return f"{sum(amounts):.2f}" if amounts and len(told) == len(names) else ""


def _answer(cues: Cues, hand: SumInHand, words: ToldWords) -> dict[str, str]:
    """The number alone, or none at all, where that was asked."""
    if hand.asked not in ("adults", "children", "people") or not cues.short:
        return {}
    said = _SAID.findall(cues.marked.folded.text)
    numbers = [_spelt(cues.language).get(word) for word in said]
    numbers += [int(one.value) for one in cues.amounts.values() if one.value == int(one.value)]
    found = {number for number in numbers if number is not None and number <= _MOST}
    if len(found) == 1:
        return {hand.asked: str(found.pop())}
    none = hand.asked == "children" and {hit.key for hit in words.answers.find(cues.marked.folded)} == {"no"}
    return {"children": "0"} if none and not found else {}
