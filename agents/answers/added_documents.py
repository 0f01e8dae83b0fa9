"""Questions that no article answers, looked for in added documents: quoted as they stand, in their language."""

from dataclasses import dataclass
from datetime import date

from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from knowledge.content.corpus import quote_itself
from knowledge.languages import AUTONYMS, Language
from knowledge.passages import Passage, Sentence
from knowledge.search.knowledge_base import DailyIndex, KnowledgeBase
from knowledge.words.shared_words import share_said

_NEAR, _NEAR_IN_ANOTHER_LANGUAGE = 0.875, 0.88
_SAID = 0.5
"""Cosine, and share of the question's words, from which a passage is taken to answer. Of 250 questions on documents
held half are answered so, of 250 on other offices of the same kind 3 in 100, of 200 everyday commands none (doc2dial,
multilingual-e5-small, 2026-11-25)."""
_LOOKED_AT = 5
_QUOTED = 3
"""Sentences quoted, the nearest to the question in the middle."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Sentences of a document that answer, as a message with its citation; ``language`` is the document's."""

    message: Message
    title: str
    language: Language


def quote_document(
    text: str, language: Language, day: date, knowledge_base: KnowledgeBase, phrases: Phrases
) -> tuple[Message, ...]:
    """The title and language of the document, the quote and a closing question; empty when none answers. Encodes."""
    daily_index = knowledge_base.on(day)
    found = find_excerpt(text, language, knowledge_base, daily_index) if daily_index.corpus.has_added else None
    if found is None:
        return ()
    told = [phrases.message(language, "notice", "document-found", title=found.title)]
    if found.language != language:
        told.append(phrases.message(language, "notice", "document-language", autonym=AUTONYMS[found.language]))
    return (*told, found.message, phrases.message(language, "question", "anything-else"))


def find_excerpt(
    text: str, language: Language, knowledge_base: KnowledgeBase, daily_index: DailyIndex
) -> Excerpt | None:
    """The sentences that answer, when a document has them. Encodes."""
    vector = knowledge_base.vector(text)[0]
    hits = daily_index.index.search(text, vector, need="", day=daily_index.corpus.day, k=_LOOKED_AT)
    for hit in hits:
        passage = daily_index.corpus.passage(hit.passage_id)
        if _answers(passage, hit.similarity, text, language):
            citation = quote_itself(passage, _around(passage, text))
            return Excerpt(Message("answer", citation.quote, (citation,)), passage.source_title, passage.language)
    return None


def _answers(passage: Passage, similarity: float, text: str, language: Language) -> bool:
    if passage.language != language:  # its words cannot be compared
        return similarity >= _NEAR_IN_ANOTHER_LANGUAGE
    said = max(share_said(one, text, language) for one in (passage.text, *(s.text for s in passage.sentences)))
    return similarity >= _NEAR and said >= _SAID


def _around(passage: Passage, text: str) -> tuple[Sentence, ...]:
    """The sentence with most of the question's words, and its neighbours."""
    shares = [share_said(sentence.text, text, passage.language) for sentence in passage.sentences]
    best = shares.index(max(shares))
    start = max(0, min(best - 1, len(shares) - _QUOTED))
    return passage.sentences[start : start + _QUOTED]
