"""The dialogues of ``suites/copilot.yaml``: what was said, and what a copilot and a summary owe to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from evals.suite_files import SuiteError, load_suite_file
from knowledge.languages import LANGUAGES, Language
from tools.contacts.contact import Speaker, Transcript, Utterance

FILE = "copilot.yaml"
EXPECTS = ("suggest", "silent")
_SPEAKERS: Mapping[str, Speaker] = {"citizen": "citizen", "agent": "agent"}
_BEGINS, _EACH = time(9, 0, tzinfo=UTC), timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """``points``, ``alerts`` and ``summary`` as the file has them."""

    id: str
    language: Language
    agent_language: Language
    transcript: Transcript
    points: Sequence[Mapping[str, Any]]
    alerts: Sequence[Mapping[str, Any]]
    summary: Mapping[str, Any]


def load_dialogues(day: date, content: Any = None) -> dict[str, Dialogue]:
    """By id. ``day``: of those that have none. Raises SuiteError."""
    content = load_suite_file(FILE) if content is None else content
    return {name: _dialogue(name, entry, day) for name, entry in content["dialogues"].items()}


def _dialogue(name: str, entry: Any, day: date) -> Dialogue:
    languages = entry["language"], entry["agent_language"]
    if not set(languages) <= set(LANGUAGES):
        raise SuiteError(f"{FILE}: {name}: {' or '.join(languages)} is no language of the service")
    transcript = tuple(_said(name, entry["turns"], date.fromisoformat(entry.get("date", day.isoformat()))))
    for point in entry["points"]:
        if point["expect"] not in EXPECTS or not 0 <= point["after"] < len(transcript):
            raise SuiteError(f"{FILE}: {name}: after {point['after']} nothing can be expected")
    return Dialogue(name, *languages, transcript, entry["points"], entry.get("alerts", ()), entry["summary"])


def _said(name: str, turns: Sequence[Mapping[str, str]], day: date) -> Iterator[Utterance]:
    at = datetime.combine(day, _BEGINS)
    for turn in turns:
        ((speaker, text),) = turn.items()
        if speaker not in _SPEAKERS:
            raise SuiteError(f"{FILE}: {name}: nobody is called {speaker}")
        yield Utterance(_SPEAKERS[speaker], text, at)
        at += _EACH
