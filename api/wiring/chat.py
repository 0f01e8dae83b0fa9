"""The reception and its conversations."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial

from agents.reception.checkpoints import Checkpoints
from agents.reception.conversation import Conversations
from agents.reception.graph import build_reception
from agents.reception.turns.deps import Deps, Means
from agents.translation.translator import Translator
from agents.wording.worder import Worder
from api.services.calling import CallingService
from api.services.chat import ChatServices
from api.services.consulting import Consulting
from api.services.desk_view import read_floor
from api.services.people import AttentionHours, People
from api.services.shared_read import SharedRead
from api.services.translating import Translations
from api.services.turn_locks import DatabaseTurnLocks
from api.settings.agendas import keeps_own_agenda
from api.settings.settings import Settings
from api.wiring.booking import BookingParts
from api.wiring.models import Models
from api.wiring.storage import Storage
from tools.gaps.gaps import GapKeeper
from tools.ids import RandomIds
from tools.reading.masking import load_public_numbers
from tools.store.call_backs_postgres import PostgresCallBacks
from tools.store.citations_postgres import PostgresCitationArchive
from tools.store.consultations_postgres import PostgresConsultations
from tools.store.floor_postgres import PostgresFloor
from tools.store.handoffs_postgres import PostgresHandOffQueue
from tools.store.unsettled_postgres import PostgresUnsettled


@dataclass(frozen=True, slots=True)
class ChatParts:
    """The services of the chat, and the checkpoints and conversations that periodic tasks need."""

    services: ChatServices
    conversations: Conversations
    checkpoints: Checkpoints


async def build_chat(
    settings: Settings, deps: Deps, storage: Storage, opened: AsyncExitStack, translator: Translator | None = None
) -> ChatParts:
    """Build the chat over ``deps``; ``opened`` closes checkpoints and locks. Raises ToolUnavailable."""
    checkpoints = await Checkpoints.open(storage.database.url)
    opened.push_async_callback(checkpoints.close)
    locks = DatabaseTurnLocks(storage.database.engine, settings.turn_timeout_seconds)
    opened.push_async_callback(locks.close)
    floor = PostgresFloor(storage.database, storage.changes, deps.administration.units)
    conversations = Conversations(build_reception(checkpoints.saver), deps, checkpoints, storage.contacts, floor)
    hours = AttentionHours(deps.administration, deps.calendar, deps.clock)
    people = People(floor, deps.hand_offs, conversations, locks, hours)
    asked = PostgresConsultations(storage.database, storage.changes, deps.administration.units)
    consulting = Consulting(asked, people)
    now = SharedRead(partial(read_floor, floor, deps.hand_offs, asked))
    translations = Translations(storage.contacts, floor, translator)
    opened.push_async_callback(translations.close)
    calls = deps.means.call_backs
    services = ChatServices(
        conversations=conversations,
        turn_locks=locks,
        hand_offs=deps.hand_offs,
        contacts=storage.contacts,
        floor=floor,
        people=people,
        consulting=consulting,
        floor_now=now,
        translations=translations,
        calling=CallingService(deps, calls, deps.hand_offs, floor, people) if calls is not None else None,
    )
    return ChatParts(services, conversations, checkpoints)


def build_deps(
    settings: Settings, models: Models, booking: BookingParts, storage: Storage, worder: Worder | None = None
) -> Deps:
    """Build the dependencies of the reception."""
    services, clock = booking.services, models.clock
    offers_by_email = settings.smtp_url is not None and keeps_own_agenda(settings)
    return Deps(
        administration=models.administration,
        catalogue=models.knowledge_base.catalogue,
        knowledge_base=models.knowledge_base,
        reader=models.understander,
        book=services.book,
        offices=services.offices,
        calendar=models.calendar,
        places=models.places,
        hand_offs=PostgresHandOffQueue(storage.database, storage.events, storage.changes),
        citations=PostgresCitationArchive(storage.database),
        gaps=GapKeeper(storage.gaps, clock, settings.gap_days),
        phrases=models.phrases,
        mentions=models.mentions,
        sums=models.sums if models.sums.names else None,
        told_values=models.told_values,
        public_numbers=load_public_numbers(models.administration),
        clock=clock,
        new_id=RandomIds().token,
        channels=booking.channels,
        people=services.book,
        unsettled=PostgresUnsettled(storage.database, clock),
        waiting_list=services.waiting_list if offers_by_email else None,
        wherever=services.office_search,
        means=Means(
            finds=services.find_limits,
            call_backs=PostgresCallBacks(storage.database) if models.administration.call_backs is not None else None,
            translates=worder is not None and settings.chat_model_translates,
        ),
        worder=worder,
    )
