"""Opens the external agendas of a deployment, beside the book kept here."""

import time
from contextlib import AsyncExitStack
from dataclasses import dataclass

from knowledge.channels import Channel
from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.by_channel import OWN, ChannelBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Patience, open_http
from tools.appointments.book import AppointmentBook
from tools.breaker import CircuitBreaker

_CORPORATE, _VIDEO = "agenda", "video"


@dataclass(frozen=True, slots=True)
class Agendas:
    """Addresses of the external agendas: ``corporate`` for in person and phone, ``video`` for video rooms; or none."""

    corporate: str | None = None
    video: str | None = None
    token: str | None = None


async def open_agenda(url: str, token: str | None, opened: AsyncExitStack) -> AgendaBook:
    """The book of one agenda, closed with ``opened``. Nothing is sent yet."""
    patience = Patience()
    http = await opened.enter_async_context(open_http(url, token, patience))
    return AgendaBook(AgendaClient(http, CircuitBreaker(time.monotonic), patience))


async def open_books(
    own: AppointmentBook, agendas: Agendas, opened: AsyncExitStack
) -> tuple[AppointmentBook, frozenset[Channel]]:
    """The book for all channels, and the channels it serves. Without external agendas it is ``own`` itself.

    With them, ``own`` still finds, moves and cancels what was booked in it before.
    """
    books: dict[str, AppointmentBook] = {OWN: own}
    names: dict[Channel, str] = {"in_person": OWN, "phone": OWN}
    if agendas.corporate is not None:
        books[_CORPORATE] = await open_agenda(agendas.corporate, agendas.token, opened)
        names |= {"in_person": _CORPORATE, "phone": _CORPORATE}
    if agendas.video is not None:
        books[_VIDEO] = await open_agenda(agendas.video, agendas.token, opened)
        names["video"] = _VIDEO
    return (own if len(books) == 1 else ChannelBook(books, names)), frozenset(names)
