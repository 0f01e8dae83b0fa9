"""Passages of others: made into files, and searched in every way that is compared."""

import json
from pathlib import Path

import pytest

from evals.passages.dialogues import dialogues
from evals.passages.helps import help_pages
from evals.passages.measuring import Duel, duel, ranks
from evals.passages.measuring import found as counted
from evals.passages.sets import PassageSet, Question
from evals.passages.ways import ways
from knowledge.encoders.hashing import HashingEncoder
from knowledge.search.corpus_search import CorpusText

PAGE = """\
<page xmlns="http://projectmallard.org/1.0/"><info><desc>{described}</desc><credit><p>A. U. Thor</p></credit></info>
<title>{title}</title><p>{first}</p><section><title>{heading}</title><p>{second}</p></section></page>"""
LONG = "Abra el cajón de arriba, tome la bombilla nueva y enrósquela despacio hasta que deje de girar. " * 2
SPANISH = {
    "described": "La luz no se enciende por la noche.",
    "title": "Cambiar una <app>bombilla</app>",
    "first": LONG,
    "heading": "Otras luces",
    "second": "Wait until the lamp has cooled down before you touch it.",
}
ENGLISH = SPANISH | {
    "described": "There is no light at night.",
    "title": "Replace a bulb",
    "first": "Open the drawer.",
    "heading": "Other lights",
}
OFFICE = """\
<html><head><title>{title}</title></head><body><p>menu</p><div id="DisplayArea"><h1>{title}</h1><p>{text}</p>
<div class="relatedtopics"><p>elsewhere</p></div></div></body></html>"""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def made(tmp_path: Path) -> PassageSet:
    gnome, office = tmp_path / "usr/share/help", tmp_path / "usr/share/libreoffice/help"
    _write(gnome / "es/lamp/bulb.page", PAGE.format(**SPANISH))
    _write(gnome / "C/lamp/bulb.page", PAGE.format(**ENGLISH))
    _write(gnome / "es/lamp/alone.page", PAGE.format(**SPANISH))
    _write(office / "es/text/desk/guide/a.html", OFFICE.format(title="Cortar el papel sobrante", text=f"{LONG}fin"))
    _write(office / "en-US/text/desk/guide/a.html", OFFICE.format(title="Cutting spare paper", text="Cut."))
    return help_pages(tmp_path)


def test_titles_and_descriptions_are_asked_in_both_languages_and_are_in_no_passage(made: PassageSet) -> None:
    asked = {(one.language, one.text): one for one in made.questions}
    assert set(asked) == {
        ("es", "Cambiar una bombilla"),
        ("en", "Replace a bulb"),
        ("es", "La luz no se enciende por la noche."),
        ("en", "There is no light at night."),
        ("es", "Cortar el papel sobrante"),
        ("en", "Cutting spare paper"),
    }
    assert asked["en", "Replace a bulb"].passages == ("lamp/bulb.page",)
    assert len({one.about for one in made.questions}) == 2
    assert not any("Cambiar" in one.text or "sobrante" in one.text for one in made.passages)


def test_a_passage_is_what_was_translated_and_no_more_than_the_page_says(made: PassageSet) -> None:
    lamp, paper = made.passages
    assert lamp.text == f"{LONG.strip()}\nOtras luces"
    assert paper.text == f"{LONG}fin"


def test_a_question_its_passage_holds_is_not_asked(tmp_path: Path) -> None:
    folder = tmp_path / "usr/share/help"
    held = SPANISH | {"title": "Abra el cajón de arriba", "described": "Tome la bombilla nueva"}
    _write(folder / "es/lamp/bulb.page", PAGE.format(**held))
    _write(folder / "C/lamp/bulb.page", PAGE.format(**ENGLISH))
    assert help_pages(tmp_path).questions == ()


def test_of_a_dialogue_the_first_question_is_asked_of_the_passages_with_its_answer(tmp_path: Path) -> None:
    text = "\n\nLamps are dear.\n\nBring the old one. It is mended.\n\nThank you."
    start = text.index("Bring")
    document = {"doc_id": "d", "title": "Lamps#1", "text": text, "spans": {"1": [start, start + 18], "2": [0, 5]}}
    turns = [
        {"doc_id": "d", "question": "user:What do I bring? ", "span_ids": ["1"]},
        {"doc_id": "d", "question": "user:And then?\tagent:The old one.", "span_ids": ["1"]},
    ]
    _write(tmp_path / "docs.jsonl", json.dumps(document))
    _write(tmp_path / "turns.jsonl", "\n".join(map(json.dumps, turns)))
    made = dialogues(tmp_path)
    right = made.passages[1]
    assert (right.text, right.title) == ("Bring the old one. It is mended.", "Lamps")
    assert made.questions == (Question("What do I bring?", "en", (right.id,), "d"),)


def test_what_was_made_is_read_again(made: PassageSet, tmp_path: Path) -> None:
    made.save(tmp_path / "set")
    assert PassageSet.load(tmp_path / "set") == made


@pytest.mark.parametrize("name", ["BM25 alone", "encoder alone", "their ranks fused", "search"])
def test_every_way_finds_the_text_that_says_it(name: str, tmp_path: Path) -> None:
    texts = (
        CorpusText("lamp", "La bombilla se cambia con la luz apagada.", language="es"),
        CorpusText("paper", "El papel se corta con tijeras.", language="es"),
        CorpusText("drawer", "El cajón se abre con una llave. " * 40, language="es"),
    )
    way = ways(texts, HashingEncoder(), tmp_path)[name]
    assert way("cortar papel")[0] == "paper"
    found = way("¿se abre el cajón con una llave?")
    assert found[0] == "drawer"
    assert len(found) == len(set(found)), "a text of several windows is found once"


def test_places_are_counted_and_compared() -> None:
    questions = [Question(text, "es", ("right",), text) for text in ("first", "third", "never")]
    lists = {"first": ["right"], "third": ["a", "b", "right"], "never": ["a"]}
    places = ranks(questions, {"ours": lists.__getitem__, "theirs": lambda _: ["a", "right"]})
    assert (counted(places["ours"]).first.passed, counted(places["ours"]).among_three.passed) == (1, 2)
    assert duel(places["ours"], places["theirs"]) == Duel(1, 0)
    assert Duel(0, 0).chance == Duel(1, 1).chance == 1.0
