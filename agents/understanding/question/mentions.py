"""The cases that a sentence of an article holds for: "if you are self-employed…", "in Navarre…".

The words are in the administration's table ``conditions``.
"""

from collections.abc import Iterator, Mapping

from agents.understanding.question.conditions import ConditionKind, Conditions, every_phrase
from knowledge.administration import Administration
from knowledge.content.situations import load_situations
from tools.reading.folding import fold
from tools.reading.phrases import PhraseBook

Mention = tuple[ConditionKind, str]
"""A kind and a value an article's sentence is for; of a territory, its key in the table."""


class MentionReader:
    """The cases that a sentence of an article holds for: "if you are self-employed…", "in Navarre…"."""

    def __init__(self, phrases: PhraseBook, unless: PhraseBook, territories: Mapping[str, str]) -> None:
        self._phrases, self._unless, self._territories = phrases, unless, territories
        self._known: dict[str, tuple[tuple[Mention, int], ...]] = {}

    def find_mentions(self, sentence: str) -> frozenset[Mention]:
        """The works and territories it names."""
        return frozenset(mention for mention, _ in self._found(sentence))

    def opening_mentions(self, sentence: str) -> frozenset[Mention]:
        """The mentions it begins with: before its first comma or colon, or else among its first words."""
        head = min((at for at in map(sentence.find, ",:") if at >= 0), default=0) or _OPENING
        return frozenset(mention for mention, start in self._found(sentence) if start < min(head, _OPENING_AT_MOST))

    def mentions_of(self, conditions: Conditions) -> frozenset[Mention]:
        """A person's conditions in the terms of the articles; figures and ordinary territories are in none."""
        mentions: set[Mention] = {("work", conditions["work"])} if "work" in conditions else set()
        territory = self._territories.get(conditions.get("territory", ""))
        return frozenset(mentions | ({("territory", territory)} if territory else set()))

    def _found(self, sentence: str) -> tuple[tuple[Mention, int], ...]:
        """Each with where it begins. Every answer looks through lines of articles: each is read once."""
        if sentence not in self._known:
            self._known[sentence] = tuple(self._read(sentence))
        return self._known[sentence]

    def _read(self, sentence: str) -> Iterator[tuple[Mention, int]]:
        folded = fold(sentence)
        exceptions = self._unless.find(folded)
        for hit in self._phrases.find(folded):
            if not any(other.start < hit.end and hit.start < other.end for other in exceptions):
                kind, _, value = hit.key.partition(".")
                yield ("work" if kind == "work" else "territory", value), hit.start


_OPENING = 40
"""Characters that count as the beginning of a sentence without a comma."""
_OPENING_AT_MOST = 80


def build_mention_reader(administration: Administration) -> MentionReader:
    """From the administration's table ``conditions``; without one nothing is mentioned."""
    situations = load_situations(administration)
    phrases = {f"work.{key}": list(every_phrase(work.words)) for key, work in situations.work.items()}
    phrases |= {f"territory.{key}": list(every_phrase(one.words)) for key, one in situations.territories.items()}
    provinces = {code: key for key, territory in situations.territories.items() for code in territory.provinces}
    return MentionReader(PhraseBook(phrases), PhraseBook({"not_work": list(situations.not_work)}), provinces)
