"""LangChain's tracing: it would send all that a graph or a chat model is given to LangSmith."""

import langsmith


def keep_untraced() -> None:
    """Send no traces from this process, whatever ``LANGSMITH_TRACING`` and its like say in its environment.

    Who set them there meant another program; what citizens say is in every run of ours.
    """
    langsmith.configure(enabled=False)
