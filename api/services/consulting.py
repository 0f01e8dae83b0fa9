"""Who may read a conversation because they are asked about it, and what follows from their having been."""

from dataclasses import replace

from api.problems.errors import NotAttending
from api.services.people import Party, People
from api.services.tokens import Staff
from tools.queues.consultations import Consultations
from tools.queues.floor import Standing, Transfer


class Consulting:
    """Consultations and the conversations that they are about."""

    def __init__(self, consultations: Consultations, people: People) -> None:
        self.consultations, self._people = consultations, people

    async def party(self, conversation_id: str, staff: Staff) -> Party:
        """As ``People.party``; and the colleague who is consulted, for as long as that lasts. Raises NotAttending."""
        try:
            return await self._people.party(conversation_id, staff)
        except NotAttending:
            if not await self._is_consulted(conversation_id, staff.who):
                raise
        return Party(conversation_id, staff, consulted=True)

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """Send it to another; who is being consulted about it has it at once. Raises what ``People`` does."""
        about = await self.consultations.of_hand_off(hand_off_id)
        agreed = any(one.state == "open" and one.colleague and one.colleague.who == transfer.to for one in about)
        return await self._people.transfer(hand_off_id, who, replace(transfer, agreed=agreed))

    async def _is_consulted(self, conversation_id: str, who: str) -> bool:
        now = await self.consultations.of_conversation(conversation_id)
        return now is not None and now.colleague is not None and now.colleague.who == who
