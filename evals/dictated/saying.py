"""Figures and letters in words, as people of each language say them."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from knowledge.languages import Language
from tools.reading.tables import load_table


class Saying:
    """The words of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table

    @property
    def can_double(self) -> bool:
        """True when "double" is said before a figure."""
        return bool(self._table["double"])

    def number(self, value: int) -> str:
        """A whole number below a thousand million."""
        if value in self._table["said"]:
            return str(self._table["said"][value])
        if value < 100:
            return self._below_hundred(value)
        if value < 1000:
            return self._below_thousand(value)
        if value < 1_000_000:
            return self._thousands(*divmod(value, 1000))
        millions, rest = divmod(value, 1_000_000)
        one, many = self._table["million"]
        head = one if millions == 1 else f"{self._counting(millions, 'before_million')} {many}"
        return head + (" " + self.number(rest) if rest else "")

    def figures(self, text: str) -> tuple[str, ...]:
        """Figures one by one."""
        return tuple(self.number(int(figure)) for figure in text)

    def together(self, text: str) -> tuple[str, ...]:
        """Figures as one number, its noughts in front said."""
        rest = text.lstrip("0")
        return self.figures("0" * (len(text) - len(rest))) + ((self.number(int(rest)),) if rest else ())

    def in_groups(self, text: str, sizes: Sequence[int]) -> list[str]:
        """Figures cut into groups of those sizes, each said as one number."""
        cuts = list(accumulate(sizes, initial=0))
        groups = (text[start:end] for start, end in pairwise(cuts) if start < len(text))
        return [" ".join(self.together(group)) for group in groups]

    def doubled(self, figure: str) -> str:
        """ "doble cero"."""
        return f"{self._table['double']} {self.number(int(figure))}"

    def letter(self, letter: str) -> str:
        """Its name."""
        return str(self._table["letters"][letter])

    def explained(self, letter: str) -> str:
        """Its name with a word that begins with it, when there is one."""
        return str(self._table["explained"].get(letter) or self.letter(letter))

    def before(self, kind: str) -> list[str]:
        """Words that may come before a number of that kind."""
        return list(self._table["before"][kind])

    def _counting(self, value: int, form: str) -> str:
        """As it is said before what it counts: "veintiún mil", "deux cent mille"."""
        said = self.number(value)
        ends = ((end, short) for end, short in self._table.get(form, {}).items() if said.endswith(end))
        return next((said.removesuffix(end) + short for end, short in ends), said)

    def _thousands(self, thousands: int, rest: int) -> str:
        head = str(self._table["thousand"])
        if thousands > 1 or self._table["one_thousand"]:
            head = f"{self._counting(thousands, 'before_thousand')} {head}"
        link = self._table["and"] if rest < 100 else " "
        return head + (link + self.number(rest) if rest else "")

    def _below_hundred(self, value: int) -> str:
        if value < len(self._table["first"]):
            return str(self._table["first"][value])
        ten = max(one for one in self._table["tens"] if one <= value)
        head = self._table["tens"][ten]
        return f"{head}{self._table['join']}{self.number(value - ten)}" if value > ten else str(head)

    def _below_thousand(self, value: int) -> str:
        hundreds, rest = divmod(value, 100)
        if value == 100:
            return str(self._table["hundred"])
        head = str(self._table["hundreds"][hundreds - 1])
        return head + (self._table["and"] + self.number(rest) if rest else "")


@cache
def saying(language: Language) -> Saying:
    """The words of a language; the table is read once."""
    return Saying(_tables()[language])


@cache
def _tables() -> Mapping[str, Any]:
    return load_table("evals.dictated", "words")
