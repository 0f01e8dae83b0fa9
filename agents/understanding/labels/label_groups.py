"""Groups of labels that are treated alike when a message is understood."""

from agents.understanding.labels.acts import SHORT_ACTS
from agents.understanding.shared.labels import Label

ACTS_WITHOUT_MATTER: frozenset[Label] = SHORT_ACTS | {
    "correct", "person", "locator_lost", "insult", "offline", "no_certificate",
}  # fmt: skip
ABOUT_THE_WAY: frozenset[Label] = frozenset({"offline", "no_certificate"})
"""Acts that ask how else it is done, when a need is on the table: "I have no certificate"."""
ASKING: frozenset[Label] = frozenset({"leans", "question"})
"""Labels of what asks about the need on the table, in words that name nothing: "and how much is it?"."""
CORRECTING: frozenset[Label] = frozenset({"correct", "deny"})
OBJECTING: frozenset[Label] = frozenset({"unanswered", "correct"})
"""Labels of who says that the answer before was none, or beside the point."""
REQUEST_ACTS: frozenset[Label] = frozenset({"book", "change", "cancel", "personal_data"})
"""Acts that ask for something even in words that say nothing by themselves ("cómo va lo mío")."""
ACTS_OF_NO_FOLLOW_UP: frozenset[Label] = REQUEST_ACTS | {"person", "injection", "locator_lost"}
UNRELIABLE_IN_FOLLOW_UPS: frozenset[Label] = frozenset(
    {"personal_data", "decision_bait", "third_person", "complaint", "correct"}
)
UNRELIABLE_IN_LEANING_QUESTIONS: frozenset[Label] = frozenset({"complaint", "correct", "third_person"})
"""Labels that the model reads into a question that names no matter, though no words say them."""
OPENING_ACTS: frozenset[Label] = frozenset({"greeting", "thanks", "question"})
"""Acts that phrases may find in a message that only opens the conversation."""
LACKS: frozenset[Label] = frozenset({"passport", "no_phone", "no_email", "locator_lost"})
"""Answers that what was asked for is not there."""
LEAVING: frozenset[Label] = frozenset({"cancel"})
HURRY: frozenset[Label] = frozenset({"urgent"})
"""Words of hurry do not say what an appointment is for."""
FOR_OTHERS: frozenset[Label] = frozenset({"third_person"})
PLAIN_ACTS: frozenset[Label] = SHORT_ACTS | {"book", "change", "cancel"}
"""Acts that leave the model nothing to guess when the message says nothing else."""
FEELINGS: tuple[Label, ...] = ("despair", "unsafe", "grief", "hardship", "worry", "joy", "informal")
"""Heard with a sentence of their own, the heaviest first. Anger is a complaint, which has an offer besides."""
HEAVY: frozenset[Label] = frozenset({"despair", "grief", "hardship", "worry"})
"""Feelings that make a danger likelier which may be there."""
MENTIONS_PEOPLE: frozenset[Label] = frozenset({"person", "third_person"})
