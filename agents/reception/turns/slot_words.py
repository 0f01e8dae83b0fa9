"""Slots and offices in words."""

from agents.phrases.wording import when_words
from agents.reception.turns.deps import Deps
from knowledge.languages import Language
from tools.offices.offices import NamedOffice, office_of
from tools.offices.slots import Slot


def office_name(deps: Deps, language: Language, office_id: str) -> str:
    """The office as its people call it in the language."""
    return office_of(deps.offices, office_id).name[language]


def slot_words(deps: Deps, language: Language, slot: Slot) -> str:
    """The time of a slot in words."""
    return when_words(deps.phrases, language, slot, slot_office(deps, slot))


def slot_office(deps: Deps, slot: Slot) -> NamedOffice:
    """The office of a slot."""
    return office_of(deps.offices, slot.office_id, slot.starts_at)
