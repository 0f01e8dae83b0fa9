"""A message taken apart at its joints: which of its clauses ask for something, and whether they ask for two things."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.shared.tables import load_table
from knowledge.content.needs import Catalogue
from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit

_END = re.compile(r"[?!…;\n]+|\.(?=\s|\Z)")
"""Not the sentences of ``knowledge.words``: clauses end at every line and need no space after a question mark."""
_COMMA = re.compile(r",(?=\s)")
_MOST = 6
"""Clauses looked at: each costs the encoder's time."""
_BARE = 12
"""Words of a message that only names things."""
_APPOINTMENTS = ("appointment", "change_appointment")
SURE_ALSO = 0.45
"""Confidence of a need in a clause when one of the two says of itself that it is another matter."""
SURE_JOINED = 0.70
"""The same where the joint alone ("and", a full stop) does not tell."""
SURE_WHOLE = 0.98
"""Confidence of the whole message from which no second need is looked for, unless it says that there is one."""
SURE_AKIN = 0.90
"""The same for two needs that are taken for each other."""

Decide = Callable[[Sequence[str]], Sequence[NeedDecision]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of the folded text. ``asks``: it wants something; ``also``: it calls itself another matter."""

    start: int
    end: int
    asks: bool
    also: bool


@dataclass(frozen=True, slots=True)
class ClauseRequest:
    """A clause and the need it asks for."""

    clause: Clause
    decision: NeedDecision


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    sentence: int
    also: bool
    questioned: bool


@dataclass(frozen=True, slots=True)
class ClauseSplitter:
    """Joints and requests of one language. ``verb_last``: the verb that asks may follow all it asks for."""

    also: PhraseBook
    joins: PhraseBook
    asks: PhraseBook
    tells: PhraseBook
    denies: PhraseBook
    verb_last: bool = False

    def split(self, folded: Folded) -> tuple[Clause, ...]:
        """The clauses in order. Never raises."""
        pieces = [piece for piece in self._pieces(folded) if re.search(r"\w", folded.text[piece.start : piece.end])]
        parts = [_part(folded, piece.start, piece.end) for piece in pieces]
        told = [self.tells.find(part)[:1] for part in parts]
        asked = [
            piece.questioned or self._asks(part, tale) for piece, part, tale in zip(pieces, parts, told, strict=True)
        ]
        bare = len(folded.words()) <= _BARE and not any(asked) and not any(told)
        asking_later = {piece.sentence for piece, asks in zip(pieces, asked, strict=True) if asks and self.verb_last}
        clauses: list[Clause] = []
        asking = -1
        for piece, part, tale, asks in zip(pieces, parts, told, asked, strict=True):
            shared = asking == piece.sentence or piece.sentence in asking_later
            inherited = not tale and (shared or piece.also or bare)
            asking = piece.sentence if asks else asking
            wants = (asks or inherited) and not self.denies.find(part)
            clauses.append(Clause(piece.start, piece.end, wants, piece.also))
        return tuple(clauses)

    def _asks(self, part: Folded, told: Sequence[PhraseHit]) -> bool:
        """Whether a clause asks: one that begins a story ("when…", "I have…") only if it goes on so ("I have to…")."""
        return any(not told or hit.start < told[0].start or hit.end > told[0].end for hit in self.asks.find(part))

    def _pieces(self, folded: Folded) -> list[_Piece]:
        pieces: list[_Piece] = []
        start, number = 0, 0
        for match in [*_END.finditer(folded.text), None]:
            end = match.start() if match else len(folded.text)
            questioned = bool(match and "?" in match[0])
            pieces += self._within(folded, start, end, number, questioned)
            start, number = (match.end() if match else end), number + 1
        return pieces

    def _within(self, folded: Folded, start: int, end: int, sentence: int, questioned: bool) -> list[_Piece]:
        part = _part(folded, start, end)
        joints = [(hit.start, hit.end, True) for hit in self.also.find(part)]
        joints += [(hit.start, hit.end, False) for hit in self.joins.find(part) if _plain(part, hit.start, hit.end)]
        joints += [(match.start(), match.end(), False) for match in _COMMA.finditer(part.text)]
        pieces: list[_Piece] = []
        begin, also = 0, False
        for joint_start, joint_end, adds in sorted(joints, key=lambda joint: (joint[0], -joint[1])):
            if joint_start < begin:
                continue
            pieces.append(_Piece(start + begin, start + joint_start, sentence, also, questioned=False))
            # ", y además": the commas and words that only join leave the last word on what follows.
            blank = not re.search(r"\w", part.text[begin:joint_start])
            begin, also = joint_end, adds or (also and blank)
        return [*pieces, _Piece(start + begin, end, sentence, also, questioned)]


@dataclass(frozen=True, slots=True)
class WishReader:
    """Tells two wishes in one message from one wish told at length.

    ``confusable``: pairs of needs that may be one wish; ``appointments``: needs that only ask for an appointment;
    ``bookable``: needs one may be for.
    """

    splitters: Mapping[Language, ClauseSplitter]
    confusable: Collection[frozenset[str]]
    appointments: Collection[str]
    bookable: Collection[str]

    def find_wishes(
        self, folded: Folded, language: Language, whole: NeedDecision, decide: Decide
    ) -> tuple[ClauseRequest, ...]:
        """The wishes, each of another need, when there are two or more; empty otherwise.

        ``decide`` reads the needs of texts by themselves. It is only called when there are two requests and the
        ``whole`` message leaves room for a second need.
        """
        asking = [clause for clause in self.splitters[language].split(folded) if clause.asks][:_MOST]
        told_at_length = len(folded.words()) > _BARE and whole.confidence >= SURE_WHOLE
        if len(asking) < 2 or (told_at_length and not any(clause.also for clause in asking)):
            return ()
        texts = [clause_text(folded, clause) for clause in asking]
        read = [ClauseRequest(clause, decision) for clause, decision in zip(asking, decide(texts), strict=True)]
        wishes: list[ClauseRequest] = []
        for wish in (wish for wish in read if wish.decision.need and wish.decision.confidence >= SURE_ALSO):
            if all(self._differ(other, wish) for other in wishes):
                wishes.append(wish)
        wishes = self._without_its_appointment(wishes)
        return tuple(wishes) if len(wishes) > 1 else ()

    def _differ(self, first: ClauseRequest, second: ClauseRequest) -> bool:
        """Two wishes, not two readings of one: the surer, the less the words that join them say so."""
        needs = frozenset({str(first.decision.need), str(second.decision.need)})
        if len(needs) < 2:
            return False
        if second.clause.also:
            return True
        least = SURE_AKIN if needs in self.confusable else SURE_JOINED
        return min(first.decision.confidence, second.decision.confidence) >= least

    def _without_its_appointment(self, wishes: list[ClauseRequest]) -> list[ClauseRequest]:
        """An appointment asked for beside a matter that takes one is for that matter."""
        if not any(wish.decision.need in self.bookable for wish in wishes):
            return wishes
        return [wish for wish in wishes if wish.decision.need not in self.appointments]


def clause_text(folded: Folded, clause: Clause) -> str:
    """The clause as it was written."""
    start, end = folded.span(clause.start, clause.end)
    return folded.source[start:end].strip(" ,:;-")


def build_wish_reader(catalogue: Catalogue) -> WishReader:
    """From ``data/clauses.yaml``."""
    table = load_table("clauses")
    splitters = {language: _splitter(table, language) for language in LANGUAGES}
    pairs = {frozenset({need.id, other}) for need in catalogue.values() for other in need.confusable}
    appointments = {need.id for need in catalogue.values() if need.policy.action in _APPOINTMENTS}
    bookable = {need.id for need in catalogue.values() if need.policy.bookable} - appointments
    return WishReader(splitters, frozenset(pairs), frozenset(appointments), frozenset(bookable))


def _splitter(table: Mapping[str, Any], language: Language) -> ClauseSplitter:
    kinds = ("also", "and", "asks", "tells", "denies")
    also, joins, asks, tells, denies = (PhraseBook({kind: table[kind][language]}) for kind in kinds)
    return ClauseSplitter(also, joins, asks, tells, denies, verb_last=language in table["verb_last"])


def _part(folded: Folded, start: int, end: int) -> Folded:
    return Folded(folded.source, folded.text[start:end], folded.origin[start:end])


def _plain(part: Folded, start: int, end: int) -> bool:
    """Written without an accent: Galician "é" is a verb, "e" joins."""
    first, last = part.span(start, end)
    return part.source[first:last].casefold() == part.text[start:end]
