"""Needs that are a particular case of a general one: a figure asked for without their words is that of the general one.

"How much is the widow's pension?" does not ask about raising it, "I have Cl@ve: where do I change my bank?" does not
ask for help with Cl@ve. Sentence vectors tell such neighbours apart badly: the words of one are in the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED
from agents.understanding.shared.tables import load_own_table
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook

_UNSAID = 0.05
"""Share of its belief that a particular need keeps when nothing says it."""


@dataclass(frozen=True, slots=True)
class Particular:
    """``of``: the general need, when it is one; ``said``: by language, the words without which it is not meant."""

    need: str
    of: str | None
    said: Mapping[Language, PhraseBook]


@dataclass(frozen=True, slots=True)
class ParticularNeeds:
    """From ``understanding/particular.yaml`` of the administration."""

    needs: tuple[Particular, ...]

    def settle(self, probabilities: Mapping[str, float], folded: Folded, language: Language) -> dict[str, float]:
        """The probabilities, still summing to 1: what a need unsaid leaves goes to its general one, or to all needs."""
        found = dict(probabilities)
        for one in self.needs:
            share = found.get(one.need, 0.0)
            if share >= _UNSAID and language in one.said and not one.said[language].find(folded):
                found[one.need] = share * _UNSAID
                _give(found, share - found[one.need], one)
        return found


def _give(found: dict[str, float], freed: float, one: Particular) -> None:
    if one.of in found:
        found[one.of] += freed
        return
    others = {need: share for need, share in found.items() if need not in (one.need, UNRELATED, OTHER_MATTER)}
    total = sum(others.values()) or 1.0
    for need, share in others.items():
        found[need] += freed * share / total


def build_particular_needs(administration: Administration, catalogue: Catalogue) -> ParticularNeeds:
    """Needs that the catalogue lacks are left out. ValueError when a language has no words."""
    needs = []
    for need, entry in load_own_table(administration, "particular").items():
        if missing := set(administration.languages) - set(entry["said"]):
            raise ValueError(f"particular.yaml: {need} says nothing in {', '.join(sorted(missing))}")
        if need in catalogue:
            said = {language: PhraseBook({need: entry["said"][language]}) for language in administration.languages}
            needs.append(Particular(need, entry.get("of"), said))
    return ParticularNeeds(tuple(needs))
