"""Names of this service that Whisper writes as it hears them ("ins", "incerzo"), written as they are spelt. Pure.

Only the spelling of a single word changes, by its sound and the word before it: no word comes or goes, and one that
stays is spelt alike in every reading.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from knowledge.administration import Administration
from knowledge.yaml_files import read_yaml
from tools.reading.folding import fold
from tools.reading.sounds import phonetic_key

_WORD = re.compile(r"\A(?P<before>\W*(?:\w{1,2}['’])?)(?P<word>\w+)(?P<after>\W*)")


@dataclass(frozen=True, slots=True)
class Term:
    """``after``: words one of which comes before it, where its sound is also that of a common word; none: any."""

    text: str
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """By sound."""

    by_sound: Mapping[str, Term]

    @classmethod
    def load(cls, administration: Administration) -> "Terms":
        """Those of the administration; none where it has no file of them. Raises ContentError naming the line."""
        file = administration.folder / "terms.yaml"
        return cls.from_file(file) if file.is_file() else cls({})

    @classmethod
    def from_file(cls, file: Traversable) -> "Terms":
        """From a file. Raises ContentError naming the line."""
        content = read_yaml(file, "terms.yaml")
        if not isinstance(content.value, list):
            raise content.error((), "a list of terms")
        terms = [_term(one) for one in content.value]
        wrong = next((place for place, term in enumerate(terms) if term is None), None)
        if wrong is not None:
            raise content.error((wrong,), "a term, or a term with the words it comes 'after'")
        return cls({_sound(term.text): term for term in terms if term})

    def spelt(self, words: Sequence[str]) -> list[str]:
        """The words of an utterance, or of its beginning, with our names spelt as we spell them."""
        return [self._spelt(word, words[at - 1] if at else "") for at, word in enumerate(words)]

    def _spelt(self, word: str, previous: str) -> str:
        parts = _WORD.fullmatch(word)
        term = self.by_sound.get(_sound(parts["word"])) if parts else None
        if parts is None or term is None or (term.after and not _called(term, parts["word"], previous)):
            return word
        return f"{parts['before']}{term.text}{parts['after']}"


def _sound(word: str) -> str:
    return phonetic_key("".join(fold(word).words()))


def _called(term: Term, word: str, previous: str) -> bool:
    return not word.istitle() and "".join(fold(previous).words()) in term.after


def _are_words(entry: object) -> bool:
    """Not "no" and "on" without quotes, which are truth and falsehood in YAML."""
    return isinstance(entry, list) and bool(entry) and all(isinstance(word, str) for word in entry)


def _term(entry: object) -> Term | None:
    match entry:
        case str():
            return Term(entry)
        case dict() if len(entry) == 1:
            [(text, about)] = entry.items()
            if isinstance(about, dict) and set(about) == {"after"} and _are_words(about["after"]):
                return Term(str(text), frozenset("".join(fold(word).words()) for word in about["after"]))
    return None
