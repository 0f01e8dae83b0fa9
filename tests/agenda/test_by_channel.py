"""Three books as one: the service's own, the corporate agenda and the video rooms."""

from dataclasses import replace
from typing import Any

import pytest

from knowledge.channels import Channel
from tests import shipped
from tests.books import OpenBook
from tests.contracts.worlds import NOW, small_offices, small_world
from tools.appointments.agenda.by_channel import ChannelBook
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.errors import (
    AppointmentNotFound,
    CannotMove,
    HoldExpired,
    OutcomeUnknown,
    ToolError,
    ToolUnavailable,
    UnknownSlot,
)
from tools.offices.slots import SlotQuery
from tools.store.database import Database
from tools.waiting.waiting_list import WaitRequest

ANA = "12345678Z"
PHONE = SlotQuery("inss-28", "pensions", "phone")
VIDEO = SlotQuery("inss-28", "pensions", "video")
NAMES: dict[Channel, str] = {"in_person": "own", "phone": "own", "video": "video"}


def video_space() -> SlotSpace:
    offices = {name: replace(office, channels=("video",)) for name, office in small_offices().items()}
    return SlotSpace(offices, shipped.calendar(), BookingRules())


class Away:
    """A book that answers nothing."""

    def __init__(self, error: type[ToolError]) -> None:
        self.error = error

    def __getattr__(self, name: str) -> Any:
        async def away(*args: Any) -> None:
            raise self.error("away")

        return away


@pytest.fixture
def books(database: Database) -> dict[str, Any]:
    """Two secrets make two books of one database: neither knows the people of the other."""
    video = OpenBook(database, video_space(), fixed(NOW), b"of the rooms")
    return {"own": OpenBook(database, small_world(), fixed(NOW)), "video": video}


@pytest.fixture
def book(books: dict[str, Any]) -> ChannelBook:
    return ChannelBook(books, NAMES)


async def booked(book: ChannelBook, query: SlotQuery, key: str = "k") -> Appointment:
    slot = (await book.availability(query))[0]
    hold = await book.hold(slot.id, key)
    request = BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", ANA, key)
    made = await book.book(request)
    assert await book.outcome(request) == made
    return made


@pytest.mark.parametrize("query", [PHONE, VIDEO])
async def test_each_channel_is_booked_found_moved_and_cancelled_in_its_own_book(
    book: ChannelBook, query: SlotQuery
) -> None:
    made = await booked(book, query)
    assert await book.find(made.locator, ANA) == made
    other = (await book.availability(query))[1]
    moved = await book.move(made.locator, ANA, (await book.hold(other.id, "m")).id)
    assert (moved.slot, moved.locator) == (other, made.locator)
    assert (await book.cancel(made.locator, ANA)).status == "cancelled"


async def test_a_time_offered_to_who_waits_is_booked_and_the_desk_knows_the_times_shown(books: dict[str, Any]) -> None:
    own: OpenBook = books["own"]
    waiting, both = own.waiting_list(), ChannelBook(books, NAMES)
    joined = await waiting.join(WaitRequest(PHONE, "jubilacion_ordinaria", ANA, "w", "es"))
    assert await waiting.offer() == 1
    offer = (await waiting.find(joined.code, ANA)).offer
    assert offer is not None
    request = BookingRequest(offer.id, "pensions", "jubilacion_ordinaria", ANA, "k")
    made = await both.book(request)
    assert (made.slot, await both.outcome(request)) == (offer.slot, made)
    (shown, *_) = await both.availability(PHONE)
    assert (await own.hold(shown.id, "desk")).slot == shown


async def test_ids_that_name_the_own_book_are_still_understood(book: ChannelBook) -> None:
    slot = (await book.availability(PHONE))[0]
    assert (await book.hold(f"own~{slot.id}", "h")).slot == slot


async def test_a_released_hold_is_released_in_its_book(book: ChannelBook) -> None:
    slot = (await book.availability(VIDEO))[0]
    hold = await book.hold(slot.id, "h")
    await book.release(hold.id)
    with pytest.raises(HoldExpired):
        await book.book(BookingRequest(hold.id, "pensions", "jubilacion_ordinaria", ANA, "k"))


async def test_a_channel_without_a_book_has_no_slots(books: dict[str, Any]) -> None:
    assert await ChannelBook(books, {"phone": "own"}).availability(VIDEO) == []


@pytest.mark.parametrize("identifier", ["", "S123", "nobody~S123", "own~"])
async def test_ids_of_no_book_are_unknown(book: ChannelBook, identifier: str) -> None:
    with pytest.raises(UnknownSlot):
        await book.hold(identifier, "h")
    with pytest.raises(HoldExpired):
        await book.book(BookingRequest(identifier, "pensions", "jubilacion_ordinaria", ANA, "k"))
    await book.release(identifier)


async def test_an_appointment_does_not_move_to_a_slot_of_another_book_and_stays(book: ChannelBook) -> None:
    made = await booked(book, PHONE)
    hold = await book.hold((await book.availability(VIDEO))[0].id, "m")
    with pytest.raises(CannotMove):
        await book.move(made.locator, ANA, hold.id)
    assert await book.find(made.locator, ANA) == made


async def test_not_found_is_said_only_when_every_book_said_it(books: dict[str, Any]) -> None:
    names: Any = {"phone": "own"}
    with pytest.raises(AppointmentNotFound):
        await ChannelBook(books, names).find("AAAAAAA2", ANA)
    for first, second in ((Away(ToolUnavailable), books["video"]), (books["own"], Away(ToolUnavailable))):
        with pytest.raises(ToolUnavailable):
            await ChannelBook({"own": first, "video": second}, names).find("AAAAAAA2", ANA)
    with pytest.raises(OutcomeUnknown):
        await ChannelBook({"own": Away(OutcomeUnknown), "video": Away(ToolUnavailable)}, names).cancel("AAAAAAA2", ANA)


async def test_a_book_that_is_away_hides_no_appointment_of_another(books: dict[str, Any]) -> None:
    whole = ChannelBook(books, {"phone": "own", "video": "video"})
    made = await booked(whole, VIDEO)
    lame = ChannelBook({"own": Away(ToolUnavailable), "video": books["video"]}, {"phone": "own", "video": "video"})
    assert await lame.find(made.locator, ANA) == made
