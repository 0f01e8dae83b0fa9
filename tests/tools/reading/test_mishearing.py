"""What is heard for something else, by language."""

import pytest

from knowledge.languages import LANGUAGES, Language
from tools.reading.dictation.mishearing import letters_written_as
from tools.reading.dictation.words import dictation_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_already_is_a_letter_is_not_listed_as_one_misheard(language: Language) -> None:
    words = dictation_words(language)
    assert [said for said in words.letters_misheard if words.match(said, 0, "letter")] == []


def test_two_words_and_the_first_of_them_may_each_be_a_letter() -> None:
    words = dictation_words("es")
    assert letters_written_as(["ub", "doble"], words) == {"V", "W"}
    assert letters_written_as(["ub", "de"], words) == {"V"}
    assert letters_written_as([], words) == frozenset()
