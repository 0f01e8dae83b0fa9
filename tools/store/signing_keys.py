"""The secret of an installation: made once, stored with the data it protects, shared by every process."""

import secrets

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.store.database import Database


async def signing_key(database: Database) -> bytes:
    """32 bytes, the same for all processes of a database and after every restart. Raises ToolUnavailable."""
    fresh = secrets.token_bytes(32)

    async def keep(connection: AsyncConnection) -> bytes:
        insert = text("INSERT INTO signing_keys (id, secret) VALUES (1, :secret) ON CONFLICT (id) DO NOTHING")
        await connection.execute(insert, {"secret": fresh})
        return bytes((await connection.execute(text("SELECT secret FROM signing_keys WHERE id = 1"))).scalar_one())

    return await database.run(keep)
