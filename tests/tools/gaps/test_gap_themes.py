"""Gathering gaps by theme."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from knowledge.encoders.cross_language import CrossLanguageEncoder
from knowledge.encoders.encoder import Role, Vectors
from knowledge.languages import LANGUAGES
from tests.fakes.gap_log import MemoryGapLog
from tools.gaps import themes as gap_themes
from tools.gaps.gaps import Gap, GapQuery
from tools.gaps.themes import Example, GapThemes, by_meaning

DAY = date(2026, 11, 25)
GAP = Gap("¿Qué papeles?", "es", "viudedad", "documents", None, "no_section", DAY)
SAID = replace(GAP, need=None, aspect=None, why="not_understood")


class WordEncoder:
    """Points of the compass for what is meant; a language pulls all of its sentences its own way."""

    identity, dimensions = "words", 4
    MEANT = (("faro", 0), ("light", 0), ("itsasargi", 0), ("luz", 1), ("power", 1))
    PULLS = (("the", 2), ("itsasargi", 3), ("gaur", 3))

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        self.encoded += texts
        vectors = np.full((len(texts), 4), 0.01, np.float32)
        for row, text in enumerate(texts):
            for word, axis in self.MEANT:
                vectors[row, axis] += 1.0 if word in text else 0.0
            for word, axis in self.PULLS:
                vectors[row, axis] += 3.0 if word in text else 0.0
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def themes_of(*gaps: Gap, encoder: WordEncoder | None = None) -> GapThemes:
    samples = {language: [{"en": "the", "eu": "gaur"}.get(language, "hoy")] for language in LANGUAGES}
    return GapThemes(MemoryGapLog(gaps), CrossLanguageEncoder(encoder or WordEncoder(), lambda: samples))


async def test_what_was_understood_is_gathered_by_need_and_aspect_with_its_figures() -> None:
    basque = replace(GAP, text="Zein agiri?", language="eu", why="withheld", day=DAY - timedelta(days=3))
    other = replace(GAP, aspect="amount", text="¿Cuánto?")
    report = await themes_of(GAP, GAP, basque, other).report(GapQuery())
    theme = report.themes[0]
    assert [(one.need, one.aspect, one.times) for one in report.themes] == [
        ("viudedad", "documents", 3),
        ("viudedad", "amount", 1),
    ]
    assert (theme.languages, theme.whys) == ({"es": 2, "eu": 1}, {"no_section": 2, "withheld": 1})
    assert (theme.first, theme.last) == (DAY - timedelta(days=3), DAY)
    assert theme.examples == (Example("¿Qué papeles?", "es", 2), Example("Zein agiri?", "eu", 1))


async def test_what_was_not_is_gathered_by_meaning_across_languages() -> None:
    said = [
        replace(SAID, text="faro"), replace(SAID, text="the lighthouse", language="en"),
        replace(SAID, text="itsasargia", language="eu"), replace(SAID, text="luz"),
        replace(SAID, text="the power", language="en"),
    ]  # fmt: skip
    report = await themes_of(*said).report(GapQuery())
    gathered = [sorted(one.text for one in theme.examples) for theme in report.themes]
    assert gathered == [["faro", "itsasargia", "the lighthouse"], ["luz", "the power"]]


def test_the_most_central_question_comes_first() -> None:
    angles = np.radians([40, 0, 20, 200])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert sorted(by_meaning(vectors)) == [[2, 0, 1], [3]]


async def test_a_theme_shows_five_questions_and_counts_all() -> None:
    report = await themes_of(*(replace(GAP, text=f"¿{number}?") for number in range(9))).report(GapQuery())
    assert (report.themes[0].times, len(report.themes[0].examples)) == (9, 5)


async def test_the_next_report_encodes_only_what_is_new() -> None:
    encoder = WordEncoder()
    themes = themes_of(SAID, encoder=encoder)
    await themes.report(GapQuery())
    before = len(encoder.encoded)
    assert (await themes.report(GapQuery())).themes
    assert len(encoder.encoded) == before


async def test_questions_beyond_what_can_be_compared_are_said_to_be_left_out() -> None:
    many = [replace(SAID, text=f"faro {number}") for number in range(gap_themes.MOST + 2)]
    report = await themes_of(*many, replace(SAID, text="faro 7")).report(GapQuery())
    assert (report.left_out, report.themes[0].times) == (2, gap_themes.MOST + 1)


async def test_nothing_kept_is_no_theme() -> None:
    assert (await themes_of().report(GapQuery())).themes == ()
