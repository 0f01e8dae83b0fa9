"""Every municipality is found by every form of its name, in a sentence of every language; nothing makes it fail."""

import time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tools.places.names import normalise_word
from tools.places.table import load_place_table
from tools.reading.places.cues import PlaceCues
from tools.reading.places.mentions import PlaceFinder

FRAMES: dict[Language, str] = {
    "es": "buenos días, vivo en {} desde hace años",
    "ca": "bon dia, visc a {} des de fa anys",
    "gl": "bos días, vivo en {} dende hai anos",
    "eu": "egun on, {} herrian bizi naiz",
    "en": "good morning, I live in {} with my wife",
    "fr": "bonjour, je vis à {} avec ma femme",
}
ARTICLES = ("el ", "la ", "los ", "las ", "els ", "les ", "o ", "a ", "os ", "as ")
SHORTEST = 5


@cache
def finder() -> PlaceFinder:
    return shipped.place_finder()


def written(name: str) -> set[str]:
    """A name as it may be typed: as it is, without capitals, accents or article, and shouted."""
    plain = " ".join(normalise_word(word) for word in name.split())
    forms = {name, name.lower(), name.upper(), plain}
    article = next((article for article in ARTICLES if plain.startswith(article)), "")
    unarticled = name[len(article) :]
    return forms | ({unarticled} if len(unarticled) >= SHORTEST else set())


def untold(form: str) -> bool:
    """What is no name by itself: a word that is never taken for one, or a capital's own name without an article."""
    plain = " ".join(normalise_word(word) for word in form.split())
    capitals = {province.capital for province in load_place_table().provinces.values()}
    return plain in PlaceCues.load().never or not capitals.isdisjoint(
        load_place_table().municipality_names.get(plain, ())
    )


def names() -> list[tuple[str, str]]:
    """Each municipality's code with its official name, and with each half of it."""
    return [
        (code, half)
        for code, place in load_place_table().municipalities.items()
        for half in {place.name, *place.name.split("/")}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_is_found_by_its_names(language: Language) -> None:
    missed = [
        (form, code)
        for code, name in names()
        for form in written(name)
        if all(code not in mention.candidates for mention in finder().find_in(FRAMES[language].format(form)))
    ]
    assert [(form, code) for form, code in missed if not untold(form)] == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_nothing_written_makes_it_fail(text: str) -> None:
    mentions = finder().find_in(text)
    assert all(0 <= one.start < one.end <= len(text) for one in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@given(
    st.lists(st.sampled_from(["en", "S.", "Sta.", "de", "la", "no", "Vva.", "Alcalá", "41", "001", ","]), max_size=60)
)
def test_pieces_of_names_make_it_fail_no_more(pieces: list[str]) -> None:
    for mention in finder().find_in(" ".join(pieces)):
        assert mention.kind.startswith("postcode") or mention.candidates


def test_a_long_text_takes_time_in_proportion() -> None:
    sentence = "Vivo en San Sebastián de los Reyes y trabajo en Barselona, cerca de Vva. de la Serena. "

    def seconds(times: int) -> float:
        start = time.process_time()
        finder().find_in(sentence * times)
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 40 * max(seconds(40), 0.005)
