"""Real suggestions: the answer units of the articles as they are told today, in every language."""

import random
from collections import defaultdict
from datetime import date

from knowledge.languages import LANGUAGES, Language
from tests.shipped import knowledge_base


def real_lines(count: int, seed: int) -> list[dict[Language, str]]:
    """Units that are told in all languages, with figures in half of them."""
    units: dict[tuple[str, str, int], dict[Language, str]] = defaultdict(dict)
    for passage in knowledge_base().on(date(2026, 11, 25)).corpus.all_passages():
        for sentence in passage.sentences:
            units[passage.need, passage.aspect, sentence.place][passage.language] = sentence.text
    whole = [units[unit] for unit in sorted(units) if len(units[unit]) == len(LANGUAGES)]
    chance = random.Random(seed)
    figured = [lines for lines in whole if any(letter.isdigit() for letter in lines["es"])]
    return chance.sample(figured, count // 2) + chance.sample(whole, count - count // 2)
