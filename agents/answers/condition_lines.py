"""Lines of an article for a person's situation: theirs come first, those of others are left out."""

from collections.abc import Iterable, Sequence

from agents.routing.rules import provinces_elsewhere
from agents.understanding.question.conditions import ConditionKind, Conditions
from agents.understanding.question.mentions import Mention, MentionReader
from knowledge.content.needs import Need
from knowledge.passages import Passage, Sentence


def without_others(
    sentences: tuple[Sentence, ...], conditions: Conditions, sections: Sequence[Passage], mentions: MentionReader
) -> tuple[Sentence, ...]:
    """The sentences but those that begin with another work than the person's, unless the need is about that work."""
    if "work" not in conditions:
        return sentences
    own: Mention = ("work", conditions["work"])
    kept = {own} | _subjects(sections, mentions)

    def is_for_others(sentence: Sentence) -> bool:
        works = {mention for mention in mentions.opening_mentions(sentence.text) if mention[0] == "work"}
        return bool(works) and kept.isdisjoint(mentions.find_mentions(sentence.text))

    return tuple(sentence for sentence in sentences if not is_for_others(sentence))


def own_situations(conditions: Conditions, sections: Sequence[Passage], mentions: MentionReader) -> frozenset[Mention]:
    """The person's situations that set lines of the need apart; not the work that the need is about: all its lines are
    for those who work so."""
    own, about = mentions.mentions_of(conditions), _subjects(sections, mentions)
    return frozenset(one for one in own if one[0] != "work" or one not in about)


def _subjects(sections: Sequence[Passage], mentions: MentionReader) -> frozenset[Mention]:
    """The works and territories that the need is about."""
    what = (section for section in sections if section.aspect == "what")
    return frozenset(one for section in what for one in mentions.find_mentions(section.text))


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
