"""How somebody wants to be attended, and how not, in six languages."""

from functools import cache

import pytest

from agents.understanding.slots.channels import ChannelReader, build_channel_reader
from knowledge.languages import Language
from tools.reading.folding import fold


@cache
def reader() -> ChannelReader:
    return build_channel_reader()


def read(language: Language, said: str) -> dict[str, str]:
    return {name: slot.value for name, slot in reader().read(fold(said), language).items()}


WANTED: list[tuple[Language, str, str]] = [
    ("es", "mejor por teléfono", "phone"), ("es", "quiero ir en persona", "in_person"),
    ("ca", "per telèfon, si us plau", "phone"), ("ca", "presencial", "in_person"),
    ("gl", "prefiro por teléfono", "phone"), ("gl", "presencial", "in_person"),
    ("eu", "telefonoz hobeto", "phone"), ("en", "by phone please", "phone"), ("en", "in person", "in_person"),
    ("fr", "par téléphone plutôt", "phone"), ("fr", "en visioconférence", "video"),
]  # fmt: skip
REFUSED: list[tuple[Language, str]] = [
    ("es", "por teléfono no"), ("es", "que no la quiero por teléfono"), ("ca", "per telèfon no"),
    ("gl", "non a quero por teléfono"), ("eu", "telefonoz ez"), ("en", "not by phone, she is deaf"),
    ("fr", "pas par téléphone"),
]  # fmt: skip
MINDS_NOT: list[tuple[Language, str]] = [
    ("es", "no me importa por teléfono"), ("ca", "no m'importa per telèfon"), ("gl", "non me importa por teléfono"),
    ("en", "I don't mind by phone"), ("fr", "pas de problème par téléphone"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "channel"), WANTED)
def test_the_channel_wanted(language: Language, said: str, channel: str) -> None:
    assert read(language, said) == {"channel": channel}


@pytest.mark.parametrize(("language", "said"), REFUSED)
def test_the_channel_refused(language: Language, said: str) -> None:
    assert read(language, said) == {"channel_not": "phone"}


@pytest.mark.parametrize(("language", "said"), MINDS_NOT)
def test_words_that_only_look_like_a_refusal_want_it(language: Language, said: str) -> None:
    assert read(language, said) == {"channel": "phone"}


def test_one_is_refused_and_another_wanted_in_one_message() -> None:
    assert read("es", "no por teléfono, en persona") == {"channel_not": "phone", "channel": "in_person"}


def test_a_question_with_a_no_asks_for_it() -> None:
    assert read("es", "¿no puede ser por teléfono?") == {"channel": "phone"}


def test_the_same_one_wanted_and_refused_is_refused() -> None:
    assert read("es", "por teléfono. que por teléfono no") == {"channel_not": "phone"}


def test_nothing_is_read_where_no_channel_is_named() -> None:
    assert read("es", "el martes a las diez") == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "¿por teléfono no puede ser?"), ("ca", "i per telèfon no pot ser?"),
        ("gl", "por teléfono non pode ser?"), ("fr", "par téléphone pas possible ?"),
    ],
)  # fmt: skip
def test_a_no_after_it_in_a_question_refuses_nothing(language: Language, said: str) -> None:
    assert read(language, said) == {"channel": "phone"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "en persona no puedo ir mejor por teléfono"), ("ca", "presencial no puc anar millor per telèfon"),
        ("gl", "en persoa non podo ir mellor por teléfono"), ("eu", "bulegoan ezin naiz joan hobe telefonoz"),
        ("en", "in person not possible so by phone"), ("fr", "sur place pas possible donc par téléphone"),
    ],
)  # fmt: skip
def test_a_no_right_after_one_is_not_of_the_one_that_follows(language: Language, said: str) -> None:
    assert read(language, said) == {"channel_not": "in_person", "channel": "phone"}
