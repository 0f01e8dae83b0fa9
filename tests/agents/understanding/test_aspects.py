"""Which side of a need is asked about."""

from functools import cache
from pathlib import Path

import pytest

from agents.understanding.question.aspects import AspectReader, build_aspect_reader
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

MORE = read_yaml(Path(__file__).parent / "cases_aspects_more.yaml")


@cache
def reader() -> AspectReader:
    return build_aspect_reader()


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("¿a qué edad me puedo jubilar?", "requirements"),
        ("a quina edat em puc jubilar?", "requirements"),
        ("a que idade me podo xubilar?", "requirements"),
        ("zein adinetan erretiratu naiteke?", "requirements"),
        ("what age can I retire?", "requirements"),
        ("à quel âge puis-je partir à la retraite ?", "requirements"),
        ("¿cuánto cobraré?", "amount"),
        ("quant cobraré?", "amount"),
        ("canto vou cobrar?", "amount"),
        ("zenbat kobratuko dut?", "amount"),
        ("how much will I get?", "amount"),
        ("combien je touche ?", "amount"),
        ("¿qué plazo tengo?", "deadlines"),
        ("quin termini tinc?", "deadlines"),
        ("que prazo teño?", "deadlines"),
        ("zer epe daukat?", "deadlines"),
        ("what is the deadline?", "deadlines"),
        ("quel est le délai ?", "deadlines"),
        ("¿qué papeles llevo?", "documents"),
        ("quins papers porto?", "documents"),
        ("que papeis levo?", "documents"),
        ("zein agiri behar ditut?", "documents"),
        ("which documents do I need?", "documents"),
        ("quels papiers faut-il ?", "documents"),
        ("¿cómo lo pido?", "how"),
        ("com ho demano?", "how"),
        ("como o solicito?", "how"),
        ("nola eskatu behar dut?", "how"),
        ("how do I apply?", "how"),
        ("comment faire la demande ?", "how"),
        ("¿qué es el IMV?", "what"),
        ("què és l'IMV?", "what"),
        ("zer da BGDS?", "what"),
        ("what is the IMV?", "what"),
        ("qu'est-ce que l'IMV ?", "what"),
        ("¿quién puede pedirlo?", "who"),
        ("qui pot demanar-lo?", "who"),
        ("quen pode pedilo?", "who"),
        ("who can apply?", "who"),
        ("qui peut le demander ?", "who"),
    ],
)
def test_the_aspect_is_read(text: str, aspect: str) -> None:
    assert reader().find_aspect(fold(text)) == aspect


@pytest.mark.parametrize(
    "text",
    ["quiero jubilarme", "vull jubilar-me", "erretiratu nahi dut", "egun on", "I want to retire", "sí", "bonjour"],
)
def test_an_open_request_has_none(text: str) -> None:
    assert reader().find_aspect(fold(text)) is None


@pytest.mark.parametrize(("aspect", "text"), [(aspect, text) for aspect, texts in MORE.items() for text in texts])
def test_lengths_deadlines_and_ages_are_told_apart(aspect: str, text: str) -> None:
    assert (reader().find_aspect(fold(text)) or "none") == aspect


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("¿hay algún número donde llamar?", "phone"),
        ("dame el número pa llamar", "phone"),
        ("quin telèfon hi ha?", "phone"),
        ("o teléfono da seguridade social", "phone"),
        ("dame o numero pa chamar", "phone"),
        ("Zenbaki bat emango didazu?", "phone"),
        ("is there a number to ring?", "phone"),
        ("y a un numéro pour appeler ?", "phone"),
        ("je veux parler à un humain, y a un numéro ?", "phone"),
        ("¿hasta qué hora cogen el teléfono?", "hours"),
        ("fins a quina hora atenen?", "hours"),
        ("e ata que hora atenden?", "hours"),
        ("zer ordutara arte dago irekita?", "hours"),
        ("till what time?", "hours"),
        ("jusqu'à quelle heure ils répondent ?", "hours"),
        ("¿hay un número máximo de hijos?", None),
        ("hi ha un número màxim de setmanes?", None),
        ("is there a number of years I need?", None),
        ("il y a un numéro de dossier sur ma lettre", None),
    ],
)
def test_the_number_to_call_and_its_hours_are_asked_for_in_many_ways(text: str, measure: str | None) -> None:
    assert reader().find_measure(fold(text)) == measure
