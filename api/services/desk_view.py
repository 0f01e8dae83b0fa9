"""What goes on at the floor, as every desk is told of it: read once for all desks of a process."""

from dataclasses import dataclass

from tools.queues.consultations import Consultation, Consultations
from tools.queues.consulting import concerning
from tools.queues.floor import Floor, Presence, Standing
from tools.queues.hand_offs import HandOffQueue, QueuePage


@dataclass(frozen=True, slots=True)
class FloorNow:
    """The floor as it was read. ``queue`` has the counts of what waits."""

    taken: tuple[Standing, ...]
    present: tuple[Presence, ...]
    consultations: tuple[Consultation, ...]
    queue: QueuePage

    def of_agent(self, who: str) -> tuple[Standing, ...]:
        """What is offered to them and what they hold."""
        return tuple(one for one in self.taken if one.is_with(who))

    def supervised(self, who: str) -> tuple[Standing, ...]:
        """What others hold and asked a supervisor into."""
        return tuple(one for one in self.taken if one.state == "held" and one.supervisor and not one.is_with(who))

    def consulted(self, who: str) -> tuple[Consultation, ...]:
        """What they are asked or ask."""
        return concerning(who, self.consultations, self.present)


async def read_floor(floor: Floor, queue: HandOffQueue, consultations: Consultations) -> FloorNow:
    """Read it. Raises ToolUnavailable."""
    return FloorNow(
        await floor.taken(), await floor.present(), await consultations.current(), await queue.page(1)
    )  # fmt: skip
