"""Opens an external agenda at an address."""

import time

import httpx

from tools.agenda.book import AgendaBook
from tools.agenda.breaker import CircuitBreaker
from tools.agenda.client import AgendaClient
from tools.agenda.question import Patience, open_http


def open_agenda(url: str, token: str | None, patience: Patience | None = None) -> tuple[AgendaBook, httpx.AsyncClient]:
    """The book, and the HTTP client to close after it. Nothing is sent yet."""
    patience = patience or Patience()
    http = open_http(url, token, patience)
    return AgendaBook(AgendaClient(http, CircuitBreaker(time.monotonic), patience)), http
