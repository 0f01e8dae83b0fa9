"""The questions: written by people who had not seen what the classifiers are taught (``suites/questions``)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from evals.suite_files import SuiteError, in_six, load_suite_file
from knowledge.content.utterances import SampleSentence
from knowledge.languages import LANGUAGES, Language

PLAIN = "plain"
HARD = ("situation", "rambling", "misspelt", "spoken", "wrong_name", "two_words")


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question and its need, None out of scope. ``kind``: plain, one of HARD, outside or odd."""

    id: str
    language: Language
    text: str
    need: str | None
    kind: str

    @property
    def for_tuning(self) -> bool:
        """Half of them, by hash, may set thresholds; the other half only measures."""
        return sha256(self.text.encode()).digest()[0] % 2 == 0


def questions() -> list[LabelledQuestion]:
    """About needs, by language and need. Raises SuiteError."""
    return [asked for language in LANGUAGES for asked in _of(language)]


def apart() -> list[LabelledQuestion]:
    """Questions of ``suites/need_apart.yaml``, which set nothing. Raises SuiteError."""
    rows = in_six(load_suite_file("need_apart.yaml"), "need_apart.yaml")
    return [
        LabelledQuestion(f"apart/{language}/{number}", language, str(row["text"]), str(row["need"]), str(row["kind"]))
        for language in LANGUAGES
        for number, row in enumerate(rows[language])
    ]


def unseen(asked: Iterable[LabelledQuestion], taught: Iterable[SampleSentence]) -> list[LabelledQuestion]:
    """Drop questions that are taught word for word: short ones coincide by chance."""
    known = {_key(one.text) for one in taught}
    return [one for one in asked if _key(one.text) not in known]


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def outside() -> list[LabelledQuestion]:
    """Out of scope, and those that only look it. Raises SuiteError."""
    beyond = in_six(load_suite_file("questions/outside.yaml"), "questions/outside.yaml")
    odd = in_six(load_suite_file("questions/odd.yaml"), "questions/odd.yaml")
    return [
        *(
            LabelledQuestion(f"outside/{language}/{number}", language, str(text), None, "outside")
            for language in LANGUAGES
            for number, text in enumerate(beyond[language])
        ),
        *(
            LabelledQuestion(f"odd/{language}/{number}", language, str(entry["text"]), str(entry["need"]), "odd")
            for language in LANGUAGES
            for number, entry in enumerate(odd[language])
        ),
    ]


def _of(language: Language) -> Iterator[LabelledQuestion]:
    name = f"questions/{language}.yaml"
    for need, kinds in load_suite_file(name).items():
        if unknown := set(kinds) - {PLAIN, *HARD}:
            raise SuiteError(f"{name}: {need}: unknown kind {', '.join(sorted(unknown))}")
        for kind, texts in kinds.items():
            for number, text in enumerate(texts):
                yield LabelledQuestion(f"{language}/{need}/{kind}/{number}", language, str(text), need, kind)
