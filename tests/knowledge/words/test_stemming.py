"""Forms of one word are one stem; other words are not."""

from itertools import combinations

import pytest

from knowledge.words.stemming import stem

FORMS = [
    "pentsio pentsioa pentsioak pentsioaren pentsioari pentsiorik pentsioko pentsiorako pentsioetan pentsiora",
    "kontingentzia kontingentziak kontingentziaren kontingentziagatik kontingentziengatik",
    "prestazio prestazioa prestazioaren prestaziorako prestazioetarako",
    "urte urteak urteko urtean urteen urtetik urteetan urtez",
    "zor zorra zorrak zorraren zorrik",
    "istripu istripua istripuagatik istripuagatiko",
    "ordaindu ordaintzen ordaintzeko",
    "eskatu eskatzen eskatzea eskatzeko",
    "sarrera sarrerak sarreren",
    "agiri agiria agiriak agiririk agiriekin",
    "langile langilea langileen langileari langilearentzat",
    "lan lana laneko lanean lanetik",
    "inss inssek inssren inssko inssrekin",
]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.split()[0])
def test_the_forms_of_a_basque_word_are_one_stem(forms: str) -> None:
    assert len({stem(form, "eu") for form in forms.split()}) == 1


def test_other_basque_words_are_other_stems() -> None:
    for one, other in combinations([forms.split()[0] for forms in FORMS], 2):
        assert stem(one, "eu") != stem(other, "eu")
