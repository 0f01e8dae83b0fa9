"""Whether a message wants a sum of the person's own: by the model, and by the words that ask for one."""

from dataclasses import dataclass

from agents.understanding.sums.asks import OUTRIGHT, SumAsks
from agents.understanding.sums.own_sum import NO_SUM, OwnSumModel, SumChances
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from tools.reading.folding import Folded, fold


@dataclass(frozen=True, slots=True)
class SumHearer:
    """``model``: None where none is kept."""

    model: OwnSumModel | None
    asks: SumAsks

    def hear(self, text: str, language: Language, own: Vectors, after: Vectors) -> SumChances:
        """What a message wants, by its vector and that after the one before, and in so many words."""
        heard = self.model.chances(text, own, after) if self.model else NO_SUM
        return heard.asked(self.asks.find(fold(text), language), self.asks.means)

    def asks_outright(self, folded: Folded, language: Language) -> bool:
        """Whether its words ask for a sum whatever was said before: "I want it worked out" asks for nobody."""
        return not OUTRIGHT.isdisjoint(self.asks.find(folded, language))
