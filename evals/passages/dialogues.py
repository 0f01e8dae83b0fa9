"""English passages and questions of doc2dial: what people asked first of 196 documents of US public services."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.passages.sets import PassageSet, Question
from knowledge.search.corpus_search import CorpusText

_BETWEEN = "\n\n"
_SPEAKER = "user:"


def dialogues(folder: Path) -> PassageSet:
    """Of ``docs.jsonl`` and ``turns.jsonl``. A passage is what stands between empty lines of a document.

    Those are right that hold what is marked as the answer.
    """
    documents = {one["doc_id"]: one for one in _records(folder / "docs.jsonl")}
    passages = [passage for one in documents.values() for passage, *_ in _passages(one)]
    questions = [
        Question(turn["question"].removeprefix(_SPEAKER).strip(), "en", right, turn["doc_id"])
        for turn in _records(folder / "turns.jsonl")
        if "\t" not in turn["question"] and (right := _right(documents[turn["doc_id"]], turn))
    ]
    return PassageSet(tuple(passages), tuple(questions))


def _passages(document: dict[str, Any]) -> Iterator[tuple[CorpusText, int, int]]:
    """Each with where it starts and ends in the document."""
    at, title = 0, document["title"].split("#")[0]
    for text in document["text"].split(_BETWEEN):
        if text.strip():
            yield CorpusText(f"{document['doc_id']}/{at}", text.strip(), title, "en"), at, at + len(text)
        at += len(text) + len(_BETWEEN)


def _right(document: dict[str, Any], turn: dict[str, Any]) -> tuple[str, ...]:
    marked = [document["spans"][span] for span in turn["span_ids"]]
    return tuple(
        passage.id
        for passage, start, end in _passages(document)
        if any(start < last and first < end for first, last in marked)
    )


def _records(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)
