"""Writes a fact's value in a language: CLDR for numbers and money, our own words where CLDR has none."""

from datetime import date
from decimal import Decimal
from typing import Literal

from babel.core import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent

from knowledge.content.fact_values import OpeningHours, Translated, Unit, Value, YearsMonths
from knowledge.languages import LANGUAGES, Language

LOCALES: dict[Language, Locale] = {
    language: Locale.parse("en_GB" if language == "en" else language) for language in LANGUAGES
}

# (one, several). CLDR has no Catalan or Galician for most of these, and articled plurals ("urteak") for Basque
_YEARS: dict[Language, tuple[str, str]] = {
    "es": ("año", "años"),
    "ca": ("any", "anys"),
    "gl": ("ano", "anos"),
    "eu": ("urte", "urte"),
    "en": ("year", "years"),
    "fr": ("an", "ans"),
}
_MONTHS: dict[Language, tuple[str, str]] = {
    "es": ("mes", "meses"),
    "ca": ("mes", "mesos"),
    "gl": ("mes", "meses"),
    "eu": ("hilabete", "hilabete"),
    "en": ("month", "months"),
    "fr": ("mois", "mois"),
}
_WEEKS: dict[Language, tuple[str, str]] = {
    "es": ("semana", "semanas"),
    "ca": ("setmana", "setmanes"),
    "gl": ("semana", "semanas"),
    "eu": ("aste", "aste"),
    "en": ("week", "weeks"),
    "fr": ("semaine", "semaines"),
}
_DAYS: dict[Language, tuple[str, str]] = {
    "es": ("día", "días"),
    "ca": ("dia", "dies"),
    "gl": ("día", "días"),
    "eu": ("egun", "egun"),
    "en": ("day", "days"),
    "fr": ("jour", "jours"),
}
_WORDS = {"age": _YEARS, "years": _YEARS, "months": _MONTHS, "weeks": _WEEKS, "days": _DAYS}
_AND: dict[Language, str] = {"es": "y", "ca": "i", "gl": "e", "eu": "eta", "en": "and", "fr": "et"}


def render_value(unit: Unit, value: Value, language: Language, *, suffixed: bool = False) -> str:
    """A value of that unit in the language. ``suffixed``: a Basque suffix follows it at once."""
    match value:
        case YearsMonths():
            return _years_months(value, language, suffixed)
        case OpeningHours():
            return _hours(value, language)
        case Translated():
            return value.texts[language]
        case date():
            return long_date(value, language)
        case Decimal():
            return _number(unit, value, language, suffixed)
        case _:
            return _phone(value) if unit == "phone" else value


def long_date(day: date, language: Language) -> str:
    """Such as "1 de enero de 2026"."""
    if language == "eu":
        return _basque_date(day)
    text = format_date(day, "long", locale=LOCALES[language])
    return "1er" + text[1:] if language == "fr" and day.day == 1 else text


def basque_year(year: int, case: Literal["ko", "n"]) -> str:
    """The year in that case, such as "2026ko" and "2025ean": the ending follows how the number is read aloud."""
    ends_in_consonant = year % 20 in (1, 5, 10, 15) or (year % 100 == 0 and year % 1000 != 0)
    if case == "ko":
        return f"{year}{'eko' if ends_in_consonant else 'ko'}"
    ends_in_a = year % 20 == 11  # "hamaika"
    return f"{year}{'ean' if ends_in_consonant else 'n' if ends_in_a else 'an'}"


def _number(unit: Unit, value: Decimal, language: Language, suffixed: bool) -> str:
    locale = LOCALES[language]
    match unit:
        case "money" | "money_day" | "money_month" | "money_year":
            return format_currency(value, "EUR", locale=locale)
        case "percent":
            return format_percent(value / 100, locale=locale, decimal_quantization=False)
        case "count":
            # a year or a form's number is not split; long counts are
            return format_decimal(value, locale=locale, group_separator=value >= 10_000, decimal_quantization=False)
        case _:
            return _counted(unit, int(value), language, suffixed)


def _counted(word: str, number: int, language: Language, suffixed: bool) -> str:
    singular, plural = _WORDS[word][language]
    if language == "eu" and number == 1 and not suffixed:
        return f"{singular} 1"  # "bat" follows its noun
    one = number == 1 or (number == 0 and language == "fr")
    return f"{number} {singular if one else plural}"


def _years_months(value: YearsMonths, language: Language, suffixed: bool) -> str:
    if value.months == 0:
        return _counted("years", value.years, language, suffixed)
    months = _counted("months", value.months, language, suffixed)
    return f"{_counted('years', value.years, language, False)} {_AND[language]} {months}" if value.years else months


def _hours(hours: OpeningHours, language: Language) -> str:
    locale = LOCALES[language]
    return "–".join(format_time(moment, "short", locale=locale) for moment in (hours.opens, hours.closes))


def _phone(number: str) -> str:
    digits = number.replace(" ", "")
    if " " in number or len(digits) != 9:
        return number
    sizes = (2, 3, 2, 2) if digits[1] in ("1", "3") else (3, 2, 2, 2)  # Madrid and Barcelona have two-digit prefixes
    starts = [sum(sizes[:index]) for index in range(len(sizes))]
    return " ".join(digits[start : start + size] for start, size in zip(starts, sizes, strict=True))


def _basque_date(day: date) -> str:
    """CLDR writes "2026(e)ko urtarrilaren 1(a)": the brackets depend on how the number is read aloud."""
    month = LOCALES["eu"].months["format"]["wide"][day.month]
    number = f"{day.day}" if day.day in (11, 31) else f"{day.day}a"  # "hamaika" already ends in the article's a
    return f"{basque_year(day.year, 'ko')} {month}ren {number}"
