"""Numbers and letters that are mistaken for one another by ear, in each language."""

from collections.abc import Iterator, Sequence

from tools.reading.dictation.words import DictationWords


def heard_for(figures: str, words: DictationWords) -> Iterator[str]:
    """Other figures for one number said: the whole, its ten or its unit exchanged for one that sounds alike.

    ``figures``: as they are written, of a single number ("63": "73"); they may become more or fewer ("2": "12").
    """
    yield from sorted(words.alike.get(figures, ()))
    if len(figures) == 2 and "0" not in figures:
        ten, unit = figures[0] + "0", figures[1]
        yield from (other[0] + unit for other in sorted(words.alike.get(ten, ())) if len(other) == 2)
        yield from (figures[0] + other for other in sorted(words.alike.get(unit, ())) if len(other) == 1)
    elif len(figures) > 2:  # said one by one, or in a way that is not known: one figure
        for place, figure in enumerate(figures):
            for other in sorted(words.alike.get(figure, ())):
                if len(other) == 1:
                    yield figures[:place] + other + figures[place + 1 :]


def letters_heard_for(letter: str, words: DictationWords) -> frozenset[str]:
    """Capital letters whose names sound like that of ``letter``."""
    return words.letters_alike.get(letter, frozenset())


def letters_written_as(texts: Sequence[str], words: DictationWords) -> frozenset[str]:
    """Capital letters whose names are written as the first of those folded words."""
    found = (words.letters_misheard.get(tuple(texts[:size]), frozenset()) for size in (2, 1))
    return frozenset().union(*found)
