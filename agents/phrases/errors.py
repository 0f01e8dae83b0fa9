"""Errors of the phrases."""

from knowledge.errors import IsacError


class PhraseError(IsacError):
    """A locale lacks a key or a placeholder, or has one too many. Found at start; the author of the file acts."""

    code = "phrase_error"
