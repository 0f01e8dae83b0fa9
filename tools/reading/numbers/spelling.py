"""The numbers below a hundred as they are spelt well, in each language."""

from collections.abc import Mapping
from functools import cache

from knowledge.languages import Language
from tools.reading.folding import fold
from tools.reading.tables import load_table


@cache
def spelt_numbers(language: Language) -> Mapping[str, int]:
    """The value (1 to 99) of every folded spelling: words with one space between, without misspellings."""
    table = load_table("tools.reading.numbers", language)
    patterns: Mapping[int, list[str]] = table["spelt"]
    misspelt = frozenset(table["misspelt"])
    plain: dict[int, list[str]] = {}
    for value, words in (*table["units"].items(), *table["tens"].items()):
        plain[value] = [word for word in (fold(str(word)).text for word in words) if word not in misspelt]
    forms = {value: list(words) for value, words in plain.items()}
    for ten in sorted(table["tens"]):
        low, high = table["reach"].get(ten, (1, 9))
        for unit in range(low, high + 1):
            compounds = [
                pattern.format(ten=head, unit=tail)
                for pattern in patterns.get(max((least for least in patterns if least <= ten), default=0), ())
                for tail in forms[unit]
                for head in plain[ten]
            ]
            forms.setdefault(ten + unit, []).extend(compounds)
    return {form: value for value, spelt in forms.items() if value for form in spelt}
