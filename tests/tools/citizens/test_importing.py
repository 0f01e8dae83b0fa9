"""Imports from beginning to end: what stays, what is refused, and what happens after a kill."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.fakes.timelines import MemoryTimelines
from tools.appointments.keys import pseudonym_of
from tools.citizens.files import UnreadableImport
from tools.citizens.importing import Importing
from tools.citizens.imports import ImportProgress
from tools.citizens.rows import RowReader
from tools.citizens.timeline import Interaction

READER = RowReader(partial(pseudonym_of, secret=b"k"), datetime(2026, 11, 25, tzinfo=UTC))
ANA = pseudonym_of("12345678Z", b"k")


class Killed(Exception):
    pass


class Mortal(MemoryTimelines):
    """Dies when it is asked to keep its ``nth`` batch."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self.left = nth

    async def take_in(self, file: str, batch: Sequence[Interaction], progress: ImportProgress) -> None:
        self.left -= 1
        if self.left == 0:
            raise Killed
        await super().take_in(file, batch, progress)


def line(number: int, document: str = "12345678Z") -> str:
    return json.dumps(
        {"system": "crm", "reference": f"{number}", "at": "2026-11-20T10:00Z", "channel": "phone", "document": document}
    )


@pytest.fixture
def rejects(tmp_path: Path) -> Path:
    return tmp_path / "rejects.csv"


def written(folder: Path, name: str, *lines: str) -> Path:
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogateescape")
    return file


def refused(rejects: Path) -> list[list[str]]:
    with rejects.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))[1:]


async def references(kept: MemoryTimelines) -> list[str]:
    return [one.reference for one in (await kept.page(ANA)).entries][::-1]


async def test_what_is_wrong_is_in_the_rejects_and_the_rest_comes_in(tmp_path: Path, rejects: Path) -> None:
    bad = [line(2, "12345678A"), "{", "[]", "", '{"reference": "=1\\n2"}']
    kept, told = MemoryTimelines(), list[ImportProgress]()
    done = await Importing(kept, READER, told.append, 2).run(
        written(tmp_path, "x.jsonl", line(1), *bad, line(3)), rejects
    )
    assert await references(kept) == ["1", "3"]
    assert done == told[-1] == ImportProgress(6, 4, finished=True)
    assert [(number, reference) for number, reference, _ in refused(rejects)] == [
        ("2", "2"), ("3", ""), ("4", ""), ("5", "=1\\n2"),
    ]  # fmt: skip
    assert [problem for *_, problem in refused(rejects)][1:] == [
        "the line is no JSON in UTF-8", "the line is no JSON object", "system is missing",
    ]  # fmt: skip
    assert "12345678A" not in rejects.read_text(encoding="utf-8")


@pytest.mark.parametrize("nth", range(1, 6))
async def test_after_a_kill_it_goes_on_and_nothing_is_there_twice(tmp_path: Path, rejects: Path, nth: int) -> None:
    lines = [line(number, "12345678A" if number % 3 == 0 else "12345678Z") for number in range(8)]
    file, kept = written(tmp_path, "x.jsonl", *lines), Mortal(nth)
    importing = Importing(kept, READER, lambda _: None, 2)
    with pytest.raises(Killed):
        await importing.run(file, rejects)
    assert await importing.run(file, rejects) == ImportProgress(8, 3, finished=True)
    assert await references(kept) == ["1", "2", "4", "5", "7"]
    assert [number for number, *_ in refused(rejects)] == ["1", "4", "7"]


async def test_a_file_taken_in_is_not_read_again_and_its_rejects_stay(tmp_path: Path, rejects: Path) -> None:
    kept = MemoryTimelines()
    importing = Importing(kept, READER, lambda _: None, 2)
    done = await importing.run(written(tmp_path, "x.jsonl", line(1), line(2, "x")), rejects)
    again = await importing.run(written(tmp_path, "renamed.jsonl", line(1), line(2, "x")), rejects)
    assert (again, len(refused(rejects))) == (done, 1)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_a_table_comes_in_with_its_columns_in_any_order(tmp_path: Path, rejects: Path, delimiter: str) -> None:
    rows = (
        ("\ufeffat", "Document", "summary", "channel", "system", "reference"),
        ("2026-11-20T10:00Z", "12345678Z", '"dice ""sí"",\nsí"', "phone", "crm", "1"),
        ("short", "row"),
        ("2026-11-20T10:00Z", "12345678Z", "caf\udce9", "phone", "crm", "3"),
        ("2026-11-20T10:00Z", "12345678Z", "", "phone", "crm", "4"),
    )
    lines = (delimiter.join(row) for row in rows)
    kept = MemoryTimelines()
    done = await Importing(kept, READER, lambda _: None).run(written(tmp_path, "x.csv", *lines), rejects)
    assert await references(kept) == ["1", "4"]
    assert (await kept.page(ANA)).entries[1].summary == 'dice "sí",\nsí'
    assert (done.lines, [number for number, *_ in refused(rejects)]) == (4, ["2", "3"])


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.xlsx", "PK"), ("x.csv", ""), ("x.csv", "a,b"), ("x.csv", "reference,name"), ("x.csv", "reference,reference")],
)
async def test_what_is_no_such_file_is_refused_whole(tmp_path: Path, rejects: Path, name: str, text: str) -> None:
    with pytest.raises(UnreadableImport):
        await Importing(MemoryTimelines(), READER, lambda _: None).run(written(tmp_path, name, text), rejects)
