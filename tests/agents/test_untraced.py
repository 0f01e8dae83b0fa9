"""What citizens say is sent to no service of traces, whatever the environment of the process says."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import langsmith
import pytest
from langchain_core.callbacks import AsyncCallbackManager
from langchain_core.tracers.langchain import LangChainTracer
from langsmith.utils import get_env_var

from agents.copilot.graph import build_copilot
from agents.copilot.named_things import NamedThings
from agents.reception.graph import build_reception
from tests.shipped import MemorySaver

TRACED = {
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "a-key",
    "LANGSMITH_ENDPOINT": "http://127.0.0.1:9",
}


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that would trace, were nothing done against it."""
    for name, value in TRACED.items():
        monkeypatch.setenv(name, value)
    cast(Any, get_env_var).cache_clear()
    langsmith.configure(enabled=None)
    yield
    langsmith.configure(enabled=False)
    monkeypatch.undo()
    cast(Any, get_env_var).cache_clear()


def tracers() -> list[Any]:
    """Those that every run of a graph or a chat model gets."""
    return [one for one in AsyncCallbackManager.configure().handlers if isinstance(one, LangChainTracer)]


@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("build", [lambda: build_copilot(NamedThings.of({})), lambda: build_reception(MemorySaver())])
def test_who_builds_a_graph_is_traced_no_more(build: Callable[[], object]) -> None:
    assert tracers()
    build()
    assert not tracers()
