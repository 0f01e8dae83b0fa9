"""What was read of a text is kept for a while: a conversation is summarized again after each of its utterances."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Read = TypeVar("Read")


class Remembered(Generic[Read]):
    """Thread-safe. ``most``: how many are kept, the last ones."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[Hashable, Read] = {}

    def known(self, key: Hashable) -> Read | None:
        """What was read under the key, if it is still kept."""
        return self._known.get(key)

    def get(self, key: Hashable, read: Callable[[], Read]) -> Read:
        """What was read under the key, or is read now."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = read()
            for oldest in list(self._known)[: -self._most] if len(self._known) > self._most else ():
                self._known.pop(oldest, None)
        return known
