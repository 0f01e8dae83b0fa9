"""Builds the timelines of citizens."""

from functools import partial

from api.services.citizens import CitizenServices
from api.wiring.storage import Storage
from tools.appointments.keys import pseudonym_of
from tools.store.timelines_postgres import PostgresTimelines


def build_citizens(storage: Storage) -> CitizenServices:
    """Pseudonyms are those of appointments: what a person booked and what they asked stand on one timeline."""
    return CitizenServices(PostgresTimelines(storage.database), partial(pseudonym_of, secret=storage.secret))
