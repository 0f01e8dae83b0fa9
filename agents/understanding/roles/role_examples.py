"""What teaches the roles of utterances: dialogues of strangers (``data/dialogues``), and sentences the house has already.

Who wrote the dialogues had read nothing of this service; a file is one writer's. A line that begins with ``#`` begins a
dialogue; the others are speaker, role and words, with tabs between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast, get_args

from agents.understanding.appointments.steps import WISHES, step_examples
from agents.understanding.labels.label_examples import LabelExample
from agents.understanding.roles.role import Role
from agents.understanding.roles.role_model import ROLES, Side
from agents.understanding.shared.labels import Label
from knowledge.languages import LANGUAGES, Language

_OF_LABELS: dict[Label, Role] = {
    "thanks": "none", "ack": "none", "greeting": "none", "goodbye": "none", "personal_data": "asks_own",
    "correct": "corrects",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleExample:
    """An utterance, and the one before it in its dialogue: empty, and of nobody, where it begins it or stands alone.

    ``dialogue``: its writer and its number there; empty for a sentence of the house.
    """

    text: str
    language: Language
    side: Side
    role: Role
    text_before: str = ""
    side_before: Side | None = None
    dialogue: str = ""

    @property
    def writer(self) -> str:
        """The file it stands in."""
        return self.dialogue.partition("#")[0]


def dialogue_examples() -> list[RoleExample]:
    """Every utterance, in a stable order; ValueError names a line that cannot be read."""
    folder = files("agents.understanding") / "data" / "dialogues"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [one for entry in entries if entry.name.endswith(".txt") for one in _read(entry)]


def house_examples(
    labels: Sequence[LabelExample], questions: Sequence[tuple[Language, str]], lines: Sequence[tuple[Language, str]]
) -> list[RoleExample]:
    """What people say at the steps of an appointment, sentences of labels, ``questions`` that a clerk can answer, and
    ``lines`` of articles, which answer.
    """
    found = [
        RoleExample(one.text, one.language, "citizen", role)
        for one in labels
        if one.carries
        for label in one.labels
        if (role := _OF_LABELS.get(label)) is not None
    ]
    for step in step_examples():
        role_of_step = _of_step(step.step, step.acts)
        if role_of_step is not None:
            found.append(RoleExample(step.text, step.language, "citizen", role_of_step))
    found += [RoleExample(text, language, "citizen", "asks") for language, text in questions]
    found += [RoleExample(text, language, "agent", "answers") for language, text in lines]
    return found


def _of_step(step: str, acts: frozenset[Label]) -> Role | None:
    if acts & WISHES:
        return "wants"
    if step in ("document", "phone") and not acts:
        return "gives"
    return None


def _read(file: Traversable) -> Iterator[RoleExample]:
    language, writer = cast(Language, file.name[:2]), file.name.removesuffix(".txt")
    if language not in LANGUAGES:
        raise ValueError(f"dialogues/{file.name}: the name begins with its language")
    number, before = 0, ("", None)
    for place, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            number, before = number + line.startswith("#"), ("", None)
            continue
        speaker, role, text = (*line.split("\t", 2), "", "")[:3]
        if speaker not in get_args(Side) or role not in ROLES[cast(Side, speaker)] or not text.strip():
            raise ValueError(f"dialogues/{file.name}:{place}: a speaker, a role of theirs and the words are needed")
        side = cast(Side, speaker)
        yield RoleExample(text.strip(), language, side, cast(Role, role), *before, dialogue=f"{writer}#{number}")
        before = (text.strip(), side)
