"""Names of the service are spelt as it spells them, and nothing else becomes one."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES
from speech.listening.terms import Terms
from tests.administrations import SEGURIDAD_SOCIAL

TERMS = Terms.load(SEGURIDAD_SOCIAL)


@pytest.mark.parametrize(
    ("heard", "spelt"),
    [
        ("una carta del ins, y no la entiendo", "una carta del INSS, y no la entiendo"),
        ("He rebut una carta de l'ins.", "He rebut una carta de l'INSS."),
        ("los viajes del incerzo", "los viajes del IMSERSO"),
        ("¿En el sépe?", "¿En el SEPE?"),
        ("estoy en un herte", "estoy en un ERTE"),
        ("el mufase de mi marido", "el MUFACE de mi marido"),
        ("me pide el nie", "me pide el NIE"),
        ("cambiar mi IVAN", "cambiar mi IBAN"),
        ("my ivan number", "my IBAN number"),
        ("entrar en importas", "entrar en Importass"),
        ("o nus do meu fillo", "o NUSS do meu fillo"),
        ("estou no reta", "estou no RETA"),
    ],
)
def test_a_term_is_spelt_by_its_sound(heard: str, spelt: str) -> None:
    assert " ".join(TERMS.spelt(heard.split())) == spelt


@pytest.mark.parametrize(
    "said",
    [
        "mis hijos iban al colegio",
        "mi Iván no cobra",
        "tú me importas mucho",
        "un nus de corda",
        "its letter",
        "hitz egin",
        "pago el IVA",
        "il nie tout",
        "una fogassa",
        "...",
    ],
)
def test_common_words_and_names_of_people_stay(said: str) -> None:
    heard = said.split()
    assert TERMS.spelt(heard) == heard


def test_nothing_that_people_say_becomes_a_term_it_is_not() -> None:
    """All taught sentences and articles of the six languages: words change their case, or are a term misspelt."""
    known = {"sobi", "ins", "imcerso", "inserso", "imss", "inportas", "importas", "caís", "nus", "nús"}
    pairs = {pair for text in _texts() for pair in pairwise(["", *text.split()])}  # nothing but the word before counts
    changed = {change for pair in pairs for change in _changes(*pair)}
    assert {word for word, spelt in changed if word.casefold() != spelt.casefold()} <= known


def _texts() -> list[str]:
    knowledge = Path(str(SEGURIDAD_SOCIAL.folder))
    kinds = [*knowledge.glob("utterances/**/*.txt"), *knowledge.glob("articles/**/*.md")]
    assert len(kinds) > len(LANGUAGES)
    return [file.read_text(encoding="utf-8") for file in kinds]


def _changes(previous: str, word: str) -> list[tuple[str, str]]:
    after = TERMS.spelt([previous, word] if previous else [word])[-1]
    return [(_bare(word), _bare(after))] if after != word else []


def _bare(word: str) -> str:
    return re.sub(r"^\W*(?:\w{1,2}['’])?|\W+$", "", word)


@pytest.mark.parametrize("wrong", ["before: [el]", "after: []", "after: [el, no]", "after: el"])
def test_a_file_of_terms_with_a_mistake_is_named_with_its_line(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "terms.yaml").write_text(f"- INSS\n- SEPE:\n    {wrong}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"terms\.yaml:2"):
        Terms.from_file(tmp_path / "terms.yaml")
