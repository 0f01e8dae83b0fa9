"""A stretch of time."""

from datetime import datetime
from typing import NamedTuple


class Span(NamedTuple):
    """From a moment to another, which is no more part of it."""

    begins: datetime
    ends: datetime
