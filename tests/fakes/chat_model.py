"""A chat model that answers by a script, and an audit that keeps what it is told."""

import asyncio
from collections.abc import Callable
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from tools.audit import Actor, AuditRecord
from tools.errors import ToolUnavailable


class ScriptedModel(BaseChatModel):
    """Answers what ``answer`` makes of the text, after ``delay`` seconds; what it raises, is raised."""

    answer: Callable[[str], str]
    delay: float = 0.0
    sent: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        self.sent += [str(message.content) for message in messages]
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.answer(str(messages[-1].content))))])

    async def _agenerate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        await asyncio.sleep(self.delay)
        return self._generate(messages)


class KeptTrail:
    """Implements ``SendTrail``; ``down`` makes it unavailable."""

    def __init__(self) -> None:
        self.begun: list[tuple[Actor, AuditRecord]] = []
        self.finished: list[tuple[str, Actor, AuditRecord]] = []
        self.down = False

    async def begin(self, actor: Actor, record: AuditRecord) -> str:
        if self.down:
            raise ToolUnavailable("no database")
        self.begun.append((actor, record))
        return f"d{len(self.begun)}"

    async def finish(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        if self.down:
            raise ToolUnavailable("no database")
        self.finished.append((deed_id, actor, record))
