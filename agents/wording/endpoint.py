"""A chat model behind an OpenAI-compatible endpoint (vLLM, llama.cpp, Ollama and most that are rented)."""

from typing import Any

import httpx
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import ConfigDict, SecretStr

_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


class EndpointModel(BaseChatModel):
    """``POST {url}/chat/completions``. Raises httpx.HTTPError, and ValueError on an answer that is none."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    http: httpx.AsyncClient
    url: str
    model: str
    key: SecretStr | None = None
    max_tokens: int = 400

    @property
    def _llm_type(self) -> str:
        return "openai-compatible"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise NotImplementedError("this model is asked asynchronously: call ainvoke")

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        body = {
            "model": self.model,
            "messages": [{"role": _ROLES[one.type], "content": one.content} for one in messages],
            "max_tokens": self.max_tokens,
            "temperature": 0,
        }
        headers = {"Authorization": f"Bearer {self.key.get_secret_value()}"} if self.key else {}
        response = await self.http.post(f"{self.url}/chat/completions", json=body, headers=headers)
        response.raise_for_status()
        return ChatResult(generations=[ChatGeneration(message=_answer(response.json()))])


def _answer(body: Any) -> AIMessage:
    try:
        content, usage = body["choices"][0]["message"]["content"], body.get("usage") or {}
        given, made = int(usage.get("prompt_tokens", 0)), int(usage.get("completion_tokens", 0))
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError("the chat model's answer has no message") from error
    if not isinstance(content, str):
        raise ValueError("the chat model's message is no text")
    counted = {"input_tokens": given, "output_tokens": made, "total_tokens": given + made}
    return AIMessage(content, usage_metadata=counted if given + made else None)
