"""Builds the timelines and cases of citizens."""

from datetime import timedelta
from functools import partial

from agents.summary.summarizing import Summarizing
from api.services.citizens import CitizenServices
from api.services.identities import Identities
from api.settings.settings import Settings
from api.tasks.ended_chats import EndedChats
from api.wiring.chat import ChatParts
from api.wiring.storage import Storage
from knowledge.content.needs import Catalogue
from tools.appointments.keys import pseudonym_of
from tools.appointments.staff_view import DeskAppointment
from tools.citizens.joining import Joining
from tools.errors import AppointmentNotFound, BadIdentifier
from tools.ids import RandomIds
from tools.store.cases_postgres import PostgresCases
from tools.store.register_postgres import PostgresRegister
from tools.store.timelines_postgres import PostgresTimelines


def build_citizens(storage: Storage, catalogue: Catalogue) -> CitizenServices:
    """Pseudonyms are those of appointments: what a person booked and what they asked stand on one timeline."""
    register = PostgresRegister(storage.database, storage.secret)

    async def appointment(locator: str) -> DeskAppointment | None:
        try:
            return await register.by_locator(locator)
        except (AppointmentNotFound, BadIdentifier):  # of another system's agenda
            return None

    return CitizenServices(
        PostgresTimelines(storage.database),
        PostgresCases(storage.database, Joining(partial(are_related, catalogue), RandomIds().token)),
        partial(pseudonym_of, secret=storage.secret),
        appointment,
    )


def are_related(catalogue: Catalogue, one: str, other: str) -> bool:
    """Whether two needs are one matter: they are of one group, and taken for each other."""
    first, second = catalogue.get(one), catalogue.get(other)
    if first is None or second is None or first.group != second.group:
        return False
    return other in first.confusable or one in second.confusable


def build_ended_chats(
    settings: Settings, chat: ChatParts, identities: Identities, summarizer: Summarizing
) -> EndedChats:
    """What is left of conversations before they are deleted."""
    life = timedelta(minutes=settings.token_minutes)
    return EndedChats(chat.checkpoints, chat.conversations, identities, summarizer, settings.language, life)
