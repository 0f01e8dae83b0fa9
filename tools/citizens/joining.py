"""Which case an interaction joins or opens, and what becomes of the case: pure rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tools.citizens.cases import Case
from tools.citizens.timeline import OWN, Interaction, Outcome

REOPENED_WITHIN = timedelta(days=30)
"""Whoever comes back so soon after their case was resolved comes for the same matter."""
_UNFINISHED: frozenset[Outcome | None] = frozenset({"appointment", "transfer", "callback", "pending"})
"""Outcomes after which somebody still has something to do."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Cases as they are now, and for each interaction, in order, the id of the case it belongs to, if any."""

    cases: tuple[Case, ...]
    homes: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """``related``: whether two needs are one matter; ``new_id``: ids of cases and promises that nobody can guess."""

    related: Callable[[str, str], bool]
    new_id: Callable[[], str]

    def settle(self, new: Sequence[Interaction], cases: Sequence[Case]) -> Settled:
        """Each of a person's interactions, in order of time, with their cases."""
        kept = {case.id: case for case in cases}
        homes = []
        for one in sorted(new, key=lambda one: one.at):
            if (home := self.place(one, list(kept.values()))) is not None:
                kept[home.id] = home
            homes.append((one.name, home.id if home is not None else None))
        found = dict(homes)
        return Settled(tuple(kept.values()), tuple(found[one.name] for one in new))

    def place(self, one: Interaction, cases: Sequence[Case]) -> Case | None:
        """The case that the interaction belongs to, as it is with it; None when it leaves nothing to be done.

        It joins the case it is in, the one its system names, or that of its need: an open one, or one resolved not long
        before. Else it opens one when it is left unfinished here, or when its system names one. What another system
        left unfinished without naming a case is let be: nobody here knows whether it still is.
        """
        if one.person is None:
            return None
        theirs = [case for case in cases if case.person == one.person]
        home = self._home(one, theirs)
        if home is None and (one.case_name is not None or (one.system == OWN and one.outcome in _UNFINISHED)):
            origin = None if one.case_name is None else (one.system, one.case_name)
            home = Case(self.new_id(), one.person, one.need, one.at, one.at, origin=origin)
        return None if home is None else self._joined(home, one)

    def _home(self, one: Interaction, cases: Sequence[Case]) -> Case | None:
        if one.case is not None:
            return next((case for case in cases if case.id == one.case), None)
        if one.case_name is not None:
            return next((case for case in cases if case.origin == (one.system, one.case_name)), None)
        if one.system != OWN:
            return None
        near = [case for case in cases if self._is_near(case, one)]
        return max(near, key=lambda case: (case.need == one.need, case.state == "open", case.changed_at), default=None)

    def _is_near(self, case: Case, one: Interaction) -> bool:
        if case.resolved_at is not None and one.at - case.resolved_at > REOPENED_WITHIN:
            return False
        if case.need is None or one.need is None:
            return case.need is one.need
        return case.need == one.need or self.related(case.need, one.need)

    def _joined(self, case: Case, one: Interaction) -> Case:
        """What came before the last change of the case does not undo it."""
        is_last = one.at >= case.changed_at
        for promise in one.promises:
            case = case.promised(one.at, replace(promise, id=promise.id or self.new_id()))
        by_person = one.agent is not None or one.system != OWN
        if is_last and one.outcome == "resolved" and by_person:
            case = case.resolved(one.at, one.agent)
        elif is_last and one.outcome in _UNFINISHED:
            case = case.reopened(one.at)
        first, last = min(case.opened_at, one.at), max(case.changed_at, one.at)
        return replace(case, opened_at=first, changed_at=last)
