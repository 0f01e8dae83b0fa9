"""Weighs what the model hears in a message against its words, and against what it answers."""

from dataclasses import dataclass, replace

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.label_groups import HEAVY, LACKS, UNRELIABLE_IN_LEANING_QUESTIONS
from agents.understanding.labels.label_reader import SOCIAL, GuessedLabels
from agents.understanding.labels.pleas import confirmed
from agents.understanding.shared.labels import DANGERS, Label

_FEW, _SHORT = 8, 12
"""Words of an answer, and the most that answer a question of ours."""
_FELT, _FELT_SURELY = 0.3, 0.85
"""The probabilities of a feeling from which a doubtful danger is asked about though the message answers something, and
from which a feeling is heard in such a message."""
_ENOUGH = 6
"""Words of a message that names a person and may ask for none: "is there anyone who does it for free?"."""
_TROUBLE: frozenset[Label] = frozenset({"grief", "hardship", "worry"})
_COMPLAINT: frozenset[Label] = frozenset({"complaint"})
_PERSON: frozenset[Label] = frozenset({"person"})
_PERHAPS: frozenset[Label] = frozenset({"maybe_person"})
_UNSAFE: frozenset[Label] = frozenset({"unsafe"})
_ANGER: frozenset[Label] = frozenset({"complaint", "insult", "correct"})
_CALM: frozenset[Label] = frozenset({"goodbye", "thanks", "lets_go", "drop", "asks_what", "no_person", "informal"})
"""What is said without anger, however short it is."""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A message as its words tell it. ``phrased``: its acts, as they are done at the step of an appointment;
    ``only_plain``: whether acts that leave nothing to guess are all of it; ``for_us``: whether it asks for another
    language, or for a telephone number; ``has_values``, ``gives_asked``: whether it has values, and one that was asked
    for; ``value_asked``: whether a value of another kind was, as for a sum.
    """

    phrased: Acts
    words: int
    asks: bool = False
    only_plain: bool = False
    for_us: bool = False
    switches: bool = False
    has_values: bool = False
    gives_asked: bool = False
    asked: bool = False
    value_asked: bool = False

    @property
    def answers(self) -> bool:
        """Whether it answers a question of ours."""
        return self.gives_asked or (self.value_asked and self.words <= _SHORT)

    def says(self, *labels: Label) -> bool:
        """Whether its words say one of them."""
        return not self.phrased.labels.isdisjoint(labels)

    def names(self, *labels: Label) -> bool:
        """Whether a phrase of it says one of them, whatever is done at the step of an appointment."""
        return any(hit.key in labels for hit in self.phrased.hits)


def settle_labels(said: SaidWords, guessed: GuessedLabels) -> tuple[Acts, GuessedLabels]:
    """The acts of the words that the model confirms, and the labels of the model that no words contradict."""
    acts = confirmed(said.phrased, guessed.pleas.may_be_danger)
    guessed = guessed.without(_contradicted(said, guessed))
    if "person" in acts.labels and said.words >= _ENOUGH and not guessed.pleas.may_be_person:
        acts = replace(acts, labels=acts.labels - _PERSON | _PERHAPS)
    if _asks_if_safe_in_vain(said, guessed):
        acts, guessed = replace(acts, labels=acts.labels - _UNSAFE), guessed.without(_UNSAFE)
    return acts, guessed


def _contradicted(said: SaidWords, guessed: GuessedLabels) -> frozenset[Label]:
    """Labels that the model reads into words which say something else."""
    phrased, few = said.phrased.labels, said.words <= _FEW
    out: frozenset[Label] = UNRELIABLE_IN_LEANING_QUESTIONS if "leans" in guessed.labels else frozenset()
    out |= _no_pleas(said)
    if (said.asked and phrased & LACKS and few) or said.only_plain:  # "never mind, I don't want it"
        out |= DANGERS | {"leans", "unsafe"}
    if said.has_values and few:  # "in Girona", "the first one" are answers
        out |= SOCIAL
    if few and said.says("book", "change", "cancel", "drop"):
        out |= _UNSAFE
    if said.switches or phrased & _CALM:
        out |= _ANGER
    feelings = _doubted(said)
    if feelings:
        out |= {label for label in feelings & guessed.labels if guessed.chance(label) < _FELT_SURELY}
    return out


def _doubted(said: SaidWords) -> frozenset[Label]:
    """Feelings that the model has to be sure of: in an answer; trouble in few words of thanks or leave-taking that
    ask nothing; anger in what is asked, for a neutral question about offices or appointments sounds like one.
    """
    if said.answers:
        return SOCIAL | _ANGER
    parting = said.says("thanks", "goodbye") and said.words <= _SHORT and not said.asks
    return (_TROUBLE if parting else frozenset()) | (_COMPLAINT if said.asks else frozenset())


def _no_pleas(said: SaidWords) -> frozenset[Label]:
    """The wishes for a person that the words rule out: "can we speak English?", "which number do I call?", "leave it,
    give me a new one" ask for nobody. Who asks in few words whether we are a robot does not ask for a person either.
    """
    wants_none = said.for_us or said.names("book", "change", "cancel") or said.says("no_person", "informal")
    only_asks_what = said.says("asks_what") and said.words <= _FEW
    out = _PERSON if wants_none or only_asks_what else frozenset[Label]()
    return out | _PERHAPS if said.says("asks_what", "no_person", "informal") else out


def _asks_if_safe_in_vain(said: SaidWords, guessed: GuessedLabels) -> bool:
    """Whether a danger that only may be there is heard in an answer to what was asked, without any feeling."""
    felt = said.says(*HEAVY) or max(map(guessed.chance, HEAVY)) >= _FELT
    return said.answers and not felt
