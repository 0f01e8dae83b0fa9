"""The words of a language for dates and times, compiled from ``data/<language>.yaml``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.holidays import load_holiday_rules
from tools.reading.dates.vocabulary import plain_word, word_groups, word_values
from tools.reading.folding import fold
from tools.reading.phrases import PhraseBook
from tools.reading.tables import load_table


def dates_table(language: Language) -> dict[str, Any]:
    """The words of one language for dates and times, ``data/<language>.yaml``."""
    return load_table("tools.reading.dates", language)


@dataclass(frozen=True, slots=True)
class Links:
    """How two days or hours are joined. The patterns match the whole text between, or the end of the text before."""

    range: re.Pattern[str]
    between: re.Pattern[str]
    between_closing: re.Pattern[str]
    either: re.Pattern[str]
    opening: re.Pattern[str]
    between_opening: re.Pattern[str]
    from_endings: tuple[str, ...]
    to_endings: tuple[str, ...]
    correction: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Around:
    """Phrases said right before, and right after, what they speak of."""

    before: PhraseBook
    after: PhraseBook


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The compiled phrases and the value of each word."""

    language: Language
    days: PhraseBook
    not_days: PhraseBook
    not_hours: PhraseBook
    modifiers: Around
    bounds: Around
    denied: Around
    next_one: PhraseBook
    lived: PhraseBook
    told: PhraseBook
    moved: PhraseBook
    moved_to: re.Pattern[str]
    links: Links
    times: PhraseBook
    time_bounds: Around
    told_hours: Around
    hour_followers: frozenset[str]
    parts: PhraseBook
    number_parts: PhraseBook
    articles: re.Pattern[str]
    values: Mapping[str, Mapping[str, int]]
    endings: tuple[str, ...]
    holidays: Mapping[str, str]

    def value(self, kind: str, word: str) -> int | None:
        """The number behind a word of that kind, whatever case ending it carries."""
        table = self.values[kind]
        if digits := re.match(r"\d+", word):
            return int(digits.group())
        word = plain_word(word)
        if word in table:
            return table[word]
        for ending in self.endings:
            stem = word.removesuffix(ending)
            for candidate in (stem, stem.removesuffix("r")):
                if candidate in table:
                    return table[candidate]
        return None


def load_grammars(*, short: bool = True) -> dict[Language, DateGrammar]:
    """Of each language; without ``short``, abbreviations ("mon", "set") are no dates."""
    tables = {language: dates_table(language) for language in LANGUAGES}
    nouns = [phrase for table in tables.values() for phrase in table["not_days"]]
    return {language: _grammar(language, table, nouns, short=short) for language, table in tables.items()}


def _grammar(language: Language, table: Mapping[str, Any], nouns: list[str], *, short: bool) -> DateGrammar:
    """``nouns``: that are no days, of all languages."""
    endings = tuple(sorted((str(one) for one in table.get("endings", [])), key=len, reverse=True))
    values = word_values(language, table, short=short)
    groups = word_groups(table, values, word_values(language, table, short=False), endings)
    return DateGrammar(
        language=language,
        days=PhraseBook(_day_phrases(table, own=short), groups),
        not_days=PhraseBook({"": _not_days(table, nouns)}, groups),
        not_hours=PhraseBook({"": nouns}, groups),
        modifiers=_around(table.get("before"), table.get("after"), groups),
        bounds=_around_both(table, "bounds", groups),
        denied=_around_both(table, "denied", groups),
        next_one=PhraseBook({"": table["next_one"]}, groups),
        lived=PhraseBook({"": table["lived"]}, groups),
        told=PhraseBook({"": table["told"]}, groups),
        moved=PhraseBook({"": table["moved"]}, groups),
        moved_to=_ending_in(table["moved_to"]),
        links=_links(table["links"]),
        times=PhraseBook(
            {**table["times"], **{f"weak_{kind}": said for kind, said in table["weak_times"].items()}}, groups
        ),
        time_bounds=_around_both(table, "time_bounds", groups),
        told_hours=_around_both(table, "told_hours", groups),
        hour_followers=frozenset(table.get("hour_followers", ())),
        parts=PhraseBook({**table["parts"], "": table.get("not_parts", [])}),
        number_parts=PhraseBook({"": table.get("number_parts", [])}),
        articles=_ending_in(table["day_articles"]),
        values=values,
        endings=endings,
        holidays=load_holiday_rules(),
    )


def _day_phrases(table: Mapping[str, Any], *, own: bool) -> dict[str, list[str]]:
    """``own``: with what is a day only in a sentence of that language ("es 14")."""
    phrases: dict[str, list[str]] = dict(table["templates"])
    if own:
        phrases["day_only"] = [*phrases["day_only"], *table.get("own_days", [])]
    phrases |= {f"relative:{days}": said for days, said in table["relative"].items()}
    phrases |= {f"{unit}:{n}": said for unit, counted in table["periods"].items() for n, said in counted.items()}
    phrases |= {f"holiday:{name}": _with_year(said) for name, said in table["holidays"].items()}
    for name, said in table["feasts"].items():
        phrases[f"weak_holiday:{name}"] = _with_year(said)
        led = [f"({'|'.join(table['feast_leads'])}) {phrase}" for phrase in said]
        phrases[f"holiday:{name}"] = [*phrases.get(f"holiday:{name}", []), *_with_year(led)]
    phrases |= {f"weak_{kind}": said for kind, said in table["weak"].items()}
    return phrases


def _with_year(phrases: list[str]) -> list[str]:
    return [f"{phrase} [{{year}}]" for phrase in phrases]


def _not_days(table: Mapping[str, Any], nouns: Iterable[str]) -> list[str]:
    """Phrases that are no day in spite of their words, and nouns that follow a number ("el 20 por ciento")."""
    parts = table["parts"]
    mornings = [phrase for phrase in (*parts["morning"], *parts["middle"]) if " " in phrase]
    counted = [f"{before} {phrase}" for phrase in nouns for before in table["day_articles"]]
    return [*table["not_relative"], *mornings, *counted]


def _around(
    before: Mapping[str, list[str]] | None, after: Mapping[str, list[str]] | None, groups: Mapping[str, str]
) -> Around:
    return Around(PhraseBook(before or {}, groups), PhraseBook(after or {}, groups))


def _around_both(table: Mapping[str, Any], name: str, groups: Mapping[str, str]) -> Around:
    sides = table[name]
    before, after = sides.get("before") or {}, sides.get("after") or {}
    if isinstance(before, list):
        before = {"": before}
    if isinstance(after, list):
        after = {"": after}
    return _around(before, after, groups)


def _links(table: Mapping[str, list[str]]) -> Links:
    return Links(
        range=_whole(table["range"], r"|\s*[-–]\s*"),
        between=_whole(table["between"], ""),
        between_closing=re.compile(rf"\W*(?:{_words(table.get('between_closing', []))})(?!\w)"),
        either=_whole(table["either"], ""),
        opening=_ending_in(table["opening"]),
        between_opening=_ending_in(table["between_opening"]),
        from_endings=tuple(table.get("from_endings", ())),
        to_endings=tuple(table.get("to_endings", ())),
        correction=_whole(table["correction"], ""),
    )


def _whole(phrases: list[str], more: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\W+(?:{_words(phrases)})\W+{more})\Z")


def _ending_in(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:\A|\W)(?:{_words(phrases)})\W*\Z")


def _words(phrases: list[str]) -> str:
    folded = sorted((fold(str(phrase)).text for phrase in phrases), key=len, reverse=True)
    return "|".join(r"\W+".join(map(re.escape, phrase.split())) for phrase in folded) or r"(?!)"
