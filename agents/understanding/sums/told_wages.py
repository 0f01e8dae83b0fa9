"""How often a year a wage that is told is paid, and what a second job adds."""

from collections.abc import Mapping

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand

_BY_PAYMENT = ("monthly_base", "wage", "pay")
"""Inputs that may be a wage, as it is paid."""
_OF_JOBS = ("base", *_BY_PAYMENT, "income", "revenue")
"""What is told of each of two jobs, in the order to take it."""
_OF_BASES = ("contribution", "regulatory", "base", "pension")
"""Cues of amounts that are of a month whatever the payments are."""
_BASE, _MONTHLY, _PAYMENTS, _OTHER = "base", "monthly_base", "payments", "other_job"
_ALL_YEAR = str(12)


def read_wages(told: Mapping[str, str], cues: Cues, hand: SumInHand) -> dict[str, str]:
    """What is told of money, with the payments; an amount that is paid so often, or in one of two jobs, is a wage or
    the base of a month, and no average of years.
    """
    found = dict(told)
    if hand.spec(_OTHER) and (others := _others(cues)):
        found[_OTHER] = others
        found = _of_one_job({**_first(cues, hand, found), **found}, hand)
    if not hand.spec(_PAYMENTS):
        return found
    by_base = any(_is_of_base(name, cues) for name in cues.amounts)
    payments, whole = cues.marked.payments, any(amount.whole for amount in cues.amounts.values())
    if payments and not by_base and (found.keys() & {_BASE, *_BY_PAYMENT} or _answers(cues, hand)):
        found = _as_wage(found, hand)
        return {**found, _PAYMENTS: _ALL_YEAR if whole else str(payments)}
    changed = (by_base or whole) and _PAYMENTS in hand.known
    return {**found, _PAYMENTS: _ALL_YEAR} if changed and told else found


def _answers(cues: Cues, hand: SumInHand) -> bool:
    """Whether payments told alone are those of the wage: pensions are paid in as many, and "in 14 payments, fine" says
    so of one that was worked out.
    """
    known = hand.known.keys() & {"wage", "pay"} or (cues.corrects and _MONTHLY in hand.known)
    return not cues.asks and bool(hand.asked in hand.of_kind("money") or known)


def _others(cues: Cues) -> str:
    """All that is told of other jobs, together."""
    amounts = [
        amount.monthly for name, amount in cues.amounts.items() if amount.monthly and _is(name, "other_job", cues)
    ]
    return f"{sum(amounts):.2f}" if amounts else ""


def _first(cues: Cues, hand: SumInHand, told: Mapping[str, str]) -> dict[str, str]:
    """What is told of the first job without a word for what it is: the one amount left."""
    names = [name for name in _OF_JOBS if hand.spec(name)]
    left = [one for one, amount in cues.amounts.items() if amount.monthly and cues.free(one, but="age")]
    if len(left) != 1 or not names or told.keys() & set(names):
        return {}
    asked = hand.asked if hand.asked in names else names[0]
    return {asked or names[0]: cues.amounts[left[0]].text}


def _of_one_job(told: dict[str, str], hand: SumInHand) -> dict[str, str]:
    """With the base of a month of the first job, where the sum has one."""
    base = told.get(_BASE) or hand.known.get(_BASE)
    if base is None or hand.spec(_MONTHLY) is None or _MONTHLY in told:
        return told
    return {**{name: text for name, text in told.items() if name != _BASE}, _MONTHLY: base}


def _as_wage(told: dict[str, str], hand: SumInHand) -> dict[str, str]:
    wage = next((name for name in _BY_PAYMENT if hand.spec(name)), None)
    if _BASE not in told or wage is None or wage in told:
        return told
    return {**{name: text for name, text in told.items() if name != _BASE}, wage: told[_BASE]}


def _is_of_base(name: str, cues: Cues) -> bool:
    cue = cues.cue(name)
    return cues.amounts[name].monthly is not None and cue is not None and cue.key in _OF_BASES


def _is(name: str, key: str, cues: Cues) -> bool:
    cue = cues.cue(name)
    return cue is not None and cue.key == key
