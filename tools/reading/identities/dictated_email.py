"""E-mail addresses said aloud: "juan punto perez arroba gmail punto com", letters by name, numbers in words."""

import re

from knowledge.languages import Language
from tools.errors import BadIdentifier
from tools.reading.dictation.words import DictationWords, dictation_words
from tools.reading.folding import Folded
from tools.reading.identities.email_units import Spelling, Unit
from tools.reading.identities.kinds import Identity
from tools.reading.identities.parsing import parse_email
from tools.reading.numbers.vocabulary import load_number_words

_DOTTED = re.compile(r"\w\s?\.\s?\w")
_LOCAL, _LABEL, _DOMAINS = 24, 6, 4
"""The most units of a name and of a label, and the most labels after the first."""
_WORDS_APART = 3
_WORDS_IN_LABEL = 2


def find_dictated_emails(folded: Folded, language: Language) -> list[Identity]:
    """Addresses in order. Linear in the length of the text; never raises."""
    words, said = dictation_words(language), folded.words()
    if not (words.may_name(said, "at", "weak_at") or "@" in folded.text):
        return []
    if not (words.may_name(said, "dot") or _DOTTED.search(folded.text)):
        return []
    units = Spelling(folded, words, load_number_words(language)).units()
    found: list[Identity] = []
    for index, unit in enumerate(units):
        if unit.kind in ("at", "weak_at") and (mail := _mail(units, index, words)):
            found.append(mail)
    return found


def _mail(units: list[Unit], at: int, words: DictationWords) -> Identity | None:
    first = _local(units, at, words)
    domain, after = _domain(units, at + 1, words)
    if first is None or domain is None:
        return None
    if units[at].kind == "weak_at" and not any(unit.kind == "mark" and unit.named for unit in units[at:after]):
        return None
    local = "".join(unit.text for unit in units[first:at])
    try:
        value = parse_email(f"{local}@{domain}")
    except BadIdentifier:
        return None
    return Identity("email", value, units[first].start, units[after - 1].end)


def _local(units: list[Unit], at: int, words: DictationWords) -> int | None:
    """The position of the name before the "at"; None when there is none."""
    first = at
    least = max(0, at - _LOCAL)
    while first > least and _unparted(units, first) and _belongs(units, first - 1, first, at, words):
        first -= 1
    while first < at and units[first].kind in ("mark", "together"):
        first += 1
    return first if first < at else None


def _unparted(units: list[Unit], at: int) -> bool:
    """Between words a pause ends the address; beside a dot or the "at" it does not ("pere punt puig, arrova, …")."""
    return not units[at].pause or units[at].kind in ("at", "mark") or units[at - 1].kind == "mark"


def _belongs(units: list[Unit], candidate: int, first: int, at: int, words: DictationWords) -> bool:
    """Whether the unit before what is taken so far is part of the address too."""
    unit, taken = units[candidate], units[first]
    if unit.kind in ("at", "weak_at"):
        return False
    if first == at:
        return unit.kind != "word" or unit.said not in words.mail_stops
    if taken.kind == "mark" or unit.kind in ("mark", "together"):
        return True
    if unit.said in words.mail_stops and taken.kind != "letter":
        return False
    if unit.kind in ("letter", "digits") or taken.kind in ("letter", "digits"):
        return unit.said not in words.mail_stops or unit.kind == "letter"
    return taken.kind == "together" or _announced(units, candidate, words)


def _announced(units: list[Unit], candidate: int, words: DictationWords) -> bool:
    """Words apart are one name when something announces it: "mi correo es juan perez arroba…", or when it is all."""
    for index in range(candidate - 1, candidate - 1 - _WORDS_APART, -1):
        if index < 0 or units[index + 1].pause or units[index].said in words.mail_stops:
            return True
    return False


def _domain(units: list[Unit], at: int, words: DictationWords) -> tuple[str | None, int]:
    """The host name after the "at", and the unit after it."""
    label, at = _label(units, at, _WORDS_IN_LABEL - (units[at - 1].kind == "weak_at"))
    labels = [label]
    while label and at < len(units) and _is_dot(units, at) and len(labels) <= _DOMAINS:
        label, after = _ending(units, at + 1)
        if not label:
            break
        labels.append(label)
        at = after
    if not labels[0] or len(labels) < 2:
        return None, at
    labels[-1] = words.misheard.get(labels[-1], labels[-1])
    return ".".join(labels), at


def _label(units: list[Unit], at: int, words: int) -> tuple[str, int]:
    """Everything up to the first dot ("hot mail punto com")."""
    text = ""
    for index in range(at, min(len(units), at + _LABEL)):
        if _is_dot(units, index):
            return text, index
        if units[index].kind in ("at", "weak_at") or (index > at and units[index].pause):
            break
        words -= units[index].kind == "word"
        if words < 0:
            break
        text += units[index].text
    return "", at


def _ending(units: list[Unit], at: int) -> tuple[str, int]:
    """A word, or letters by name ("ce o eme")."""
    if at >= len(units) or units[at].kind not in ("word", "letter"):
        return "", at
    text, end = units[at].text, at + 1
    while units[at].kind == "letter" and end < len(units) and units[end].kind == "letter" and not units[end].pause:
        text += units[end].text
        end += 1
    return text, end


def _is_dot(units: list[Unit], at: int) -> bool:
    return units[at].kind == "mark" and units[at].text == "."
