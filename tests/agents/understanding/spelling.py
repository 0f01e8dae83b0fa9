"""Numbers and identities said aloud, as a person of each language would: what the readers must read back."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from knowledge.languages import Language

_TABLE = yaml.safe_load((Path(__file__).parent / "spelling.yaml").read_text(encoding="utf-8"))
_UNITS, _TENS, _HUNDREDS, _LETTERS = (
    {language: words.split() for language, words in _TABLE[name].items()}
    for name in ("units", "tens", "hundreds", "letters")
)
_THOUSAND = _TABLE["thousand"]
_FR = _UNITS["fr"]


def say(number: int, language: Language) -> str:
    """A number from 0 to 999,999 in words."""
    if number < 100:
        return _below_hundred(number, language)
    if number < 1000:
        return _hundreds(number, language)
    thousands, rest = divmod(number, 1000)
    head = _THOUSAND[language]
    if thousands > 1 or language == "en":
        head = f"{say(thousands, language)} {head}"
    if not rest:
        return head
    link = " eta " if language == "eu" and rest < 100 else " and " if language == "en" and rest < 100 else " "
    return f"{head}{link}{say(rest, language)}"


def say_letter(letter: str, language: Language) -> str:
    """The name of a capital letter."""
    return str(_LETTERS[language]["ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter)]).replace("_", " ")


def say_digits(digits: str, sizes: Sequence[int], language: Language) -> list[str]:
    """The digits in groups of those sizes, each as a number; noughts before it are said one by one."""
    groups, at = [], 0
    for size in sizes:
        group = digits[at : at + size]
        at += size
        if not group:
            break
        rest = group.lstrip("0")
        zeros = [_below_hundred(0, language)] * (len(group) - len(rest))
        groups.append(" ".join([*zeros, *([say(int(rest), language)] if rest else [])]))
    return groups


def _below_hundred(number: int, language: Language) -> str:
    ten, unit = divmod(number, 10)
    if language == "eu":
        score, rest = divmod(number, 20)
        name = ["", "hogei", "berrogei", "hirurogei", "laurogei"][score]
        return _UNITS["eu"][rest] if not score else name if not rest else f"{name}ta {_UNITS['eu'][rest]}"
    if language == "fr":
        return _french(number)
    units = _UNITS[language]
    if number < len(units):
        return units[number]
    name = _TENS[language][ten]
    if not unit:
        return name
    link = {"es": " y ", "gl": " e ", "en": "-", "ca": "-i-" if ten == 2 else "-"}[language]
    return f"{name}{link}{units[unit]}"


def _french(number: int) -> str:
    ten, unit = divmod(number, 10)
    if number <= 16:
        return _FR[number]
    if ten in (7, 9):
        link = " et " if number == 71 else "-"
        return f"{_TENS['fr'][ten]}{link}{_french(10 + unit)}" if ten == 7 else f"quatre-vingt-{_french(10 + unit)}"
    name = _TENS["fr"][ten]
    if not unit:
        return "quatre-vingts" if ten == 8 else name
    return f"{name} et un" if unit == 1 and ten not in (1, 8) else f"{name}-{_FR[unit]}"


def _hundreds(number: int, language: Language) -> str:
    hundred, rest = divmod(number, 100)
    if language in ("en", "fr"):
        units, word = _UNITS[language], "hundred" if language == "en" else "cent"
        head = word if language == "fr" and hundred == 1 else f"{units[hundred]} {word}"
        if language == "fr" and hundred > 1 and not rest:
            head += "s"
    else:
        head = "cien" if number == 100 and language == "es" else _HUNDREDS[language][hundred]
    link = {"en": " and ", "eu": " eta "}.get(language, " ")
    return f"{head}{link}{_below_hundred(rest, language)}" if rest else head
