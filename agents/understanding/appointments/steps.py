"""The steps of a conversation about an appointment, and what people say at each (``data/appointments``).

Who wrote the lines had read nothing of this service; a file is one writer's, and with a letter another's who completed
it. They teach ``act_model.py``.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, cast, get_args

from agents.understanding.shared.labels import Label
from knowledge.languages import Language
from tools.reading.slots import NOTHING_SPOKEN_OF, SlotName, SpokenOf

Step = Literal[
    "idle", "need", "place", "option", "document", "phone", "confirm", "what_change", "booked", "reference",
    "confirm_change", "confirm_cancel",
]  # fmt: skip
"""What was asked or said last. ``idle``: nothing of appointments; ``booked``: one was made or changed; ``reference``:
by what an appointment that exists is found."""

CONFIRMED: frozenset[Step] = frozenset({"confirm", "confirm_change", "confirm_cancel"})
"""Steps at which a yes is followed by a write."""
NO_TASK: frozenset[Step] = frozenset({"idle", "booked"})
"""Steps at which no appointment is under way."""
ALIKE: tuple[frozenset[Step], ...] = (
    frozenset({"idle"}), frozenset({"booked"}), frozenset({"reference"}), frozenset({"confirm"}),
    frozenset({"confirm_change", "confirm_cancel"}),
    frozenset({"need", "place", "option", "document", "phone", "what_change"}),
)  # fmt: skip
"""Steps at which the same words mean the same."""
ACTS: tuple[Label, ...] = (
    "book", "change", "cancel", "drop", "no_appointment", "has_appointment", "locator_lost", "no_phone",
    "affirm", "deny", "question", "matter", "third_person", "oneself",
)  # fmt: skip
"""What a message may do at a step; several at once."""
WISHES: frozenset[Label] = frozenset({"book", "change", "cancel"})
"""What is wanted of an appointment."""


@dataclass(frozen=True, slots=True)
class LastAsked:
    """What was asked last: the step, None where no message of a conversation is read, and the values that answer it.

    ``spoken_of``: the slot that is held or on offer; ``value``: whether what was asked for was one for a sum, or the
    person's situation.
    """

    step: Step | None = None
    values: frozenset[SlotName] = frozenset()
    spoken_of: SpokenOf = NOTHING_SPOKEN_OF
    value: bool = False


NOTHING_ASKED = LastAsked()


@dataclass(frozen=True, slots=True)
class StepExample:
    """A message, the step at which it was said, and all that it does. ``writer``: the file it stands in."""

    text: str
    language: Language
    step: Step
    acts: frozenset[Label]
    writer: str


def plain_at_step(text: str, slots: Collection[SlotName]) -> frozenset[Label]:
    """Acts that phrases may tell at a step too: a question with its mark, and what is done with a code that is said."""
    asks: frozenset[Label] = frozenset({"question"} if "?" in text else ())
    return asks | (WISHES - {"book"} if "locator" in slots else frozenset())


def acts_of_step(labels: frozenset[Label], settled: frozenset[Label], step: Step | None) -> frozenset[Label]:
    """The labels of a message: within a task, its acts are those that were settled for the whole of it."""
    if step is None or step in NO_TASK:
        return labels
    return labels - frozenset(ACTS) | (settled & frozenset(ACTS))


def step_examples() -> list[StepExample]:
    """Every line, in a stable order; ValueError names a line that cannot be read."""
    folder = files("agents.understanding") / "data" / "appointments"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [one for entry in entries if entry.name.endswith(".txt") for one in _read(entry)]


def _read(file: Traversable) -> Iterator[StepExample]:
    language, writer = cast(Language, file.name[:2]), file.name.removesuffix(".txt")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        step, acts, text = (*line.split("\t", 2), "", "")[:3]
        done = frozenset(cast(Label, act) for act in acts.split(",") if act)
        if step not in get_args(Step) or not done <= set(ACTS) or not text.strip():
            raise ValueError(f"appointments/{file.name}:{number}: a step, its acts and the words are needed")
        yield StepExample(text.strip(), language, cast(Step, step), done, writer)
