"""Errors of knowledge, and the base of every error ISAC raises on purpose.

* IsacError
  + KnowledgeError
    - ContentError        a catalogue, fact or article file is wrong (says file and line)
    - WeightsMissing      a model is not on this machine (says the command that brings it)
    - WeightsCorrupt      a model file does not match its checksum
    - CitationNotFound    no stored passage has that id
    - IndexNotReady       the passages are being indexed; the chat does not need that, a search does
"""


class IsacError(Exception):
    """Base of all. ``code`` is stable and safe to show; the message is for developers and operators."""

    code = "isac_error"


class KnowledgeError(IsacError):
    """Something about content, models or citations."""

    code = "knowledge_error"


class ContentError(KnowledgeError):
    """A content file cannot be used. The author of the file acts."""

    code = "content_error"

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file}:{line or 1}: {problem}")


class WeightsMissing(KnowledgeError):
    """The operator runs the command named in the message."""

    code = "weights_missing"


class WeightsCorrupt(KnowledgeError):
    """A file differs from its published checksum; the operator fetches it again."""

    code = "weights_corrupt"


class CitationNotFound(KnowledgeError):
    """The id was never issued here."""

    code = "citation_not_found"


class IndexNotReady(KnowledgeError):
    """A search may be asked again in a few minutes."""

    code = "index_not_ready"
