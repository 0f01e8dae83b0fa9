"""Empties the outbox: leases notices, puts them into words and sends them. Killed anywhere, it loses none."""

import logging
from collections.abc import Callable

from tools.errors import ToolError, ToolUnavailable
from tools.letters.notifications import Letter, Notice, Notifications, Outbox

_log = logging.getLogger(__name__)


class Notifier:
    """``compose`` puts a notice into words. Several may work on one outbox."""

    def __init__(self, outbox: Outbox, channel: Notifications, compose: Callable[[Notice], Letter]) -> None:
        self._outbox, self._channel, self._compose = outbox, channel, compose

    async def drain(self) -> int:
        """Send all that is due; how many were sent. Raises ToolUnavailable when the outbox cannot be read."""
        sent = 0
        # One at a time: behind slow letters the lease of others would run out, and who gets them then sends them too.
        while notices := await self._outbox.lease(1):
            sent += await self._deliver(notices[0])
        return sent

    async def _deliver(self, notice: Notice) -> bool:
        try:
            await self._channel.send(self._compose(notice))
        except Exception as error:
            # A letter that cannot be written or addressed will not go later either; a server that is away comes back.
            for_good = not isinstance(error, ToolUnavailable) and isinstance(error, ToolError)
            _log.warning("notice %s not sent: %s", notice.id, type(error).__name__)  # no more: it may quote the address
            await self._outbox.failed(notice, for_good=for_good)
            return False
        await self._outbox.delivered(notice.id)
        return True
