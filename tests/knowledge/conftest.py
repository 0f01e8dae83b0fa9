"""A small tree of content, complete in six languages, for tests to use and to spoil."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from knowledge.encoders.hashing import HashingEncoder
from knowledge.languages import LANGUAGES, Language

DAY = date(2026, 11, 25)

ADMINISTRATION = """\
id: example
name: {es: Ejemplo, ca: Exemple, gl: Exemplo, eu: Adibidea, en: Example, fr: Exemple}
languages: [es, ca, gl, eu, en, fr]
time_zone: Europe/Madrid
country: ES
province: "28"
bodies: {INSS: {ours: true}}
units: [INSS]
default_unit: INSS
services: [pensions, general]
official_sites: [seg-social.es, boe.es]
appointment_need: pension
"""
FACTS = """\
pension.age:
  periods:
    - {value: 66y10m, valid_from: 2026-01-01, valid_to: 2026-12-31, source: law, checked: 2026-11-24}
    - {value: 67, valid_from: 2027-01-01, valid_to: null, source: law, checked: 2026-11-24}
  unit: age
pension.minimum:
  periods:
    - {value: 3359.60, valid_from: 2026-01-01, valid_to: 2026-12-31, source: law, checked: 2026-11-24}
  unit: money_month
contact.phone:
  periods:
    - {value: "91 541 25 30", valid_from: 2026-01-01, valid_to: null, source: law, checked: 2026-11-24}
  unit: phone
"""
SOURCES = """\
law: {title: "Ley General", url: "https://www.boe.es/buscar/act.php?id=BOE-A-2015-11724", retrieved: 2026-11-24}
"""
ARTICLE = """\
---
need: {need}
language: {language}
title: {title}
---
## what
{what}
## requirements
{age}
- {minimum}
## how
{how}
"""
LINES: Mapping[Language, tuple[str, str, str, str]] = {
    "es": ("Es una pensión mensual.", "La edad es de {f}.", "La pensión máxima es de {m}.", "Llame al {p}."),
    "ca": ("És una pensió mensual.", "L'edat és de {f}.", "La pensió màxima és de {m}.", "Truqueu al {p}."),
    "gl": ("É unha pensión mensual.", "A idade é de {f}.", "A pensión máxima é de {m}.", "Chame ao {p}."),
    "eu": ("Hileko pentsioa da.", "Adina {f}koa da.", "Gehieneko pentsioa {m} da.", "Deitu {p} zenbakira."),
    "en": ("It is a monthly pension.", "The age is {f}.", "The highest pension is {m}.", "Call {p}."),
    "fr": ("C'est une pension mensuelle.", "L'âge est de {f}.", "La pension maximale est de {m}.", "Appelez le {p}."),
}

EASY: Mapping[Language, tuple[str, str]] = {
    "es": ("Es dinero cada mes.", "Llame al {p}."),
    "ca": ("Són diners cada mes.", "Truqui al {p}."),
    "gl": ("É diñeiro cada mes.", "Chame ao {p}."),
    "eu": ("Hileko dirua da.", "Deitu {p}."),
    "en": ("It is money each month.", "Call {p}."),
    "fr": ("De l'argent chaque mois.", "Appelez {p}."),
}


def need_yaml(need: str, confusable: str) -> str:
    names = "".join(f"  {language}: {need} {language}\n" for language in LANGUAGES)
    return f"""\
id: {need}
body: INSS
group: pensiones
names:
{names}policy:
  action: answer
  identity: required
  appointment: bookable
  channels: [in_person, phone]
  service: pensions
  unit: "INSS"
  link: https://prestaciones.seg-social.es
  documents: [dni]
confusable: [{confusable}]
sources:
  what: [law]
  requirements: [law]
  how: [law]
"""


def utterances_text(need: str, language: str) -> str:
    asked = [f"{need} {number} {language}" for number in range(12)]
    return "\n".join(["[plain]", *asked[:8], "", "# by speech", "[spoken]", *asked[8:], ""])


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "needs").mkdir(parents=True)
    (root / "administration.yaml").write_text(ADMINISTRATION, encoding="utf-8")
    (root / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (root / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    names = ", ".join(f"{language}: DNI" for language in LANGUAGES)
    (root / "documents.yaml").write_text(f"dni: {{{names}}}\n", encoding="utf-8")
    for need, other in (("pension", "widow"), ("widow", "")):
        (root / "needs" / f"{need}.yaml").write_text(need_yaml(need, other), encoding="utf-8")
        (root / "articles" / need).mkdir(parents=True)
        (root / "utterances" / need).mkdir(parents=True)
        for language in LANGUAGES:
            asked = utterances_text(need, language)
            (root / "utterances" / need / f"{language}.txt").write_text(asked, encoding="utf-8")
        for language, (what, age, minimum, how) in LINES.items():
            text = ARTICLE.format(
                need=need,
                language=language,
                title=f"{need} {language}",
                what=what,
                age=age.format(f="{fact:pension.age}"),
                minimum=minimum.format(m="{fact:pension.minimum}"),
                how=how.format(p="{fact:contact.phone}"),
            )
            (root / "articles" / need / f"{language}.md").write_text(text, encoding="utf-8")
    (root / "easy" / "pension").mkdir(parents=True)
    for language, (what, how) in EASY.items():
        head = f"---\nneed: pension\nlanguage: {language}\ntitle: pension {language}\n---\n"
        text = f"{head}## what\n{what}\n## how\n{how.format(p='{fact:contact.phone}')}\n"
        (root / "easy" / "pension" / f"{language}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def spoil(tree: Path) -> Callable[[str, str, str], Path]:
    """Replace words in one file of the tree, making sure they were there; gives the tree."""

    def replace(file: str, old: str, new: str) -> Path:
        path = tree / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return tree

    return replace


@pytest.fixture
def day() -> date:
    return DAY


@pytest.fixture
def encoder() -> HashingEncoder:
    return HashingEncoder()
