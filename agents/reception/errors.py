"""Errors of the conversation."""

from knowledge.errors import IsacError


class UnknownConversation(IsacError):
    """No conversation has that id."""

    code = "unknown_conversation"
