"""Letters that go nowhere, for tests and dry runs."""

from tools.errors import ToolUnavailable
from tools.letters.notifications import Letter


class MemoryNotifications:
    """Implements ``Notifications``: keeps what was sent; while ``down`` it cannot send."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []
        self.down = False

    async def send(self, letter: Letter) -> None:
        """See the port."""
        if self.down:
            raise ToolUnavailable("down")
        self.sent.append(letter)
