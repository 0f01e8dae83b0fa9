"""Regular expressions by which suites state what is right: without case, over lines."""

import re
from collections.abc import Iterable


def holds(pattern: str, text: str) -> bool:
    """Whether the text says it somewhere."""
    return re.search(pattern, text, re.IGNORECASE) is not None


def any_holds(patterns: Iterable[str], text: str) -> bool:
    """Whether the text says one of them."""
    return any(holds(pattern, text) for pattern in patterns)


def all_hold(patterns: Iterable[str], text: str) -> bool:
    """Whether the text says all of them; so when there are none."""
    return all(holds(pattern, text) for pattern in patterns)
