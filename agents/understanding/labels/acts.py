"""Finds dialogue acts, which a message does beside naming a need, by the phrases of the tables ``acts``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.tables import join_tables, label_owner, load_table
from knowledge.administration import Administration
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit

SHORT_ACTS: frozenset[Label] = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny", "repeat", "easier", "ack"})
_MARKS = re.compile(
    r"<\s*/?\s*(script|iframe|img|svg|thinking|system|instructions?)\b|<\|\w+\|>|\bon(error|load|click)\s*=|javascript:|\{\{.+\}\}|"
    r"('|\")\s*(or|and)\s+('?\w+'?)\s*=\s*('?\w+)|;\s*(drop|delete|truncate|update|insert)\s|union\s+(all\s+)?select|"
    r"\bdrop\s+table\b|\bselect\s+\*\s+from\b|--\s*$|\$\{.+\}|^\s*(assistant|system)\s*:",
    re.IGNORECASE,
)

_BREAK = re.compile(r"[?!]\s|\A(?:no|non|ez|nah|nope)\s?[,.;:]")
"""Where a sentence ends beyond doubt: after its mark, or a no that stands alone."""
_PURPOSE = re.compile(r"\b(?:para|pra|per|per a|pour|to|in order to)\s+\Z")
"""Words right before what something is wanted for."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The labels of a message and where each was read, in folded positions; ``denied``, where it was ruled out."""

    labels: frozenset[Label]
    hits: tuple[PhraseHit, ...]
    denied: tuple[PhraseHit, ...] = ()

    def joined(self, labels: frozenset[Label]) -> "Acts":
        """With labels known some other way; but for pleas, what was ruled out in words stays out."""
        ruled_out = {hit.key for hit in self.denied} - self.labels - DANGERS - {"person"}
        return replace(self, labels=frozenset(_settle(set(self.labels | (labels - ruled_out)))))

    def spans(self, labels: frozenset[Label]) -> list[tuple[int, int]]:
        """The folded spans of those labels."""
        return [(hit.start, hit.end) for hit in self.hits if hit.key in labels]


class ActReader:
    """Finds acts by phrase, in every language always: a wrong guess of the language must not hide a cry for help."""

    def __init__(self, phrases: PhraseBook, unless: PhraseBook, emojis: Mapping[str, frozenset[Label]]):
        self._phrases = phrases
        self._unless = unless
        self._emojis = emojis

    def find_acts(self, folded: Folded, raw: str = "") -> Acts:
        """``raw`` is the message before screening: markup used as an attack is gone from the folded text."""
        exceptions = [hit for hit in self._unless.find(folded) if not _in_two_sentences(hit, folded.text)]
        hits = [hit for hit in self._phrases.find(folded) if not _excepted(hit, exceptions)]
        hits = _without_dropped_subject(_without_purpose(hits, folded.text))
        labels = {cast(Label, hit.key) for hit in hits}
        if not folded.source.isascii():
            labels.update(*(self._emojis.get(character, ()) for character in folded.source))
        if _MARKS.search(raw):
            labels.add("injection")
        if "?" in folded.text or "¿" in folded.text:
            labels.add("question")
        return Acts(frozenset(_settle(labels)), tuple(hits), tuple(exceptions))


def build_act_reader(administration: Administration) -> ActReader:
    """From the tables ``acts``; ValueError names a file that is not a label."""
    tables = join_tables(label_owner(administration), "acts")
    unknown = set(tables) - set(get_args(Label))
    if unknown:
        raise ValueError(f"acts: {', '.join(sorted(unknown))} is not a label")
    return ActReader(
        PhraseBook({label: _all_languages(table) for label, table in tables.items()}),
        PhraseBook({label: table.get("unless", []) for label, table in tables.items()}),
        _read_emojis(),
    )


def _read_emojis() -> dict[str, frozenset[Label]]:
    table = load_table("emojis")
    characters = {character for several in table.values() for character in several}
    return {
        one: frozenset(cast(Label, label) for label, several in table.items() if one in several) for one in characters
    }


def _all_languages(table: Mapping[str, list[str]]) -> list[str]:
    return [phrase for key, phrases in table.items() if key != "unless" for phrase in phrases]


def _excepted(hit: PhraseHit, exceptions: list[PhraseHit]) -> bool:
    """A danger that says more than the exception stands: "number of the helpline for victims of…"."""
    meeting = [one for one in exceptions if one.key == hit.key and one.start < hit.end and hit.start < one.end]
    return any(hit.key not in DANGERS or not _within(other, hit) for other in meeting)


def _in_two_sentences(hit: PhraseHit, text: str) -> bool:
    """ "Are you a robot? Put me through to a person": what one sentence rules out, the next may ask for."""
    return hit.key not in DANGERS and _BREAK.search(text[hit.start : hit.end]) is not None


def _without_dropped_subject(hits: list[PhraseHit]) -> list[PhraseHit]:
    """ "Never mind, can I have an appointment?": what is let go is no appointment, for one is asked for."""
    drops = [hit for hit in hits if hit.key == "lets_go"]
    leaves = [hit for hit in hits if hit.key == "cancel"]
    books = any(hit.key == "book" for hit in hits)
    if not (drops and books) or any(not any(_meet(one, drop) for drop in drops) for one in leaves):
        return hits
    return [hit for hit in hits if hit not in leaves]


def _without_purpose(hits: list[PhraseHit], text: str) -> list[PhraseHit]:
    """ "An appointment to talk to somebody": the person is what the appointment is for."""
    asked = [hit.end for hit in hits if hit.key == "book"]
    return [
        hit
        for hit in hits
        if hit.key != "person" or not any(end <= hit.start for end in asked) or not _PURPOSE.search(text[: hit.start])
    ]


def _meet(one: PhraseHit, other: PhraseHit) -> bool:
    return one.start < other.end and other.start < one.end


def _within(inner: PhraseHit, outer: PhraseHit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner.end - inner.start < outer.end - outer.start


def _settle(labels: set[Label]) -> set[Label]:
    """Acts that contradict each other: the more specific stands."""
    settled = set(labels)
    if settled & {"cancel", "change"}:
        settled.discard("book")
    if "cancel" in settled:
        settled.discard("change")
    if settled & DANGERS:
        settled -= {"affirm", "goodbye", "thanks"}
    if "person" in settled:
        settled -= {"deny", "book"}
    if {"affirm", "deny"} <= settled:
        settled.discard("affirm")
    return settled
