"""Citations of the lines of a passage: each source that they stand on, in its own words where these are held."""

from collections.abc import Sequence
from datetime import date

from knowledge.cited import CitedSource
from knowledge.content.corpus import quote_itself
from knowledge.content.rendering import intersection, short_id
from knowledge.law.quoting import HeldLaw
from knowledge.passages import NOT_HELD, Citation, LawPlace, Passage, Sentence


def cite(passage: Passage, sentences: Sequence[Sentence], law: HeldLaw, day: date) -> tuple[Citation, ...]:
    """The sources of some of the passage's sentences, in the order in which they come.

    A document that somebody added is its own source, quoted from the first to the last of the sentences.
    """
    if not passage.need:
        return (quote_itself(passage, sentences),)
    by_source: dict[CitedSource, list[Sentence]] = {}
    for sentence in sentences:
        for source in sentence.sources:
            by_source.setdefault(source, []).append(sentence)
    return tuple(_cited(passage, source, told, law, day) for source, told in by_source.items())


def _cited(passage: Passage, source: CitedSource, told: Sequence[Sentence], law: HeldLaw, day: date) -> Citation:
    reference = source.reference
    quote = law.quote(reference, day) if reference else None
    document, start, end = (quote.document, quote.start, quote.end) if quote else (NOT_HELD, 0, 0)
    url, lines = quote.url if quote else source.url, tuple(sentence.text for sentence in told)
    validity = intersection(sentence.validity for sentence in told)
    named = LawPlace(reference.norm.id, reference.place) if reference else None
    return Citation(
        id=f"c_{short_id(passage.id, document.sha256, start, end, url, validity, *lines)}",
        passage_id=passage.id,
        document_sha256=document.sha256,
        language=passage.language,
        quote=quote.words if quote else "",
        start=start,
        end=end,
        source_title=source.title,
        source_url=url,
        validity=validity,
        told=lines,
        place=quote.place if quote else named,
        retrieved=source.retrieved,
        quote_language=document.language if quote else None,
    )
