"""A call-back on its way: what is known of it until it is promised."""

from dataclasses import dataclass
from typing import Literal

from tools.spans import Span


@dataclass(frozen=True, slots=True)
class Calling:
    """``windows``: those on offer; ``window``: the one chosen, read back before anything is promised."""

    phone: str | None = None
    windows: tuple[Span, ...] = ()
    window: Span | None = None

    @property
    def question(self) -> Literal["phone", "window", "confirm"]:
        """What it waits for."""
        if self.phone is None:
            return "phone"
        return "window" if self.window is None else "confirm"
