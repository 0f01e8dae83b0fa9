"""The summary of a conversation of a citizen with an agent: what it was about, what came of it, what is left to do."""
