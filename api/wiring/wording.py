"""The chat model that words approved text, where one is configured."""

import time
from contextlib import AsyncExitStack
from functools import partial

import httpx

from agents.translation.chat_translator import ChatTranslator
from agents.translation.guard import TranslationGuard
from agents.wording.budget import TokenBudget
from agents.wording.chat_worder import ChatWorder, ModelAddress
from agents.wording.endpoint import EndpointModel
from agents.wording.guard import Guard
from api.settings.settings import Settings
from api.wiring.models import Models
from api.wiring.storage import Storage
from knowledge.languages import Language
from tools.breaker import CircuitBreaker
from tools.reading.masking import load_public_numbers, mask
from tools.store.audit_postgres import PostgresAuditTrail

_MOST_TOKENS = 600
"""Of one rewording: the longest answers have about 1,200 letters."""


def build_worder(settings: Settings, models: Models, storage: Storage, opened: AsyncExitStack) -> ChatWorder | None:
    """Build the worder; None without a chat model. ``opened`` closes its connections."""
    if settings.chat_model is None:
        return None
    url, _, name = str(settings.chat_model).partition("#")
    http = httpx.AsyncClient(timeout=settings.chat_model_seconds)
    opened.push_async_callback(http.aclose)

    def language_of(text: str) -> Language:
        return models.understander.detector.detect(text).language

    return ChatWorder(
        model=EndpointModel(
            http=http, url=url.rstrip("/"), model=name, key=settings.chat_model_key, max_tokens=_MOST_TOKENS
        ),
        address=ModelAddress(settings.chat_model.host or "", name),
        guard=Guard(language_of),
        masked=partial(mask, public=load_public_numbers(models.administration)),
        trail=PostgresAuditTrail(storage.database, models.clock),
        budget=TokenBudget(
            settings.chat_model_tokens_per_day, settings.chat_model_tokens_per_conversation, models.clock.today
        ),
        breaker=CircuitBreaker(time.monotonic, threshold=3, rest=60.0),
        seconds=time.monotonic,
        max_seconds=settings.chat_model_seconds,
        max_tokens=_MOST_TOKENS,
    )


def build_translator(settings: Settings, models: Models, worder: ChatWorder | None) -> ChatTranslator | None:
    """Build the translator over the same model; None unless it is allowed to see what citizens write."""
    if worder is None or not settings.chat_model_translates:
        return None

    def language_of(text: str) -> Language:
        return models.understander.detector.detect(text).language

    return ChatTranslator(worder, TranslationGuard(language_of))
