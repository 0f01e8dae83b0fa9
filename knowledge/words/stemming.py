"""Words and their stems, forgiving of missing accents, in the six languages."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

from knowledge.languages import LANGUAGES, Language
from knowledge.words.basque_stemmer import uninflected

_WORD = re.compile(r"\w+")
# Galician has no Snowball stemmer; the Portuguese one knows its endings better than the Spanish one.
_STEMMERS: dict[Language, str] = {
    "es": "spanish",
    "ca": "catalan",
    "gl": "portuguese",
    "en": "english",
    "fr": "french",
}
_FUNCTION_WORDS: dict[Language, str] = {
    "es": """
        a al como con cual cuando cuál cuándo cuánto cómo de del donde dónde el ella en es esa ese esta este
        esto está ha han hay he la las le les lo los me mi mis muy ni no nos o para pero por porque que qué se
        si sin sobre son soy su sus te tu un una uno y ya yo
    """,
    "ca": """
        a al als amb aquest aquesta com d de del dels el els em en es està fa fer ha han hi i jo l la les li m
        meu meva mi més n no o on per perquè però puc quan quant que qui quin quina què s sense seu seva si
        són te un una uns va vaig és
    """,
    "gl": """
        a ao aos as cal cando canto co coa como con da das de do dos e en esta este está eu ha hai lle me meu
        miña na nas no non nos o onde os para pero por porque que quen se sen seu si sobre son súa teño un
        unha á ás é ó
    """,
    "eu": """
        al ba bai baina baino bat behar bezala da dago dela den dira dit du dut dute edo egin ere eta ez gabe
        hau hori izan nahi naiz nire noiz nola non nor zait zein zenbat zer zuen zure
    """,
    "en": """
        a am an and are as at be by can do does for from has have how i if in is it me my no not of on or so
        that the their there they this to was we what when where which who will with you your
    """,
    "fr": """
        a ai au aux avec c ce ces combien comment d dans de des du elle en est et il j je l la le les leur lui
        m ma mais me mes mon n ne non nos notre on ou où par pas pour qu quand que quel quelle qui s sa se ses
        si son sont sur un une vos votre vous y à
    """,
}
FUNCTION_WORDS = {language: frozenset(text.split()) for language, text in _FUNCTION_WORDS.items()}
"""Words so common in each language that they say nothing about the subject."""


def words(text: str) -> list[str]:
    """Runs of letters and digits, lower case."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word without accents: ñ becomes n and ç becomes c."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def stem(word: str, language: Language) -> str:
    """The word's stem, without accents."""
    return folded(uninflected(word) if language == "eu" else _stemmer(language).stemWord(word))


def content_words(text: str, language: Language) -> list[str]:
    """Words that carry meaning; all of them when none does."""
    every = words(text)
    kept = [word for word in every if word not in FUNCTION_WORDS[language]]
    return kept or every


def guess_language(texts: Iterable[str]) -> Language:
    """The served language whose small words are most frequent: enough to choose a stemmer for a whole corpus."""
    counts = function_word_counts(texts)
    return max(LANGUAGES, key=lambda language: counts[language])


def function_word_counts(texts: Iterable[str]) -> dict[Language, int]:
    """Count the function words of each language in the texts; a word may count for several languages."""
    counts = dict.fromkeys(LANGUAGES, 0)
    for text in texts:
        for word in words(text):
            for language in LANGUAGES:
                counts[language] += word in FUNCTION_WORDS[language]
    return counts


@lru_cache(maxsize=256)
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[language])
