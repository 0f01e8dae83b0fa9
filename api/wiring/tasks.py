"""The periodic tasks of a process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from agents.reception.conversation import Conversations
from agents.reception.notices import LetterWriter
from agents.reception.turns.deps import Deps
from api.services.turn_locks import TurnLocks
from api.settings.agendas import keeps_own_agenda
from api.settings.settings import Settings
from api.settings.smtp_url import smtp_server
from api.tasks.due_calls import DueCalls
from api.tasks.ended_chats import EndedChats
from api.tasks.matching import Matching
from api.tasks.scheduler import PeriodicTask
from api.tasks.unknown_outcomes import OutcomeResolver
from api.wiring.chat import ChatParts
from api.wiring.models import Models
from api.wiring.storage import Storage
from speech.calls.calls import Calls
from tools.desk.closures import Closures
from tools.letters.notifications import Notice
from tools.letters.notifier import Notifier
from tools.letters.smtp import SmtpNotifications
from tools.store.forgetting import Retention, forget
from tools.store.outbox_postgres import PostgresOutbox, put
from tools.waiting.waiting_list import WaitingList
from tools.webhooks.deliveries import Deliveries


@dataclass(frozen=True, slots=True)
class BookingWork:
    """The parts of booking that have periodic work."""

    waiting_list: WaitingList
    closures: Closures
    outcomes: OutcomeResolver


def build_outcomes(
    settings: Settings, storage: Storage, deps: Deps, conversations: Conversations, locks: TurnLocks
) -> OutcomeResolver:
    """Build the resolver of unknown outcomes. Without a mail server it tells people in their conversation only."""

    async def write(notice: Notice) -> None:
        await storage.database.run(lambda connection: put(connection, notice))

    assert deps.unsettled is not None
    send = None if settings.smtp_url is None else write
    return OutcomeResolver(deps.unsettled, conversations, locks, deps.clock, send)


def booking_tasks(settings: Settings, work: BookingWork, storage: Storage, deps: Deps) -> list[PeriodicTask]:
    """Return the tasks of booking and of its letters.

    Without a mail server no letter is written, so none is sent. With an external agenda, the seats of this service are
    given to nobody.
    """
    periods = (settings.hand_off_days, settings.contact_days, settings.timeline_days, settings.gap_days)
    kept = Retention(*(timedelta(days=days) for days in periods))
    tasks = [
        PeriodicTask("desk", work.closures.settle, timedelta(seconds=30)),
        PeriodicTask("outcomes", work.outcomes.settle, timedelta(seconds=30)),
        PeriodicTask("forgetting", lambda: forget(storage.database, deps.clock(), kept), timedelta(hours=1)),
    ]
    if deps.means.call_backs is not None:
        due = DueCalls(deps.means.call_backs, deps.hand_offs, deps.clock)
        tasks.append(PeriodicTask("call-backs", due.hand_over, timedelta(seconds=3)))
    if keeps_own_agenda(settings):
        tasks.append(PeriodicTask("displaced", work.closures.place_displaced, timedelta(seconds=3)))
        tasks.append(PeriodicTask("offers", work.waiting_list.offer, timedelta(seconds=3)))
    if settings.smtp_url is not None:
        server = smtp_server(settings.smtp_url.get_secret_value(), settings.smtp_from)
        outbox = PostgresOutbox(storage.database, deps.clock)
        writer = LetterWriter(deps.phrases, deps.offices)
        notifier = Notifier(outbox, SmtpNotifications(server, deps.clock), writer.write)
        tasks.append(PeriodicTask("letters", notifier.drain, timedelta(seconds=3)))
    return tasks


def upkeep_tasks(
    models: Models, chat: ChatParts, calls: Calls, ended: EndedChats, deliveries: Deliveries
) -> Sequence[PeriodicTask]:
    """Return the tasks of conversations, calls, knowledge and webhooks."""
    return (
        PeriodicTask("conversations", ended.settle, timedelta(hours=1)),
        PeriodicTask("floor", Matching(chat.services.floor, chat.services.consulting.consultations).play, timedelta()),
        PeriodicTask("calls", calls.tidy, timedelta(seconds=15)),
        PeriodicTask("sound of calls", calls.sound.sweep, timedelta(hours=1)),
        PeriodicTask("webhooks", deliveries.play, timedelta(seconds=1)),
        PeriodicTask("library", models.look_ahead, timedelta(minutes=10)),
    )
