"""JSON Lines in, JSON Lines out: one answer per line, in order, whatever the line holds."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
from typing import Any, TextIO

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
    answers: Queue[Future[str] | None] = Queue(cores * _AHEAD)
    pool = ThreadPoolExecutor(cores)
    failure: list[Exception] = []

    def read() -> None:
        try:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    answers.put(pool.submit(_written, line, number, handle))
        except Exception as error:  # of the source of the lines: raised where the answers are taken
            failure.append(error)
        finally:
            answers.put(None)

    Thread(target=read, daemon=True).start()
    try:
        while (answer := answers.get()) is not None:
            yield answer.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    if failure:
        raise failure[0]


def utf8(stream: TextIO) -> TextIO:
    """The stream in UTF-8, whatever the terminal's code; bytes that are none come through and fail their own line."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream


def json_line(answer: Answer) -> str:
    """As it is written. Half a sign ("\\ud800") is valid in JSON and not in UTF-8: it goes out as it came in."""
    written = json.dumps(answer, ensure_ascii=False)
    return written if _is_utf8(written) else json.dumps(answer)


def _written(line: str, number: int, handle: Handler) -> str:
    answer = _one(line, number, handle)
    try:
        return json_line(answer)
    except RecursionError:
        return json.dumps(_failed(None, f"line {number} has an id of too many brackets"))


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _one(line: str, number: int, handle: Handler) -> Answer:
    if not _is_utf8(line):
        return _failed(None, f"line {number} is not UTF-8")
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return _failed(None, f"line {number} is not JSON: {error.msg}")
    except (ValueError, RecursionError):  # a number of too many digits, too many brackets
        return _failed(None, f"line {number} is JSON too large to be read")
    if not isinstance(record, dict):
        return _failed(None, f"line {number} must be an object")
    identity = record.get("id")
    try:
        return {"id": identity, **handle(record)}
    except (ValueError, IsacError) as error:
        return _failed(identity, f"line {number}: {error}")
    except Exception as error:  # ours to mend, and no reason to leave the other lines without an answer
        return _failed(identity, f"line {number}: {type(error).__name__}: {error}")


def _failed(identity: Any, problem: str) -> Answer:
    return {"id": identity, "error": problem}


def text_of(record: dict[str, Any], field: str) -> str:
    """A required text field. Raises ValueError naming it."""
    value = record.get(field)
    if not isinstance(value, str):
        raise ValueError(f'field "{field}" must be a text')
    return value


def write_lines(lines: Iterable[str]) -> None:
    """Write the lines to the standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")
