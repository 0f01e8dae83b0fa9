"""A message that asks several things, read one after the other, each after the one before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from agents.understanding.appointments.steps import ACTS, NOTHING_ASKED, WISHES, LastAsked
from agents.understanding.question.question_splitter import TextApart
from agents.understanding.reading import PartWords, Reading
from agents.understanding.shared.labels import DANGERS, LEANS, OUTSIDE, SURE, Candidate, Label
from agents.understanding.units.spoken import SaidBefore

_OF_THE_MATTER: frozenset[Label] = frozenset({"leans", "out_of_scope", "other_matter"})
"""Labels that say something of what is asked about: those of a message are those of its first question."""
_SEVERAL = 2
_TELLING = 3
"""The fewest words that tell whom something is for, or what."""
_PLAIN: frozenset[Label] = WISHES | {"affirm", "deny", "drop"}
_HEARD_IN_ANY: frozenset[Label] = DANGERS | {"person"}


def read_parts(
    whole: Reading, asks: Sequence[str], before: SaidBefore, read: Callable[[str, SaidBefore], Reading]
) -> Reading:
    """About what its first question is about; what the message does and the values in it are those of the whole.

    What an appointment is wanted for is said by itself: a wish for one after a question leans on nothing. Danger and a
    wish for a person are heard in each part too: a question beside them does not drown them.
    """
    parts: list[Reading] = []
    said = before
    for place, words in enumerate(asks, start=1):
        part = read(words, said)
        if place > 1 and part.labels & WISHES:
            part = read(words, SaidBefore(told=before.told))
        part = replace(_of_the_one_before(part, said.topic if place > 1 else None), words=PartWords(words, said.text))
        parts.append(part)
        said = replace(before, text=" ".join(asks[:place]), beliefs=part.beliefs, topic=part.need or said.topic)
    heard = frozenset[Label]().union(*(part.labels for part in parts)) & _HEARD_IN_ANY
    labels = whole.labels | heard
    return about_part(parts[0], replace(whole, labels=labels, beliefs=parts[-1].beliefs, parts=tuple(parts)))


def _asked(words: str, part: Reading, before: SaidBefore) -> Reading:
    told = PartWords(words, before.text, document=part.words.document)
    return replace(part, words=told, labels=part.labels | {"question"})


def _of_the_one_before(part: Reading, topic: str | None) -> Reading:
    """A later question that names no matter, and does not lie outside beyond doubt, is about that of the one before:
    "do you keep it? can I delete it?".
    """
    leans = part.asks and (part.leans >= LEANS or "leans" in part.labels)
    if topic is None or not leans or not part.out_of_scope or part.confidence >= OUTSIDE:
        return part
    labels = part.labels - {"out_of_scope", "other_matter"}
    others = (one for one in part.alternatives if one.need != topic)
    return replace(
        part,
        need=topic,
        confidence=SURE,
        outside=0.0,
        alternatives=(Candidate(topic, SURE), *others),
        goes_on=True,
        out_of_scope=False,
        labels=labels,
    )


def about_part(part: Reading, whole: Reading) -> Reading:
    """The whole message, about what that part of it is about; what its words tell is told by all of them."""
    return replace(
        part,
        words=replace(whole.words, asked=part.words.asked, after=part.words.after),
        language=whole.language,
        language_confidence=whole.language_confidence,
        switch_to=whole.switch_to,
        variety=whole.variety,
        labels=(whole.labels - _OF_THE_MATTER) | (part.labels & _OF_THE_MATTER),
        slots=whole.slots,
        reserved=whole.reserved,
        conditions=whole.conditions,
        as_of=whole.as_of,
        beliefs=whole.beliefs,
        parts=whole.parts,
    )


def read_beside(
    whole: Reading, apart: TextApart, before: SaidBefore, read: Callable[[str, LastAsked | None], Reading]
) -> Reading:
    """In the middle of a task: what a message does is read in the words that ask nothing, and what it asks beside them
    as messages of their own. ``read``: at the step, or with nothing asked before it.
    """
    if not apart.asked or (not apart.told and len(apart.asked) < _SEVERAL):
        return whole
    parts = [_asked(words, read(words, NOTHING_ASKED), before) for words in apart.asked]
    heard = frozenset[Label]().union(*(part.labels for part in parts)) & _HEARD_IN_ANY
    whole = replace(whole, labels=whole.labels | heard, parts=tuple(parts))
    if not apart.told:
        return whole
    stated = read(apart.told, None)
    acts = frozenset(ACTS) if len(apart.told.split()) >= _TELLING else _PLAIN
    labels = (whole.labels - frozenset(ACTS)) | (stated.labels & acts)
    own = about_part(stated, replace(whole, labels=labels, parts=()))
    return replace(whole, words=replace(whole.words, stated=replace(own, words=whole.words)))
