"""The sentences of a summary, each of the turns that support it; what was taken back later makes none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from agents.phrases.phrases import Phrases
from agents.summary.entities import EntityStanding, timed_turns
from agents.summary.offers import FallenOffer, fallen_offers
from agents.summary.summary import SentenceKind, SummarySentence
from agents.summary.taken_back import taken_back, without
from agents.summary.turn import ReadTurn
from agents.summary.values import SaidValue
from agents.summary.wording import LONGEST, quoted
from agents.summary.words import SummaryWords
from agents.understanding.roles.role import Role
from knowledge.content.fact_text import long_date
from knowledge.languages import Language
from knowledge.passages import Citation
from tools.reading.folding import fold

MOST = 14
_ASKED: frozenset[Role] = frozenset({"asks", "asks_own", "wants"})
_ANSWERS: frozenset[Role] = frozenset({"answers", "reads", "does", "promises", "instructs"})
_KINDS: Mapping[Role, tuple[SentenceKind, str]] = {
    "tells": ("established", "recap-tells"),
    "corrects": ("established", "recap-corrects"),
    "reads": ("established", "recap-reads"),
    "answers": ("answered", "recap-answered"),
    "does": ("done", "recap-done"),
    "promises": ("commitment", "recap-commitment"),
    "instructs": ("pending", "recap-pending-citizen"),
}
_ROOM: Mapping[SentenceKind, int] = {"commitment": 4, "done": 3, "pending": 4, "answered": 5, "established": 5}
"""Sentences of each kind, in the order in which they get room."""
_FEW_LETTERS = 3
_PLAIN = 12
"""Words from which a promise says what it is about."""
_SURE = 0.45
"""The probability from which a citizen's words make a sentence."""
_CORRECTS = 0.6
"""That from which words are said to correct."""
_SAME = 0.8
"""The share of words from which two sentences say the same."""


@dataclass(frozen=True, slots=True)
class SentenceWriter:
    """Writes in the agent's language around the words that were said."""

    phrases: Phrases
    words: SummaryWords

    def write(
        self,
        turns: Sequence[ReadTurn],
        standing: Sequence[EntityStanding],
        citations: Mapping[int, tuple[Citation, ...]],
        language: Language,
    ) -> tuple[SummarySentence, ...]:
        """In the order of the conversation. ``citations``: of the answers, by turn."""
        values = {number: list(said) for number, said in groupby(standing, key=lambda one: one.turn)}
        fallen = {one.turn: one for one in fallen_offers(turns, timed_turns(standing), self.words)}
        undone = _undone(turns, standing, fallen)
        turns = [self._without_taken_back(turn, values.get(turn.number, []), fallen) for turn in turns]
        found: list[tuple[float, SummarySentence]] = []
        for place, turn in enumerate(turns):
            said = values.get(turn.number, [])
            if turn.number in undone:
                continue
            if turn.commits and (promise := self._commitment(turns[: place + 1], said, language)):
                found.append((_weight(turn, said) + turn.commits.sure, promise))
            if one := self._of(turn, said, language):
                found.append((_weight(turn, said), _cited(one, citations.get(turn.number, ()))))
        if (open_turn := _unanswered(turns)) is not None:
            text = self._say("recap-pending-agent", language, open_turn, 0)
            if text:
                found.append((1.0, SummarySentence("pending", text, (open_turn.number,), who="agent")))
        return _kept(found)

    def _without_taken_back(
        self, turn: ReadTurn, values: Sequence[EntityStanding], fallen: Mapping[int, FallenOffer]
    ) -> ReadTurn:
        """The turn with the words that stand: neither those taken back in it, nor an offer that fell."""
        said = [(one.said.start, one.said.end) for one in values]
        spans = taken_back(turn.text, turn.language, said, self.words)
        if turn.number in fallen:
            spans.append((fallen[turn.number].since, len(turn.text)))
        return replace(turn, text=without(turn.text, spans)) if spans else turn

    def _of(self, turn: ReadTurn, values: Sequence[EntityStanding], language: Language) -> SummarySentence | None:
        if turn.role not in _KINDS or (turn.side == "citizen" and turn.sure < _SURE):
            return None
        kind, key = _KINDS[turn.role]
        if turn.role == "corrects" and turn.sure < _CORRECTS:
            key = "recap-tells"
        since = _said_anew(turn, values)
        day = _by(turn, values)
        if kind == "done" and (day is not None or self.words.says("owes", fold(turn.text).text)):
            kind, key = "commitment", "recap-commitment"
        if kind == "commitment" and day is not None:
            text = self._say(f"{key}-by", language, turn, since, day=long_date(day, language))
        else:
            text = self._say(key, language, turn, since)
        if not text:
            return None
        who = {"commitment": turn.side, "pending": "citizen"}.get(kind)
        by = day.isoformat() if day is not None and kind in ("commitment", "pending") else None
        return SummarySentence(kind, text, (turn.number,), who=who, by=by)

    def _commitment(
        self, turns: Sequence[ReadTurn], values: Sequence[EntityStanding], language: Language
    ) -> SummarySentence | None:
        """What the last of them promises; few words ("I will do that") with what they answer."""
        turn, day = turns[-1], _by(turns[-1], values)
        commits = turn.commits
        if commits is None:
            return None
        begins = 0 if len(turn.text[: commits.end].split()) <= LONGEST else commits.start
        since = max(begins, _said_anew(turn, values))
        key = "recap-commitment" if turn.side == "agent" else "recap-commitment-citizen"
        coming = {} if day is None else {"day": long_date(day, language)}
        text = self._say(f"{key}-by" if coming else key, language, turn, since, **coming)
        by, before = day.isoformat() if day else None, turns[-2] if len(turns) > 1 else None
        if not text or before is None or before.side == turn.side or len(turn.text.split()) > _PLAIN:
            return SummarySentence("commitment", text, (turn.number,), who=turn.side, by=by) if text else None
        after = self._say("recap-answering", language, before, 0)
        return SummarySentence(
            "commitment", f"{text} {after}".strip(), (before.number, turn.number), who=turn.side, by=by
        )

    def _say(self, key: str, language: Language, turn: ReadTurn, since: int, **values: str) -> str:
        words = quoted(turn.text, self.words, since)
        return self.phrases.say(language, key, words=words, **values) if len(words) > _FEW_LETTERS else ""


def _cited(one: SummarySentence, citations: tuple[Citation, ...]) -> SummarySentence:
    if one.kind != "answered" or not citations:
        return one
    return SummarySentence(one.kind, one.text, one.turns, citations, one.who, one.by)


def _said_anew(turn: ReadTurn, values: Sequence[EntityStanding]) -> int:
    """Where the last value ends that the turn itself takes back and says otherwise; 0 if there is none."""
    stand = [one.said for one in values if one.retracted is None]
    gone = [one.said for one in values if one.retracted == turn.number]
    return max((one.end for one in gone if any(_instead(one, other) for other in stand)), default=0)


def _instead(one: SaidValue, other: SaidValue) -> bool:
    return other.kind == one.kind and other.start >= one.end


def _by(turn: ReadTurn, values: Sequence[EntityStanding]) -> date | None:
    """The last day to come that the turn names."""
    days = [date.fromisoformat(one.said.value) for one in values if one.said.kind == "date" and one.retracted is None]
    coming = [day for day in days if day >= turn.day]
    return coming[-1] if coming else None


def _undone(
    turns: Sequence[ReadTurn], standing: Sequence[EntityStanding], fallen: Mapping[int, FallenOffer]
) -> set[int]:
    """Turns of which a value was taken back later, and what a citizen told just before they corrected it.

    Of one that ends in an offer that fell, the rest stands.
    """
    found = {one.turn for one in standing if one.retracted is not None and one.retracted != one.turn}
    found -= {one.turn for one in fallen.values() if one.since}
    found |= {one.turn for one in fallen.values() if not one.since}
    for place, turn in enumerate(turns):
        if turn.role == "corrects":
            own = [one for one in turns[max(0, place - 2) : place] if one.side == "citizen"]
            found |= {one.number for one in own[-1:] if one.role in ("tells", "corrects", "gives")}
    return found


def _unanswered(turns: Sequence[ReadTurn]) -> ReadTurn | None:
    """The last thing asked, where nothing was answered after it."""
    for turn in reversed(turns):
        if turn.role in _ANSWERS:
            return None
        if turn.side == "citizen" and turn.role in _ASKED:
            return turn
    return None


def _weight(turn: ReadTurn, values: Sequence[EntityStanding]) -> float:
    """What tells more: a surer role, values, and more words."""
    length = min(len(turn.text.split()), 20) / 20
    return turn.sure + 0.2 * min(len(values), 3) + 0.4 * length


def _kept(found: Sequence[tuple[float, SummarySentence]]) -> tuple[SummarySentence, ...]:
    chosen: list[SummarySentence] = []
    for kind, room in _ROOM.items():
        of_kind = [(weight, one) for weight, one in found if one.kind == kind]
        best = sorted(of_kind, key=lambda item: -item[0])
        for _, one in best:
            if room and len(chosen) < MOST and not any(_same(one, other) for other in chosen):
                chosen.append(one)
                room -= 1
    return tuple(sorted(chosen, key=lambda one: one.turns))


def _same(one: SummarySentence, other: SummarySentence) -> bool:
    first, second = (set(fold(sentence.text).words()) for sentence in (one, other))
    return len(first & second) >= _SAME * min(len(first), len(second))
