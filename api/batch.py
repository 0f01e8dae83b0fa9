"""JSON Lines in, JSON Lines out: one answer per line, in order, whatever the line holds."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
from typing import Any

from knowledge.errors import IsacError

Handler = Callable[[dict[str, Any]], dict[str, Any]]


Answer = dict[str, Any]
_AHEAD = 4
"""Lines read ahead, by core."""


def batch(lines: Iterable[str], handle: Handler) -> Iterator[str]:
    """Each line through ``handle``. A bad line gives ``{"id", "error"}`` and the rest goes on; blanks are skipped.

    Every core takes lines, so ``handle`` has to be thread-safe. An answer is given as soon as those before it are:
    who sends a line and waits is answered.
    """
    cores = os.cpu_count() or 1
    answers: Queue[Future[Answer] | None] = Queue(cores * _AHEAD)
    pool = ThreadPoolExecutor(cores)
    failure: list[Exception] = []

    def read() -> None:
        try:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    answers.put(pool.submit(_one, line, number, handle))
        except Exception as error:  # of the source of the lines: raised where the answers are taken
            failure.append(error)
        finally:
            answers.put(None)

    Thread(target=read, daemon=True).start()
    try:
        while (answer := answers.get()) is not None:
            yield json.dumps(answer.result(), ensure_ascii=False)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    if failure:
        raise failure[0]


def _one(line: str, number: int, handle: Handler) -> Answer:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return _failed(None, f"line {number} is not JSON: {error.msg}")
    if not isinstance(record, dict):
        return _failed(None, f"line {number} must be an object")
    identity = record.get("id")
    try:
        return {"id": identity, **handle(record)}
    except (ValueError, IsacError) as error:
        return _failed(identity, f"line {number}: {error}")


def _failed(identity: Any, problem: str) -> Answer:
    return {"id": identity, "error": problem}


def text_of(record: dict[str, Any], field: str) -> str:
    """A required text field. Raises ValueError naming it."""
    value = record.get(field)
    if not isinstance(value, str):
        raise ValueError(f'field "{field}" must be a text')
    return value
