"""The worder that asks a chat model: within a time and a budget, with a record of what was sent, behind the guard."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from agents.wording.budget import TokenBudget
from agents.wording.guard import Flaw
from agents.wording.worder import Approved
from knowledge.languages import AUTONYMS, Language
from tools.audit import Actor, AuditRecord
from tools.breaker import CircuitBreaker
from tools.errors import ToolUnavailable

_log = logging.getLogger(__name__)
Outcome = Literal["worded", "same", "personal", "no_budget", "open", "no_audit", "late", "failed"] | Flaw
"""What became of a text: better words, the same words, or why it stands: it holds an identifier and was not sent; there
is no budget left; the model failed too often lately; the audit could not be written; it did not answer in time, or at
all; or the flaw that the guard found."""

_TASK = """\
You reword answers of the Spanish Social Security so that they are plain and friendly to read. Language: {language}.
Rules: keep every figure, date, name, link, telephone and condition, in the same order; keep "not", "or", "if", "only",
"must" and "may" as they are; add nothing, promise nothing, address the reader formally; use the words of the text or
simpler ones; no markup. Write exactly {lines} line(s), one for each line given, and nothing else."""
_LETTERS_A_TOKEN = 2.5
"""The fewest of our languages, so that what is taken of the budget is hardly ever less than what is spent."""


class SendTrail(Protocol):
    """The part of the audit that is written here. Every method may raise ToolUnavailable."""

    async def begin(self, actor: Actor, record: AuditRecord) -> str:
        """Say what is about to be sent; returns the id that its result goes under."""
        ...

    async def finish(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        """Say what came of it."""
        ...


class Judge(Protocol):
    """Tells what is wrong with what a model wrote."""

    def flaw(self, approved: str, said: str, language: Language) -> Flaw | None:
        """The first thing wrong; None where it may be said."""
        ...


def _task_of(approved: Approved) -> str:
    return _TASK.format(language=AUTONYMS[approved.language], lines=approved.text.count("\n") + 1)


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """Where texts go, as the audit names it."""

    host: str
    model: str


@dataclass(frozen=True, slots=True)
class ChatWorder:
    """Implements ``Worder``. ``masked`` hides identifiers: a text in which it finds any is not sent. ``max_seconds``:
    how long the model may take; ``max_tokens``: how much it may write; ``task``: what it is told to do. ``outcomes``
    counts them.
    """

    model: BaseChatModel
    address: ModelAddress
    guard: Judge
    masked: Callable[[str], str]
    trail: SendTrail
    budget: TokenBudget
    breaker: CircuitBreaker
    seconds: Callable[[], float]
    max_seconds: float = 3.0
    max_tokens: int = 400
    task: Callable[[Approved], str] = _task_of
    outcomes: Counter[str] = field(default_factory=Counter)

    async def word(self, approved: Approved) -> str | None:
        """See the port."""
        outcome, words = await self._try(approved)
        self.outcomes[outcome] += 1
        return words

    async def _try(self, approved: Approved) -> tuple[Outcome, str | None]:
        if self.masked(approved.text) != approved.text:
            return "personal", None
        task = self.task(approved)
        most = int(len(task + approved.text) / _LETTERS_A_TOKEN) + self.max_tokens
        if not self.budget.take(approved.conversation, most):
            return "no_budget", None
        spent = 0
        try:
            self.breaker.admit()
        except ToolUnavailable:
            self.budget.settle(approved.conversation, most, 0)
            return "open", None
        try:
            outcome, words, spent = await self._send(approved, task, most)
            return outcome, words
        finally:
            self.budget.settle(approved.conversation, most, spent)

    async def _send(self, approved: Approved, task: str, most: int) -> tuple[Outcome, str | None, int]:
        """The outcome, the words that passed, and the tokens spent."""
        actor, about = self._record(approved)
        try:
            deed_id = await self.trail.begin(actor, AuditRecord("send", after=about))
        except ToolUnavailable:
            return "no_audit", None, 0
        began = self.seconds()
        answer, failure = await self._ask(approved.text, task)
        took = round(self.seconds() - began, 3)
        said = answer.text.strip() if answer is not None else ""
        outcome = failure or self._judge(approved, said)
        usage = answer.usage_metadata if answer is not None else None
        spent = usage["total_tokens"] if usage else most
        result = {**about, "seconds": took, "tokens": spent, "result": outcome}
        try:
            await self.trail.finish(deed_id, actor, AuditRecord("send", after=result))
        except ToolUnavailable:
            return "no_audit", None, spent
        return outcome, said if outcome == "worded" else None, spent

    async def _ask(self, text: str, task: str) -> tuple[AIMessage | None, Outcome | None]:
        try:
            async with asyncio.timeout(self.max_seconds):
                answer = await self.model.ainvoke([SystemMessage(task), HumanMessage(text)])
        except TimeoutError:
            self.breaker.failed()
            return None, "late"
        except Exception as error:  # any langchain-core model: what it may raise is not known
            _log.warning("the chat model at %s failed: %s", self.address.host, type(error).__name__)
            self.breaker.failed()
            return None, "failed"
        self.breaker.succeeded()
        return answer, None

    def _judge(self, approved: Approved, said: str) -> Outcome:
        if said == approved.text:
            return "same"
        return self.guard.flaw(approved.text, said, approved.language) or "worded"

    def _record(self, approved: Approved) -> tuple[Actor, dict[str, str | int]]:
        """Who, and what may be known of it for ever: no text."""
        about: dict[str, str | int] = {
            "host": self.address.host,
            "model": self.address.model,
            "language": approved.language,
            "letters": len(approved.text),
        }
        return Actor("isac", "service", approved.purpose), about
