"""How booking is put together: the slots and their rules, the waiting list, and what goes on beside answering."""

import random
from dataclasses import dataclass
from datetime import timedelta

from agents.reception.conversation import Conversations
from agents.reception.notices import LetterWriter
from agents.reception.turns.deps import Deps
from api.services.turn_locks import TurnLocks
from api.settings.own_agenda import seats_here
from api.settings.settings import BookingSettings, Settings
from api.settings.smtp_url import smtp_server
from api.tasks.scheduler import Chore
from api.tasks.unknown_outcomes import Outcomes
from knowledge.administration import Administration
from tools.appointments.fairness import HoldLimits, random_delay
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import Clock
from tools.desk.closures import Closures
from tools.gaps.gaps import GapLog
from tools.letters.notifications import Notice
from tools.letters.notifier import Notifier
from tools.letters.smtp import SmtpNotifications
from tools.offices.calendar import Calendar, load_calendar
from tools.offices.office_files import load_offices
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.forgetting import Retention, forget
from tools.store.outbox_postgres import PostgresOutbox, put
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import OfferRules, WaitingList


def build_slots(
    settings: BookingSettings, administration: Administration, calendar: Calendar | None = None
) -> SlotSpace:
    """All slots of all offices, with the rules of the settings."""
    rules = BookingRules(
        notice=timedelta(hours=settings.booking_lead_hours),
        days_ahead=settings.booking_window_days,
        hold=timedelta(minutes=settings.hold_minutes),
        limits=HoldLimits(
            live_per_person=settings.holds_per_person,
            live_per_origin=settings.holds_per_origin,
            daily_per_person=settings.holds_per_person_day,
            daily_per_origin=settings.holds_per_origin_day,
            zone=administration.zone,
        ),
        delay=random_delay(timedelta(seconds=settings.release_seconds), random.SystemRandom()),
    )
    return SlotSpace(load_offices(administration), calendar or load_calendar(administration), rules)


@dataclass(frozen=True, slots=True)
class Stores:
    """What is kept, and the key of its pseudonyms."""

    database: Database
    events: PostgresEventBus
    gaps: GapLog
    secret: bytes


def build_waiting_list(settings: Settings, slots: SlotSpace, stores: Stores, clock: Clock) -> PostgresWaitingList:
    """The list beside the book, over the same slots."""
    offers = OfferRules(stands=timedelta(minutes=settings.offer_minutes))
    rules = WaitingRules(stores.secret, offers, by_email=settings.smtp_url is not None)
    return PostgresWaitingList(stores.database, slots, clock, rules)


@dataclass(frozen=True, slots=True)
class Beside:
    """What has work to do beside answering."""

    waiting: WaitingList
    closures: Closures
    outcomes: Outcomes


def build_outcomes(
    settings: Settings, stores: Stores, deps: Deps, conversations: Conversations, locks: TurnLocks
) -> Outcomes:
    """Finds out what became of writes; without a mail server it is told in the conversation only."""

    async def write(notice: Notice) -> None:
        await stores.database.run(lambda connection: put(connection, notice))

    assert deps.unsettled is not None
    told = None if settings.smtp_url is None else write
    return Outcomes(deps.unsettled, conversations, locks, deps.clock, told)


def build_chores(settings: Settings, beside: Beside, stores: Stores, deps: Deps) -> list[Chore]:
    """What to do beside answering. Without a mail server no notice is written, so there is none to send.

    Where an external agenda has the seats, none of those here is given to anybody.
    """
    kept = Retention(timedelta(days=settings.hand_off_days), timedelta(days=settings.contact_days))
    chores = [
        Chore("desk", beside.closures.settle, timedelta(seconds=30)),
        Chore("outcomes", beside.outcomes.settle, timedelta(seconds=30)),
        Chore("forgetting", lambda: forget(stores.database, deps.clock(), kept), timedelta(hours=1)),
    ]
    if seats_here(settings):
        chores.append(Chore("displaced", beside.closures.place_displaced, timedelta(seconds=3)))
        chores.append(Chore("offers", beside.waiting.offer, timedelta(seconds=3)))
    if settings.smtp_url is not None:
        server = smtp_server(settings.smtp_url.get_secret_value(), settings.smtp_from)
        outbox = PostgresOutbox(stores.database, deps.clock)
        writer = LetterWriter(deps.phrases, deps.offices)
        notifier = Notifier(outbox, SmtpNotifications(server, deps.clock), writer.write)
        chores.append(Chore("letters", notifier.drain, timedelta(seconds=3)))
    return chores
