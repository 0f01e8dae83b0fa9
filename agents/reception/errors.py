"""Errors of the conversation.

* AgentError
  + UnknownConversation   no conversation has that id
  + PhraseError           a locale lacks a key or a placeholder; found at start, the author of the file acts
"""

from knowledge.errors import IsacError


class AgentError(IsacError):
    """Something about the conversation."""

    code = "agent_error"


class UnknownConversation(AgentError):
    """No conversation has that id."""

    code = "unknown_conversation"


class PhraseError(AgentError):
    """The locale files do not say the same in the six languages."""

    code = "phrase_error"
