"""The articles as they stand on one day, in each language: documents, passages, and citations of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.administration import Administration
from knowledge.content.articles import EASY, read_articles
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.facts import FactTable, load_facts
from knowledge.content.references import load_references
from knowledge.content.rendering import Content, RenderedDocument, intersection, render_article, short_id
from knowledge.content.sources import load_sources
from knowledge.errors import CitationNotFound
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Aspect, Citation, Document, Passage, Sentence, UnitId


class Corpus:
    """Every document and passage in force on ``day``. Immutable."""

    def __init__(self, day: date, rendered: Iterable[RenderedDocument], easy: Iterable[RenderedDocument] = ()) -> None:
        self.day = day
        listed, easier = tuple(rendered), tuple(easy)
        every = (*listed, *easier)
        self._listed = tuple(passage for entry in listed for passage in entry.passages)
        self.has_added = any(not passage.need for passage in self._listed)
        """True when added documents stand beside the articles."""
        self._documents = {entry.document.id: entry.document for entry in every}
        self._passages = {passage.id: passage for entry in every for passage in entry.passages}
        self._by_document = {entry.document.id: entry.passages for entry in every}

    def documents(self) -> tuple[Document, ...]:
        """All, by need and language; then the easy-read ones."""
        return tuple(self._documents.values())

    def all_passages(self) -> tuple[Passage, ...]:
        """All that are searched, in the order of the documents: easy-read versions say nothing of their own."""
        return self._listed

    def passages(self, need: str, language: Language) -> tuple[Passage, ...]:
        """The article's passages in the order of the aspects; empty when there is no such article."""
        return self._by_document.get(f"{need}/{language}", ())

    def easy(self, need: str, language: Language) -> tuple[Passage, ...]:
        """The easy-read version's passages in the order of the aspects; empty when there is none."""
        return self._by_document.get(f"{need}/{language}/{EASY}", ())

    def about(self, need: str, language: Language, aspect: Aspect) -> Passage | None:
        """The passage of that aspect, when the article has one in force."""
        return next((passage for passage in self.passages(need, language) if passage.aspect == aspect), None)

    def line(self, unit: UnitId, language: Language) -> tuple[Passage, Sentence] | None:
        """The answer unit in that language, when it is in force, with the passage that it stands in."""
        passage = self.about(unit.need, language, unit.aspect)
        sentence = next((one for one in passage.sentences if one.place == unit.place), None) if passage else None
        in_force = passage and sentence and sentence.validity.holds_on(self.day)
        return (passage, sentence) if passage and sentence and in_force else None

    def passage(self, passage_id: str) -> Passage:
        """Raises CitationNotFound."""
        try:
            return self._passages[passage_id]
        except KeyError:
            raise CitationNotFound(f"no passage has the id {passage_id!r}") from None

    def document(self, document_id: str) -> Document:
        """The document with that id, such as ``need/language``. Raises CitationNotFound."""
        try:
            return self._documents[document_id]
        except KeyError:
            raise CitationNotFound(f"no document has the id {document_id!r}") from None

    def holds(self, citation: Citation) -> bool:
        """Tell whether what it stands behind is in a passage of this corpus: every line whole, or the quoted span."""
        passage = self._passages.get(citation.passage_id)
        if passage is None:
            return False
        if passage.need:
            return {*citation.lines} <= {sentence.text for sentence in passage.sentences}
        quoted = passage.text[citation.start - passage.start : citation.end - passage.start]
        return passage.document_sha256 == citation.document_sha256 and quoted == citation.quote

    def languages(self, need: str) -> tuple[Language, ...]:
        """The languages in which the need has an article."""
        return tuple(language for language in LANGUAGES if f"{need}/{language}" in self._documents)


def load_corpus(
    administration: Administration, day: date, *, facts: FactTable | None = None, added: Iterable[RenderedDocument] = ()
) -> Corpus:
    """Read the administration's content. Raises ContentError on the first mistake.

    ``added``: documents of other people that belong beside the articles.
    """
    content = Content(
        load_facts(administration) if facts is None else facts,
        load_sources(administration),
        load_catalogue(administration),
        day,
        load_references(administration),
    )
    return render_corpus(administration, content, added)


def render_corpus(
    administration: Administration,
    content: Content,
    added: Iterable[RenderedDocument] = (),
    *,
    need: str | None = None,
) -> Corpus:
    """Render the articles from tables already read; those of one ``need`` if it is given."""
    articles, problems = read_articles(administration, need=need)
    problems.raise_first()
    easy, problems = read_articles(administration, EASY, need=need)
    problems.raise_first()
    rendered = (render_article(article, content) for article in articles)
    return Corpus(content.day, [*rendered, *added], [render_article(article, content) for article in easy])


def quote_itself(passage: Passage, sentences: Sequence[Sentence] | None = None) -> Citation:
    """The passage of somebody else's document as its own source: whole, or from the first to the last sentence."""
    chosen = passage.sentences if sentences is None else sentences
    start, end = min(sentence.start for sentence in chosen), max(sentence.end for sentence in chosen)
    quoted = [sentence for sentence in passage.sentences if start <= sentence.start and sentence.end <= end]
    words = passage.text[start - passage.start : end - passage.start]
    return Citation(
        id=f"c_{short_id(passage.document_sha256, start, end)}",
        passage_id=passage.id,
        document_sha256=passage.document_sha256,
        language=passage.language,
        quote=words,
        start=start,
        end=end,
        source_title=passage.source_title,
        source_url=passage.source_url,
        validity=intersection(sentence.validity for sentence in quoted),
        told=tuple(words.split("\n")),
        quote_language=passage.language,
    )
