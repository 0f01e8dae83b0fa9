"""Passages and questions, each a JSON Lines file in a folder; the passages' is what ``isac search --corpus`` takes."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from knowledge.languages import Language, parse_language
from knowledge.search.corpus_search import CorpusText, read_corpus

PASSAGES, QUESTIONS = "passages.jsonl", "questions.jsonl"


@dataclass(frozen=True, slots=True)
class Question:
    """``passages``: any of these is right. ``about``: the same for a question and its translations."""

    text: str
    language: Language
    passages: tuple[str, ...]
    about: str

    @property
    def chooses(self) -> bool:
        """Whether it is of the half that weights are chosen on; the other half is for reporting."""
        return sha256(self.about.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class PassageSet:
    """What is searched and what is asked."""

    passages: tuple[CorpusText, ...]
    questions: tuple[Question, ...]

    def save(self, folder: Path) -> None:
        """Write both files; the folder is made."""
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / PASSAGES, [asdict(passage) for passage in self.passages])
        _write(folder / QUESTIONS, [asdict(question) for question in self.questions])

    @classmethod
    def load(cls, folder: Path) -> "PassageSet":
        """What ``save`` wrote, or anyone. Raises ContentError, KeyError or ValueError with what is wrong."""
        with (folder / QUESTIONS).open(encoding="utf-8") as lines:
            questions = tuple(_question(json.loads(line)) for line in lines if line.strip())
        return cls(tuple(read_corpus(folder / PASSAGES)), questions)


def _question(record: dict[str, Any]) -> Question:
    right = tuple(map(str, record["passages"]))
    return Question(record["text"], parse_language(record["language"]), right, record.get("about") or right[0])


def _write(file: Path, records: Iterable[dict[str, Any]]) -> None:
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
