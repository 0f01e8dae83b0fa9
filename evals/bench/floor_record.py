"""What was said and heard in the bench of the floor, and what it shows. Pure."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evals.bench.timing import Figures
from tools.queues.floor import Presence, Standing


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Something said, with the number of its event."""

    number: int
    speaker: str
    text: str


@dataclass(slots=True)
class Listener:
    """Who follows a conversation: the numbers of the lines they got after ``since``. ``until``: that of the event with
    which it ended for them; None while they follow.
    """

    since: int
    until: int | None = None
    heard: list[int] = field(default_factory=list)

    def missed(self, kept: Sequence[SaidLine]) -> int:
        """Lines that were kept and never reached them."""
        last = self.until if self.until is not None else kept[-1].number if kept else 0
        return len({one.number for one in kept if self.since < one.number <= last} - set(self.heard))

    @property
    def doubled(self) -> int:
        """Lines they got more than once."""
        return len(self.heard) - len(set(self.heard))

    @property
    def out_of_order(self) -> int:
        """Lines they got after a later one."""
        return sum(after < before for before, after in pairwise(self.heard))


@dataclass(slots=True)
class Talk:
    """A conversation. ``said``: what each was answered that they said, in order; ``kept``: what it has in the end."""

    said: dict[str, list[str]] = field(default_factory=lambda: {"citizen": [], "agent": []})
    listeners: list[Listener] = field(default_factory=list)
    kept: list[SaidLine] = field(default_factory=list)
    taken_by: list[str] = field(default_factory=list)
    asked_at: float | None = None
    taken_at: float | None = None
    closed: bool = False

    def listens(self, since: int) -> Listener:
        """One more listener."""
        self.listeners.append(Listener(since))
        return self.listeners[-1]

    def figures(self) -> Counter[str]:
        """What became of what was said, counted."""
        found = Counter[str]()
        for speaker, said in self.said.items():
            kept = [one.text for one in self.kept if one.speaker == speaker and one.text in set(said)]
            found["messages"] += len(said)
            found["lost"] += len(set(said) - set(kept))
            found["kept_twice"] += len(kept) - len(set(kept))
            found["kept_out_of_order"] += list(dict.fromkeys(kept)) != [one for one in said if one in set(kept)]
        for one in self.listeners:
            found["heard"] += len(set(one.heard))
            found["never_heard"] += one.missed(self.kept)
            found["heard_twice"] += one.doubled
            found["heard_out_of_order"] += one.out_of_order
        return found


@dataclass(slots=True)
class Watched:
    """The floor as it was stored, looked at again and again.

    ``idle``: seconds at a stretch in which an agent was free while somebody waited whom they could serve; ``idle_s``:
    all seconds in which there was one.
    """

    looks: int = 0
    idle: list[float] = field(default_factory=list)
    idle_s: float = 0.0
    overtaken: int = 0
    _since: dict[str, float] = field(default_factory=dict)
    _before: dict[str, Standing] = field(default_factory=dict)
    _at: float | None = None

    def look(self, standings: Sequence[Standing], desks: Sequence[Presence], at: float) -> None:
        """One more look; ``desks`` count what they have."""
        waiting = [one for one in standings if one.state == "waiting"]
        free = {desk.agent.who for desk in desks if desk.free and any(_could(desk, one) for one in waiting)}
        if self._since and self._at is not None:
            self.idle_s += at - self._at
        self.idle += [at - self._since.pop(who) for who in set(self._since) - free]
        self._since |= {who: at for who in free - set(self._since)}
        self.overtaken += sum(self._passed(one, waiting) for one in standings)
        self._before, self._at = {one.hand_off.id: one for one in standings}, at
        self.looks += 1

    def _passed(self, offered: Standing, waiting: Sequence[Standing]) -> bool:
        """Whether it has just been offered to an agent who could have served one who waited before it all the time."""
        before = self._before.get(offered.hand_off.id)
        if offered.state == "waiting" or offered.agent is None or (before is not None and before.state != "waiting"):
            return False
        agent = offered.agent
        return any(
            one.place < offered.place
            and one.hand_off.language in agent.languages
            and agent.who not in one.declined
            and (was := self._before.get(one.hand_off.id)) is not None
            and was.state == "waiting"
            for one in waiting
        )

    def figures(self) -> Figures:
        """Of all looks."""
        spans = sorted([*self.idle, 0.0])
        return {
            "overtaken": self.overtaken,
            "free_while_waiting_s": round(self.idle_s, 1),
            "free_while_waiting_times": len(self.idle),
            "free_while_waiting_p95_s": round(spans[len(spans) * 95 // 100], 2),
            "free_while_waiting_longest_s": round(spans[-1], 2),
            "looks": self.looks,
        }


@dataclass(slots=True)
class Record:
    """All conversations of a run, by id."""

    talks: dict[str, Talk] = field(default_factory=dict)
    refused: int = 0
    """Conversations in which asking for a person called nobody."""

    def talk(self, conversation_id: str) -> Talk:
        """The conversation, new when it was not known."""
        return self.talks.setdefault(conversation_id, Talk())

    def figures(self) -> Figures:
        """What they show; messages are those of conversations that came to an end."""
        asked = [one for one in self.talks.values() if one.asked_at is not None]
        waits = [one.taken_at - one.asked_at for one in asked if one.asked_at is not None and one.taken_at is not None]
        found = sum((one.figures() for one in asked if one.kept), Counter[str]())
        names = ("messages", "lost", "kept_twice", "kept_out_of_order", "heard", "never_heard", "heard_twice",
                 "heard_out_of_order")  # fmt: skip
        return {
            "asked_for_a_person": len(asked) + self.refused,
            "nobody_called": self.refused,
            "never_taken": sum(not one.taken_by for one in asked),
            "taken_by_two": sum(len(set(one.taken_by)) > 1 for one in asked),
            "never_closed": sum(not one.closed for one in asked),
            "wait_median_s": round(statistics.median(waits), 1) if waits else float("nan"),
            **{name: found[name] for name in names},
        }


def _could(desk: Presence, standing: Standing) -> bool:
    """In words of its own, not those of the matching: it speaks the language, and did not decline."""
    return standing.hand_off.language in desk.agent.languages and desk.agent.who not in standing.declined
