"""The matter that an appointment is for, where the message that asks for it may name none."""

from agents.reception.policy.policy_input import PolicyInput, is_plain
from knowledge.content.needs import Action

_NO_MATTER: frozenset[Action | None] = frozenset({"appointment", "change_appointment", "person"})
_WAS_ABOUT = 0.05
"""Belief that a need spoken of some turns ago is still what an appointment without a matter is for."""


def matter_to_book(s: PolicyInput, offered: str | None) -> str | None:
    """The one named plainly, then the one offered or spoken of: what is only perhaps named is no other matter."""
    likely = s.candidates[0].need if len(s.candidates) == 1 and s.says("book") else None  # it is read back
    plain = s.sure_matter if is_plain(s.reading) or not s.spoken_of else None
    matters = (plain, offered, s.spoken_of, s.sure_matter, likely, matter_before(s))
    return next((one for one in matters if one and s.action(one) not in _NO_MATTER), None)


def matter_before(s: PolicyInput) -> str | None:
    """The need that the conversation was most about, of those one can book for."""
    beliefs = s.reading.beliefs.items()
    told = {need: chance for need, chance in beliefs if s.action(need) == "answer" and chance >= _WAS_ABOUT}
    return max(told, key=told.__getitem__, default=None)
