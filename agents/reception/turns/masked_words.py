"""The words of a message, as they may be kept."""

from agents.reception.turns.state import State
from tools.reading.masking import mask
from tools.reading.slots import SlotName

_TOKENS: dict[SlotName, str] = {
    "document": "[DOCUMENT]", "document_invalid": "[DOCUMENT]", "document_part": "[DOCUMENT]", "nuss": "[NUSS]",
    "nuss_invalid": "[NUSS]", "phone": "[PHONE]", "email": "[EMAIL]",
}  # fmt: skip


def said_masked(state: State, public: frozenset[str]) -> str:
    """The message with its identifiers as tokens, those dictated in words too."""
    text = state["screened"].text
    slots = [(slot, _TOKENS[name]) for name, slot in state["reading"].slots.items() if name in _TOKENS]
    for slot, token in sorted(slots, key=lambda pair: -pair[0].start):
        if slot.text and text[slot.start : slot.end] == slot.text:
            text = text[: slot.start] + token + text[slot.end :]
    return mask(text, public)
