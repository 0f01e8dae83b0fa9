"""Limits searches by document and contact, since each answer tells whether a guess was right."""

import hashlib
import time
from collections.abc import Callable

from tools.errors import BadIdentifier, TooManyFinds
from tools.rate_limit import RateLimit
from tools.reading.identities.parsing import parse_document

_HOUR = 3600.0


class FindLimits:
    """For one process: few guesses from one origin, and few about one document wherever they come from; 0: no limit."""

    def __init__(self, per_minute: int, per_document_hour: int, now: Callable[[], float] = time.monotonic) -> None:
        self._origins = RateLimit(per_minute, now)
        self._documents = RateLimit(per_document_hour, now, seconds=_HOUR)

    def check(self, origin: str | None, document: str) -> None:
        """Count one search. ``origin`` is a pseudonym, None when it is not limited. Raises TooManyFinds."""
        wait = self._origins.wait_seconds(origin) if origin else 0
        wait = wait or self._documents.wait_seconds(_digest(document))
        if wait:
            raise TooManyFinds(wait)


def _digest(document: str) -> str:
    """However it is written, and not the document itself: this stays in memory."""
    try:
        document = parse_document(document)
    except BadIdentifier:
        document = document.strip().upper()
    return hashlib.sha256(document.encode()).hexdigest()
