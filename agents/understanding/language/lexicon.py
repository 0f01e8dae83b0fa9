"""Word frequencies by language: our own sentences and word tables, and lists that come inside packages."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from importlib.resources import files
from operator import itemgetter

from agents.understanding.language.words import words_alone
from agents.understanding.shared.tables import load_table, table_names

COUNTED = ("es", "eu", "en", "fr", "pt", "it", "de")
"""Languages whose words pyspellchecker has counted."""
LISTED = ("es", "ca", "gl", "ast", "ro")
"""Languages whose forms simplemma lists without saying how common they are."""
_MOST_COMMON = 30_000
_LISTED_WORDS = 60_000
_EVENNESS = 0.8
"""Counts are raised to it: the commonest words would drown all others."""
_SHARES = {"own": 0.1, "taught": 0.35, "counted": 0.35, "listed": 0.1}
"""The weight of each source; the share of a missing source goes to the others."""

Counts = Mapping[str, float]


def word_shares(taught: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """The share of each word in each language of ``data/languages``, from sentences as (language, text) and lists."""
    said: dict[str, list[str]] = defaultdict(list)
    for language, text in taught:
        said[language].append(text)
    return {code: _mixed(_sources(code, said[code])) for code in table_names("languages")}


def _sources(code: str, taught: Iterable[str]) -> dict[str, Counts]:
    own = Counter(words_alone(str(load_table(f"languages/{code}")["words"])))
    return {
        "own": own,
        "taught": Counter(words_alone("\n".join(taught))),
        "counted": _counted(code, own),
        "listed": dict.fromkeys(_listed(code), 1),
    }


def _mixed(sources: Mapping[str, Counts]) -> dict[str, float]:
    known = {name: counts for name, counts in sources.items() if counts}
    total = sum(_SHARES[name] for name in known)
    shares: dict[str, float] = {}
    for name, counts in known.items():
        evened = {word: count**_EVENNESS for word, count in counts.items()}
        unit = _SHARES[name] / total / sum(evened.values())
        for word, value in evened.items():
            shares[word] = shares.get(word, 0.0) + unit * value
    return shares


def _counted(code: str, own: Counts) -> Counts:
    """The commonest words of films and series; single letters only if our own table has them."""
    if code not in COUNTED:
        return {}
    packed = files("spellchecker") / "resources" / f"{code}.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(packed.read_bytes()))
    common = nlargest(_MOST_COMMON, counts.items(), key=itemgetter(1))
    return {word: count for word, count in common if word.isalpha() and (len(word) > 1 or word in own)}


def _listed(code: str) -> Iterator[str]:
    """MessageWord forms spread evenly over the list, which is in order."""
    if code not in LISTED:
        return
    from simplemma.strategies import DefaultDictionaryFactory

    forms = [form for form in DefaultDictionaryFactory().get_dictionary(code) if form.islower() and form.isalpha()]
    step = max(1, len(forms) // _LISTED_WORDS)
    yield from (form for form in forms[::step] if len(form) > 1)
