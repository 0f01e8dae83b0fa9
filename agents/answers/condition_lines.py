"""Lines of an article for a person's situation: theirs come first, those of others are left out."""

from collections.abc import Iterable, Sequence
from datetime import date

from agents.routing.rules import provinces_elsewhere
from agents.understanding.question.conditions import ConditionKind, Conditions
from agents.understanding.question.mentions import Mention, MentionReader
from knowledge.content.needs import Need
from knowledge.passages import Aspect, Passage, Sentence

_ASIDE: frozenset[Aspect] = frozenset({"mistakes", "related"})
_MOST = 3
"""Lines told first for a person's situation; more would bury the answer."""


def own_lines(
    conditions: Conditions, sections: Sequence[Passage], shown: Passage, day: date, mentions: MentionReader
) -> list[tuple[Passage, tuple[Sentence, ...]]]:
    """Lines of the article that begin with the person's situation and are not in the section shown.

    None when the whole need is about people who work so: then every line is.
    """
    own = mentions.mentions_of(conditions)
    if not own or _is_about(own, sections, mentions):
        return []
    found: list[tuple[Passage, tuple[Sentence, ...]]] = []
    left = _MOST
    for section in sections:
        if section.id == shown.id or section.aspect in _ASIDE:
            continue
        lines = [
            one for one in section.sentences if one.validity.holds_on(day) and own & mentions.opening_mentions(one.text)
        ]
        if lines[:left]:
            found.append((section, tuple(lines[:left])))
            left -= len(lines[:left])
    return found


def without_others(
    sentences: tuple[Sentence, ...], conditions: Conditions, sections: Sequence[Passage], mentions: MentionReader
) -> tuple[Sentence, ...]:
    """The sentences but those that begin with another work than the person's, unless the need is about that work."""
    if "work" not in conditions:
        return sentences
    own: Mention = ("work", conditions["work"])
    kept = {own} | {
        one for section in sections if section.aspect == "what" for one in mentions.find_mentions(section.text)
    }

    def is_for_others(sentence: Sentence) -> bool:
        works = {mention for mention in mentions.opening_mentions(sentence.text) if mention[0] == "work"}
        return bool(works) and kept.isdisjoint(mentions.find_mentions(sentence.text))

    return tuple(sentence for sentence in sentences if not is_for_others(sentence))


def kinds_in(lines: Iterable[Sentence], conditions: Conditions, mentions: MentionReader) -> frozenset[ConditionKind]:
    """The conditions that lines begin with."""
    own = mentions.mentions_of(conditions)
    return frozenset(kind for line in lines for kind, _ in own & mentions.opening_mentions(line.text))


def open_condition(
    need: Need, told: Iterable[Sentence], conditions: Conditions, mentions: MentionReader
) -> ConditionKind | None:
    """The condition that the answer depends on and was not told: the province, where another body may manage the need;
    the work, where the lines told are for different ones."""
    if provinces_elsewhere(need) and "territory" not in conditions:
        return "territory"
    return "work" if "work" not in conditions and len(works_named(told, mentions)) > 1 else None


def works_named(told: Iterable[Sentence], mentions: MentionReader) -> tuple[str, ...]:
    """The works that lines begin with, each line being for only one, in order."""
    openings = (mentions.opening_mentions(sentence.text) for sentence in told)
    works = [[value for kind, value in opening if kind == "work"] for opening in openings]
    return tuple(dict.fromkeys(only[0] for only in works if len(only) == 1))


def _is_about(own: frozenset[tuple[ConditionKind, str]], sections: Sequence[Passage], mentions: MentionReader) -> bool:
    works = {mention for mention in own if mention[0] == "work"}
    return any(works & mentions.find_mentions(section.text) for section in sections if section.aspect == "what")
