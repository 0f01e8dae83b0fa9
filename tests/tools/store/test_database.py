"""What the server refuses for now is tried again, and in the end told as a database that does not do it."""

from itertools import count

import pytest
from psycopg.errors import DeadlockDetected, SerializationFailure
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import ToolUnavailable
from tools.store.database import Database, Work

CAUSES = [DeadlockDetected, SerializationFailure]


def refused(times: int, cause: type[Exception]) -> Work[int]:
    """Work that stands in the way of other work so many times; then, how many attempts it took."""
    attempts = count(1)

    async def work(connection: AsyncConnection) -> int:
        if (attempt := next(attempts)) <= times:
            raise OperationalError("UPDATE seats", None, cause())
        return attempt

    return work


@pytest.mark.parametrize("cause", CAUSES)
async def test_work_in_the_way_of_other_work_is_done_again(database: Database, cause: type[Exception]) -> None:
    assert await database.run(refused(3, cause)) == 4


@pytest.mark.parametrize("cause", CAUSES)
async def test_work_that_is_always_in_the_way_ends_as_unavailable(database: Database, cause: type[Exception]) -> None:
    with pytest.raises(ToolUnavailable):
        await database.run(refused(9, cause))
