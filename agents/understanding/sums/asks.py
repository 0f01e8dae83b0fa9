"""How a message asks for a sum of the person's own, by phrases (``sum_asks.yaml`` of the administration)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from agents.understanding.shared.tables import load_own_table
from knowledge.administration import Administration
from knowledge.languages import LANGUAGES, Language
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook

SumAsk = Literal["make", "amount", "date", "cut", "much", "euros", "change", "why", "gross", "theirs", "mine", "child"]
"""``make``: it is to be made; ``amount``, ``date``, ``cut``: one's own; ``much``: the same, of one that is spoken of;
of one made: ``euros``: in money; ``change``: whether what is told changes it; ``why``: how it was worked out;
``gross``: whether taxes are off. ``theirs``: of somebody else; ``mine``: of oneself again; ``child``: of a child,
who has a sum apart in some matters."""
OUTRIGHT: frozenset[SumAsk] = frozenset({"make", "amount", "date", "cut"})
"""Those that ask for a sum whatever was said before; who asks so asks for nobody: "I want it worked out"."""
ASKS: tuple[SumAsk, ...] = get_args(SumAsk)
_COMMON: Language = "es"
_GROUPS = {"n": r"(?P<n>\d[\d.,]*)", "pct": "(?P<pct>%)"}


@dataclass(frozen=True, slots=True)
class SumAsks:
    """Phrases by language. ``means``: the sum that asking so means by itself."""

    phrases: Mapping[Language, PhraseBook]
    means: Mapping[str, str]

    def find(self, folded: Folded, language: Language) -> frozenset[SumAsk]:
        """How it is asked for; nothing where it is not. Words of Spanish are said in every language of the country."""
        found = {hit.key for one in {language, _COMMON} for hit in self.phrases[one].find(folded)}
        return frozenset(ask for ask in ASKS if ask in found)


def build_sum_asks(administration: Administration) -> SumAsks:
    """An administration without the table has no such phrases. Raises ContentError."""
    table = load_own_table(administration, "sum_asks")
    asks = table.get("asks", {})
    phrases = {
        language: PhraseBook({key: map(str, said.get(language, ())) for key, said in asks.items()}, _GROUPS)
        for language in LANGUAGES
    }
    means = {str(ask): str(name) for ask, name in table.get("means", {}).items()}
    return SumAsks(phrases, means)
