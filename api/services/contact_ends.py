"""What the summary of a contact adds to what is left of it."""

from collections.abc import Mapping
from typing import Any

from tools.citizens.timeline import Promise
from tools.reading.masking import mask


def reason_in(summary: Mapping[str, Any]) -> str | None:
    """What it was about, in one line, masked; of a summary as its event tells it."""
    reason = summary.get("reason")
    return mask(reason) if reason else None


def promises_in(summary: Mapping[str, Any]) -> tuple[Promise, ...]:
    """What was promised in it, masked."""
    return tuple(
        Promise(mask(one["text"]), one.get("who"), mask(one["by"]) if one.get("by") else None)
        for one in summary.get("sentences", ())
        if one["kind"] == "commitment"
    )
