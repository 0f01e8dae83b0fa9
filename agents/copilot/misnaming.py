"""A body or a document that an agent names where the articles on the table name others of its kind, and never it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agents.copilot.named_things import KINDS, NamedThings, ThingKind
from agents.copilot.said_turn import SaidTurn, Wrong
from agents.copilot.turn_words import TurnWords
from knowledge.content.corpus import Corpus
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from knowledge.passages import UnitId

_SURE: Mapping[ThingKind, float] = {"body": 0.3, "document": 0.6}
"""The least probability of the need whose article says what holds: papers beside those that it lists may well be asked
for. Of 858 turns of agents 2 bodies out of 6 that were wrong were caught, and nothing else; no document was wrong."""
_ON_THE_TABLE = 0.15
"""The least probability of the others that are spoken of too."""


@dataclass(frozen=True, slots=True)
class NamedInArticles:
    """What the articles of a day name."""

    corpus: Corpus
    catalogue: Catalogue
    things: NamedThings
    words: TurnWords

    def of(self, need: str, kind: ThingKind, language: Language) -> Mapping[UnitId, frozenset[str]]:
        """By line, in order; those of its documents first where documents are asked for."""
        passages = self.corpus.passages(need, language)
        ordered = sorted(passages, key=lambda one: kind == "document" and one.aspect != "documents")
        return {
            UnitId(need, passage.aspect, sentence.place): named
            for passage in ordered
            for sentence in passage.sentences
            if (named := self.things.named_in(kind, [sentence.text]))
        }


def misnamed(turn: SaidTurn, articles: NamedInArticles) -> Iterator[Wrong]:
    """At most one of each kind. Where the right one is named too, the other is spoken of beside it."""
    need, belief = max(turn.needs.items(), key=lambda one: one[1], default=("", 0.0))
    if need not in articles.catalogue:
        return
    table = [one for one, chance in turn.needs.items() if chance >= _ON_THE_TABLE and one in articles.catalogue]
    for kind in KINDS:
        said = articles.things.find(kind, turn.text)
        if not said or belief < _SURE[kind] or (kind == "document" and not _brought(turn, articles.words)):
            continue
        lines = articles.of(need, kind, turn.language)
        known = {one for other in table for named in articles.of(other, kind, turn.language).values() for one in named}
        if kind == "body":
            known.update(articles.catalogue[one].body for one in table)
        if known.isdisjoint(said) and (unit := _line_with(lines, kind, articles.catalogue[need].body)) is not None:
            start, end = min(said.values())
            yield Wrong(kind, turn.text[start:end], unit, belief)


def _brought(turn: SaidTurn, words: TurnWords) -> bool:
    """Whether the turn, or what was asked, is about papers to bring."""
    needed = words.needs(turn.text, turn.language) or words.needs(turn.asked, turn.heard_in)
    return needed and not words.needless(turn.text, turn.language)


def _line_with(lines: Mapping[UnitId, frozenset[str]], kind: ThingKind, body: str) -> UnitId | None:
    """The first line that names the body in charge, or a document."""
    return next((unit for unit, named in lines.items() if kind == "document" or body in named), None)
