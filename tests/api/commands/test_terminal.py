"""The conversation in a terminal."""

import asyncio
from collections.abc import Callable
from threading import Event

import pytest
from rich.console import Console

from api.commands.terminal import converse
from tests import shipped
from tests.api.scripted import ScriptedConversations


class Keyboard(Console):
    """A terminal at which ``typing`` is what the person does."""

    def __init__(self, typing: Callable[[], str]) -> None:
        super().__init__(quiet=True)
        self.typing = typing

    def input(self, *args: object, **kwargs: object) -> str:
        return self.typing()


async def test_while_the_person_thinks_everything_else_goes_on() -> None:
    went_on, typed = Event(), iter(["hola"])

    def think() -> str:
        assert went_on.wait(10)
        text = next(typed, None)
        if text is None:
            raise EOFError
        return text

    talking = asyncio.create_task(converse(ScriptedConversations(shipped.phrases()), Keyboard(think), "es"))
    await asyncio.sleep(0.05)
    went_on.set()
    await asyncio.wait_for(talking, 10)


async def test_who_leaves_need_not_type_first() -> None:
    typed = Event()

    def think() -> str:
        typed.wait(10)
        return "tarde"

    talking = asyncio.create_task(converse(ScriptedConversations(shipped.phrases()), Keyboard(think), "es"))
    await asyncio.sleep(0.05)
    talking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await talking
    typed.set()
