"""Spanish passages with questions in Spanish and English, of the help pages Debian packages in both languages.

A page is a passage. Its title and, in GNOME's, its one-line description are the questions, and are not in the passage.
What is left in English in a Spanish page is taken out, or questions in English would find it by its words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lxml import etree, html

from evals.passages.sets import PassageSet, Question
from knowledge.languages import Language
from knowledge.search.corpus_search import CorpusText
from knowledge.words.stemming import folded, words

_GNOME, _OFFICE = Path("usr/share/help"), Path("usr/share/libreoffice/help")
_MALLARD = "{http://projectmallard.org/1.0/}"
_SHORTEST = 30
"""Words of a passage; pages with fewer are lists of links."""
_ASKS = 3
"""Words of a question; a shorter title names a thing."""


@dataclass(frozen=True, slots=True)
class Page:
    """``asked``: its title and the like. ``blocks``: its paragraphs."""

    asked: tuple[str, ...]
    blocks: tuple[str, ...]


def help_pages(root: Path) -> PassageSet:
    """Of packages unpacked under the root: gnome-user-docs, libreoffice-help-es, libreoffice-help-en-us."""
    passages: list[CorpusText] = []
    asked: dict[tuple[str, Language], dict[str, str]] = {}
    for name, spanish, english in chain(_gnome(root / _GNOME), _office(root / _OFFICE)):
        foreign = set(english.blocks)
        text = "\n".join(block for block in spanish.blocks if block not in foreign)
        if len(text.split()) < _SHORTEST:
            continue
        passages.append(CorpusText(name, text, language="es"))
        for ours, theirs in _pairs(spanish, english, text):
            asked.setdefault((_plain(ours), "es"), {})[name] = ours
            asked.setdefault((_plain(theirs), "en"), {})[name] = theirs
    questions = [
        Question(next(iter(said.values())), language, tuple(said), next(iter(said)))
        for (_, language), said in asked.items()
    ]
    return PassageSet(tuple(passages), tuple(questions))


def _pairs(spanish: Page, english: Page, text: str) -> Iterator[tuple[str, str]]:
    """The questions of a page that were translated, and that the passage does not simply hold."""
    held = _plain(text)
    for ours, theirs in zip(spanish.asked, english.asked, strict=False):
        asks = len(words(ours)) >= _ASKS and ours != theirs
        if asks and _plain(ours) not in held and _plain(theirs) not in held:
            yield ours, theirs


def _gnome(folder: Path) -> Iterator[tuple[str, Page, Page]]:
    for file in sorted(folder.glob("es/*/*.page")):
        within = file.relative_to(folder / "es")
        english = folder / "C" / within
        if english.is_file():
            yield str(within), mallard(file), mallard(english)


def mallard(file: Path) -> Page:
    """A page of GNOME's help."""
    page = etree.parse(file).getroot()
    title, described = page.find(f"{_MALLARD}title"), page.find(f"{_MALLARD}info/{_MALLARD}desc")
    asked = tuple(_text(one) for one in (title, described) if one is not None)
    for gone in (title, page.find(f"{_MALLARD}info")):
        if gone is not None:
            page.remove(gone)
    return Page(asked, _blocks(page.iter(f"{_MALLARD}p", f"{_MALLARD}title")))


def _office(folder: Path) -> Iterator[tuple[str, Page, Page]]:
    for file in sorted(folder.glob("es/text/*/guide/*.html")):
        within = file.relative_to(folder / "es")
        english = folder / "en-US" / within
        if english.is_file():
            yield str(within), office(file), office(english)


def office(file: Path) -> Page:
    """A page of LibreOffice's help."""
    page = html.fromstring(file.read_text(encoding="utf-8"))
    shown = page.get_element_by_id("DisplayArea")
    for gone in shown.xpath(".//noscript | .//*[contains(@class, 'relatedtopics')]"):
        gone.drop_tree()
    return Page((_text(page.find(".//title")),), _blocks(shown.iter("p", "h2", "h3", "h4")))


def _blocks(elements: Iterable[etree._Element]) -> tuple[str, ...]:
    return tuple(text for element in elements if (text := _text(element)))


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _plain(text: str) -> str:
    """Only its words, without accents."""
    return " ".join(map(folded, words(text)))
