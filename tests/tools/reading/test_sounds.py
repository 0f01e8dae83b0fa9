"""What is said alike has one key, in the names of places and in those of the service."""

import pytest

from tools.reading.sounds import phonetic_key


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("imserso", "incerzo"),
        ("barcelona", "varselona"),
        ("huelva", "uelba"),
        ("gijon", "jijon"),
        ("quintanar", "kintanar"),
        ("guernica", "gernika"),
        ("getxo", "gecho"),
        ("medinaceli", "medinazeli"),
        ("sepulveda", "cepulbeda"),
        ("valladolid", "vayadolid"),
        ("campo de criptana", "canpo de kriptana"),
        ("cassa", "casa"),
    ],
)
def test_what_sounds_alike_shares_a_key(written: str, heard: str) -> None:
    assert phonetic_key(written) == phonetic_key(heard)


@pytest.mark.parametrize(
    ("one", "other"), [("cadiz", "cabiz"), ("soria", "coria"), ("mora", "nora"), ("chiva", "kiva")]
)
def test_what_sounds_otherwise_does_not(one: str, other: str) -> None:
    assert phonetic_key(one) != phonetic_key(other)
