"""What a write that fails tells: errors end in the log, and what citizens said and who they are does not."""

import traceback
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from tools.store.database import Database
from tools.store.schema import call_segments

SAID = {"text": "deprimida desde mi despido, María Pérez"}
SEGMENT = {"call_id": "c1", "track": "citizen", "number": 0, "language": "es", "words": [SAID], "asked": []}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"track": "nobody"}, "call_segments_track"),
        ({"words": [SAID, {"text": "\0"}]}, "unsupported Unicode escape sequence"),
    ],
    ids=["a row that is refused", "a text that is refused"],
)
async def test_the_error_says_why_and_not_what_was_written(
    database: Database, wrong: dict[str, Any], reason: str
) -> None:
    statement = insert(call_segments).values(SEGMENT | wrong)
    with pytest.raises(DBAPIError) as failed:
        await database.run(lambda connection: connection.execute(statement))
    told = "".join(traceback.format_exception(failed.value))
    assert reason in told
    assert "INSERT INTO call_segments" in told
    assert not any(word in told for word in ("deprimida", "despido", "María"))
