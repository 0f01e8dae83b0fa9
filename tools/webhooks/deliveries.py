"""Delivers what waits: several lines for each receiver, so that one that hangs is in nobody else's way."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from random import random

from tools.breaker import CircuitBreaker
from tools.errors import ToolUnavailable
from tools.webhooks.pauses import pause
from tools.webhooks.sender import ReceiverAnswer
from tools.webhooks.webhook import Delivery, Webhook, WebhookMessage, WebhookMessages

LINES = 4
"""Messages on their way to one receiver from one process."""

_log = logging.getLogger(__name__)

Send = Callable[[Webhook, WebhookMessage], Awaitable[ReceiverAnswer]]


class Deliveries:
    """Every process may deliver; a message is taken by one (``WebhookMessages.take``). Killed anywhere, none is lost.

    ``draw`` gives the chance of pauses, ``now`` seconds that never go back. A receiver that keeps failing is left alone
    for a while (``CircuitBreaker``): then its messages are not tried, and grow no older in attempts.
    """

    def __init__(
        self,
        messages: WebhookMessages,
        send: Send,
        *,
        draw: Callable[[], float] = random,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._messages, self._send, self._draw, self._now = messages, send, draw, now
        self._receivers: dict[str, _Receiver] = {}
        self.outcomes: Counter[str] = Counter()
        """Attempts of this process, by what came of them: delivered, failed, given_up."""

    async def play(self) -> None:
        """Begin to deliver what is due, and wait for none of it. Raises ToolUnavailable."""
        for webhook_id in await self._messages.receivers():
            receiver = self._receivers.setdefault(webhook_id, _Receiver(CircuitBreaker(self._now)))
            self._open_line(webhook_id, receiver)

    async def idle(self) -> None:
        """Wait until all that was begun has ended."""
        while lines := [line for receiver in self._receivers.values() for line in receiver.lines]:
            await asyncio.wait(lines)

    async def close(self) -> None:
        """Stop, in the middle of deliveries too: who has the lease may die with it."""
        for receiver in self._receivers.values():
            for line in receiver.lines:
                line.cancel()
        await self.idle()

    def _open_line(self, webhook_id: str, receiver: "_Receiver") -> None:
        if len(receiver.lines) < LINES:
            line = asyncio.create_task(self._line(webhook_id, receiver))
            receiver.lines.add(line)
            line.add_done_callback(receiver.lines.discard)

    async def _line(self, webhook_id: str, receiver: "_Receiver") -> None:
        """Deliver one message after another until none is due; while there are, open the next line too."""
        try:
            while (delivery := await self._next(webhook_id, receiver)) is not None:
                self._open_line(webhook_id, receiver)
                await self._deliver(delivery, receiver)
        except ToolUnavailable:
            return  # of the database or the breaker; the next round looks again
        except Exception:
            _log.exception("delivery to a webhook failed")  # nobody awaits this task

    async def _next(self, webhook_id: str, receiver: "_Receiver") -> Delivery | None:
        receiver.breaker.admit()
        return await self._messages.take(webhook_id)

    async def _deliver(self, delivery: Delivery, receiver: "_Receiver") -> None:
        answer = await self._send(delivery.webhook, delivery.message)
        if answer.works:
            receiver.breaker.succeeded()
        else:
            receiver.breaker.failed()
        if answer.arrived:
            self.outcomes["delivered"] += 1
            await self._messages.delivered(delivery)
            return
        if answer.gone:
            _log.warning("webhook %s wants no more messages and is inactive now", delivery.webhook.id)
            await self._messages.gone(delivery.webhook.id)
        wait = pause(delivery.message.attempts, delivery.trying, self._draw())
        self.outcomes["failed" if wait else "given_up"] += 1
        if wait is None:
            _log.error("webhook %s: message %s was given up", delivery.webhook.id, delivery.message.id)
        await self._messages.failed(delivery, answer.word, wait)


class _Receiver:
    """What this process knows of a receiver."""

    def __init__(self, breaker: CircuitBreaker) -> None:
        self.breaker = breaker
        self.lines: set[asyncio.Task[None]] = set()
