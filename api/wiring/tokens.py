"""Tokens of the service, signed with its key."""

from datetime import timedelta

from api.services.tokens import Tokens
from api.settings.settings import Settings
from tools.clock import Clock
from tools.store.database import Database
from tools.store.signing_keys import signing_key


async def build_tokens(settings: Settings, database: Database, clock: Clock) -> Tokens:
    """Sign with the key of the settings, else with the key of the database. Raises ToolUnavailable."""
    key = settings.secret_key.get_secret_value().encode() if settings.secret_key else await signing_key(database)
    return Tokens(
        key,
        clock,
        conversation_life=timedelta(minutes=settings.token_minutes),
        staff_life=timedelta(minutes=settings.staff_token_minutes),
    )
