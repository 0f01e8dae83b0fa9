"""Asks the external agenda until it answers, and tells "no" from "nobody knows"."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

import httpx
from pydantic import ValidationError

from tools.appointments.agenda.question import AgendaQuestion, Chance, Patience
from tools.appointments.agenda.verdict import Failed, accepted
from tools.appointments.agenda.wire import Answer
from tools.breaker import CircuitBreaker
from tools.errors import OutcomeUnknown, ToolError, ToolUnavailable

A = TypeVar("A", bound=Answer)
T = TypeVar("T")

_log = logging.getLogger(__name__)
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class AgendaClient:
    """Sends a question again, the same, as often as ``patience`` allows and the breaker lets."""

    def __init__(
        self, http: httpx.AsyncClient, breaker: CircuitBreaker, patience: Patience, chance: Chance | None = None
    ) -> None:
        self._http, self._breaker, self._patience = http, breaker, patience
        self._chance = chance or Chance()

    async def ask(self, question: AgendaQuestion, shape: type[A]) -> A:
        """The answer. Raises what the agenda refuses with, ToolUnavailable, and OutcomeUnknown for a write."""
        return await self._insist(question, lambda body: _shaped(body, shape))

    async def tell(self, question: AgendaQuestion) -> None:
        """The same, when the answer has nothing to be read."""
        await self._insist(question, lambda body: None)

    async def _insist(self, question: AgendaQuestion, read: Callable[[bytes], T]) -> T:
        maybe, pauses = False, self._chance.pauses(self._patience)
        while True:
            try:
                return await self._once(question, read)
            except Failed as failure:
                maybe = maybe or failure.maybe
                pause = next(pauses, None)
                if pause is None or not failure.again or failure.wait > self._patience.longest:
                    raise self._given_up(question, failure, maybe=maybe) from failure
                pause = max(pause, failure.wait)
            await self._chance.sleep(pause)

    async def _once(self, question: AgendaQuestion, read: Callable[[bytes], T]) -> T:
        """Try once, and report the result to the breaker. A refusal is an answer."""
        try:
            self._breaker.admit()
        except ToolUnavailable as error:
            raise Failed(str(error), maybe=False, again=False) from error
        try:
            answered = read(accepted(await self._sent(question)))
        except Failed:
            self._breaker.failed()
            raise
        except ToolError:
            self._breaker.succeeded()
            raise
        self._breaker.succeeded()
        return answered

    async def _sent(self, question: AgendaQuestion) -> httpx.Response:
        try:
            async with asyncio.timeout(self._patience.connect + self._patience.answer):
                return await self._http.request(
                    question.method,
                    question.path,
                    headers=dict(question.headers),
                    params=dict(question.params),
                    json=question.body,
                )
        except _NEVER_SENT as error:
            raise Failed(type(error).__name__, maybe=False) from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise Failed(type(error).__name__, maybe=True) from error

    def _given_up(self, question: AgendaQuestion, failure: Failed, *, maybe: bool) -> ToolError:
        unknown = question.writes and maybe
        _log.warning("agenda %s: %s%s", question.method, failure, "; outcome unknown" if unknown else "")
        if unknown:
            return OutcomeUnknown(f"the agenda did not say whether it was done: {failure}")
        return ToolUnavailable(f"the agenda does not answer: {failure}")


def _shaped(body: bytes, shape: type[A]) -> A:
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        places = ", ".join(sorted({".".join(map(str, one["loc"])) or "body" for one in error.errors()}))
        raise Failed(f"an answer unlike its contract ({places})", maybe=True) from None
